"""Pages say what the program does now, and lead where they say they lead."""

import re
from pathlib import Path

import pytest

from scripts import make_docs
from tests.docs.pages import FENCE, PAGES, PROJECT, list_anchors, list_code, read_page

pytestmark = pytest.mark.uncounted

LINK = re.compile(r"\[[^\]\n]+\]\((?!https?:)([^)\s]*)\)")
CALL = re.compile(r"\breflect (?=[a-z-])([a-z]+|--?[a-z-]+)((?: +[^|\n]+)?)")
OPTION = re.compile(r"(?<![\w-])--?[a-z][a-z-]*")
REGION = "<!-- made: stages -->\n<!-- end -->\n"
SESSION = "```console\n$ reflect new --quick --plain\n...\n> :quit\n...\n```\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "docs").mkdir()
    (tmp_path / "README.md").write_text(f"# One\n\n{REGION}\nend\n", encoding="utf-8")
    return tmp_path


def test_every_page_says_what_the_program_says_now() -> None:
    assert make_docs.main(["--check"]) == 0


def test_a_stale_page_is_named_and_left_alone(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (project / "README.md").read_bytes()

    assert make_docs.main(["--check", "--project", str(project)]) == 1

    assert "README.md is stale" in capsys.readouterr().err
    assert (project / "README.md").read_bytes() == before


def test_a_stale_page_is_rewritten_once(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert make_docs.main(["--project", str(project)]) == 0
    assert capsys.readouterr().out == "README.md was rewritten.\n"

    assert make_docs.main(["--project", str(project)]) == 0
    assert capsys.readouterr().out == ""
    assert "| `panel` | panel |" in (project / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (REGION.replace("stages", "moods"), "nothing is made under the name 'moods'"),
        (REGION.replace("stages", "command dance"), "there is no command 'dance'"),
        ("```console\nNot a command\n```\n", "a session begins with a command"),
        (
            "```console\n$ reflect where --json\n...\nHello\n```\n",
            "$ reflect where --json: does not say 'Hello' there",
        ),
    ],
)
def test_what_cannot_be_shown_is_named(
    project: Path, capsys: pytest.CaptureFixture[str], text: str, problem: str
) -> None:
    (project / "docs" / "two.md").write_text(text, encoding="utf-8")

    assert make_docs.main(["--project", str(project)]) == 1

    name = Path("docs/two.md")
    assert capsys.readouterr().err == f"{name}: {problem}\n"


def test_dots_stay_for_what_is_left_out() -> None:
    with make_docs.move_in() as house:
        lines = SESSION.splitlines()[1:-1]

        shown = make_docs.hold_session(lines, house)

    assert shown == ["$ reflect new --quick --plain", "...", "> :quit", "..."]


def test_links_between_pages_lead_somewhere() -> None:
    dead = []
    for page in PAGES:
        for target in LINK.findall(FENCE.sub("", page.read_text(encoding="utf-8"))):
            path, _, anchor = target.partition("#")
            there = page.parent / path if path else page
            if not there.is_file() or (
                anchor and anchor not in list_anchors(there.read_text("utf-8"))
            ):
                dead.append(f"{page.name}: {target}")

    assert dead == []


def test_the_readme_leads_to_every_page() -> None:
    linked = set(LINK.findall(read_page("README.md")))

    assert {f"docs/{page.name}" for page in (PROJECT / "docs").glob("*.md")} <= linked


def test_pages_call_only_commands_and_options_that_exist() -> None:
    program = make_docs.get_program()
    common = {name for one in program.params for name in one.opts} | {"-h", "--help"}
    unknown = []
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        blocks = [block for _, block in FENCE.findall(text)]
        calls = [
            *list_code(text),
            *re.findall(r"^\$ (.+)$", "\n".join(blocks), re.MULTILINE),
        ]
        for call in calls:
            for name, rest in CALL.findall(call):
                inner = f"{name} {rest.strip().partition(' ')[0]}"
                command = make_docs.find_command(inner) or make_docs.find_command(name)
                own = {one for p in (command or program).params for one in p.opts}
                if (command is None and name not in common) or set(
                    OPTION.findall(rest)
                ) - own - common:
                    unknown.append(f"{page.name}: {call}")

    assert unknown == []


def test_every_session_is_held_again() -> None:
    loose = [
        page.name
        for page in PAGES
        for language, block in FENCE.findall(page.read_text(encoding="utf-8"))
        if language != "console" and re.search(r"^\$ ", block, re.MULTILINE)
    ]

    assert loose == []


def test_the_readme_opens_with_what_sets_everything_up() -> None:
    first = FENCE.search(read_page("README.md"))

    assert first
    commands = [line.partition("#")[0].strip() for line in first[2].splitlines()]
    assert commands == ["make reflect", "make test", "make install"]


def test_the_files_that_the_design_names_are_there() -> None:
    named = re.findall(r"`([a-z_]+/[a-z_]+\.py)`", read_page("docs/design.md"))
    package = PROJECT / "src" / "reflect_journal"

    assert named
    for name in named:
        assert (package / name).is_file() or (PROJECT / name).is_file(), name


def test_the_floors_are_the_same_for_who_reads_and_who_builds() -> None:
    design, contributing = read_page("docs/design.md"), read_page("CONTRIBUTING.md")
    floors = re.findall(r"^    .+$", contributing, re.MULTILINE)

    assert [line for line in floors if line not in design] == []
