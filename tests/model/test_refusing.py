"""What cannot be kept is refused with its place, before anything is saved."""

import json
from typing import Any

import pytest

from reflect_journal.errors import RefusedInputError
from reflect_journal.model.documents import parse_document, parse_documents
from tests.model.drawing import TODAY, VOCABULARY, Document

CANARY = "cormorant"


def refuse(content: bytes) -> str:
    with pytest.raises(RefusedInputError) as caught:
        parse_documents(content, "notes.json", VOCABULARY, TODAY)
    return str(caught.value)


def refuse_raw(fields: str) -> str:
    return refuse(f'{{"company": "A", "rejected_on": "2026-11-20", {fields}}}'.encode())


def refuse_fields(**fields: Any) -> list[str]:
    document = {"company": "A", "rejected_on": "2026-11-20", **fields}
    return refuse(json.dumps(document).encode()).split("\n")


def nest(levels: int) -> Document:
    document: Document = {}
    for _ in range(levels - 1):
        document = {"deeper": document}
    return document


@pytest.mark.parametrize(
    ("fields", "place", "nearest"),
    [
        ({"stings": 3}, "stings", "sting"),
        ({"rounds": [{"stage": "panel", "balnce": 1}]}, "rounds[0].balnce", "balance"),
        (
            {"rounds": [{"areas": {"answers": {"ratng": 1}}}]},
            "rounds[0].areas.answers.ratng",
            "rating",
        ),
        (
            {"rounds": [{}, {"questions": [{"surprise": True}]}]},
            "rounds[1].questions[0].surprise",
            "surprised",
        ),
        ({"sightings": [{"weakspot": "x"}]}, "sightings[0].weakspot", "weak_spot"),
        ({"strengths": [{"strenght": "x"}]}, "strengths[0].strenght", "strength"),
        ({"strengths": [{"changeable": "soon"}]}, "strengths[0].changeable", ""),
        ({"fit": {"cultur": 1}}, "fit.cultur", "culture"),
        ({"plan": {"action": "x", "actoin": "y"}}, "plan.actoin", "action"),
        ({"zzz": None}, "zzz", ""),
    ],
)
def test_a_key_that_nobody_knows_is_named_with_its_place_and_the_nearest(
    fields: Document, place: str, nearest: str
) -> None:
    question = f"Did you mean {nearest}? " if nearest else ""
    assert [
        f"notes.json, item 1, {place}: is not a key that reflect knows.",
        f"{question}All of them: reflect schema",
        "Nothing was saved.",
    ] == refuse_fields(**fields)


def test_a_misspelt_key_is_named_rather_than_the_one_that_is_missing_for_it() -> None:
    said = refuse(b'{"compny": "A", "rejected_on": "2026-11-20"}')
    assert "item 1, compny: is not a key that reflect knows." in said
    assert "Did you mean company?" in said


@pytest.mark.parametrize(
    ("fields", "place", "said", "advice"),
    [
        (
            {"sightings": [{"weak_spot": "ramblin-answers"}]},
            "sightings[0].weak_spot",
            '"ramblin-answers" is not known.',
            "Did you mean rambling-answers? All of them: reflect vocabulary",
        ),
        (
            {"strengths": [{"strength": "good-raport"}]},
            "strengths[0].strength",
            '"good-raport" is not known.',
            "Did you mean good-rapport? All of them: reflect vocabulary",
        ),
        (
            {"plan": {"weak_spot": "Rambling-Answer"}},
            "plan.weak_spot",
            '"Rambling-Answer" is not known.',
            "Did you mean rambling-answers? All of them: reflect vocabulary",
        ),
        (
            {"sightings": [{"weak_spot": "qqqq"}]},
            "sightings[0].weak_spot",
            '"qqqq" is not known.',
            "All of them: reflect vocabulary",
        ),
    ],
)
def test_an_id_that_nobody_knows_is_named_with_the_nearest(
    fields: Document, place: str, said: str, advice: str
) -> None:
    expected = [f"notes.json, item 1, {place}: {said}", advice, "Nothing was saved."]
    assert expected == refuse_fields(**fields)


OUT_OF_TIME = "is not between 1970 and one year from today."
NO_DAY = "is not a day such as 2026-11-20."
NO_NUMBER = "is not a whole number."
STAGE = {"stage": "panel"}


@pytest.mark.parametrize(
    ("fields", "place", "said"),
    [
        ({"sting": 7}, "sting", "is above 5."),
        ({"sting": 0}, "sting", "is below 1."),
        ({"sting": "4"}, "sting", NO_NUMBER),
        ({"sting": True}, "sting", NO_NUMBER),
        ({"sting": 4.0}, "sting", NO_NUMBER),
        ({"sting": 10**200}, "sting", "is above 5."),
        ({"fit": {"role": 6}}, "fit.role", "is above 5."),
        (
            {"rounds": [{**STAGE, "areas": {"answers": {"rating": 7}}}]},
            "rounds[0].areas.answers.rating",
            "is above 5.",
        ),
        ({"rejected_on": "2999-01-01"}, "rejected_on", OUT_OF_TIME),
        ({"rejected_on": "1969-12-31"}, "rejected_on", OUT_OF_TIME),
        ({"rejected_on": "2027-11-22"}, "rejected_on", OUT_OF_TIME),
        ({"plan": {"due_on": "2999-01-01"}}, "plan.due_on", OUT_OF_TIME),
        ({"rejected_on": "2026-02-30"}, "rejected_on", NO_DAY),
        ({"rejected_on": "20 Nov 2026"}, "rejected_on", NO_DAY),
        ({"rejected_on": "2026-11-20T10:00:00Z"}, "rejected_on", NO_DAY),
        ({"rejected_on": 1700000000}, "rejected_on", NO_DAY),
        ({"rejected_on": None}, "rejected_on", NO_DAY),
        ({"company": ""}, "company", "is empty."),
        ({"company": " \t\n"}, "company", "is empty."),
        ({"company": None}, "company", "is not a text."),
        ({"company": "x" * 201}, "company", "is longer than 200 characters."),
        ({"role": "x" * 201}, "role", "is longer than 200 characters."),
        ({"tags": ["a", "x" * 201]}, "tags[1]", "is longer than 200 characters."),
        ({"moment": "x" * 20_001}, "moment", "is longer than 20,000 characters."),
        ({"moment": 5}, "moment", "is not a text."),
        ({"tags": "data"}, "tags", "is not a list."),
        ({"rounds": {}}, "rounds", "is not a list."),
        ({"rounds": ["panel"]}, "rounds[0]", "is not an object."),
        ({"rounds": [{}]}, "rounds[0].stage", "is missing."),
        ({"rounds": [{**STAGE, "areas": []}]}, "rounds[0].areas", "is not an object."),
        ({"plan": "later"}, "plan", "is not an object."),
        (
            {"rounds": [{**STAGE, "questions": [{"surprised": 1}]}]},
            "rounds[0].questions[0].surprised",
            "is not true or false.",
        ),
        ({"sightings": [{"by": "self"}]}, "sightings[0].weak_spot", "is missing."),
        ({"form": "Full"}, "form", "must be one of 'facts', 'quick' or 'full'."),
        ({"id": "01J9"}, "id", "is not an id of this journal."),
        ({"id": "0" * 27}, "id", "is not an id of this journal."),
        ({"id": "0" * 26 + "\n"}, "id", "is not an id of this journal."),
        ({"id": "-" * 26}, "id", "is not an id of this journal."),
        ({"id": 26}, "id", "is not a text."),
    ],
)
def test_a_value_of_the_wrong_kind_or_out_of_range_is_named_with_its_place(
    fields: Document, place: str, said: str
) -> None:
    expected = [f"notes.json, item 1, {place}: {said}", "Nothing was saved."]
    assert expected == refuse_fields(**fields)


def test_an_area_that_does_not_exist_is_named_with_all_that_do() -> None:
    said, _ = refuse_fields(rounds=[{**STAGE, "areas": {"handwriting": {}}}])
    assert "rounds[0].areas.handwriting: must be one of 'preparation'," in said
    assert "or 'outside-control'." in said


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ('"sting": NaN', "sting: NaN is not a number that can be kept."),
        ('"x": [{"y": Infinity}]', "x[0].y: Infinity is not a number that can"),
        ('"sting": -Infinity', "sting: -Infinity is not a number that can be kept."),
        ('"sting": 1e999', "sting: is too large a number to be kept."),
        ('"sting": ' + "9" * 301, "sting: is too large a number to be kept."),
        ('"sting": 1, "sting": 2', 'sting: the key "sting" stands there twice.'),
        ('"fit": {"a": 1, "a": 1}', 'fit.a: the key "a" stands there twice.'),
        ('"a": 1, "a": 1, "a": 1', 'a: the key "a" stands there twice.'),
    ],
)
def test_json_that_would_not_come_back_the_same_is_refused(
    fields: str, said: str
) -> None:
    assert f"notes.json, item 1, {said}" in refuse_raw(fields)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "notes.json: is empty."),
        (b"\n \r\n\t\n", "notes.json: is empty."),
        (b"\xef\xbb\xbf", "notes.json: is empty."),
        (b'{"company":\n "\xff"}', "notes.json, line 2: is not UTF-8 text."),
        ('{"a": 1}'.encode("utf-16"), "notes.json, line 1: is not UTF-8 text."),
        (b'{"company": "A",\n]', "notes.json, line 2, column 1: is not valid JSON."),
        (b"{}\n\n{]\n", "notes.json, line 3, column 2: is not valid JSON."),
        (b'{"a": 1} x', "notes.json, line 1, column 10: is not valid JSON."),
        (b'{"a": "b\nc"}', "notes.json, line 1, column 9: is not valid JSON."),
        (b"7", "notes.json, item 1: is not a JSON object."),
        (b"[[]]", "notes.json, item 1: is not a JSON object."),
        (b"null", "notes.json, item 1: is not a JSON object."),
        (b'{"company": "A", "rejected_on": "2026-11-20"}\n[]', "item 2: is not a JSON"),
        (
            (
                b'{"company": "A", "rejected_on": "2026-11-20"}\n'
                b'{"company": "B", "rejected_on": "2026-11-20", "sightings": '
                b'[{"weak_spot": "ramblin-answers"}]}'
            ),
            'notes.json, item 2, sightings[0].weak_spot: "ramblin-answers"',
        ),
        (b'{"a": ' + b"9" * 5000 + b"}\n{}", "item 1, a: is too large a number"),
    ],
)
def test_what_is_no_json_is_refused_with_line_or_item(
    content: bytes, said: str
) -> None:
    assert said in refuse(content)


def test_depth_is_counted_to_the_level() -> None:
    too_deep = "item 1, deeper.deeper.deeper: is nested deeper than 64 levels."
    assert "deeper: is not a key" in refuse(json.dumps(nest(64)).encode())
    assert too_deep in refuse(json.dumps(nest(65)).encode())


@pytest.mark.parametrize("opening", [b"[", b'{"a":'])
def test_a_hundred_thousand_levels_are_refused_like_sixty_five(opening: bytes) -> None:
    too_deep = "notes.json, line 1: is nested deeper than 64 levels."
    assert too_deep in refuse(opening * 100_000)
    assert too_deep in refuse(opening * 100_000 + b"\n{}")


def test_more_than_fifty_megabytes_are_refused_unread() -> None:
    assert "notes.json: is larger than 50 MB." in refuse(bytes(60 * 1000 * 1000))


def test_a_reflection_of_more_than_a_mebibyte_is_refused() -> None:
    long = [{"stage": "panel", "note": "\N{SNOWMAN}" * 20_000} for _ in range(18)]
    assert "notes.json, item 1: is larger than 1 MiB." in refuse_fields(rounds=long)[0]
    content = json.dumps(
        {"company": "A", "rejected_on": "2026-11-20", "rounds": long[1:]}
    )
    [kept] = parse_documents(content.encode(), "notes.json", VOCABULARY, TODAY)
    assert long[1:] == kept.document["rounds"]


@pytest.mark.parametrize(
    "fields",
    [
        {"moment": f"{CANARY} " * 3000},
        {"company": f"{CANARY} " * 30},
        {"sting": f"x{'x' * 50} {CANARY}"},
        {"stage_reached": CANARY},
        {"rejected_on": CANARY},
        {"x" * 70 + CANARY: 1},
        {"sightings": [{"weak_spot": "x" * 50 + CANARY}]},
        {"rounds": [CANARY]},
    ],
)
def test_a_refusal_repeats_no_more_of_a_text_than_finds_it(fields: Document) -> None:
    assert CANARY not in "".join(refuse_fields(**fields))


def test_a_refusal_of_broken_json_repeats_nothing_of_it() -> None:
    assert CANARY not in refuse(f'{{"moment": "{CANARY}'.encode())
    assert CANARY not in refuse(f'{{"moment": "{CANARY}'.encode() + b'\xff"}')
    twice = f'"{"x" * 70 + CANARY}": 1'
    assert CANARY not in refuse_raw(f"{twice}, {twice}")


def test_a_document_without_a_name_is_refused_by_its_path_alone() -> None:
    with pytest.raises(RefusedInputError) as caught:
        parse_document({"company": ""}, "the options", "", VOCABULARY, TODAY)
    assert str(caught.value) == "the options, company: is empty.\nNothing was saved."
    with pytest.raises(RefusedInputError) as caught:
        parse_document([], "the options", "", VOCABULARY, TODAY)
    assert str(caught.value) == (
        "the options: is not a JSON object.\n"
        "What a document may hold: reflect schema\nNothing was saved."
    )
