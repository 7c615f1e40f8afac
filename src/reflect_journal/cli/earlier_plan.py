"""The plan of an earlier reflection: asked about once, its outcome kept where it is."""

import json
from typing import Any, Final

from reflect_journal.cli.context import Context
from reflect_journal.cli.standing import find_open_plan
from reflect_journal.errors import NewerRecordError, NotFoundError
from reflect_journal.interview.question import OpenPlan
from reflect_journal.interview.session import Session
from reflect_journal.journal.journal import NewVersion

EARLIER_PLAN: Final = "earlier_plan"
"""Among the answers of a draft: the plan that its interview asks about."""
LEFT_ALONE: Final = (
    "The earlier reflection was saved by a newer reflect, so what you said about its "
    "plan could not be added there."
)
OUTCOME: Final = "For the plan in the earlier reflection {} you said: {}"


def find_plan(context: Context, besides: str) -> OpenPlan | None:
    """Find the newest open plan, but not that of the reflection itself."""
    outlines = [one for one in context.survey().outlines if one.id != besides]
    found = find_open_plan(context, outlines)
    return OpenPlan(found[0], found[1]["cue"], found[1]["action"]) if found else None


def note_plan(plan: OpenPlan | None) -> dict[str, Any]:
    """Note it among the answers, so that another day asks about the same one."""
    return {EARLIER_PLAN: [plan.reflection, plan.cue, plan.action] if plan else None}


def recall_plan(context: Context, answers: dict[str, Any], own: str) -> OpenPlan | None:
    """Recall the plan that a draft asks about, if nobody told its outcome meanwhile."""
    if EARLIER_PLAN not in answers:
        return find_plan(context, own)
    match answers[EARLIER_PLAN]:
        case [str(reflection), str(cue), str(action)]:
            plan = OpenPlan(reflection, cue, action)
            return plan if _is_open(context, reflection) else None
    return None


def _is_open(context: Context, reflection: str) -> bool:
    try:
        saved = context.journal.get([reflection])[0]
    except NotFoundError:
        return False
    plan = saved.document.get("plan") or {}
    return bool(plan) and not plan.get("tried")


def tell_outcome(
    context: Context, plan: OpenPlan | None, tried: Any, helped: Any
) -> str:
    """Keep the outcome in the reflection that holds the plan; give what to say of it.

    Told again it changes nothing: the plan is not open any more.

    Raises:
        NotSavedError: when the disk refused; then nothing was kept.
    """
    if plan is None or not tried or not _is_open(context, plan.reflection):
        return ""
    saved = context.journal.get([plan.reflection])[0]
    document = json.loads(json.dumps(saved.document))
    document["plan"]["tried"] = tried
    if helped:
        document["plan"]["helped"] = helped
    parents = (saved.revision, *saved.others)
    version = NewVersion(saved.id, context.world.new_id(), document, parents)
    try:
        context.journal.save([version])
    except NewerRecordError:
        return LEFT_ALONE
    return ""


def describe_outcome(session: Session) -> str:
    """Say what was told about an earlier plan, for where it could not be kept."""
    plan, told = session.surroundings.open_plan, session.answers.get
    if plan is None or not told("tried"):
        return ""
    helped = f', "helped": "{told("helped")}"' if told("helped") else ""
    return OUTCOME.format(plan.reflection, f'"tried": "{told("tried")}"{helped}')
