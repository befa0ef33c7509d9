"""Tolls of two events: in other places, or one of them told as background."""

import re
from functools import lru_cache

from workbench.core.compare.bounds import compatible
from workbench.core.compare.figure_reasons import same_thing
from workbench.core.compare.no_names import NO_NAMES
from workbench.core.compare.reasons import APART, Pair, Reason
from workbench.core.compare.toll_slots import TOLLS
from workbench.core.lexicon.en.time_words import CALENDAR
from workbench.core.reading.casualties.background import BACKGROUND
from workbench.core.reading.terms import fold_word

LONGEST = 2000
"""Characters of a text that are read."""
WEIGHT = 1.8
"""So much that figures alone, which differ between any two events, are no conflict."""

_PLACE = re.compile(
    r"\b(?:in|at|near|outside|around) (?:(?:the|central|northern|southern|eastern|western) )*"
    r"([A-Z]\w{1,30}(?:[ -][A-Z]\w{1,30}){0,3})"
)


def another_event(pair: Pair) -> list[Reason]:
    """Tolls that differ, where the two sides tell of different events."""
    if not _tolls_differ(pair):
        return []
    one, other = (bool(BACKGROUND.search(s.quote[:LONGEST])) for s in (pair.claim, pair.passage))
    if one != other:
        where = "the claim" if one else "the passage"
        return [Reason("another event", f"{where} speaks of other times or events", APART, WEIGHT)]
    here, there = _places(pair.claim.quote), _places(pair.passage.quote)
    shared = pair.claim_words.names & pair.passage_words.names
    if here and there and not shared - NO_NAMES:
        text = f"another place: {here[0]}, {there[0]}"
        return [Reason("another event", text, APART, WEIGHT)]
    return []


def _tolls_differ(pair: Pair) -> bool:
    """Whether both sides count people killed or hurt, and no two of the counts may be one."""
    ones, others = ([f for f in s.figures if f.of in TOLLS] for s in (pair.claim, pair.passage))
    return bool(ones and others) and not any(
        same_thing(one, other) and compatible(one, other) for one in ones for other in others
    )


@lru_cache(maxsize=4096)
def _places(text: str) -> tuple[str, ...]:
    """The places named after "in", "at" and the like."""
    found = (match[1] for match in _PLACE.finditer(text[:LONGEST]))
    return tuple(place for place in found if fold_word(place.split()[0]) not in CALENDAR)
