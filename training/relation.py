"""Fit the weights by which reasons become a relation, and say on what.

    python -m training.relation DEVDATA [--write]

A multinomial logistic regression over the features of `core.decide.features`, context being
what is left. Folds are cut by story, claim or text; the figures printed are those of folds
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

from training import changes, negatives
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
from workbench.core.compare.bearings import bearing
from workbench.core.compare.reasons import NOTE
from workbench.core.compare.reasons import pair as both_sides
from workbench.core.decide import relation
from workbench.core.text.folding import as_written

CLASSES = (CONTEXT, CORROBORATES, CONFLICTS)
FOLDS = 5
PENALTY = 2.0
SET_WEIGHT: Mapping[str, float] = {
    "stance": 8.0, "rumours": 1.0, "relation": 1.0, "rte3": 2.0, "fever": 0.7, "covidfact": 0.2,
    "changed": 1.0, "kept": 1.0, "framed": 0.5, "invented": 1.0, "other claims": 0.3,
    "other events": 0.6, "same article": 0.5,
    "bodies": 1.0,
}  # fmt: skip
"""How much a pair of each set counts: the news of the desk before encyclopaedias."""
APART_SETS = frozenset({"other claims", "other events"})
"""Pairs of two events. Where these differ in a plain slot, one event would be at odds with
itself; whether it is one event is asked apart from the relation, so such pairs are left out."""
CLASS_WEIGHT = {CONFLICTS: 1.3}
LEAST_SURE = {CORROBORATES: 0.55, CONFLICTS: 0.5}
"""Probabilities from which a side is taken, chosen on held folds."""
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


def gathered(folder: Path) -> list[Labelled]:
    """Every pair that may be read: labelled ones, changes made on purpose, and negatives."""
    open_ = [pair for pair in labelled(folder) if not pair.held and not _left_out(pair)]
    return [
        *open_,
        *changes.pairs(folder),
        *changes.framed(folder),
        *changes.invented(),
        *negatives.pairs(folder, open_),
    ]


def _left_out(pair: Labelled) -> bool:
    """Two thirds of `covidfact`, which a machine wrote half of, are left out."""
    return pair.set == "covidfact" and bucket(pair.id, 3) > 0


def numbered(pairs: Sequence[Labelled]) -> Data:
    """Pairs as numbers."""
    rows, sides, kept = [], {}, []
    for one in pairs:
        both = both_sides(*(bearing(as_written(text)) for text in (one.claim, one.passage)))
        reasons = relation.reasons_of(both)
        if one.set in APART_SETS and any(r.rule in relation.VETOES for r in reasons):
            continue
        kept.append(one)
        sides.update({reason.rule: reason.side for reason in reasons})
        rows.append(relation.features(both, reasons, relation.matter(both)))
    pairs = kept
    names = sorted({name for row in rows for name in row})
    prior = np.zeros((len(names) + 1, 2))
    for i, name in enumerate(names):
        prior[i] = relation.UNSEEN[sides.get(name.removesuffix(relation.OF_ONE_MATTER), NOTE)]
    place = {name: i for i, name in enumerate(names)}
    x = np.zeros((len(rows), len(names)))
    for i, row in enumerate(rows):
        for name, value in row.items():
            if name in place:
                x[i, place[name]] = value
    y = np.array([CLASSES.index(pair.label) for pair in pairs])
    weight = np.array([SET_WEIGHT[p.set] * CLASS_WEIGHT.get(p.label, 1.0) for p in pairs])
    fold = np.array([fold_of(pair) for pair in pairs])
    return Data(pairs, names, x, y, weight, fold, prior)


def fold_of(pair: Labelled) -> int:
    return pair.fold % FOLDS if pair.set in {"stance", "rumours"} else bucket(pair.group, FOLDS)


def fit(data: Data, chosen: np.ndarray) -> np.ndarray:
    """Weights (features and one bias, by corroborates and conflicts) against context.

    Penalised is what leads away from `data.prior`, so that a reason too rare to be fitted
    keeps the pull of the side that it speaks for.
    """
    x = np.hstack([data.x[chosen], np.ones((int(chosen.sum()), 1))])
    y, weight = data.y[chosen], data.weight[chosen]
    one_hot = np.eye(len(CLASSES))[y]

    def loss(flat: np.ndarray) -> tuple[float, np.ndarray]:
        w = flat.reshape(data.prior.shape)
        likely = probabilities(x, w)
        away = w - data.prior
        away[-1] = 0.0
        value = -(weight * np.log(likely[np.arange(len(y)), y] + 1e-12)).sum()
        slope = x.T @ (weight[:, None] * (likely - one_hot))[:, 1:]
        return value + PENALTY / 2 * (away**2).sum(), (slope + PENALTY * away).ravel()

    found = minimize(loss, data.prior.ravel(), jac=True, method="L-BFGS-B",
                     bounds=_bounds(data.prior), options={"maxiter": 300})  # fmt: skip
    return found.x.reshape(data.prior.shape)


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


def said(probabilities: np.ndarray, least: float, against: float) -> list[tuple[str, float]]:
    """The relation and its probability; context below the thresholds."""
    found = []
    for _, support, conflict in probabilities:
        if conflict >= against and conflict >= support:
            found.append((CONFLICTS, conflict))
        elif support >= least and support > conflict:
            found.append((CORROBORATES, support))
        else:
            found.append((CONTEXT, 1 - support - conflict))
    return found


def report(data: Data, probabilities: np.ndarray, least: float, against: float) -> None:
    tallies: dict[str, Tally] = defaultdict(Tally)
    for pair, found in zip(data.pairs, said(probabilities, least, against), strict=True):
        tallies[pair.set].add(pair.label, *found)
    print(HEAD)
    for name, tally in tallies.items():
        print(tally.row(name))


SCRIPT = ("relation.py", "pairs.py", "changes.py", "negatives.py")


def script_digest() -> str:
    """A digest of what makes the table: a table that another script made is known by it."""
    texts = (Path(__file__).with_name(name).read_bytes() for name in SCRIPT)
    return hashlib.sha256(b"".join(texts)).hexdigest()[:16]


def table(data: Data, fitted: np.ndarray, folder: Path) -> dict[str, object]:
    """What is shipped: weights against context, thresholds, and on what they were fitted."""
    rounded = [[round(float(w), 3) for w in row] for row in fitted]
    return {
        "made_by": script_digest(),
        "fitted": datetime.now(UTC).date().isoformat(),
        "data": {name: digest(folder / file) for name, file in FILES.items()},
        "pairs": Counter(pair.set for pair in data.pairs),
        "least": LEAST_SURE,
        "bias": rounded[-1],
        "weights": dict(zip(data.names, rounded, strict=False)),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("devdata", type=Path)
    parser.add_argument("--write", action="store_true")
    asked = parser.parse_args()
    data = numbered(gathered(asked.devdata))
    found = crossed(data)
    report(data, found, *LEAST_SURE.values())
    if asked.write:
        model = fit(data, np.ones(len(data.y), bool))
        made = table(data, model, asked.devdata)
        TABLE.write_text(json.dumps(made, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
