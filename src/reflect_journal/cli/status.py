"""`reflect` alone: where you stand, in at most three lines."""

from reflect_journal.cli.context import Context
from reflect_journal.model.outline import Outline


def status(context: Context) -> None:
    """Say what waits: an unfinished draft, a short reflection, an open plan."""
    outlines = sorted(context.survey().outlines, key=lambda one: one.order)
    draft = context.drafts.find_newest()
    waiting = str(draft.answers.get("company") or "") if draft else ""
    short = find_short(outlines)
    plan = find_open_plan(context, outlines)
    if context.options.json:
        context.answer_json(
            {
                "reflections": len(outlines),
                "draft": str(context.drafts.path_of(draft.id)) if draft else None,
                "short": short.id if short else None,
                "plan": plan[1] if plan else None,
            }
        )
        return
    from reflect_journal.terminal.status_view import render_status

    context.out.write(
        render_status(
            context.out,
            count=len(outlines),
            draft=waiting if draft else None,
            short=short.company if short else None,
            plan=plan[1] if plan else None,
        )
    )


def find_short(outlines: list[Outline]) -> Outline | None:
    """Find the newest reflection of which only a part was asked."""
    short = [one for one in outlines if one.form in {"facts", "quick"}]
    return max(short, key=lambda one: one.id, default=None)


def find_open_plan(
    context: Context, outlines: list[Outline]
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
