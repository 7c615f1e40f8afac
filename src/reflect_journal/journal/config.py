"""The person's own words and weights, from config.toml."""

import re
import sys
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, NamedTuple, NoReturn, TypeVar

from reflect_journal.errors import ConfigError
from reflect_journal.journal.durable import read_whole
from reflect_journal.model.terms import AREAS, CHANGEABLES, SOURCES

if TYPE_CHECKING:
    from reflect_journal.model.vocabulary import Strength, WeakSpot

Word = TypeVar("Word")

TABLES: Final = ("weak_spots", "strengths", "weights")
ID: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
ID_LIMIT: Final = 64
SPOT_KEYS: Final = (
    "id",
    "label",
    "area",
    "changeable",
    "description",
    "exercise",
    "closing",
)
STRENGTH_KEYS: Final = ("id", "label", "area", "description", "keep")
CHOICES: Final[Mapping[str, Collection[str]]] = {
    "area": AREAS,
    "changeable": CHANGEABLES,
}


class Config(NamedTuple):
    """What is configured; `weights` only those sources that were given one.

    `problems` is what could not be used and is left out.
    """

    own_weak_spots: "tuple[WeakSpot, ...]" = ()
    own_strengths: "tuple[Strength, ...]" = ()
    weights: Mapping[str, float] = MappingProxyType({})
    problems: tuple[ConfigError, ...] = ()


def load_config(path: Path) -> Config:
    """Load the configuration; a missing file configures nothing.

    Never raises: a slip there must not keep anybody from their journal.
    """
    try:
        content = read_whole(path)
    except FileNotFoundError:
        return Config()
    except OSError as error:
        return _refuse_all(path, f"cannot be read ({error.strerror}).")
    import tomllib

    try:
        data = tomllib.loads(content.decode("utf-8"))
    except UnicodeDecodeError:
        return _refuse_all(path, "is not UTF-8 text.")
    except (ValueError, RecursionError) as error:
        # Not TOMLDecodeError alone: a number of too many digits is a ValueError.
        return _refuse_all(path, f"is not valid TOML: {error}.")
    return _Parser(str(path)).parse(data)


def _refuse_all(path: Path, problem: str) -> Config:
    return Config(problems=(ConfigError(str(path), "", problem),))


class _Parser:
    def __init__(self, path: str) -> None:
        self.path = path
        self.taken: set[str] = set()
        self.problems: list[ConfigError] = []

    def parse(self, data: dict[str, Any]) -> Config:
        from reflect_journal.model.vocabulary import Strength, WeakSpot, load_built_in

        for key in data:
            with self._left_out():
                self._check_keys("", (key,), TABLES)
        if data.keys() & {"weak_spots", "strengths"}:
            built_in = load_built_in()
            self.taken.update(built_in.weak_spots, built_in.strengths)
        return Config(
            tuple(self._parse_words(data, "weak_spots", SPOT_KEYS, WeakSpot)),
            tuple(self._parse_words(data, "strengths", STRENGTH_KEYS, Strength)),
            dict(self._parse_weights(data.get("weights", {}))),
            tuple(self.problems),
        )

    @contextmanager
    def _left_out(self) -> Iterator[None]:
        """Leave out what turns out to be of no use, and remember why."""
        try:
            yield
        except ConfigError as error:
            self.problems.append(error)

    def _parse_words(
        self,
        data: dict[str, Any],
        table: str,
        keys: Collection[str],
        kind: Callable[..., Word],
    ) -> Iterator[Word]:
        words = data.get(table, [])
        with self._left_out():
            if not isinstance(words, list):
                self._refuse(table, f"begins with [[{table}]], in double brackets.")
            for number, word in enumerate(words):
                with self._left_out():
                    values = self._parse_word(f"{table}[{number}]", word, keys)
                    yield kind(**values, own=True)

    def _parse_word(
        self, place: str, word: object, keys: Collection[str]
    ) -> dict[str, str]:
        if not isinstance(word, dict):
            self._refuse(place, "is not a table with keys and values.")
        self._check_keys(place, word, keys)
        for key in keys:
            needed = key in {"id", "label", *CHOICES}
            self._check_text(f"{place}.{key}", word.get(key), needed=needed)
        for key, choices in CHOICES.items():
            if key in word and word[key] not in choices:
                self._refuse(f"{place}.{key}", f"is none of {_list(choices)}.")
        if "changeable" in word:
            self._check_advice(place, word)
        self._check_id(f"{place}.id", word["id"])
        return word

    def _check_text(self, place: str, value: object, *, needed: bool) -> None:
        if value is None and not needed:
            return
        if value is None:
            self._refuse(place, "is missing.")
        if not isinstance(value, str) or (needed and not value.strip()):
            self._refuse(place, "is not a text in quotation marks.")

    def _check_id(self, place: str, identifier: str) -> None:
        if not ID.fullmatch(identifier) or len(identifier) > ID_LIMIT:
            problem = "takes small letters, digits and single hyphens: my-own-word."
            self._refuse(place, problem)
        if identifier in self.taken:
            self._refuse(place, f"{identifier} is the id of another word.")
        self.taken.add(identifier)

    def _check_advice(self, place: str, spot: Mapping[str, str]) -> None:
        unused = "exercise" if spot["changeable"] == "not-at-all" else "closing"
        if unused in spot:
            problem = f"is not used where changeable is {spot['changeable']}."
            self._refuse(f"{place}.{unused}", problem)

    def _parse_weights(self, weights: object) -> Iterator[tuple[str, float]]:
        with self._left_out():
            if not isinstance(weights, dict):
                self._refuse("weights", "is not a table with keys and values.")
            for source, weight in weights.items():
                with self._left_out():
                    self._check_keys("weights", (source,), SOURCES)
                    yield source, self._parse_weight(source, weight)

    def _parse_weight(self, source: str, weight: object) -> float:
        if (
            isinstance(weight, bool)
            or not isinstance(weight, int | float)
            or not 0 < weight <= sys.float_info.max
        ):
            self._refuse(f"weights.{source}", "is not a number above 0.")
        return float(weight)

    def _check_keys(
        self, place: str, table: Iterable[str], keys: Collection[str]
    ) -> None:
        for key in table:
            if key not in keys:
                where = f"{place}.{key}" if place else key
                self._refuse(where, f"is none of {_list(keys)}.")

    def _refuse(self, place: str, problem: str) -> NoReturn:
        raise ConfigError(self.path, place, problem)


def _list(words: Collection[str]) -> str:
    return ", ".join(words)
