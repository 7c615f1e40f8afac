"""Where everything is kept: journal, state, configuration, cache."""

import hashlib
import os
from collections.abc import Mapping
from os.path import realpath
from pathlib import Path
from typing import Final, NamedTuple

APP_NAME: Final = "reflect-journal"
HOME_VARIABLE: Final = "REFLECT_HOME"
RUNTIME_VARIABLE: Final = "XDG_RUNTIME_DIR"


class Places(NamedTuple):
    """Absolute paths: the folder of logs, the state, the config file, the cache.

    Nothing is created by naming it here.
    """

    journal: Path
    state: Path
    config: Path
    cache: Path
    apart: str = ""
    """What tells another journal's drafts from those of the person's own."""
    runtime: Path | None = None
    """A folder in memory that is gone at log-out, where the system has one."""

    @property
    def drafts(self) -> Path:
        """The folder of unfinished interviews of this journal."""
        return self.state / "drafts" / self.apart

    @property
    def edits(self) -> Path:
        """The folder of unfinished changes to what is saved in this journal."""
        return self.state / "edits" / self.apart

    @property
    def editor(self) -> tuple[Path, ...]:
        """The folders for what lies open in an editor, the better one first."""
        tops = (self.runtime, self.state) if self.runtime else (self.state,)
        return tuple(top / "editor" / self.apart for top in tops)

    @property
    def may_hold_edits(self) -> bool:
        """Whether something may lie open in an editor, or was left there."""
        return any(map(_has_entries, self.editor))

    @property
    def locks(self) -> Path:
        """The folder of lock files; never inside a folder that is synced."""
        return self.state / "locks"

    @property
    def quarantine(self) -> Path:
        """The folder with what was cut short or taken out by a repair."""
        return self.state / "quarantine"

    @property
    def backups(self) -> Path:
        """The folder of backups of this journal that are made by themselves."""
        return self.state / "backups" / self.apart

    @property
    def device(self) -> Path:
        """The file that holds the name of this device's log."""
        return self.state / "device"


def find_places(environ: Mapping[str, str], journal: str | None = None) -> Places:
    """Find the places: below REFLECT_HOME where it is set, else where the system says.

    Args:
        environ: the environment of the process.
        journal: another folder of logs; everything else stays where it is.
    """
    home = environ.get(HOME_VARIABLE)
    places = _below(Path(home).absolute()) if home else _of_system(environ)
    if not journal or realpath(journal) == realpath(places.journal):
        return places
    folder = Path(journal).absolute()
    return places._replace(journal=folder, apart=name_folder(folder))


def name_folder(folder: Path) -> str:
    """Give the short name of a folder of logs: 16 hexadecimal digits."""
    return name_real_folder(realpath(folder))


def name_real_folder(folder: Path | str) -> str:
    """Give the short name of a folder of logs whose path leads through no link."""
    return hashlib.sha256(os.fsencode(folder)).hexdigest()[:16]


def _has_entries(folder: Path) -> bool:
    try:
        with os.scandir(folder) as entries:
            return any(True for _ in entries)
    except OSError:
        return False


def _below(home: Path) -> Places:
    return Places(
        journal=home / "data" / "journal",
        state=home / "state",
        config=home / "config" / "config.toml",
        cache=home / "cache",
    )


def _of_system(environ: Mapping[str, str]) -> Places:
    from platformdirs import PlatformDirs

    folders = PlatformDirs(APP_NAME, appauthor=False)
    return Places(
        journal=folders.user_data_path.absolute() / "journal",
        state=folders.user_state_path.absolute(),
        config=folders.user_config_path.absolute() / "config.toml",
        cache=folders.user_cache_path.absolute(),
        # Without the variable some systems would name a folder that others can see.
        runtime=folders.user_runtime_path if environ.get(RUNTIME_VARIABLE) else None,
    )
