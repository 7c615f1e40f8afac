"""The bank that comes with the program is found and whole."""

from reflect_journal.reading.bank import load_bank


def test_loaded_again_it_is_the_same() -> None:
    # Loaded here: where it was loaded before, its lines may not have been counted.
    assert load_bank.__wrapped__().cues == load_bank().cues
