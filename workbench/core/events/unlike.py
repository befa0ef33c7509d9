"""Figures, votes and dates that differ between two passages.

Two passages of one event give many numbers and days, each of something of its own. They are only
compared where both tell of one thing: much the same words with a name in common.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from workbench.core.compare.another_event import another_event
from workbench.core.compare.bearings import Bearing
from workbench.core.compare.bounds import number_of
from workbench.core.compare.date_reasons import date_reasons
from workbench.core.compare.figure_reasons import figure_reasons
from workbench.core.compare.no_names import NO_NAMES
from workbench.core.compare.profiles import words_of
from workbench.core.compare.reasons import AGAINST, APART, Pair, Reason, Rule
from workbench.core.compare.replaced import replaced_number
from workbench.core.compare.tally_reasons import tally_reasons
from workbench.core.compare.wording_reasons import matter
from workbench.core.events.told import Shared, near_told
from workbench.core.lexicon.en.time_words import MONTHS
from workbench.core.lexicon.listing import word_set
from workbench.core.reading.terms import fold_word, name_key, tokens

FIGURE, OUTCOME, DATE = "figure", "outcome", "date"


@dataclass(frozen=True, slots=True)
class Slot:
    """What two passages may differ in: `rules` find it, as reasons called one of `names`. `near`
    is how much of one matter both have to be, 0–1, `sure` how surely it is a contradiction then,
    `may` what both have to have for it to be looked at."""

    name: str
    rules: tuple[Rule, ...]
    names: frozenset[str]
    near: float
    sure: float
    may: Callable[[Bearing, Bearing], bool]


A_WEEK = 7
"""Days between two days from which what happened on them are two things: two meetings of a bank."""


def _other_times(one: Bearing, other: Bearing) -> bool:
    """Whether what two passages tell is of two months or years, "inflation in May, in June", or
    of days that lie far apart."""
    spans, others = (
        {(d.from_, d.to) for d in side.dates if d.from_ and d.to and d.attaches == "event"}
        for side in (one, other)
    )
    if not spans or not others or spans & others:
        return False
    if all(start != end for start, end in spans | others):
        return True
    return all(
        (a - d).days >= A_WEEK or (c - b).days >= A_WEEK for a, b in spans for c, d in others
    )


def _figures(one: Bearing, other: Bearing) -> bool:
    if _other_times(one, other):
        return False
    shares = [bool(_SHARE.search(side.quote)) for side in (one, other)]
    return shares[0] == shares[1] and all(
        s.figures and not any(f.human_toll or f.unit in SIZES for f in s.figures)
        for s in (one, other)
    )


SIZES = frozenset(("in", "ft"))
"""Units in which people and models are described, "five feet three to five feet five": no two
papers mean one measurement by them."""


_SHARE = re.compile(
    r"\b(?:apiece|each|per|a (?:cluster|group|series|total) of|nearly|almost"
    r"|of (?:them|whom|these))\b",
    re.IGNORECASE,
)
"""Words by which a figure is of a part, or of each, or nearly another one."""


def _dates(one: Bearing, other: Bearing) -> bool:
    days = [{(d.from_, d.to) for d in side.dates if d.from_} for side in (one, other)]
    return (
        days[0].isdisjoint(days[1])
        and all(
            side.dates
            and not any(f.human_toll for f in side.figures)  # with another toll it is another event
            and not _DATELINE.match(side.quote[:LONGEST_DATELINE])
            and FURNITURE.isdisjoint(words_of(side.reading).words)
            for side in (one, other)
        )
    )


def _votes(one: Bearing, other: Bearing) -> bool:
    return bool(one.figures and other.figures)


def can_differ(side: Bearing) -> bool:
    """Whether a passage has anything that these slots compare."""
    return bool(side.figures or side.dates)


SLOTS = (
    Slot(
        FIGURE, (replaced_number,), frozenset(("number replaced",)), 0.5, 0.85, _figures
    ),
    Slot(
        FIGURE, (figure_reasons, another_event), frozenset(("figures exclude each other",)), 0.6,
        0.8, _figures,
    ),
    Slot(OUTCOME, (tally_reasons,), frozenset(("outcomes differ",)), 0.4, 0.85, _votes),
    Slot(DATE, (date_reasons,), frozenset(("another date of one thing",)), 0.65, 0.8, _dates),
)  # fmt: skip
"""The slots, those first that tell most; the first that is found is the one."""
NEAR = 0.8
"""How much of one matter two passages have to be if each has a name that the other lacks."""
DATED = Slot(
    DATE, (date_reasons,), frozenset(("another date of one thing", "dates differ")), 0.0, 0.85,
    _dates,
)  # fmt: skip
"""Dates that stand in the same words."""
RUN, MASK = 5, "#"
"""Words in a row that both sides have around a number from which both give it of one thing."""
ROUGHLY = word_set("about around some nearly almost roughly over more less fewer than no at least")
FURNITURE = word_set("tweet views")
"""Words of a page around its text, with the day of the page among them."""
LONGEST_DATELINE = 60
_DATELINE = re.compile(
    r"\s*(?:(?:date of )?(?:publication|published|updated|posted|modified)\b"
    r"|\(?\w{0,20},?\s?\(?(?:\d{1,2}[. ]\w{3,9}|\w{3,9}\.? \d{1,2}),? \d{4}"
    r"|\d{1,2}[./-]\d{1,2}[./-]\d{2,4})",
    re.IGNORECASE,
)
"""A passage that begins with the day of its page: "Published 5 July 2016", "17 August 2016 …"."""


def unlike(both: Pair, common: Shared | None = None) -> tuple[Slot, Reason] | None:
    """The slot in which two passages differ, and what says so.

    `common` is what their articles share where both are surely of one event.
    """
    if in_the_same_words(both) and (by_words := _by_words(both)):
        return by_words
    near, named = matter(both), _one_thing(both)
    nearest = max(near, _near_in_event(both, common))
    if not (common or named) or (nearest < NEAR and _of_others(both)):
        return None
    for slot in SLOTS:
        figure = slot.name == FIGURE
        if not (named or figure) or (nearest if figure else near) < slot.near:
            continue
        if not slot.may(both.claim, both.passage):
            continue
        reasons = [reason for rule in slot.rules for reason in rule(both)]
        if any(reason.side == APART for reason in reasons):
            continue
        found = next((r for r in reasons if r.side == AGAINST and r.rule in slot.names), None)
        if found and not (slot.name == FIGURE and _both_on_one_side(both)):
            return slot, found
    return None


def _near_in_event(both: Pair, common: Shared | None) -> float:
    return near_told(both.claim.reading, both.passage.reading, common) if common else 0.0


def _by_words(both: Pair) -> tuple[Slot, Reason] | None:
    """A figure or a date that differs in the same words."""
    if _both_on_one_side(both):
        return None
    for slot, rule, may in ((SLOTS[1], figure_reasons, _figures), (DATED, date_reasons, _dates)):
        if may(both.claim, both.passage):
            for reason in rule(both):
                if reason.rule in slot.names:
                    return slot, reason
    return None


def in_the_same_words(both: Pair) -> bool:
    """Whether RUN words in a row stand on both sides that hold another number or month: with a
    name in common, or as the beginning of both."""
    ours, theirs = (_without_roughly(side.quote) for side in (both.claim, both.passage))
    masked = list(map(_mask, ours)), list(map(_mask, theirs))
    run = SequenceMatcher(None, *masked, autojunk=False).find_longest_match()
    one, other = ours[run.a : run.a + run.size], theirs[run.b : run.b + run.size]
    if run.size < RUN or one == other:
        return False
    named = both.claim_words.names & both.passage_words.names - NO_NAMES
    return max(run.a, run.b) <= 1 or any(name_key(word) in named for word in one)


@lru_cache(maxsize=1 << 12)
def _without_roughly(text: str) -> tuple[str, ...]:
    folded = (fold_word(token) for token in tokens(text))
    return tuple(word for word in folded if word not in ROUGHLY)


def _mask(word: str) -> str:
    return MASK if word[0].isdigit() or word in MONTHS else word


def _one_thing(both: Pair) -> bool:
    """Whether both name something in common, or begin with the same thing, "the stadium"."""
    one, other = both.claim_words, both.passage_words
    first = {one.stems[:1], other.stems[:1]}
    return bool(one.names & other.names - NO_NAMES) or (len(first) == 1 and first != {()})


def _of_others(both: Pair) -> bool:
    """Whether each side names what the other does not: two shares, two towns."""
    one, other = (side.names - NO_NAMES for side in (both.claim_words, both.passage_words))
    return bool(one - other and other - one)


def _both_on_one_side(both: Pair) -> bool:
    """Whether a side gives all numbers of the other one: they are of several things."""
    one, other = (
        {number_of(f) for f in side.figures if not f.human_toll}
        for side in (both.claim, both.passage)
    )
    return bool(one and other) and (one <= other or other <= one)
