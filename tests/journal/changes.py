"""Short ways to change a journal in tests, and to see what it says."""

from typing import Any

from reflect_journal.journal.journal import Journal
from reflect_journal.journal.versions import NewVersion
from tests.journal.worlds import make_version


def save(journal: Journal, *names: str) -> list[NewVersion]:
    """Save a reflection for each company, all at once."""
    versions = [make_version(name) for name in names]
    journal.save(versions)
    return versions


def edit(journal: Journal, identifier: str, company: str) -> NewVersion:
    """Save a version that follows what is shown."""
    [shown] = journal.get([identifier])
    version = make_version(company, identifier, [shown.revision, *shown.others])
    journal.save([version])
    return version


def list_whats(journal: Journal, identifier: str) -> list[str]:
    return [one.what for one in journal.get_history(identifier)]


def list_current(journal: Journal, identifier: str) -> list[Any]:
    """The names that stand, or None for a deletion."""
    return [
        one.document and one.document["company"]
        for one in journal.get_history(identifier)
        if one.current
    ]
