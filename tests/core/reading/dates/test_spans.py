"""The arithmetic of days, weeks and months."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.core.reading.dates import spans as cal

UNITS = ["day", "week", "weekend", "month", "quarter", "year", "decade", "century"]


@given(st.dates(), st.sampled_from(UNITS))
def test_a_day_lies_in_its_own_period(day: date, name: str) -> None:
    span = cal.unit(day, name, 0)
    if span is None:
        assert day.year < 100 or day.year > 9900
    elif name != "weekend":
        assert span[0] <= day <= span[1]


@given(st.dates(date(1500, 1, 1), date(2500, 1, 1)), st.sampled_from(UNITS[3:]))
def test_the_next_period_begins_where_this_one_ends(day: date, name: str) -> None:
    this, following = cal.unit(day, name, 0), cal.unit(day, name, 1)
    assert this
    assert following
    assert following[0] - this[1] == timedelta(days=1)


@given(st.dates(), st.integers(0, 6))
def test_a_weekday_is_within_a_week_on_the_side_asked_for(day: date, weekday: int) -> None:
    back = cal.weekday_from(day, weekday, cal.PAST)
    ahead = cal.weekday_from(day, weekday, cal.FUTURE)
    assert back is None or (back.weekday() == weekday and 0 <= (day - back).days < 7)
    assert ahead is None or (ahead.weekday() == weekday and 0 <= (ahead - day).days < 7)


@pytest.mark.parametrize(
    ("way", "expected"),
    [
        (cal.PAST, date(2021, 11, 30)),
        (cal.FUTURE, date(2022, 11, 30)),
        (cal.UNKNOWN, date(2021, 11, 30)),
    ],
)
def test_a_day_of_the_year_is_the_one_on_the_side_asked_for(way: int, expected: date) -> None:
    assert cal.day_of_year_from(date(2022, 2, 4), 11, 30, way) == (expected, expected)


def test_a_day_most_of_a_year_back_gives_way_to_one_close_ahead() -> None:
    found = cal.day_of_year_from(date(2022, 2, 4), 2, 24, cal.PAST)
    assert found == (date(2022, 2, 24), date(2022, 2, 24))


def test_a_leap_day_is_the_one_that_exists() -> None:
    leap = date(2024, 2, 29)
    assert cal.day_of_year_from(date(2024, 6, 1), 2, 29, cal.PAST) == (leap, leap)
    assert cal.day_of_year_from(date(2022, 6, 1), 2, 29, cal.PAST) is None


def test_a_winter_bears_the_year_of_its_january() -> None:
    assert cal.a_season(2021, "winter") == (date(2020, 12, 1), date(2021, 2, 28))


def test_the_past_month_from_a_long_one_ends_in_a_short_one() -> None:
    assert cal.rolling(date(2022, 3, 31), "month", -1) == (date(2022, 2, 28), date(2022, 3, 31))


def test_the_calendar_ends() -> None:
    assert cal.a_year(10_000) is None
    assert cal.a_day(2021, 2, 29) is None
    assert cal.unit(date.max, "year", 1) is None
    assert cal.rolling(date.min, "week", -1) is None


@pytest.mark.parametrize(
    ("year", "expected"),
    [(1961, date(1961, 4, 2)), (2000, date(2000, 4, 23)), (2021, date(2021, 4, 4)),
     (2038, date(2038, 4, 25))],
)  # fmt: skip
def test_easter_falls_where_the_tables_have_it(year: int, expected: date) -> None:
    assert cal.easter(year) == expected
