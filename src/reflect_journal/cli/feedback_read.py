"""`reflect feedback read`: what of a letter, or of your own words, says something."""

from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from reflect_journal.cli.context import Context
from reflect_journal.cli.feedback_form import describe_form
from reflect_journal.cli.feedback_words import look_at_words

if TYPE_CHECKING:
    from reflect_journal.reading.reader import Suggestion

KEEP_IT: Final = "To keep it: {call} feedback add ID --by friend FILE"
File = Annotated[
    str, typer.Argument(metavar="[FILE]", help="The text; - or nothing: the pipe.")
]


def read(context: Context, file: File = "-") -> None:
    """Tell standard phrases from information, and what it could mean.

    It knows turns of phrase, no more; nothing is saved, you decide. Example:
    reflect feedback read mail.txt
    """
    from reflect_journal.cli.likely import make_reader
    from reflect_journal.interview.delicate import DANGER_TEXT, is_danger
    from reflect_journal.letters.friend_reply import (
        holds_form,
        leave_ratings_out,
        read_reply,
    )
    from reflect_journal.reading.reader import LIKELY
    from reflect_journal.terminal.reading_view import UNSAVED, render_reading

    text = look_at_words(context, file)
    form = read_reply(text).to_json()
    is_form = holds_form(text)
    reading = make_reader(context).read(leave_ratings_out(text) if is_form else text)
    if is_danger(text):
        context.err.write(DANGER_TEXT.replace(*UNSAVED).splitlines())
        reading = reading.without_suggestions()
    if context.options.json:
        context.answer_json(
            {
                "sentences": [
                    {
                        "text": one.text,
                        "kind": one.kind,
                        "suggestions": describe(one.suggestions),
                    }
                    for one in reading.sentences
                ],
                "suggestions": describe(reading.suggestions),
                "likely_from": LIKELY,
                "form": form or None,
            }
        )
    elif not is_danger(text):
        if is_form:
            context.out.write_folded(describe_form(form))
        if form:
            context.out.write([KEEP_IT.format(call=context.call)])
        if reading.is_usable or not is_form:
            context.out.write(render_reading(context.out, reading, context.vocabulary))


def describe(suggestions: "tuple[Suggestion, ...]") -> list[dict[str, Any]]:
    """Give suggestions as JSON."""
    return [{"id": one.id, "score": one.score} for one in suggestions]
