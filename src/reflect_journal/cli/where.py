"""`reflect where`: the places of everything."""

from reflect_journal.cli.context import Context
from reflect_journal.journal.kept_words import KeptWords, list_kept


def where(context: Context) -> None:
    """Show where your journal and its settings are kept."""
    places = context.places
    draft = context.drafts.find_newest()
    words = [str(KeptWords(places, one).path) for one in list_kept(places)]
    answer = {
        "journal": str(places.journal),
        "state": str(places.state),
        "config": str(places.config),
        "cache": str(places.cache),
        "backups": str(places.backups),
        "draft": str(context.drafts.path_of(draft.id)) if draft else None,
    }
    if context.options.json:
        context.answer_json({**answer, "unsaved_words": words})
        return
    context.out.write(f"{name:<8} {path or 'none'}" for name, path in answer.items())
    context.out.write(f"words    {path}" for path in words)
