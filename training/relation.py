"""Fit the weights by which reasons become a relation, and say on what.

    python -m training.relation DEVDATA [--write]

A multinomial logistic regression over the features of `core.decide.relation.features`, context
being what is left. Folds are cut by story, claim or text; the figures printed are those of folds
that a model has not seen. The last third of every set is not read here.
"""

import argparse
import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

from training import changes, desk, invented, links, negatives
from training.measures import HEAD, Tally
from training.pairs import (
    CONFLICTS,
    CONTEXT,
    CORROBORATES,
    FILES,
    Labelled,
    bucket,
    digest,
    labelled,
)  # fmt: skip
from workbench.core.compare.bearings import Bearing, bearing
from workbench.core.compare.reasons import NOTE
from workbench.core.compare.reasons import pair as both_sides
from workbench.core.decide import relation
from workbench.core.text.folding import as_written

CLASSES = (CONTEXT, CORROBORATES, CONFLICTS)
FOLDS = 5
PENALTY = 2.0
SET_WEIGHT: Mapping[str, float] = {
    "stance": 1500, "relation": 700, "rte3": 700, "fever": 500, "covidfact": 100,
    "changed": 300, "kept": 250, "framed": 250, "invented": 300, "answers": 80, "links": 220,
    "desk": 1500,
    "other claims": 300, "other events": 300, "same article": 200, "bodies": 200,
}  # fmt: skip
"""What all pairs of a set count together: the news of the desk before encyclopaedias."""
APART_SETS = frozenset({"other claims", "other events"})
"""Pairs of two events. Where these differ in a plain slot, one event would be at odds with
itself; whether it is one event is asked apart from the relation, so such pairs are left out."""
LEAST_SURE = {CORROBORATES: 0.55, CONFLICTS: 0.55}
"""Probabilities from which a side is taken, chosen on held folds."""
OF_ALL = 0.2
"""Weight to start from of all that speaks for one side together, beside a single reason's."""
REPORTED = frozenset({"changed", "kept", "framed", "invented"})
"""Sets of which every second pair stands in two articles: a desk sees few contradictions, and
what differs plainly has to be one there, too."""
JUDGED = frozenset({"stance", "rte3", "desk"})
"""Sets by which the shares right are told: those whose pairs nobody chose to have a side."""
TABLE = Path(relation.__file__).with_name("relation.json")


@dataclass(frozen=True)
class Data:
    """Pairs as numbers: features, classes, weights, folds."""

    pairs: Sequence[Labelled]
    names: Sequence[str]
    x: np.ndarray
    y: np.ndarray
    weight: np.ndarray
    fold: np.ndarray
    prior: np.ndarray
    never: Sequence[frozenset[str]]


def gathered(folder: Path) -> list[Labelled]:
    """Every pair that may be read: labelled ones, changes made on purpose, and negatives."""
    open_ = [pair for pair in labelled(folder) if not pair.held and not _left_out(pair)]
    return [
        *open_,
        *changes.pairs(folder),
        *changes.framed(folder),
        *invented.pairs(),
        *invented.answers(),
        *links.pairs(),
        *(pair for pair in desk.pairs(folder) if not pair.held),
        *negatives.pairs(folder, open_),
    ]


def _left_out(pair: Labelled) -> bool:
    """Two thirds of `covidfact`, which a machine wrote half of, are left out."""
    return pair.set == "covidfact" and bucket(pair.id, 3) > 0


def numbered(pairs: Sequence[Labelled], folder: Path) -> Data:
    """Pairs as numbers."""
    rows: list[dict[str, float]] = []
    kept: list[Labelled] = []
    never: list[frozenset[str]] = []
    sides: dict[str, str] = {}
    for one in pairs:
        both = both_sides(*_sides(one, folder))
        reasons = relation.reasons_of(both)
        if one.set in APART_SETS and any(r.rule in relation.VETOES for r in reasons):
            continue
        kept.append(one)
        never.append(relation.barred(reasons, both))
        sides.update({reason.rule: reason.side for reason in reasons})
        rows.append(relation.features(both, reasons, relation.matter(both)))
    names = sorted({name for row in rows for name in row})
    y = np.array([CLASSES.index(pair.label) for pair in kept])
    fold = np.array([fold_of(pair) for pair in kept])
    return Data(kept, names, _matrix(rows, names), y, _weights(kept), fold,
                _prior(names, sides), never)  # fmt: skip


def _sides(one: Labelled, folder: Path) -> tuple[Bearing, Bearing]:
    """Claim and passage; an answer follows the claim in one article."""
    if one.set == "desk":
        return desk.sides(folder, one.id)
    if one.set == "links":
        return links.sides(one.id)
    claim, passage = as_written(one.claim), as_written(one.passage)
    if one.set in REPORTED and bucket(one.id, 2):
        return bearing(claim, article="a"), bearing(passage, article="b")
    if one.set != "answers":
        return bearing(claim), bearing(passage)
    return bearing(claim, article="a"), bearing(passage, article="a", start=len(claim) + 1)


def _matrix(rows: Sequence[Mapping[str, float]], names: Sequence[str]) -> np.ndarray:
    place = {name: i for i, name in enumerate(names)}
    x = np.zeros((len(rows), len(names)))
    for i, row in enumerate(rows):
        for name, value in row.items():
            x[i, place[name]] = value
    return x


def _weights(pairs: Sequence[Labelled]) -> np.ndarray:
    count = Counter(pair.set for pair in pairs)
    return np.array([SET_WEIGHT[pair.set] / count[pair.set] for pair in pairs])


def _prior(names: Sequence[str], sides: Mapping[str, str]) -> np.ndarray:
    """Weights to start from: those of a reason's side; 0 for what is no reason, and the bias."""
    whole = {name: side for side, name in relation.ALL_OF.items()}
    rows = []
    for name in names:
        rule = name.removesuffix(relation.OF_ONE_MATTER)
        start = np.array(relation.UNSEEN[sides.get(rule) or whole.get(rule, NOTE)])
        rows.append(start * (OF_ALL if rule in whole else 1.0))
    return np.array([*rows, (0.0, 0.0)])


def fold_of(pair: Labelled) -> int:
    return pair.fold % FOLDS if pair.set in {"stance", "rumours"} else bucket(pair.group, FOLDS)


def fit(data: Data, chosen: np.ndarray) -> np.ndarray:
    """Weights (features and one bias, by corroborates and conflicts) against context.

    First of pairs as if they stood alone; then, those weights held, what it changes that both
    sides stand in articles of a case, where most of what is found only stands near a claim.
    """
    placed = np.array([*map(relation.is_placed, data.names), False])
    in_articles = (data.x[:, placed[:-1]] != 0).any(axis=1)
    desk_only = np.array([pair.set == "desk" for pair in data.pairs])
    alone = _fitted(data, chosen & ~desk_only, data.prior, ~placed)
    return _fitted(data, chosen & in_articles, alone, placed)


def _fitted(data: Data, chosen: np.ndarray, start: np.ndarray, free: np.ndarray) -> np.ndarray:
    """The weights, those that are `free` fitted to the chosen pairs.

    Penalised is what leads away from `start`, so that a reason too rare to be fitted keeps the
    pull of the side that it speaks for.
    """
    x = np.hstack([data.x[chosen], np.ones((int(chosen.sum()), 1))])
    y, weight = data.y[chosen], data.weight[chosen]
    one_hot = np.eye(len(CLASSES))[y]

    def loss(flat: np.ndarray) -> tuple[float, np.ndarray]:
        w = start.copy()
        w[free] = flat.reshape(-1, len(CLASSES) - 1)
        likely = probabilities(x, w)
        away = w - start
        away[-1] = 0.0
        value = -(weight * np.log(likely[np.arange(len(y)), y] + 1e-12)).sum()
        slope = x.T @ (weight[:, None] * (likely - one_hot))[:, 1:]
        return value + PENALTY / 2 * (away**2).sum(), (slope + PENALTY * away)[free].ravel()

    found = minimize(loss, start[free].ravel(), jac=True, method="L-BFGS-B",
                     bounds=_bounds(data.prior[free]), options={"maxiter": 300})  # fmt: skip
    fitted = start.copy()
    fitted[free] = found.x.reshape(-1, len(CLASSES) - 1)
    return fitted


def _bounds(prior: np.ndarray) -> list[tuple[float | None, float | None]]:
    """A reason for the claim never makes a conflict likelier, nor one against it support."""
    return [(0.0, None) if p > 0 else (None, 0.0) if p < 0 else (None, None) for p in prior.ravel()]


def probabilities(x: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """Of context, corroborates and conflicts, a row a pair; `x` ends in a column of ones."""
    scores = np.hstack([np.zeros((len(x), 1)), x @ weights])
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)


def crossed(data: Data) -> np.ndarray:
    """For every pair the probabilities that a model gives which has not seen its fold."""
    found = np.zeros((len(data.y), len(CLASSES)))
    for fold in range(FOLDS):
        held = data.fold == fold
        if held.any():
            x = np.hstack([data.x[held], np.ones((int(held.sum()), 1))])
            found[held] = probabilities(x, fit(data, ~held))
    return found


def said(data: Data, likely: np.ndarray) -> list[tuple[str, float]]:
    """The relation of every pair, and its likelihood."""
    rows = [dict(zip(CLASSES, map(float, row), strict=True)) for row in likely]
    found = [
        relation.chosen(row, LEAST_SURE, not_) for row, not_ in zip(rows, data.never, strict=True)
    ]
    return [(name, row[name]) for name, row in zip(found, rows, strict=True)]


def calibration(data: Data, likely: np.ndarray) -> dict[str, list[tuple[float, float]]]:
    """Relation → (likelihood, share right), rising, as held folds of JUDGED sets give it."""
    table = {}
    for name in CLASSES:
        found = [
            (sure, pair.label == name)
            for pair, (relation_, sure) in zip(data.pairs, said(data, likely), strict=True)
            if relation_ == name and pair.set in JUDGED
        ]
        table[name] = rising(sorted(found))
    return table


def rising(found: Sequence[tuple[float, bool]], parts: int = 6) -> list[tuple[float, float]]:
    """(mean likelihood, share right) of equal parts, no share under the one before it."""
    points: list[tuple[float, float]] = []
    for part in np.array_split(np.array(found, float), min(parts, len(found))):
        likelihood, share = (float(x) for x in part.mean(axis=0))
        points.append((round(likelihood, 3), round(max(share, *(y for _, y in points), 0.0), 3)))
    return points


def report(data: Data, likely: np.ndarray, sure: Mapping[str, list[tuple[float, float]]]) -> None:
    tallies: dict[str, Tally] = defaultdict(Tally)
    for pair, (name, share) in zip(data.pairs, said(data, likely), strict=True):
        tallies[pair.set].add(pair.label, name, relation.calibrated(share, sure[name]))
    print(HEAD)
    for name, tally in tallies.items():
        print(tally.row(name))


SCRIPT = (
    "relation.py", "pairs.py", "changes.py", "invented.py", "links.py", "desk.py", "negatives.py",
)  # fmt: skip


def script_digest() -> str:
    """A digest of what makes the table: a table that another script made is known by it."""
    texts = (Path(__file__).with_name(name).read_bytes() for name in SCRIPT)
    return hashlib.sha256(b"".join(texts)).hexdigest()[:16]


def table(
    data: Data, fitted: np.ndarray, sure: Mapping[str, list[tuple[float, float]]], folder: Path
) -> dict[str, object]:
    """What is shipped: weights against context, thresholds, and on what they were fitted."""
    rounded = [[round(float(w), 3) for w in row] for row in fitted]
    return {
        "made_by": script_digest(),
        "fitted": datetime.now(UTC).date().isoformat(),
        "data": {name: digest(folder / file) for name, file in FILES.items()},
        "pairs": Counter(pair.set for pair in data.pairs),
        "least": LEAST_SURE,
        "sure": sure,
        "bias": rounded[-1],
        "weights": dict(zip(data.names, rounded[:-1], strict=True)),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("devdata", type=Path)
    parser.add_argument("--write", action="store_true")
    asked = parser.parse_args()
    data = numbered(gathered(asked.devdata), asked.devdata)
    found = crossed(data)
    sure = calibration(data, found)
    report(data, found, sure)
    if asked.write:
        model = fit(data, np.ones(len(data.y), bool))
        made = table(data, model, sure, asked.devdata)
        TABLE.write_text(json.dumps(made, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
