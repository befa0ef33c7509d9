"""How old a named person is, on either side."""

from collections import defaultdict
from functools import lru_cache

from workbench.core.compare.bearings import Bearing
from workbench.core.compare.no_names import NO_NAMES
from workbench.core.compare.reasons import AGAINST, FOR, Pair, Reason
from workbench.core.reading.numbers import ages as aged
from workbench.core.reading.terms import fold_word, name_key

BIRTHDAY = 1
"""Years between two ages of one person that a birthday may explain."""


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
    for name, age in aged.ages_in(text):
        key = tuple(name_key(fold_word(word)) for word in name.split())
        if len(key) > 1 and NO_NAMES.isdisjoint(key):
            found[key].add((name, age))
    return {key: one for key, ages in found.items() if len(ages) == 1 for one in ages}
