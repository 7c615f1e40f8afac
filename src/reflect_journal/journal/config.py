"""The person's own words and weights, from config.toml."""

import math
import re
from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, NamedTuple, NoReturn, TypeVar

from reflect_journal.errors import ConfigError
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
    """What is configured; `weights` only those sources that were given one."""

    own_weak_spots: "tuple[WeakSpot, ...]" = ()
    own_strengths: "tuple[Strength, ...]" = ()
    weights: Mapping[str, float] = MappingProxyType({})


def load_config(path: Path) -> Config:
    """Load the configuration; a missing file configures nothing.

    Raises:
        ConfigError: with the place of the first thing that cannot be used.
    """
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return Config()
    except OSError as error:
        raise ConfigError(
            str(path), "", f"cannot be read ({error.strerror})."
        ) from error
    import tomllib

    try:
        data = tomllib.loads(content.decode("utf-8"))
    except UnicodeDecodeError:
        raise ConfigError(str(path), "", "is not UTF-8 text.") from None
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise ConfigError(str(path), "", f"is not valid TOML: {error}.") from None
    return _Parser(str(path)).parse(data)


class _Parser:
    def __init__(self, path: str) -> None:
        self.path = path
        self.taken: set[str] = set()

    def parse(self, data: dict[str, Any]) -> Config:
        from reflect_journal.model.vocabulary import Strength, WeakSpot, load_built_in

        self._check_keys("", data, TABLES)
        if data.keys() & {"weak_spots", "strengths"}:
            built_in = load_built_in()
            self.taken.update(built_in.weak_spots, built_in.strengths)
        spots = self._parse_words(data, "weak_spots", SPOT_KEYS)
        for number, spot in enumerate(spots):
            self._check_advice(f"weak_spots[{number}]", spot)
        strengths = self._parse_words(data, "strengths", STRENGTH_KEYS)
        return Config(
            tuple(_make(WeakSpot, spot) for spot in spots),
            tuple(_make(Strength, strength) for strength in strengths),
            self._parse_weights(data.get("weights", {})),
        )

    def _parse_words(
        self, data: dict[str, Any], table: str, keys: Collection[str]
    ) -> list[dict[str, str]]:
        words = data.get(table, [])
        if not isinstance(words, list):
            self._refuse(table, f"begins with [[{table}]], in double brackets.")
        return [
            self._parse_word(f"{table}[{number}]", word, keys)
            for number, word in enumerate(words)
        ]

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

    def _parse_weights(self, weights: object) -> dict[str, float]:
        if not isinstance(weights, dict):
            self._refuse("weights", "is not a table with keys and values.")
        self._check_keys("weights", weights, SOURCES)
        for source, weight in weights.items():
            is_number = isinstance(weight, int | float) and not isinstance(weight, bool)
            if not is_number or not 0 < weight < math.inf:
                self._refuse(f"weights.{source}", "is not a number above 0.")
        return {source: float(weight) for source, weight in weights.items()}

    def _check_keys(
        self, place: str, table: Mapping[str, object], keys: Collection[str]
    ) -> None:
        for key in table:
            if key not in keys:
                where = f"{place}.{key}" if place else key
                self._refuse(where, f"is none of {_list(keys)}.")

    def _refuse(self, place: str, problem: str) -> NoReturn:
        raise ConfigError(self.path, place, problem)


def _make(kind: Callable[..., Word], values: Mapping[str, str]) -> Word:
    return kind(**values, own=True)


def _list(words: Collection[str]) -> str:
    return ", ".join(words)
