"""Fit what signs of denials and accusations weigh, and write `sign_weights.py`.

    python training/fit_signs.py DEVDATA GOLD [--check]

Learns from the hand labels in `labels/`, the articles of GOLD (`news22`) and the project's own
labelled articles, with a logistic regression over named features (`signs.features_of`), without
fold 0, on which it is judged. `--check` writes nothing and says what the fit reaches.
"""

import argparse
import datetime
import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path

import numpy as np
from scipy.optimize import minimize  # type: ignore[import-untyped]
from speech_data import (
    LABELS,
    NEVER_READ,
    Documents,
    fold_of,
    invented,
    labelled_news,
    labelled_own,
    labelled_sentences,
    overlap,
)

from workbench.core.reading.matcher import RuleTable
from workbench.core.reading.speech import accusation_signs, denial_signs
from workbench.core.reading.speech.quotations import find_quotations
from workbench.core.reading.speech.signs import features_of, is_doubtful, signs_in
from workbench.core.reading.speech.speakers import find_attributions
from workbench.core.reading.tokens import tokens_of
from workbench.core.text.articles import Article
from workbench.core.text.passages import split

TARGET = Path(__file__).parents[1] / "workbench" / "core" / "reading" / "speech" / "sign_weights.py"
MODULES = {"denial": denial_signs, "accusation": accusation_signs}
STRENGTHS = (2.0, 4.0, 8.0)
"""Strengths of the L2 penalty that are tried; the best on real sentences, in five folds by
document, is taken."""
EXPECTED = {
    "verb": 3.5, "untrue": 2.0, "proof": 3.0, "own": 1.5, "negated": 0.5, "undone": 1.5,
    "cue": 4.0, "charged": 3.0, "called": 0.7, "deed": 1.5, "loose": 0.3, "always": -4.0,
}  # fmt: skip
"""What a sign of each group is expected to weigh before any label is seen: the penalty draws a
weight there and not to 0, since most signs stand in a handful of labelled sentences."""
LIMIT = 8.0
"""No weight is larger: what the labels hold a few times is not sure."""
OURS = ("own", "invented")
"""Sets whose texts are ours: none of them is held back."""
COUNTED = {"own": 4.0, "invented": 2.0}
"""How often a sentence of a set counts: ours hold one thing each, and stand under floors."""
LEAST = 0.005
"""Weights that are smaller are left out."""

Row = tuple[str, str, frozenset[str], int]
"""Set, document, features, and 1 where the sentence has the kind."""


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("devdata", type=Path)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--check", action="store_true")
    args = parser.parse_args()
    sets = {
        "labels": labelled_sentences(args.devdata),
        "news22": labelled_news(args.gold),
        "own": labelled_own(),
        "invented": invented(),
    }
    rows: dict[str, list[Row]] = {kind: [] for kind in MODULES}
    for name, documents in sets.items():
        for kind, document, features, label in _sentences(documents):
            rows[kind].append((name, document, features, label))
    fitted, notes = {}, []
    for kind in MODULES:
        fitted[kind], said = _fit(kind, rows[kind])
        notes += said
    print("\n".join(notes))
    if not args.check:
        TARGET.write_text(_module(fitted, notes), encoding="utf-8")


def _sentences(documents: Documents) -> Iterator[tuple[str, str, frozenset[str], int]]:
    """(kind, document, features, label) of every sentence that is surely one or none."""
    tables = {k: RuleTable(m.RULES, m.CLASSES) for k, m in MODULES.items()}
    for text, sentences in documents.values():
        document = split(Article("a", text))
        said = find_attributions(document)
        quoted = find_quotations(document)
        passages = [
            tokens_of(p.quote, p.start, q.spans)
            for p, q in zip(document.passages, quoted, strict=True)
        ]
        doubtful = is_doubtful(passages)
        for gold in sentences:
            for kind, table in tables.items():
                if kind in gold.may:
                    continue
                features: frozenset[str] = frozenset()
                for p, words, found in zip(document.passages, passages, said, strict=True):
                    if overlap(p, gold) and not p.noise and not p.heading:
                        signs = signs_in(table, words)
                        features |= features_of(signs, words, found, doubtful)
                yield kind, gold.document, features, int(kind in gold.must)


def _fit(kind: str, rows: list[Row]) -> tuple[dict[str, float], list[str]]:
    learn = [r for r in rows if r[0] in OURS or fold_of(r[1]) != NEVER_READ]
    kept = [r for r in rows if r[0] not in OURS and fold_of(r[1]) == NEVER_READ]
    groups = {rule.name: rule.gives for rule in MODULES[kind].RULES}
    names = sorted({name for row in learn for name in row[2]})
    x, y = _matrix(learn, names), np.array([row[3] for row in learn])
    parts = np.array([_part(row[1]) for row in learn])
    share = np.array([COUNTED.get(row[0], 1.0) for row in learn])
    real = np.array([row[0] not in OURS for row in learn])
    scores = {
        strength: _f1(y[real], _guessed(strength, names, groups, x, y, share, parts)[real] > 0)
        for strength in STRENGTHS
    }
    best = max(scores, key=lambda s: scores[s][2])
    model = Model(best, names, groups).fit(x, y, share)
    weights = {n: round(float(w), 2) for n, w in zip(names, model.w[:-1], strict=True)}
    weights = {n: w for n, w in sorted(weights.items()) if abs(w) >= LEAST}
    weights = {"always": round(float(model.w[-1]), 2), **weights}
    notes = [_line(kind, f"five folds, C={best}", scores[best], int(y[real].sum()))]
    for name in ("labels", "news22"):
        part = [r for r in kept if r[0] == name]
        sums = np.array([weights["always"] + sum(weights.get(f, 0) for f in r[2]) for r in part])
        gold = np.array([r[3] for r in part])
        notes.append(_line(kind, f"{name}, never read", _f1(gold, sums > 0), int(gold.sum())))
    return weights, notes


def _matrix(rows: list[Row], names: list[str]) -> np.ndarray:
    """A row a sentence, a column a feature: 1 where the sentence has it."""
    return np.array([[float(name in row[2]) for name in names] for row in rows])


def _part(document: str) -> int:
    """Which of five parts a document is in: other digits than those of its fold."""
    return int(hashlib.blake2b(document.encode()[::-1], digest_size=4).hexdigest(), 16) % 5


def _guessed(
    strength: float,
    names: list[str],
    groups: Mapping[str, str],
    x: np.ndarray,
    y: np.ndarray,
    share: np.ndarray,
    parts: np.ndarray,
) -> np.ndarray:
    """The sum of every sentence by a model that has not seen its document."""
    sums = np.zeros(len(y))
    for part in range(5):
        out = parts == part
        sums[out] = Model(strength, names, groups).fit(x[~out], y[~out], share[~out]).sums(x[out])
    return sums


class Model:
    """Logistic regression with an L2 penalty, where a sign never speaks against its kind."""

    def __init__(self, strength: float, names: list[str], groups: Mapping[str, str]) -> None:
        self.strength = strength
        self.expected = np.array([EXPECTED.get(groups.get(name, ""), 0.0) for name in names])
        self.bounds = [(0.0 if "," not in name else -LIMIT, LIMIT) for name in names]

    def fit(self, x: np.ndarray, y: np.ndarray, share: np.ndarray) -> "Model":
        """Fit to sentences `x` with labels `y`, each counted `share` times."""
        sign = 2.0 * y - 1.0

        def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
            margins = sign * (x @ w[:-1] + w[-1])
            pulls = -share * sign / (1.0 + np.exp(margins))
            away = w - np.append(self.expected, EXPECTED["always"])
            value = (share * np.logaddexp(0.0, -margins)).sum() + (away**2).sum() / (
                2 * self.strength
            )
            return value, np.append(x.T @ pulls, pulls.sum()) + away / self.strength

        start = np.append(self.expected, EXPECTED["always"])
        bounds = [*self.bounds, (None, None)]
        self.w = minimize(loss, start, jac=True, bounds=bounds, method="L-BFGS-B").x
        return self

    def sums(self, x: np.ndarray) -> np.ndarray:
        return np.asarray(x @ self.w[:-1] + self.w[-1])


def _f1(gold: np.ndarray, guessed: np.ndarray) -> tuple[float, float, float]:
    right = float(((gold == 1) & (guessed == 1)).sum())
    precision = right / max(1, guessed.sum())
    recall = right / max(1, gold.sum())
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def _line(kind: str, what: str, scores: tuple[float, float, float], gold: int) -> str:
    precision, recall, f1 = scores
    return (
        f"{kind}, {what}: {gold} gold, precision {precision:.2f}, recall {recall:.2f}, F1 {f1:.2f}"
    )


def digest(path: Path) -> str:
    """The first 16 hex digits of a file's BLAKE2b."""
    return hashlib.blake2b(path.read_bytes(), digest_size=8).hexdigest()


def _module(fitted: dict[str, dict[str, float]], notes: list[str]) -> str:
    today = datetime.datetime.now(datetime.UTC).date().isoformat()
    digested = [f"{path.stem} {digest(path)}" for path in sorted(LABELS.glob("*.jsonl"))]
    head = [
        '"""What signs of denials and accusations weigh: written by `training/fit_signs.py`.',
        "",
        f"Fitted {today} on the labels " + ", ".join(digested) + ".",
        *notes,
        '"""',
        "",
    ]
    body = []
    for kind, weights in fitted.items():
        body.append(f"{kind.upper()}: dict[str, float] = {{")
        body += [f'    "{name}": {weight},' for name, weight in weights.items()]
        body += ["}", ""]
    return "\n".join([*head, *body]).rstrip() + "\n"


if __name__ == "__main__":
    main()
