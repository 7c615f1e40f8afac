"""The table of results."""

from collections.abc import Iterable, Sequence
from typing import Final

from bench.comparing import MIB, Result
from bench.running import Cost

HEADER: Final = ("what", "took", "peak", "against", "took", "ratio", "bar", "")


def render_table(results: Sequence[Result], *, judged: bool) -> str:
    """Render one line for each result, with a head; a verdict where it is `judged`."""
    rows = [HEADER, *((*_render(one), one.verdict * judged) for one in results)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(_join(row, widths) for row in rows)


def _join(row: Iterable[str], widths: Iterable[int]) -> str:
    cells = [cell.ljust(width) for cell, width in zip(row, widths, strict=True)]
    return "  ".join(cells).rstrip()


def _render(result: Result) -> tuple[str, ...]:
    asked = result.comparison
    ratio = "" if result.ratio is None else f"{result.ratio:.2f}"
    return (
        asked.work,
        _render_time(result.cost),
        _render_peak(result.cost),
        asked.against,
        _render_time(result.cost_against),
        ratio,
        _render_bar(asked.bar, asked.peak_bar),
    )


def _render_time(cost: Cost | None) -> str:
    if cost is None:
        return ""
    digits = 0 if cost.peak else 2
    return f"{cost.seconds * 1000:.{digits}f} ms"


def _render_peak(cost: Cost | None) -> str:
    return f"{cost.peak / MIB:.0f} MiB" if cost and cost.peak else ""


def _render_bar(ratio: float | None, peak: int | None) -> str:
    bars = [f"{ratio:g} x"] if ratio is not None else []
    bars += [f"{peak // MIB} MiB"] if peak is not None else []
    return ", ".join(bars)
