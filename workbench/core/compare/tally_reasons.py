"""Tallies: votes and scores, two numbers that stand against each other."""

import re
from functools import lru_cache

from workbench.core.compare.reasons import AGAINST, FOR, Pair, Reason

LONGEST = 2000
"""Characters of a text that are read."""
NEAR = 60
"""Characters before or after a tally in which a word of voting or playing stands."""
COVERED = 0.35
"""Share of either side's content on the other one from which both tell of one vote."""

_TALLY = re.compile(
    r"(?<![\d.,$€£-])(\d{1,3}(?:,\d{3})*)(?: votes?| in favou?r)?"
    r"(?: to |[-–]| against | versus | votes to |, with )(\d{1,3}(?:,\d{3})*)(?![\d.,]?\d|[-–]\d|%"
    r"|\s?(?:a\.?m|p\.?m|people|years?)\b)"
)
_CONTEST = re.compile(
    r"\b(?:vot\w*|ballots?|approv\w*|reject\w*|pass(?:ed|es)?|adopt\w*|defeat\w*|beat|won|win|lost"
    r"|draw|drew|score\w*|match|game|majority|council|parliament|senate|committee|jury)\b",
    re.IGNORECASE,
)


def tally_reasons(pair: Pair) -> list[Reason]:
    """The outcome of a vote or a match on one side against that on the other."""
    claim, passage = tally(pair.claim.quote), tally(pair.passage.quote)
    if not claim or not passage or max(pair.covered, pair.covered_back) < COVERED:
        return []
    text = f"{claim[0]:,} to {claim[1]:,} {{}} {passage[0]:,} to {passage[1]:,}"
    if sorted(claim) == sorted(passage):
        return [Reason("same outcome", text.format("="), FOR, 1.4)]
    return [Reason("outcomes differ", text.format("≠"), AGAINST, 2.6)]


@lru_cache(maxsize=4096)
def tally(text: str) -> tuple[int, int] | None:
    """The first two numbers that stand against each other in words of a contest."""
    for found in _TALLY.finditer(text[:LONGEST]):
        around = text[max(0, found.start() - NEAR) : found.end() + NEAR]
        if _CONTEST.search(around):
            one, other = (int(number.replace(",", "")) for number in found.groups())
            return one, other
    return None
