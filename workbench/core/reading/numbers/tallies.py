"""Tallies: votes and scores, two numbers that stand against each other."""

import re
from functools import lru_cache

LONGEST = 2000
"""Characters of a text that are read."""
NEAR = 60
"""Characters before or after a tally in which a word of voting or playing stands."""

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


@lru_cache(maxsize=4096)
def tally(text: str) -> tuple[int, int] | None:
    """The first two numbers that stand against each other in words of a contest."""
    for found in _TALLY.finditer(text[:LONGEST]):
        around = text[max(0, found.start() - NEAR) : found.end() + NEAR]
        if _CONTEST.search(around):
            one, other = (int(number.replace(",", "")) for number in found.groups())
            return one, other
    return None
