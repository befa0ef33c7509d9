"""Fit who pronouns and descriptions stand for, and write `antecedents.json`.

    python training/antecedents.py DEVDATA GOLD [--check]

Learns from the claimants of the hand labels and of `news22`: of every sentence that is said by
"he", "she" or "the elderly man", the candidates that bear the labelled name are right. A
conditional logit (the chance of a candidate is its share of the exponentiated sums), its weights
drawn towards EXPECTED, without fold 0, on which it is judged. `--check` writes nothing.
"""

import argparse
import datetime
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from fit_signs import digest
from scipy.optimize import minimize  # type: ignore[import-untyped]
from speech_data import (
    LABELS,
    NEVER_READ,
    Documents,
    Labelled,
    fold_of,
    labelled_articles,
    labelled_news,
    labelled_sentences,
    overlap,
    same_name,
)

from workbench.core.reading.language.names import cast_of
from workbench.core.reading.model import Attribution
from workbench.core.reading.speech import antecedents
from workbench.core.reading.speech.antecedents import DESCRIPTION, PRONOUN, Story, described
from workbench.core.reading.speech.quotations import find_quotations, words_of
from workbench.core.reading.speech.speakers import find_attributions
from workbench.core.text.articles import Article
from workbench.core.text.passages import split

TARGET = Path(antecedents.__file__).with_name(antecedents.TABLE)
PRONOUNS = frozenset({"he", "she"})
STRENGTH = 0.5
"""How far, as a variance, weights may stand from EXPECTED: the labels hold some 60 references."""
EXPECTED = {
    PRONOUN: {
        "named first, here": 3.0, "named, here": 2.0, "spoke, one before": 2.5,
        "named, one before": 1.0, "named first, one before": 0.5, "spoke, two before": 1.2,
        "named, two before": 0.5, "spoke, three before": 0.4, "spoke last": 0.5,
        "known to be he or she": 0.7, "subject, one before": 1.0, "subject, two before": 0.5,
    },
    DESCRIPTION: {
        "stays as it is": 2.0, "spoke last": 1.5, "spoke, one before": 1.0, "named most": 1.0,
        "the same noun": 2.0, "known to be he or she": 1.0,
    },
}  # fmt: skip
"""What rules of hand took for granted: whoever is named in the sentence, then who spoke before."""


class Example(NamedTuple):
    """A reference: its sort, its document, its candidates' features, and which are right."""

    sort: str
    document: str
    candidates: Mapping[str, frozenset[str]]
    right: frozenset[str]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("devdata", type=Path)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--check", action="store_true")
    args = parser.parse_args()
    sets = (labelled_sentences(args.devdata), labelled_articles(args.devdata))
    examples = [e for one in (*sets, labelled_news(args.gold)) for e in _examples(one)]
    fitted, notes = {}, []
    for sort in (PRONOUN, DESCRIPTION):
        own = [e for e in examples if e.sort == sort]
        learn = [e for e in own if fold_of(e.document) != NEVER_READ]
        kept = [e for e in own if fold_of(e.document) == NEVER_READ]
        halves = [[e for e in learn if fold_of(e.document) == fold] for fold in (1, 2)]
        expected = EXPECTED[sort]
        crossed = sum(_hits(a, fit(b, expected)) for a, b in (halves, halves[::-1]))
        fitted[sort] = fit(learn, expected)
        notes.append(f"{sort}, as expected: {_hits(learn, expected)} of {len(learn)} right")
        notes.append(f"{sort}, fold 1 by 2 and 2 by 1: {crossed} of {len(learn)} right")
        notes.append(f"{sort}, never read: {_hits(kept, fitted[sort])} of {len(kept)} right")
    print("\n".join(notes))
    if not args.check:
        _write(fitted, notes)


def _examples(documents: Documents) -> Iterator[Example]:
    """The references of labelled sentences that have a right candidate and a wrong one."""
    for text, sentences in documents.values():
        document = split(Article("a", text))
        found = find_attributions(document)
        cast = cast_of(document)
        times = Counter(m.name for here in cast.mentions for m in here)
        parts = (document.passages, words_of(document), cast, find_quotations(document))
        story = Story(*parts, found, times)
        for i, passage in enumerate(document.passages):
            wanted = [s for s in sentences if s.claimants and overlap(passage, s)]
            for reference in found[i] if wanted else ():
                yield from _example(story, i, reference, wanted[0])


def _example(story: Story, i: int, reference: Attribution, gold: Labelled) -> Iterator[Example]:
    low = reference.source.lower()
    sort = PRONOUN if low in PRONOUNS else DESCRIPTION if described(reference.source) else ""
    if not sort or story.cast.holder(reference.source, reference.start):
        return
    outer = reference.start > story.passages[i].start
    candidates = story.candidates(i, reference.start, reference.source, outer)
    right = frozenset(n for n in candidates if any(same_name(n, g) for g in gold.claimants))
    if right and len(right) < len(candidates):
        yield Example(sort, gold.document, candidates, right)


def fit(examples: Sequence[Example], expected: Mapping[str, float]) -> dict[str, float]:
    """The weights under which the right candidates are likeliest, near what is expected."""
    seen = {f for e in examples for own in e.candidates.values() for f in own}
    names = sorted(seen | expected.keys())
    means = np.array([expected.get(name, 0.0) for name in names])
    rows = [
        (
            np.array([[float(n in own) for n in names] for own in e.candidates.values()]),
            np.array([name in e.right for name in e.candidates]),
        )
        for e in examples
    ]

    def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
        away = w - means
        value, slope = float(away @ away) / (2 * STRENGTH), away / STRENGTH
        for x, right in rows:
            sums = x @ w
            odds = np.exp(sums - sums.max())
            share, among = odds / odds.sum(), odds * right / (odds * right).sum()
            value -= float(np.log(share[right].sum()))
            slope = slope + x.T @ (share - among)
        return value, slope

    w = minimize(loss, means, jac=True, method="L-BFGS-B").x
    return {n: round(float(v), 2) for n, v in zip(names, w, strict=True) if abs(v) >= 0.01}


def _hits(examples: Sequence[Example], weights: Mapping[str, float]) -> int:
    return sum(antecedents.best(e.candidates, weights) in e.right for e in examples)


def _write(fitted: Mapping[str, Mapping[str, float]], notes: list[str]) -> None:
    content = {
        "made_by": "training/antecedents.py",
        "fitted": datetime.datetime.now(datetime.UTC).date().isoformat(),
        "data": {p.stem: digest(p) for p in sorted(LABELS.glob("*claims.jsonl"))},
        "notes": notes,
        "weights": fitted,
    }
    TARGET.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
