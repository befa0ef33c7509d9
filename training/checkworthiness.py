"""Fit what the criteria of check-worthiness weigh, and what the words of a sentence tell of it.

    python training/checkworthiness.py DEVDATA [--check]

Learns from the two sets of `checkworthy`, whose labels mean different things: sentences of
debates that readers found worth checking (`claimbuster`), and lines of debates and speeches that
were checked (`clef19`). One logistic regression over the named criteria and a bag of words and
pairs, each set with its own threshold; the criteria are drawn towards EXPECTED, since neither set
knows tolls, denials or contested reports as news has them. Judged on the third of the debates,
and of the sentences, that the fit has not seen; what is written is then fitted on all of it.
"""

import argparse
import datetime
import json
import math
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from fit_signs import digest
from scipy.optimize import minimize  # type: ignore[import-untyped]
from scipy.sparse import csr_matrix  # type: ignore[import-untyped]
from speech_data import NEVER_READ, fold_of, rows

from workbench.core.claims import annotate, evidence_of
from workbench.core.decide import checkworthiness as table
from workbench.core.decide.worth_words import terms_of
from workbench.core.text.articles import Article
from workbench.core.text.passages import split

HERE = Path(table.__file__).parent
SETS = {"claimbuster": 1.0, "clef19": 0.5}
"""How much a sentence of each set counts: of the second only what reached a fact-checker's page
is positive, which says less of a sentence."""
SCALE = 6.0
"""Points of one unit of the regression: nearly all sentences come to stand between 0 and 80, and
what the rest of the corpus tells lifts them above all others."""
MIDDLE = 35.0
"""Points of a sentence that is as likely as not worth checking to readers of debates."""
LEAST_SEEN = 6
"""Sentences in which a word or pair has to stand: 3 doubled the table and gained .003."""
LEAST = 0.03
"""Words whose weight is smaller are left out."""
LOOSE = 1.0
"""How far, in units, a criterion may stand from EXPECTED before it costs like one mistake."""
FIRM = 0.3
OF_NEWS = frozenset({"human toll", "toll by a party", "accusation", "denial", "power", "claimant"})
"""What debates say too little of: their speakers deny and accuse in every answer, and a
transcript's claimants are its speakers. These may stand no farther than FIRM from EXPECTED."""
SPREAD = 1.2
"""The same for a word or pair, and 0: .8 to 2 were tried."""
EXPECTED = {
    "human toll": 12, "toll by a party": 8, "accusation": 14, "denial": 16, "figure": 6,
    "conflict": 35, "power": 6, "claimant": 4, "time": 2, "names": 3, "second hand": 3,
    "elsewhere": 10, "repeat": -40, "assertion": 5, "nothing found": -8, "question": -8,
    "thanks": -8, "plan": -6, "very short": -10, "not English": -40,
}  # fmt: skip
"""Points that editors would expect, from how fact-checkers say they choose: contested first, then
what many print, what accuses and denies; a toll counts fully only from a party or contested."""


class Line(NamedTuple):
    """A judged line: its set, what it is ranked in, its criteria, its words and its label."""

    set: str
    group: str
    criteria: frozenset[str]
    words: tuple[str, ...]
    label: int


class Fit(NamedTuple):
    """Weights in units: of criteria, of words, and the threshold of each set."""

    criteria: dict[str, float]
    words: dict[str, float]
    thresholds: dict[str, float]

    def score(self, line: Line) -> float:
        gain = sum(self.words.get(term, 0.0) for term in terms_of(line.words))
        own = sum(self.criteria[name] for name in line.criteria)
        return own + gain / math.sqrt(max(1, len(line.words)))


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("devdata", type=Path)
    parser.add_argument("--check", action="store_true", help="write nothing")
    args = parser.parse_args()
    path = args.devdata / "checkworthy.jsonl.gz"
    lines = [_line(row) for row in rows(path)]
    kept = [line for line in lines if fold_of(line.group) == NEVER_READ]
    part = fit([line for line in lines if fold_of(line.group) != NEVER_READ])
    notes = [f"not seen by the fit: {said}" for said in judged(kept, part.score)]
    print("\n".join(notes))
    if not args.check:
        _write(fit(lines), {"checkworthy": digest(path)}, notes)


def _line(row: dict[str, object]) -> Line:
    """A line with all that its sentences show."""
    found = [evidence_of(c.reading) for c in annotate(split(Article("a", str(row["text"]))))]
    whole = table.Evidence(
        str(row["text"]),
        tuple({kind for one in found for kind in one.kinds}),
        any(one.assertive for one in found),
        next((one.claimant for one in found if one.claimant), ""),
        any(one.dated for one in found),
        max((one.sources for one in found), default=0),
    )
    names = frozenset(table.holding(whole)) - {table.SENTENCE}
    group = str(row.get("file") or row["id"])
    return Line(str(row["set"]), group, names, whole.words, int(str(row["label"])))


def fit(lines: Sequence[Line]) -> Fit:
    """The weights that fit the labels, drawn towards what is expected."""
    seen = Counter(term for line in lines for term in terms_of(line.words))
    terms = sorted(term for term, n in seen.items() if n >= LEAST_SEEN)
    names = sorted({c.name for c in table.CRITERIA} - {table.SENTENCE, table.WORDING})
    columns = [*map(_named, SETS), *map(_named, names), *terms]
    x = _matrix(lines, {column: i for i, column in enumerate(columns)})
    held = [FIRM if name in OF_NEWS else LOOSE for name in names]
    away = np.array([*(math.inf for _ in SETS), *held, *(SPREAD for _ in terms)])
    expected = {_named(name): points / SCALE for name, points in EXPECTED.items()}
    means = np.array([expected.get(column, 0.0) for column in columns])
    share = np.array([SETS[line.set] for line in lines])
    w = _minimum(x, np.array([line.label for line in lines]), share, means, away)
    cut = len(SETS) + len(names)
    return Fit(
        dict(zip(names, map(float, w[len(SETS) : cut]), strict=True)),
        {t: float(v) for t, v in zip(terms, w[cut:], strict=True) if abs(v) >= LEAST},
        dict(zip(SETS, map(float, w[: len(SETS)]), strict=True)),
    )


def _named(criterion: str) -> str:
    """The column of a criterion or set: a word may have the same name."""
    return f"[{criterion}]"


def _matrix(lines: Sequence[Line], columns: dict[str, int]) -> csr_matrix:
    """A row a line: its set, its criteria, and its words over the root of their number."""
    data, places, ends = [], [], [0]
    for line in lines:
        places += [columns[_named(name)] for name in (line.set, *line.criteria)]
        data += [1.0] * (1 + len(line.criteria))
        terms = [columns[term] for term in terms_of(line.words) if term in columns]
        places += terms
        data += [1.0 / math.sqrt(max(1, len(line.words)))] * len(terms)
        ends.append(len(places))
    return csr_matrix((data, places, ends), shape=(len(lines), len(columns)))


def _minimum(
    x: csr_matrix, y: np.ndarray, share: np.ndarray, means: np.ndarray, away: np.ndarray
) -> np.ndarray:
    """Weights of the least loss: logistic, with a Gaussian around `means` of width `away`."""
    sign = 2.0 * y - 1.0
    pull = 1.0 / away**2

    def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
        margins = sign * (x @ w)
        slopes = -share * sign / (1.0 + np.exp(margins))
        off = w - means
        value = (share * np.logaddexp(0.0, -margins)).sum() + (pull * off**2).sum() / 2
        return value, x.T @ slopes + pull * off

    return np.asarray(minimize(loss, means, jac=True, method="L-BFGS-B").x)


def judged(lines: Sequence[Line], score: Callable[[Line], float]) -> list[str]:
    """Average precision of each set: of `clef19` its mean over the debates."""
    found = []
    for name in SETS:
        groups: dict[str, list[tuple[float, int]]] = {}
        for line in lines:
            if line.set == name:
                group = line.group if name == "clef19" else ""
                groups.setdefault(group, []).append((score(line), line.label))
        values = [average_precision(pairs) for pairs in groups.values()]
        mean = sum(values) / max(1, len(values))
        found.append(f"{name}: average precision {mean:.3f} ({len(values)} lists)")
    return found


def average_precision(pairs: Sequence[tuple[float, int]]) -> float:
    """The mean, over what is positive, of the share of positives down to its rank."""
    right, total = 0, 0.0
    for rank, (_, label) in enumerate(sorted(pairs, key=lambda pair: -pair[0]), 1):
        right += label
        total += label * right / rank
    return total / max(1, right)


def _write(fitted: Fit, data: dict[str, str], notes: list[str]) -> None:
    points = {name: round(SCALE * w, 1) for name, w in fitted.criteria.items()}
    points[table.SENTENCE] = round(MIDDLE + SCALE * fitted.thresholds["claimbuster"], 1)
    points[table.WORDING] = SCALE
    order = {c.name: points[c.name] for c in table.CRITERIA}
    today = datetime.datetime.now(datetime.UTC).date().isoformat()
    head = {"made_by": "training/checkworthiness.py", "fitted": today, "data": data}
    _dump(table.TABLE, {**head, "notes": notes, "weights": order})
    words = {term: round(weight, 2) for term, weight in sorted(fitted.words.items())}
    _dump("worth_words.json", {**head, "wording": words})


def _dump(name: str, content: dict[str, object]) -> None:
    text = json.dumps(content, indent=0, ensure_ascii=False)
    (HERE / name).write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
