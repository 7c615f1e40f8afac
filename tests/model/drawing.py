"""Documents and JSON of all shapes, drawn at random."""

from datetime import date
from typing import Any, TypeAlias, get_args

from hypothesis import strategies as st

from reflect_journal.model import terms
from reflect_journal.model.vocabulary import load_built_in

Document: TypeAlias = dict[str, Any]
Drawn: TypeAlias = st.SearchStrategy[Any]

TODAY = date(2026, 11, 21)
VOCABULARY = load_built_in()

texts = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20
)
names = texts.filter(str.strip)
ratings = st.integers(1, 5)
days = st.dates(date(1970, 1, 1), date(2027, 11, 21)).map(date.isoformat)
weak_spots = st.sampled_from(sorted(VOCABULARY.weak_spots))
strengths = st.sampled_from(sorted(VOCABULARY.strengths))


def words(term: Any) -> Drawn:
    return st.sampled_from(get_args(term))


def part(**optional: Drawn) -> dict[str, Drawn]:
    return optional


def maybe(strategy: Drawn) -> Drawn:
    return st.none() | strategy


def some(strategy: Drawn) -> Drawn:
    return st.lists(strategy, max_size=2)


reviews = st.fixed_dictionaries(
    {},
    optional=part(rating=maybe(ratings), went_well=texts, next_time=texts, note=texts),
)
questions = st.fixed_dictionaries(
    {},
    optional=part(
        asked=texts,
        meant=texts,
        my_answer=texts,
        went=maybe(words(terms.Went)),
        depth=maybe(words(terms.Depth)),
        surprised=st.booleans(),
        next_time=texts,
    ),
)
rounds = st.fixed_dictionaries(
    {"stage": words(terms.Stage)},
    optional=part(
        held_on=maybe(days),
        format=maybe(words(terms.Format)),
        balance=maybe(words(terms.Balance)),
        note=texts,
        areas=st.dictionaries(words(terms.Area), reviews, max_size=2),
        questions=some(questions),
    ),
)
seen = part(
    by=words(terms.Source),
    basis=words(terms.Basis),
    stage=maybe(words(terms.Stage)),
    note=texts,
)
sightings = st.fixed_dictionaries(
    {"weak_spot": weak_spots},
    optional={**seen, "changeable": maybe(words(terms.Changeable))},
)
strength_sightings = st.fixed_dictionaries({"strength": strengths}, optional=seen)
plans = st.fixed_dictionaries(
    {},
    optional=part(
        cue=texts,
        action=texts,
        weak_spot=maybe(weak_spots),
        obstacle=texts,
        due_on=maybe(days),
        tried=maybe(words(terms.Tried)),
        helped=maybe(words(terms.Helped)),
    ),
)
fits = st.fixed_dictionaries(
    {}, optional=part(role=maybe(ratings), culture=maybe(ratings), note=texts)
)
channels = st.fixed_dictionaries(
    {"to": words(terms.Addressee)},
    optional=part(
        via=words(terms.Via),
        state=words(terms.FeedbackState),
        who=texts,
        asked_on=maybe(days),
        nudged_on=maybe(days),
        received_on=maybe(days),
        closed_on=maybe(days),
    ),
)
impressions = st.fixed_dictionaries(
    {}, optional=part(intended=texts, came_across=texts)
)
# Without a reaction, which is taken and kept, but not shown again.
heard = st.fixed_dictionaries(
    {"by": words(terms.Source)},
    optional=part(
        who=texts,
        via=maybe(words(terms.Via)),
        heard_on=maybe(days),
        noted_on=maybe(days),
        words=texts,
        comment=texts,
        ratings=st.dictionaries(words(terms.Area), maybe(ratings), max_size=2),
        works=texts,
        change=texts,
        impressions=some(impressions),
        could_be_true=texts,
        pondered_on=maybe(days),
    ),
)
laters = st.fixed_dictionaries(
    {"due_on": days}, optional=part(note=texts, done_on=maybe(days))
)
documents = st.fixed_dictionaries(
    {"company": names, "rejected_on": days},
    optional=part(
        form=words(terms.Form),
        role=texts,
        stage_reached=maybe(words(terms.Stage)),
        decided_by=maybe(words(terms.DecidedBy)),
        heard_by=maybe(words(terms.HeardBy)),
        their_words=texts,
        sting=maybe(ratings),
        feeling=texts,
        what_worked=texts,
        moment=texts,
        rounds=some(rounds),
        sightings=some(sightings),
        strengths=some(strength_sightings),
        fit=maybe(fits),
        friend_words=texts,
        lesson=texts,
        plan=maybe(plans),
        tags=some(texts),
        feedback=some(channels),
        heard=some(heard),
        wants=some(texts),
        later=maybe(laters),
    ),
)

KEYS = sorted(
    {
        *("company", "rejected_on", "form", "rounds", "sightings", "strengths"),
        *("plan", "fit", "tags", "sting", "stage", "areas", "answers", "rating"),
        *("questions", "asked", "weak_spot", "strength", "by", "note", "[key]"),
        *("balance", "held_on", "action", "tried", "changeable", "stage_reached"),
        *("feedback", "heard", "wants", "later", "due_on", "state", "to"),
    }
)
any_keys = st.sampled_from(KEYS) | st.text(max_size=5)
json_leaves = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=8)
    | st.sampled_from(["panel", "\ud800", "2026-11-20", "self", 10**400])
)
json_values = st.recursive(
    json_leaves,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(any_keys, inner, max_size=4)
    ),
    max_leaves=12,
)
json_objects: st.SearchStrategy[Document] = st.dictionaries(
    any_keys, json_values, max_size=6
)


@st.composite
def damaged_documents(draw: st.DrawFn) -> Document:
    """Draw a sound document in which one value was replaced by hand."""
    document: Document = draw(documents)
    place: Any = document
    while True:
        at = draw(
            st.sampled_from(
                list(range(len(place)) if isinstance(place, list) else place)
            )
        )
        inner = place[at]
        if isinstance(inner, dict | list) and inner and draw(st.booleans()):
            place = inner
            continue
        place[at] = draw(json_values)
        return document
