"""The scores of claims once the corpus is known: contested ones come first in the queue.

What contradicts a claim, who else prints it and which claim says the same is not known when its
article comes in. When conflicts were looked for, the claims for which that has changed are scored
again; the others are left alone.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import partial

from workbench.case.context import Parts
from workbench.core.decide.checkworthiness import CRITERIA, OF_THE_CORPUS, reassess
from workbench.core.events.contradictions import Finding
from workbench.core.events.repeats import repeats
from workbench.edges.catalog.copies import Copies

Place = tuple[str, int]
"""Article and start of a claim."""
REASONS = {criterion.name: criterion.reason for criterion in CRITERIA}
FOLDED = 1000
"""Claims from the top of the queue of which none says what another one says: what a newsroom
looks through in a day."""


def score_contested(parts: Parts, found: Iterable[Finding]) -> int:
    """Score the claims again that are contested, printed elsewhere or said above since the last
    time, or no longer; how many."""
    now: dict[str, Collection[Place]] = {
        "conflict": {(side.article, side.start) for f in found for side in (f.one, f.other)},
        "elsewhere": Copies(parts.catalog).claims_in_copies(),
    }
    scored = _score_again(parts, now)
    if parts.settings.weights["repeat"]:
        scored += _score_again(parts, {"repeat": _said_above(parts)})
    if scored:
        parts.catalog.commit()
    return scored


def _score_again(parts: Parts, now: Mapping[str, Collection[Place]]) -> int:
    """Score again what has a criterion now and had it not before, or the other way round."""
    weights = parts.settings.weights
    had = {name: parts.catalog.scored_by(REASONS[name]) for name in OF_THE_CORPUS if weights[name]}
    have = {**had, **{name: set(places) for name, places in now.items()}}
    changed = {place for name in had for place in had[name] ^ have[name]}
    return sum(
        parts.catalog.score_again(
            place,
            partial(reassess, corpus=[n for n in have if place in have[n]], weights=weights),
        )
        for place in changed
    )


def _said_above(parts: Parts) -> set[Place]:
    """The claims that say what one before them says, in the order that all would have if none
    did."""
    catalog, reasons = parts.catalog, parts.catalog.claim_reasons()
    claims = catalog.shaped(catalog.claims(), str, str, int, int, str, str, str, float)
    rows = [
        (_alone(parts, reasons[id], score), article, start, quote, kinds)
        for id, article, start, _, quote, kinds, _, score in claims
    ]
    rows.sort(key=lambda row: (-row[0], row[1], row[2]))
    first = rows[:FOLDED]
    said = repeats((quote, kinds.split()) for *_, quote, kinds in first)
    return {(first[place][1], first[place][2]) for place in said}


def _alone(parts: Parts, reasons: Sequence[str], score: float) -> float:
    """The score of a claim if none above it said the same."""
    if REASONS["repeat"] not in reasons:
        return score
    corpus = [name for name in OF_THE_CORPUS - {"repeat"} if REASONS[name] in reasons]
    return reassess(reasons, corpus, parts.settings.weights)[0]
