"""How a prompt becomes lines: behind the question where it fits, else below it."""

import re
from typing import Final

from reflect_journal.interview.kinds import Choice
from reflect_journal.interview.prompt import Prompt
from reflect_journal.interview.talk import LOOK_HINT
from reflect_journal.terminal.lines import (
    Line,
    Piece,
    cut,
    fold,
    fold_lines,
    line,
    measure,
    pad,
)

INDENT: Final = "  "
GAP: Final = "  "
MOST_LINES: Final = 2
SPOKEN: Final = {
    LOOK_HINT: "Enter if it does not apply, ? if you cannot tell.",
}


def lay_out(prompt: Prompt, width: int) -> list[Line]:
    """Lay a prompt out for a screen that is looked at."""
    lines: list[Line] = []
    if prompt.place:
        pieces = [Piece(prompt.place, "dim")]
        if prompt.place_hint:
            pieces.append(Piece(f"   {prompt.place_hint}", "dim"))
        lines += [(), line(*pieces)]
    lines += _lay_out_question(prompt, width)
    if prompt.example:
        lines += fold_lines(prompt.example, width, INDENT, "dim")
    if prompt.now:
        lines += fold_lines(f"now: {prompt.now}", width, INDENT, "dim")
    return lines


def _lay_out_question(prompt: Prompt, width: int) -> list[Line]:
    inline = [f"{choice.number} {choice.label}" for choice in prompt.choices]
    listed = prompt.in_rows and bool(inline)
    behind = [] if listed else inline
    whole = GAP.join([prompt.wording, *behind, *filter(None, [prompt.hint])])
    if measure(whole) <= width:
        before = GAP.join([prompt.wording, *behind])
        lines = [line(Piece(before, "bold"), Piece(f"{GAP}{prompt.hint}", "dim"))]
    else:
        lines = fold_lines(prompt.wording, width, style="bold")
        lines += _lay_out_choices(behind, width)
        lines += fold_lines(prompt.hint, width, INDENT, "dim") if prompt.hint else []
    return lines + (lay_out_rows(prompt.choices, width) if listed else [])


def _lay_out_choices(labels: list[str], width: int) -> list[Line]:
    """Put choices side by side on at most two lines, else one to a line."""
    rows = [INDENT]
    for label in labels:
        joined = (
            f"{rows[-1]}{label}" if rows[-1] == INDENT else f"{rows[-1]}{GAP}{label}"
        )
        if measure(joined) <= width:
            rows[-1] = joined
        else:
            rows.append(f"{INDENT}{label}")
    if len(rows) > MOST_LINES:
        rows = [f"{INDENT}{label}" for label in labels]
    return [line(row) for row in rows if row.strip()]


def lay_out_rows(choices: tuple[Choice, ...], width: int) -> list[Line]:
    """Put choices one to a line, with their descriptions beside them."""
    names = [f"{choice.number:>2} {choice.label}" for choice in choices]
    widest = max(map(measure, names), default=0)
    room = width - widest - len(INDENT) - len(GAP)
    lines = []
    for name, choice in zip(names, choices, strict=True):
        pieces: list[str | Piece] = [cut(f"{INDENT}{name}", width)]
        if choice.description and room >= 16:  # noqa: PLR2004 - less says nothing
            pieces = [INDENT, pad(name, widest), GAP]
            pieces.append(Piece(cut(choice.description, room), "dim"))
        lines.append(line(*pieces))
    return lines


def speak(prompt: Prompt) -> list[str]:
    """Put a prompt into whole lines for an ear or a simple terminal."""
    parts = [f"{prompt.place[0].upper()}{prompt.place[1:]}."] if prompt.place else []
    parts.append(_speak_wording(prompt))
    inline = [] if prompt.in_rows else [f"{c.number} {c.label}" for c in prompt.choices]
    long = len(", ".join(inline)) > 100  # noqa: PLR2004 - longer is hard to keep in mind
    if inline and not long:
        parts.append(f"{', '.join(inline)}.")
    if prompt.now:
        parts.append(f"Now: {prompt.now}.")
    parts += [_speak_hint(hint) for hint in (prompt.hint, prompt.place_hint) if hint]
    rows = [*inline] if long else []
    if prompt.in_rows:
        rows = [_speak_row(prompt, choice) for choice in prompt.choices]
    example = (
        [f"{prompt.example[0].upper()}{prompt.example[1:]}."] if prompt.example else []
    )
    return [" ".join(parts), *example, *rows]


def _speak_wording(prompt: Prompt) -> str:
    wording = re.sub(r"  (\d) (.+) \.\.\. (\d)", r" \1 \2, \3", prompt.wording)
    return wording if wording[-1:] in ".?!" else f"{wording}."


def _speak_hint(hint: str) -> str:
    if hint in SPOKEN:
        return SPOKEN[hint]
    spoken = re.sub(r"(\S+) = ", r"\1 for ", hint.strip("()"))
    return spoken if spoken.endswith(".") else f"{spoken}."


def _speak_row(prompt: Prompt, choice: Choice) -> str:
    described = prompt.key in {"sorting", "read-back"} and choice.description
    return f"{choice.number} {choice.label}" + (
        f": {choice.description}" if described else ""
    )


def fold_spoken(text: str, width: int) -> list[str]:
    """Fold what is said between questions."""
    return fold(text, width)
