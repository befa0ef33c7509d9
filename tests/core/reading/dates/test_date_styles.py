"""Any day, written in any of the styles that people write it in, is read as that day."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.core.lexicon.en.time_words import MONTH_ABBREVIATIONS, MONTH_NAMES, WEEKDAYS
from workbench.core.reading.dates.mentions import dates_in
from workbench.core.text.articles import Article
from workbench.core.text.passages import split

DAYS = st.dates(date(1910, 1, 1), date(2090, 12, 31))
PUBLISHED = st.one_of(st.none(), st.dates(date(1990, 1, 1), date(2060, 12, 31)))
SHORT = {number: name.title() for name, number in MONTH_ABBREVIATIONS.items()} | {5: "May"}
NTH = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}
STYLES = (
    "{d} {Month} {y}", "{dd} {Month} {y}", "{nth} {Month} {y}", "the {nth} of {Month} {y}",
    "the {nth} of {Month}, {y}", "{d} {Month}, {y}", "{Month} {d}, {y}", "{Month} {nth}, {y}",
    "{Month} {d} {y}", "{Mon} {d}, {y}", "{Mon}. {d}, {y}", "{d} {Mon} {y}", "{d} {Mon}. {y}",
    "{d}-{Mon}-{y}", "{dd}-{MON}-{y}", "{d}-{Month}-{y}", "{dd}.{Mon}.{y}", "{d}.{Month}.{y}",
    "{d}/{Mon}/{y}", "{d}/{Month}/{y}", "{nth}-{Month}-{y}", "{Mon}-{d}-{y}", "{Mon}/{d}/{y}",
    "{Month}.{d}.{y}", "{Mon}.{d},{y}", "{y}-{Mon}-{dd}", "{y} {Month} {d}", "{y}/{Mon}/{dd}",
    "{dd}{MON}{y}", "{y}-{mm}-{dd}", "{y}/{mm}/{dd}", "{y}.{mm}.{dd}",
    "{Weekday}, {Month} {d}, {y}",
    "{Weekday} {d} {Month} {y}", "{MONTH} {d}, {y}",
)  # fmt: skip
TO_COME = "The dam will burst on {} near Lyon."
PAST = "The dam burst on {} near Lyon."
SENTENCES = st.sampled_from(
    [TO_COME, PAST, "On {}, the dam burst.", "Since {} it has rained.", "It rained ({}).", "{}"]
)

BLANKS = st.sampled_from([" ", " ", "\n", "\xa0", "\u202f", "\t"])


def written(day: date, style: str) -> str:
    """A day in one of the styles."""
    month = MONTH_NAMES[day.month - 1]
    style = style.replace("{Mon}. ", "{Mon} ") if month == "May" else style
    return style.format(
        d=day.day, dd=f"{day.day:02}", mm=f"{day.month:02}", y=day.year, Month=month,
        MONTH=month.upper(), Mon=SHORT[day.month], MON=SHORT[day.month].upper(),
        nth=f"{day.day}{NTH.get(day.day, 'th')}", Weekday=list(WEEKDAYS)[day.weekday()].title(),
    )  # fmt: skip


@settings(max_examples=1000)
@given(DAYS, st.sampled_from(STYLES), SENTENCES, PUBLISHED, st.integers(0, 99), BLANKS)
def test_a_day_in_any_style_is_read_as_that_day(
    day: date, style: str, sentence: str, published: date | None, offset: int, blank: str
) -> None:
    told = written(day, style).replace(" ", blank)
    text = sentence.format(told)
    (mention,) = dates_in(text, published, offset)
    assert (mention.from_, mention.to) == (day, day)
    assert mention.text.rstrip(".") == told
    assert text[mention.start - offset : mention.end - offset] == mention.text


@settings(max_examples=1000)
@given(
    st.dates(date(1990, 1, 1), date(2030, 12, 31)),
    st.sampled_from(["{d}-{Mon}-{yy}", "{nth} {Mon} {yy}", "{d} {Mon} ’{yy}", "{d}.{Mon}.{yy}",
                     "{d}/{Mon}/{yy}", "{Mon} {d}, ’{yy}", "{dd}{MON}{yy}"]),
)  # fmt: skip
def test_a_short_year_is_that_of_the_century_around_publication(day: date, style: str) -> None:
    told = written(day, style.replace("{yy}", f"{day.year % 100:02}"))
    (mention,) = dates_in(f"The dam burst on {told} in rain.", date(2022, 2, 4))
    assert (mention.text, mention.from_, mention.to) == (told, day, day)


@settings(max_examples=1000)
@given(st.integers(1000, 2099), st.integers(1, 12), st.integers(1, 28), PUBLISHED)
def test_a_far_year_is_that_year(year: int, month: int, day: int, published: date | None) -> None:
    name, exact = MONTH_NAMES[month - 1], date(year, month, day)
    (mention,) = dates_in(f"He came on {day} {name} {year}, by sea.", published)
    assert (mention.from_, mention.to) == (exact, exact)
    (mention,) = dates_in(f"He came in {name} {year}, by sea.", published)
    assert mention.from_ == exact.replace(day=1)
    assert mention.to
    assert (mention.to.year, mention.to.month) == (year, month)


ERAS = ["BC", "BCE", "B.C.", "B.C.E.", "AH", "BE"]


@settings(max_examples=1000)
@given(
    st.integers(1, 2999), st.sampled_from(MONTH_NAMES), st.integers(1, 28), st.sampled_from(ERAS)
)
def test_a_year_of_another_calendar_stays_open(year: int, month: str, day: int, era: str) -> None:
    for told in (f"{month} {year} {era}", f"{day} {month} {year} {era}", f"{year} {era}"):
        found = dates_in(f"The law of {told} stands.", date(2022, 2, 4))
        assert [(m.text, m.from_) for m in found] == [(told, None)]


@settings(max_examples=1000)
@given(
    st.dates(date(1990, 1, 1), date(2060, 12, 31)),
    st.sampled_from(list(WEEKDAYS)),
    st.integers(1, 9),
)
def test_weeks_are_counted_from_the_weekday(published: date, name: str, weeks: int) -> None:
    count = ["a", "two", "three", "four", "five", "six", "seven", "eight", "nine"][weeks - 1]
    unit = "week" if weeks == 1 else "weeks"
    last = next(
        d for n in range(1, 8) if (d := published - timedelta(n)).weekday() == WEEKDAYS[name]
    )
    coming = last + timedelta(7 if last + timedelta(7) > published else 14)
    back, ahead = last - timedelta(7 * weeks), coming + timedelta(7 * weeks)
    told = f"{count} {unit}"
    for text, day in (
        (f"He fled {told} ago on {name.title()}.", back),
        (f"He fled on {name.title()}, {told} ago.", back),
        (f"The vote is {told} from {name.title()}.", ahead),
        (f"The vote is {told} on {name.title()}.", ahead),
    ):
        (mention,) = dates_in(text, published)
        assert (mention.from_, mention.to) == (day, day), text
        (mention,) = dates_in(text, None)
        assert mention.from_ is None


@settings(max_examples=1000)
@given(
    st.integers(1800, 2098),
    st.sampled_from(["winter", "the winter", "Winter"]),
    st.sampled_from([" of ", " "]),
    st.sampled_from("-–—/"),
    st.booleans(),
)
def test_a_winter_over_two_years_is_one_winter(
    year: int, name: str, joint: str, dash: str, short: bool
) -> None:
    last = f"{(year + 1) % 100:02}" if short else str(year + 1)
    (mention,) = dates_in(f"They say {name}{joint}{year}{dash}{last} was cold.", None)
    assert mention.from_ == date(year, 12, 1)
    assert mention.to == date(year + 1, 3, 1) - timedelta(1)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Two years ago, on March 25, it rained.", date(2020, 3, 25)),
        ("In 1941, on June 22, war came.", date(1941, 6, 22)),
        ("Last year, in early June, it rained.", date(2021, 6, 1)),
        ("It rained on June 22 a decade ago.", date(2012, 6, 22)),
    ],
)
def test_a_year_beside_a_day_is_its_year(text: str, day: date) -> None:
    assert dates_in(text, date(2022, 2, 4))[-1].from_ == day


@settings(max_examples=1000)
@given(
    st.dates(date(1990, 1, 1), date(2060, 12, 31)),
    st.integers(2, 40),
    st.sampled_from([("days", 1), ("weeks", 7), ("fortnights", 14)]),
    st.sampled_from([("before", -1), ("after", 1)]),
    st.sampled_from(["{d} {Month} {y}", "{Month} {d}, {y}", "the {nth} of {Month} {y}"]),
    PUBLISHED,
)
def test_days_are_counted_from_a_day(
    day: date, count: int, unit: tuple[str, int], side: tuple[str, int], style: str,
    published: date | None,
) -> None:  # fmt: skip
    told = f"{count} {unit[0]} {side[0]} {written(day, style)}"
    (mention,) = dates_in(f"The dam burst {told}.", published)
    far = day + timedelta(side[1] * count * unit[1])
    assert (mention.text, mention.from_, mention.to) == (told, far, far)


FIRST_MONTHS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}


@settings(max_examples=1000)
@given(
    st.integers(1990, 2060),
    st.sampled_from(sorted(FIRST_MONTHS)),
    st.sampled_from(["{} of {}", "the {} of {}", "{} {}", "the {} months of {}"]),
    PUBLISHED,
)
def test_a_season_of_a_year_is_three_months(
    year: int, season: str, style: str, published: date | None
) -> None:
    (mention,) = dates_in(f"It rained in {style.format(season, year)}.", published)
    assert mention.from_
    assert mention.to
    assert mention.from_.month == FIRST_MONTHS[season]
    assert mention.from_.year == year - (season == "winter")
    assert 89 <= (mention.to - mention.from_).days <= 91


@settings(max_examples=1000)
@given(st.dates(date(1990, 1, 1), date(2060, 12, 31)), st.integers(2, 9), st.booleans())
def test_a_point_behind_a_day_ends_no_sentence(day: date, died: int, short: bool) -> None:
    month = SHORT[day.month] + "." * (day.month != 5) if short else MONTH_NAMES[day.month - 1]
    text = f"The dam burst on {day.day}. {month} {day.year} and {died} miners died."
    (passage,) = split(Article("a", text)).passages
    (mention,) = dates_in(passage.quote, None)
    assert (mention.from_, mention.to) == (day, day)
