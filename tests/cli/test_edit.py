"""`reflect edit`: anything can be changed, and nothing that was said is lost."""

import json
import shlex
import subprocess
from pathlib import Path
from typing import Any, NoReturn

import pytest

from reflect_journal.errors import NotSavedError
from reflect_journal.journal.disk import DiskJournal
from reflect_journal.journal.drafts import DraftStore
from tests.cli.desk import Desk, Document, Run, record, rejection
from tests.cli.program import PROGRAM, SOURCE, make_environ

CANARY = "cormorant"
FULL = "the disk is full"


def read(desk: Desk, reference: str = "last") -> Document:
    document: Document = desk.run("show", reference, "--json").json["reflection"]
    return document


def read_history(desk: Desk, reference: str = "last") -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = desk.run("history", reference, "--json").json[
        "versions"
    ]
    return rows


def edit_with(
    desk: Desk, script: str, *arguments: str, typed: str = "", reference: str = "last"
) -> Run:
    """Edit with a few lines of shell for an editor; $1 is the file."""
    environ = {"EDITOR": f"sh -c {shlex.quote(script)} sh", "NO_COLOR": "1"}
    return desk.run(
        "edit",
        reference,
        *arguments,
        "--editor",
        "--plain",
        typed=typed,
        environ=environ,
    )


def list_files(desk: Desk) -> list[Path]:
    folder = desk.home / "state" / "editor"
    return sorted(path for path in folder.rglob("*") if path.is_file())


def reflect_inside(desk: Desk, *arguments: str) -> str:
    """Give a line of shell that runs the program in another process meanwhile."""
    words = ["env", f"REFLECT_HOME={desk.home}", f"PYTHONPATH={SOURCE}"]
    return shlex.join([*words, *PROGRAM, *arguments]) + " >/dev/null 2>&1"


def test_values_are_put_at_their_places(desk: Desk) -> None:
    [identifier] = desk.save(rejection(lesson="Old.", tags=["a"]))
    ran = desk.run(
        "edit",
        "acre",
        "--field",
        "lesson=New = better.",
        "--field",
        "tags[1]=b",
        "--json",
    )
    assert ran.code == 0
    revision = read_history(desk)[-1]["revision"]
    assert ran.json == {
        "schema": "reflect/edit@1",
        "id": identifier,
        "changed": True,
        "revision": revision,
    }
    assert ran.err == (
        f"Saved: Acre Systems, 1 Nov 2026 ({identifier[-4:]}).\n"
        "Changed: lesson, tags[1]. To take that back: reflect undo\n"
    )
    assert read(desk) == rejection(lesson="New = better.", tags=["a", "b"])
    assert desk.run("undo").code == 0
    assert read(desk) == rejection(lesson="Old.", tags=["a"])


def test_what_changes_nothing_is_not_saved(desk: Desk) -> None:
    [identifier] = desk.save(rejection(lesson="Same."))
    before = desk.log.read_bytes()
    ran = desk.run(
        "edit", "last", "--field", "lesson=Same.", "--field", "role=", "--json"
    )
    assert (ran.code, ran.err) == (0, "Nothing changed.\n")
    assert ran.json == {"schema": "reflect/edit@1", "id": identifier, "changed": False}
    assert desk.log.read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--field", "lesson=ok", "--field", "sting=9"], "--field, sting: is above 5."),
        (["--field", "lesson"], "It takes PATH=VALUE"),
        (["--field", "a=b", "--editor"], "they do not go together."),
        (["lesson"], "it goes with --editor."),
        (["lesson", "--field", "a=b"], "it goes with --editor."),
        (["--from", "nowhere.json"], "nowhere.json: does not exist."),
    ],
)
def test_what_is_refused_changes_nothing(
    desk: Desk, arguments: list[str], said: str
) -> None:
    desk.save(rejection())
    before = desk.log.read_bytes()
    ran = desk.run("edit", "last", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert desk.log.read_bytes() == before


def test_a_document_takes_the_place_of_the_one_there_is(desk: Desk) -> None:
    [identifier] = desk.save(rejection(lesson="Old.", role="Chef"))
    new = {"id": identifier.lower(), **rejection(lesson="New.")}
    ran = desk.run("edit", "last", "--from", "-", stdin=json.dumps(new))
    assert ran.code == 0
    assert read(desk) == rejection(lesson="New.")
    exported = desk.run("export").out
    assert desk.run("edit", "last", "--from", "-", stdin=exported).err == (
        "Nothing changed.\n"
    )


@pytest.mark.parametrize(
    ("given", "where"),
    [
        ([rejection(), rejection()], "standard input: holds 2 documents"),
        ([], "standard input: holds 0 documents"),
        ([3], "standard input: is not a JSON object."),
        (rejection(id="01JD0000000000000000000099"), "standard input, id: is that of"),
        (rejection(id=7), "standard input, id: is that of"),
        (rejection(lesso="x"), "standard input, lesso: is not a key"),
        (rejection(sting=9), "standard input, sting: is above 5."),
    ],
)
def test_a_document_that_cannot_be_is_refused(
    desk: Desk, given: Any, where: str
) -> None:
    desk.save(rejection())
    ran = desk.run("edit", "last", "--from", "-", stdin=json.dumps(given))
    assert ran.code == 2
    assert ran.err.startswith(where)
    assert len(read_history(desk)) == 1


def test_keys_of_another_program_survive_every_edit(desk: Desk) -> None:
    desk.save(rejection("Other"))
    desk.append(record(rejection(mood=3, fit={"role": 2, "air": "thin"})))
    given = json.dumps(rejection(fit={"role": 4}))
    assert desk.run("edit", "acre", "--from", "-", stdin=given).code == 0
    assert desk.run("edit", "acre", "--field", "lesson=x").code == 0
    kept = rejection(mood=3, fit={"role": 4, "air": "thin"}, lesson="x")
    assert read(desk, "acre") == kept
    assert desk.run("edit", "acre", "--field", "mood=4").code == 2
    given = json.dumps({**kept, "mood": 4})
    assert desk.run("edit", "acre", "--from", "-", stdin=given).code == 2


def test_a_newer_record_is_not_changed(desk: Desk) -> None:
    desk.save(rejection())
    desk.append(record(rejection("Newer"), v=2))
    assert desk.run("edit", "newer", "--field", "lesson=x").code == 4
    assert desk.run("edit", "newer", "--plain", typed="\n").code == 4
    assert edit_with(desk, "echo x > $1", reference="newer").code == 4


def test_a_deleted_one_has_to_come_back_first(desk: Desk) -> None:
    [identifier, _] = desk.save(rejection("Gone"), rejection("Here"))
    desk.run("delete", "gone", "--yes")
    ran = desk.run("edit", "gone", "--field", "lesson=x")
    assert (ran.code, ran.out) == (3, "")
    assert "Gone has been deleted" in ran.err
    assert f"reflect undelete {identifier}" in ran.err
    assert desk.run("edit", "nobody", "--field", "lesson=x").code == 3
    assert "deleted" not in desk.run("edit", "nobody", "--field", "lesson=x").err
    desk.run("delete", "here", "--yes")
    assert "still empty" in desk.run("edit", "last", "--field", "lesson=x").err


def test_without_a_terminal_it_says_what_works(desk: Desk) -> None:
    desk.save(rejection())
    for arguments in ([], ["--editor"]):
        ran = desk.run("edit", "last", *arguments)
        assert (ran.code, ran.out) == (5, "")
        assert "--field PATH=VALUE" in ran.err
        assert desk.run("edit", "last", *arguments, "--no-input").code == 2


def test_the_version_that_was_read_is_followed_and_no_other(desk: Desk) -> None:
    [identifier] = desk.save(rejection(lesson="One."))
    [first] = read_history(desk)
    meanwhile = reflect_inside(desk, "edit", identifier, "--field", "lesson=Theirs.")
    ran = edit_with(desk, f"{meanwhile}; echo Mine. > $1", "lesson")
    assert ran.code == 0
    assert "It was changed elsewhere meanwhile. Both versions are kept" in ran.err
    assert f"reflect history {identifier[-4:]}" in ran.err
    versions = read_history(desk)
    assert [one["current"] for one in versions] == [False, True, True]
    shown = desk.run("history", "last").out
    assert "Mine." in shown
    assert "Theirs." in shown
    again = desk.run("edit", "last", "--field", "role=Chef")
    assert "Another version still stands beside it" in again.err
    chosen = [one["revision"] for one in read_history(desk) if one["current"]][-1]
    assert desk.run("history", "last", "--keep", chosen).code == 0
    assert first["revision"] in {one["revision"] for one in read_history(desk)}


def test_what_was_deleted_meanwhile_is_not_lost(desk: Desk) -> None:
    [identifier] = desk.save(rejection())
    meanwhile = reflect_inside(desk, "delete", identifier, "--yes")
    ran = edit_with(desk, f"{meanwhile}; echo Mine. > $1", "lesson")
    assert ran.code == 0
    assert "changed elsewhere meanwhile" in ran.err
    assert read(desk)["lesson"] == "Mine."


def test_what_was_erased_meanwhile_keeps_the_text_beside(desk: Desk) -> None:
    [identifier] = desk.save(rejection())
    meanwhile = reflect_inside(desk, "delete", "--forever", identifier, "--yes")
    ran = edit_with(desk, f"{meanwhile}; echo Mine. > $1", "lesson")
    assert (ran.code, ran.out) == (75, "")
    assert "Not saved: the reflection was erased for good on" in ran.err
    [text] = [path for path in list_files(desk) if path.suffix == ".txt"]
    assert text.read_text() == "Mine.\n"
    found = desk.run("doctor", "--json").json["findings"]
    assert [one["kind"] for one in found] == ["unsaved-changes"]
    assert desk.run("list", "--json").json["total"] == 0


def test_many_edits_at_once_lose_nothing(desk: Desk) -> None:
    [identifier] = desk.save(rejection())
    lessons = [f"Lesson {number}" for number in range(3)]
    children = [
        subprocess.Popen(
            [*PROGRAM, "edit", identifier, "--field", f"lesson={lesson}"],
            env=make_environ(desk.home),
            stderr=subprocess.DEVNULL,
        )
        for lesson in lessons
    ]
    assert [child.wait() for child in children] == [0] * 3
    log = b"".join(path.read_bytes() for path in desk.journal.glob("*.jsonl"))
    assert all(lesson.encode() in log for lesson in lessons)
    assert len(read_history(desk)) == 4


def test_one_text_is_edited_as_it_is(desk: Desk) -> None:
    desk.save(rejection(moment=f"{CANARY}\nsecond", lesson="Old."))
    script = """
        word=corm; word=${word}orant
        test "$#" = 1 && grep -q $word "$1" || exit 3
        test $(stat -c %a "$1")$(stat -c %a $(dirname "$1")) = 600700 || exit 4
        cat /proc/$$/cmdline /proc/$$/environ | grep $word && exit 5
        printf 'first\\n\\nsecond\\n' > "$1"
    """
    ran = edit_with(desk, script, "moment", "--json")
    assert (ran.code, ran.json["changed"]) == (0, True)
    assert read(desk)["moment"] == "first\n\nsecond"
    assert list_files(desk) == []
    assert edit_with(desk, ": > $1", "lesson").code == 0
    assert "lesson" not in read(desk)
    assert edit_with(desk, "echo yes > $1", "tags[0]").code == 0
    assert read(desk)["tags"] == ["yes"]


def test_the_whole_document_is_edited_as_json(desk: Desk) -> None:
    desk.save(rejection(lesson="é\u202e"))
    ran = edit_with(desk, "grep -q 'é.u202e' $1 && sed -i 's/Acre/Akre/' $1")
    assert ran.code == 0
    assert read(desk) == rejection("Akre Systems", lesson="é\u202e")
    assert list_files(desk) == []


@pytest.mark.parametrize("script", ["true", "touch $1", "cp $1 $1.bak; mv $1.bak $1"])
def test_a_file_that_comes_back_as_it_was_changes_nothing(
    desk: Desk, script: str
) -> None:
    desk.save(rejection(lesson="a\ud800b\x00\u202e"))
    ran = edit_with(desk, script)
    assert (ran.code, ran.err) == (0, "Nothing changed.\n")
    assert edit_with(desk, script, "lesson").err == "Nothing changed.\n"
    assert list_files(desk) == []
    assert len(read_history(desk)) == 1


@pytest.mark.parametrize(
    ("script", "code", "said"),
    [
        ("exit 3", 1, "The editor ended with 3. Nothing was saved."),
        ("kill -9 $$", 1, "The editor was stopped (signal 9). Nothing was saved."),
        ("rm $1", 1, "The editor left no file behind. Nothing was saved."),
        (": > $1", 2, "reflection.json: is empty."),
    ],
)
def test_where_there_is_nothing_to_keep_nothing_is_kept(
    desk: Desk, script: str, code: int, said: str
) -> None:
    desk.save(rejection())
    ran = edit_with(desk, script)
    assert (ran.code, ran.out) == (code, "")
    assert said in ran.err
    assert "kept" not in ran.err
    assert list_files(desk) == []
    assert len(read_history(desk)) == 1


@pytest.mark.parametrize(
    ("script", "code", "said"),
    [
        (f"echo {CANARY} > $1; exit 1", 1, "The editor ended with 1."),
        (f"echo {CANARY} > $1; kill -15 $$", 1, "was stopped (signal 15)."),
        (f"echo {CANARY} > $1", 2, "line 1, column 1: is not valid JSON."),
        (f"echo '{{\"{CANARY}\": 1}}' > $1", 2, f"{CANARY}: is not a key"),
        (f"printf '{CANARY}\\n\\377' > $1", 2, "line 2: is not UTF-8 text."),
    ],
)
def test_what_was_written_is_kept_and_offered_again(
    desk: Desk, script: str, code: int, said: str
) -> None:
    [identifier] = desk.save(rejection())
    ran = edit_with(desk, script)
    assert (ran.code, ran.out) == (code, "")
    assert said in ran.err.replace("\n", " ")
    [_, kept] = list_files(desk)
    assert str(kept) in ran.err
    assert CANARY.encode() in kept.read_bytes()
    again = f"reflect edit {identifier[-4:]} --editor"
    assert ran.err.endswith(f"To go on: {again}\n")
    assert again in desk.run("list").err
    assert len(read_history(desk)) == 1
    left = edit_with(desk, "true", typed=":quit\n")
    assert (left.code, "Kept, nothing is lost" in left.err) == (0, True)
    sound = json.dumps(rejection(lesson=CANARY))
    mend = f"grep -q {CANARY} $1 && echo {shlex.quote(sound)} > $1"
    assert edit_with(desk, mend, typed="\n").code == 0
    assert read(desk)["lesson"] == CANARY
    assert list_files(desk) == []
    assert desk.run("list").err == ""


def test_what_was_left_can_be_thrown_away(desk: Desk) -> None:
    desk.save(rejection())
    assert edit_with(desk, "echo x > $1; exit 1", "lesson").code == 1
    assert "was not saved (lesson)" in edit_with(desk, "true", typed="\x04").err
    asked_twice = edit_with(desk, "true", typed="3\n2\nn\n2\ny\n")
    assert "1 or 2, please" in asked_twice.err
    assert asked_twice.err.endswith("Nothing changed.\n")
    assert list_files(desk) == []


def test_stopping_at_the_offer_keeps_it(desk: Desk) -> None:
    desk.save(rejection())
    assert edit_with(desk, "echo x > $1; exit 1").code == 1
    ran = edit_with(desk, "true", typed="")
    assert ran.code == 130
    assert "--editor" in ran.err
    assert len(list_files(desk)) == 2


def test_what_an_editor_rescued_is_named(desk: Desk) -> None:
    desk.save(rejection())
    assert edit_with(desk, "echo rescued > $1.save; kill -15 $$").code == 1
    assert "reflection.json.save" in edit_with(desk, "true", typed=":quit\n").err


def test_a_text_that_crossed_another_change_is_taken_up_where_it_began(
    desk: Desk,
) -> None:
    desk.save(rejection(lesson="One."))
    assert edit_with(desk, "echo Mine. > $1; exit 1", "lesson").code == 1
    assert desk.run("edit", "last", "--field", "lesson=Later.").code == 0
    ran = edit_with(desk, "true", typed="\n")
    assert (ran.code, "changed elsewhere meanwhile" in ran.err) == (0, True)
    current = [one["current"] for one in read_history(desk)]
    assert current == [False, True, True]


def test_no_other_way_out_than_a_text_has(desk: Desk) -> None:
    desk.save(rejection())
    for place, said in (
        ("sting", "PATH, sting: is no text."),
        ("lesso", "PATH, lesso: is not a key"),
        ("tags[2]", "PATH, tags[2]: leaves a gap; the next one is tags[0]."),
    ):
        ran = edit_with(desk, "echo x > $1", place)
        assert (ran.code, said in ran.err) == (2, True)
    assert list_files(desk) == []


def test_an_editor_that_is_not_there_is_told(desk: Desk) -> None:
    desk.save(rejection())
    environ = {"VISUAL": "/nowhere/ed -x"}
    ran = desk.run("edit", "last", "--editor", typed="", environ=environ)
    assert ran.code == 2
    assert "The editor /nowhere/ed could not be started." in ran.err
    assert list_files(desk) == []


def refuse_to_save(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Fill the disk, as far as the journal is concerned."""

    def refuse(*_: object) -> None:
        raise NotSavedError(FULL)

    desk.save(rejection(role="Chef"))
    monkeypatch.setattr(DiskJournal, "save", refuse)


def test_what_an_editor_wrote_outlives_a_full_disk(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    refuse_to_save(desk, monkeypatch)
    ran = edit_with(desk, "echo x > $1", "lesson")
    [_, kept] = list_files(desk)
    assert (ran.code, kept.read_bytes()) == (75, b"x\n")
    assert ran.err.startswith(f"Not saved: {FULL}.\n")
    assert f"Your text is kept in {kept}\n" in ran.err
    monkeypatch.undo()
    assert edit_with(desk, "true", typed="\n").code == 0
    assert read(desk)["lesson"] == "x"


def test_what_was_handed_in_outlives_a_full_disk(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    refuse_to_save(desk, monkeypatch)
    ran = desk.run("edit", "last", "--field", f"lesson={CANARY}")
    assert (ran.code, "the same command tries again" in ran.err) == (75, True)
    assert CANARY not in ran.err
    given = json.dumps(rejection(lesson=CANARY))
    ran = desk.run("edit", "last", "--from", "-", stdin=given)
    [kept] = (desk.home / "state" / "drafts").iterdir()
    assert (ran.code, kept.read_text("utf-8"), str(kept) in ran.err) == (
        75,
        given,
        True,
    )

    def keep_nothing(*_: object) -> NoReturn:
        raise NotSavedError(FULL)

    monkeypatch.setattr("reflect_journal.cli.by_document.keep_input", keep_nothing)
    ran = desk.run("edit", "last", "--from", "-", stdin=given)
    assert (ran.code, CANARY in ran.err) == (75, True)
    file = tmp_path / "new.json"
    file.write_text(given, encoding="utf-8")
    ran = desk.run("edit", "last", "--from", str(file))
    assert (ran.code, f"--from {file}" in ran.err) == (75, True)


def test_answers_outlive_a_full_disk(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    refuse_to_save(desk, monkeypatch)
    typed = "1\n\nCook\n\n\n\n\n\n"
    ran = desk.run("edit", "last", "--plain", typed=typed)
    [kept] = (desk.home / "state" / "edits").iterdir()
    assert (ran.code, str(kept) in ran.err) == (75, True)
    monkeypatch.setattr(DraftStore, "keep", lambda *_: refuse_draft())
    ran = desk.run("edit", "last", "--plain", typed=f"2\ny\n{typed}")
    assert ran.code == 75
    assert '"role": "Cook"' in ran.err
    assert "--from FILE, with the lines above in FILE" in ran.err


def refuse_draft() -> None:
    raise NotSavedError(FULL)


def test_parts_are_asked_with_what_stands_there(desk: Desk) -> None:
    desk.save(rejection(lesson="Old.", role="Chef"))
    ran = desk.run("edit", "last", "--plain", "--json", typed="1\n\nCook\n\n\n\n\n\n")
    assert ran.code == 0, ran.err
    assert "Which role? Now: Chef. Enter keeps it, :skip empties it." in ran.err
    assert ran.json["changed"]
    assert read(desk) == rejection(lesson="Old.", role="Cook")
    ran = desk.run("edit", "last", "--plain", typed="\n")
    assert ran.err.endswith("Nothing changed.\n")


def test_stopping_keeps_the_changes_for_another_time(desk: Desk) -> None:
    [identifier] = desk.save(rejection(role="Chef"))
    again = f"reflect edit {identifier[-4:]}"
    ran = desk.run("edit", "last", "--plain", typed="1\n\nCook\n")
    assert ran.code == 130
    assert ran.err.endswith(f"To go on: {again}\n")
    assert read(desk)["role"] == "Chef"
    assert desk.run("continue").code == 3
    assert f"that were not saved: {again}\n" in desk.run().err
    ran = desk.run("edit", "last", "--plain", typed=":quit\n")
    assert (ran.code, f"To go on: {again}" in ran.err) == (0, True)
    ran = desk.run("edit", "last", "--plain", typed="\n\n\n\n\n\n")
    assert ran.code == 0, ran.err
    assert read(desk)["role"] == "Cook"
    assert list((desk.home / "state" / "edits").iterdir()) == []


def test_stopping_without_a_change_leaves_nothing(desk: Desk) -> None:
    desk.save(rejection(role="Chef"))
    ran = desk.run("edit", "last", "--plain", typed="1\n\n\n")
    assert (ran.code, "nothing to keep" in ran.err) == (130, True)
    back = desk.run("edit", "last", "--plain", typed="1\n\nCook\n:back\nChef\n:quit\n")
    assert back.err.endswith("Nothing was answered, so nothing is kept.\n")
    assert not list((desk.home / "state" / "edits").glob("*"))


def test_unsaved_changes_can_be_thrown_away(desk: Desk) -> None:
    desk.save(rejection(role="Chef"))
    desk.run("edit", "last", "--plain", typed="1\n\nCook\n")
    assert desk.run("edit", "last", "--plain", typed="").code == 130
    ran = desk.run("edit", "last", "--plain", typed="2\ny\n\n")
    assert ran.err.endswith("Nothing changed.\n")
    assert read(desk)["role"] == "Chef"


def test_changes_taken_up_later_follow_what_was_read_then(desk: Desk) -> None:
    desk.save(rejection(role="Chef", lesson="Old."))
    desk.run("edit", "last", "--plain", typed="1\n\nCook\n")
    assert desk.run("edit", "last", "--field", "lesson=New.").code == 0
    ran = desk.run("edit", "last", "--plain", typed="\n:back\n:back\n:back\n\n")
    assert ran.code == 0, ran.err
    assert "Both versions are kept" in ran.err
    assert "Cook" in desk.run("history", "last").out
    assert [one["current"] for one in read_history(desk)] == [False, True, True]


def test_what_the_check_refuses_is_asked_again(desk: Desk) -> None:
    desk.save(rejection(tags=["a"]))
    long = "x" * 300
    typed = f"8\n{long}\n\n"
    ran = desk.run("edit", "last", "--plain", typed=typed)
    assert ran.code == 2
    assert "tags[0]: is longer than 200 characters." in ran.err
    assert len(read_history(desk)) == 1
    ran = desk.run("edit", "last", "--plain", typed="\n8\nshort\n\n")
    assert ran.code == 0, ran.err
    assert read(desk)["tags"] == ["short"]
