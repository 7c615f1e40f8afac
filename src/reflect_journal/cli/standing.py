"""What waits in the journal: a reflection told in part, a plan not tried yet."""

from collections.abc import Sequence

from reflect_journal.cli.context import Context
from reflect_journal.model.outline import Outline


def find_short(outlines: Sequence[Outline]) -> Outline | None:
    """Find the newest reflection of which only a part was asked."""
    short = [one for one in outlines if one.form in {"facts", "quick"}]
    return max(short, key=lambda one: one.id, default=None)


def find_open_plan(
    context: Context, outlines: Sequence[Outline]
) -> tuple[str, dict[str, str]] | None:
    """Find the newest plan without an outcome, and the reflection that holds it."""
    open_ones = [one for one in outlines if one.plan == "open"]
    if not open_ones:
        return None
    newest = max(open_ones, key=lambda one: one.order)
    document = context.journal.get([newest.id])[0].document
    plan = document.get("plan") or {}
    texts = {key: str(plan.get(key) or "") for key in ("cue", "action")}
    return newest.id, texts
