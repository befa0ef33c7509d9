"""What a desk's own decisions change in the table of weights.

The loss is that of the shipped table's own fit (multinomial logistic, see `training/relation.py`)
with a penalty on what leads away from the shipped weights, so that a few decisions move little
and none of them a weight that they do not bear on. A reason for a claim never comes to speak for
a conflict, nor one against it for support.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from workbench.core.compare.reasons import AGAINST, FOR
from workbench.core.decide.relation import (
    CONFLICTS,
    CORROBORATES,
    OF_ONE_MATTER,
    Table,
    decide,
)

PENALTY = 2.0
"""That of the shipped fit: what is told by ten decisions of one kind moves a weight by about a
half, what is told by one by a tenth."""
STEPS = 120
"""Steps after which the weights of a hundred decisions no longer move in the second digit."""
FOLDS = 5
_SIDES = (CORROBORATES, CONFLICTS)

Weights = dict[str, tuple[float, float]]
BIAS = ""
"""The name under which the bias stands among weights while they are refitted."""


LEARNT = ("learning", "relation")
"""Type and id of the record that keeps what was learnt."""


@dataclass(frozen=True, slots=True)
class Decided:
    """One decision of a desk: what was compared, what bars a relation, and what was decided.

    `values` are the features of the pair by name, `sides` the side of each of its reasons.
    """

    values: Mapping[str, float]
    sides: Mapping[str, str]
    never: frozenset[str]
    relation: str


@dataclass(frozen=True, slots=True)
class Learnt:
    """The weights that changed, by the name of their feature, and how many of the decisions are
    right before, after, and where each was decided by weights that had not seen it."""

    weights: Weights
    decisions: int
    before: int
    after: int
    unseen: int


def learnt(decided: Sequence[Decided], shipped: Table) -> Learnt:
    """Refit the table on decisions. Nothing is changed by none."""
    found = _refitted(decided, shipped)
    unseen = 0
    for fold in range(FOLDS):
        left_out = decided[fold::FOLDS]
        seen = [one for n, one in enumerate(decided) if n % FOLDS != fold]
        unseen += _right(left_out, with_weights(shipped, _refitted(seen, shipped)))
    return Learnt(
        found, len(decided), _right(decided, shipped),
        _right(decided, with_weights(shipped, found)), unseen,
    )  # fmt: skip


def weights_of(doc: Mapping[str, Any]) -> Weights:
    """The weights that a record keeps."""
    return {name: (pair[0], pair[1]) for name, pair in doc["weights"].items()}


def with_weights(shipped: Table, weights: Mapping[str, tuple[float, float]]) -> Table:
    """A table with some of its weights replaced."""
    bias = weights.get(BIAS, shipped.bias)
    named = {name: pair for name, pair in weights.items() if name != BIAS}
    return replace(shipped, bias=bias, weights={**shipped.weights, **named})


def _right(decided: Iterable[Decided], by: Table) -> int:
    return sum(decide(one.values, one.sides, one.never, by)[0] == one.relation for one in decided)


def _refitted(decided: Sequence[Decided], shipped: Table) -> Weights:
    """The weights that decisions move, those of few decisions the least."""
    rows = [{**one.values, BIAS: 1.0} for one in decided]
    sides = {name: side for one in decided for name, side in one.sides.items()}
    steps = _step_sizes(rows)
    start = {
        name: shipped.bias if name == BIAS else shipped.weights.get(name, (0.0, 0.0))
        for name in steps
    }
    now = dict(start)
    for _ in range(STEPS if decided else 0):
        slopes = _slopes(rows, decided, now)
        for name, step in steps.items():
            support, conflict = (
                w - step * (slope + PENALTY * (w - first))
                for w, slope, first in zip(now[name], slopes[name], start[name], strict=True)
            )
            side = sides.get(name.removesuffix(OF_ONE_MATTER), "")
            now[name] = _bounded(support, conflict, side)
    changed = {name: (round(w[0], 3), round(w[1], 3)) for name, w in now.items()}
    return {name: w for name, w in changed.items() if w != start[name]}


def _step_sizes(rows: Sequence[Mapping[str, float]]) -> dict[str, float]:
    """For each feature the longest step that never goes too far, by the bound of Böhning
    (*Multinomial logistic regression algorithm*, 1992) on the curvature."""
    curved: dict[str, float] = {}
    for row in rows:
        whole = sum(map(abs, row.values()))
        for name, value in row.items():
            curved[name] = curved.get(name, 0.0) + abs(value) * whole / 2
    return {name: 1 / (PENALTY + curve) for name, curve in curved.items()}


def _slopes(
    rows: Sequence[Mapping[str, float]], decided: Sequence[Decided], weights: Weights
) -> dict[str, list[float]]:
    """How the loss rises with each weight."""
    slopes: dict[str, list[float]] = {name: [0.0, 0.0] for name in weights}
    for row, one in zip(rows, decided, strict=True):
        likely = _likely(row, weights)
        for side, relation in enumerate(_SIDES):
            miss = likely[side] - (one.relation == relation)
            for name, value in row.items():
                slopes[name][side] += miss * value
    return slopes


def _likely(row: Mapping[str, float], weights: Weights) -> tuple[float, float]:
    """The likelihoods of corroboration and conflict."""
    scores = [sum(weights[name][side] * value for name, value in row.items()) for side in (0, 1)]
    top = max(0.0, *scores)
    powers = [math.exp(score - top) for score in (0.0, *scores)]
    whole = sum(powers)
    return powers[1] / whole, powers[2] / whole


def _bounded(support: float, conflict: float, side: str) -> tuple[float, float]:
    if side == FOR:
        return max(0.0, support), min(0.0, conflict)
    if side == AGAINST:
        return min(0.0, support), max(0.0, conflict)
    return support, conflict
