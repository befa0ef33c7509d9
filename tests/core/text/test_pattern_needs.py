"""What a pattern needs is never missing where it matches, so that nothing is sieved out."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.core.lexicon.listing import word_list
from workbench.core.text.pattern_needs import Sieve, begun_by, firsts_of, words_in

PATTERNS = (
    r"\brain(?:s|ed|ing)?\b",
    r"(?:heavy|light) (?:rain|snow\w*)",
    r"\b(?:\d{1,2}|two) (?:days|weeks) of (?:rain|sun)",
    r"snow(?:ed)? in (?-i:May|JUNE)",
    r"(?:the )?(?:sun|moon)(?:shine)?",
    r"Rain(?: (?:fall|storm))?\s?(?::|[A-Z])",
    r"(?P<by>[-/])\d\d(?P=by)\d{4}",
)
PIECES = st.sampled_from(
    word_list("""
    rain rained RainThe rainfall snow snowed sun sunshine the heavy light two days weeks of in
    May JUNE may 12 3 -04-2021 : , . -
    """)
)
TEXTS = st.lists(st.tuples(PIECES, st.sampled_from(["", " "])).map("".join), max_size=12)


@given(TEXTS.map("".join))
def test_a_pattern_that_matches_is_let_through(text: str) -> None:
    passing = Sieve(PATTERNS).passing(words_in(text))
    assert list(passing) == sorted(set(passing))
    for number, pattern in enumerate(PATTERNS):
        found = re.compile(rf"(?<!\w)(?:{pattern})", re.IGNORECASE).search(text)
        assert not found or number in passing


def test_what_misses_a_word_is_held_back() -> None:
    sieve = Sieve((r"rain\b", r"(?:heavy|light) rain\b", r"\d{4} rains\b"))
    assert sieve.passing(words_in("A heavy storm, a light wind")) == ()
    assert sieve.passing(words_in("Heavy RAIN in 2021")) == (0, 1)


@pytest.mark.parametrize("pattern", [r"\b(?:mon|tues)day", r"(?<!\w)\d{2}s", r"x?yz"])
@given(TEXTS.map("".join))
def test_asking_for_its_first_character_loses_no_match(pattern: str, text: str) -> None:
    text += " monday 20s yz"
    spans = [[m.span() for m in re.finditer(p, text)] for p in (pattern, begun_by(pattern))]
    assert spans[0] == spans[1]


def test_a_pattern_that_may_begin_with_anything_names_no_first_character() -> None:
    assert firsts_of(r"\w+ rain") is None
    assert firsts_of(r"(?:rain)?") is None
    assert firsts_of(r"\b(?:rain|Snow)") == frozenset("rs")
