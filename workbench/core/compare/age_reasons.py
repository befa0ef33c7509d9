"""How old a named person is, on either side."""

import re
from collections import defaultdict
from functools import lru_cache

from workbench.core.compare.bearings import Bearing
from workbench.core.compare.no_names import NO_NAMES
from workbench.core.compare.reasons import AGAINST, FOR, Pair, Reason
from workbench.core.reading.terms import fold_word, name_key

LONGEST = 2000
"""Characters of a text that are read."""
OLDEST = 115
BIRTHDAY = 1
"""Years between two ages of one person that a birthday may explain."""

_NAME = r"(?P<name>[A-Z][\w’'-]{1,30}(?: [A-Z][\w.’'-]{0,30}){0,3})"
_AGE = r"(?P<age>\d{1,3})"
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b{_NAME},? \(?(?:aged )?{_AGE}(?=[,;.)](?!\d)|$)",
        rf"\b{_AGE}[- ]year[- ]old (?:[a-z]{{2,20}} ){{0,2}}{_NAME}",
        rf"\b{_NAME},? (?:was|is|has been|who (?:was|is)),? (?:aged )?{_AGE} (?:years old|years "
        rf"of age)",
        rf"\b{_NAME} (?:died|dies|was killed|was shot dead)(?: [a-z]{{2,20}}){{0,4}} (?:at|aged"
        rf"|at the age of) {_AGE}\b(?![,.]?\d| [a-z.]*m\b|:)",
    )
)


def age_reasons(pair: Pair) -> list[Reason]:
    """One person's age on both sides: the same, or further apart than birthdays explain."""
    ones, others = ages_in(pair.claim.quote), ages_in(pair.passage.quote)
    for name in sorted(ones.keys() & others.keys()):
        (written, one), (_, other) = ones[name], others[name]
        text = f"{written}: {one} {{}} {other} years old"
        if one == other:
            return [Reason("same age", text.format("="), FOR, 0.6)]
        if abs(one - other) > BIRTHDAY + years_between(pair.claim, pair.passage):
            return [Reason("ages differ", text.format("≠"), AGAINST, 2.2)]
    return []


def years_between(one: Bearing, other: Bearing) -> int:
    """Years from one report to the other; 0 where a day is not known."""
    first, second = one.published, other.published
    return abs((first - second).days) // 365 if first and second else 0


@lru_cache(maxsize=4096)
def ages_in(text: str) -> dict[tuple[str, ...], tuple[str, int]]:
    """Keys of whole names → (name, age); who has two ages in one text has none.

    A surname alone is as often a relative's.
    """
    found: dict[tuple[str, ...], set[tuple[str, int]]] = defaultdict(set)
    for pattern in _PATTERNS:
        for match in pattern.finditer(text[:LONGEST]):
            age = int(match["age"])
            key = tuple(name_key(fold_word(word)) for word in match["name"].split())
            if 0 < age <= OLDEST and len(key) > 1 and NO_NAMES.isdisjoint(key):
                found[key].add((match["name"], age))
    return {key: one for key, ages in found.items() if len(ages) == 1 for one in ages}
