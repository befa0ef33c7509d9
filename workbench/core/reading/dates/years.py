"""What years, their quarters and halves, decades and centuries denote."""

import re
from collections.abc import Iterator

from workbench.core.reading.dates import calendar as cal
from workbench.core.reading.dates.calendar import FUTURE
from workbench.core.reading.dates.frame import (
    Frame,
    Reading,
    group,
    one,
    told_year,
    way_of,
    year_in,
)
from workbench.core.reading.dates.words import COUNTED, number_of, ordinal_of, year_of


def quarter_of_year(match: re.Match[str], frame: Frame) -> Iterator[Reading]:
    """Q3 2021; the second quarter of 2020; last year's first quarter."""
    number = int(group(match, "q") or 0) or ordinal_of(group(match, "word"))
    year = told_year(match, frame)
    yield from one(match, cal.a_quarter(year, number) if year is not None else None)


def business_quarter(match: re.Match[str], frame: Frame) -> Iterator[Reading]:
    """Third-quarter profit: the last such quarter that has ended; no quarter of a game."""
    if not frame.business:
        return
    number, published = ordinal_of(match["word"]), frame.published
    if published is None:
        yield from one(match, None)
        return
    ahead = way_of(match, frame) == FUTURE
    current = (published.month + 2) // 3
    year = published.year + (number < current if ahead else -(number > current))
    yield from one(match, cal.a_quarter(year, number))


def half_of_year(match: re.Match[str], frame: Frame) -> Iterator[Reading]:
    """The first half of 2020."""
    told = match["year"] is not None
    year = year_in(match, frame) if told else frame.published.year if frame.published else None
    first = 1 if group(match, "word") == "first" else 7
    yield from one(match, cal.months(year, first, 6) if year is not None else None)


def months_of_year(match: re.Match[str], frame: Frame) -> Iterator[Reading]:
    """The first three months of 2024."""
    year, count = year_in(match, frame), number_of(match["count"])
    if year is not None and 0 < count < 12:
        first = 1 if match["word"] == "first" else 13 - count
        yield from one(match, cal.months(year, first, count))


_TENS = [
    "twenties",
    "thirties",
    "forties",
    "fifties",
    "sixties",
    "seventies",
    "eighties",
    "nineties",
]


def decade(match: re.Match[str], frame: Frame) -> Iterator[Reading]:
    """The 1990s; the ’60s; the nineties."""
    word = group(match, "word")
    digits = group(match, "decade").lstrip("'’‘") if not word else f"{_TENS.index(word) + 2}"
    year = int(digits) * 10 if len(digits) == 3 else year_of(f"{digits}0")
    yield from one(match, cal.a_year(year, 10))


def century(match: re.Match[str], frame: Frame) -> Iterator[Reading]:
    """The 19th century: 1801 to 1900, too long to place an event."""
    number = ordinal_of(match["ordinal"])
    days = cal.a_year(100 * number - 99, 100) if 0 < number < 100 else None
    yield from one(match, days, vague=True)


def year_range(match: re.Match[str], frame: Frame) -> Iterator[Reading]:
    """2010–2014; the 1987-88 season."""
    first, last = int(match["first"]), int(match["last"])
    last = first // 100 * 100 + last if len(match["last"]) == 2 else last
    if first < last < first + 100:
        yield from one(match, cal.a_year(first, last - first + 1))


def year_named(match: re.Match[str], frame: Frame) -> Iterator[Reading]:
    """The year 2000; early 1991; fiscal 1989 (read as the calendar year it is named by)."""
    year = year_in(match, frame)
    if year is not None and not COUNTED.match(frame.text, match.end()):
        yield from one(match, cal.a_year(year))


_YEAR_LED = re.compile(
    r"\b(?:in|since|by|until|till|from|of|during|between|before|after|year|circa|early|late|mid"
    r"|throughout|through|due|than|for|to|fiscal|and|with|as|january|february|march|april|may|june"
    r"|july|august|september|october|november|december|spring|summer|autumn|fall|winter)\s$|[(]$|['’]s\s$",
    re.IGNORECASE,
)

_AMOUNT_LED = re.compile(
    r"(?:\b(?:some|nearly|almost|at least|at most|more than|less than|fewer than|over|approximately"
    r"|roughly|up to|no|number|room|flight|route|highway|page|model|size|another|estimated|US|C|A)"
    r"|[$£€#©]|\(c\)|copyright)\s?$",
    re.IGNORECASE,
)

_NAME_LED = re.compile(r"(?<!^)\b(?!I\b)[A-Z][\w-]*\s$")

_PLURAL_FOLLOWS = re.compile(r"\s[a-z]{2,}(?<!ss|us|is)s\b")

_SURE_FOLLOWS = re.compile(r"(?:['’]s\b|[.,;:!?)\]”\"—–]|\s*$|\s[a-z])")


def year_spelled(match: re.Match[str], frame: Frame) -> Iterator[Reading]:
    """Nineteen ninety-eight; two thousand only where a preposition makes it a year."""
    led = _YEAR_LED.search(frame.text[max(0, match.start() - 15) : match.start()])
    nineteen = group(match, "year").startswith("nineteen")
    if COUNTED.match(frame.text, match.end()) or not (led or nineteen):
        return
    yield from year_named(match, frame)


def year_alone(match: re.Match[str], frame: Frame) -> Iterator[Reading]:
    """2014, where nothing makes it a count, an address or a part of a name."""
    text, year = frame.text, int(match["year"])
    before = text[max(0, match.start() - 20) : match.start()]
    if COUNTED.match(text, match.end()) or _AMOUNT_LED.search(before):
        return
    led = bool(_YEAR_LED.search(before))
    if _NAME_LED.search(before) and not led and frame.cased:
        return
    round_or_old = year % 100 == 0 or year < 1900
    if round_or_old and not (led or (year == 2000 and re.search(r"\b(?:the|a|an)\s$", before))):
        return
    if (
        (round_or_old or not led)
        and _PLURAL_FOLLOWS.match(text, match.end())
        and not _DETERMINED.search(before)
    ):
        return
    if year < 1900 and not _SURE_FOLLOWS.match(text, match.end()):
        return
    yield from one(match, cal.a_year(year))


_DETERMINED = re.compile(r"(?:\b(?:the|its|his|her|their|our)(?: \w+)?|['’]s)\s$", re.IGNORECASE)
