"""The filter's syntax, as a reviewer types it."""

import pytest

from workbench.case.filters.words import found, haystack, matches, terms_of

HAY = haystack("The flood killed 21 people in Arda, officials said.", "Arda Gazette")


@pytest.mark.parametrize(
    ("query", "holds"),
    [
        ("flood", True),
        ("FLOOD", True),
        ("kild", True),
        ("flood gazette", True),
        ("flood drought", False),
        ("'kild", False),
        ("'kill", True),
        ("^the", True),
        ("^flood", False),
        ("^arda", True),
        ("gazette$", True),
        ("flood$", False),
        ("!drought", True),
        ("!flood", False),
        ("!", True),
        ("'", True),
        ("^", True),
        ("", True),
        ("21", True),
        ("22", False),
        ("[sic]", False),
        (".*", False),
    ],
)
def test_terms(query, holds):
    assert matches(terms_of(query), HAY) is holds


def test_letters_of_a_word_are_not_gathered_from_several_words():
    assert not matches(terms_of("tfk"), haystack("the flood killed"))


def test_found_gives_places_and_stops_when_cancelled():
    hays = [haystack(f"row {n}") for n in range(2000)]
    assert found("'1999", hays, lambda: False) == [1999]
    assert found("'1999", hays, lambda: True) is None


def test_a_long_run_of_letters_is_searched_in_linear_time():
    hay = haystack("ab" * 200_000)
    assert not matches(terms_of("abcabcabcz"), hay)
