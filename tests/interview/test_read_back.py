"""Before saving everything is read back, and anything can be changed."""

from datetime import date

from reflect_journal.interview.assembly import assemble_document
from reflect_journal.interview.session import Session, Surroundings
from tests.interview.people import TODAY, VOCABULARY, Interview, Lines, hold

TOLD: Lines = {
    "company": "Harbour",
    "stage": "8",
    "what_worked": "The tables",
    "moment": "Six minutes",
    "asked": "Why us?",
    "depth": "3",
    "answer_now": "For the harbour",
    "rating:technical": "2",
    "balance": "1",
    "spots:technical": "1",
    "next:technical": "Draw first",
    "earlier": "2",
    "round:recruiter-screen": "Warm",
    "lesson": "Result first",
    "cue": "they ask",
    "action": "say the result",
    "obstacle": "nerves",
}


def change(form: str = "full", **lines: str | list[str]) -> Interview:
    told = {key: [line] for key, line in TOLD.items() if isinstance(line, str)}
    renamed = {key.replace("read_back", "read-back"): one for key, one in lines.items()}
    added = {
        key: [*told.get(key, [""]), *([line] if isinstance(line, str) else line)]
        for key, line in renamed.items()
        if key != "read-back"
    }
    return hold({**told, **added, "read-back": renamed["read-back"]}, form=form)


def read_rows(interview: Interview, at: int = 0) -> list[str]:
    prompt = interview.person.find("read-back")[at]
    return [f"{one.number} {one.label}: {one.description}" for one in prompt.choices]


def test_a_text_of_several_lines_is_read_back_in_one() -> None:
    told = {"reason": "2", "their_words": "Dear Jo,\n\nno.", "read-back": ["4", "", ""]}
    mail = hold({**TOLD, **told})
    assert any(": Dear Jo, no." in row for row in read_rows(mail, 1))


def test_what_was_said_is_read_back() -> None:
    assert read_rows(hold(TOLD)) == [
        "1 worked: The tables",
        "2 take along: Result first",
        "3 plan: if they ask, I say the result, in the way: nerves",
        "4 all the rest: ",
    ]
    assert read_rows(hold()) == [
        "1 worked: nothing noted",
        "2 take along: nothing noted",
        "3 plan: no plan",
        "4 all the rest: ",
    ]


def test_one_changes_what_worked() -> None:
    interview = change(read_back=["1", ""], what_worked="The smiles")
    assert interview.document["what_worked"] == "The smiles"
    assert interview.person.find("what_worked")[1].now == "The tables"


def test_two_changes_the_line_to_take_along() -> None:
    document = change(read_back=["2", ""], lesson=":skip").document
    assert "lesson" not in document


def test_three_changes_the_plan_part_by_part() -> None:
    interview = change(read_back=["3", ""], cue="", action="stop", obstacle=":skip")
    assert interview.document["plan"] == {"cue": "they ask", "action": "stop"}
    assert read_rows(interview, 1)[2] == "3 plan: if they ask, I stop"


def test_a_plan_can_be_taken_back_and_what_is_left_of_it_is_read_back() -> None:
    interview = change(read_back=["3", ""], cue=":skip", action=":skip")
    assert read_rows(interview, 1)[2] == "3 plan: in the way: nerves"
    assert interview.document["plan"] == {"obstacle": "nerves"}


def test_where_there_was_no_plan_only_its_moment_is_asked_for() -> None:
    interview = hold({"read-back": ["3", ""]})
    assert interview.person.keys[-3:] == ["read-back", "cue", "read-back"]


def test_a_plan_can_still_be_made() -> None:
    interview = hold(
        {"cue": ["", "they ask"], "read-back": ["3", ""], "action": "stop"}
    )
    assert interview.document["plan"] == {"cue": "they ask", "action": "stop"}


def test_four_lists_all_the_rest_and_changes_any_of_it() -> None:
    interview = change(read_back=["4", "2", "4", ""], company="Harbor")
    short, rest, *_ = interview.person.find("read-back")
    assert (short.wording, rest.wording) == ("Save it?", "Which answer?")
    assert rest.hint == "Enter = none, back to saving"
    rows = read_rows(interview, 1)
    assert rows[:6] == [
        "1 hurts: ",
        "2 company: Harbour",
        "3 role: ",
        "4 heard on: 21 Nov 2026",
        "5 got to: panel",
        "6 ended by: ",
    ]
    assert rows[9] == "10 the answer was: too long"
    assert rows[16] == "17 as a whole: too technical"
    assert rows[18] == "19 technical part, named: Gap in core knowledge"
    assert rows[19] == "20 earlier rounds: first call with a recruiter"
    assert rows[-1] == "27 to a friend: "
    assert interview.person.keys[-6:-3] == ["read-back", "read-back", "company"]
    assert interview.document["company"] == "Harbor"


def test_enter_leads_from_all_the_rest_back_to_saving() -> None:
    interview = hold({"read-back": ["4", "", ""]})
    wordings = [prompt.wording for prompt in interview.person.find("read-back")]
    assert wordings == ["Save it?", "Which answer?", "Save it?"]


def test_skip_saves_like_enter_and_leads_back_from_all_the_rest() -> None:
    interview = hold({"read-back": ["4", ":skip", ":skip"]})
    assert interview.person.keys.count("read-back") == 3
    assert interview.ending == "complete"


def test_back_leads_from_all_the_rest_to_the_question_before() -> None:
    interview = hold({"read-back": ["4", ":back", ""]})
    wordings = [prompt.wording for prompt in interview.person.prompts[-2:]]
    assert wordings == ["One plan for it. If ...", "Save it?"]


def test_the_day_is_changed_in_the_quick_form() -> None:
    lines: Lines = {"read-back": ["3", "4", "", ""], "date": "2026-11-18"}
    interview = hold(lines, form="quick")
    assert read_rows(interview)[2] == "3 heard on: 21 Nov 2026"
    assert read_rows(interview, 1)[2] == "3 heard on: 18 Nov 2026"
    assert "heard on" not in str(read_rows(interview, 2))
    keys = ["read-back", "date", "read-back", "read-back", "read-back"]
    assert interview.person.keys[-5:] == keys
    assert interview.document["rejected_on"] == "2026-11-18"


def test_the_day_that_is_read_back_is_the_one_that_is_saved() -> None:
    begun = date(2026, 11, 19)
    around = Surroundings(VOCABULARY, TODAY, began_on=begun)
    interview = hold(session=Session("quick", around))
    assert read_rows(interview)[2] == "3 heard on: 19 Nov 2026"
    saved = assemble_document(interview.session, around.began_on or TODAY)
    assert saved["rejected_on"] == "2026-11-19"


def test_not_yet_leaves_it_as_a_draft() -> None:
    interview = hold({**TOLD, "read-back": "n"})
    assert interview.ending == "not-yet"
    assert hold(session=interview.session).person.keys == ["read-back"]


def test_what_cannot_be_understood_is_asked_again() -> None:
    interview = hold({"read-back": ["9", "yes"]})
    assert interview.person.told == [
        "Enter saves, a number changes an answer, n = not yet."
    ]
    assert interview.ending == "complete"


def test_another_stage_loses_no_text_and_asks_what_now_applies() -> None:
    interview = change(read_back=["4", "5", ""], stage="1")
    document = interview.document
    main = document["rounds"][-1]
    assert interview.person.keys[-2:] == ["still", "read-back"]
    assert document["stage_reached"] == main["stage"] == "applied"
    assert document["moment"] == "Six minutes"
    assert main["questions"] == [{"asked": "Why us?", "next_time": "For the harbour"}]
    assert main["areas"] == {"technical": {"next_time": "Draw first"}}
    assert document["rounds"][0] == {"stage": "recruiter-screen", "note": "Warm"}
    assert "balance" not in main
    assert "sightings" not in document
    assert "weak_spot" not in document["plan"]


def test_an_end_without_their_side_keeps_their_words_but_no_choice() -> None:
    lines: Lines = {
        "ending": ["1", "5"],
        "reason": "2",
        "their_words": "Dear Kim",
        "their_spots": ["rambling", ""],
        "read-back": ["4", "6", ""],
    }
    document = hold(lines).document
    assert document["their_words"] == "Dear Kim"
    assert "sightings" not in document


def test_another_look_asks_for_its_words_anew() -> None:
    lines: Lines = {
        "slip": ["1", "2"],
        "slip:preparation": "1",
        "slip:answers": "1",
        "read-back": ["4", "5", ""],
    }
    interview = hold(lines, form="quick")
    assert interview.person.keys[-3:] == ["slip", "slip:answers", "read-back"]
    named = [one["weak_spot"] for one in interview.document["sightings"]]
    assert named == ["rambling-answers"]


def test_a_sorting_goes_on_from_how_it_stands() -> None:
    lines: Lines = {
        "rating:answers": "1",
        "spots:answers": "1",
        "sorting": ["1", "", "1", ""],
        "friend_words": [":back", ""],
    }
    interview = hold(lines)
    rows = [one.choices[0].description for one in interview.person.find("sorting")]
    assert rows == ["soon", "slowly", "slowly", "not in your hands"]
    assert interview.person.find("sorting")[2].now == "Went on too long: slowly"
    assert interview.document["sightings"][0]["changeable"] == "not-at-all"


def test_facts_after_all_lose_nothing_of_the_longer_form() -> None:
    told = hold({"what_worked": "The start", "strengths": ":quit"}).session
    turned = hold(
        {
            "strengths": ":back",
            "what_worked": ":back",
            "ending": ":back",
            "stage": ":back",
            "date": ":back",
            "role": ":back",
            "company": [":back"],
            "sting": "5",
            "their_words": ":back",
        },
        session=told,
    )
    assert turned.document["form"] == "facts"
    assert turned.document["what_worked"] == "The start"


def test_moves_made_before_going_back_are_asked_about_again_and_count() -> None:
    lines: Lines = {
        "rating:answers": "1",
        "spots:answers": "1",
        "sorting": ["", "1", ":back", ""],
        "earlier": "",
        "friend_words": [":back", "Rest"],
    }
    interview = hold(lines)
    assert [one.choices[0].description for one in interview.person.find("sorting")] == [
        "soon",
        "soon",
        "slowly",
        "slowly",
    ]
    assert interview.document["sightings"][0]["changeable"] == "slowly"


def test_a_word_picked_before_going_back_counts() -> None:
    lines: Lines = {
        "strengths": ["solid", "", "rapport", ":back", ""],
        "moment": [":back", ""],
    }
    document = hold(lines).document
    named = [one["strength"] for one in document["strengths"]]
    assert named == ["solid-knowledge", "good-rapport"]
