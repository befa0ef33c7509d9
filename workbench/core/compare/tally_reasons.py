"""Votes and scores on one side against those on the other."""

from workbench.core.compare.reasons import AGAINST, FOR, Pair, Reason
from workbench.core.reading.numbers.tallies import tally

COVERED = 0.35
"""Share of either side's content on the other one from which both tell of one vote."""


def tally_reasons(pair: Pair) -> list[Reason]:
    """The outcome of a vote or a match on one side against that on the other."""
    claim, passage = tally(pair.claim.quote), tally(pair.passage.quote)
    if not claim or not passage or max(pair.covered, pair.covered_back) < COVERED:
        return []
    text = f"{claim[0]:,} to {claim[1]:,} {{}} {passage[0]:,} to {passage[1]:,}"
    if sorted(claim) == sorted(passage):
        return [Reason("same outcome", text.format("="), FOR, 1.4)]
    return [Reason("outcomes differ", text.format("≠"), AGAINST, 2.6)]
