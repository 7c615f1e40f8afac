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
LEAST_DESCRIPTION: Final = 16
"""Columns below which a description would say nothing."""
KEPT_IN_MIND: Final = 100
"""Characters of choices that can be listened to without losing the first."""
PICK_HINT: Final = "Their numbers, Enter for none, :help tells what they mean"
SPOKEN: Final = {
    LOOK_HINT: "Enter if it does not apply, ? if you cannot tell.",
    "? = cannot tell": "? if you cannot tell.",
}


def lay_out(prompt: Prompt, width: int) -> list[Line]:
    """Lay a prompt out for a screen that is looked at."""
    lines = [*lay_out_place(prompt, width), *_lay_out_question(prompt, width)]
    if prompt.example:
        lines += fold_lines(prompt.example, width, INDENT, "dim")
    if prompt.now:
        lines += fold_lines(f"now: {prompt.now}", width, INDENT, "dim")
    return lines


def lay_out_place(prompt: Prompt, width: int) -> list[Line]:
    """Lay out the line that tells the step, where a new one begins."""
    if not prompt.place:
        return []
    parts = [part for part in (prompt.place, prompt.place_hint) if part]
    beside = "   ".join(parts)
    told = [beside] if measure(beside) <= width else parts
    return [(), *(one for part in told for one in fold_lines(part, width, "", "dim"))]


def _lay_out_question(prompt: Prompt, width: int) -> list[Line]:
    """Put choices behind the question where two lines hold it all, else below it."""
    # What the ends of a scale mean stands behind two blanks and stays together.
    question: list[Piece] = [
        Piece(part, "bold")
        for stretch in prompt.wording.split(GAP)
        for part in fold(stretch, width)
        if part
    ]
    choices = [Piece(f"{one.number} {one.label}") for one in prompt.choices]
    hint = [Piece(prompt.hint, "dim")] if prompt.hint else []
    if not prompt.in_rows:
        packed = _pack([*question, *choices, *hint], width)
        if len(packed) <= MOST_LINES or not choices:
            return packed
        below = [line(INDENT, piece) for piece in choices]
        return [*_pack([*question, *hint], width), *below]
    return [*_pack([*question, *hint], width), *lay_out_rows(prompt.choices, width)]


def _pack(pieces: list[Piece], width: int) -> list[Line]:
    """Fill lines with pieces, never breaking one that fits into a line."""
    packed: list[list[Piece]] = [[]]
    for piece in pieces:
        used = sum(measure(one.text) for one in packed[-1])
        if packed[-1] and used + len(GAP) + measure(piece.text) <= width:
            packed[-1] += [Piece(GAP), piece]
        elif packed[-1]:
            packed.append([piece])
        else:
            packed[-1].append(piece)
    return [
        folded
        for one in packed
        for folded in (
            [tuple(one)]
            if len(one) > 1
            else [line(Piece(t, one[0].style)) for t in fold(one[0].text, width)]
        )
    ]


def lay_out_rows(choices: tuple[Choice, ...], width: int) -> list[Line]:
    """Put choices one to a line, with their descriptions beside them."""
    names = [f"{choice.number:>2} {choice.label}" for choice in choices]
    widest = max(map(measure, names), default=0)
    room = width - widest - len(INDENT) - len(GAP)
    lines = []
    for name, choice in zip(names, choices, strict=True):
        pieces: list[str | Piece] = [cut(f"{INDENT}{name}", width)]
        if choice.description and room >= LEAST_DESCRIPTION:
            pieces = [INDENT, pad(name, widest), GAP]
            pieces.append(Piece(cut(choice.description, room), "dim"))
        lines.append(line(*pieces))
    return lines


def speak(prompt: Prompt) -> list[str]:
    """Put a prompt into whole lines for an ear or a simple terminal."""
    parts = [f"{_capitalise(prompt.place)}."] if prompt.place else []
    parts.append(_speak_wording(prompt))
    rows = [_speak_row(prompt, choice) for choice in prompt.choices]
    inline = ", ".join(rows)
    listed = prompt.in_rows or len(inline) > KEPT_IN_MIND
    if inline and not listed:
        parts.append(f"{inline}.")
    if prompt.now:
        stop = "" if prompt.now[-1] in ".?!" else "."
        parts.append(f"Now: {prompt.now}{stop}")
    hint = prompt.hint
    if prompt.shape == "pick" and not hint.startswith("Enter"):
        hint = PICK_HINT
    parts += [_speak_hint(one) for one in (hint, prompt.place_hint) if one]
    example = [f"{_capitalise(prompt.example)}."] if prompt.example else []
    return [*" ".join(parts).split("\n"), *example, *(rows if listed else [])]


def _speak_wording(prompt: Prompt) -> str:
    wording = re.sub(r"  (\d) (.+) \.\.\. (\d)", r" \1 \2, \3", prompt.wording.strip())
    if wording[-1:] in ".?!":
        return wording
    return f"{wording}:" if prompt.choices else f"{wording}."


def _speak_hint(hint: str) -> str:
    if hint in SPOKEN:
        return SPOKEN[hint]
    spoken = _capitalise(hint.strip("()").replace(" = ", ": "))
    return spoken if spoken.endswith(".") else f"{spoken}."


def _capitalise(text: str) -> str:
    # A lone letter is a key to type, and stays as it is typed.
    if text[1:2] == ":":
        return text
    return text[:1].upper() + text[1:]


def _speak_row(prompt: Prompt, choice: Choice) -> str:
    described = prompt.key in {"sorting", "read-back"} and choice.description
    label = choice.label.replace("+ ", "plus ")
    return f"{choice.number} {label}" + (f": {choice.description}" if described else "")
