"""The texts that reading is measured with are whole, and labelled with known words."""

import json
from pathlib import Path
from typing import Any

from reflect_journal.model.vocabulary import Strength, WeakSpot, load_built_in

DATA = Path(__file__).parent / "data"
VOCABULARY = load_built_in()
KNOWN: dict[str, WeakSpot | Strength] = {
    **VOCABULARY.weak_spots,
    **VOCABULARY.strengths,
}


def read_lines(name: str) -> list[str]:
    return (DATA / name).read_text(encoding="utf-8").splitlines()


def load(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in read_lines(name)]


FIRST_MAILS = load("mails_en.jsonl")
FRESH_MAILS = load("mails_fresh_en.jsonl")
MAILS = [*FIRST_MAILS, *FRESH_MAILS]
ENTRIES = load("entries_en.jsonl")
STORIES = load("stories_en.jsonl")
SENTENCES = [sentence for mail in MAILS for sentence in mail["sentences"]]


def count_information(mail: dict[str, Any]) -> tuple[int, int]:
    """Count (information, phrases), greetings and signatures left out."""
    body = [one["kind"] for one in mail["sentences"] if "frame" not in one]
    return body.count("information"), body.count("boilerplate")


def test_the_numbers_are_as_the_readme_says() -> None:
    numbers = [
        (len(texts), sum(one["kept_aside"] for one in texts))
        for texts in (FIRST_MAILS, FRESH_MAILS, ENTRIES, STORIES)
    ]
    assert numbers == [(78, 22), (64, 33), (130, 65), (220, 110)]
    first = [one for mail in FIRST_MAILS for one in mail["sentences"]]
    phrases = [one for one in first if one["kind"] == "boilerplate"]
    frames = [one for one in first if "frame" in one]
    assert (len(frames), len(phrases)) == (251, 477)
    assert len(read_lines("offtopic_en.txt")) == 40
    assert len(read_lines("diaries_en.txt")) == 60


def test_no_text_comes_twice() -> None:
    labelled = [*MAILS, *ENTRIES, *STORIES]
    texts = [one["text"] for one in labelled]
    texts += [*read_lines("offtopic_en.txt"), *read_lines("diaries_en.txt")]
    assert len({text.casefold() for text in texts}) == len(texts)
    assert len({one["id"] for one in labelled}) == len(labelled)


def test_sentences_are_the_whole_mail_in_order() -> None:
    for mail in MAILS:
        rest = mail["text"]
        for sentence in mail["sentences"]:
            assert rest.startswith(sentence["text"]), (mail["id"], sentence)
            rest = rest.removeprefix(sentence["text"]).lstrip()
        assert not rest, mail["id"]


def test_every_label_is_a_known_word() -> None:
    labelled = [*SENTENCES, *ENTRIES, *STORIES]
    assert {label for one in labelled for label in one["labels"]} == set(KNOWN)


def test_only_information_is_labelled() -> None:
    kinds = {sentence["kind"] for sentence in SENTENCES}
    assert kinds == {"boilerplate", "information"}
    assert {one["kind"] for one in SENTENCES if one["labels"]} == {"information"}
    assert {one["kind"] for one in SENTENCES if "frame" in one} == {"boilerplate"}


def test_a_style_is_what_its_sentences_are() -> None:
    for mail in MAILS:
        information, phrases = count_information(mail)
        fits = {
            "formulaic": information == 0,
            "informative": information > phrases,
            "mixed": information > 0 and phrases > 0,
        }
        assert fits[mail["style"]], mail["id"]


def test_both_halves_hold_every_style_and_question() -> None:
    for aside in (True, False):
        styles = {mail["style"] for mail in MAILS if mail["kept_aside"] is aside}
        asked = {one["question"] for one in ENTRIES if one["kept_aside"] is aside}
        assert styles == {"formulaic", "informative", "mixed"}
        assert asked == {"moment", "next_time", "their_words", "note"}


def test_an_entry_has_one_or_two_labels_and_the_first_is_of_its_area() -> None:
    for entry in ENTRIES:
        first = KNOWN[entry["labels"][0]]
        assert entry["area"] in {None, first.area}, entry["id"]
        assert len(entry["labels"]) in {1, 2}, entry["id"]


def test_entries_are_about_every_weak_spot_and_strength() -> None:
    assert {label for entry in ENTRIES for label in entry["labels"]} == set(KNOWN)


def test_stories_are_about_every_weak_spot_and_in_three_voices() -> None:
    told = {label for story in STORIES for label in story["labels"]}
    assert set(VOCABULARY.weak_spots) <= told
    assert {story["told_by"] for story in STORIES} == {
        "self",
        "interviewer",
        "recruiter",
    }
