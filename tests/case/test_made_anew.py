"""What was derived by other rules or weights is derived again, whatever comes first or between."""

from collections.abc import Callable
from pathlib import Path

import pytest

from workbench.case import Case

Scores = dict[str, float]


def scores(folder: Path) -> Scores:
    with Case.open(folder, "Ada") as case:
        case.corpus.sync()
        return {row.id: row.score for row in case.corpus.claims()}


@pytest.fixture
def reweighed(seeds_folder: Path) -> tuple[Path, Scores]:
    """The five articles with other weights than they were read with, and the old scores."""
    before = scores(seeds_folder)
    weights = '[checkworthiness]\n"human toll" = 0\n'
    (seeds_folder / "workbench.toml").write_text(weights, encoding="utf-8")
    return seeds_folder, before


def import_another(folder: Path) -> None:
    source = folder.parent / "another.txt"
    source.write_text("Floods\n\nIn Aville 40 houses were empty, Ben Obe said.\n", encoding="utf-8")
    with Case.open(folder, "Ada") as case:
        rows = case.corpus.import_paths([str(source)]).rows
        assert [(row.source, row.outcome) for row in rows] == [("another.txt", "imported")]


def cancel_soon(folder: Path) -> None:
    asked = iter([False] * 3)
    with Case.open(folder, "Ada") as case:
        assert case.corpus.sync(cancelled=lambda: next(asked, True)).cancelled


@pytest.mark.parametrize("first", [import_another, cancel_soon])
def test_new_weights_hold_for_every_article(
    reweighed: tuple[Path, Scores], first: Callable[[Path], None]
) -> None:
    folder, before = reweighed
    first(folder)
    after = scores(folder)
    (folder / ".workbench" / "catalog.sqlite").unlink()
    assert after == scores(folder)
    assert any(after[id] != score for id, score in before.items())
