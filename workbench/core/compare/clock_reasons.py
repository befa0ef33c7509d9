"""Clock times of what both sides tell."""

from functools import lru_cache

from workbench.core.compare.reasons import AGAINST, FOR, Pair, Reason
from workbench.core.reading.numbers.clock import clocks_in

COVERED = 0.6
"""Share of either side's content on the other one from which both time one thing."""
APART = 60
"""Minutes from which two times exclude each other: reports round, and name the call to the
police."""
DAY = 24 * 60


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
    found = clocks_in(text)
    if len(found) != 1 or found[0].zoned or found[0].minutes is None:
        return None
    return found[0].text, found[0].minutes
