"""Every question as the contract words it, in its order, step by step."""

import pytest

from reflect_journal.interview.delicate import DANGER_HINT, DANGER_TEXT
from reflect_journal.interview.script import SCRIPTS
from tests.interview.people import PLAN, Lines, hold, show

FULL_OPENING = """\
About ten minutes, one question at a time. Enter skips any of them.
:back goes back   :help explains   :quit stops, nothing is lost
What you write stays on this computer."""
STAGES = (
    "1 application only  2 first call with a recruiter  3 interview by phone  "
    "4 interview by video  5 technical interview  6 task at home  7 presentation  "
    "8 panel  9 day on site  10 final round  11 offer stage  12 something else"
)
EARLIER = (
    "2 first call with a recruiter  3 interview by phone  4 interview by video  "
    "5 technical interview  6 task at home  7 presentation  9 day on site  "
    "10 final round  11 offer stage"
)
AROUND = (
    "1 application or CV  2 clothes, looks  3 being late, technology, follow-up  "
    "4 nerves, tiredness  5 level, fit, pay  6 something not in my hands"
)
ENDS = (
    "1 mail  2 phone  3 in person  4 portal  5 silence  6 they closed the job  "
    "7 I said no"
)
LONGEST: Lines = {
    "stage": "8",
    "moment": "I talked for six minutes",
    "asked": "Why us?",
    "rating:preparation": "3",
    "rating:answers": "2",
    "rating:technical": "4",
    "rating:soft-skills": "3",
    "rating:body-language": "5",
    "spots:answers": "10",
    "spots:soft-skills": "1",
    "areas": "1 3",
    "next:answers": "Result first",
    "earlier": "2",
    "around": "6",
    "reason": "2",
    "tried": "1",
    "cue": "they ask",
}
FULL_WORDING = [
    "[step 1 of 7]",
    (
        "How much does it hurt right now?  1 hardly ... 5 a lot  "
        "(a word after the number is welcome: 4 flat)"
    ),
    "Which company?",
    "Which role?",
    "When did you hear?  Enter = today; or yesterday, 3 days ago, 2026-11-18",
    f"How far did you get?  {STAGES}",
    f"How did it end?  {ENDS}",
    "[step 2 of 7]",
    (
        "They asked you in, so something worked. Which moment went well, and what did "
        "you do to make it so? Small counts."
    ),
    "Was it any of these?  type a word, Enter = go on",
    "[step 3 of 7]",
    (
        "Which moment would you like to play again? As a camera saw it: what was "
        "asked, what you said or did."
    ),
    "Was it one of their questions? Type it as they asked it.  Enter = no",
    (
        "What you answered was  1 too thin  2 about right  3 too long  "
        "4 beside the question  5 nothing, it took me by surprise"
    ),
    "What would you answer now? Two sentences are enough.",
    "[step 4 of 7] Enter = does not apply, ? = cannot tell",
    (
        "Preparation. What did you have?  1 the job ad  2 + the company  "
        "3 + the role and the people  4 + likely questions  5 + practice aloud"
    ),
    (
        "Answers. Did they meet what was asked, at the right length?  "
        "1 rarely ... 5 mostly"
    ),
    "Technical part or task. How far did you get?  1 not far ... 5 all the way",
    "People side. Could they see how you work with others?  1 hardly ... 5 clearly",
    "Body language: eyes, hands, voice, energy.  1 tense or flat ... 5 open and awake",
    "As a whole it was  1 too technical  2 about right  3 not technical enough",
    (
        "Which one or two do you want to look at?  "
        "1 Answers  2 Preparation  3 People side  Enter = Answers, Preparation"
    ),
    "Answers. Next time, how? One thing you would do.",
    (
        "Does one of these name it? At most two.  <answers>  10 something else  "
        "0 none of these"
    ),
    "Something else: one line in your own words.",
    "People side. Next time, how? One thing you would do.",
    (
        "Does one of these name it? At most two.  <soft-skills>  9 something else  "
        "0 none of these"
    ),
    f"Were there earlier rounds worth a line?  {EARLIER}  Enter = no, or their numbers",
    "First call: one thing that worked, one for next time.",
    "[step 5 of 7]",
    f"Did anything else play a part?  {AROUND}  Enter = no",
    "Not in your hands: which of these?  <outside-control>  0 none of these",
    (
        "Skills aside: is that work what you want to do?  1 no ... 5 very much  "
        "? = cannot tell"
    ),
    (
        "And the people, the pace, the style: would it have suited you?  "
        "1 no ... 5 very much  ? = cannot tell"
    ),
    "[step 6 of 7]",
    "Did they tell you why?  1 no, or a standard phrase  2 yes",
    "Their words, as exactly as you can.  A line with only a full stop ends it.",
    "Who said it?  1 recruiter or agency  2 somebody who interviewed you",
    "Do their words name any of these?  type a word, Enter = no",
    "[step 7 of 7]",
    (
        "Which of these are yours to change?  1 Hard to follow  "
        "Enter = as shown, a number moves one on"
    ),
    "A friend comes home from exactly this interview. What do you say?",
    (
        "Last time you planned: if they ask for an example, I say the result first. "
        "Did you try it?  1 yes  2 partly  3 no  Enter = no occasion"
    ),
    "Did it help?  1 yes  2 cannot tell  3 no",
    "One line to take along?  Enter = Result first",
    "One plan for it. If ...  Enter = no plan",
    "(for example: if they ask for an example)",
    "then I ...  Enter = Result first",
    "What could get in the way, and what then?",
    (
        "Save it?  1 worked  2 take along  3 plan  4 all the rest  "
        "Enter = yes, a number changes an answer, n = not yet"
    ),
]
QUICK_WORDING = [
    (
        "How much does it hurt right now?  1 hardly ... 5 a lot  "
        "(a word after the number is welcome: 4 flat)"
    ),
    "Which company?",
    "Which role?",
    f"How far did you get?  {STAGES}",
    "What worked? One moment, and what you did.",
    (
        "Where did it slip, if anywhere? One or two.  1 preparation  2 answers  "
        "3 technical part  4 people side  5 body language  6 something else  "
        "7 not in my hands  Enter = cannot tell"
    ),
    "Next time, how? One thing, and at which moment.",
    "Did they say why?  n = no, or a standard phrase; else a few of their words",
    (
        "Save it?  1 worked  2 take along  3 heard on  4 all the rest  "
        "Enter = yes, a number changes an answer, n = not yet"
    ),
]
FACTS_WORDING = [
    (
        "How much does it hurt right now?  1 hardly ... 5 a lot  "
        "(a word after the number is welcome: 4 flat)"
    ),
    (
        "That is raw. Suggested: only the facts now, two minutes, the rest another "
        "day.  Enter = only the facts, g = go on"
    ),
    "Which company?",
    "Which role?",
    "When did you hear?  Enter = today; or yesterday, 3 days ago, 2026-11-18",
    f"How far did you get?  {STAGES}",
    f"How did it end?  {ENDS}",
    "Their mail or words, if you have them.  A line with only a full stop ends it.",
    "Anything you do not want to forget until then? One line is enough.",
]


def read(lines: Lines, form: str) -> list[str]:
    interview = hold(lines, form=form, plan=PLAN)
    words = interview.session.surroundings.vocabulary
    written = []
    for prompt in interview.person.prompts:
        if prompt.place and form == "full":
            written.append(f"[{prompt.place}] {prompt.place_hint}".rstrip())
        line = show(prompt)
        for area in ("answers", "soft-skills", "outside-control"):
            labels = [spot.label for spot in words.list_in_area(area)]
            labels = [
                one for one in labels if one != words.get_label("no-reason-given")
            ]
            listed = "  ".join(f"{at} {label}" for at, label in enumerate(labels, 1))
            line = line.replace(listed, f"<{area}>")
        written.append(line)
        if prompt.example and prompt.key == "cue":
            written.append(f"({prompt.example})")
    return written


def test_the_longest_full_interview_is_worded_as_the_contract_words_it() -> None:
    assert read(LONGEST, "full") == FULL_WORDING
    assert SCRIPTS["full"].opening == FULL_OPENING


def test_the_quick_interview_is_worded_as_the_contract_words_it() -> None:
    assert read({}, "quick") == QUICK_WORDING
    first, *_ = SCRIPTS["quick"].opening.split("\n")
    assert first.format(call="reflect") == (
        "Three minutes, eight questions. reflect continue asks for the rest another "
        "day."
    )


def test_the_facts_are_worded_as_the_contract_words_them() -> None:
    assert read({"sting": "5"}, "quick") == FACTS_WORDING


@pytest.mark.parametrize(
    ("lines", "key", "wording"),
    [
        (
            {"stage": "1"},
            "what_worked",
            "Which part of your application do you stand behind?",
        ),
        (
            {"stage": "1"},
            "still",
            "If you opened CV and letter again: what would you change first?",
        ),
        (
            {},
            "asked",
            (
                "Did one of their questions surprise you? Type it as they asked it.  "
                "Enter = no"
            ),
        ),
        (
            {"rating:answers": "4"},
            "still",
            "Nothing below 4. Is there one thing you would still do differently?",
        ),
        (
            {"rating:answers": "?"},
            "still",
            "Is there one thing you would do differently?",
        ),
        (
            {"stage": "8", "earlier": "10"},
            "round:final",
            "Final round: one thing that worked, one for next time.",
        ),
        (
            {"slip": "6"},
            "slip:else",
            "",
        ),
    ],
)
def test_a_question_fits_what_was_answered_before(
    lines: Lines, key: str, wording: str
) -> None:
    assert hold(lines).person.shown(key) == ([wording] if wording else [])


def test_a_plan_without_a_moment_is_asked_about_by_its_action() -> None:
    plan = type(PLAN)("01J", "", "breathe once")
    [asked] = hold(plan=plan).person.find("tried")
    assert asked.wording == "Last time you planned: I breathe once. Did you try it?"


def test_an_action_has_the_exercise_of_a_weak_spot_as_its_example() -> None:
    lines: Lines = {"rating:answers": "1", "spots:answers": "1", "cue": "they ask"}
    interview = hold(lines)
    [action] = interview.person.find("action")
    spot = interview.session.surroundings.vocabulary.weak_spots["rambling-answers"]
    first, _ = spot.exercise.split(". ", 1)
    assert action.example == f"for example: {first}"
    assert interview.person.find("cue")[0].example == (
        "for Went on too long; for example: if they ask for an example"
    )


def test_rows_show_how_each_weak_spot_is_sorted_and_move_on_one_by_one() -> None:
    lines: Lines = {
        "rating:answers": "1",
        "spots:answers": "1",
        "sorting": ["1", "1", "x", "1", "1", ""],
    }
    interview = hold(lines)
    rows = [prompt.choices[0] for prompt in interview.person.find("sorting")]
    assert [row.description for row in rows] == [
        "soon",
        "slowly",
        "not in your hands",
        "not in your hands",
        "soon",
        "slowly",
    ]
    assert interview.person.told == ["The number of a row, or Enter when it is right."]
    assert interview.document["sightings"][0]["changeable"] == "slowly"


def test_the_danger_text_is_worded_as_the_contract_words_it() -> None:
    assert f"{DANGER_TEXT}   {DANGER_HINT}" == (
        "This sounds heavier than one interview. What you wrote is saved.\n"
        "You do not have to carry it alone tonight: call someone you trust, or a\n"
        "helpline (befrienders.org lists many, by country); in danger, the emergency\n"
        "number.   Enter = stop here, g = go on"
    )


def test_every_question_explains_itself() -> None:
    for script in SCRIPTS.values():
        for question in script.questions:
            assert question.help, question.key
            assert question.label or question.key in {"gate", "read-back"}
