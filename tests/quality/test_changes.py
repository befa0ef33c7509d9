"""The quality gate for changes made on purpose, on sentences of the invented articles."""

import pytest

from workbench.core.text.articles import Article
from workbench.core.text.passages import split

from .changes import CHANGED, KEPT, Flagged, flagged, other_number
from .measures import SETS, articles_in, read_lines

FLAGGED = 0.95
"""Of each kind of change, the share that is called a conflict; 0.90 for negations."""
NEGATIONS = 0.90


@pytest.fixture(scope="module")
def found() -> Flagged:
    articles = [article for folder, _ in SETS.values() for article in articles_in(folder)]
    planted = [Article(row["id"], row["text"]) for row in read_lines("planted-articles.jsonl")]
    documents = map(split, [*articles, *planted])
    return flagged(p.quote for d in documents for p in d.passages if not p.noise)


@pytest.mark.parametrize("change", CHANGED)
def test_what_was_changed_is_called_a_conflict(found: Flagged, change: str) -> None:
    assert found.of[change] >= 2, "too few to judge by"
    least = NEGATIONS if "negation" in change else FLAGGED
    if (
        change == "percent"
    ):  # "nine out of ten" is one share; "twelve out of ten" is none to compare
        least = min(least, 0.9)
    assert found.share(change) >= least, found.missed[change]


@pytest.mark.parametrize("change", KEPT)
def test_what_says_the_same_is_never_called_a_conflict(found: Flagged, change: str) -> None:
    assert found.of[change] >= 2, "too few to judge by"
    assert found.conflicts[change] == 0, found.missed[change]


@pytest.mark.parametrize(
    ("written", "other"),
    [("12", "21"), ("3.1", "31"), ("4,500", "9,001"), ("five", "eight"), ("77", "155")],
)
def test_another_number_keeps_its_form(written: str, other: str) -> None:
    assert other_number(written) == other
