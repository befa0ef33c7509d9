"""Events: whether two articles report one and the same event.

A toll, a date or a denial can only contradict what is said of the same event, and
reports of two fires are worded alike. What tells them apart are the names in them,
the days that they speak of and how far apart they were published. The weights were
fitted by logistic regression on pairs of reports whose event is known, each cut to
several lengths, so that short reports count too; the day of publication was then
given less than it earned there, since in a newsroom many events share a day.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from workbench.core.compare.profiles import LONGEST as SLICE
from workbench.core.compare.profiles import profile
from workbench.core.lexicon.en.time_words import CALENDAR
from workbench.core.lexicon.listing import word_set
from workbench.core.reading.terms import fold_word, state_of
from workbench.core.text.articles import Article

LONGEST = 2 * SLICE
"""Characters of an article that its sketch is made from."""
FEWEST_NAMES = 2
"""Names that a share of names is taken of, at least: one name of one is no proof."""
MOST_NAMES = 12
"""Shared names that count; more say nothing more."""
NEAR_DAYS: tuple[tuple[int, float], ...] = ((2, 2.2), (10, 1.7), (60, 0.8))
"""(days between two publications at most, log-odds for one event), nearest first."""
LATER = -0.4
"""The same for publications that are further apart."""
UNDATED = 0.8
"""The same where a day of publication is not known."""
STATE = 0.4
"""What a state's name counts beside another: many events of a day have it."""
BASE, NAMES, SHARE, NO_NAME = -2.4, 1.4, 4.2, -6.0
SAME_DAY, OTHER_DAYS, FAR_DAYS = 1.9, -0.9, -1.8
"""Log-odds: to begin with; of the logarithm of the shared names; of their share of the
fewer names; without any; where both speak of one day; where they only speak of others;
where these are more than FAR days apart."""
FAR = 21
"""Days."""
SAME_EVENT = 0.7
"""Log-odds from which two articles are taken to report one event."""
CERTAIN = 8.0
"""Log-odds within one article."""

COMMON_NAMES = CALENDAR | word_set(
    """est edt cst cdt pst pdt gmt utc street avenue
    ave road drive boulevard blvd lane north south east west northern southern eastern western
    county city town village police department office officer officers sheriff hospital medical
    center centre university school high park church house home district state states court
    president prime minister ministry mayor governor chief captain sergeant sgt lieutenant
    detective judge attorney general secretary government news reuters associated press afp
    agency photo image copyright getty posted updated facebook twitter video read click share
    mrs the national new club block cbs abc nbc fox cnn bbc department deputy director"""
)
"""Words with a capital that reports of any two events may share."""


@dataclass(frozen=True, slots=True)
class Sketch:
    """What tells an article's event from others: keys of its names, the states among
    them by their keys, the days in it."""

    article: str
    published: date | None
    names: frozenset[str]
    states: frozenset[str]
    days: frozenset[date]


def sketch_of(article: Article, days: Iterable[date]) -> Sketch:
    """The sketch of an article from its first LONGEST characters and the days in its claims."""
    text = article.text[:LONGEST]
    slices = (text[i : i + SLICE] for i in range(0, len(text), SLICE))
    written = {
        key: word
        for part in slices
        for key, word in profile(part).written
        if len(word) > 2 and _bare(word) not in COMMON_NAMES
    }
    states = {key: state for key, word in written.items() if (state := state_of(_own(word)))}
    return Sketch(
        article.id,
        article.published,
        frozenset(written.keys() - states.keys()),
        frozenset(states.values()),
        frozenset(days),
    )


def _own(word: str) -> str:
    """A name without the ending of what belongs to it."""
    return word.replace("’", "'").partition("'")[0]


def _bare(word: str) -> str:
    return fold_word(_own(word))


def one_event(one: Sketch, other: Sketch) -> float:
    """Log-odds that two articles report one event; `SAME_EVENT` and more is taken for that."""
    if one.article == other.article:
        return CERTAIN
    shared = len(one.names & other.names) + STATE * len(one.states & other.states)
    fewer = max(FEWEST_NAMES, min(_whole(one), _whole(other)))
    odds = BASE + NAMES * math.log1p(min(shared, MOST_NAMES)) + SHARE * shared / fewer
    odds += NO_NAME if not shared else 0.0
    return odds + _by_days(one, other) + _nearness(one.published, other.published)


def _whole(sketch: Sketch) -> float:
    return len(sketch.names) + STATE * len(sketch.states)


def _by_days(one: Sketch, other: Sketch) -> float:
    if not one.days or not other.days:
        return 0.0
    if one.days & other.days:
        return SAME_DAY
    least = min(abs((a - b).days) for a in one.days for b in other.days)
    return FAR_DAYS if least > FAR else OTHER_DAYS


def _nearness(one: date | None, other: date | None) -> float:
    if one is None or other is None:
        return UNDATED
    apart = abs((one - other).days)
    return next((odds for days, odds in NEAR_DAYS if apart <= days), LATER)


def numbered(sketches: Iterable[Sketch]) -> dict[str, int]:
    """Article → the number of its event, from 1, in the order in which events come up.

    An article joins the event of the surest of those before it.
    """
    known: list[Sketch] = []
    events: dict[str, int] = {}
    for sketch in sketches:
        best = max(known, key=lambda other: one_event(sketch, other), default=None)
        joins = best is not None and one_event(sketch, best) >= SAME_EVENT
        events[sketch.article] = (
            events[best.article] if best and joins else 1 + max(events.values(), default=0)
        )
        known.append(sketch)
    return events
