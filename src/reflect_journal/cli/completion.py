"""`reflect completion`: the script that teaches a shell the commands."""

from typing import Annotated, Final

import typer

from reflect_journal.cli.context import Context
from reflect_journal.errors import InvalidOptionError
from reflect_journal.model.text import shorten

SHELLS: Final = ("bash", "zsh", "fish", "powershell")
VARIABLE: Final = "_REFLECT_COMPLETE"
Shell = Annotated[
    str, typer.Argument(metavar="SHELL", help="bash, zsh, fish or powershell.")
]


def completion(context: Context, shell: Shell) -> None:
    """Print the completion script for your shell.

    bash: eval "$(reflect completion bash)" in ~/.bashrc; zsh the same in ~/.zshrc;
    fish: reflect completion fish > ~/.config/fish/completions/reflect.fish
    """
    if shell not in SHELLS:
        problem = f"There is no completion for {shorten(shell)}."
        advice = "It is there for bash, zsh, fish and powershell."
        raise InvalidOptionError("", problem, advice)
    from typer._completion_shared import get_completion_script

    script = get_completion_script(
        prog_name="reflect", complete_var=VARIABLE, shell=shell
    )
    if context.options.json:
        context.answer_json({"shell": shell, "script": script})
    else:
        context.out.write_text(script)


def prepare_completion() -> None:
    """Teach Typer the shells; the help beside each word is plain text."""
    from typer import _completion_classes as shells

    shells.completion_init()
    # Typer would import all of rich at every key stroke to take out markup.
    shells._sanitize_help_text = _keep  # noqa: SLF001


def _keep(text: str) -> str:
    return text
