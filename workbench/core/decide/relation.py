"""Relation of a passage to a claim: corroborates, conflicts or context.

Every comparison gives reasons, each with a value; how much of each side the other has are
values too. A table weighs them (multinomial logistic regression, `relation.json`, made by
`training/relation.py` from labelled pairs), and what is not sure enough is context. Rules stand
over the table only where a wrong word would do harm: what calls a claim false, or gives a
figure that excludes the claim's, never corroborates it.
"""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from workbench.core.compare.age_reasons import age_reasons
from workbench.core.compare.another_event import another_event
from workbench.core.compare.bearings import Bearing
from workbench.core.compare.claimant_reasons import claimant_reasons
from workbench.core.compare.clock_reasons import clock_reasons
from workbench.core.compare.date_reasons import date_reasons
from workbench.core.compare.figure_reasons import figure_reasons
from workbench.core.compare.negation_reasons import (
    denial_reasons,
    inserted_negation,
    negated_words,
    omission_reasons,
    taken_back,
)
from workbench.core.compare.opposites import another_nation, opposite_words, other_of_its_kind
from workbench.core.compare.place_reasons import place_reasons
from workbench.core.compare.reasons import AGAINST, APART, FOR, NOTE, Pair, Reason, Rule, pair
from workbench.core.compare.replaced import replaced_number, replaced_place, replaced_word
from workbench.core.compare.role_reasons import role_reasons
from workbench.core.compare.shares import shares
from workbench.core.compare.stance_reasons import stance_reasons
from workbench.core.compare.tally_reasons import tally_reasons
from workbench.core.compare.wording_reasons import (
    complement_reasons,
    coverage,
    exclusive_reasons,
    reverse_coverage,
    shared_names,
    wording_reasons,
)
from workbench.core.decide.sides import by_sides
from workbench.core.reading.model import Reading

CORROBORATES = "corroborates"
CONFLICTS = "conflicts"
CONTEXT = "context"
SIDES = (CORROBORATES, CONFLICTS)

RULES: tuple[Rule, ...] = (
    replaced_number,
    replaced_word,
    replaced_place,
    inserted_negation,
    stance_reasons,
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
    place_reasons,
    role_reasons,
    claimant_reasons,
    wording_reasons,
    shared_names,
)
"""Every comparison; where two reasons pull alike, the earlier is shown first."""
IN_COMMON = 0.12
"""How much the two speak of one matter below which nothing can decide between them, 0–1."""
VETOES = frozenset(
    {
        "figures exclude each other", "number replaced", "ages differ", "outcomes differ",
        "another date of one thing", "all of it untrue on one side", "calls something false",
        "negation in the same words", "answers no", "still going on", "roles exchanged",
    }
)  # fmt: skip
"""Reasons beside which a passage never corroborates, whatever else it shares."""
TURNED = frozenset(
    {
        "untrue on one side", "all of it untrue on one side", "calls something false",
        "answers no", "still going on", "roles exchanged", "an opposite in its place",
        "nothing but another word in its place", "nothing but another name in its place",
        "another nation in its place",
    }
)  # fmt: skip
"""Reasons on which the table decides."""
FITTED_ONLY = TURNED | {
    "negated first", "only names negated", "untrue on both sides", "negates something else",
    "another name in its place", "another word in its place", "another number in its place",
    "nothing but another number in its place", "same roles", "confirmed", "one person",
}  # fmt: skip
"""Reasons that only the table weighs."""
LEFT_OPEN = (": the passage", ": the claim")
"""How names of what one side leaves open end."""
PLAIN = frozenset(
    {
        "figures exclude each other", "number replaced", "ages differ", "outcomes differ",
        "times differ", "another date of one thing", "negation in the same words",
        "another currency", "place replaced", "word replaced", "taken back", "denial scorned",
        "still going on", "roles exchanged", "one of several", "dates differ", "denial",
    }
)  # fmt: skip
"""Reasons that one slot is plainly different."""
OF_OTHERS = frozenset({"another event", "toll of a group", "counted apart",
    "numbers of different things", "dates of different things",
    "withheld: the passage"})  # fmt: skip
"""Reasons that it may be a slot of something else."""
CERTAIN = 1.1
"""No likelihood is: without a reason against the claim nothing conflicts with it."""
UNSEEN = {FOR: (1.0, -1.0), AGAINST: (-1.0, 1.0), APART: (-1.0, -1.0), NOTE: (0.0, 0.0)}
"""Weights of a reason that no labelled pair had, by its side; fitting starts from them, too."""
LEAST_PLAIN, LEAST_OF_ONE_EVENT = 0.3, 0.12
"""Probabilities of a conflict that are enough beside a plain difference."""
SAME_WORDS = frozenset({"same words", "near-duplicate", "all of its words", "many of its words"})
"""What says beside a plain difference only that both speak of one matter."""
OF_ONE_MATTER = ", of one matter"
"""A reason counts once by its value, and once by that times how much is in common."""
MOST = 3.0
"""The most that one reason's value counts."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """`confidence` is that of the relation, 0–1; `score` says how closely the two
    texts bear on one matter, 0–100, whichever the relation. What decided stands first
    among the reasons."""

    relation: str
    confidence: float
    score: float
    reasons: tuple[Reason, ...]


def compare(claim: Bearing, passage: Bearing, common: float = 0.0) -> Comparison:
    """Compare two sides, reason by reason.

    `common` is how much they speak of one matter at least, 0–1, where that is known
    from elsewhere: two reports of one event need few words in common.
    """
    both = pair(claim, passage)
    near = max(common, matter(both))
    close = near >= IN_COMMON or (bool(claim.article) and claim.article == passage.article)
    if not close:
        return Comparison(CONTEXT, 1.0, round(100 * near, 1), tuple(shared_names(both)))
    reasons = reasons_of(both)
    values = features(both, reasons, near)
    against = any(reason.side == AGAINST for reason in reasons)
    least = least_against(reasons, common) if against else CERTAIN
    relation, confidence = decide(values, _sides(reasons), least)
    relation, confidence = _agreed(reasons, near, relation, confidence)
    pull = pulls(values, relation)
    shown = sorted(reasons, key=lambda r: -pull.get(r.rule, 0.0))
    return Comparison(relation, round(confidence, 2), round(100 * near, 1), tuple(shown))


def _agreed(
    reasons: tuple[Reason, ...], near: float, relation: str, confidence: float
) -> tuple[str, float]:
    """The table's word where a frame turns the claim round, else that of the sides; what calls
    the claim false corroborates nothing."""
    rules = {reason.rule for reason in reasons}
    by_hand, sure = by_sides(
        tuple(r for r in reasons if r.rule not in FITTED_ONLY and not r.rule.endswith(LEFT_OPEN)),
        near,
    )
    if relation == CONFLICTS and rules & TURNED and not rules & OF_OTHERS:
        return relation, confidence
    if by_hand == CORROBORATES and (rules & VETOES or relation == CONFLICTS):
        return CONTEXT, 0.5
    return by_hand, sure


def nearness(one: str, other: str) -> float:
    """How much two texts speak of one matter, 0–1, by their words alone."""
    one_side, other_side = (Bearing("", Reading(0, len(t), t)) for t in (one, other))
    return matter(pair(one_side, other_side))


def matter(both: Pair) -> float:
    """How much two texts speak of one matter, 0–1: the better covered side leads."""
    one, other = coverage(both), reverse_coverage(both)
    return 0.75 * max(one, other) + 0.25 * min(one, other)


def reasons_of(both: Pair) -> tuple[Reason, ...]:
    """What every comparison has to say, in the order of RULES."""
    return tuple(reason for rule in RULES for reason in rule(both))


def features(both: Pair, reasons: tuple[Reason, ...], near: float) -> dict[str, float]:
    """Name → value of all that the table weighs."""
    found = dict(shares(both))
    plain = any(reason.rule in VETOES for reason in reasons)
    for reason in reasons:
        if plain and reason.rule in SAME_WORDS:
            continue
        value = min(MOST, reason.weight) if reason.side != NOTE else 1.0
        found[reason.rule] = max(found.get(reason.rule, 0.0), value)
        found[reason.rule + OF_ONE_MATTER] = found[reason.rule] * near
    return found


def features_of(claim: Bearing, passage: Bearing) -> dict[str, float]:
    """The same from two sides, as a model is fitted on it."""
    both = pair(claim, passage)
    return features(both, reasons_of(both), matter(both))


def least_against(reasons: tuple[Reason, ...], common: float) -> float:
    """How likely a conflict has to be. A plain difference of one slot is so rare in labelled
    pairs that its weight stays small; where both are known to be of one event, it is enough."""
    plain = any(reason.rule in PLAIN for reason in reasons)
    apart = any(reason.rule in OF_OTHERS for reason in reasons)
    if not plain or apart:
        return table().least[CONFLICTS]
    return LEAST_OF_ONE_EVENT if common else LEAST_PLAIN


def _sides(reasons: tuple[Reason, ...]) -> Mapping[str, str]:
    return {reason.rule: reason.side for reason in reasons}


def decide(
    values: Mapping[str, float], sides: Mapping[str, str], against: float = 0.0
) -> tuple[str, float]:
    """The relation that the values give, and how likely it is, 0–1; `against` is how likely a
    conflict has to be, 0 for what the table says."""
    shipped = table()
    weighed = [(_weight(name, sides), value) for name, value in values.items()]
    support, conflict = (
        bias + sum(weight[side] * value for weight, value in weighed)
        for side, bias in enumerate(shipped.bias)
    )
    likely = _softmax(0.0, support, conflict)
    for relation, share in sorted(zip(SIDES, likely[1:], strict=True), key=lambda x: -x[1]):
        if share >= (against if against and relation == CONFLICTS else shipped.least[relation]):
            return relation, share
    return CONTEXT, likely[0]


def _weight(name: str, sides: Mapping[str, str]) -> tuple[float, float]:
    side = sides.get(name.removesuffix(OF_ONE_MATTER), NOTE)
    return table().weights.get(name) or UNSEEN[side]


def pulls(values: Mapping[str, float], relation: str) -> dict[str, float]:
    """How much each reason did for the relation; against both sides, for context."""
    weights = table().weights
    pull: dict[str, float] = {}
    for name, value in values.items():
        support, conflict = weights.get(name, (0.0, 0.0))
        did = {CORROBORATES: support - conflict / 2, CONFLICTS: conflict - support / 2}
        rule = name.removesuffix(OF_ONE_MATTER)
        pull[rule] = pull.get(rule, 0.0) + value * did.get(relation, max(support, conflict))
    return pull


def _softmax(*scores: float) -> tuple[float, ...]:
    top = max(scores)
    powers = [math.exp(score - top) for score in scores]
    return tuple(power / sum(powers) for power in powers)


@dataclass(frozen=True, slots=True)
class Table:
    """What was fitted: log-odds of (corroborates, conflicts) against context."""

    bias: tuple[float, float]
    weights: Mapping[str, tuple[float, float]]
    least: Mapping[str, float]


@cache
def table() -> Table:
    """The table that the program ships with."""
    read = json.loads(files(__package__).joinpath("relation.json").read_text(encoding="utf-8"))
    weights = {name: (pair[0], pair[1]) for name, pair in read["weights"].items()}
    return Table((read["bias"][0], read["bias"][1]), weights, read["least"])
