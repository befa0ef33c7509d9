"""What is worth reporting unasked: which differences, and how much must be in common, as data."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Telling:
    """A rule whose difference is worth reporting unasked.

    `base` is how often it is right, 0–1; `near` how much the two passages must have
    in common, 0–1, in two reports of one event, and `within` the same in one article,
    which seldom contradicts itself; `weight` and `within_weight` are what the reason must
    weigh there at least.
    """

    rule: str
    base: float
    near: float
    within: float
    weight: float = 0.0
    within_weight: float = 0.0


NEVER = 2.0
TELLING: tuple[Telling, ...] = (
    Telling("number replaced", 0.95, 0.5, 0.9),
    Telling("word replaced", 0.8, 0.6, NEVER),
    Telling("place replaced", 0.7, 0.6, NEVER),
    Telling("negation in the same words", 0.95, 0.5, 0.7),
    Telling("figures exclude each other", 0.9, 0.45, 0.9),
    Telling("ages differ", 0.9, 0.25, NEVER),
    Telling("outcomes differ", 0.9, 0.4, 0.6),
    Telling("denial", 0.85, 0.3, 0.25, 1.3, 1.4),
    Telling("denial scorned", 0.7, 0.4, 0.2),
    Telling("taken back", 0.6, NEVER, 0.0),
    Telling("another date of one thing", 0.8, 0.25, 0.9),
    Telling("dates differ", 0.75, 0.65, 0.9),
    Telling("omission", 0.75, 0.4, 0.4, 0.0, 1.0),
    Telling("another currency", 0.7, 0.5, NEVER),
    Telling("negated on one side", 0.7, 0.5, 0.4, 1.0, 1.4),
    Telling("opposite words", 0.6, 0.65, NEVER, 1.4),
    Telling("another of its kind", 0.5, 0.7, NEVER),
)
"""The rules, the surest first."""
BY_RULE: Mapping[str, Telling] = {telling.rule: telling for telling in TELLING}
MOST_TIMES = 25.0
"""Times that one report's toll of an event may exceed another's: beyond, one of them gives
the toll of something larger, such as a war."""
TOLL_BASE: Mapping[str, float] = {"killed": 0.95, "missing": 0.85, "wounded": 0.8}
"""How often the tolls that two articles give as a whole are read right, by what is counted."""
OTHER_TOLL = 0.7
COMING_AND_GOING = frozenset({"arrested", "captured", "kidnapped"})
"""People of whom an event has more than one group, at more than one time."""
