"""What a date expression denotes: one reader per kind of form.

A reader takes the match of a form (see `date_grammar`) and the frame in which
it stands, and yields readings: a span of text with the days that it denotes.
Vague edges ("early 2020", "the end of March", "earlier this week") denote the
whole period: it is the tightest bound that the words themselves give.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from workbench.core.datelines import MONTHS
from workbench.core.signals import calendar as cal
from workbench.core.signals.calendar import FUTURE, PAST, UNKNOWN, Span
from workbench.core.signals.date_words import (
    COUNTED,
    LOOKS_AHEAD,
    LOOKS_BACK,

    TENSE,
    WEEKDAYS,
    number_of,
    ordinal_of,
    year_of,
)

CLAUSE = 90
"""Characters before and after a date in which the tense of its clause is looked for."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A span of the sentence and the days it denotes; None where that is not known."""

    start: int
    end: int
    days: Span | None
    vague: bool = False


@dataclass(frozen=True)
class Frame:
    """Where an expression stands: its sentence, the day of publication, the date before.

    `before` is the last date that the article named ahead of this sentence: what
    "the next day" and "two weeks later" count from.
    """

    text: str
    published: date | None = None
    before: Span | None = None

    @cached_property
    def cased(self) -> bool:
        """Whether the sentence is written with capitals and small letters."""
        return not (self.text.isupper() or self.text.islower())

    def way(self, start: int, end: int) -> int:
        """Which way the clause around a span looks: PAST, FUTURE or UNKNOWN."""
        before = self.text[max(0, start - CLAUSE) : start]
        if LOOKS_AHEAD.search(before):
            return FUTURE
        if LOOKS_BACK.search(before):
            return PAST
        before = before[max(before.rfind(mark) for mark in ";:“”\"") + 1 :]
        cues = list(TENSE.finditer(before))
        cue = cues[-1] if cues else TENSE.search(self.text, end, end + CLAUSE)
        if cue is None:
            return UNKNOWN
        return FUTURE if cue["future"] else PAST


def _group(match: re.Match[str], name: str) -> str:
    """A group's text in lower case; "" where the pattern has none or it is unset."""
    return (match.groupdict().get(name) or "").lower()


def _one(match: re.Match[str], days: Span | None, vague: bool = False) -> Iterator[Reading]:
    """The one reading of a match, over its group `text` or the whole."""
    group = "text" if "text" in match.re.groupindex else 0
    yield Reading(match.start(group), match.end(group), days, vague)


def _month(match: re.Match[str], group: str = "month") -> int:
    return MONTHS[_group(match, group).rstrip(".")]


def _year(match: re.Match[str], frame: Frame) -> int | None:
    words = _group(match, "year")
    return year_of(words, frame.published.year if frame.published else None) if words else None


def _way(match: re.Match[str], frame: Frame) -> int:
    return frame.way(match.start(), match.end())


def _is_month(match: re.Match[str], frame: Frame, group: str = "month") -> bool:
    """Whether "may", "march", "sun" and the like are the month here, by their capital."""
    return match[group][0].isupper() or not frame.cased


def iso(match: re.Match[str], frame: Frame) -> Iterator[Reading]:
    """2016-09-12 (ISO 8601)."""
    days = cal.a_day(int(match["y"]), int(match["m"]), int(match["d"]))
    if days:
        yield from _one(match, days)


def numeric(match: re.Match[str], frame: Frame) -> Iterator[Reading]:
    """21/02/2025; unresolved where day and month could change places."""
    a, b = int(match["a"]), int(match["b"])
    year = year_of(match["y"], frame.published.year if frame.published else None)
    both = {d for d in (cal.a_day(year, a, b), cal.a_day(year, b, a)) if d}
    if both:
        yield from _one(match, both.pop() if len(both) == 1 else None)


def september_11(match: re.Match[str], frame: Frame) -> Iterator[Reading]:
    """The attacks of 2001 are known by their day."""
    yield from _one(match, cal.a_day(2001, 9, 11))


def _day(frame: Frame, month: int, day: int, year: int | None, way: int) -> Span | None:
    if year is not None:
        return cal.a_day(year, month, day)
    if frame.published is None:
        return None
    return cal.day_of_year_from(frame.published, month, day, way)


def day_of_month(match: re.Match[str], frame: Frame) -> Iterator[Reading]:
    """February 20; 21 Feb 2025; the 8th of May."""
    if not _is_month(match, frame):
        return
    month, day = _month(match), ordinal_of(_group(match, "day"))
    if cal.a_day(2000, month, day):
        yield from _one(match, _day(frame, month, day, _year(match, frame), _way(match, frame)))


def days_of_month(match: re.Match[str], frame: Frame) -> Iterator[Reading]:
    """February 8 and 14: each day is a date of its own."""
    if not _is_month(match, frame):
        return
    month, year, way = _month(match), _year(match, frame), _way(match, frame)
    for name in ("first", "d2", "d3", "d4"):
        if match[name]:
            start = match.start() if name == "first" else match.start(name)
            days = _day(frame, month, ordinal_of(match[name]), year, way)
            yield Reading(start, match.end(name), days)


def day_range(match: re.Match[str], frame: Frame) -> Iterator[Reading]:
    """Feb. 8-14; March 30–April 2; between March 3 and 5."""
    if not _is_month(match, frame):
        return
    month, year, way = _month(match), _year(match, frame), _way(match, frame)
    last_month = _month(match, "month2") if _group(match, "month2") else month
    first = _day(frame, month, ordinal_of(match["first"]), year, way)
    if first is None:
        yield from _one(match, None)
        return
    last = cal.a_day(first[0].year + (last_month < month), last_month, ordinal_of(match["last"]))
    if last and first[0] < last[1]:
        yield from _one(match, (first[0], last[1]))


def month_of_year(match: re.Match[str], frame: Frame) -> Iterator[Reading]:
    """March 2014; late February 1998."""
    year = _year(match, frame)
    if year is not None and _is_month(match, frame):
        yield from _one(match, cal.a_month(year, _month(match)))


def month_by_year(match: re.Match[str], frame: Frame) -> Iterator[Reading]:
    """March last year; October of that year."""
    if not _is_month(match, frame):
        return
    year = _neighbour(_group(match, "which"), "year", frame)
    yield from _one(match, cal.a_month(year[0].year, _month(match)) if year else None)


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
    name, which = _group(match, "month"), _group(match, "which")
    led = bool(which) or match.start("month") > match.start()
    before = frame.text[max(0, match.start() - 12) : match.start()]
    if _HABIT.search(before) or not (led or _is_bare_month(match, frame, before)):
        return
    if not _is_month(match, frame) or (len(name) < 5 and name in {"jan", "mar", "dec", "sep"}):
        return
    if frame.published is None:
        yield from _one(match, None)
        return
    way = {"last": PAST, "next": FUTURE}.get(which.split()[-1] if which else "", UNKNOWN)
    yield from _one(match, _month_from(frame.published, _month(match), way, _way(match, frame)))


def _is_bare_month(match: re.Match[str], frame: Frame, before: str) -> bool:
    """Whether a month's name that stands alone is the month, and not a person or a verb."""
    name = _group(match, "month")
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


def two_weekdays(match: re.Match[str], frame: Frame) -> Iterator[Reading]:
    """Thursday and Friday: one span if the days follow each other, else two dates."""
    first, last = WEEKDAYS[_group(match, "first")], WEEKDAYS[_group(match, "last")]
    which, way = _group(match, "which"), _way(match, frame)
    start = _weekday(frame, first, which, way)
    end = cal.shift(start[0], (last - first) % 7) if start else None
    if (last - first) % 7 == 1 or re.search(r" (?:to|through|until) ", match[0], re.IGNORECASE):
        if start and end and frame.published and way != FUTURE and end > frame.published:
            start, end = cal.days(start[0], -7, -7), cal.shift(end, -7)
        yield from _one(match, (start[0], end) if start and end else None)
        return
    yield Reading(match.start(), match.end("first"), start)
    yield Reading(match.start("last"), match.end("last"), _weekday(frame, last, "", way))


def _weekday(frame: Frame, number: int, which: str, way: int) -> Span | None:
    """The weekday meant: "last" and "next" leave the day of publication out.

    "This Friday" lies in the week of publication. Without a word that tells, the
    tense does; a clause of no tense (a headline, a heading) is about the past.
    """
    published = frame.published
    if published is None:
        return None
    which = which.split()[-1] if which else ""
    if which in {"last", "past", "previous"}:
        day = cal.shift(published, -1)
    elif which in {"next", "coming", "following"}:
        day, way = cal.shift(published, 1), FUTURE
    elif which == "this":
        week = cal.a_week(published)
        return cal.days(week[0], number, number) if week else None
    else:
        day = published
    if which in {"last", "past", "previous"} or way != FUTURE:
        way = PAST
    found = cal.weekday_from(day, number, way) if day else None
    return (found, found) if found else None


_TITLE_AROUND = re.compile(
    r"\b(?:Black|Good|Bloody|Super|Ash|Palm|Easter|Cyber|Fat|Holy|Maundy|Ruby|Casual|Freaky|Sheffield"
    r"|Giving|Bible|Manic|Robert|Joe)\s$"
)
_TITLE_AFTER = re.compile(
    r"\s(?:Times|Telegraph|Mail|Mirror|Express|Night Live|Night Football|Night Lights|Review|Post|World"
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
    number, which = WEEKDAYS[_group(match, "weekday")], _group(match, "which")
    yield from _one(match, _weekday(frame, number, which, _way(match, frame)))


def weekday_of_week(match: re.Match[str], frame: Frame) -> Iterator[Reading]:
    """Thursday of last week."""
    week = _neighbour(_group(match, "which"), "week", frame)
    number = WEEKDAYS[_group(match, "weekday")]
    yield from _one(match, cal.days(week[0], number, number) if week else None)


_NAMED_TODAY = re.compile(r"(?:\b[A-Z][\w.&]*|['’]s)\s$")


def deictic_day(match: re.Match[str], frame: Frame) -> Iterator[Reading]:
    """Yesterday, today, tomorrow, tonight, last night, this morning."""
    words = match[0].lower()
    before = frame.text[max(0, match.start() - 25) : match.start()]
    if frame.cased and words == "today" and match[0][0] == "T" and _NAMED_TODAY.search(before):
        return
    offset = next((n for word, n in _DEICTIC if word in words), 0)
    yield from _one(match, cal.days(frame.published, offset, offset) if frame.published else None)


_DEICTIC = (
    ("before yesterday", -2),
    ("after tomorrow", 2),
    ("yesterday", -1),
    ("tomorrow", 1),
    ("last night", -1),
)


def overnight(match: re.Match[str], frame: Frame) -> Iterator[Reading]:
    """The night before publication, which touches two days."""
    yield from _one(match, cal.days(frame.published, -1, 0) if frame.published else None)


_OFFSETS = {"last": -1, "previous": -1, "preceding": -1, "next": 1, "following": 1, "coming": 1}


def _neighbour(which: str, unit: str, frame: Frame) -> Span | None:
    """The day, week, … named by its place beside the publication or the date before.

    "Last", "this" and "next" look from the day of publication; "that", "the same",
    "the previous" and "the following" from the date that the article named before.
    """
    words = which.split()
    looks_back = words[0] == "that" or words[-1] in {"same", "previous", "preceding", "following"}
    origin = (frame.before[0] if frame.before else None) if looks_back else frame.published
    return cal.unit(origin, unit, _OFFSETS.get(words[-1], 0)) if origin else None


def period(match: re.Match[str], frame: Frame) -> Iterator[Reading]:
    """This week; earlier this month; last year; the same day; that year."""
    which, unit = _group(match, "which"), _group(match, "unit")
    title = frame.cased and match["unit"][0].isupper() and match.start() > 0
    if title or (which == "that" and unit == "day" and frame.before is None):
        return
    which = "last" if which == "this past" else which
    yield from _one(match, _neighbour(which, unit, frame))


def neighbour_day(match: re.Match[str], frame: Frame) -> Iterator[Reading]:
    """The next day; the day before: counted from the date named before."""
    words = match["way"] or match["which"] or "same"
    offset = {"next": 1, "following": 1, "after": 1, "previous": -1, "preceding": -1, "before": -1}
    count = offset.get(words.lower(), 0)
    origin = frame.before[0] if frame.before and frame.before[0] == frame.before[1] else None
    yield from _one(match, cal.days(origin, count, count) if origin else None)


def weekend(match: re.Match[str], frame: Frame) -> Iterator[Reading]:
    """The weekend: the last one that has begun, or the coming one, by tense."""
    if frame.published is None:
        yield from _one(match, None)
        return
    ahead = _way(match, frame) == FUTURE or frame.published.weekday() >= 5
    yield from _one(match, cal.a_weekend(frame.published, 0 if ahead else -1))


def this_period(match: re.Match[str], frame: Frame) -> Iterator[Reading]:
    """The end of the month; year-end: the period in which the article was published."""
    unit = _group(match, "unit")
    yield from _one(match, cal.unit(frame.published, unit, 0) if frame.published else None)


def time_ago(match: re.Match[str], frame: Frame) -> Iterator[Reading]:
    """Two days ago; a year ago: as exact as its unit (a day for weeks and hours)."""
    unit = _group(match, "unit").replace("centurie", "century")
    count = number_of(match["count"]) if "count" in match.re.groupindex else 1
    way = 1 if _group(match, "way") in {"from now", "hence"} else -1
    half = "half" in match[0].lower()
    yield from _one(match, _moved(frame.published, unit, way * count) if not half else None)


def _moved(origin: date | None, unit: str, count: int) -> Span | None:
    """The period so many units from a day, as exact as its unit; a day for weeks."""
    if origin is None:
        return None
    if unit in {"hour", "minute"}:
        hours = -1 if unit == "hour" and count < 0 else 0
        return cal.days(origin, hours, 0) if count > -24 else cal.days(origin, count // 24, 0)
    if unit == "week":
        return cal.days(origin, 7 * count, 7 * count)
    return cal.unit(origin, unit, count)


def time_from(match: re.Match[str], frame: Frame) -> Iterator[Reading]:
    """A year earlier; two days later: counted from the date named before, if one was.

    A comparison with "a year earlier" in an article that named no date looks from
    the year of publication.
    """
    unit, back = _group(match, "unit"), _group(match, "way") in {"earlier", "before"}
    if _group(match, "way") in {"before", "after"} and not _ENDS.match(frame.text, match.end()):
        return
    count = number_of(match["count"]) * (-1 if back else 1)
    origin = frame.before[0] if frame.before else None
    if back and unit == "year":
        origin = origin if origin and not frame.published else frame.published
    exact = frame.before is None or unit in {"year", "month"} or frame.before[0] == frame.before[1]
    yield from _one(match, _moved(origin, unit, count) if exact else None)


_ENDS = re.compile(r"\s*(?:[.,;:)”\"]|$|in\b|at\b|when\b)")


def time_to_come(match: re.Match[str], frame: Frame) -> Iterator[Reading]:
    """In two weeks, in five years, in a clause about the future; else a duration."""
    if _way(match, frame) != FUTURE:
        return
    unit = _group(match, "unit").replace("centurie", "century")
    yield from _one(match, _moved(frame.published, unit, number_of(match["count"])))


def stretch(match: re.Match[str], frame: Frame) -> Iterator[Reading]:
    """The past week; the last five years; the next three months."""
    ahead = _group(match, "way") in {"next", "coming"}
    unit = _group(match, "unit").replace("centurie", "century")
    count = number_of(match["count"]) if "count" in match.re.groupindex else 1
    if frame.published is None or unit in {"hour", "minute"}:
        span = cal.days(frame.published, -1, 0) if frame.published and not ahead else None
        yield from _one(match, span if count <= 24 else None)
        return
    yield from _one(match, cal.rolling(frame.published, unit, count if ahead else -count))


def vague(match: re.Match[str], frame: Frame) -> Iterator[Reading]:
    """Recently; for months; several years ago: no days can be given."""
    yield from _one(match, None, vague=True)


def _told_year(match: re.Match[str], frame: Frame) -> int | None:
    """The year that stands in a match, in figures or as "last year"."""
    which = _group(match, "which")
    if which:
        year = _neighbour(which, "year", frame)
        return year[0].year if year else None
    return _year(match, frame)


def quarter_of_year(match: re.Match[str], frame: Frame) -> Iterator[Reading]:
    """Q3 2021; the second quarter of 2020; last year's first quarter."""
    number = int(_group(match, "q") or 0) or ordinal_of(_group(match, "word"))
    year = _told_year(match, frame)
    yield from _one(match, cal.a_quarter(year, number) if year is not None else None)


_BUSINESS = re.compile(
    r"\b(?:profits?|earnings|earned|sales|revenues?|income|loss(?:es)?|results|GDP|GNP|growth|econom\w+"
    r"|compan\w+|bank\w*|shares?|charges?|net|fiscal|business|invest\w+|dividend|margins?|inflation"
    r"|deliveries|orders|output|production|million|billion|subscribers|expansion|contract\w+)\b",
    re.IGNORECASE,
)


def business_quarter(match: re.Match[str], frame: Frame) -> Iterator[Reading]:
    """Third-quarter profit: the last such quarter that has ended; no quarter of a game."""
    if not _BUSINESS.search(frame.text):
        return
    number, published = ordinal_of(match["word"]), frame.published
    if published is None:
        yield from _one(match, None)
        return
    ahead = _way(match, frame) == FUTURE
    current = (published.month + 2) // 3
    year = published.year + (number < current if ahead else -(number > current))
    yield from _one(match, cal.a_quarter(year, number))


def half_of_year(match: re.Match[str], frame: Frame) -> Iterator[Reading]:
    """The first half of 2020."""
    year = _year(match, frame)
    first = 1 if _group(match, "word") == "first" else 7
    yield from _one(match, cal.months(year, first, 6) if year is not None else None)


def season_of_year(match: re.Match[str], frame: Frame) -> Iterator[Reading]:
    """Spring 2021; the winter of 1947."""
    year = _year(match, frame)
    yield from _one(match, cal.a_season(year, _group(match, "season")) if year else None)


def season_alone(match: re.Match[str], frame: Frame) -> Iterator[Reading]:
    """Last summer; this fall; next spring."""
    published, which = frame.published, _group(match, "which").split()[-1]
    if published is None:
        yield from _one(match, None)
        return
    years = (published.year + n for n in (-1, 0, 1, 2))
    spans = [s for y in years if (s := cal.a_season(y, _group(match, "season")))]
    if which in {"last", "past"}:
        found = [s for s in spans if s[1] < published][-1:]
    elif which in {"next", "coming"}:
        found = [s for s in spans if s[0] > published][:1]
    else:
        found = [s for s in spans if s[1].year == published.year][:1]
    yield from _one(match, found[0] if found else None)


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
    name, year = _group(match, "holiday"), _year(match, frame)
    if frame.cased and not match["holiday"][0].isupper() and "of july" not in name:
        return
    if year is None and frame.published:
        around = [_holiday(name, frame.published.year + n) for n in (-1, 0, 1)]
        way, published = _way(match, frame), frame.published
        fit = [d for d in around if (d - published).days * way >= 0] or around
        day = min(fit, key=lambda d: abs((d - published).days))
        yield from _one(match, (day, day))
    else:
        found = _holiday(name, year) if year is not None else None
        yield from _one(match, (found, found) if found else None)


_TENS = "twenties thirties forties fifties sixties seventies eighties nineties".split()


def decade(match: re.Match[str], frame: Frame) -> Iterator[Reading]:
    """The 1990s; the ’60s; the nineties."""
    word = _group(match, "word")
    digits = _group(match, "decade").lstrip("'’‘") if not word else f"{_TENS.index(word) + 2}"
    year = int(digits) * 10 if len(digits) == 3 else year_of(f"{digits}0")
    yield from _one(match, cal.a_year(year, 10))


def century(match: re.Match[str], frame: Frame) -> Iterator[Reading]:
    """The 19th century: 1801 to 1900."""
    number = ordinal_of(match["ordinal"])
    yield from _one(match, cal.a_year(100 * number - 99, 100) if 0 < number < 100 else None)


def year_range(match: re.Match[str], frame: Frame) -> Iterator[Reading]:
    """2010–2014; the 1987-88 season."""
    first, last = int(match["first"]), int(match["last"])
    last = first // 100 * 100 + last if len(match["last"]) == 2 else last
    if first < last < first + 100:
        yield from _one(match, cal.a_year(first, last - first + 1))


def year_named(match: re.Match[str], frame: Frame) -> Iterator[Reading]:
    """The year 2000; early 1991; fiscal 1989 (read as the calendar year it is named by)."""
    year = _year(match, frame)
    if year is not None and not COUNTED.match(frame.text, match.end()):
        yield from _one(match, cal.a_year(year))


_YEAR_LED = re.compile(
    r"\b(?:in|since|by|until|till|from|of|during|between|before|after|year|circa|early|late|mid"
    r"|throughout|through|due|than|for|to|fiscal|and|with|as|january|february|march|april|may|june"
    r"|july|august|september|october|november|december|spring|summer|autumn|fall|winter)\s$|[(]$|['’]s\s$",
    re.IGNORECASE,
)
_AMOUNT_LED = re.compile(
    r"(?:\b(?:some|nearly|almost|at least|at most|more than|less than|fewer than|over|approximately"
    r"|roughly|up to|no|number|room|flight|route|highway|page|model|size|another|estimated|US|C|A)"
    r"|[$£€#])\s?$",
    re.IGNORECASE,
)
_NAME_LED = re.compile(r"(?<!^)\b(?!I\b)[A-Z][\w-]*\s$")
_PLURAL_FOLLOWS = re.compile(r"\s[a-z]{2,}(?<!ss|us|is)s\b")
_SURE_FOLLOWS = re.compile(r"(?:['’]s\b|[.,;:!?)\]”\"—–]|\s*$|\s[a-z])")


def year_spelled(match: re.Match[str], frame: Frame) -> Iterator[Reading]:
    """Nineteen ninety-eight; two thousand only where a preposition makes it a year."""
    led = _YEAR_LED.search(frame.text[max(0, match.start() - 15) : match.start()])
    nineteen = _group(match, "year").startswith("nineteen")
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
    if (round_or_old or not led) and _PLURAL_FOLLOWS.match(text, match.end()) and not _DETERMINED.search(before):
        return
    if year < 1900 and not _SURE_FOLLOWS.match(text, match.end()):
        return
    yield from _one(match, cal.a_year(year))


_DETERMINED = re.compile(r"(?:\b(?:the|its|his|her|their|our)(?: \w+)?|['’]s)\s$", re.IGNORECASE)


def day_of_this_month(match: re.Match[str], frame: Frame) -> Iterator[Reading]:
    """On the 14th: of the month of publication, or its neighbour by tense."""
    published, number = frame.published, ordinal_of(match["day"])
    if published is None or number > 31:
        yield from _one(match, None)
        return
    way = _way(match, frame)
    offset = (number < published.day) if way == FUTURE else -(number > published.day)
    month = cal.a_month(published.year, published.month + offset)
    yield from _one(match, cal.a_day(month[0].year, month[0].month, number) if month else None)


