"""`reflect where`, `doctor`, `vocabulary`, `schema`, `completion`."""

import json
from pathlib import Path
from typing import Any

import pytest

from reflect_journal.model.vocabulary import load_built_in
from tests.cli.desk import Desk, rejection
from tests.cli.test_status import keep_draft

OWN = """\
[[weak_spots]]
id = "too-quiet"
label = "Too quiet"
area = "soft-skills"
changeable = "soon"
description = "Nobody at the end of the table heard it."
exercise = "Speak to the far wall."

[[strengths]]
id = "good-maps"
label = "Draws maps"
area = "answers"
keep = "Bring a pen."
"""


def test_where_prints_the_places(desk: Desk) -> None:
    expected: dict[str, object] = {
        "schema": "reflect/where@1",
        "journal": str(desk.journal),
        "state": str(desk.home / "state"),
        "config": str(desk.home / "config" / "config.toml"),
        "cache": str(desk.home / "cache"),
        "backups": str(desk.home / "state" / "backups"),
        "draft": None,
        "unsaved_words": [],
    }
    answer = desk.run("where", "--json").json
    assert list(answer) == list(expected)
    assert answer == expected
    assert f"journal  {desk.journal}" in desk.run("where").lines
    assert not desk.home.exists()


def test_where_names_the_draft(desk: Desk) -> None:
    keep_draft(desk, "Brook")
    path = desk.home / "state" / "drafts" / f"{'0' * 26}.json"
    assert desk.run("where", "--json").json["draft"] == str(path)
    assert f"draft    {path}" in desk.run("where").lines


def test_words_that_somebody_said_and_nobody_saved_can_be_found(desk: Desk) -> None:
    [identifier] = desk.save(rejection())
    path = desk.home / "state" / "drafts" / f"feedback-{identifier}.txt"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("We liked", encoding="utf-8")
    assert desk.run("--json").json["unsaved_words"] == [identifier]
    assert desk.run("where", "--json").json["unsaved_words"] == [str(path)]
    assert f"words    {path}" in desk.run("where").lines


def test_another_journal_can_be_named(desk: Desk, tmp_path: Path) -> None:
    other = str(tmp_path / "other")
    given = json.dumps(rejection())
    saved = desk.run("new", "--from", "-", "--journal", other, stdin=given)
    assert saved.code == 0
    assert desk.run("where", "--json", "--journal", other).json["journal"] == other
    assert desk.run("list", "--journal", other, "--json").json["total"] == 1
    assert desk.run("--journal", other, "list", "--json").json["total"] == 1
    assert desk.run("list", "--json").json["total"] == 0


def test_a_sound_journal_is_sound(example: Desk) -> None:
    ran = example.run("doctor")
    assert (ran.code, ran.out, ran.err) == (0, "The journal is sound.\n", "")
    expected = {"schema": "reflect/doctor@1", "ok": True, "findings": []}
    assert expected == example.run("doctor", "--json").json


def test_damage_is_found_and_nothing_is_changed(example: Desk) -> None:
    example.append(b'{"v":1, broken')
    before = example.log.read_bytes()
    ran = example.run("doctor", "--json")
    assert (ran.code, ran.err, ran.json["ok"]) == (1, "", False)
    [finding] = ran.json["findings"]
    assert list(finding) == ["kind", "where", "means", "do"]
    assert example.log.name in finding["where"]
    human = example.run("doctor", columns=60, terminal=True)
    assert human.code == 1
    assert max(map(len, human.lines)) <= 60
    assert before == example.log.read_bytes()


def test_an_unreadable_draft_is_found(desk: Desk) -> None:
    keep_draft(desk, "Brook")
    path = desk.home / "state" / "drafts" / "broken.json"
    path.write_text("{", encoding="utf-8")
    for one in (path, *path.parent.iterdir()):
        one.chmod(0o600)
    path.parent.chmod(0o700)
    ran = desk.run("doctor", "--json")
    assert ran.code == 1
    [finding] = ran.json["findings"]
    assert (finding["kind"], finding["where"]) == ("unreadable-draft", str(path))


@pytest.mark.parametrize("command", ["list", "summary", "search a", "show harbour", ""])
def test_damage_is_mentioned_in_one_line(example: Desk, command: str) -> None:
    assert example.run(*command.split()).err == ""
    example.append(b'{"v":1, broken')
    for more in ([], ["--json"]):
        ran = example.run(*command.split(), *more)
        assert ran.code == 0
        assert ran.out
        assert len(ran.err.splitlines()) == 1
        assert "reflect doctor" in ran.err


def test_vocabulary_has_every_key_of_the_contract(desk: Desk) -> None:
    desk.config.write_text(OWN, encoding="utf-8")
    answer = desk.run("vocabulary", "--json").json
    assert list(answer) == ["schema", "weak_spots", "strengths"]
    spots: list[dict[str, Any]] = answer["weak_spots"]
    keys = ["id", "label", "area", "changeable", "description"]
    assert {tuple(one) for one in spots} == {(*keys, "exercise", "closing", "own")}
    keys = ["id", "label", "area", "description", "keep", "own"]
    assert {tuple(one) for one in answer["strengths"]} == {tuple(keys)}
    built_in = load_built_in()
    assert [one["id"] for one in spots] == [*built_in.weak_spots, "too-quiet"]
    assert [one["id"] for one in spots if one["own"]] == ["too-quiet"]
    assert [one["id"] for one in answer["strengths"] if one["own"]] == ["good-maps"]


def test_all_words_are_listed_below_their_areas(desk: Desk) -> None:
    desk.config.write_text(OWN, encoding="utf-8")
    words = load_built_in()
    shown = desk.run("vocabulary").out
    for identifier in [*words.weak_spots, *words.strengths, "too-quiet", "good-maps"]:
        assert f"  {identifier} " in shown


@pytest.mark.parametrize("identifier", ["too-quiet", "good-maps", "RAMBLING-answers"])
def test_one_word_is_shown_in_full(desk: Desk, identifier: str) -> None:
    desk.config.write_text(OWN, encoding="utf-8")
    answer = desk.run("vocabulary", identifier, "--json").json
    [word] = answer["weak_spots"] + answer["strengths"]
    shown = " ".join(desk.run("vocabulary", identifier).out.split())
    for key in ("label", "id", "description", "exercise", "closing", "keep"):
        assert (word.get(key) or "") in shown


def test_an_unknown_word_names_the_nearest(desk: Desk) -> None:
    ran = desk.run("vocabulary", "ramblin-answer")
    assert (ran.code, ran.out) == (3, "")
    assert "Did you mean rambling-answers?" in ran.err


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (f"{OWN}\n[[weak_spots]]\nid = 'x'\n", ", weak_spots[1].label: is missing."),
        ("nonsense", ": is not valid TOML"),
    ],
)
def test_a_slip_in_the_configuration_is_one_line_and_stops_nothing(
    desk: Desk, text: str, place: str
) -> None:
    desk.save(rejection())
    desk.config.write_text(text, encoding="utf-8")
    for command in ("vocabulary", "summary", "list", "show acre", "search acre"):
        ran = desk.run(*command.split())
        assert ran.code == 0, command
        assert ran.out
        if command != "search acre":
            assert ran.err.startswith(f"{desk.config}{place}"), command
            assert len(ran.err.splitlines()) == 1
    assert ("too-quiet" in desk.run("vocabulary").out) == (text != "nonsense")
    given = json.dumps(rejection("Brook"))
    assert desk.run("new", "--from", "-", stdin=given).code == 0


def test_more_slips_in_the_configuration_are_counted(desk: Desk) -> None:
    desk.config.write_text("a = 1\nb = 2\n", encoding="utf-8")
    assert "There is one more slip in it." in desk.run("vocabulary").err
    desk.config.write_text("a = 1\nb = 2\nc = 3\n", encoding="utf-8")
    assert "There are 2 more slips in it." in desk.run("vocabulary").err


def test_schema_is_the_document_alone_or_inside_the_answer(desk: Desk) -> None:
    alone = desk.run("schema").json
    assert {"company", "rejected_on", "rounds"} <= alone["properties"].keys()
    assert sorted(alone["required"]) == ["company", "rejected_on"]
    answer = desk.run("schema", "--json").json
    assert answer == {"schema": "reflect/schema@1", "document": alone}


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_completion_prints_a_script(desk: Desk, shell: str) -> None:
    ran = desk.run("completion", shell)
    assert (ran.code, ran.err) == (0, "")
    assert "_REFLECT_COMPLETE" in ran.out
    answer = desk.run("completion", shell, "--json").json
    assert answer["schema"] == "reflect/completion@1"
    assert answer["script"] == ran.out.rstrip("\n")


def test_an_unknown_shell_is_refused(desk: Desk) -> None:
    ran = desk.run("completion", "tcsh")
    assert (ran.code, ran.out) == (2, "")
    assert "bash" in ran.err
