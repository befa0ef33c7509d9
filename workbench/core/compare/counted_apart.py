"""Things that news counts side by side: exports and imports, men and women."""

from workbench.core.compare.reasons import Pair
from workbench.core.compare.synonyms import meaning
from workbench.core.reading.terms import stem

PAIRS: tuple[tuple[str, str], ...] = (
    ("exports", "imports"), ("men boys fathers sons", "women girls mothers daughters"),
    ("births", "deaths"),
    ("profits", "losses"), ("income revenue revenues", "spending costs expenses expenditure"),
    ("arrivals", "departures"), ("assets", "debts liabilities"), ("adults", "children"),
    ("supply", "demand"), ("buyers", "sellers"), ("north", "south"), ("east", "west"),
    ("public", "private"), ("urban", "rural"),
)  # fmt: skip
"""Things that are counted side by side: figures of the one say nothing of the other."""
SUBJECT = 3
"""Content words at the beginning of a text in which its subject stands."""


def counted_apart(pair: Pair) -> bool:
    """Whether the two sides begin with things that are counted side by side."""
    one, other = (
        frozenset(side.stems[:SUBJECT]) for side in (pair.claim_words, pair.passage_words)
    )
    return any(
        (one & a and other & b and not one & b and not other & a)
        or (one & b and other & a and not one & a and not other & b)
        for a, b in _PAIRS
    )


_PAIRS = tuple(
    tuple(frozenset(meaning(stem(w)) for w in side.split()) for side in pair) for pair in PAIRS
)
