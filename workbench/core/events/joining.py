"""Joining pairs of reports into events, without chaining two events by one report between them.

Pairs are likely, never certain: one false pair would join all reports of two events. So two
groups are joined only where half of the smaller one's reports have a sure partner in the other.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

BORNE = 0.5
"""Share of the smaller group's reports that have a partner in the other one from which both
are one event. With one pair enough, reports of two shootings of one state and month were one."""


def joined(pairs: Sequence[tuple[str, str]]) -> dict[str, str]:
    """Article → the first article of its event, of those that stand in a pair.

    `pairs` come surest first; each is taken up again as long as groups grow.
    """
    partners: dict[str, set[str]] = defaultdict(set)
    for one, other in pairs:
        partners[one].add(other)
        partners[other].add(one)
    groups = {article: {article} for article in partners}
    waiting = list(pairs)
    while True:
        left = [pair for pair in waiting if not _join(pair, groups, partners)]
        if len(left) == len(waiting):
            return {article: min(group) for article, group in groups.items()}
        waiting = left


def _join(
    pair: tuple[str, str], groups: dict[str, set[str]], partners: Mapping[str, set[str]]
) -> bool:
    """Make one group of the two of a pair, where enough of their reports belong together."""
    small, large = sorted((groups[pair[0]], groups[pair[1]]), key=len)
    if small is large:
        return True
    borne = sum(not partners[article].isdisjoint(large) for article in small)
    if borne < BORNE * len(small):
        return False
    large |= small
    groups.update(dict.fromkeys(small, large))
    return True
