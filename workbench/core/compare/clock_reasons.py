"""Clock times of what both sides tell."""

import re
from functools import lru_cache

from workbench.core.compare.reasons import AGAINST, FOR, Pair, Reason

LONGEST = 2000
"""Characters of a text that are read."""
COVERED = 0.6
"""Share of either side's content on the other one from which both time one thing."""
APART = 60
"""Minutes from which two times exclude each other: reports round, and name the call to the
police."""
DAY = 24 * 60

_TIME = re.compile(
    r"\b(?:(?P<hour>\d{1,2})(?:[:.](?P<minute>[0-5]\d))?\s?(?P<half>[ap])\.?\s?m\b\.?"
    r"|(?P<hour24>[01]?\d|2[0-3]):(?P<minute24>[0-5]\d)(?!:|\d| ?[ap]\.?m)"
    r"|(?P<word>midnight|noon|midday))",
    re.IGNORECASE,
)
_ZONE = re.compile(r"\s?\(?(?:GMT|UTC|local time|[ECMP][SD]?T)\b")
_WORDS = {"midnight": 0, "noon": 720, "midday": 720}


def clock_reasons(pair: Pair) -> list[Reason]:
    """The time of day on both sides, where each gives one only and neither names its zone."""
    one, other = _only_time(pair.claim.quote), _only_time(pair.passage.quote)
    if one is None or other is None or max(pair.covered, pair.covered_back) < COVERED:
        return []
    gap = abs(one[1] - other[1])
    gap = min(gap, DAY - gap)
    if gap >= APART:
        return [Reason("times differ", f"{one[0]} ≠ {other[0]}", AGAINST, 2.6)]
    return [Reason("same time", f"{one[0]} ≈ {other[0]}", FOR, 0.6)]


@lru_cache(maxsize=4096)
def _only_time(text: str) -> tuple[str, int] | None:
    """(as written, minutes of the day) of the one time that a text gives; None of several."""
    found = list(_TIME.finditer(text[:LONGEST]))
    if len(found) != 1 or _ZONE.match(text, found[0].end()):
        return None
    match = found[0]
    if match["word"]:
        return match[0], _WORDS[match["word"].lower()]
    if match["hour24"]:
        return match[0], int(match["hour24"]) * 60 + int(match["minute24"])
    hour = int(match["hour"])
    if not 1 <= hour <= 12:
        return None
    afternoon = 12 if match["half"].lower() == "p" else 0
    return match[0], (hour % 12 + afternoon) * 60 + int(match["minute"] or 0)
