"""Pack the bank of phrasings, so that reading opens it at once: `make bank`."""

from pathlib import Path
from typing import Final

from reflect_journal.reading.bank import (
    ENGLISH,
    LETTERS,
    PHRASES,
    list_all_phrasings,
    load_letters,
    load_sections,
)
from reflect_journal.reading.index import build_index
from reflect_journal.reading.packing import pack_index
from reflect_journal.reading.slips import SLIPS, load_letter_lexicon, load_slip_lines
from reflect_journal.reading.words import build_lexicon

BANK: Final = Path(__file__).parents[1] / "src" / "reflect_journal" / "reading" / "bank"


def main(language: str = ENGLISH) -> None:
    """Pack all lines of a language."""
    lexicon = build_lexicon(load_sections(language, "words"))
    letter_lexicon = load_letter_lexicon(language)
    for name, pairs, words in (
        (PHRASES, list_all_phrasings(language), lexicon),
        (LETTERS, load_letters(language), lexicon),
        (SLIPS, load_slip_lines(language), letter_lexicon),
    ):
        packed = pack_index(build_index(pairs, words))
        (BANK / language / name).write_bytes(packed)


if __name__ == "__main__":
    main()
