import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.core.reading.terms import (
    fold_word,
    keys,
    name_key,
    number_term,
    numbers,
    stem,
    valued,
    words,
)


@pytest.mark.parametrize(
    "text", ["13,000 people", "13000 people", "thirteen thousand people", "13 thousand people"]
)
def test_one_number_is_one_term_whatever_its_spelling(text):
    assert "13000" in words(text)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("1.5 million", [1_500_000]),
        ("two hundred and forty boats", [240]),
        ("forty-five", [45]),
        ("the 20th of 3 parts", [20, 3]),
        ("a hundred", [100]),
        ("$2bn", [2_000_000_000]),
        ("no numbers", []),
    ],
)
def test_values_of_numbers(text, values):
    assert numbers(text) == values


def test_decimal_and_whole_numbers_stay_apart():
    assert words("3.1%") == ["3.1"]
    assert words("31%") == ["31"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Zelensky", "Zelenskiy"),
        ("Zelenskyy", "Zelensky"),
        ("Kiev", "Kyiv"),
        ("Dmitry", "Dmitri"),
        ("Sergei", "Sergey"),
        ("Yevgeny", "Evgeny"),
        ("Odessa", "Odesa"),
        ("Prigozhin", "Prigojin"),
    ],
)
def test_spellings_of_one_name_have_one_key(one, other):
    assert name_key(fold_word(one)) == name_key(fold_word(other))


@pytest.mark.parametrize(
    ("one", "other"), [("Putin", "Peskov"), ("Iran", "Iraq"), ("Biden", "Baden")]
)
def test_different_names_keep_different_keys(one, other):
    assert name_key(fold_word(one)) != name_key(fold_word(other))


def test_a_capital_gives_the_key_of_its_state():
    assert "g:russia" in keys("Moscow refused")
    assert "g:usa" in keys("the United States")
    assert "g:usa" not in keys("they told us")


def test_forms_of_one_word_share_a_stem():
    assert stem("attacks") == stem("attacked") == stem("attacking") == stem("attack")
    assert stem("countries") == stem("country")


def test_hashtags_give_their_parts():
    assert "gas" in words("#GasPrices")


def test_stop_words_leave_nothing():
    assert words("the and of it was") == []


def test_valued_keeps_every_word_in_order():
    assert valued("About twenty men did not go") == ["about", "#20", "men", "did", "not", "go"]


@given(st.text(max_size=300))
def test_terms_of_any_text_hold_no_space(text):
    assert all(term and not any(c.isspace() for c in term) for term in words(text) + keys(text))


@given(st.integers(min_value=0, max_value=10**12))
def test_digits_with_and_without_separators_meet(number):
    assert words(f"{number:,}") == words(str(number)) == [number_term(number)]


@pytest.mark.parametrize(
    "text",
    [
        "7" * 1_000_000,
        "“" * 10_000,
        " " * 60_000,
        "word " * 10_000,
        "x" * 1_000_000,
        "1," * 100_000,
    ],
)
def test_hostile_text_is_read_in_linear_time(text):
    began = time.process_time()
    words(text)
    keys(text)
    assert time.process_time() - began < 2
