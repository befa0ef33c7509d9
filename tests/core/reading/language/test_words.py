"""Words: offsets, clitics and marks."""

from hypothesis import given
from hypothesis import strategies as st

from workbench.core.lexicon.en.grammar import is_adverb
from workbench.core.reading.tokens import is_quote, tokens_of


def test_clitics_are_cut_off_the_lower_case_form() -> None:
    words = tokens_of("He’s sure Norland's boats didn't sink.", 0)
    assert [(w.low, w.clitic) for w in words if w.clitic] == [
        ("he", "s"),
        ("norland", "s"),
        ("didn", "t"),
    ]


def test_titles_and_initials_keep_their_point() -> None:
    assert [w.text for w in tokens_of("Mr. Gray left the U.S. by boat.", 0)] == [
        "Mr.",
        "Gray",
        "left",
        "the",
        "U.S.",
        "by",
        "boat",
        ".",
    ]


def test_two_apostrophes_are_one_mark() -> None:
    first, *_ = tokens_of("''Yes,'' he said.", 0)
    assert is_quote(first)
    assert first.mark


def test_adverbs_are_not_nouns_in_ly() -> None:
    assert is_adverb("quickly")
    assert not is_adverb("family")
    assert not is_adverb("july")


@given(st.text(max_size=120), st.integers(0, 1000))
def test_words_are_spans_of_the_text(text: str, start: int) -> None:
    end = start
    for word in tokens_of(text, start, ((start + 3, start + 9),)):
        assert end <= word.start < word.end
        assert text[word.start - start : word.end - start] == word.text
        assert word.quoted == (start + 3 <= word.start < start + 9)
        end = word.end
