"""`reflect doctor`: what is wrong with the journal, and putting it right when asked."""

from dataclasses import asdict
from typing import Annotated

import typer

from reflect_journal.cli.confirming import DECLINED, Yes, confirm
from reflect_journal.cli.context import Context
from reflect_journal.errors import InvalidOptionError
from reflect_journal.journal.examining import Examination
from reflect_journal.journal.overhaul import Overhaul, Step

RepairOption = Annotated[
    bool, typer.Option("--repair", help="Put right what can be, after asking.")
]
GoneOption = Annotated[
    list[str] | None,
    typer.Option(
        "--gone",
        metavar="FILE",
        help="With --repair: this log too, which no device writes any more.",
    ),
]


def doctor(
    context: Context,
    repair: RepairOption = False,
    gone: GoneOption = None,
    yes: Yes = False,
) -> int:
    """Look for damage in the journal, without changing anything.

    With --repair: say what can be put right, ask, and do it. Bad bytes are moved to
    the quarantine (reflect where names the state folder); nothing is deleted.
    """
    overhaul = make_overhaul(context, gone or [], repair=repair)
    repaired: list[Step] = []
    if repair:
        planned = overhaul.plan()
        if planned and not yes and not agree(context, planned):
            context.err.write(["Nothing was changed."])
            return DECLINED
        repaired = overhaul.carry_out() if planned else []
    examination = Examination(context.places, context.world.now())
    findings = examination.list_findings(overhaul.plan_logs())
    is_ok = not any(one.needs_person for one in findings)
    if context.options.json:
        rows = [one._asdict() for one in findings]
        done = {"repaired": [asdict(one) for one in repaired]} if repair else {}
        context.answer_json({"ok": is_ok, "findings": rows, **done})
        return int(not is_ok)
    from reflect_journal.terminal.doctor_view import render_findings, render_repaired

    if repair:
        place = str(context.places.quarantine)
        context.out.write(render_repaired(context.out, repaired, place))
    context.out.write(render_findings(context.out, findings))
    return int(not is_ok)


def make_overhaul(context: Context, gone: list[str], *, repair: bool) -> Overhaul:
    """Make the overhaul; refuse logs that are not there.

    Raises:
        InvalidOptionError: when --gone names no log, or stands alone.
    """
    overhaul = Overhaul(context.places, context.world.now, context.world.new_id, gone)
    if gone and not repair:
        raise InvalidOptionError("--gone", "it goes with --repair.")
    for name in gone:
        if name not in overhaul.list_logs():
            advice = "It takes a file's name as reflect doctor tells it."
            raise InvalidOptionError("--gone", "the journal has no such log.", advice)
    return overhaul


def agree(context: Context, planned: list[Step]) -> bool:
    """Show what would be done, and ask."""
    from reflect_journal.terminal.doctor_view import render_steps

    context.err.write(["This can be put right:"])
    context.err.write(render_steps(context.err, planned))
    return confirm(context, "Do that?")
