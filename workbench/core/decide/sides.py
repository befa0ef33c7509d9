"""A relation by the sides of the reasons alone, added up: what the table is checked against.

Where slots are plain (a number, a date, a negation in the same words) labelled pairs are few,
and these weights, set by hand, see more than a fitted table.
"""

import math
from collections.abc import Iterator

from workbench.core.compare.reasons import AGAINST, APART, FOR, Reason

CORROBORATES, CONFLICTS, CONTEXT = "corroborates", "conflicts", "context"

SAME_MATTER = 0.25
"""Share of the claim's content in the passage from which the two speak of one matter."""
WORDING = frozenset(
    {"same words", "near-duplicate", "all of its words", "many of its words", "same date"}
)
"""Rules that see the same words. Where a slot differs in the same words, they show that
both speak of one matter rather than that both say the same."""
LOOSE, OPPOSED = 0.12, 0.4
"""The same from where words that exclude each other count at all, and count fully: two
texts that share names and have a negation or an opposite somewhere are no conflict."""
BY_WORDS = frozenset(
    {"negated on one side", "opposite words", "another of its kind", "another nation",
     "another kind of thing", "dates differ",
     "another date of one thing", "omission"}
)  # fmt: skip
"""Rules that see single words, whatever they are said of."""
ANSWERS = frozenset({"taken back", "denial"})
"""Rules that need no shared words: an answer speaks of the same, and a denial is weighed
by what it denies."""
ONE_NEGATION = frozenset({"denial", "negated on one side", "omission", "taken back"})
"""Rules that may see one and the same negation."""
AGAIN = 0.3
"""What is left of the weight of those that only see it again."""
PLAIN_CHANGES = frozenset(
    {
        "number replaced",
        "word replaced",
        "place replaced",
        "negation in the same words",
        "later toll",
    }
)
"""Rules that see one thing changed: whatever else agrees then, was copied or kept."""
YIELDING = 0.2
"""What is left of their weight then."""
PLAIN = 0.7
"""Log-odds against the claim from which a slot counts as different."""
COMMIT_FOR = 0.9
COMMIT_AGAINST = 0.7
"""Log-odds by which a side has to be ahead."""


def by_sides(reasons: tuple[Reason, ...], near: float) -> tuple[str, float]:
    """The relation that the reasons give, and its confidence."""
    gate = min(1.0, near / SAME_MATTER)
    strict = min(1.0, max(0.0, near - LOOSE) / (OPPOSED - LOOSE))
    apart = sum(r.weight for r in reasons if r.side == APART)
    against = sum(
        weight * (strict if rule in BY_WORDS else 1.0 if rule in ANSWERS else gate)
        for rule, weight in _opposing(reasons)
    )
    plain = any(r.rule in PLAIN_CHANGES for r in reasons)
    wording = YIELDING if against >= PLAIN else 1.0
    support = gate * sum(
        r.weight * (YIELDING if plain else wording if r.rule in WORDING else 1.0)
        for r in reasons
        if r.side == FOR
    )
    lead = against - support
    ahead = abs(lead) - apart
    if lead > 0 and ahead >= COMMIT_AGAINST:
        return CONFLICTS, round(_logistic(ahead), 2)
    if lead < 0 and ahead >= COMMIT_FOR and against < COMMIT_AGAINST:
        return CORROBORATES, round(_logistic(ahead), 2)
    return CONTEXT, round(1 - abs(lead) / 4, 2) if abs(lead) < 4 else 0.0


def _opposing(reasons: tuple[Reason, ...]) -> Iterator[tuple[str, float]]:
    """Rule and weight of what speaks against; of several that see one negation, the strongest."""
    negations = [r for r in reasons if r.side == AGAINST and r.rule in ONE_NEGATION]
    strongest = max(negations, key=lambda r: r.weight, default=None)
    for r in reasons:
        if r.side == AGAINST:
            yield r.rule, r.weight * (1.0 if r is strongest or r not in negations else AGAIN)


def _logistic(x: float) -> float:
    return 1 / (1 + math.exp(-x))
