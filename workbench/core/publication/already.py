"""Already checked: others' fact-checks that are about a claim.

A few hundred reviews need no engine. They are told apart by the same index terms
and put in order by the same rerank as passages; rare shared words decide whether a
review is about the claim at all, because the rerank's scores compare only within
one list.
"""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from workbench.core.candidates.hits import Hit
from workbench.core.candidates.ranking import meanings
from workbench.core.candidates.rerank import Bearing, rerank
from workbench.core.publication.checked import CheckedClaim

CORPUS = 10_000
"""Texts among which a word's rarity is reckoned, so that words which all of a few
reviews share still count for something."""
COVERED = 0.5
"""Share of the shorter text's words, weighed by rarity, that both have to have."""
SHARED = 3
"""Words that both have to have at the least."""
WEIGHED = 40
"""Reviews that are compared slot by slot."""


@dataclass(frozen=True, slots=True)
class AlreadyChecked:
    """Somebody else's review that is about the claim or one like it.

    `score` is 0–100, the similarity of what was reviewed; `reasons` say in plain
    words where the two agree and differ. Whether it is the same claim is for
    people to say.
    """

    review: CheckedClaim
    score: float
    reasons: tuple[str, ...]


def already_checked(
    claim: Bearing, reviews: Sequence[CheckedClaim], top: int = 5
) -> list[AlreadyChecked]:
    """The reviews that are about a claim, best first."""
    wanted = frozenset(meanings(claim.quote))
    sets = [frozenset(meanings(review.claim)) for review in reviews]
    count = Counter(word for found in sets for word in found & wanted)
    near = []
    for number, found in enumerate(sets):
        shared = _rarity(wanted & found, count)
        shorter = min(_rarity(wanted, count), _rarity(found, count))
        if len(wanted & found) >= SHARED and shared >= COVERED * shorter:
            near.append((shared, number))
    near.sort(key=lambda one: (-one[0], one[1]))
    hits = [_hit(reviews[number], number, shared) for shared, number in near[:WEIGHED]]
    return [
        AlreadyChecked(reviews[int(found.article)], found.score, found.reasons)
        for found in rerank(claim, hits, top, exclude_self=False)
    ]


def _rarity(found: frozenset[str], count: Counter[str]) -> float:
    return sum(math.log(1 + CORPUS / (1 + count[word])) for word in found)


def _hit(review: CheckedClaim, number: int, score: float) -> Hit:
    return Hit(
        str(number), 0, len(review.claim), review.claim,
        published=review.said_on, publisher=review.publisher, score=score,
    )  # fmt: skip
