"""Matching with bad input and a broken index: a clear answer each time, and soon."""

import shutil
import time
from pathlib import Path

import pytest

from workbench.case import Case

SOON = 2.0
"""Seconds within which every answer has to come."""


@pytest.fixture
def flooded(empty_case: Case, tmp_path: Path) -> Case:
    """A case with two reports of one flood and with a denial."""
    news = tmp_path / "news"
    news.mkdir()
    (news / "a.txt").write_text(
        "Floods hit Aville\n\nAt least 12 people died in Aville, officials said.\n"
    )
    (news / "b.txt").write_text(
        "The river rose\n\nThe mayor of Aville denied that 12 people died.\n"
    )
    empty_case.corpus.import_paths([str(news)])
    return empty_case


@pytest.mark.parametrize("text", ["", " \n\t", "of the and", "…!?", "\0", "the " * 25_000])
def test_a_text_without_words_finds_nothing(flooded: Case, text: str) -> None:
    began = time.perf_counter()
    assert flooded.matching.search(text) == []
    assert list(flooded.matching.queries([{"id": "1", "text": text}])) == []
    assert flooded.comparing.figures(text) == []
    assert time.perf_counter() - began < SOON


@pytest.mark.parametrize(
    "text",
    [
        "Aville",
        "Officials in Aville counted the dead. " * 2_800,
        "Aville " * 15_000,
        "Aville " + "x" * 100_000,
        "Aville " + '"' * 100_000,
        "Aville " + "7" * 100_000,
    ],
)
def test_a_word_or_100_kb_are_answered_alike(flooded: Case, text: str) -> None:
    began = time.perf_counter()
    found = flooded.matching.search(text, 5)
    assert time.perf_counter() - began < SOON
    assert found
    assert all("Aville" in candidate.quote for candidate in found)


def test_an_index_deleted_under_the_program_is_made_again(flooded: Case) -> None:
    before = flooded.matching.search("people died in Aville")
    shutil.rmtree(flooded.folder / ".workbench" / "index")
    began = time.perf_counter()
    assert flooded.matching.search("people died in Aville") == before
    assert time.perf_counter() - began < SOON
    assert "made again" in "".join(flooded.take_notices())
    assert flooded.take_notices() == []


def test_an_index_damaged_under_the_program_is_made_again(flooded: Case) -> None:
    before = flooded.matching.search("people died in Aville")
    for path in (flooded.folder / ".workbench" / "index").rglob("*"):
        if path.is_file():
            path.write_bytes(b"\xff" * 100)
    began = time.perf_counter()
    assert flooded.matching.search("people died in Aville") == before
    assert time.perf_counter() - began < SOON


def test_what_is_asked_for_twice_is_answered_alike(flooded: Case) -> None:
    claim = flooded.corpus.claims()[0].id
    assert flooded.matching.candidates(claim) == flooded.matching.candidates(claim)


def test_a_text_that_stands_in_the_corpus_is_matched_as_the_claim_that_it_is(flooded: Case) -> None:
    for claim in flooded.corpus.claims():
        wanted = flooded.matching.candidates(claim.id, fold=True)
        for text in (claim.quote, f"  {claim.quote.upper()}\n", f"“{claim.quote.rstrip('.')}”"):
            assert flooded.matching.of_text(text, fold=True) == wanted
        (found, *_) = [*flooded.matching.queries([{"id": "q", "text": claim.quote}]), {}]
        assert found.get("quote", "") == (wanted[0].quote if wanted else "")


def test_a_text_that_stands_nowhere_is_searched_for(flooded: Case) -> None:
    text = "Twelve people are said to have died in Aville."
    assert flooded.matching.standing(text) is None
    assert flooded.matching.of_text(text) == flooded.matching.search(text)


def test_of_others_nothing_stands_in_the_claims_own_article(flooded: Case) -> None:
    for claim in flooded.corpus.claims():
        found = flooded.matching.candidates(claim.id, others=True)
        assert all(c.independent and c.article != claim.article for c in found)
