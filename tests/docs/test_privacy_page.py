"""What is said about places and delicate sentences is so."""

import os

import pytest
from platformdirs.macos import MacOS
from platformdirs.unix import Unix

from reflect_journal.interview.delicate import DANGER_TEXT
from reflect_journal.journal.places import APP_NAME
from tests.docs.pages import list_code, list_rows, read_page, read_section

PAGE = "docs/privacy.md"


@pytest.mark.parametrize(("column", "system"), [(1, Unix), (2, MacOS)])
def test_places_are_those_of_the_system(
    monkeypatch: pytest.MonkeyPatch, column: int, system: type[Unix | MacOS]
) -> None:
    for name in [name for name in os.environ if name.startswith("XDG_")]:
        monkeypatch.delenv(name)
    folders = system(APP_NAME, appauthor=False)
    home = os.environ["HOME"]
    expected = [
        f"{folders.user_data_dir}/journal",
        folders.user_state_dir,
        f"{folders.user_config_dir}/config.toml",
        folders.user_cache_dir,
    ]

    rows = list_rows(read_section(PAGE, "What is stored where"))
    places = [row[column].strip("`") for row in rows]
    assert places == [place.replace(home, "~") for place in expected]


def test_the_modes_are_named() -> None:
    assert "mode 0600 and folders with mode 0700" in read_page(PAGE)


def test_the_helpline_that_the_program_names_is_the_one_described() -> None:
    assert "befrienders.org" in DANGER_TEXT
    assert "befrienders.org, which describes itself" in read_page(PAGE)
    assert "--company NAME" in " ".join(list_code(read_page(PAGE)))
