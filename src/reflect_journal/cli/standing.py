"""What waits in the journal: a reflection told in part, a plan not tried yet."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reflect_journal.cli.context import Context
from reflect_journal.errors import JournalUnusableError, NotFoundError
from reflect_journal.journal.record import FORMAT
from reflect_journal.model.outline import Outline

if TYPE_CHECKING:
    from reflect_journal.journal.drafts import Draft


def find_short(context: Context, outlines: Sequence[Outline]) -> Outline | None:
    """Find the newest reflection of which only a part was asked.

    What a newer program saved can only be read here, and is passed over.
    """
    short = [one for one in outlines if one.form in {"facts", "quick"}]
    newest_first = sorted(short, key=lambda one: one.id, reverse=True)
    return next((one for one in newest_first if _is_ours(context, one.id)), None)


def _is_ours(context: Context, identifier: str) -> bool:
    return context.journal.get([identifier])[0].version <= FORMAT


def can_go_on(context: Context, draft: "Draft") -> bool:
    """Tell whether a draft can be saved in the end, as the journal stands."""
    if draft.base is None:
        return True
    try:
        return _is_ours(context, draft.base)
    except (NotFoundError, JournalUnusableError):
        return True


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


def find_due(context: Context, outlines: Sequence[Outline]) -> list[Outline]:
    """Find whom to write to again by now; who is due longest comes first."""
    today = context.today.isoformat()
    due = [one for one in outlines if "" < one.feedback.due_on <= today]
    return sorted(due, key=lambda one: (one.feedback.due_on, one.id))
