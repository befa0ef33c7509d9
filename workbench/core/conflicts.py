"""Conflicts: the corpus's own contradictions, found unasked.

Nobody asked, so what is shown has to be worth the look. Two texts can only
contradict each other about one event: an article is compared with itself and with
articles that report its event (`events`), passage by passage, and by the toll that
each gives as a whole, since the passages that give it may share no word. Which
difference is worth reporting, and how much the two passages must have in common for
it, is a table.
"""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from workbench.core.bearings import Bearing
from workbench.core.events import CERTAIN, SAME_EVENT, Sketch, one_event
from workbench.core.independence import same_text, shingles, source_key
from workbench.core.relations import CONFLICTS, Comparison, compare
from workbench.core.signals.figures import Figure, is_stated
from workbench.core.slots.figures import (
    TOLLS,
    compatible,
    equal,
    no_casualties,
    number_of,
    same_measure,
    same_thing,
)
from workbench.core.slots.reasons import AGAINST, Reason
from workbench.core.telling import (
    BY_RULE,
    COMING_AND_GOING,
    MOST_TIMES,
    OTHER_TOLL,
    TOLL_BASE,
)
from workbench.core.terms import word_set

COMMON = 0.25
"""How much two reports of one event speak of one matter at least, 0–1."""
PEOPLE = word_set("people men women children officers persons others times days years")
"""Things of which every report counts several,"""
MANY = 100
"""up to about so many."""
PLAIN = frozenset({"event"})
"""Kinds of two plain events, which have no slot that could contradict."""
DEPENDENT = 0.9
"""What is left of the strength of a conflict within one article or source."""


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a conflict: `quote` is `text[start:end]` of the article."""

    article: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two passages that cannot both be right, as far as the rules see.

    `strength` is 0–100: how sure the difference is, times how surely the two speak of
    one matter. `independent` is false for two passages of one article or source.
    """

    one: Side
    other: Side
    strength: float
    reasons: tuple[str, ...]
    independent: bool

    @property
    def key(self) -> tuple[tuple[str, int, int], tuple[str, int, int]]:
        """The same for both orders of the two sides."""
        a = (self.one.article, self.one.start, self.one.end)
        b = (self.other.article, self.other.start, self.other.end)
        return (a, b) if a <= b else (b, a)


@dataclass(frozen=True, slots=True)
class Account:
    """What one article says: its claims, its tolls as a whole, its event.

    A toll is a passage whose first figure is the one that the article stands by.
    """

    claims: tuple[Bearing, ...]
    tolls: tuple[Bearing, ...]
    sketch: Sketch


def conflicts_between(one: Account, other: Account) -> list[Conflict]:
    """What two articles say against each other; nothing unless they report one event.

    An account may be given twice, to look for what it says against itself.
    """
    odds = one_event(one.sketch, other.sketch)
    if odds < SAME_EVENT:
        return []
    found = [*_by_passages(one, other, odds)]
    if one.sketch.article != other.sketch.article:
        found += _by_tolls(one, other, odds)
    return strongest(found)


def strongest(conflicts: Iterable[Conflict]) -> list[Conflict]:
    """Each pair of passages once, with its strongest conflict; strongest first."""
    best: dict[object, Conflict] = {}
    for conflict in conflicts:
        known = best.get(conflict.key)
        if known is None or known.strength < conflict.strength:
            best[conflict.key] = conflict
    return sorted(best.values(), key=lambda c: (-c.strength, c.key))


def _by_passages(one: Account, other: Account, odds: float) -> Iterator[Conflict]:
    within = one.sketch.article == other.sketch.article
    for place, claim in enumerate(one.claims):
        for passage in other.claims[place + 1 :] if within else other.claims:
            if claim.kinds | passage.kinds == PLAIN:
                continue
            found = compare(claim, passage, 0.0 if within else COMMON)
            if found.relation != CONFLICTS:
                continue
            alone = (
                _two_speakers(claim, passage)
                if within
                else _only_figures(claim, passage, one, other)
            )
            reason = _telling(found, within, alone)
            if reason and not _explained(reason, claim, passage, one, other):
                base = BY_RULE[reason.rule].base * (0.6 + 0.4 * found.score / 100)
                yield _conflict(claim, passage, base, odds, found.reasons)


def _two_speakers(claim: Bearing, passage: Bearing) -> bool:
    """Whether an article sets one source's word against another's."""
    one, other = source_key(claim.claimant), source_key(passage.claimant)
    return bool(one and other) and one != other


def _only_figures(claim: Bearing, passage: Bearing, one: Account, other: Account) -> bool:
    """Whether two reports each give but one figure of something, and these are they."""
    return any(
        same_thing(figure, given) and _is_only(figure, one) and _is_only(given, other)
        for figure in claim.figures
        for given in passage.figures
        if (figure.of not in PEOPLE or number_of(figure) >= MANY)
        and not figure.incidental
        and not given.incidental
        and (figure.of not in TOLLS or _compares(figure, given))
    )


def _is_only(figure: Figure, account: Account) -> bool:
    """Whether all that an account says of a thing is that figure."""
    return all(
        equal(figure, given)
        for claim in account.claims
        for given in claim.figures
        if same_thing(figure, given)
    )


def _telling(found: Comparison, within: bool, alone: bool) -> Reason | None:
    """The surest reason that is worth reporting, if any.

    Few shared words will do for figures that stand `alone`: the only ones of something
    in two reports, or each another source's.
    """
    worth = [
        reason
        for reason in found.reasons
        if reason.side == AGAINST
        and (telling := BY_RULE.get(reason.rule))
        and reason.weight >= (telling.within_weight if within else telling.weight)
        and (
            found.score >= 100 * (telling.within if within else telling.near)
            or (alone and reason.rule == "figures exclude each other")
        )
    ]
    return max(worth, key=lambda reason: BY_RULE[reason.rule].base, default=None)


def _explained(
    reason: Reason, claim: Bearing, passage: Bearing, one: Account, other: Account
) -> bool:
    """Whether figures are no more than people described one by one, or each of two reports
    gives the other one's figure too, in another place."""
    if reason.rule != "figures exclude each other":
        return False
    if not _stated_apart(claim, passage):
        return True
    if one is other:
        return False
    return _gives(other, claim.figures) and _gives(one, passage.figures)


def _stated_apart(claim: Bearing, passage: Bearing) -> bool:
    """Whether two figures that are given as counts exclude each other."""
    return any(
        (same_thing(one, other) and not compatible(one, other))
        or same_measure(one, other)
        or no_casualties(one)
        or no_casualties(other)
        for one in filter(is_stated, claim.figures)
        for other in filter(is_stated, passage.figures)
    )


def _gives(account: Account, figures: Sequence[Figure]) -> bool:
    """Whether an account gives some of the figures, for the same thing."""
    wanted = [figure for figure in figures if figure.of and not figure.incidental]
    return any(
        same_thing(figure, given) and equal(figure, given)
        for figure in wanted
        for claim in account.claims
        for given in claim.figures
    )


def _by_tolls(one: Account, other: Account, odds: float) -> Iterator[Conflict]:
    dead = sum(_number(toll) for toll in one.tolls if toll.figures[0].of == "killed")
    others_dead = sum(_number(toll) for toll in other.tolls if toll.figures[0].of == "killed")
    for toll in one.tolls:
        for given in other.tolls:
            of = toll.figures[0].of
            if not _compares(toll.figures[0], given.figures[0]):
                continue
            if _gives(other, toll.figures[:1]) or _gives(one, given.figures[:1]):
                continue
            if _number(toll) - _number(given) in {dead, -others_dead} - {0}:
                continue  # one report counts the dead among those who were hit
            found = compare(toll, given, COMMON)
            if any(r.rule == "figures exclude each other" for r in found.reasons):
                base = TOLL_BASE.get(of, OTHER_TOLL)
                yield _conflict(toll, given, base, odds, found.reasons)


def _compares(one: Figure, other: Figure) -> bool:
    """Whether two tolls may be of one thing and one event."""
    if one.of in COMING_AND_GOING:
        return False
    low, high = sorted((_value(one), _value(other)))
    if high > MOST_TIMES * max(low, 1.0):
        return False
    return one.of in TOLLS and (one.of == other.of or no_casualties(one) or no_casualties(other))


def _number(toll: Bearing) -> float:
    return _value(toll.figures[0])


def _value(figure: Figure) -> float:
    return figure.low if figure.low is not None else figure.high or 0.0


def _conflict(
    claim: Bearing, passage: Bearing, base: float, odds: float, reasons: Sequence[Reason]
) -> Conflict:
    source = source_key(claim.claimant)
    copied = same_text(shingles(claim.quote), shingles(passage.quote))
    independent = claim.article != passage.article and not (
        copied or (source and source == source_key(passage.claimant))
    )
    sure = 1.0 if odds >= CERTAIN else 1 / (1 + math.exp(-odds))
    strength = 100 * base * sure * (1.0 if independent else DEPENDENT)
    return Conflict(
        _side(claim),
        _side(passage),
        round(strength, 1),
        tuple(reason.text for reason in reasons),
        independent,
    )


def _side(bearing: Bearing) -> Side:
    return Side(bearing.article, bearing.start, bearing.end, bearing.quote)
