"""Conflicts: the corpus's own contradictions, found unasked.

Each import brings new claims; only these are compared with their candidates, so
the work grows with what is new. A conflict stands once, whichever of its two
sides was the new one.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from workbench.core.bearings import Bearing
from workbench.core.candidates import Candidate
from workbench.core.relations import CONFLICTS

SURE = 0.8
"""Confidence from which a conflict is reported unasked; below, it is shown with its claim."""


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

    `strength` is 0–100: how sure the relation is, times how much the two speak of
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


def find_conflicts(
    found: Iterable[tuple[Bearing, Sequence[Candidate]]], known: Iterable[Conflict] = ()
) -> list[Conflict]:
    """The conflicts among claims and their candidates together with those known; strongest first.

    For an import, pass the candidates of the new claims only and what was known
    before; drop from `known` what belongs to articles that changed (`without`).
    """
    strongest = {conflict.key: conflict for conflict in known}
    for claim, candidates in found:
        for candidate in candidates:
            if candidate.relation != CONFLICTS or candidate.confidence < SURE:
                continue
            conflict = _conflict(claim, candidate)
            before = strongest.get(conflict.key)
            if before is None or before.strength < conflict.strength:
                strongest[conflict.key] = conflict
    return sorted(strongest.values(), key=lambda c: (-c.strength, c.key))


def without(known: Iterable[Conflict], articles: Iterable[str]) -> list[Conflict]:
    """What is left of known conflicts when articles change or go."""
    gone = frozenset(articles)
    return [c for c in known if c.one.article not in gone and c.other.article not in gone]


def _conflict(claim: Bearing, candidate: Candidate) -> Conflict:
    strength = candidate.confidence * (50 + candidate.score / 2)
    return Conflict(
        Side(claim.article, claim.start, claim.end, claim.quote),
        Side(candidate.article, candidate.start, candidate.end, candidate.quote),
        round(strength if candidate.independent else 0.9 * strength, 1),
        candidate.reasons,
        candidate.independent,
    )
