"""Reading: a text in sentences, each with its kind and what it could mean."""

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from reflect_journal.model.terms import NO_REASON_GIVEN
from reflect_journal.model.vocabulary import Strength, Vocabulary, WeakSpot
from reflect_journal.reading.bank import ELSEWHERE, Bank, describe
from reflect_journal.reading.frames import find_frames
from reflect_journal.reading.index import Index, Phrasing
from reflect_journal.reading.patterns import flatten, make_pattern
from reflect_journal.reading.sentences import split_sentences
from reflect_journal.reading.sieve import EMPTY, OF_A_LETTER, TELLING, Kind, Sieve
from reflect_journal.reading.words import split_words

LIKELY: Final = 0.6
"""What scores less only has a place in an order; text about something else does."""
WORTH_A_LOOK: Final = 0.35
WORTH_LISTING: Final = 0.05
MOST: Final = 10
MOST_OF_SENTENCE: Final = 5
ONE_THOUGHT: Final = 6
PER_MORE: Final = 0.3
"""How much a further sentence adds that speaks of the same, against the one before."""
NAMED: Final = 2.0
"""How far a cause that is named outright stands before everything else."""
UNDERSTOOD: Final = 0.6
"""How much of a text has to be known; of one in another language less is."""
OWN: Final = 3
"""How often a phrase counts that the person has confirmed."""
HALF_WAY: Final = 7.0
WITHOUT_REASON: Final = 0.8
EVEN_CHANCES: Final = 0.6
STEEPNESS: Final = 3
"""How much nearer a text has to be to something else until it is not believed."""
FORMULAS: Final = frozenset(
    {NO_REASON_GIVEN, "stronger-candidate", "got-encouragement"}
)
"""What standard phrases sound like; none of them makes a sentence say something."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A word of the vocabulary that a sentence may speak of; score from 0 to 1."""

    id: str
    score: float
    sentence: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence in its own words, its kind, and what it may speak of, best first."""

    text: str
    kind: Kind
    suggestions: tuple[Suggestion, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read: the sentences, and what all of them suggest, best first."""

    sentences: tuple[Sentence, ...]
    suggestions: tuple[Suggestion, ...]

    @property
    def is_usable(self) -> bool:
        """Whether some sentence says something."""
        return any(one.kind == TELLING for one in self.sentences)

    def without_suggestions(self) -> "Reading":
        """Give the sentences alone, for words that another answer is due to."""
        bare = (Sentence(one.text, one.kind) for one in self.sentences)
        return Reading(tuple(bare), ())


@dataclass(frozen=True, slots=True, eq=False)
class Reader:
    """Reads texts; made once, for making it takes longer than reading."""

    index: Index
    sieve: Sieve
    sign_offs: re.Pattern[str]
    cues: Mapping[str, re.Pattern[str]]
    known: frozenset[str]

    def read(self, text: str) -> Reading:
        """Read a text, of any length and content."""
        lines = split_sentences(text)
        scores = [self._score(line) for line in lines]
        trust = 1 / (1 + (_find_doubt(scores) / EVEN_CHANCES) ** STEEPNESS)
        scores = [{one: at * trust for one, at in score.items()} for score in scores]
        kinds = self._find_kinds(lines, scores)
        usable = [
            (line, score)
            for line, score, kind in zip(lines, scores, kinds, strict=True)
            if kind == TELLING
        ]
        suggestions = _add_up(usable, self._score_together(usable, trust))
        if lines and not usable:
            score = round(WITHOUT_REASON * trust, 3)
            suggestions = (Suggestion(NO_REASON_GIVEN, score, lines[0]),)
        by_line = dict(usable)
        sentences = (
            Sentence(line, kind, _suggest(line, by_line.get(line, {})))
            for line, kind in zip(lines, kinds, strict=True)
        )
        return Reading(tuple(sentences), suggestions)

    def _score(self, line: str) -> dict[str, float]:
        """Score a sentence; a cause that is named outright comes before all others."""
        found = self.index.score(line)
        scores = {one: score for one, score in found.items() if one in self.known}
        best = max(scores.values(), default=0.0)
        for one in self._name(line):
            scores[one] = max(scores.get(one, 0.0), best) + NAMED
        return scores

    def _score_together(
        self, usable: Sequence[tuple[str, Mapping[str, float]]], trust: float
    ) -> dict[str, float]:
        """Score a few sentences as one thought, for stories are told in several."""
        if not 1 < len(usable) <= ONE_THOUGHT:
            return {}
        together = self._score(" ".join(line for line, _ in usable))
        return {one: score * trust for one, score in together.items()}

    def _find_kinds(
        self, lines: list[str], scores: Sequence[Mapping[str, float]]
    ) -> list[Kind]:
        framed = find_frames(lines, self.sign_offs)
        weights = [
            self.sieve.weigh(line, scale(_find_best(score)))
            for line, score in zip(lines, scores, strict=True)
        ]
        is_letter = any(framed) or min(weights, default=0.0) <= OF_A_LETTER
        if not is_letter or not self._knows_the_language(lines):
            return [TELLING] * len(lines)
        return [
            TELLING if not frame and (weight > 0 or self._name(line)) else EMPTY
            for line, frame, weight in zip(lines, framed, weights, strict=True)
        ]

    def _knows_the_language(self, lines: Iterable[str]) -> bool:
        """Tell whether most words stand somewhere in the bank."""
        lexicon = self.index.lexicon
        words = [word for line in lines for word in split_words(line)]
        known = [
            word
            for word in words
            if word in lexicon.function or self.index.postings.find(lexicon.stem(word))
        ]
        return len(known) >= UNDERSTOOD * len(words)

    def _name(self, line: str) -> list[str]:
        """Name the causes that a sentence names outright."""
        plain = flatten(line)
        return [one for one, words in self.cues.items() if words.search(plain)]


def build_reader(
    bank: Bank, vocabulary: Vocabulary, own_phrases: Iterable[Phrasing] = ()
) -> Reader:
    """Make a reader that knows the bank, the vocabulary and the person's own words."""
    known: dict[str, WeakSpot | Strength] = {
        **vocabulary.weak_spots,
        **vocabulary.strengths,
    }
    own = [pair for word in known.values() if word.own for pair in describe(word)]
    confirmed = {one for one in own_phrases if one[0] in known}
    own.extend(sorted(confirmed) * OWN)
    cues = {
        one: make_pattern(words) for one, words in bank.cues.items() if one in known
    }
    index = bank.phrases.extended(own) if own else bank.phrases
    return Reader(
        index,
        Sieve(bank.letters, bank.phrases),
        make_pattern(bank.sign_offs),
        cues,
        frozenset({*known, ELSEWHERE}),
    )


def _find_best(scores: Mapping[str, float]) -> float:
    """Give the best score of what a standard phrase does not sound like."""
    return max((at for one, at in scores.items() if one not in FORMULAS), default=0.0)


def _find_doubt(scores: Iterable[dict[str, float]]) -> float:
    """Take out what speaks of something else; give its share of the best."""
    elsewhere = best = 0.0
    for score in scores:
        elsewhere += score.pop(ELSEWHERE, 0.0)
        best += max(score.values(), default=0.0)
    return elsewhere / best if best else 0.0


def _add_up(
    usable: Sequence[tuple[str, Mapping[str, float]]], as_one: Mapping[str, float]
) -> tuple[Suggestion, ...]:
    found: defaultdict[str, list[tuple[float, str]]] = defaultdict(list)
    for line, scores in usable:
        for one, score in scores.items():
            found[one].append((score, line))
    together = []
    for one, scored in found.items():
        best_first = sorted(scored, reverse=True)
        total = sum(
            score * PER_MORE**at for at, (score, _) in enumerate(best_first[:MOST])
        )
        total += as_one.get(one, best_first[0][0])
        together.append(Suggestion(one, scale(total), best_first[0][1]))
    return _best(together)[:MOST]


def _suggest(line: str, scores: Mapping[str, float]) -> tuple[Suggestion, ...]:
    found = [Suggestion(one, scale(score), line) for one, score in scores.items()]
    return _best(found)[:MOST_OF_SENTENCE]


def _best(suggestions: Iterable[Suggestion]) -> tuple[Suggestion, ...]:
    likely = (one for one in suggestions if one.score >= WORTH_LISTING)
    return tuple(sorted(likely, key=lambda one: (-one.score, one.id)))


def scale(score: float) -> float:
    """Bring a score between 0 and 1, in steps of a thousandth."""
    return round(1 - math.exp(-max(score, 0.0) / HALF_WAY), 3)
