"""The bank: what has to hold of it, whoever adds to it."""

import json
import re
from array import array
from collections import Counter
from collections.abc import Callable

import pytest

from reflect_journal.letters.advice import SLIPS as ADVICE
from reflect_journal.model.vocabulary import load_built_in
from reflect_journal.reading.bank import (
    ENGLISH,
    LETTERS,
    PHRASES,
    find_folder,
    list_all_phrasings,
    load_bank,
    load_letters,
    load_phrasings,
    load_sections,
    parse_sections,
)
from reflect_journal.reading.index import Index, Phrasing, build_index
from reflect_journal.reading.packing import KINDS, pack_index, unpack_index
from reflect_journal.reading.reader import LIKELY, build_reader
from reflect_journal.reading.sentences import LONGEST, split_sentences
from reflect_journal.reading.slips import (
    FINE,
    SLIPS,
    load_letter_lexicon,
    load_slip_lines,
    load_slips,
)
from reflect_journal.reading.words import split_words
from tests.reading_data import (
    average,
    find_hits,
    judge_empty,
    judge_sentences,
    label,
    load_cases,
    load_elsewhere,
    load_half,
    load_lines,
    make_reader,
    rank,
)

FEWEST = 40
FIVE_MEGABYTES = 5_000_000
IN_A_ROW = 6


def list_runs(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"[a-z']+", text.lower())
    return {tuple(words[at : at + IN_A_ROW]) for at in range(len(words) - IN_A_ROW + 1)}


def test_every_word_of_the_vocabulary_has_forty_phrasings_and_no_other_has_any() -> (
    None
):
    words = load_built_in()
    phrasings = load_sections(ENGLISH, "phrases")
    assert phrasings.keys() == {*words.weak_spots, *words.strengths}
    few = {one: len(lines) for one, lines in phrasings.items() if len(lines) < FEWEST}
    assert few == {}


def test_no_phrasing_stands_twice_at_an_id() -> None:
    pairs = [*load_phrasings(), *load_letters(), *load_slip_lines()]
    assert len(pairs) == len(set(pairs))


def test_the_bank_was_not_copied_from_what_it_is_measured_with() -> None:
    texts = [one.text for one in load_cases()] + load_elsewhere("offtopic_en.txt")
    texts += load_elsewhere("diaries_en.txt")
    for name in ("entries_en.jsonl", "stories_en.jsonl"):
        texts += [one["text"] for one in load_lines(name)]
    texts += [
        sentence["text"]
        for name in ("mails_en.jsonl", "mails_fresh_en.jsonl")
        for mail in load_lines(name)
        for sentence in mail["sentences"]
        if sentence["kind"] == "information"
    ]
    measured = {run for text in texts for run in list_runs(text)}
    lines = [line for _, line in [*load_phrasings(), *load_letters()]]
    lines += load_sections(ENGLISH, "elsewhere")["elsewhere"]
    assert [line for line in lines if list_runs(line) & measured] == []


def test_the_slips_were_not_copied_from_the_letters_they_are_measured_with() -> None:
    measured = {
        run for one in load_lines("letters_en.jsonl") for run in list_runs(one["text"])
    }
    copied = [line for _, line in load_slip_lines() if list_runs(line) & measured]
    assert copied == []


def test_every_kind_of_slip_has_many_sentences_and_most_are_fine() -> None:
    counted = Counter(kind for kind, _ in load_slip_lines())
    assert counted.keys() == {FINE, *ADVICE}
    assert min(counted.values()) > FEWEST
    assert max(counted, key=counted.__getitem__) == FINE


def test_in_letters_it_matters_who_did_it() -> None:
    told = load_slips().score("You did not read my letter.")
    confessed = load_slips().score("I did not read your letter.")
    assert told["blaming"] > confessed["blaming"]


def test_the_bank_is_small() -> None:
    folder = find_folder()
    assert sum(len(one.read_bytes()) for one in folder.iterdir()) < FIVE_MEGABYTES


def look_into(index: Index) -> tuple[object, ...]:
    postings = index.postings.packed()
    numbers = postings.marks, postings.ends, postings.places
    return list(index.owners), *(list(one) for one in numbers)


def test_the_vocabulary_itself_is_compared_with_too() -> None:
    labels = {word.label for word in load_built_in().weak_spots.values()}
    assert labels <= {line for _, line in list_all_phrasings()}


@pytest.mark.uncounted
@pytest.mark.parametrize(
    ("name", "load"),
    [
        (PHRASES, list_all_phrasings),
        (LETTERS, load_letters),
        (SLIPS, load_slip_lines),
    ],
    ids=[PHRASES, LETTERS, SLIPS],
)
def test_what_is_packed_is_what_the_lines_say(
    name: str, load: Callable[[], list[Phrasing]]
) -> None:
    lexicon = load_letter_lexicon() if name == SLIPS else load_bank().lexicon
    made = build_index(load(), lexicon)
    packed = unpack_index((find_folder() / name).read_bytes(), lexicon)
    assert look_into(packed) == look_into(made), "make bank was forgotten"
    assert packed.lengths == pytest.approx(made.lengths)


def test_a_packed_index_is_read_alike_on_every_machine() -> None:
    lexicon = load_bank().lexicon
    index = build_index([("a", "talked too long"), ("b", "came too late")], lexicon)
    packed = pack_index(index)
    again = unpack_index(packed, lexicon)
    assert again.score("too late") == pytest.approx(index.score("too late"))
    assert pack_index(again) == packed
    head, _, numbers = packed.partition(b"\n")
    sizes = json.loads(head)["sizes"]
    widths = [array(kind).itemsize for kind in KINDS]
    turned, at = b"", 0
    for size, width in zip(sizes, widths, strict=True):
        for _ in range(size):
            turned += numbers[at : at + width][::-1]
            at += width
    assert pack_index(unpack_index(head + b"\n" + turned, lexicon)) == packed


def test_what_is_added_to_a_packed_index_counts_like_what_was_packed() -> None:
    lexicon = load_bank().lexicon
    pairs = [("a", "talked too long"), ("b", "came too late"), ("c", "was too long")]
    first = unpack_index(pack_index(build_index(pairs[:2], lexicon)), lexicon)
    both = first.extended(pairs[2:])
    whole = build_index(pairs, lexicon)
    assert both.postings.find("long") == whole.postings.find("long") == [0, 2]
    assert both.score("far too long").keys() == whole.score("far too long").keys()
    assert pack_index(both) != pack_index(first)


def test_comments_and_empty_lines_are_left_out() -> None:
    text = "stray\n[one]\n# why\n\n a b \n[two]\nc\n[one]\nd\n"
    assert parse_sections(text) == {"one": ("a b", "d"), "two": ("c",)}


def test_words_with_like_meaning_have_one_name() -> None:
    lexicon = load_bank().lexicon
    assert lexicon.group("spoke") == lexicon.group("talking") != ""
    assert lexicon.group("zebra") == ""
    assert lexicon.stem("stopped") == lexicon.stem("stopping") == "stop"
    assert lexicon.stem("press") == "press"
    assert [*split_words("Didn't Café C++")] == ["did", "not", "cafe", "c++"]


def test_a_sentence_goes_on_in_the_next_line_of_a_folded_mail() -> None:
    folded = (
        "We would have liked to hear much more about how you\nwork. Dr. No said so."
    )
    assert split_sentences(folded) == [
        "We would have liked to hear much more about how you work.",
        "Dr. No said so.",
    ]
    assert split_sentences("Hello,\nthank you. Mr.") == ["Hello,", "thank you.", "Mr."]
    assert [len(one) for one in split_sentences("x" * 1000)] == [LONGEST, 400]


@pytest.mark.uncounted
def test_an_id_that_is_not_in_the_vocabulary_is_never_suggested() -> None:
    words = load_built_in()
    only = {"late-arrival": words.weak_spots["late-arrival"]}
    reader = build_reader(load_bank(), type(words)(only, {}))
    ids = {one.id for one in reader.read("I talked too long.").suggestions}
    assert ids <= {"late-arrival"}


@pytest.mark.uncounted
def test_the_kind_of_a_sentence_is_mostly_right() -> None:
    reader = make_reader()
    own = load_lines("mails_dev_en.jsonl")
    half = load_half("mails_en.jsonl", aside=False)
    assert average(judge_sentences(reader, own)) > 0.93
    assert average(judge_sentences(reader, half)) > 0.92
    assert average(judge_sentences(reader, half, frames=False)) > 0.88
    assert average(judge_empty(reader, half)) < 0.05
    fresh = load_half("mails_fresh_en.jsonl", aside=False)
    assert average(judge_sentences(reader, fresh)) > 0.9


def test_a_right_word_is_mostly_among_the_first_five() -> None:
    entries = label(load_lines("entries_dev_en.jsonl"))
    ranked = [(rank(make_reader(), one), one) for one in entries]
    assert average(find_hits(ranked, 5)) >= 0.85
    half = label(load_half("entries_en.jsonl", aside=False))
    halves = [(rank(make_reader(), one), one) for one in half]
    assert average(find_hits(halves, 5)) >= 0.85
    cases = [(rank(make_reader(), one), one) for one in load_cases()]
    assert average(find_hits(cases, 5)) >= 0.6


def test_every_cue_is_of_a_cause_that_the_vocabulary_has() -> None:
    spots = load_built_in().weak_spots
    assert {spots[one].changeable for one in load_bank().cues} == {"not-at-all"}


def test_text_about_something_else_has_no_likely_word() -> None:
    loud = [
        text
        for text in load_elsewhere()
        if any(one.score >= LIKELY for one in make_reader().read(text).suggestions)
    ]
    assert loud == []
