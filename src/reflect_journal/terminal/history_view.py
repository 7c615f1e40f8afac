"""How the versions of a reflection look: when, what was done, what differs."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final, Protocol

from reflect_journal.model.days import format_day
from reflect_journal.model.differences import Difference, list_differences
from reflect_journal.model.identity import SHORT_LENGTH
from reflect_journal.model.private import without_private
from reflect_journal.terminal.lines import Line, Piece, fold_lines, line
from reflect_journal.terminal.output import Output

INDENT: Final = "  "
SHOWN: Final = 60
KEPT_BEFORE: Final = 16
"""Characters in front of the first that differs, to know the place again."""
NOTHING: Final = "(nothing)"
ALIKE: Final = "says the same as before"
WHATS: Final = {"edited": "changed", "restored": "brought back"}


class Version(Protocol):
    """What a view needs of a version."""

    @property
    def revision(self) -> str:
        """Its name."""

    @property
    def at(self) -> str:
        """When it was saved, UTC as text."""

    @property
    def device(self) -> str:
        """Where it was saved."""

    @property
    def what(self) -> str:
        """What was done."""

    @property
    def current(self) -> bool:
        """Whether nothing follows it."""

    @property
    def document(self) -> Mapping[str, Any] | None:
        """What it says."""

    @property
    def before(self) -> Mapping[str, Any] | None:
        """What was said before."""


def render_history(
    output: Output, title: str, versions: Sequence[Version], short: Mapping[str, str]
) -> list[Line]:
    """Render every version, the oldest first; `short` are ends of revisions."""
    width = output.text_width
    lines = fold_lines(title, width, style="bold")
    standing = [one for one in versions if one.current]
    devices = {one.device for one in versions}
    for one in versions:
        what = WHATS.get(one.what, one.what)
        head = [short[one.revision], format_moment(one.at), what]
        if len(devices) > 1:
            head.append(f"on {one.device or 'an unknown device'}")
        if one.current:
            head.append("stands now" if len(standing) == 1 else "stands beside another")
        lines.append(line(Piece(INDENT.join(head), "bold" if one.current else "")))
        for text in _describe(one):
            lines += fold_lines(text, width, INDENT * 2, "dim")
    if len(standing) > 1:
        lines += _describe_rivals(output, standing, short)
    return lines


def format_moment(at: str) -> str:
    """Write a time of the log as the clock on the wall shows it."""
    try:
        moment = datetime.fromisoformat(at).astimezone()
    except (ValueError, OverflowError, OSError):
        return at
    return f"{format_day(moment.date().isoformat())}, {moment:%H:%M}"


def _describe(version: Version) -> list[str]:
    if version.document is None or version.before is None:
        return []
    before = without_private(version.before)
    differences = list_differences(before, without_private(version.document))
    if not differences and version.what == "edited":
        return [ALIKE]
    return [_format_difference(one) for one in differences]


def _describe_rivals(
    output: Output, standing: Sequence[Version], short: Mapping[str, str]
) -> list[Line]:
    """Put what differs between the versions that stand side by side in a list."""
    texts = [one for one in standing if one.document is not None]
    width = output.text_width
    lines: list[Line] = [()]
    first = texts[0]
    for other in texts[1:]:
        pair = f"{short[first.revision]} -> {short[other.revision]}"
        lines.append(line(Piece(f"Side by side, {pair}", "bold")))
        pair_of_texts = [without_private(one.document or {}) for one in (first, other)]
        for one in list_differences(*pair_of_texts):
            lines += fold_lines(_format_difference(one), width, INDENT * 2)
    names = " or ".join(short[one.revision] for one in standing)
    advice = f"All are kept. To let one of them stand alone: --keep {names}"
    return lines + fold_lines(advice, width)


def _format_difference(difference: Difference) -> str:
    old, new = (" ".join(text.split()) for text in difference[1:])
    return f"{difference.path}: {_cut(old, new)} -> {_cut(new, old)}"


def _cut(text: str, other: str) -> str:
    """Shorten a text to the part in which it differs from another."""
    if not text:
        return NOTHING
    pairs = zip(text, other, strict=False)
    same = next((at for at, (a, b) in enumerate(pairs) if a != b), len(other))
    start = max(0, same - KEPT_BEFORE) if len(text) > SHOWN else 0
    part = text[start : start + SHOWN]
    ending = "..." if start + SHOWN < len(text) else ""
    return f"{'...' if start else ''}{part}{ending}"


def shorten_revisions(revisions: Sequence[str]) -> dict[str, str]:
    """Give each revision its last four characters, more where two would be equal."""
    length = SHORT_LENGTH
    while len({one[-length:] for one in revisions}) < len(set(revisions)):
        length += 1
    return {one: one[-length:] for one in revisions}
