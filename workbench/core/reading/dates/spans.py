"""Days, weeks, months and years as spans of days: the arithmetic behind dates.

A span is a pair of days, both inclusive. Weeks are those of ISO 8601 (Monday to
Sunday), quarters those of the calendar year, seasons those of meteorology in the
northern hemisphere (spring is March to May; a winter bears the year of its
January). Functions return None where the calendar ends (years 1 to 9999).
"""

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from workbench.core.lexicon.en.time_words import SEASONS

Span = tuple[date, date]

PAST, UNKNOWN, FUTURE = -1, 0, 1
"""Which way an expression looks from the day of publication."""

FAR = 300
"""Days: a day of the year so far off one way is read the other way if that is near."""
NEAR = 62
"""Days within which the other reading counts as near."""


def a_day(year: int, month: int, day: int) -> Span | None:
    """One day, or None if there is none of that number."""
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return found, found


def a_month(year: int, month: int) -> Span | None:
    """A whole month; months beyond 1–12 run over into other years."""
    return months(year, month, 1)


def months(year: int, month: int, count: int) -> Span | None:
    """`count` whole months from the given one on; months beyond 1–12 run over."""
    first, last = year * 12 + month - 1, year * 12 + month + count - 2
    if first < 12 or last >= 120_000:
        return None
    start = date(first // 12, first % 12 + 1, 1)
    end_year, end_month = last // 12, last % 12 + 1
    return start, date(end_year, end_month, monthrange(end_year, end_month)[1])


def a_year(year: int, count: int = 1) -> Span | None:
    """A whole year, or `count` years from it on."""
    return months(year, 1, 12 * count)


def a_quarter(year: int, quarter: int) -> Span | None:
    """A quarter of the calendar year; quarters beyond 1–4 run over."""
    return months(year, 3 * quarter - 2, 3)


def a_season(year: int, name: str) -> Span | None:
    """A season of a year; winter of 2021 is December 2020 to February 2021."""
    first = SEASONS[name]
    return months(year - (first == 12), first, 3)


def shift(day: date, days: int) -> date | None:
    """The day so many days later (or earlier), or None beyond the calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def days(day: date, first: int, last: int) -> Span | None:
    """The days from `first` to `last` counted from the given one."""
    start, end = shift(day, first), shift(day, last)
    return (start, end) if start and end else None


def a_week(day: date, offset: int = 0) -> Span | None:
    """The ISO week, Monday to Sunday, that lies `offset` weeks from a day's own."""
    monday = 7 * offset - day.weekday()
    return days(day, monday, monday + 6)


def a_weekend(day: date, offset: int = 0) -> Span | None:
    """Saturday and Sunday of the week that lies `offset` weeks from a day's own."""
    saturday = 7 * offset - day.weekday() + 5
    return days(day, saturday, saturday + 1)


_UNITS: dict[str, Callable[[date, int], Span | None]] = {
    "day": lambda day, offset: days(day, offset, offset),
    "week": a_week,
    "fortnight": lambda day, offset: days(day, min(offset, 14 * offset), max(offset, 14 * offset)),
    "weekend": a_weekend,
    "month": lambda day, offset: a_month(day.year, day.month + offset),
    "quarter": lambda day, offset: a_quarter(day.year, (day.month + 2) // 3 + offset),
    "year": lambda day, offset: a_year(day.year + offset),
    "decade": lambda day, offset: a_year((day.year // 10 + offset) * 10, 10),
    "century": lambda day, offset: a_year(((day.year - 1) // 100 + offset) * 100 + 1, 100),
}


def unit(day: date, name: str, offset: int) -> Span | None:
    """The day, week, …, century that lies `offset` of its kind from a day's own."""
    return _UNITS[name](day, offset)


def moved(origin: date, name: str, count: int) -> Span | None:
    """The period so many units from a day, as exact as its unit; a day for weeks."""
    if name in {"hour", "minute"}:
        back = -1 - (-count // 24 if name == "hour" else 0)
        return days(origin, back, 0)
    if name in {"week", "fortnight"}:
        each = 7 if name == "week" else 14
        return days(origin, each * count, each * count)
    return unit(origin, name, count)


def rolling(day: date, name: str, count: int) -> Span | None:
    """The stretch of `count` units that ends (count < 0) or begins on a day."""
    size = {"day": 1, "week": 7, "weekend": 7, "fortnight": 14}.get(name)
    if size:
        far = shift(day, size * count)
    else:
        each = {"month": 1, "quarter": 3, "year": 12, "decade": 120}.get(name, 1200)
        whole = months(day.year, day.month + each * count, 1)
        far = whole[0].replace(day=min(day.day, whole[1].day)) if whole else None
    if far is None:
        return None
    return (far, day) if count < 0 else (day, far)


def weekday_from(day: date, weekday: int, way: int) -> date | None:
    """The nearest such weekday (Monday is 0) at or before the day, or at or after it."""
    if way == FUTURE:
        return shift(day, (weekday - day.weekday()) % 7)
    return shift(day, -((day.weekday() - weekday) % 7))


def day_of_year_from(day: date, month: int, number: int, way: int) -> Span | None:
    """The "8 March" that is meant on a given day.

    That is the last one for the past, the coming one for the future, and else the
    nearest. One that lies most of a year away gives way to one that is close.
    """
    spans = [span for y in (-1, 0, 1) if (span := a_day(day.year + y, month, number))]
    if not spans:
        return None
    gaps = [((span[0] - day).days, span) for span in spans]
    nearest = min(gaps, key=lambda gap: abs(gap[0]))
    wanted = [gap for gap in gaps if gap[0] * way >= 0] or [nearest]
    best = min(wanted, key=lambda gap: abs(gap[0]))
    return nearest[1] if abs(best[0]) > FAR and abs(nearest[0]) <= NEAR else best[1]


def month_from(day: date, month: int, way: int) -> Span | None:
    """The month of that name at or before a day's own, or at or after it."""
    gap = (month - day.month) % 12 if way == FUTURE else -((day.month - month) % 12)
    return a_month(day.year, day.month + gap)


def easter(year: int) -> date:
    """Easter Sunday (the Gregorian reckoning of Meeus, Jones and Butcher)."""
    a, (b, c) = year % 19, divmod(year, 100)
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    month, day = divmod(h + k - 7 * m + 114, 31)
    return date(year, month, day + 1)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """The nth such weekday of a month; Thanksgiving is the fourth Thursday of November."""
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))
