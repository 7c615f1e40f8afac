"""`reflect export`: documents that can be taken back, or one text to read."""

import json
import os
import stat
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.cli.desk import Desk, rejection

TEXTS = st.text(st.characters(exclude_characters="\x00", codec="utf-8"), max_size=20)
DOCUMENTS = st.fixed_dictionaries(
    {"company": TEXTS.filter(str.strip)},
    optional={
        "lesson": TEXTS,
        "moment": TEXTS,
        "sting": st.integers(1, 5),
        "tags": st.lists(TEXTS, max_size=2),
        "rounds": st.lists(st.just({"stage": "panel", "areas": {"answers": {}}})),
    },
)


def read_documents(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


@settings(
    max_examples=settings().max_examples // 4,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(given_=st.lists(DOCUMENTS, min_size=1, max_size=4))
def test_an_export_into_an_empty_journal_gives_equal_reflections(
    tmp_path_factory: pytest.TempPathFactory, given_: list[dict[str, Any]]
) -> None:
    folder = tmp_path_factory.mktemp("desks")
    here, there = Desk(folder / "here"), Desk(folder / "there")
    here.save(*[rejection(**one) for one in given_])
    exported = here.run("export")
    assert (exported.code, exported.err) == (0, "")
    assert exported.out.isascii()
    ids = {one["id"] for one in read_documents(exported.out)}
    taken = there.run("new", "--from", "-", "--json", stdin=exported.out).json
    assert ({*taken["saved"]}, taken["already"]) == (ids, [])
    for identifier in ids:
        one, other = (
            desk.run("show", identifier, "--json").json["reflection"]
            for desk in (here, there)
        )
        assert one == other
    again = there.run("new", "--from", "-", "--json", stdin=exported.out).json
    assert (again["saved"], {*again["already"]}) == ([], ids)
    assert there.run("export").out == exported.out


def test_the_example_comes_back_whole(example: Desk, tmp_path: Path) -> None:
    file = tmp_path / "all.jsonl"
    ran = example.run("export", str(file))
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == f"Exported: 14 reflections, to {file}\n"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    other = Desk(tmp_path / "other")
    assert other.run("new", "--from", str(file)).code == 0
    assert other.run("export").out == file.read_text("ascii")
    for command in ("summary", "list"):
        one, two = (desk.run(command).out for desk in (example, other))
        assert one == two


def test_json_may_be_asked_for_and_a_dash_is_the_screen(example: Desk) -> None:
    plain = example.run("export")
    for arguments in (["--json"], ["-"], ["-", "--json"]):
        assert example.run("export", *arguments).out == plain.out
    assert len(read_documents(plain.out)) == 14


def test_filters_choose_what_is_exported(desk: Desk) -> None:
    desk.save(rejection("A"), rejection("B", rejected_on="2026-10-01"))
    ran = desk.run("export", "--since", "2026-10-20")
    assert [one["company"] for one in read_documents(ran.out)] == ["A"]


def test_nothing_is_exported_as_an_empty_list(desk: Desk) -> None:
    ran = desk.run("export")
    assert (ran.code, ran.out, ran.err) == (0, "[]\n", "")
    taken = desk.run("new", "--from", "-", "--json", stdin=ran.out)
    assert (taken.code, taken.json["saved"]) == (0, [])


def test_unknown_keys_are_exported_too(desk: Desk) -> None:
    [identifier] = desk.save(rejection())
    content = desk.log.read_bytes().replace(b'"company"', b'"later":{"x":1},"company"')
    desk.log.write_bytes(content)
    [document] = read_documents(desk.run("export").out)
    assert document == {"id": identifier, "later": {"x": 1}, **rejection()}


def test_markdown_is_one_text_of_all(desk: Desk, tmp_path: Path) -> None:
    desk.save(
        rejection("A", lesson="*One* [x](y)"),
        rejection("B\x1b[31m", rejected_on="2026-10-01"),
    )
    ran = desk.run("export", "--markdown")
    assert [one for one in ran.lines if one.startswith("# ")] == [
        "# A",
        "# B\u241b\\[31m",
    ]
    assert "\n\n# B" in ran.out
    assert "\\*One\\* \\[x\\]\\(y\\)" in ran.out
    file = tmp_path / "diary.md"
    assert desk.run("export", str(file), "--markdown").code == 0
    assert file.read_text("utf-8") == ran.out
    assert desk.run("export", "--markdown", "--json").code == 2


@pytest.mark.parametrize("markdown", [[], ["--markdown"]])
def test_redacted_holds_no_name_no_text_and_no_reaction(
    desk: Desk, tmp_path: Path, markdown: list[str]
) -> None:
    desk.config.write_text(
        '[[weak_spots]]\nid = "canary-own"\nlabel = "Canary"\narea = "answers"\n'
        'changeable = "soon"\ndescription = "canary"\nexercise = "canary"\n',
        encoding="utf-8",
    )
    heard = {"by": "friend", "who": "canary", "words": "canary", "reaction": "canary"}
    [identifier, _] = desk.save(
        rejection("Canary", lesson="canary https://canary", tags=["canary"], sting=4),
        rejection("Later", sightings=[{"weak_spot": "canary-own"}], heard=[heard]),
    )
    export = ("export", "--redact", *markdown)
    ran = desk.run(*export)
    assert (ran.code, ran.err) == (0, "")
    assert "canary" not in ran.out.lower()
    assert identifier not in ran.out
    assert "Company 2" in ran.out.split("Company 1")[0]
    file = tmp_path / "for-a-coach"
    assert desk.run(*export, str(file)).err.endswith("weak spots are not.\n")
    assert file.read_text("utf-8") == ran.out
    if not markdown:
        assert read_documents(ran.out)[1] == {
            "company": "Company 1",
            "rejected_on": "2026-11-01",
            "lesson": "[left out]",
            "sting": 4,
        }


def test_a_file_that_is_there_is_replaced_after_a_yes_only(
    desk: Desk, tmp_path: Path
) -> None:
    desk.save(rejection())
    file = tmp_path / "mine.txt"
    file.write_text("mine")
    asked = ["export", str(file)]
    assert desk.run(*asked).code == 5
    assert desk.run(*asked, "--no-input").code == 2
    ran = desk.run(*asked, "--plain", typed="\n")
    assert ran.code == 1
    assert ran.err.endswith("Nothing was written.\n")
    assert file.read_text() == "mine"
    assert desk.run(*asked, "--plain", typed="y\n").code == 0
    assert file.read_text() == desk.run("export").out
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    desk.save(rejection("B"))
    assert desk.run(*asked, "--yes").code == 0
    assert file.read_text() == desk.run("export").out


def test_a_link_goes_on_leading_to_the_file(desk: Desk, tmp_path: Path) -> None:
    desk.save(rejection())
    file, link = tmp_path / "file", tmp_path / "link"
    file.write_text("old")
    link.symlink_to(file)
    assert desk.run("export", str(link), "--yes").code == 0
    assert link.is_symlink()
    assert file.read_text() == desk.run("export").out


def test_what_is_no_file_is_refused(desk: Desk, tmp_path: Path) -> None:
    desk.save(rejection())
    assert desk.run("export", str(tmp_path), "--yes").code == 2
    assert desk.run("export", "/dev/null", "--yes").code == 2
    assert Path("/dev/null").is_char_device()
    assert desk.run("export", str(tmp_path / "no" / "folder")).code == 75
    dangling = tmp_path / "dangling"
    dangling.symlink_to(tmp_path / "nowhere")
    assert desk.run("export", str(dangling)).code == 2
    assert not (tmp_path / "nowhere").exists()


def test_odd_names_of_files_work(desk: Desk, tmp_path: Path) -> None:
    desk.save(rejection())
    for name in ("a b", "line\nfeed", "\x1b[31m", os.fsdecode(b"\xff\xfe")):
        ran = desk.run("export", str(tmp_path / name))
        assert ran.code == 0
        assert "\x1b" not in ran.err
        assert (tmp_path / name).read_text() == desk.run("export").out
