"""Two accounts of what somebody said: one has it, and the other has it not, or otherwise.

"According to the ministry's statement she promised help" against "the visitors' account makes no
mention of it". A passage is only set against one that reports what was said; in one article the
nearest before it that names an account, because the report itself sets the two side by side.
"""

import re
from collections.abc import Sequence

from workbench.core.compare.bearings import Bearing
from workbench.core.compare.claimant_reasons import name_words, proper_nouns
from workbench.core.compare.profiles import meanings, words_of
from workbench.core.compare.reasons import pair
from workbench.core.compare.turning_words import OMISSIONS
from workbench.core.compare.wording_reasons import matter
from workbench.core.events.denied import stand_of
from workbench.core.events.told import told_words
from workbench.core.lexicon.listing import word_set

SAID_OR_NOT = "said or did not say"
ACCOUNTS = word_set(
    """account accounts statement statements readout readouts transcript transcripts version
    versions summary communique communiqué"""
)
"""What is told of a meeting or a speech."""
BEFORE = 12
"""Claims of an article before one that speaks of another account, among which it stands."""
SHARED, SHARED_APART = 2, 4
"""Content words that both have at the least, in one article and in two."""
NEAR = 0.4
"""How much of one matter two passages of two articles have to be, 0–1."""
SURE = 0.85

_OTHERWISE = re.compile(
    "|".join(f"(?:{pattern})" for _, pattern in OMISSIONS)
    + r"|\b(?:(?:is|was|are|were) (?:\w+ly )?different|differs?|differed|at odds with"
    r"|run counter|contradicts?)\b",
    re.IGNORECASE,
)


def speaks_of_an_account(side: Bearing) -> bool:
    """Whether a passage says that an account lacks something, or has it otherwise."""
    return _names_an_account(side) and bool(_OTHERWISE.search(side.quote))


def account_against(lacking: Bearing, claims: Sequence[Bearing]) -> Bearing | None:
    """The passage that reports what an account lacks; None where none of the claims does."""
    if lacking.article and any(c.article == lacking.article for c in claims):
        before = [claim for claim in claims if claim.start < lacking.start][-BEFORE:]
        told = (c for c in reversed(before) if _names_an_account(c) and _reports(c))
        return next((c for c in told if len(_common(c, lacking)) >= SHARED), None)
    told = (c for c in claims if _reports(c) and len(_common(c, lacking)) >= SHARED_APART)
    near = {matter(pair(claim, lacking)): claim for claim in told}
    best = max(near, default=0.0)
    return near[best] if best >= NEAR else None


_UNSAID = re.compile(
    r"\b(?:(?:did|has|had) not|(?:did|has|had)n['’]t|never) (?:\w+ly )?(?:say|said|tell|told"
    r"|promised?|announced?|pledged?|claim(?:ed)?|threaten(?:ed)?|suggest(?:ed)?)\b",
    re.IGNORECASE,
)
MOST_OF_IT = 0.5
"""Share of what is said not to have been said that a report of it has."""


def unsaid_against(denying: Bearing, claims: Sequence[Bearing]) -> Bearing | None:
    """The passage that has somebody say what another passage says they never said: "the mayor
    did not say that the school would close"."""
    found = _UNSAID.search(denying.quote)
    who = frozenset(name_words(denying.quote[: found.start()])) if found else frozenset()
    said = frozenset(meanings(denying.quote[found.end() :])) if found else frozenset()
    if not who or len(said) < SHARED:
        return None
    for claim in claims:
        by = frozenset(name_words(claim.claimant)) if proper_nouns(claim.claimant) else frozenset()
        if by and (by <= who or who <= by) and stand_of(claim.reading).plain:
            told = told_words(claim.reading)
            if len(said & told) >= max(SHARED, MOST_OF_IT * len(said)):
                return claim
    return None


def _names_an_account(side: Bearing) -> bool:
    return not ACCOUNTS.isdisjoint(words_of(side.reading).words)


def _reports(side: Bearing) -> bool:
    """Whether a passage plainly reports what somebody said."""
    return bool(side.claimant or side.reading.attributions) and stand_of(side.reading).plain


def _common(one: Bearing, other: Bearing) -> frozenset[str]:
    return stand_of(one.reading).telling & stand_of(other.reading).telling
