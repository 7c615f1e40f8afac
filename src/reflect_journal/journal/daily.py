"""Makes the backup of the day after a change; says nothing and harms nothing."""

from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime

from reflect_journal.journal.places import Places
from reflect_journal.journal.system import THIS_SYSTEM, System


def back_up_daily(
    places: Places, now: Callable[[], datetime], system: System = THIS_SYSTEM
) -> None:
    """Make the first backup of a day.

    What was saved is saved, whatever becomes of this; `reflect doctor` tells when
    there is none.
    """
    with suppress(Exception, KeyboardInterrupt):
        at = now()
        day = at.astimezone(UTC).date().isoformat()
        if not (places.backups / f"{day}.zip").exists():
            from reflect_journal.journal.generations import keep_generation

            keep_generation(places, at, system)
