"""What lies open in an editor: private, found again, gone when it is durable."""

import errno
import io
import json
import os
import shlex
import signal
import stat
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from reflect_journal.errors import NotSavedError
from reflect_journal.journal import editing
from reflect_journal.journal.editing import (
    ABOUT,
    EditorFolder,
    Sheet,
    Task,
    digest,
    list_beside,
    read_sheet,
)
from reflect_journal.journal.editor import NoEditorError, find_editor, run_editor
from reflect_journal.journal.places import Places, find_places

TASK = Task("01J0", "01J1", "01J2", "lesson", "lesson.txt", digest(b"old\n"))


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return find_places({"REFLECT_HOME": str(tmp_path / "home")})


@pytest.fixture
def in_memory(places: Places, tmp_path: Path) -> Places:
    runtime = tmp_path / "run"
    runtime.mkdir(0o700)
    return places._replace(runtime=runtime / "reflect-journal")


def list_modes(top: Path) -> dict[str, int]:
    return {
        str(path.relative_to(top)): stat.S_IMODE(path.stat().st_mode)
        for path in sorted(top.rglob("*"))
    }


def test_nobody_else_can_reach_the_file(in_memory: Places) -> None:
    os.umask(0)
    sheet = EditorFolder(in_memory).lay_out(TASK, b"old\n")
    assert read_sheet(sheet) == b"old\n"
    assert in_memory.runtime is not None
    assert list_modes(in_memory.runtime.parent) == {
        "reflect-journal": 0o700,
        "reflect-journal/editor": 0o700,
        "reflect-journal/editor/01J2": 0o700,
        f"reflect-journal/editor/01J2/{ABOUT}": 0o600,
        "reflect-journal/editor/01J2/lesson.txt": 0o600,
    }
    assert b"old" not in (sheet.folder / ABOUT).read_bytes()


@pytest.mark.parametrize("mode", [0o755, 0o770, None])
def test_a_runtime_folder_that_others_see_is_not_used(
    in_memory: Places, mode: int | None
) -> None:
    assert in_memory.runtime is not None
    if mode is None:
        in_memory.runtime.parent.rmdir()
    else:
        in_memory.runtime.parent.chmod(mode)
    sheet = EditorFolder(in_memory).lay_out(TASK, b"old\n")
    assert sheet.folder == in_memory.state / "editor" / "01J2"


def test_a_runtime_folder_that_takes_nothing_is_not_used(in_memory: Places) -> None:
    assert in_memory.runtime is not None
    in_memory.runtime.write_bytes(b"in the way")
    sheet = EditorFolder(in_memory).lay_out(TASK, b"old\n")
    assert sheet.folder == in_memory.state / "editor" / "01J2"


def test_what_somebody_holds_is_no_leftover(places: Places) -> None:
    folder = EditorFolder(places)
    assert folder.list_left() == []
    assert not places.may_hold_edits
    sheet = folder.lay_out(TASK, b"old\n")
    assert places.may_hold_edits
    with folder.hold(sheet) as is_ours, folder.hold(sheet) as is_theirs:
        assert (is_ours, is_theirs) == (True, False)
        assert folder.list_left() == []
    assert folder.list_left() == [sheet]
    folder.clear(sheet)
    assert folder.list_left() == []
    assert not places.may_hold_edits


def test_where_nothing_can_be_locked_it_is_told_rather_than_forgotten(
    places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = EditorFolder(places)
    sheet = folder.lay_out(TASK, b"old\n")

    def refuse(*_: object) -> None:
        raise OSError(errno.ENOLCK, "no locks")

    monkeypatch.setattr(editing, "open_file", refuse)
    assert folder.list_left() == [sheet]


def test_what_has_to_wait_outlives_a_log_out(in_memory: Places) -> None:
    folder = EditorFolder(in_memory)
    sheet = folder.lay_out(TASK, b"old\n")
    sheet.path.write_bytes(b"new\n")
    settled = folder.settle(sheet)
    assert settled.path == in_memory.state / "editor" / "01J2" / "lesson.txt"
    assert read_sheet(settled) == b"new\n"
    assert not sheet.folder.exists()
    assert folder.settle(settled) == settled
    assert folder.list_left() == [settled]


def test_what_an_editor_rescued_stays_beside_the_file(in_memory: Places) -> None:
    folder = EditorFolder(in_memory)
    sheet = folder.lay_out(TASK, b"old\n")
    (sheet.folder / "lesson.txt.save").write_bytes(b"rescued")
    assert list_beside(sheet) == ["lesson.txt.save"]
    assert folder.settle(sheet) == sheet
    folder.clear(sheet)
    assert list_beside(sheet) == []


def test_what_cannot_be_moved_stays_where_it_is(in_memory: Places) -> None:
    folder = EditorFolder(in_memory)
    sheet = folder.lay_out(TASK, b"old\n")
    in_memory.state.parent.mkdir(parents=True, exist_ok=True)
    in_memory.state.write_bytes(b"in the way")
    assert folder.settle(sheet) == sheet
    assert read_sheet(sheet) == b"old\n"


def test_a_file_that_cannot_be_written_leaves_nothing(places: Places) -> None:
    folder = EditorFolder(places)
    folder.lay_out(TASK, b"old\n")
    with pytest.raises(NotSavedError):
        folder.lay_out(TASK, b"second\n")
    with pytest.raises(NotSavedError):
        folder.lay_out(replace(TASK, revision="01J3", name="a/b"), b"x")
    assert [one.name for one in (places.state / "editor").iterdir()] == ["01J2"]


@pytest.mark.parametrize(
    "about",
    [
        "",
        "[]",
        "{}",
        json.dumps(
            {"id": 1, "base": "", "revision": "", "path": "", "name": "", "given": ""}
        ),
        json.dumps(dict.fromkeys(Task.__slots__, "../lesson.txt")),
        json.dumps(dict.fromkeys(Task.__slots__, ABOUT)),
        json.dumps(dict.fromkeys(Task.__slots__, "gone.txt")),
    ],
)
def test_what_is_no_description_is_left_alone(places: Places, about: str) -> None:
    strange = places.state / "editor" / "01J9"
    strange.mkdir(parents=True)
    (strange / ABOUT).write_text(about, encoding="utf-8")
    (places.state / "editor" / "not a sheet").mkdir()
    assert EditorFolder(places).list_left() == []
    assert (strange / ABOUT).exists()


def test_the_system_names_the_folder_in_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    # One folder for everything means everything.
    assert find_places(os.environ).runtime is None
    environ = {"XDG_RUNTIME_DIR": str(tmp_path)}
    places = find_places(environ)
    assert places.editor[0] == tmp_path / "reflect-journal" / "editor"
    assert find_places({}).editor == (places.state / "editor",)
    assert places.edits == places.state / "edits"


def make_script(tmp_path: Path, script: str) -> list[str]:
    path = tmp_path / "script.py"
    path.write_text(script, encoding="utf-8")
    return [sys.executable, str(path)]


def test_the_editor_is_asked_for_by_name_and_arguments() -> None:
    environ = {"VISUAL": "'my editor' -x", "EDITOR": "other"}
    assert find_editor(environ) == ["my editor", "-x"]
    assert find_editor({"VISUAL": " ", "EDITOR": "other"}) == ["other"]
    assert find_editor({"VISUAL": r"C:\ed.exe -x"}, windows=True) == [
        r"C:\ed.exe",
        "-x",
    ]
    with pytest.raises(NoEditorError, match="The editor a 'b could not be started"):
        find_editor({"EDITOR": "a 'b"})


@pytest.mark.parametrize("name", ["vim", "nvim", "/usr/bin/vim.tiny", "gvim"])
def test_vim_is_told_to_leave_no_copies(name: str) -> None:
    options = find_editor({"EDITOR": name})[1:]
    assert options[:3] == ["-n", "-i", "NONE"]
    for switch in ("noswapfile", "nobackup", "nowritebackup", "noundofile"):
        # Before the person's own settings are read, and after.
        assert sum(switch in option for option in options) == 2
    assert ("-f" in options) == (name == "gvim")


def test_a_name_that_leads_to_vim_is_vim(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "vim.basic").write_text("#!/bin/sh\n", encoding="utf-8")
    (tmp_path / "vim.basic").chmod(0o700)
    (tmp_path / "vi").symlink_to("vim.basic")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "-n" in find_editor({"EDITOR": "vi"})
    assert find_editor({})[:2] == ["vi", "-n"]
    (tmp_path / "vi").unlink()
    with pytest.raises(NoEditorError, match="No editor was found"):
        find_editor({})


def test_editors_with_windows_of_their_own_are_told_to_wait() -> None:
    assert find_editor({"EDITOR": "code"}) == ["code", "--wait"]
    assert find_editor({"EDITOR": "code --wait"}) == ["code", "--wait"]


def test_the_editor_gets_the_path_and_the_answer_keeps_its_stream(
    tmp_path: Path,
) -> None:
    command = make_script(tmp_path, "import sys; print(sys.argv[1:]); sys.exit(3)")
    with (tmp_path / "screen").open("w+", encoding="utf-8") as screen:
        code = run_editor(command, tmp_path / "a b", io.StringIO(), screen)
        screen.seek(0)
        assert (code, screen.read()) == (3, f"['{tmp_path}/a b']\n")


def test_an_editor_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(NoEditorError, match="The editor nowhere could not"):
        run_editor(["nowhere"], tmp_path, io.StringIO(), io.StringIO())


def test_ctrl_c_belongs_to_the_editor(tmp_path: Path) -> None:
    before = signal.getsignal(signal.SIGINT)
    script = "import os, signal; os.kill(os.getppid(), signal.SIGINT)"
    command = make_script(tmp_path, script)
    assert run_editor(command, tmp_path, io.StringIO(), io.StringIO()) == 0
    assert signal.getsignal(signal.SIGINT) is before


@pytest.mark.parametrize("deaf", [False, True])
def test_whoever_is_told_to_stop_takes_the_editor_along(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, deaf: bool
) -> None:
    ended: list[str] = []

    class Child:
        def wait(self, timeout: float | None = None) -> int:
            if timeout is None and not ended:
                raise SystemExit(143)
            if timeout is not None and deaf:
                raise subprocess.TimeoutExpired(["ed"], timeout)
            return -signal.SIGTERM

        def terminate(self) -> None:
            ended.append("asked")

        def kill(self) -> None:
            ended.append("killed")

    monkeypatch.setattr(subprocess, "Popen", lambda *_, **__: Child())
    with pytest.raises(SystemExit):
        run_editor(shlex.split("ed"), tmp_path, io.StringIO(), io.StringIO())
    assert ended == (["asked", "killed"] if deaf else ["asked"])


def test_a_sheet_knows_its_file() -> None:
    assert Sheet(Path("a"), TASK).path == Path("a/lesson.txt")
