"""What a relation is measured by, on labelled pairs and on rumours.

    python -m training.measures DEVDATA [--held] [--rumours] [--retrieval]

Prints a table of every measure. Without --held on the part that may be looked at, with it
on the third that is only counted.
"""

import argparse
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from training.pairs import (
    CONFLICTS,
    CONTEXT,
    CORROBORATES,
    FILES,
    Labelled,
    Row,
    bucket,
    labelled,
    read,
    rumours,
)  # fmt: skip
from workbench.core.candidates.rerank import depth, query_for, rerank
from workbench.core.compare.bearings import bearing
from workbench.core.decide.relation import compare
from workbench.core.text.articles import Article
from workbench.core.text.folding import as_written
from workbench.core.text.passages import split
from workbench.edges.index import IndexedPassage, open_index

Judge = Callable[[str, str], tuple[str, float]]
SIDES = (CORROBORATES, CONFLICTS)
STANCES = ("agree", "disagree", "discuss")
BINS = 10


def judge(claim: str, passage: str) -> tuple[str, float]:
    """What the program says of a pair: the relation, and how sure it is, 0–1."""
    found = compare(bearing(as_written(claim)), bearing(as_written(passage)))
    return found.relation, found.confidence


@dataclass
class Tally:
    """What was said of pairs, against what is so."""

    counts: Counter[tuple[str, str]] = field(default_factory=Counter)
    sure: list[tuple[float, bool]] = field(default_factory=list)

    def add(self, label: str, found: str, confidence: float) -> None:
        self.counts[label, found] += 1
        self.sure.append((confidence, label == found))

    def said(self, *relations: str) -> int:
        return sum(n for (_, found), n in self.counts.items() if found in relations)

    @property
    def committed(self) -> float:
        return self.said(*SIDES) / max(1, self.counts.total())

    @property
    def right(self) -> float:
        return sum(self.counts[side, side] for side in SIDES) / max(1, self.said(*SIDES))

    def precision(self, side: str) -> float:
        return self.counts[side, side] / max(1, self.said(side))

    def recall(self, side: str) -> float:
        of = sum(n for (label, _), n in self.counts.items() if label == side)
        return self.counts[side, side] / max(1, of)

    @property
    def reversed(self) -> int:
        return self.counts[CONFLICTS, CORROBORATES] + self.counts[CORROBORATES, CONFLICTS]

    @property
    def neutral_committed(self) -> float:
        neutral = sum(n for (label, _), n in self.counts.items() if label == CONTEXT)
        taken = sum(self.counts[CONTEXT, side] for side in SIDES)
        return taken / max(1, neutral)

    @property
    def calibration(self) -> float:
        """Expected calibration error over BINS equal bins of the confidence."""
        bins: list[list[tuple[float, bool]]] = [[] for _ in range(BINS)]
        for confidence, right in self.sure:
            bins[min(BINS - 1, int(BINS * confidence))].append((confidence, right))
        gaps = (abs(sum(c for c, _ in found) - sum(r for _, r in found)) for found in bins if found)
        return sum(gaps) / max(1, len(self.sure))

    def row(self, name: str) -> str:
        """One row of the table."""
        return (
            f"| {name} | {self.counts.total()} | {self.committed:.2f} | {self.right:.3f} "
            f"| {self.precision(CORROBORATES):.2f} {self.recall(CORROBORATES):.2f} "
            f"| {self.precision(CONFLICTS):.2f} {self.recall(CONFLICTS):.2f} "
            f"| {self.reversed} | {self.neutral_committed:.2f} | {self.calibration:.3f} |"
        )


HEAD = (
    "| set | pairs | committed | right | corroborates P R | conflicts P R | reversed "
    "| neutral committed | ECE |\n|---|---|---|---|---|---|---|---|---|"
)


def of_pairs(pairs: Sequence[Labelled], say: Judge = judge) -> dict[str, Tally]:
    """A tally for each set."""
    tallies: dict[str, Tally] = {}
    for pair in pairs:
        found = say(pair.claim, pair.passage)
        tallies.setdefault(pair.set, Tally()).add(pair.label, *found)
    return tallies


def sentences(text: str) -> list[str]:
    """The passages of a text that are no boilerplate."""
    return [p.quote for p in split(Article("", text)).passages if not p.noise]


def stance_of(headline: str, body: Sequence[str], say: Judge = judge) -> str:
    """What a body says to a headline: the surest relation of its sentences."""
    found = [say(headline, quote) for quote in body]
    sided = [(sure, relation) for relation, sure in found if relation in SIDES]
    if not sided:
        return "discuss"
    return "agree" if max(sided)[1] == CORROBORATES else "disagree"


def of_bodies(rows: Sequence[Row], share: int = 5, say: Judge = judge) -> Counter[tuple[str, str]]:
    """(stance, what was said) of one headline in `share`, against the sentences of its body."""
    counts: Counter[tuple[str, str]] = Counter()
    for row in rows:
        asked = [h for h in row["headlines"] if bucket(row["id"] + h["headline"], share) == 0]
        body = sentences(row["text"]) if asked else []
        for one in asked:
            counts[one["stance"], stance_of(one["headline"], body, say)] += 1
    return counts


def f1(counts: Counter[tuple[str, str]], stance: str) -> float:
    """The harmonic mean of precision and recall of one stance."""
    of = sum(n for (label, _), n in counts.items() if label == stance)
    said = sum(n for (_, found), n in counts.items() if found == stance)
    return 2 * counts[stance, stance] / max(1, of + said)


def of_denials(rows: Sequence[Row], folder: Path, held: bool) -> Iterator[tuple[str, int, int]]:
    """For each rumour (claim, denials among its first ten as conflicts, as corroboration)."""
    index = open_index(folder)
    index.add(
        IndexedPassage(row["id"], p.start, p.end, p.quote)
        for row in rows
        for p in split(Article("", row["text"])).passages
        if not p.noise
    )
    index.commit()
    for rumour in rumours(rows):
        if rumour.held != held or not rumour.deny:
            continue
        side = bearing(rumour.claim)
        first = rerank(side, index.search(query_for(side), depth(side, 10)), 10)
        said = Counter(c.relation for c in first if c.article in rumour.deny)
        yield rumour.claim, said[CONFLICTS], said[CORROBORATES]


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("devdata", type=Path)
    parser.add_argument("--held", action="store_true")
    parser.add_argument("--rumours", action="store_true")
    asked = parser.parse_args()
    pairs = [pair for pair in labelled(asked.devdata) if pair.held == asked.held]
    print(HEAD)
    for name, tally in of_pairs(pairs).items():
        print(tally.row(name))
    if asked.rumours:
        _print_rumours(asked.devdata, asked.held)


def _print_rumours(devdata: Path, held: bool) -> None:
    rows = list(read(devdata / FILES["rumours"]))
    part = [row for row in rows if (row["fold"] in {3, 4}) == held]
    counts = of_bodies(part)
    each = {stance: f1(counts, stance) for stance in STANCES}
    macro = sum(each.values()) / len(each)
    print(f"\nheadline against body: macro F1 {macro:.3f}", each, dict(counts))
    with tempfile.TemporaryDirectory() as folder:
        found = list(of_denials(rows, Path(folder), held))
    conflicts, corroborated = (sum(bool(row[i]) for row in found) for i in (1, 2))
    print(f"denial in the first ten as conflict {conflicts}, as corroboration {corroborated}")
    for row in found:
        print("  ", row)


if __name__ == "__main__":
    main()
