"""Labelled pairs of claim and passage: what the relation is fitted and measured on.

Every set is cut by what its pairs have in common (a story, a claim, a text), never through
it. Two thirds are to fit and to look at; the last third is only counted, by its ids.
"""

import gzip
import hashlib
import json
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from workbench.core.decide.relation import CONFLICTS, CONTEXT, CORROBORATES

Row = dict[str, Any]
HELD_FOLDS = frozenset({3, 4})
"""Folds of `stance` and `rumours` that are only counted: 14 of the 36 stories."""
MEANT = {"SUPPORTS": CORROBORATES, "REFUTES": CONFLICTS}
FILES = {
    "stance": "stance.jsonl.gz",
    "rumours": "rumours.jsonl.gz",
    "relation": "relation.jsonl.gz",
    "rte3": "pairs-rte3-dev.jsonl.gz",
    "fever": "pairs-fever-dev.jsonl.gz",
    "covidfact": "pairs-covidfact-dev.jsonl.gz",
    "tolls": "tolls.jsonl.gz",
}
"""Name of a set → its file in the folder of the development data."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """One pair with its relation; pairs of one `group` stand on one side of every cut."""

    set: str
    id: str
    claim: str
    passage: str
    label: str
    group: str
    fold: int
    held: bool


def read(path: Path) -> Iterator[Row]:
    """The objects of a JSON Lines file, compressed or not."""
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def digest(path: Path) -> str:
    """The first sixteen digits of a file's SHA-256, by which data are known again."""
    return hashlib.sha256(path.read_bytes()).hexdigest()[:16]


def labelled(folder: Path) -> list[Labelled]:
    """Every labelled pair of the development data, in the order of the files."""
    return [*_stance(folder), *_relation(folder), *_pairs(folder)]


def _stance(folder: Path) -> Iterator[Labelled]:
    for row in read(folder / FILES["stance"]):
        yield Labelled(
            "stance", row["id"], row["claim"], row["headline"], row["label"],
            row["claim"], row["fold"], row["fold"] in HELD_FOLDS,
        )  # fmt: skip


def _relation(folder: Path) -> list[Labelled]:
    rows = [(r["id"], r["claim"], r["evidence"], MEANT[r["label"]])
            for r in read(folder / FILES["relation"])]  # fmt: skip
    return _grouped("relation", rows)


def _pairs(folder: Path) -> Iterator[Labelled]:
    for name in ("rte3", "fever", "covidfact"):
        rows = [(r["id"], r["claim"], r["passage"], r["gold"]) for r in read(folder / FILES[name])]
        yield from _grouped(name, rows)


def _grouped(name: str, rows: list[tuple[str, str, str, str]]) -> list[Labelled]:
    """Pairs with a group each: those that share a claim or a passage are of one."""
    first: dict[str, str] = {}

    def find(text: str) -> str:
        while first.setdefault(text, text) != text:
            text = first[text]
        return text

    for _, claim, passage, _ in rows:
        first[find(claim)] = find(passage)
    found = []
    for id_, claim, passage, label in rows:
        group = find(passage)
        fold = bucket(group)
        found.append(Labelled(name, id_, claim, passage, label, group, fold, fold >= 4))
    return found


def bucket(group: str, of: int = 6) -> int:
    """Which of so many parts a group belongs to, by a checksum: the same on every machine."""
    return zlib.crc32(group.encode("utf-8", "surrogatepass")) % of


@dataclass(frozen=True, slots=True)
class Rumour:
    """A claim that some articles deny: `deny`, `assert_`: their ids."""

    claim: str
    fold: int
    deny: frozenset[str]
    assert_: frozenset[str]

    @property
    def held(self) -> bool:
        return self.fold in HELD_FOLDS


def rumours(rows: Iterable[Row]) -> list[Rumour]:
    """For each rumour, which articles deny it and which assert it.

    Agreeing with a headline that is against the claim is a denial, and so is disagreeing
    with one that is for it.
    """
    deny: dict[str, set[str]] = defaultdict(set)
    assert_: dict[str, set[str]] = defaultdict(set)
    folds: dict[str, int] = {}
    for row in rows:
        folds[row["claim"]] = row["fold"]
        for one in row["headlines"]:
            sides = {CONFLICTS, CORROBORATES}
            if one["stance"] not in {"agree", "disagree"} or one.get("label") not in sides:
                continue
            denies = (one["label"] == CONFLICTS) == (one["stance"] == "agree")
            (deny if denies else assert_)[row["claim"]].add(row["id"])
    return [
        Rumour(claim, fold, frozenset(deny[claim] - assert_[claim]),
               frozenset(assert_[claim] - deny[claim]))
        for claim, fold in folds.items()
    ]  # fmt: skip


__all__ = ["CONFLICTS", "CONTEXT", "CORROBORATES", "Labelled", "Rumour", "labelled", "rumours"]
