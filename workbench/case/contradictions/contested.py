"""The scores of claims once the corpus is known: contested ones come first in the queue.

What contradicts a claim and who else prints it is not known when its article comes in. When
conflicts were looked for, the claims for which that has changed are scored again; the others
are left alone.
"""

from collections.abc import Iterable
from functools import partial

from workbench.case.context import Parts
from workbench.core.decide.checkworthiness import CRITERIA, reassess
from workbench.core.events.contradictions import Finding
from workbench.edges.catalog.copies import Copies

Place = tuple[str, int]
"""Article and start of a claim."""
REASONS = {criterion.name: criterion.reason for criterion in CRITERIA}


def score_contested(parts: Parts, found: Iterable[Finding]) -> int:
    """Score the claims again that are contested, or printed elsewhere, since the last time, or
    no longer; how many."""
    weights = parts.settings.weights
    now: dict[str, set[Place]] = {
        "conflict": {(side.article, side.start) for f in found for side in (f.one, f.other)},
        "elsewhere": Copies(parts.catalog).claims_in_copies(),
    }
    changed: set[Place] = set()
    for name, places in now.items():
        if weights[name]:  # without weight it gives no reason by which it could be known
            changed |= places ^ parts.catalog.scored_by(REASONS[name])
    scored = 0
    for place in changed:
        corpus = [name for name, places in now.items() if place in places]
        scored += parts.catalog.score_again(
            place, partial(reassess, corpus=corpus, weights=weights)
        )
    if scored:
        parts.catalog.commit()
    return scored
