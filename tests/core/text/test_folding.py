"""Folding joins what differs in typography only, and every offset leads back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.core.text.folding import as_written, fold


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("“Never,” she said", '"Never," she said'),
        ("the port’s", "the port's"),
        ("2019–2021", "2019-2021"),
        ("a\u00a0b\n\n c", "a b c"),
        ("ＡＢＣ１２", "abc12"),
        ("Straße", "STRASSE"),
        ("caf\u00e9", "cafe\u0301"),
        ("ﬁre", "fire"),
        ("hid\u00adden\u200b", "hidden"),
    ],
)
def test_typography_folds_away(one: str, other: str) -> None:
    assert fold(one).text == fold(other).text


@pytest.mark.parametrize(("one", "other"), [("10²", "102"), ("1½", "11/2"), ("été", "ete")])
def test_what_means_something_else_stays_apart(one: str, other: str) -> None:
    assert fold(one).text != fold(other).text


def test_a_span_leads_back_to_the_original() -> None:
    text = "The  “Straße”\u00a0 burned…"
    folded = fold(text)
    start = folded.text.index('"strasse"')
    assert text[slice(*folded.span(start, start + len('"strasse"')))] == "“Straße”"
    assert folded.at(text.index("burned")) == folded.text.index("burned")
    assert folded.span(len(folded.text), len(folded.text)) == (len(text), len(text))
    assert folded.span(4, 4) == (folded.offsets[4], folded.offsets[4])


@given(st.text())
def test_offsets_rise_and_stay_inside(text: str) -> None:
    folded = fold(text)
    assert len(folded.offsets) == len(folded.text)
    assert list(folded.offsets) == sorted(folded.offsets)
    assert all(0 <= offset < len(text) for offset in folded.offsets)
    if folded.text:
        start, end = folded.span(0, len(folded.text))
        assert fold(text[start:end]).text == folded.text


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    once = fold(text).text
    assert fold(once).text == once
    assert "  " not in once


@pytest.mark.parametrize("text", ["\u0301" * 200_000, " " * 60_000, '"' * 10_000, "a" * 1_000_000])
def test_hostile_texts_fold_in_linear_time(text: str) -> None:
    assert len(fold(text).text) in {1, len(text)}


@pytest.mark.parametrize(
    ("tokens", "text"),
    [
        ("Ann -LRB- born June 26 , 1980 -RRB- sings .", "Ann (born June 26, 1980) sings."),
        ("It does n't rain , `` he said '' .", "It doesn't rain, “he said”."),
        ("The mill 's 12 % share", "The mill 's 12 % share"),
        ("Nothing to mend, he said.", "Nothing to mend, he said."),
        ("Noe\u0308l", "Noël"),
    ],
)
def test_a_text_that_was_cut_into_tokens_is_put_together(tokens, text):
    assert as_written(tokens) == text
    assert as_written(text) == text
