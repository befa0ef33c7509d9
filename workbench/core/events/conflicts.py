"""Conflicts: the corpus's own contradictions, found unasked.

Nobody asked, so what is shown has to be worth the look. Two texts can only
contradict each other about one event: an article is compared with itself and with
articles that report its event (`events`), passage by passage, and by the toll that
each gives as a whole, since the passages that give it may share no word. Which
difference is worth reporting, and how much the two passages must have in common for
it, is a table.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from heapq import nsmallest

from msgspec import structs

from workbench.core.compare.bearings import Bearing
from workbench.core.compare.bounds import number_of
from workbench.core.compare.reasons import AGAINST, Reason
from workbench.core.compare.voices import LONGEST, without_source
from workbench.core.decide.relation import CONFLICTS, CONTEXT, Comparison, compare
from workbench.core.events.figure_conflicts import compares, gives, only_figures, stated_apart
from workbench.core.events.independence import copied, shingles, source_key
from workbench.core.events.same_event import CERTAIN, SAME_EVENT, Sketch, one_event
from workbench.core.events.telling import BY_RULE, OTHER_TOLL, TOLL_BASE
from workbench.core.reading.terms import valued

COMMON = 0.25
"""How much two reports of one event speak of one matter at least, 0–1."""
PLAIN = frozenset({"event"})
"""Kinds of two plain events, which have no slot that could contradict."""
LISTED, OPENING = 3, 3
"""Passages of one article that open with the same words, and how many words: rows of a list
or captions, each of another thing."""
OPENING_TEXT = 80
"""Characters that hold these words."""
FIRST_REASONS = 2
"""Reasons, what contradicts first, of which copies share one."""
MARKS = 8
"""Shingles of a passage by which its copies are looked up."""
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
    `copies` is how many more pairs say the same in copies of both passages.
    """

    one: Side
    other: Side
    strength: float
    reasons: tuple[str, ...]
    independent: bool
    copies: int = 0

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


def folded(conflicts: Iterable[Conflict]) -> list[Conflict]:
    """Each contradiction once, by its first pair: others between copies of both its
    passages, found for the same reason, are only counted."""
    found: list[Conflict] = []
    marked: dict[int, list[int]] = defaultdict(list)
    for conflict in conflicts:
        marks = _marks(conflict)
        like = sorted({n for mark in marks for n in marked[mark]})
        known = next((n for n in like if _is_copy(conflict, found[n])), None)
        if known is None:
            for mark in marks:
                marked[mark].append(len(found))
            found.append(conflict)
        else:
            found[known] = replace(found[known], copies=found[known].copies + 1)
    return found


def _marks(conflict: Conflict) -> frozenset[int]:
    """The least shingles of a conflict's passages: copies share some of them (Broder, *On the
    resemblance and containment of documents*, 1997)."""
    sides = shingles(conflict.one.quote), shingles(conflict.other.quote)
    return frozenset(mark for side in sides for mark in nsmallest(MARKS, side))


def _is_copy(conflict: Conflict, known: Conflict) -> bool:
    """Whether a conflict is another one between copies of its passages, in whichever order."""
    if set(conflict.reasons[:FIRST_REASONS]).isdisjoint(known.reasons[:FIRST_REASONS]):
        return False
    sides = conflict.one.quote, conflict.other.quote
    return any(
        all(map(copied, sides, others))
        for others in (
            (known.one.quote, known.other.quote),
            (known.other.quote, known.one.quote),
        )
    )


def _by_passages(one: Account, other: Account, odds: float) -> Iterator[Conflict]:
    within = one.sketch.article == other.sketch.article
    said, told = list(map(_what_is_said, one.claims)), list(map(_what_is_said, other.claims))
    lists = _lists(one.claims) if within else []
    for place, claim in enumerate(one.claims):
        for at, passage in enumerate(other.claims):
            if within and at <= place:
                continue
            if {*claim.kinds, *passage.kinds} == PLAIN:
                continue
            if within and lists[place] and lists[place] == lists[at]:
                continue
            common = 0.0 if within else COMMON
            found = compare(claim, passage, common)
            if found.relation != CONFLICTS and (said[place], told[at]) != (claim, passage):
                found = _but_denials(compare(said[place], told[at], common))
            if found.relation != CONFLICTS:
                continue
            alone = (
                _two_speakers(claim, passage)
                if within
                else only_figures(claim, passage, one.claims, other.claims)
            )
            reason = _telling(found, within, alone)
            if reason and not _explained(reason, claim, passage, one, other):
                base = BY_RULE[reason.rule].base * (0.6 + 0.4 * found.score / 100)
                yield _conflict(claim, passage, base, odds, found.reasons)


def _lists(claims: Sequence[Bearing]) -> list[tuple[str, ...]]:
    """For each claim the opening of the list that it is a row of; () where it is of none.

    What somebody is reported to say ("The mayor said …", three times) is no row.
    """
    openings = [
        () if claim.claimant else tuple(valued(claim.quote[:OPENING_TEXT])[:OPENING])
        for claim in claims
    ]
    counts = Counter(openings)
    return [opening if counts[opening] >= LISTED else () for opening in openings]


def _what_is_said(claim: Bearing) -> Bearing:
    """A claim without the source at its end: two papers seldom name the same one."""
    quote = claim.quote[:LONGEST]
    bare = without_source(quote)
    if bare == quote:
        return claim
    return replace(claim, reading=structs.replace(claim.reading, quote=bare))


def _but_denials(found: Comparison) -> Comparison:
    """A comparison that rests on no denial: who denies is told by the source left out."""
    rules = {reason.rule for reason in found.reasons}
    return replace(found, relation=CONTEXT) if "denial" in rules else found


def _two_speakers(claim: Bearing, passage: Bearing) -> bool:
    """Whether an article sets one source's word against another's."""
    one, other = source_key(claim.claimant), source_key(passage.claimant)
    return bool(one and other) and one != other


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
    if not stated_apart(claim, passage):
        return True
    if one is other:
        return False
    return gives(other.claims, claim.figures) and gives(one.claims, passage.figures)


def _by_tolls(one: Account, other: Account, odds: float) -> Iterator[Conflict]:
    dead = sum(_number(toll) for toll in one.tolls if toll.figures[0].of == "killed")
    others_dead = sum(_number(toll) for toll in other.tolls if toll.figures[0].of == "killed")
    for toll in one.tolls:
        for given in other.tolls:
            of = toll.figures[0].of
            if not compares(toll.figures[0], given.figures[0]):
                continue
            if gives(other.claims, toll.figures[:1]) or gives(one.claims, given.figures[:1]):
                continue
            if _number(toll) - _number(given) in {dead, -others_dead} - {0}:
                continue  # one report counts the dead among those who were hit
            found = compare(toll, given, COMMON)
            if any(r.rule == "figures exclude each other" for r in found.reasons):
                base = TOLL_BASE.get(of, OTHER_TOLL)
                yield _conflict(toll, given, base, odds, found.reasons)


def _number(toll: Bearing) -> float:
    return number_of(toll.figures[0])


def _conflict(
    claim: Bearing, passage: Bearing, base: float, odds: float, reasons: Sequence[Reason]
) -> Conflict:
    source = source_key(claim.claimant)
    independent = claim.article != passage.article and not (
        copied(claim.quote, passage.quote) or (source and source == source_key(passage.claimant))
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
