"""Contradictions in the reports of a small newsroom: ten invented events, four reports of each.

Written and labelled before any output was looked at. What is planted is of all slots: tolls,
days, causes, who did or did not, what was said or not, shares, sums of money. Beside them stand
traps, which must not be listed: later counts, some of the dead, another event of the kind, one
quotation in two papers, another month's rate, a birthday. Rules were written by the half called
`building`; the half called `held` is only measured.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from workbench.case import Case
from workbench.core.events.contradictions import Contradiction

from .measures import read_lines
from .planted import is_planted, share_found, share_right

FLOORS = {"building": (1.0, 0.8), "held": (0.9, 0.55)}
"""Half → of the rows listed, the share that was planted; of what was planted, the share listed."""
TRAPS = {"building": 0, "held": 2}
"""Half → traps that are listed, at the most."""

ARTICLES = read_lines("newsroom-articles.jsonl")
PAIRS = read_lines("newsroom-conflicts.jsonl")
Half = tuple[str, list[Contradiction]]
Factory = pytest.TempPathFactory


@pytest.fixture(scope="module", params=sorted(FLOORS))
def half(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Half]:
    name = request.param
    folder = tmp_path_factory.mktemp(name)
    with Case.open(folder / "case", "Ada", create=True) as case:
        case.corpus.import_paths([str(_articles_of(name, folder))])
        yield name, case.comparing.conflicts()


def _articles_of(half: str, folder: Path) -> Path:
    ids = {pair[side] for pair in PAIRS if pair["half"] == half for side in ("one", "other")}
    lines = (json.dumps(article) for article in ARTICLES if article["id"] in ids)
    path = folder / "newsroom.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def _pairs(half: str, planted: bool) -> list[dict[str, Any]]:
    return [pair for pair in PAIRS if pair["half"] == half and pair["planted"] == planted]


def test_what_was_planted_is_listed_and_little_else(half: Half) -> None:
    name, rows = half
    right, found = FLOORS[name]
    assert share_right(rows, _pairs(name, planted=True)) >= right
    assert share_found(rows, _pairs(name, planted=True)) >= found


def test_hardly_a_trap_is_listed(half: Half) -> None:
    name, rows = half
    traps = _pairs(name, planted=False)
    assert sum(any(is_planted(row, trap) for row in rows) for trap in traps) <= TRAPS[name]


def test_every_labelled_word_stands_in_its_article() -> None:
    texts = {article["id"]: article["text"] for article in ARTICLES}
    for pair in PAIRS:
        assert pair["one_words"] in texts[pair["one"]]
        assert pair["other_words"] in texts[pair["other"]]
