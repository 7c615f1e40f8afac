"""Two kinds of sentences that are met with care."""

import pytest

from reflect_journal.interview.delicate import (
    JUDGEMENT_QUESTION,
    is_danger,
    is_global_judgement,
)
from reflect_journal.interview.session import REST
from tests.interview.people import Lines, hold

JUDGEMENTS = [
    "I'm useless",
    "I\N{RIGHT SINGLE QUOTATION MARK}m such a failure",
    "i am just not good enough",
    "I AM UNEMPLOYABLE",
    "I can't do anything right",
    "I always screw up the easy ones",
    "I never get anything right.",
    "I'll never find a job",
    "I feel so stupid",
    "Nobody will ever hire me",
    "What a loser I am",
    "I was hopeless",
    "It went fine, but I am a total failure",
    "I've always been worthless",
    "I cannot get anything right",
    "I fail at everything",
    "I will never be good enough for this field",
    "I felt like a failure",
    "I'm not good enough for this job",
    "I am just not good enough for this",
    "I am too stupid for this",
    "I'm such a useless person",
    "I cant do anything right",
    "I never do anything right",
    "I really am a failure",
]
NO_JUDGEMENTS = [
    "the fan was useless",
    "I never used Mongo",
    "I always bring two copies of my CV",
    "The build was a failure",
    "They asked a stupid question",
    "I said the first answer was not good enough",
    "My answer was stupid",
    "I was not good enough at SQL",
    "I am not good enough in French yet",
    "I never met the hiring manager",
    "I always start with the tables",
    "He said I was never on time",
    "It felt useless to argue",
    "I was stupid to skip lunch",
    "I failed the coding test",
    "We talked about failure modes",
    "I never know what to do with my hands",
    "The recruiter always sounded tired",
    "I lost the thread in the third question",
    "My laptop is hopeless",
    "I was useless for ten minutes",
    "I never said that they would never hire me again",
    "Nobody asked me anything",
    "I am an idiom collector",
    "I'm the failure analysis lead",
    "I was useless for the first question",
    "I never make it to lunch",
    "I felt like a coffee",
]
DANGERS = [
    "I don't see the point of living any more",
    "honestly i don't see a point in living, i've been cutting again",
    "I took too many pills last night",
    "I can't go on",
    "I just can't go on like this",
    "I cannot live like this any longer",
    "Ich will nicht mehr leben",
    "je veux mourir",
    "no quiero vivir",
    "I want to kill myself",
    "i could just kill myself.",
    "Thinking of killing myself",
    "I want to end my life",
    "I thought about ending my own life tonight",
    "I might take my life",
    "suicide is all I think about",
    "I feel SUICIDAL",
    "I don't want to live",
    "I don\N{RIGHT SINGLE QUOTATION MARK}t want to live anymore",
    "I do not want to be alive",
    "I dont want to live like this",
    "They'd be better without me. I'd be better off dead",
    "I am better off dead",
    "I want to hurt myself",
    "I hurt myself again last night",
    "I will harm myself",
    "There is no reason to live",
    "I just want to die",
    "I want to end it all",
    "I've been hurting myself",
    "I was thinking of harming myself tonight",
    "I wish I was dead",
    "Everyone would be better off if I were dead",
    "I no longer want to live",
    "I'd rather be dead",
    "They are better off without me",
    "Everyone would be better off without me.",
    "My family would be better without me",
    "My kids would be so much happier without me",
    "It would be better if I was gone",
    "It'd be easier if I weren't around",
    "I should have killed myself years ago",
    "I nearly killed myself last night",
    "If this fails I would have killed myself",
    "i could kill my self",
    "I could have killed myself for saying that",
    "I tried to killmyself",
    "i wanna die",
    "I wanted to die.",
    "I wish I could die",
    "I hope I die",
    "I deserve to die",
    "I might as well be dead",
    "I wish I had never been born",
    "I wish I`d never been born",
    "I wish I didn't exist",
    "I don't want to exist",
    "I don't want to be here anymore",
    "I don't want to wake up tomorrow",
    "I want to fall asleep and not wake up",
    "I can't go on living",
    "My life isn't worth living",
    "Life is not worth it",
    "I have nothing to live for",
    "I have nothing left to live for",
    "There's no point in living",
    "I'm tired of living",
    "I hate being alive",
    "I'm thinking about ending it.",
    "ending it all",
    "I want everything to be over",
    "I want to unalive myself",
    "I could just off myself",
    "I'm going to hang myself",
    "I could shoot myself",
    "I want to jump off a bridge",
    "I want to jump in front of a train",
    "I want to slit my wrists",
    "I thought of taking an overdose of pills",
    "kms",
    "thoughts of selfharm",
]
NO_DANGERS = [
    "I can't go on holiday before the final round",
    "They can't go on like this with the panel",
    "I can't go on about it all evening",
    "I've been cutting again on words",
    "killed it",
    "I killed it in the first round",
    "dying of boredom",
    "that killed me",
    "my career is dead",
    "I don't want to live in Berlin",
    "I don't want to live out of a suitcase",
    "career suicide",
    "It would be political suicide to say so",
    "I worked on a suicide prevention line",
    "The demo died",
    "I was dead tired",
    "I nearly died laughing",
    "I killed the process",
    "They kill projects every quarter",
    "I wanted to die of shame",
    "I cut myself shaving before the call",
    "I hurt myself on the stairs of their office",
    "The deadline killed us",
    "Over my dead body",
    "I want to live in Lisbon",
    "That project was better off dead",
    "I shot myself in the foot",
    "I could kill for a coffee",
    "I cut myself short",
    "I don't want to live abroad",
    "I wish I was dead certain about Kafka",
    "I nearly killed myself laughing",
    "I was hurting myself by talking on",
    "I killed my chances",
    "I killed my laptop the night before",
    "I killed myself preparing for this",
    "I practically killed myself working on the task",
    "We would be better off without meetings",
    "They are better off without mentioning it",
    "I could shoot myself in the foot like that again",
    "I threw myself into the task",
    "I signed off myself",
    "I topped my own answer",
    "An overdose of buzzwords",
    "I never wake up late",
    "It was not worth it",
    "I am tired of living out of boxes",
    "I didn't want to be here so early",
    "I want to end it on a good note",
    "I was gone by noon",
    "Their product would be dead without me",
    "I hung up myself",
    "That would kill the mood",
    "It went better without me asking",
]


@pytest.mark.parametrize("sentence", JUDGEMENTS)
def test_a_judgement_of_the_whole_person_is_heard(sentence: str) -> None:
    assert is_global_judgement(sentence)


@pytest.mark.parametrize("sentence", NO_JUDGEMENTS)
def test_a_sentence_about_a_thing_or_a_moment_is_no_judgement(sentence: str) -> None:
    assert not is_global_judgement(sentence)


@pytest.mark.parametrize("sentence", DANGERS)
def test_a_sentence_about_danger_is_heard(sentence: str) -> None:
    assert is_danger(sentence)
    assert is_danger(f"It was long.\n\n{sentence.upper()}")


@pytest.mark.parametrize("sentence", NO_DANGERS)
def test_an_idiom_is_no_danger(sentence: str) -> None:
    assert not is_danger(sentence)


JUDGED: dict[str, tuple[str, Lines, str]] = {
    "sting": ("full", {"sting": "4 I'm useless"}, "feeling"),
    "quick sting": ("quick", {"sting": "4 I'm useless"}, "feeling"),
    "moment": ("full", {"moment": "I'm useless"}, "moment"),
    "lesson": ("full", {"lesson": "I'm useless"}, "lesson"),
    "quick lesson": ("quick", {"lesson": "I'm useless"}, "lesson"),
}


@pytest.mark.parametrize("name", JUDGED)
def test_a_judgement_is_asked_about_and_the_moment_goes_behind_it(name: str) -> None:
    form, lines, field = JUDGED[name]
    key = f"{name.rsplit(maxsplit=1)[-1]}:which-moment"
    interview = hold({**lines, key: "The second question"}, form=form)
    [asked] = interview.person.find(key)
    assert (
        asked.wording
        == JUDGEMENT_QUESTION
        == ("That is a big word for one conversation. Which moment made you think it?")
    )
    assert asked.hint == "Enter = leave it"
    assert interview.document[field] == "I'm useless\n\nThe second question"
    assert hold(lines, form=form).document[field] == "I'm useless"


def test_a_judgement_in_something_else_is_asked_about_too() -> None:
    lines: Lines = {
        "rating:answers": "1",
        "spots:answers": "10",
        "other:answers": "I'm useless",
        "other:answers:which-moment": "Question two",
    }
    review = hold(lines).document["rounds"][0]["areas"]["answers"]
    assert review["note"] == "I'm useless\n\nQuestion two"


def test_a_judgement_is_asked_about_once_in_a_reflection() -> None:
    lines: Lines = {
        "sting": "4 I'm useless",
        "moment": "I'm useless",
        "lesson": "I fail",
    }
    keys = hold(lines).person.keys
    assert [key for key in keys if key.endswith("which-moment")] == [
        "sting:which-moment"
    ]


def test_a_judgement_in_any_other_text_stays_as_it_is() -> None:
    keys = hold(
        {"what_worked": "I'm useless", "friend_words": "I'm useless"}
    ).person.keys
    assert not [key for key in keys if key.endswith("which-moment")]


def test_a_text_without_room_behind_it_is_not_asked_about() -> None:
    long = "I'm useless " + "x" * 16_000
    assert "moment:which-moment" not in hold({"moment": long}).person.keys


DANGER = "I want to kill myself"


@pytest.mark.parametrize("key", ["company", "moment", "what_worked", "lesson", "cue"])
@pytest.mark.parametrize("answer", ["", ":skip"])
def test_danger_in_any_text_is_met_at_once_and_rests(key: str, answer: str) -> None:
    interview = hold({key: DANGER, "rest": answer})
    assert interview.ending == "rest"
    assert interview.person.keys[-2:] == [key, "rest"]
    assert interview.person.prompts[-1].wording == REST.wording
    assert interview.person.prompts[-1].hint == "Enter = stop here, g = go on"
    assert any(one.answers.get(key) == DANGER and one.resting for one in interview.kept)


@pytest.mark.parametrize("line", [f"4 {DANGER}", DANGER, f'5 "{DANGER}", it\'s so'])
def test_danger_in_the_word_after_the_number_is_met(line: str) -> None:
    assert hold({"sting": line}).person.keys == ["sting", "rest"]


def test_danger_in_several_lines_is_met() -> None:
    lines: Lines = {"moment": [":more", f"It was long.\n{DANGER}"]}
    assert hold(lines).person.keys[-1] == "rest"


def test_one_may_go_on_after_it() -> None:
    interview = hold(
        {"moment": DANGER, "rest": ["what?", ":back", "g"], "lesson": "Rest"}
    )
    assert interview.person.told == ["Enter or g, please."]
    assert interview.ending == "complete"
    assert interview.document["moment"] == DANGER
    assert interview.document["lesson"] == "Rest"


def test_what_was_kept_or_suggested_is_not_met_again() -> None:
    lines: Lines = {
        "rating:answers": "1",
        "next:answers": DANGER,
        "spots:answers": [":back", ""],
        "rest": ["g", "g", "g"],
        "cue": "they ask",
    }
    interview = hold(lines)
    assert interview.person.keys.count("rest") == 1
    assert interview.document["plan"]["action"] == DANGER


def test_another_day_goes_on_where_it_rested() -> None:
    rested = hold({"company": "A", "moment": DANGER})
    document = hold({"lesson": "Rest"}, session=rested.session).document
    assert document["moment"] == DANGER
    assert document["lesson"] == "Rest"


@pytest.mark.parametrize("key", ["stage", "date", "rating:answers", "strengths"])
def test_danger_is_met_where_something_else_was_asked_and_the_words_stay(
    key: str,
) -> None:
    interview = hold({"sting": "4 flat", key: DANGER, "rest": "g"})
    assert interview.person.told == []
    assert interview.person.keys.count("rest") == 1
    assert interview.document["feeling"] == f"flat\n\n{DANGER}"
    assert hold({key: DANGER}).kept[-1].answers["aside"] == [DANGER]


def test_words_are_kept_aside_only_where_there_is_room_for_them() -> None:
    long = f"{DANGER} {'x' * 2_000}"
    twice = hold({"stage": [DANGER, DANGER, DANGER, "8"], "rest": ["g", "g"]})
    assert hold({"stage": long}).person.told == [
        "A number from 1 to 12, please, or Enter."
    ]
    assert twice.document["feeling"] == f"{DANGER}\n\n{DANGER}"
    assert len(twice.person.told) == 1


def test_the_longest_texts_all_fit_together() -> None:
    most = "I'm useless " + "x" * 13_988
    lines: Lines = {
        "sting": most,
        "sting:which-moment": "y" * 2_000,
        "stage": [f"{DANGER} {'z' * 1_900}"] * 2,
        "rest": ["g", "g"],
    }
    assert len(hold(lines).document["feeling"]) > 19_500
