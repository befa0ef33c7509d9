"""What periods denote: months, weeks and years told by their place beside a day."""

import re
from collections.abc import Iterator
from datetime import date

from workbench.core.reading.dates import calendar as cal
from workbench.core.reading.dates.calendar import FUTURE, PAST, UNKNOWN, Span
from workbench.core.reading.dates.frame import (
    Frame,
    Reading,
    capital,
    group,
    is_month,
    month_in,
    moved,
    neighbour,
    one,
    told_year,
    way_of,
    year_in,
)
from workbench.core.reading.dates.words import number_of


def month_of_year(match: re.Match[str], frame: Frame) -> Iterator[Reading]:
    """March 2014; late February 1998."""
    year = year_in(match, frame)
    if year is not None and is_month(match, frame):
        yield from one(match, cal.a_month(year, month_in(match)))


def month_by_year(match: re.Match[str], frame: Frame) -> Iterator[Reading]:
    """March last year; October of that year."""
    if not is_month(match, frame):
        return
    year = neighbour(match, "year", frame)
    yield from one(match, cal.a_month(year[0].year, month_in(match)) if year else None)


def months_named(match: re.Match[str], frame: Frame) -> Iterator[Reading]:
    """January–March 2024 is one stretch; from January to March names two months."""
    year = told_year(match, frame)
    stretch_of = match["joint"].strip() in {"-", "–", "—"}
    led = _MONTH_SURE.search(frame.text, max(0, match.start() - 12), match.start())
    if not (led or year or stretch_of) or not (capital(match, frame, "first") or not frame.cased):
        return
    first, last = (_of_year(match, frame, name, year) for name in ("first", "last"))
    if year and first and last and first > last:
        first = cal.a_month(first[0].year - 1, first[0].month)
    if stretch_of:
        both = (first[0], last[1]) if first and last and first <= last else None
        yield from one(match, both)
        return
    yield Reading(match.start("first"), match.end("first"), first)
    yield Reading(match.start("last"), match.end("text"), last)


def _of_year(match: re.Match[str], frame: Frame, name: str, year: int | None) -> Span | None:
    """A month of the year given, or the one meant by the tense."""
    month = month_in(match, name)
    if year is not None:
        return cal.a_month(year, month)
    if frame.published is None:
        return None
    return cal.month_from(frame.published, month, way_of(match, frame))


_MONTH_LED = re.compile(
    r"\b(?:in|since|by|until|till|of|from|to|through|during|for|before|after|between|and|or|this|last"
    r"|next|early|late|mid|on|than|the|a|an|every|each|as of|['’]s|past|coming|throughout)[ -]$",
    re.IGNORECASE,
)

_MONTH_SURE = re.compile(
    r"\b(?:in|since|by|until|till|from|through|during|before|after|between|of|this|last|next|early"
    r"|late|mid)[ -]$",
    re.IGNORECASE,
)

_HABIT = re.compile(r"\b(?:every|each|any)\s(?:\w+\s)?$", re.IGNORECASE)

_NAME_FOLLOWS = re.compile(r"\s(?!I\b)[A-Z][a-z]")

_CAPITAL_BEFORE = re.compile(r"(?:^|\s)[A-Z][\w.]*\s$")


def month_alone(match: re.Match[str], frame: Frame) -> Iterator[Reading]:
    """In March; last May; by mid-November."""
    name, which = group(match, "month"), group(match, "which")
    led = bool(which) or match.start("month") > match.start()
    before = frame.text[max(0, match.start() - 12) : match.start()]
    if _HABIT.search(before) or not (led or _is_bare_month(match, frame, before)):
        return
    if not is_month(match, frame) or (len(name) < 5 and name in {"jan", "mar", "dec", "sep"}):
        return
    told = _TOLD.get(which.split()[-1] if which else "", UNKNOWN)
    origin = frame.published
    if which.endswith(("following", "previous")):
        named = frame.named(match.start())
        origin = named[0] if named else None
    if origin is None:
        yield from one(match, None)
        return
    tense = UNKNOWN if told else way_of(match, frame)
    yield from one(match, _month_from(origin, month_in(match), told, tense))


_TOLD = {"last": PAST, "past": PAST, "previous": PAST}
_TOLD |= {"next": FUTURE, "coming": FUTURE, "following": FUTURE}


def _is_bare_month(match: re.Match[str], frame: Frame, before: str) -> bool:
    """Whether a month's name that stands alone is the month, and not a person or a verb."""
    name = group(match, "month")
    if name in {"may", "march", "mar", "jan", "june", "april", "august"} or not frame.cased:
        sure = _MONTH_SURE.search(before)
        return bool(sure) and not (frame.cased and _NAME_FOLLOWS.match(frame.text, match.end()))
    if _MONTH_LED.search(before):
        return True
    return not (_CAPITAL_BEFORE.search(before) or _NAME_FOLLOWS.match(frame.text, match.end()))


def _month_from(published: date, month: int, told: int, tense: int) -> Span | None:
    """The month meant: "last" and "next" leave the month of publication out."""
    if told and month == published.month:
        return cal.a_month(published.year + told, month)
    return cal.month_from(published, month, told or tense)


def period(match: re.Match[str], frame: Frame) -> Iterator[Reading]:
    """This week; earlier this month; last year; the same day; that year."""
    if frame.cased and match.start() > 0 and capital(match, frame, "unit"):
        return  # the title of a programme
    yield from one(match, neighbour(match, group(match, "unit"), frame))


def weekend(match: re.Match[str], frame: Frame) -> Iterator[Reading]:
    """The weekend: the last one that has begun, or the coming one, by tense."""
    if frame.published is None:
        yield from one(match, None)
        return
    ahead = way_of(match, frame) == FUTURE or frame.published.weekday() >= 5
    yield from one(match, cal.a_weekend(frame.published, 0 if ahead else -1))


def this_period(match: re.Match[str], frame: Frame) -> Iterator[Reading]:
    """The end of the month; year-end: the period in which the article was published.

    "Earlier in the day" is the day that was named before.
    """
    unit = group(match, "unit")
    if unit == "day":
        yield from one(match, frame.named_day(match.start()))
        return
    yield from one(match, cal.unit(frame.published, unit, 0) if frame.published else None)


def time_ago(match: re.Match[str], frame: Frame) -> Iterator[Reading]:
    """Two days ago; a year ago: as exact as its unit (a day for weeks and hours)."""
    unit = group(match, "unit").replace("centurie", "century")
    count = number_of(match["count"]) if "count" in match.re.groupindex else 1
    way = 1 if group(match, "way") in {"from now", "hence"} else -1
    half = "half" in match[0]
    yield from one(match, moved(frame.published, unit, way * count) if not half else None)


def time_from(match: re.Match[str], frame: Frame) -> Iterator[Reading]:
    """A year earlier; two days later: counted from the date named before, if one was.

    A comparison with "a year earlier" in an article that named no date looks from
    the year of publication.
    """
    unit, back = group(match, "unit"), group(match, "way") in {"earlier", "before"}
    if group(match, "way") in {"before", "after"} and not _ENDS.match(frame.text, match.end()):
        return
    count = number_of(match["count"]) * (-1 if back else 1)
    named = frame.named(match.start())
    origin = named[0] if named else None
    if back and unit == "year":
        origin = origin if origin and not frame.published else frame.published
    exact = unit in {"year", "month"} or (named is not None and named[0] == named[1])
    yield from one(match, moved(origin, unit, count) if exact else None)


_ENDS = re.compile(r"\s*(?:[.,;:)”\"]|$|in\b|at\b|when\b)")


def time_to_come(match: re.Match[str], frame: Frame) -> Iterator[Reading]:
    """In two weeks, in five years, in a clause about the future; else a duration."""
    unit = group(match, "unit").replace("centurie", "century")
    if way_of(match, frame) != FUTURE or unit in {"hour", "minute"}:
        return
    yield from one(match, moved(frame.published, unit, number_of(match["count"])))


def stretch(match: re.Match[str], frame: Frame) -> Iterator[Reading]:
    """The past week; the last five years; the next three months."""
    ahead = group(match, "way") in {"next", "coming"}
    unit = group(match, "unit").replace("centurie", "century")
    count = number_of(match["count"]) if "count" in match.re.groupindex else 1
    if frame.published is None or unit in {"hour", "minute"}:
        span = cal.days(frame.published, -1, 0) if frame.published and not ahead else None
        yield from one(match, span if count <= 24 else None)
        return
    yield from one(match, cal.rolling(frame.published, unit, count if ahead else -count))


def vague(match: re.Match[str], frame: Frame) -> Iterator[Reading]:
    """Recently; for months; several years ago: no days can be given."""
    yield from one(match, None, vague=True)


def season_of_year(match: re.Match[str], frame: Frame) -> Iterator[Reading]:
    """Spring 2021; the winter of 1947."""
    year = year_in(match, frame)
    yield from one(match, cal.a_season(year, group(match, "season")) if year else None)


def season_alone(match: re.Match[str], frame: Frame) -> Iterator[Reading]:
    """Last summer; this fall; next spring."""
    published, which = frame.published, group(match, "which").split()[-1]
    if published is None:
        yield from one(match, None)
        return
    years = (published.year + n for n in (-1, 0, 1, 2))
    spans = [s for y in years if (s := cal.a_season(y, group(match, "season")))]
    if which in {"last", "past"}:
        found = [s for s in spans if s[1] < published][-1:]
    elif which in {"next", "coming"}:
        found = [s for s in spans if s[0] > published][:1]
    else:
        found = [s for s in spans if s[1].year == published.year][:1]
    yield from one(match, found[0] if found else None)
