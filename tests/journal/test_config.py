"""The configuration: the person's own words, and one clear refusal otherwise."""

from pathlib import Path

import pytest

from reflect_journal.errors import ConfigError
from reflect_journal.journal.config import Config, load_config
from reflect_journal.model.vocabulary import Strength, WeakSpot, load_built_in

SPOT = """
[[weak_spots]]
id = "late-nights"
label = "Late nights before"
area = "mindset"
changeable = "soon"
"""
STRENGTH = """
[[strengths]]
id = "dry-humour"
label = "Dry humour"
area = "soft-skills"
"""


def load(tmp_path: Path, text: str) -> Config:
    path = tmp_path / "config.toml"
    path.write_text(text, "utf-8")
    return load_config(path)


def refuse(tmp_path: Path, text: str) -> ConfigError:
    refused = load(tmp_path, text).problems[0]
    assert refused.path == str(tmp_path / "config.toml")
    assert "\n" not in str(refused)
    return refused


def test_a_missing_or_empty_file_configures_nothing(tmp_path: Path) -> None:
    assert load_config(tmp_path / "config.toml") == Config()
    assert load(tmp_path, "# nothing yet\n") == Config()


def test_own_words_and_weights_are_read(tmp_path: Path) -> None:
    text = (
        "[weights]\nrecruiter = 3\nfriend = 0.5\n"
        + SPOT
        + 'description = "Slept too little."\nexercise = "Screen off at ten."\n'
        + SPOT.replace("late-nights", "closed-role").replace("soon", "not-at-all")
        + 'closing = "That was decided elsewhere."\n'
        + STRENGTH
        + 'description = "Makes them laugh."\nkeep = "One remark, then listen."\n'
    )
    config = load(tmp_path, text)
    assert config.weights == {"recruiter": 3.0, "friend": 0.5}
    assert config.own_weak_spots == (
        WeakSpot(
            "late-nights",
            "Late nights before",
            "mindset",
            "soon",
            "Slept too little.",
            "Screen off at ten.",
            own=True,
        ),
        WeakSpot(
            "closed-role",
            "Late nights before",
            "mindset",
            "not-at-all",
            closing="That was decided elsewhere.",
            own=True,
        ),
    )
    assert config.own_strengths == (
        Strength(
            "dry-humour",
            "Dry humour",
            "soft-skills",
            "Makes them laugh.",
            "One remark, then listen.",
            own=True,
        ),
    )


def test_own_words_can_stand_beside_the_built_in_ones(tmp_path: Path) -> None:
    config = load(tmp_path, SPOT + STRENGTH)
    built_in = load_built_in()
    words = built_in.extended(config.own_weak_spots, config.own_strengths)
    assert len(words.weak_spots) == len(built_in.weak_spots) + 1
    assert len(words.strengths) == len(built_in.strengths) + 1


@pytest.mark.parametrize(
    ("text", "where", "problem"),
    [
        ("weak_spots = 1", "weak_spots", "double brackets"),
        ("[weak_spots]\nid = 'x'", "weak_spots", "double brackets"),
        ("weak_spots = [1]", "weak_spots[0]", "not a table"),
        ("weights = 1", "weights", "not a table"),
        ("colour = 'red'", "colour", "is none of weak_spots, strengths, weights"),
        (SPOT + "color = 'red'", "weak_spots[0].color", "is none of id, label"),
        (SPOT.replace("mindset", "mood"), "weak_spots[0].area", "preparation, answers"),
        (SPOT.replace("soon", "later"), "weak_spots[0].changeable", "soon, slowly"),
        (SPOT.replace('"soon"', "3"), "weak_spots[0].changeable", "not a text"),
        (SPOT.replace("late-nights", "Late nights"), "weak_spots[0].id", "hyphens"),
        (SPOT.replace("late-nights", "x" * 65), "weak_spots[0].id", "hyphens"),
        (SPOT + SPOT, "weak_spots[1].id", "another word"),
        (
            SPOT.replace("late-nights", "rambling-answers"),
            "weak_spots[0].id",
            "another",
        ),
        (SPOT.replace("late-nights", "solid-knowledge"), "weak_spots[0].id", "another"),
        (SPOT.replace("late-nights", "dry-humour") + STRENGTH, "strengths[0].id", "an"),
        (SPOT.replace("Late nights before", " "), "weak_spots[0].label", "not a text"),
        (SPOT + "closing = 'x'", "weak_spots[0].closing", "changeable is soon"),
        (
            SPOT.replace("soon", "not-at-all") + "exercise = 'x'",
            "weak_spots[0].exercise",
            "changeable is not-at-all",
        ),
        (SPOT + "description = 1", "weak_spots[0].description", "not a text"),
        (STRENGTH.replace('area = "soft-skills"', ""), "strengths[0].area", "missing"),
        (STRENGTH + "exercise = 'x'", "strengths[0].exercise", "is none of"),
        ("[weights]\nboss = 2", "weights.boss", "is none of self, recruiter"),
        ("[weights]\nself = 0", "weights.self", "above 0"),
        ("[weights]\nself = -1", "weights.self", "above 0"),
        ("[weights]\nself = inf", "weights.self", "above 0"),
        ("[weights]\nself = nan", "weights.self", "above 0"),
        ("[weights]\nself = true", "weights.self", "above 0"),
        ("[weights]\nself = '2'", "weights.self", "above 0"),
        pytest.param(
            f"[weights]\nself = {'9' * 400}", "weights.self", "above 0", id="400 digits"
        ),
        pytest.param("x = " + "9" * 5000, "", "not valid TOML", id="5000 digits"),
        ("[weights", "", "is not valid TOML"),
        ("x = " + "[" * 5000, "", "is not valid TOML"),
    ],
)
def test_what_cannot_be_used_is_refused_with_its_place(
    tmp_path: Path, text: str, where: str, problem: str
) -> None:
    error = refuse(tmp_path, text)
    assert error.where == where
    assert problem in error.problem
    assert error.problem.endswith(".")


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_bytes(b"\xff\xfe")
    assert "not UTF-8" in load_config(path).problems[0].problem


def test_a_folder_in_place_of_the_file_is_refused(tmp_path: Path) -> None:
    assert "cannot be read" in load_config(tmp_path).problems[0].problem


def test_what_can_be_used_beside_it_is_used(tmp_path: Path) -> None:
    wrong = SPOT.replace("late-nights", "Late").replace("Late nights", "Wrong")
    weights = "[weights]\nself = 0\nfriend = 2\n"
    config = load(tmp_path, "colour = 1\n" + SPOT + wrong + STRENGTH + weights)
    assert [one.id for one in config.own_weak_spots] == ["late-nights"]
    assert [one.id for one in config.own_strengths] == ["dry-humour"]
    assert config.weights == {"friend": 2.0}
    places = [one.where for one in config.problems]
    assert places == ["colour", "weak_spots[1].id", "weights.self"]
