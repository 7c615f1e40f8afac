"""What waits for the person, and which of it comes next."""

from collections.abc import Sequence
from dataclasses import dataclass

from reflect_journal.cli.context import Context
from reflect_journal.cli.standing import find_due, find_open_plan, find_short
from reflect_journal.cli.unfinished import find_drafts
from reflect_journal.journal.drafts import Draft
from reflect_journal.model.outline import Outline
from reflect_journal.terminal.status_view import Standing, describe_next_step


@dataclass(frozen=True, slots=True)
class Waiting:
    """Unfinished interviews, a reflection told in part, an open plan and its id."""

    drafts: Sequence[Draft]
    short: Outline | None
    plan: tuple[str, dict[str, str]] | None
    due: Sequence[Outline] = ()

    @property
    def draft(self) -> Draft | None:
        """The draft that was kept last."""
        return self.drafts[0] if self.drafts else None

    def describe(self, context: Context) -> Standing:
        """Give it as people are told."""
        short = self.short
        due = next(iter(self.due), None)
        return Standing(
            drafts=[str(one.answers.get("company") or "") for one in self.drafts],
            short=(short.company, context.shorten_id(short.id)) if short else None,
            plan=self.plan[1] if self.plan else None,
            due=tell_due(context, due) if due else None,
        )


def tell_due(context: Context, due: Outline) -> tuple[str, str, str]:
    """Tell whom to write to again: the company, since when, and the short id."""
    return due.company, due.feedback.due_on, context.shorten_id(due.id)


def find_waiting(context: Context, outlines: Sequence[Outline]) -> Waiting:
    """Find what waits among all reflections and drafts."""
    drafts = find_drafts(context)
    draft = drafts[0] if drafts else None
    short = find_short(context, outlines)
    if draft and short and short.id in {draft.id, draft.base}:
        short = None
    plan = find_open_plan(context, outlines)
    return Waiting(drafts, short, plan, find_due(context, outlines))


def tell_next_step(context: Context, outlines: Sequence[Outline]) -> str:
    """Say the one thing to do next; "" where nothing waits."""
    standing = find_waiting(context, outlines).describe(context)
    return describe_next_step(standing, context.call)
