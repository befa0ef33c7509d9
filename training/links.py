"""The labelled links of the project's own five articles: sentences of long news reports.

The one set whose pairs are read with the whole of their articles in sight, so that it knows who
speaks. Small, and in view of everybody who wrote rules: it is fitted on, and measures nothing.
"""

import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from training.pairs import Labelled
from workbench.core.claims import Claim, annotate
from workbench.core.compare.bearings import Bearing
from workbench.core.text.passages import split
from workbench.edges.readers import Reading, read_seed

ROOT = Path(__file__).parent.parent
LINKS = ROOT / "tests" / "gold" / "seeds-links.jsonl"


def pairs() -> Iterator[Labelled]:
    """The links, each under its line's number."""
    for n, row in enumerate(_rows()):
        claim, passage = row["claim"]["quote"], row["passage"]["quote"]
        yield Labelled("links", str(n), claim, passage, row["relation"], claim, 0, False)


def sides(id_: str) -> tuple[Bearing, Bearing]:
    """Both sides of a link as their articles were read."""
    row = _rows()[int(id_)]
    return _side(row["claim"]), _side(row["passage"])


@cache
def _rows() -> list[dict[str, Any]]:
    return [json.loads(line) for line in LINKS.read_text(encoding="utf-8").splitlines()]


def _side(span: Mapping[str, Any]) -> Bearing:
    claims = _claims(span["article"])
    best = max(claims, key=lambda c: min(c.end, span["end"]) - max(c.start, span["start"]))
    return Bearing(best.article, best.reading)


@cache
def _claims(name: str) -> tuple[Claim, ...]:
    """Every passage of a seed."""
    rows = read_seed(ROOT / "seeds" / name, name)
    articles = (row.article for row in rows if isinstance(row, Reading))
    return tuple(claim for article in articles for claim in annotate(split(article)))
