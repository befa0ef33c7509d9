"""Relation of a passage to a claim: corroborates, conflicts or context.

Every slot rule gives reasons with a side and a weight. The sides are added up
and weighed by how much the two texts speak of one matter; where neither side is
clearly ahead the relation is "context".
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass

from workbench.core.compare.ages import age_reasons
from workbench.core.compare.bearings import Bearing
from workbench.core.compare.claimants import claimant_reasons
from workbench.core.compare.clock import clock_reasons
from workbench.core.compare.dates import date_reasons
from workbench.core.compare.events import another_event
from workbench.core.compare.figures import figure_reasons
from workbench.core.compare.negation import (
    denial_reasons,
    inserted_negation,
    negated_words,
    omission_reasons,
    taken_back,
)
from workbench.core.compare.opposites import another_nation, opposite_words, other_of_its_kind
from workbench.core.compare.reasons import AGAINST, APART, FOR, Pair, Reason, Rule, pair
from workbench.core.compare.replaced import replaced_number, replaced_place, replaced_word
from workbench.core.compare.tallies import tally_reasons
from workbench.core.compare.wording import (
    complement_reasons,
    coverage,
    exclusive_reasons,
    reverse_coverage,
    shared_names,
    wording_reasons,
)
from workbench.core.reading.model import Reading

CORROBORATES = "corroborates"
CONFLICTS = "conflicts"
CONTEXT = "context"

RULES: tuple[Rule, ...] = (
    replaced_number,
    replaced_word,
    replaced_place,
    inserted_negation,
    figure_reasons,
    another_event,
    age_reasons,
    tally_reasons,
    date_reasons,
    clock_reasons,
    denial_reasons,
    negated_words,
    omission_reasons,
    taken_back,
    opposite_words,
    other_of_its_kind,
    another_nation,
    complement_reasons,
    exclusive_reasons,
    claimant_reasons,
    wording_reasons,
    shared_names,
)
"""Every comparison, in the order in which its reasons are shown."""

SAME_MATTER = 0.25
"""Share of the claim's content in the passage from which the two speak of one matter."""
IN_COMMON = 0.12
"""The same where the two may speak of one at all; below, nothing can decide between them."""
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


@dataclass(frozen=True, slots=True)
class Comparison:
    """`confidence` is that of the relation, 0–1; `score` says how closely the two
    texts bear on one matter, 0–100, whichever the relation."""

    relation: str
    confidence: float
    score: float
    reasons: tuple[Reason, ...]


def compare(claim: Bearing, passage: Bearing, common: float = 0.0) -> Comparison:
    """Compare two sides slot by slot.

    `common` is how much they speak of one matter at least, 0–1, where that is known
    from elsewhere: two reports of one event need few words in common.
    """
    both = pair(claim, passage)
    near = max(common, matter(both))
    close = near >= IN_COMMON or (bool(claim.article) and claim.article == passage.article)
    rules = RULES if close else (shared_names,)
    reasons = tuple(reason for rule in rules for reason in rule(both))
    relation, confidence = decide(reasons, near)
    return Comparison(relation, confidence, round(100 * near, 1), reasons)


def nearness(one: str, other: str) -> float:
    """How much two texts speak of one matter, 0–1, by their words alone."""
    one_side, other_side = (Bearing("", Reading(0, len(t), t)) for t in (one, other))
    return matter(pair(one_side, other_side))


def matter(both: Pair) -> float:
    """How much two texts speak of one matter, 0–1: the better covered side leads."""
    one, other = coverage(both), reverse_coverage(both)
    return 0.75 * max(one, other) + 0.25 * min(one, other)


def decide(reasons: tuple[Reason, ...], near: float) -> tuple[str, float]:
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
