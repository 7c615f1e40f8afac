"""How a reading looks: the sentences that say something, with what they could mean."""

from typing import Final

from reflect_journal.model.vocabulary import Vocabulary
from reflect_journal.reading.reader import WORTH_A_LOOK, Reading
from reflect_journal.terminal.lines import Line, Piece, fold_lines, line
from reflect_journal.terminal.output import Output

NOTHING_USABLE: Final = (
    "Nothing usable here: standard phrases that say nothing about you. Worth asking "
    "for a reason."
)
NOTHING_KNOWN: Final = (
    "Nothing here that is known by its words. All words: {} vocabulary"
)
WHAT_IT_IS: Final = "Guesses by their words; what is right, you know best."
UNSAVED: Final = (" What you wrote is saved.", "")
"""What is left out of the text about danger, since here nothing is saved."""
INDENT: Final = "    "
MOST: Final = 3


def render_reading(
    output: Output, reading: Reading, vocabulary: Vocabulary
) -> list[Line]:
    """Render each usable sentence with the labels that are likely for it."""
    usable = [one for one in reading.sentences if one.kind == "information"]
    if not usable:
        return fold_lines(NOTHING_USABLE, output.text_width)
    lines: list[Line] = []
    guessed = False
    for sentence in usable:
        labels = [
            vocabulary.get_label(one.id)
            for one in sentence.suggestions[:MOST]
            if one.score >= WORTH_A_LOOK
        ]
        lines += fold_lines(sentence.text, output.text_width)
        if labels:
            guessed = True
            lines += fold_lines(" / ".join(labels), output.text_width, INDENT, "dim")
    empty = len(reading.sentences) - len(usable)
    if empty:
        count = "1 sentence says" if empty == 1 else f"{empty} sentences say"
        lines += [(), line(Piece(f"{count} nothing about you.", "dim"))]
    last = WHAT_IT_IS if guessed else NOTHING_KNOWN.format(output.call)
    return [*lines, *([] if empty else [()]), *fold_lines(last, output.text_width)]
