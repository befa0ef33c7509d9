"""Second reviews: agreement of two people who rated without seeing each other.

Cohen's kappa corrects the share of agreement for what chance would give
(J. Cohen, "A coefficient of agreement for nominal scales", 1960).
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class SecondReview:
    """One sign-off: what the second reviewer rated, and which verdict it is about.

    `verdict_revision` is the revision of the verdict that was signed; a later
    revision needs a new sign-off.
    """

    claim: str
    rating: str
    agrees: bool
    verdict_revision: int
    first_rating: str
    by: str
    at: str
    revision: int

    @classmethod
    def from_document(cls, doc: Mapping[str, Any]) -> "SecondReview":
        """Read a stored document of type "signoff"."""
        return cls(
            doc["claim"], doc["rating"], doc["agrees"], doc["verdict_revision"],
            doc["first_rating"], doc["by"], doc["at"], doc["revision"],
        )  # fmt: skip


def kappa(pairs: Iterable[tuple[str, str]]) -> float | None:
    """Cohen's kappa of pairs of ratings: 1 full agreement, 0 what chance gives.

    None without pairs, or where chance alone would always agree.
    """
    both = list(pairs)
    if not both:
        return None
    total = len(both)
    agreed = sum(one == other for one, other in both) / total
    first, second = Counter(one for one, _ in both), Counter(other for _, other in both)
    by_chance = sum(first[name] * second[name] for name in first) / total**2
    return None if by_chance == 1 else (agreed - by_chance) / (1 - by_chance)
