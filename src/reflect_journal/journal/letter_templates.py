"""The person's own templates for letters, beside their configuration."""

from pathlib import Path
from typing import Final

from reflect_journal.errors import ConfigError

FOLDER: Final = "letters"
ENDING: Final = ".txt"
LIMIT: Final = 100_000
"""Bytes of one template."""


def load_templates(config: Path) -> tuple[dict[str, str], tuple[ConfigError, ...]]:
    """Load what is in the folder `letters` beside the configuration file.

    Never raises: a slip there must not keep anybody from a letter.

    Returns:
        The templates by file name, and what could not be used.
    """
    folder = config.parent / FOLDER
    try:
        paths = sorted(one for one in folder.iterdir() if one.suffix == ENDING)
    except FileNotFoundError:
        return {}, ()
    except OSError as error:
        return {}, (_refuse(folder, f"cannot be read ({error.strerror})."),)
    templates, problems = {}, []
    for path in paths:
        try:
            with path.open("rb") as file:
                content = file.read(LIMIT + 1)
            text = content.decode("utf-8-sig")
        except OSError as error:
            problems.append(_refuse(path, f"cannot be read ({error.strerror})."))
        except UnicodeDecodeError:
            problems.append(_refuse(path, "is not UTF-8 text."))
        else:
            if len(content) > LIMIT:
                problems.append(_refuse(path, "is larger than 100 kB."))
            else:
                templates[path.name] = text
    return templates, tuple(problems)


def _refuse(path: Path, problem: str) -> ConfigError:
    return ConfigError(str(path), "", problem)
