"""Reasons: what a comparison of one slot found, in words that a fact-checker reads."""

from collections.abc import Callable
from dataclasses import dataclass

from workbench.core.compare.bearings import Bearing
from workbench.core.compare.profiles import Profile, words_of

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
    more, `covered_back` that of the passage's content in the claim; both 0–1. `names` are
    the content words that are parts of names, as far as the two sides tell together.
    """

    claim: Bearing
    passage: Bearing
    claim_words: Profile
    passage_words: Profile
    covered: float
    covered_back: float
    names: frozenset[str]


NAME_WEIGHT = 1.5
"""What a word of a name counts against another word."""

Rule = Callable[[Pair], list[Reason]]


def pair(claim: Bearing, passage: Bearing) -> Pair:
    """Both sides with their words."""
    one, other = words_of(claim.reading), words_of(passage.reading)
    shared = len(one.content & other.content) + NAME_WEIGHT * len(one.names & other.names)
    covered, back = (shared / (_whole(side) or 1.0) for side in (one, other))
    return Pair(claim, passage, one, other, covered, back, _names(one, other))


def _names(one: Profile, other: Profile) -> frozenset[str]:
    """Words with a capital on both sides, or on one where the other does not have them: in a
    headline all words have one, and it tells nothing."""
    if one.titled and other.titled:
        return one.proper & other.proper
    if one.titled:
        return other.proper
    if other.titled:
        return one.proper
    common = one.content & other.content
    return (one.proper & other.proper) | ((one.proper | other.proper) - common)


def _whole(words: Profile) -> float:
    return len(words.content) + NAME_WEIGHT * len(words.names)
