"""The grammar of numbers: values, bounds, and what is no number at all."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.core.reading.numbers.numbers import numbers_in


def read(text: str) -> list[tuple[str, object, object]]:
    return [(text[n.start : n.end], n.low, n.high) for n in numbers_in(text)]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("13,000", 13_000, 13_000),
        ("3.1", 3.1, 3.1),
        ("1.5 million", 1_500_000, 1_500_000),
        ("16.1 million", 16_100_000, 16_100_000),
        ("two hundred and fifty-one thousand", 251_000, 251_000),
        ("twenty-five", 25, 25),
        ("a million", 1_000_000, 1_000_000),
        ("half a million", 500_000, 500_000),
        ("two and a half million", 2_500_000, 2_500_000),
        ("a million and a half", 1_500_000, 1_500_000),
        ("two dozen", 24, 24),
        ("half a dozen", 6, 6),
        ("more than a dozen", 12, None),
        ("dozens", 24, None),
        ("scores of", 40, None),
        ("several hundred", 300, 999),
        ("tens of thousands", 20_000, 99_999),
        ("hundreds of thousands", 200_000, 999_999),
        ("at least 12", 12, None),
        ("no fewer than 12", 12, None),
        ("up to 40", None, 40),
        ("as many as 400", None, 400),
        ("fewer than 40", None, 40),
        ("40 or more", 40, None),
        ("50-plus", 50, None),
        ("about 40", 40, 40),
        ("between 30 and 40", 30, 40),
        ("30 to 40", 30, 40),
        ("2 to 3 million", 2_000_000, 3_000_000),
        ("2 lakh", 200_000, 200_000),
        ("1.5 crore", 15_000_000, 15_000_000),
        ("2,50,000", 250_000, 250_000),
    ],
)
def test_number_is_read_with_its_bounds(text: str, low: object, high: object) -> None:
    found = numbers_in(f"They counted {text} barrels on the quay.")
    assert [(n.low, n.high) for n in found] == [(low, high)]


def test_whole_values_stay_ints_and_decimals_are_not_joined() -> None:
    million, rate = numbers_in("It cost 1.5 million and grew 3.1 percent.")
    assert isinstance(million.low, int)
    assert rate.low == 3.1


def test_modifiers_belong_to_the_text() -> None:
    assert read("an estimated 13,000 people")[0][0] == "an estimated 13,000"
    assert numbers_in("nearly 200 ships")[0].approximate


@pytest.mark.parametrize(
    "text",
    [
        "A 25-year-old man and a boy, 3, came.",
        "John Dale, 28, was there.",
        "He is 70.",
        "It began at 4:30 p.m. and ended at 6 p.m.",
        "On February 20, 2014, and again on 12 March.",
        "It was the 5th time since the 1990s.",
        "They live at 709 North Harbour Road, in the 1200 block.",
        "Call 608-364-6865 or (304) 366-4200 or 911.",
        "An F-16, an AK-47, a 9mm pistol and COVID-19.",
        "They drove down Highway 61 to Room 12.",
        "City won 3-1.",
        "See file No. 88-1204 or call 01632 960018 or 800 123 456.",
        "In nineteen ninety-one it closed.",
        "No one and everyone came by Air Force One.",
        "A two-story house and a three-judge panel.",
    ],
)
def test_ages_times_dates_addresses_scores_and_names_are_no_numbers(text: str) -> None:
    assert read(text) == []


def test_a_range_with_a_noun_is_no_score() -> None:
    assert read("They lost 30-40 ships.") == [("30-40", 30, 40)]


@pytest.mark.parametrize(
    "text",
    [
        "On Monday 12 people left.",
        "Last week 12 ships sank.",
        "In July 12 people left.",
        "In 2019 12 ships sank.",
        "In the area 12 old houses burned.",
    ],
)
def test_a_count_after_a_time_or_place_is_a_number(text: str) -> None:
    assert [low for _, low, _ in read(text)] == [12]


def test_the_old_value_of_an_update_is_marked() -> None:
    old, new = numbers_in("It was revised from 10 to 14.")
    assert old.former
    assert (new.former, new.low) == (False, 14)


def test_fractions_and_ratios_are_percentages() -> None:
    assert [n.low for n in numbers_in("half of the voters and two-thirds of the house")] == [
        50,
        66.67,
    ]
    assert [n.low for n in numbers_in("one in five and 9 out of 10")] == [20, 90]


def test_two_counts_in_a_row_stay_two() -> None:
    assert [n.low for n in numbers_in("two and three, twenty two, 4 and 5")] == [2, 3, 22, 4, 5]


@given(st.integers(1_000, 10**12))
def test_grouped_digits_keep_their_value(value: int) -> None:
    assert [n.low for n in numbers_in(f"They moved {value:,} crates.")] == [value]


@given(st.text(alphabet="0123456789,.-– $€%atofmillionhundredandtwo\n"))
def test_spans_lie_in_the_text_and_ascend(text: str) -> None:
    end = 0
    for number in numbers_in(text):
        assert end <= number.start <= number.core < number.end <= len(text)
        end = number.end


@pytest.mark.parametrize(
    "text", ["1" * 200_000, "one " * 20_000, "1 " * 20_000, " " * 60_000, "1,000-" * 10_000]
)
def test_hostile_numbers_take_linear_time(text: str) -> None:
    began = time.process_time()
    numbers_in(text)
    assert time.process_time() - began < 2
