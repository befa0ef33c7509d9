"""What the names of single days denote: dates of a month, weekdays, holidays."""

import re
from collections.abc import Iterator
from datetime import date

from workbench.core.reading.dates import calendar as cal
from workbench.core.reading.dates.calendar import FUTURE, PAST, Span
from workbench.core.reading.dates.frame import (
    Frame,
    Reading,
    capital,
    group,
    is_month,
    month_in,
    neighbour,
    one,
    told_year,
    way_of,
    year_in,
)
from workbench.core.reading.dates.words import COUNTED, WEEKDAYS, ordinal_of, year_of


def iso(match: re.Match[str], frame: Frame) -> Iterator[Reading]:
    """2016-09-12 (ISO 8601)."""
    days = cal.a_day(int(match["y"]), int(match["m"]), int(match["d"]))
    if days:
        yield from one(match, days)


def numeric(match: re.Match[str], frame: Frame) -> Iterator[Reading]:
    """21/02/2025; unresolved where day and month could change places."""
    a, b = int(match["a"]), int(match["b"])
    year = year_of(match["y"], frame.published.year if frame.published else None)
    both = {d for d in (cal.a_day(year, a, b), cal.a_day(year, b, a)) if d}
    if both:
        yield from one(match, both.pop() if len(both) == 1 else None)


def september_11(match: re.Match[str], frame: Frame) -> Iterator[Reading]:
    """The attacks of 2001 are known by their day."""
    yield from one(match, cal.a_day(2001, 9, 11))


FRESH = 31
"""Days around publication in which a day without a year is that of the news itself."""


def _day(frame: Frame, month: int, day: int, year: int | None, way: int) -> Span | None:
    """The day of a month; without a year the one that the article gave it before, or by tense."""
    if year is not None:
        return cal.a_day(year, month, day)
    known = frame.ahead.years.get((month, day))
    told = cal.a_day(known, month, day) if known else None
    if frame.published is None:
        return told
    found = cal.day_of_year_from(frame.published, month, day, way)
    if told and found and abs((found[0] - frame.published).days) > FRESH:
        return told
    return found


def day_of_month(match: re.Match[str], frame: Frame) -> Iterator[Reading]:
    """February 20; 21 Feb 2025; the 8th of May."""
    if not is_month(match, frame):
        return
    month, day = month_in(match), ordinal_of(group(match, "day"))
    year = told_year(match, frame)
    if year is None and _is_count(match, frame):
        return
    if cal.a_day(2000, month, day):
        yield from one(match, _day(frame, month, day, year, way_of(match, frame)))


def _is_count(match: re.Match[str], frame: Frame) -> bool:
    """Whether the number after a month counts what follows: "in June 20 people died"."""
    led = frame.lower.endswith("in ", 0, match.start())
    return led and COUNTED.match(frame.text, match.end()) is not None


def days_of_month(match: re.Match[str], frame: Frame) -> Iterator[Reading]:
    """February 8 and 14; 8 and 14 February: each day is a date of its own."""
    if not is_month(match, frame):
        return
    month, year, way = month_in(match), year_in(match, frame), way_of(match, frame)
    spans = match.groupdict()
    for name in ("d1", "d2", "d3", "d4"):
        if spans.get(name):
            whole = {"d1": "first", "d4": "last"}.get(name, name)
            whole = whole if spans.get(whole) else name
            days = _day(frame, month, ordinal_of(match[name]), year, way)
            yield Reading(match.start(whole), match.end(whole), days)


def day_range(match: re.Match[str], frame: Frame) -> Iterator[Reading]:
    """Feb. 8-14; March 30–April 2; between March 3 and 5."""
    if not is_month(match, frame):
        return
    month, year, way = month_in(match), year_in(match, frame), way_of(match, frame)
    last_month = month_in(match, "month2") if group(match, "month2") else month
    first = _day(frame, month, ordinal_of(match["first"]), year, way)
    if first is None:
        yield from one(match, None)
        return
    last = cal.a_day(first[0].year + (last_month < month), last_month, ordinal_of(match["last"]))
    if last and first[0] < last[1]:
        yield from one(match, (first[0], last[1]))


def two_weekdays(match: re.Match[str], frame: Frame) -> Iterator[Reading]:
    """Thursday and Friday: one span if the days follow each other, else two dates."""
    first, last = WEEKDAYS[group(match, "first")], WEEKDAYS[group(match, "last")]
    which, way = group(match, "which"), way_of(match, frame)
    start = _weekday(match, frame, first, which)
    end = cal.shift(start[0], (last - first) % 7) if start else None
    if (last - first) % 7 == 1 or re.search(r" (?:to|through|until) ", match[0], re.IGNORECASE):
        if start and end and frame.published and way != FUTURE and end > frame.published:
            start, end = cal.days(start[0], -7, -7), cal.shift(end, -7)
        yield from one(match, (start[0], end) if start and end else None)
        return
    yield Reading(match.start(), match.end("first"), start)
    yield Reading(match.start("last"), match.end("last"), _weekday(match, frame, last))


def _weekday(match: re.Match[str], frame: Frame, number: int, which: str = "") -> Span | None:
    """The weekday meant: "last" and "next" leave the day of publication out.

    "This Friday" lies in the week of publication, "the following Friday" after the
    date named before. Without a word that tells, the tense does; a clause of no
    tense (a headline, a heading) is about the past.
    """
    word = which.rsplit(maxsplit=1)[-1] if which else ""
    origin = frame.published
    if word in {"previous", "following"}:
        named = frame.named(match.start())
        origin = named[0] if named else None
    if origin is None:
        return None
    if word == "this":
        week = cal.a_week(origin)
        return cal.days(week[0], number, number) if week else None
    told = _TOLD.get(word, 0)
    day = cal.shift(origin, told)
    way = told or (FUTURE if way_of(match, frame) == FUTURE else PAST)
    found = cal.weekday_from(day, number, way) if day else None
    return (found, found) if found else None


_TOLD = dict.fromkeys(("last", "past", "previous"), PAST)
_TOLD |= dict.fromkeys(("next", "coming", "following"), FUTURE)

_TITLE_AROUND = re.compile(
    r"(?:/|\b(?:Black|Good|Bloody|Super|Ash|Palm|Easter|Cyber|Fat|Holy|Maundy|Ruby|Casual|Freaky|Sheffield"
    r"|Giving|Bible|Manic|Robert|Joe|News)\s)$"
)

_TITLE_AFTER = re.compile(
    r"\s(?:Times|News|Telegraph|Mail|Mirror|Express|Night Live|Night Football|Night Lights|Review|Post|World"
    r"|Night Fever|People|Harbor|Island|Adams|Today|Mass|Evening Post|Herald|Show)\b"
)

_EVERY = re.compile(r"\b(?:every|each|any|most|on a|are|always on)\s(?:other\s)?$", re.IGNORECASE)


def weekday_alone(match: re.Match[str], frame: Frame) -> Iterator[Reading]:
    """On Thursday; early Wednesday; next Monday; Friday night."""
    text = frame.text
    if _EVERY.search(text, max(0, match.start() - 12), match.start()):
        return
    before = text[max(0, match.start() - 12) : match.start()]
    if _TITLE_AROUND.search(before) or _TITLE_AFTER.match(text, match.end("weekday")):
        return
    number, which = WEEKDAYS[group(match, "weekday")], group(match, "which")
    yield from one(match, _weekday(match, frame, number, which))


def weekday_of_week(match: re.Match[str], frame: Frame) -> Iterator[Reading]:
    """Thursday of last week."""
    week = neighbour(match, "week", frame)
    number = WEEKDAYS[group(match, "weekday")]
    yield from one(match, cal.days(week[0], number, number) if week else None)


_NAMED_TODAY = re.compile(r"(?:\b[A-Z][\w.&]*|['’]s)\s$")


def deictic_day(match: re.Match[str], frame: Frame) -> Iterator[Reading]:
    """Yesterday, today, tomorrow, tonight, last night, this morning."""
    words = match[0]
    before = frame.text[max(0, match.start() - 25) : match.start()]
    if (
        frame.cased
        and frame.text[match.start() : match.end()].istitle()
        and _NAMED_TODAY.search(before)
    ):
        return
    offset = next((n for word, n in _DEICTIC if word in words), 0)
    yield from one(match, cal.days(frame.published, offset, offset) if frame.published else None)


_DEICTIC = (
    ("before yesterday", -2),
    ("after tomorrow", 2),
    ("yesterday", -1),
    ("tomorrow", 1),
    ("last night", -1),
)


def overnight(match: re.Match[str], frame: Frame) -> Iterator[Reading]:
    """The night before publication, which touches two days."""
    yield from one(match, cal.days(frame.published, -1, 0) if frame.published else None)


def neighbour_day(match: re.Match[str], frame: Frame) -> Iterator[Reading]:
    """The next day; the day before: counted from the date named before."""
    words = match["way"] or match["which"] or "same"
    offset = {"next": 1, "following": 1, "after": 1, "previous": -1, "preceding": -1, "before": -1}
    count = offset.get(words, 0)
    named = frame.named_day(match.start())
    if named is None and words == "same" and match[0].startswith("that"):
        return
    yield from one(match, cal.days(named[0], count, count) if named else None)


_HOLIDAYS = {"christmas eve": (12, 24), "christmas": (12, 25), "new year": (1, 1)}

_HOLIDAYS |= {"valentine": (2, 14), "halloween": (10, 31), "fourth": (7, 4), "4th": (7, 4)}


def _holiday(name: str, year: int) -> date:
    """The day on which a holiday fell in a year."""
    if "good friday" in name or "easter" in name:
        offset = -2 if "good" in name else 1 if "monday" in name else 0
        return date.fromordinal(cal.easter(year).toordinal() + offset)
    if "thanksgiving" in name:
        return cal.nth_weekday(year, 11, 3, 4)
    if name.startswith("new year") and name.endswith("eve"):
        return date(year, 12, 31)
    month, day = next(day for word, day in _HOLIDAYS.items() if name.startswith(word))
    return date(year, month, day)


def holiday(match: re.Match[str], frame: Frame) -> Iterator[Reading]:
    """Christmas Day; Thanksgiving (of the United States); Easter 2021."""
    name, year = group(match, "holiday"), year_in(match, frame)
    if not capital(match, frame, "holiday") and "of july" not in name:
        return
    if year is None and frame.published:
        way, published = way_of(match, frame), frame.published
        years = (published.year + n for n in (-1, 0, 1))
        around = [_holiday(name, y) for y in years if date.min.year <= y <= date.max.year]
        fit = [d for d in around if (d - published).days * way >= 0] or around
        day = min(fit, key=lambda d: abs((d - published).days))
        yield from one(match, (day, day))
    else:
        found = _holiday(name, year) if year is not None else None
        yield from one(match, (found, found) if found else None)


def day_of_this_month(match: re.Match[str], frame: Frame) -> Iterator[Reading]:
    """On the 14th: of the month of publication, or its neighbour by tense."""
    published, number = frame.published, ordinal_of(match["day"])
    if published is None or number > 31:
        yield from one(match, None)
        return
    way = way_of(match, frame)
    offset = (number < published.day) if way == FUTURE else -(number > published.day)
    month = cal.a_month(published.year, published.month + offset)
    yield from one(match, cal.a_day(month[0].year, month[0].month, number) if month else None)
