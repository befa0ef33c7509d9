"""Relation of a passage to a claim: corroborates, conflicts or context.

Every comparison gives reasons, each with a value; how much of each side the other has are
values too. A table weighs them (multinomial logistic regression, `relation.json`, made by
`training/relation.py` from labelled pairs), and what is not sure enough is context. Rules stand
over the table only where a wrong word would do harm: what calls a claim false, or gives a
figure that excludes the claim's, never corroborates it.
"""

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from workbench.core.compare.age_reasons import age_reasons
from workbench.core.compare.another_event import another_event
from workbench.core.compare.bearings import Bearing
from workbench.core.compare.claimant_reasons import claimant_reasons
from workbench.core.compare.clock_reasons import clock_reasons
from workbench.core.compare.date_reasons import date_reasons
from workbench.core.compare.figure_reasons import figure_reasons, telling_number
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
from workbench.core.compare.tones import A_HEADLINE, tones
from workbench.core.compare.wording_reasons import (
    complement_reasons,
    exclusive_reasons,
    matter,
    shared_both_ways,
    shared_names,
    wording_reasons,
)

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
        "later toll",
    }
)  # fmt: skip
"""Reasons beside which a passage never corroborates, whatever else it shares."""
OF_OTHERS = frozenset(
    {"counted apart", "numbers of different things", "dates of different things", "another event"}
)
"""Reasons beside which a passage does not conflict, unless one of VETOES stands there too: what
differs is said of something else."""
SAME_WORDS = frozenset({"same words", "near-duplicate", "all of its words", "many of its words"})
"""What says beside one of those only that both speak of one matter."""
SHARED = 0.4
"""How much two passages of articles have to share both ways (see `shared_both_ways`) for one to
bear out or contradict the other. Of 58 supports that the weights gave pairs of real articles, 35
were any; of the 27 that share as much, 24."""
SAME_FIGURES = frozenset({"same figure", "same outcome"})
"""Reasons beside which that does not count: a toll told in other words."""
ANSWERS = frozenset({"taken back", "denial", "denial scorned", "omission"})
"""Reasons beside which a passage of the claim's own article contradicts it in other words."""
UNSEEN = {FOR: (1.0, -1.0), AGAINST: (-1.0, 1.0), APART: (-1.0, -1.0), NOTE: (0.0, 0.0)}
"""Weights of a reason that no labelled pair had, by its side; fitting starts from them, too."""
OF_ONE_MATTER = ", of one matter"
"""A reason counts once by its value, and once by that times how much is in common."""
IN_A_HEADLINE = ", in a headline"
"""What is no reason counts once more where the passage is a headline: what repeats a claim
there often leaves it to others, and a sentence of an article that names its source does not."""
IN_ITS_ARTICLE, IN_ANOTHER = ", in the claim's article", ", in another article"
"""And once more where the claim stands in an article: one seldom contradicts itself, and most
of what is found for a claim only stands near it."""
MOST, MOST_OF_ALL = 3.0, 6.0
"""The most that one reason's value counts, and that all of one side count together."""
ALL_OF = {
    FOR: "all that speaks for it",
    AGAINST: "all that speaks against it",
    APART: "all that is of another matter",
}


@dataclass(frozen=True, slots=True)
class Comparison:
    """`confidence` is that of the relation, 0–1; `score` says how closely the two
    texts bear on one matter, 0–100, whichever the relation. What decided stands first
    among the reasons."""

    relation: str
    confidence: float
    score: float
    reasons: tuple[Reason, ...]


def compare(
    claim: Bearing, passage: Bearing, common: float = 0.0, by: "Table | None" = None
) -> Comparison:
    """Compare two sides, reason by reason.

    `common` is how much they speak of one matter at least, 0–1, where that is known
    from elsewhere: two reports of one event need few words in common. `by` are weights that
    a desk has learnt; else those count that the program ships with.
    """
    both = pair(claim, passage)
    near = max(common, matter(both))
    close = near >= IN_COMMON or (bool(claim.article) and claim.article == passage.article)
    if not close:
        return Comparison(CONTEXT, 1.0, round(100 * near, 1), tuple(shared_names(both)))
    reasons = reasons_of(both)
    values = features(both, reasons, near)
    weights = by or table()
    relation, confidence = decide(values, sides_of(reasons), barred(reasons, both), weights)
    pull = pulls(values, relation, weights)
    shown = sorted(reasons, key=lambda r: -pull.get(r.rule, 0.0))
    return Comparison(relation, round(confidence, 2), round(100 * near, 1), tuple(shown))


def reasons_of(both: Pair) -> tuple[Reason, ...]:
    """What every comparison has to say, in the order of RULES."""
    return tuple(reason for rule in RULES for reason in rule(both))


def features(both: Pair, reasons: tuple[Reason, ...], near: float) -> dict[str, float]:
    """Name → value of all that the table weighs; what is not there is 0."""
    counted = _counted(reasons)
    found: dict[str, float] = {}
    for reason in counted:
        value = min(MOST, reason.weight) if reason.side != NOTE else 1.0
        found[reason.rule] = max(found.get(reason.rule, 0.0), value)
        found[reason.rule + OF_ONE_MATTER] = found[reason.rule] * near
    general = {**shares(both), **tones(both), **dict(_of_all(counted, near))}
    if A_HEADLINE in general:
        found |= {name + IN_A_HEADLINE: value for name, value in general.items()}
    if both.claim.article:
        apart = IN_ITS_ARTICLE if both.claim.article == both.passage.article else IN_ANOTHER
        found |= {name + apart: value for name, value in general.items()}
        found[apart.removeprefix(", ")] = 1.0
    return found | general


def is_placed(name: str) -> bool:
    """Whether a feature is there only where both sides stand in articles."""
    return name.endswith(tuple(x.removeprefix(", ") for x in (IN_ITS_ARTICLE, IN_ANOTHER)))


def _counted(reasons: tuple[Reason, ...]) -> tuple[Reason, ...]:
    """The reasons without those that see the same words where one of them differs plainly."""
    if not any(reason.rule in VETOES for reason in reasons):
        return reasons
    return tuple(reason for reason in reasons if reason.rule not in SAME_WORDS)


def _of_all(reasons: tuple[Reason, ...], near: float) -> Iterator[tuple[str, float]]:
    """How much speaks for the claim, against it, and of another matter."""
    for side, name in ALL_OF.items():
        whole = min(MOST_OF_ALL, sum(r.weight for r in reasons if r.side == side))
        yield name, whole
        yield name + OF_ONE_MATTER, whole * near


def features_of(claim: Bearing, passage: Bearing) -> dict[str, float]:
    """The same from two sides, as a model is fitted on it."""
    both = pair(claim, passage)
    return features(both, reasons_of(both), matter(both))


def barred(reasons: tuple[Reason, ...], both: Pair) -> frozenset[str]:
    """Relations that no likelihood can give: corroboration beside a plain difference, a conflict
    without any reason against the claim, and either where the two hardly speak of one matter."""
    rules = {reason.rule for reason in reasons}
    apart = _apart(rules, both)
    if rules & VETOES:
        against = any(reason.side == AGAINST for reason in reasons)
        return frozenset({CORROBORATES} if against else SIDES)
    against = any(reason.side == AGAINST for reason in reasons) and not rules & OF_OTHERS
    return apart if against else apart | {CONFLICTS}


def _apart(rules: set[str], both: Pair) -> frozenset[str]:
    """What two passages of articles cannot be for want of shared words: most of what is found
    for a claim in a case only stands near it."""
    if not both.claim.article or shared_both_ways(both) >= SHARED:
        return frozenset()
    if rules & SAME_FIGURES or telling_number(both):
        return frozenset()
    answers = both.claim.article == both.passage.article and rules & ANSWERS
    return frozenset({CORROBORATES} if answers else SIDES)


def sides_of(reasons: tuple[Reason, ...]) -> Mapping[str, str]:
    """Rule → side."""
    return {reason.rule: reason.side for reason in reasons}


def decide(
    values: Mapping[str, float], sides: Mapping[str, str], never: frozenset[str], by: "Table"
) -> tuple[str, float]:
    """The relation that the values give by a table, and how likely it is right, 0–1."""
    weighed = [(_weight(name, sides, by), value) for name, value in values.items()]
    support, conflict = (
        bias + sum(weight[side] * value for weight, value in weighed)
        for side, bias in enumerate(by.bias)
    )
    likely = dict(zip((CONTEXT, *SIDES), _softmax(0.0, support, conflict), strict=True))
    relation = chosen(likely, by.least, never)
    return relation, calibrated(likely[relation], by.sure[relation])


def chosen(likely: Mapping[str, float], least: Mapping[str, float], never: frozenset[str]) -> str:
    """The likelier side, where it is likely enough and nothing bars it; else context."""
    side = max(SIDES, key=likely.__getitem__)
    return side if likely[side] >= least[side] and side not in never else CONTEXT


def calibrated(likely: float, sure: Sequence[tuple[float, float]]) -> float:
    """How often a relation of that likelihood was right on folds that the model had not seen:
    straight lines between the (likelihood, share right) of a table."""
    before = sure[0]
    for point in sure:
        if likely < point[0]:
            along = (likely - before[0]) / ((point[0] - before[0]) or 1.0)
            return before[1] + max(0.0, along) * (point[1] - before[1])
        before = point
    return before[1]


def _weight(name: str, sides: Mapping[str, str], by: "Table") -> tuple[float, float]:
    side = sides.get(name.removesuffix(OF_ONE_MATTER), NOTE)
    return by.weights.get(name) or UNSEEN[side]


def pulls(values: Mapping[str, float], relation: str, by: "Table") -> dict[str, float]:
    """How much each reason did for the relation; against both sides, for context."""
    weights = by.weights
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
    """What was fitted: log-odds of (corroborates, conflicts) against context; from which
    likelihood a side is taken; how often a relation of a likelihood is right."""

    bias: tuple[float, float]
    weights: Mapping[str, tuple[float, float]]
    least: Mapping[str, float]
    sure: Mapping[str, Sequence[tuple[float, float]]]


@cache
def table() -> Table:
    """The table that the program ships with."""
    read = json.loads(files(__package__).joinpath("relation.json").read_text(encoding="utf-8"))
    weights = {name: (pair[0], pair[1]) for name, pair in read["weights"].items()}
    sure = {name: [(x, y) for x, y in points] for name, points in read["sure"].items()}
    return Table((read["bias"][0], read["bias"][1]), weights, read["least"], sure)
