"""Which reflections are meant: by company, role, stage, time, weak spot, area, tag."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from reflect_journal.model.outline import Outline
from reflect_journal.model.text import fold_text

if TYPE_CHECKING:
    from reflect_journal.model.vocabulary import Vocabulary

Test: TypeAlias = Callable[[Outline], bool]


class Filters(NamedTuple):
    """What a reflection must answer to; an empty text asks for nothing.

    `company` and `role` are words, all of them contained, case and accents ignored;
    `stage`, `spot` and `area` are known names; `since` and `until` are ISO dates,
    both inclusive, on the day of the no; `tag` is a whole tag, case ignored.
    """

    company: str = ""
    role: str = ""
    stage: str = ""
    since: str = ""
    until: str = ""
    spot: str = ""
    area: str = ""
    tag: str = ""

    def apply(
        self, outlines: Iterable[Outline], vocabulary: "Vocabulary | None" = None
    ) -> list[Outline]:
        """Give the outlines that answer to everything asked, in the same order.

        The vocabulary tells the words of an area, and is needed only for that.
        """
        tests = self._build_tests()
        if self.area and vocabulary:
            tests.append(_build_area_test(self.area, vocabulary))
        return [one for one in outlines if all(test(one) for test in tests)]

    def _build_tests(self) -> list[Test]:
        company, role = fold_text(self.company).split(), fold_text(self.role).split()
        tag, since, until = self.tag.casefold(), self.since, self.until
        tests: list[tuple[str, Test]] = [
            (self.stage, lambda one: self.stage in one.stages),
            (since, lambda one: since <= one.rejected_on),
            (until, lambda one: "" < one.rejected_on <= until),
            (self.spot, lambda one: _is_sighted(one, self.spot)),
            (tag, lambda one: any(own.casefold() == tag for own in one.tags)),
            (self.company, lambda one: _holds(one.company, company)),
            (self.role, lambda one: _holds(one.role, role)),
        ]
        return [test for asked, test in tests if asked]


def _holds(text: str, words: list[str]) -> bool:
    folded = fold_text(text)
    return all(word in folded for word in words)


def _is_sighted(outline: Outline, identifier: str) -> bool:
    return any(one.id == identifier for one in outline.sightings)


def _build_area_test(area: str, vocabulary: "Vocabulary") -> Test:
    spots = {spot.id for spot in vocabulary.list_in_area(area)}
    strengths = {
        strength.id
        for strength in vocabulary.strengths.values()
        if strength.area == area
    }

    def touches(outline: Outline) -> bool:
        return (
            area in outline.rated
            or any(one.id in spots for one in outline.sightings)
            or any(one.id in strengths for one in outline.strengths)
        )

    return touches
