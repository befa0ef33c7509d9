"""Reasons: what a comparison of one slot found, in words that a fact-checker reads."""

from collections.abc import Callable
from dataclasses import dataclass

from workbench.core.compare.bearings import Bearing
from workbench.core.compare.profiles import Profile, profile

FOR = "for"
AGAINST = "against"
APART = "apart"
NOTE = "note"
"""The sides: for the claim, against it, another matter, worth knowing only."""


@dataclass(frozen=True, slots=True)
class Reason:
    """`rule` names what found it, `text` says it, `weight` is its pull (log-odds, ≥ 0)."""

    rule: str
    text: str
    side: str
    weight: float


@dataclass(frozen=True, slots=True)
class Pair:
    """Claim and passage with the profiles of their words, as every slot rule reads them.

    `covered` is the share of the claim's content that the passage has, names counted
    more, `covered_back` that of the passage's content in the claim; both 0–1.
    """

    claim: Bearing
    passage: Bearing
    claim_words: Profile
    passage_words: Profile
    covered: float
    covered_back: float


NAME_WEIGHT = 1.5
"""What a word of a name counts against another word."""

Rule = Callable[[Pair], list[Reason]]


def pair(claim: Bearing, passage: Bearing) -> Pair:
    """Both sides with their words."""
    one, other = profile(claim.quote), profile(passage.quote)
    shared = len(one.content & other.content) + NAME_WEIGHT * len(one.names & other.names)
    return Pair(
        claim, passage, one, other, shared / (_whole(one) or 1.0), shared / (_whole(other) or 1.0)
    )


def _whole(words: Profile) -> float:
    return len(words.content) + NAME_WEIGHT * len(words.names)
