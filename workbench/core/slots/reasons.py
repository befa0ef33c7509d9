"""Reasons: what a comparison of one slot found, in words that a fact-checker reads."""

from collections.abc import Callable
from dataclasses import dataclass

from workbench.core.bearings import Bearing
from workbench.core.slots.profiles import Profile, profile

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
    """Claim and passage with the profiles of their words, as every slot rule reads them."""

    claim: Bearing
    passage: Bearing
    claim_words: Profile
    passage_words: Profile


Rule = Callable[[Pair], list[Reason]]


def pair(claim: Bearing, passage: Bearing) -> Pair:
    """Both sides with their words."""
    return Pair(claim, passage, profile(claim.quote), profile(passage.quote))
