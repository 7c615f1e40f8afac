"""One page before an interview: nothing on it that was not written before."""

from typing import Any

from hypothesis import given

from reflect_journal.insight.briefing import Briefing, compose_briefing
from reflect_journal.model.tolerance import load_reflection
from tests.insight.documents import Document, identify, journals, sum_up, write


def compose(*documents: Document, stage: str = "") -> Briefing:
    """Compose the page of documents, the newest first."""
    entries = [(one, load_reflection(other)) for one, other in identify(documents)]
    return compose_briefing(entries, sum_up(documents).strengths, stage)


def talk(stage: str = "panel", **fields: Any) -> Document:
    return {"stage": stage, **fields}


def list_texts(told: tuple[Any, ...]) -> list[str]:
    return [one.text for one in told]


def test_every_line_names_the_reflection_it_comes_from() -> None:
    page = compose(write(9, lesson="Breathe."), write(1, lesson="Ask first."))
    [newest, oldest] = page.to_json()["lessons"]
    assert newest == {
        "text": "Breathe.",
        "about": "",
        "id": "01J" + "0" * 23,
        "company": "Company 9",
        "rejected_on": "2026-01-10",
    }
    assert oldest["text"] == "Ask first."


def test_the_same_lesson_stands_once_and_no_more_than_five_stand() -> None:
    same = [write(9, lesson="Ask first."), write(8, lesson="ASK FIRST. ")]
    others = [write(day, lesson=f"Lesson {day}") for day in range(7, 0, -1)]
    texts = list_texts(compose(*same, *others).lessons)
    assert texts == ["Ask first.", *[f"Lesson {day}" for day in (7, 6, 5, 4)]]


def test_open_plans_come_first_then_those_that_helped_three_in_all() -> None:
    def plan(action: str, **outcome: str) -> Document:
        return {"plan": {"cue": "x", "action": action, **outcome}}

    helped = {"tried": "yes", "helped": "yes"}
    page = compose(
        write(9, **plan("helped new", **helped)),
        write(8, **plan("in vain", tried="yes", helped="no")),
        write(7, **plan("open")),
        write(6, **plan("open")),
        write(5, plan={"cue": "no action"}),
        write(4),
        write(3, **plan("helped old", **helped)),
        write(2, **plan("helped oldest", **helped)),
    )
    assert [(one.action, one.helped) for one in page.plans] == [
        ("open", ""),
        ("helped new", "yes"),
        ("helped old", "yes"),
    ]
    assert page.to_json()["plans"][0]["helped"] is None


def test_answers_and_preparation_are_those_of_the_talk_that_comes() -> None:
    def look(next_time: str) -> Document:
        return {"preparation": {"rating": 2, "next_time": next_time}}

    asked = [{"asked": "Why us?", "next_time": "The bakeries."}]
    rounds = [
        talk("panel", questions=asked, areas=look("Read their blog.")),
        talk("final", questions=[{"next_time": "Else."}], areas=look("Sleep.")),
        talk("panel", areas={"preparation": {}}),
        talk("panel", areas={}),
    ]
    page = compose(write(1, rounds=rounds), stage="panel")
    assert [(one.about, one.text) for one in page.answers] == [
        ("Why us?", "The bakeries.")
    ]
    assert list_texts(page.preparation) == ["Read their blog."]
    assert [(one.seen_in, one.looked_at_in) for one in page.steps] == [
        (1, 1),
        (1, 1),
        (0, 1),
        (0, 1),
        (0, 1),
    ]
    everything = compose(write(1, rounds=rounds))
    assert list_texts(everything.preparation) == ["Read their blog.", "Sleep."]


def test_what_did_not_fit_becomes_something_to_ask() -> None:
    page = compose(
        write(9, fit={"role": 2, "culture": 3, "note": "Who decides?"}),
        write(8, fit={"role": 5, "culture": 1}),
    )
    assert [(one.about, one.text) for one in page.unsure] == [
        ("note", "Who decides?"),
        ("role", "2"),
        ("culture", "1"),
    ]


def test_the_last_word_is_the_newest_one_to_a_friend() -> None:
    page = compose(write(9), write(8, friend_words="Rest."), write(7, friend_words="x"))
    assert list_texts(page.friend_words) == ["Rest."]


@given(journals)
def test_nothing_is_invented(documents: list[Document]) -> None:
    written = str(documents)
    page = compose(*documents).to_json()
    for part in ("worked", "lessons", "answers", "preparation", "friend_words"):
        assert all(one["text"] in written for one in page[part])
    assert all(one["action"] in written for one in page["plans"])
