"""`reflect feedback check`: look over a letter before it is sent."""

from typing import Annotated, Final

import typer

from reflect_journal.cli.context import Context
from reflect_journal.cli.feedback_words import look_at_words

FOUND: Final = 1
File = Annotated[
    str, typer.Argument(metavar="FILE", help="The letter; - is standard input.")
]
Strict = Annotated[
    bool, typer.Option("--strict", help="Exit with 1 when something is found.")
]


def check(context: Context, file: File, strict: Strict = False) -> int:
    """Look over a letter: what could close the door, and what instead.

    It knows turns of phrase, no more; you decide. Example:
    reflect feedback check letter.txt
    """
    from reflect_journal.letters.lint import check_letter

    findings = check_letter(look_at_words(context, file))
    if context.options.json:
        context.answer_json({"findings": [one.to_json() for one in findings]})
    else:
        from reflect_journal.terminal.letter_view import render_findings

        context.out.write(render_findings(context.out, findings))
    return FOUND if strict and findings else 0
