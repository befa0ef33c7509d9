"""Measures on the hand labels of the five articles."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from workbench.case import Case

GOLD = Path(__file__).parent.parent / "gold"


def read_lines(name: str) -> list[dict[str, Any]]:
    """The objects of a JSON Lines file of `tests/gold`."""
    text = (GOLD / name).read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines() if line.strip()]


@dataclass(frozen=True, slots=True)
class LinkResult:
    """One labelled pair: at which rank its passage was found, with which relation."""

    claim: str
    passage: str
    labelled: str
    rank: int | None
    relation: str
    reasons: tuple[str, ...]


def links_found(case: Case, top: int = 10) -> Iterator[LinkResult]:
    """Look for every labelled pair among the candidates of its claim."""
    rows = case.corpus.claims()
    for pair in read_lines("seeds-links.jsonl"):
        claim = max(rows, key=lambda row: _overlap(row, pair["claim"]))
        found = [
            (rank, c)
            for rank, c in enumerate(case.matching.candidates(claim.id, top), 1)
            if _overlap(c, pair["passage"]) > 0
        ]
        rank, best = found[0] if found else (None, None)
        yield LinkResult(
            pair["claim"]["quote"], pair["passage"]["quote"], pair["relation"], rank,
            best.relation if best else "", best.reasons if best else (),
        )  # fmt: skip


def _overlap(found: Any, labelled: dict[str, Any]) -> int:
    """Code points that a claim or candidate shares with a labelled span."""
    if found.article != labelled["article"]:
        return 0
    return max(0, min(found.end, labelled["end"]) - max(found.start, labelled["start"]))
