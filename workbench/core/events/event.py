"""Events: whether two articles report one and the same event.

A toll, a date or a denial can only contradict what is said of the same event, and reports of two
fires are worded alike. What tells them apart are the names in them, by how rare each is in the
corpus, the words of their leads, the days that they speak of, and how far apart they were
published. What each of these weighs was fitted (`training/event.py`), on pairs of reports whose
event is known; the table that came of it says on which, and how often it is right.
"""

import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from itertools import pairwise

from msgspec import Struct

from workbench.core.reading.model import DateMention
from workbench.core.reading.terms import words_and_keys
from workbench.core.text.articles import Article

NAMES_OF, WORDS_OF = 2400, 700
"""Characters of an article, from its beginning, whose names and whose words tell its event."""
SHORTEST_KEY = 5
"""Characters of a key of a name (with its "p:"): shorter ones are initials."""
NEAR, FAR = 3, 21
"""Days that two dates of one event lie apart at most, and from which they speak against it."""
SAME_TIME, SOON, LONG_AFTER = 2, 10, 60
"""Days between two publications: of the same news, of its follow-ups, of something else."""
SAME_EVENT = 0.8
"""Probability from which two articles are taken to report one event: held out, .82 of such pairs
of shootings did, .99 of rumours and .44 of one war, and .64, .95 and .83 of those that do reach it.
Without the names of headlines .60, .94 and .53 reached it where the same shares were right."""
LIKE_FITTED = 300
"""Articles that a corpus is taken to have at the least, as those had on which the weights were
fitted: in a handful of articles a name that a third of them share is no common name. With their
own number .76, .04 and .13 were told of pairs of one event that are .99, .6 and .9 sure with it."""
CERTAIN = 1.0
"""The same within one article."""

FEATURES = (
    "names in common, by rarity",
    "words in common, by rarity",
    "rarity of the names in common",
    "a day in common",
    "days near each other",
    "days far apart",
    "published at the same time",
    "published soon after",
    "published long after",
    "a headline names what the other lacks",
    "both headlines do",
)


class Trace(Struct, frozen=True, array_like=True):
    """What tells an article's event from others: keys of its names, index terms of its lead, the
    days named in it. `published` is its day of publication, `headline` has the keys of names that
    its headline and its text have."""

    article: str
    published: date | None
    names: tuple[str, ...]
    words: tuple[str, ...]
    days: tuple[date, ...]
    headline: tuple[str, ...] = ()


def trace_of(article: Article, dates: Iterable[DateMention]) -> Trace:
    """The trace of an article from its beginning and the dates that were read in it."""
    _, titled = words_and_keys(article.title)
    _, named = words_and_keys(article.text[:NAMES_OF])
    names = {name for name in (*titled, *named) if len(name) >= SHORTEST_KEY}
    words, _ = words_and_keys(f"{article.title}. {article.text[:WORDS_OF]}")
    days = {d.from_ for d in dates if d.from_ and d.from_ == d.to and not d.vague}
    return Trace(
        article.id,
        article.published,
        tuple(sorted(names)),
        tuple(sorted(set(words))),
        tuple(sorted(days)),
        tuple(sorted(names.intersection(titled, named))),
    )


@dataclass(frozen=True, slots=True)
class Rarity:
    """How many articles of a corpus have each term, out of how many; unknown terms have one."""

    articles: int
    counts: Mapping[str, int]

    def of(self, term: str) -> float:
        """The inverse document frequency of a term, natural logarithm."""
        articles = max(self.articles, LIKE_FITTED)
        return math.log((articles + 1) / max(1, self.counts.get(term, 1)))


@dataclass(frozen=True, slots=True)
class Weighed:
    """A trace with the squared rarity of each of its names and words, and their sums: what
    every comparison of it needs, reckoned once."""

    trace: Trace
    names: Mapping[str, float]
    words: Mapping[str, float]
    all_names: float
    all_words: float


def weighed(trace: Trace, rarity: Rarity) -> Weighed:
    """A trace as it is compared with others of a corpus."""
    names = {name: rarity.of(name) ** 2 for name in trace.names}
    words = {word: rarity.of(word) ** 2 for word in trace.words}
    return Weighed(trace, names, words, sum(names.values()), sum(words.values()))


@dataclass(frozen=True, slots=True)
class SameEvent:
    """How surely two articles report one event, 0–1, and what said so, weightiest first."""

    probability: float
    reasons: tuple[str, ...] = ()


def features(one: Weighed, other: Weighed) -> tuple[float, ...]:
    """The values of FEATURES for two traces."""
    names = _shared(one.names, other.names)
    words = _shared(one.words, other.words)
    return (
        _likeness(sum(names), one.all_names, other.all_names),
        _likeness(sum(words), one.all_words, other.all_words),
        math.log1p(sum(map(math.sqrt, names))),
        *_by_days(one.trace, other.trace),
        *_by_publication(one.trace.published, other.trace.published),
        *_by_headline(one, other),
    )


def same_event(one: Weighed, other: Weighed) -> SameEvent:
    """Whether two articles report one event; SAME_EVENT and more is taken for that."""
    if one.trace.article == other.trace.article:
        return SameEvent(CERTAIN, ("one article",))
    if one.names and other.names and one.names.keys().isdisjoint(other.names):
        return SameEvent(0.0, ("no name in common",))
    weights = _weights()
    pulls = [w * v for w, v in zip(weights.features, features(one, other), strict=True)]
    told = sorted(zip(pulls, FEATURES, strict=True), key=lambda found: -abs(found[0]))
    reasons = tuple(name for pull, name in told if abs(pull) >= weights.told)
    return SameEvent(1 / (1 + math.exp(-weights.base - sum(pulls))), reasons)


def _shared(one: Mapping[str, float], other: Mapping[str, float]) -> list[float]:
    """The squared rarities of the terms that both have, in one order."""
    return [one[term] for term in sorted(one.keys() & other.keys())]


def _likeness(shared: float, one: float, other: float) -> float:
    """Cosine of two sets of terms from the sums of their squared rarities, 0–1."""
    return shared / math.sqrt(one * other) if shared else 0.0


def _by_days(one: Trace, other: Trace) -> tuple[float, float, float]:
    if not one.days or not other.days:
        return 0.0, 0.0, 0.0
    merged = sorted([(d, 0) for d in one.days] + [(d, 1) for d in other.days])
    gaps = [(b[0] - a[0]).days for a, b in pairwise(merged) if a[1] != b[1]]
    least = min(gaps)
    return float(least == 0), float(0 < least <= NEAR), float(least > FAR)


def _by_headline(one: Weighed, other: Weighed) -> tuple[float, float]:
    """The share of the names of a headline that the other article has not, the larger one and
    the smaller one of both headlines."""
    lacking = [
        sum(name not in there.names for name in here.trace.headline)
        / max(1, len(here.trace.headline))
        for here, there in ((one, other), (other, one))
    ]
    return max(lacking), min(lacking)


def _by_publication(one: date | None, other: date | None) -> tuple[float, float, float]:
    if one is None or other is None:
        return 0.0, 0.0, 0.0
    apart = abs((one - other).days)
    return float(apart <= SAME_TIME), float(SAME_TIME < apart <= SOON), float(apart > LONG_AFTER)


@dataclass(frozen=True, slots=True)
class _Weights:
    """Log-odds: to begin with, and of one of each feature; `told` is what a reason pulls at
    the least."""

    base: float
    features: tuple[float, ...]
    told: float = 0.7


@cache
def _weights() -> _Weights:
    table = json.loads(files(__package__).joinpath("event_weights.json").read_text("utf-8"))
    return _Weights(table["base"], tuple(table["weights"][name] for name in FEATURES))
