"""What is read of a passage: its words, without marks, line ends and struck text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.core.claims import annotate
from workbench.core.text.articles import Article
from workbench.core.text.as_read import RULES, as_read
from workbench.core.text.passages import split

MARKS = st.sampled_from(
    ["[1]", "[12]", "[a]", "[1][2]", "[3,4]", "[note 2]", "[citation needed]", "¹", "²³", "⁴,⁵",
     "†", "‡"]
)  # fmt: skip


@pytest.mark.parametrize("text", [text for rule in RULES for text in rule.yes], ids=repr)
def test_what_typography_puts_between_words_is_not_read(text: str) -> None:
    assert as_read(text).text != text


@pytest.mark.parametrize("text", [text for rule in RULES for text in rule.no])
def test_what_belongs_to_the_words_is_read(text: str) -> None:
    assert as_read(text).text == text


@given(st.text(alphabet="ab12. \n>[]¹²†*~\u00ad,-", max_size=60))
def test_every_character_that_is_read_stands_where_it_is_said_to(text: str) -> None:
    seen = as_read(text)
    offsets = [seen.at(i) for i in range(len(seen.text) + 1)]
    assert offsets == sorted(offsets)
    for at, character in zip(offsets, seen.text, strict=False):
        assert character in {text[at], " "}


@settings(max_examples=1000, deadline=None)
@given(st.integers(3, 9999), MARKS, MARKS, st.integers(2, 90))
def test_a_footnote_is_no_digit_and_no_word(killed: int, one: str, other: str, hurt: int) -> None:
    text = (
        f"At least {killed}{one} people were killed in Quell.{other} "
        f"The mayor denied{one} that {hurt} were hurt.{other}"
    )
    first, second = annotate(split(Article("a", text)))
    assert [(f.of, f.low, f.high) for f in first.figures] == [("killed", killed, None)]
    assert first.quote.endswith("in Quell.")
    assert "denial" in second.kinds
    assert second.quote.endswith("were hurt.")
    for claim in (first, second):
        assert text[claim.start : claim.end] == claim.quote
        assert all(text[f.start : f.end] == f.text for f in claim.figures)


@settings(max_examples=1000, deadline=None)
@given(st.integers(2, 99), st.integers(100, 999))
def test_struck_words_are_not_read(now: int, before: int) -> None:
    text = f"At least ~~{before}~~ {now} people were killed in Quell, the mayor said."
    (claim,) = annotate(split(Article("a", text)))
    assert [(f.low, f.high) for f in claim.figures] == [(now, None)]


def test_a_mark_that_lost_its_raising_ends_the_sentence_too() -> None:
    text = "Forty people were killed in 2021.3 The mayor denied it.12 Nobody else spoke."
    quotes = [p.quote for p in split(Article("a", text)).passages]
    assert quotes == [
        "Forty people were killed in 2021.",
        "The mayor denied it.",
        "Nobody else spoke.",
    ]
