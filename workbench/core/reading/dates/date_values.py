"""What the forms of dates denote: for each form the days, None where they stay open.

Vague edges ("early 2020", "the end of March", "earlier this week") denote the whole period:
it is the tightest bound that the words themselves give. `is_…` and `names_…` decide whether a
match is a date at all.
"""

import re
from collections.abc import Sequence
from datetime import date

from workbench.core.lexicon.en import tense_words
from workbench.core.lexicon.en.time_words import (
    DECADES,
    EASTER_HOLIDAYS,
    HOLIDAYS,
    MONTHS,
    SEASONS,
    WEEKDAYS,
)
from workbench.core.reading.dates import spans
from workbench.core.reading.dates.date_context import (
    FRESH,
    LAST_YEAR,
    OFFSETS,
    Form,
    number_of,
    year_of,
)
from workbench.core.reading.dates.spans import FUTURE, PAST, UNKNOWN, Span

COUNTED = re.compile(
    rf"[ -](?:(?:[a-z]+ ){{0,2}}(?:{tense_words.COUNTED_PEOPLE}|{tense_words.COUNTED_THINGS})\b"
    rf"|(?:{tense_words.CAR_MAKES})\b|(?:[A-Z]\w+ )?(?:{tense_words.STREETS})\b)"
)
"""What follows a number that counts, an address or a car of that year's make: no date."""


# Single days


def open_days(form: Form) -> Span | None:
    """Days that nobody can give: vague times, and years of other calendars."""
    return None


def iso_day(form: Form) -> Span | None:
    """2016-09-12 (ISO 8601)."""
    return spans.a_day(int(form.match["y"]), int(form.match["m"]), int(form.match["d"]))


def _numeric_readings(form: Form) -> set[Span]:
    a, b, year = int(form.match["a"]), int(form.match["b"]), form.year()
    both = (spans.a_day(year, a, b), spans.a_day(year, b, a)) if year else ()
    return {day for day in both if day}


def numeric_day(form: Form) -> Span | None:
    """21/02/2025; open where day and month could change places."""
    readings = _numeric_readings(form)
    return readings.pop() if len(readings) == 1 else None


def is_numeric_day(form: Form) -> bool:
    return bool(_numeric_readings(form))


def september_11(form: Form) -> Span | None:
    """The attacks of 2001 are known by their day."""
    return spans.a_day(2001, 9, 11)


def day_of_month(form: Form) -> Span | None:
    """February 20; 21 Feb 2025; the 8th of May; February 25, two years ago."""
    day = "day" if form.part == "text" else f"d{form.part[1]}"
    return _day(form, form.month(), form.ordinal(day))


def _day(form: Form, month: int, day: int) -> Span | None:
    """The day of a month; without a year the one that the article gave it before, or by tense."""
    if form.tells_year:
        year = form.year()
        return spans.a_day(year, month, day) if year is not None else None
    if year := form.year_ahead():
        return spans.a_day(year, month, day)
    known = form.context.ahead.years.get((month, day))
    told = spans.a_day(known, month, day) if known else None
    if form.context.ahead.story:
        year = form.context.year_of_story(month, form.match.start("text"))
        near = known and (year is None or abs(known - year) <= 1)
        return told if near else spans.a_day(year, month, day) if year else None
    published = form.context.published
    if published is None:
        return told
    found = spans.day_of_year_from(published, month, day, form.way)
    if told and found and abs((found[0] - published).days) > FRESH:
        return told
    return found


def is_day_of_month(form: Form) -> bool:
    """Whether it is a day, and not a verb, or a count after a month: "in June 20 people died"."""
    if not form.is_month() or not spans.a_day(2000, form.month(), form.ordinal("day")):
        return False
    counted = COUNTED.match(form.context.text, form.match.end("text"))
    return form.tells_year or not (counted and form.before(3).lower() == "in ")


def is_of_month(form: Form) -> bool:
    return form.is_month()


def day_of_next_year(form: Form) -> Span | None:
    """5 May and 3 June 2014; 30 December to 2 January 2014: the year stands behind the other."""
    year, month = form.year(), form.month()
    if year is None:
        return None
    return spans.a_day(year - (month > form.month("other")), month, form.ordinal("day"))


def day_range(form: Form) -> Span | None:
    """Feb. 8-14; March 30–April 2; between March 3 and 5."""
    month = form.month()
    last_month = form.month("month2") if form.get("month2") else month
    first = _day(form, month, form.ordinal("first"))
    if first is None:
        return None
    if last_month < month and form.tells_year:
        first = spans.a_day(first[0].year - 1, month, first[0].day)
    year = first[0].year + (last_month < month) if first else 0
    last = spans.a_day(year, last_month, form.ordinal("last"))
    return (first[0], last[1]) if first and last and first[0] < last[1] else None


def is_day_range(form: Form) -> bool:
    if not form.is_month():
        return False
    same = not form.get("month2") or form.month("month2") == form.month()
    return not same or form.ordinal("first") < form.ordinal("last")


def day_of_this_month(form: Form) -> Span | None:
    """On the 14th: of the month of publication, or its neighbour by tense."""
    number, origin = form.ordinal("day"), form.context.origin("month")
    if origin is None or number > 31:
        return None
    offset = 0
    if not form.context.ahead.story:
        ahead = form.way == FUTURE
        offset = (number < origin.day) if ahead else -(number > origin.day)
    month = spans.a_month(origin.year, origin.month + offset)
    return spans.a_day(month[0].year, month[0].month, number) if month else None


def day_of_told_month(form: Form) -> Span | None:
    """The 12th of last month; last month on the 12th."""
    month = form.neighbour("month")
    return spans.a_day(month[0].year, month[0].month, form.ordinal("day")) if month else None


def week_of_month(form: Form) -> Span | None:
    """The first week of March 2019: days 1 to 7; the last one: the last seven."""
    month = month_of_year(form) if form.tells_year else _month(form, form.month())
    if month is None:
        return None
    nth = form.get("nth")
    if nth in {"last", "final"}:
        return spans.days(month[1], -6, 0)
    first = 7 * (form.ordinal("nth") - 1)
    return spans.days(month[0], first, first + 6)


def years_to_the_month(form: Form) -> Span | None:
    """Ten years ago this month; a year ago this week."""
    day = form.moved_exactly(-number_of(form.get("count")))
    return spans.unit(day, form.get("within"), 0) if day else None


def is_named_by_number(form: Form) -> bool:
    """In a story "on the 14th" needs nothing behind it; in news it may be a hole or a floor."""
    return form.context.ahead.story or bool(form.match["end"] is not None)


_DEICTIC = (("before yesterday", -2), ("after tomorrow", 2), ("yesterday", -1), ("tomorrow", 1),
            ("last night", -1), ("before last", -2))  # fmt: skip


def day_near_today(form: Form) -> Span | None:
    """Yesterday, today, tomorrow, tonight, last night, this morning."""
    published, words = form.context.published, form.get("text")
    offset = next((n for word, n in _DEICTIC if word in words), 0)
    return spans.days(published, offset, offset) if published else None


_NAMED_TODAY = re.compile(r"(?:\b[A-Z][\w.&]*|['’]s)\s$")


def is_no_title(form: Form) -> bool:
    """Whether a day is meant, and not a paper that is called so: "USA Today"."""
    text = form.context.text[slice(*form.match.span("text"))]
    titled = form.context.cased and text.istitle()
    return not (titled and _NAMED_TODAY.search(form.before(25)))


def overnight(form: Form) -> Span | None:
    """The night before publication, which touches two days."""
    published = form.context.published
    return spans.days(published, -1, 0) if published else None


_NEXT_DAY = {"next": 1, "following": 1, "after": 1, "previous": -1, "preceding": -1, "before": -1}


def neighbour_day(form: Form) -> Span | None:
    """The next day; the day before: counted from the date named before."""
    offset = _NEXT_DAY.get(form.get("way") or form.get("which"), 0)
    named = form.context.named_day
    return spans.days(named[0], offset, offset) if named else None


def holiday(form: Form) -> Span | None:
    """Christmas Day; Thanksgiving (of the United States); Easter 2021."""
    name, published = form.get("holiday").replace("’", "'"), form.context.published
    year = form.year() if form.get("year") else None
    if year is None and form.context.ahead.story:
        year = form.context.year_of_story(_holiday(name, 2000).month, form.match.start("text"))
    if year is not None:
        day = _holiday(name, year)
        return day, day
    if published is None or form.context.ahead.story:
        return None
    years = (published.year + n for n in (-1, 0, 1))
    around = [_holiday(name, y) for y in years if date.min.year <= y <= date.max.year]
    fit = [d for d in around if (d - published).days * form.way >= 0] or around
    day = min(fit, key=lambda d: abs((d - published).days))
    return day, day


def _holiday(name: str, year: int) -> date:
    """The day on which a holiday fell in a year."""
    if name in EASTER_HOLIDAYS:
        return date.fromordinal(spans.easter(year).toordinal() + EASTER_HOLIDAYS[name])
    if name.startswith("thanksgiving"):
        return spans.nth_weekday(year, 11, 3, 4)
    return date(year, *HOLIDAYS[name])


def is_holiday(form: Form) -> bool:
    return form.capital("holiday") or "of july" in form.get("holiday")


def days_from_day(form: Form) -> Span | None:
    """Three days before Christmas 2021; a week after 5 May."""
    if form.get("holiday"):
        day = holiday(form)
    elif form.get("month2"):
        day = _day(form, form.month("month2"), form.ordinal("day2"))
    else:
        day = day_of_month(form)
    each = {"day": 1, "week": 7, "fortnight": 14}[form.get("each")]
    far = each * number_of(form.get("times")) * (-1 if form.get("side") == "before" else 1)
    return spans.days(day[0], far, far) if day and form.get("times")[:4] != "half" else None


def is_from_a_day(form: Form) -> bool:
    if form.get("holiday"):
        return is_holiday(form)
    return form.capital("month2" if form.get("month2") else "month")


# Weekdays


def weekday(form: Form) -> Span | None:
    """On Thursday; early Wednesday; next Monday; Friday night."""
    which = form.get("which")
    return _weekday(form, WEEKDAYS[form.get("weekday")], which.rsplit(maxsplit=1)[-1:])


def _weekday(form: Form, number: int, which: Sequence[str] = ()) -> Span | None:
    """The weekday meant: "last" and "next" leave the day of publication out.

    "This Friday" lies in the week of publication, "the following Friday" after the date
    named before. Without a word that tells, the tense does; a clause of no tense (a headline,
    a heading) is about the past. In a story it is the first one from the date reached.
    """
    word = which[0] if which else ""
    story = form.context.ahead.story
    origin = form.context.origin("day")
    if word in {"previous", "following"}:
        named = form.context.named
        origin = named[0] if named else None
    if origin is None:
        return None
    if word == "this":
        week = spans.a_week(origin)
        return spans.days(week[0], number, number) if week else None
    told = OFFSETS.get(word, UNKNOWN)
    day = spans.shift(origin, told)
    way = told or (FUTURE if story or form.way == FUTURE else PAST)
    found = spans.weekday_from(day, number, way) if day else None
    return (found, found) if found else None


def weekdays_in_a_row(form: Form) -> Span | None:
    """Thursday and Friday; Monday to Wednesday."""
    first, last = WEEKDAYS[form.get("first")], WEEKDAYS[form.get("last")]
    start = _weekday(form, first, form.get("which").rsplit(maxsplit=1)[-1:])
    end = spans.shift(start[0], (last - first) % 7) if start else None
    published = form.context.published
    if start and end and published and form.way != FUTURE and end > published:
        start, end = spans.days(start[0], -7, -7), spans.shift(end, -7)
    return (start[0], end) if start and end else None


def is_row_of_weekdays(form: Form) -> bool:
    """Whether one weekday follows the other; else each is a date of its own."""
    first, last = WEEKDAYS[form.get("first")], WEEKDAYS[form.get("last")]
    return form.get("joint") in {"to", "through", "until"} or (last - first) % 7 == 1


def weekday_of_week(form: Form) -> Span | None:
    """Thursday of last week."""
    week, number = form.neighbour("week"), WEEKDAYS[form.get("weekday")]
    return spans.days(week[0], number, number) if week else None


def weeks_from_weekday(form: Form) -> Span | None:
    """A week ago on Monday; Monday week; a fortnight after Friday; the Tuesday before last.

    The weekday is the last one before publication, or the coming one, and the weeks are
    counted from it.
    """
    number = WEEKDAYS[form.get("weekday") or form.get("weekday2")]
    way, beyond = form.get("way") or form.get("way2") or form.get("way3"), form.get("beyond")
    count = number_of(form.get("count") or "a")
    if form.get("count").startswith("half"):
        return None
    if form.get("unit2"):
        return _weekday_around(form.moved_exactly(-count), number)
    each = 1 if form.get("unit3") else 14 if "fortnight" in form.get("text") else 7
    sign = -1 if way in {"ago", "before"} or "last" in {beyond[-4:], form.get("which")} else 1
    if way in {"before", "after"}:
        day = _weekday(form, number, (form.get("which"),))
    else:
        day = _weekday(form, number, ("last",) if sign < 0 else ("next",))
    return spans.days(day[0], sign * each * count, sign * each * count) if day else None


def _weekday_around(day: date | None, number: int) -> Span | None:
    """The weekday nearest to a day: "a month ago on Tuesday"."""
    away = (number - day.weekday() + 3) % 7 - 3 if day else 0
    return spans.days(day, away, away) if day else None


# Months and seasons


def month_of_year(form: Form) -> Span | None:
    """March 2014; late February 1998; March last year; October two years ago."""
    year = form.year()
    return spans.a_month(year, form.month()) if year is not None else None


def month_of_next_year(form: Form) -> Span | None:
    """November to January 2024: the year stands behind the other month."""
    year, month = form.year(), form.month()
    return spans.a_month(year - (month > form.month("other")), month) if year else None


def months_in_a_row(form: Form) -> Span | None:
    """January–March 2024; November–January."""
    first, last, year = (
        form.month("first"),
        form.month("last"),
        form.year() if form.tells_year else None,
    )
    if year is None:
        end = _month(form, last)
        year = end[0].year if end else None
    if year is None:
        return None
    return spans.months(year - (first > last), first, (last - first) % 12 + 1)


def month(form: Form) -> Span | None:
    """In March; last May; by mid-November."""
    return _month(form, form.month(), OFFSETS.get(form.get("which").split(" ")[-1], UNKNOWN))


def _month(form: Form, number: int, told: int = UNKNOWN) -> Span | None:
    """The month meant: "last" and "next" leave the month of publication out."""
    context = form.context
    if not told and (year := form.year_ahead()):
        return spans.a_month(year, number)
    if context.ahead.story and not told:
        year = context.year_of_story(number, form.match.start("text"))
        return spans.a_month(year, number) if year else None
    origin = context.origin("month")
    if form.get("which").endswith(("following", "previous")):
        origin = context.named[0] if context.named else None
    if origin is None:
        return None
    if told and number == origin.month:
        return spans.a_month(origin.year + told, number)
    return spans.month_from(origin, number, told or form.way)


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
_OWNS = re.compile(r"(?:\s[A-Z][\w-]*){1,3}(?:['’]s\b|[,.;)]|$)")
_NAME_FOLLOWS = re.compile(r"\s(?!I\b)[A-Z][a-z]")
_CAPITAL_BEFORE = re.compile(r"(?:^|\s)[A-Z][\w.]*\s$")
_WORDS_TOO = {"may", "march", "mar", "jan", "june", "april", "august"}
"""Months that are verbs or people's names, too."""


def is_month_alone(form: Form) -> bool:
    """Whether a month's name that stands alone is the month, and not a person or a verb."""
    name, cased = form.get("month"), form.context.cased
    if not form.is_month() or name in {"jan", "mar", "dec", "sep"}:
        return False
    if form.get("which") or form.match.start("month") > form.match.start("text"):
        return True
    named = cased and _NAME_FOLLOWS.match(form.context.text, form.match.end("text"))
    if name in _WORDS_TOO or not cased:
        return bool(_MONTH_SURE.search(form.before(12))) and not (
            named and _OWNS.match(form.context.text, form.match.end("text"))
        )
    return bool(_MONTH_LED.search(form.before(12))) or not (
        _CAPITAL_BEFORE.search(form.before(12)) or named
    )


def is_row_of_months(form: Form) -> bool:
    """Whether a dash joins two months, and not a name's two halves."""
    return form.is_month("first") and form.is_month("last")


def season_of_year(form: Form) -> Span | None:
    """Spring 2021; the winter of 1947; the winter of 2020–21.

    A winter over two years begins in December of the first; a summer over two years is one
    of the southern hemisphere.
    """
    year, name = form.year(), form.get("season")
    if year is None or not form.get("to"):
        return spans.a_season(year, name) if year else None
    last = _later_year(year, form.get("to"))
    if last != year + 1 or SEASONS[name] not in {6, 12}:
        return None
    return spans.months(year, 12, 3)


def _later_year(first: int, last: str) -> int:
    """The last year of a stretch, which may be given by its two last figures."""
    if len(last) > 2:
        return int(last)
    return first // 100 * 100 + int(last) + (100 if int(last) < first % 100 else 0)


def season(form: Form) -> Span | None:
    """Last summer; this fall; next spring; in a story also "that winter"."""
    origin, which = form.context.origin("month"), form.get("which").split()[-1:]
    name = form.get("season")
    if origin is None:
        return None
    around = (origin.year + n for n in (-1, 0, 1, 2))
    found = [s for y in around if (s := spans.a_season(y, name))]
    way = OFFSETS.get(which[0] if which else "", UNKNOWN)
    if way == PAST:
        found = [s for s in found if s[1] < origin][-1:]
    elif way == FUTURE:
        found = [s for s in found if s[0] > origin][:1]
    else:
        found = [s for s in found if s[1].year == origin.year][:1]
    return found[0] if found else None


def season_beyond(form: Form) -> Span | None:
    """The winter before last; two summers ago."""
    origin = form.context.origin("month")
    if origin is None:
        return None
    name, ahead = form.get("season") or form.get("seasons"), form.get("tail") == "after next"
    count = number_of(form.get("count")) if form.get("seasons") else 2
    around = (spans.a_season(origin.year + n, name) for n in range(-count - 1, count + 3))
    found = [s for s in around if s and (s[0] > origin if ahead else s[1] < origin)]
    if not 0 < count <= len(found):
        return None
    return found[count - 1] if ahead else found[-count]


# Years and their parts


def year(form: Form) -> Span | None:
    """2014; the year 2000; early 1991; fiscal 1989 (read as the calendar year it is named by)."""
    value = form.year()
    return spans.a_year(value) if value is not None and value > 0 else None


def counts_nothing(form: Form) -> bool:
    return not COUNTED.match(form.context.text, form.match.end("text"))


_YEAR_LED = re.compile(
    r"\b(?:in|since|by|until|till|from|of|during|between|before|after|year|circa|early|late|mid"
    r"|throughout|through|due|than|for|to|fiscal|and|with|as"
    rf"|{'|'.join([*MONTHS, *SEASONS])})\s$|[(]$|['’]s\s$",
    re.IGNORECASE,
)
_NAME_LED = re.compile(r"(?<!^)\b(?!I\b)[A-Z][\w-]*\s$")
_PLURAL_FOLLOWS = re.compile(r"\s[a-z]{2,}(?<!ss|us|is)s\b")
_SURE_FOLLOWS = re.compile(r"(?:['’]s\b|[.,;:!?)\]”\"—–]|\s*$|\s[a-z])")
_DETERMINED = re.compile(r"(?:\b(?:the|its|his|her|their|our)(?: \w+)?|['’]s)\s$", re.IGNORECASE)


def is_spelled_year(form: Form) -> bool:
    """Nineteen ninety-eight; two thousand only where a preposition makes it a year."""
    sure = form.get("year").startswith("nineteen") or _YEAR_LED.search(form.before(15))
    return bool(sure) and counts_nothing(form)


def is_year_alone(form: Form) -> bool:
    """Whether four figures are a year: nothing makes them a count, or a part of a name."""
    text, before, value = form.context.text, form.before(20), int(form.match["year"])
    led = bool(_YEAR_LED.search(before)) or _is_determined(form, before)
    if not counts_nothing(form) or (_NAME_LED.search(before) and not led and form.context.cased):
        return False
    doubtful = value % 100 == 0 or value < 1900 or value > 2099
    of_2000 = value == 2000 and re.search(r"\b(?:the|a|an)\s$", before)
    if doubtful and not (led or of_2000):
        return False
    end = form.match.end("text")
    plural = (doubtful or not led) and _PLURAL_FOLLOWS.match(text, end)
    if plural and not _DETERMINED.search(before):
        return False
    return value >= 1900 or bool(_SURE_FOLLOWS.match(text, end))


_SINGULAR_FOLLOWS = re.compile(r"\s(?!the|and|or|to|of|in)[a-z]{3,}(?<!s)\b")


def _is_determined(form: Form, before: str) -> bool:
    """ "The 1845 annexation": one thing of that year, no number of things."""
    the = re.search(r"\b(?:the|its|his|her|their)\s$", before)
    return (
        bool(the) and _SINGULAR_FOLLOWS.match(form.context.text, form.match.end("text")) is not None
    )


def year_of_era(form: Form) -> Span | None:
    """AD 79; 24 August 79 CE; May 732 AD."""
    value = int(form.match["number"])
    if not 0 < value <= LAST_YEAR:
        return None
    if not form.get("month"):
        return spans.a_year(value)
    day = form.ordinal("day") or form.ordinal("day2")
    return spans.a_day(value, form.month(), day) if day else spans.a_month(value, form.month())


def is_era(form: Form) -> bool:
    """Whether an era's letters are written as such; "be" and "ad" are words, too."""
    start, end = form.match.span("era" if form.get("era") else "era_ahead")
    era = form.context.text[start:end]
    if era.lower() == "hijri":
        return True
    return era.isupper() and (form.context.cased or era[:2] in {"BC", "B.", "AD", "A."})


_OUR_ERA = re.compile(r"\b(?:A\.D\.|AD|C\.E\.|CE)(?![a-z])|(?<=\d)(?:AD|CE)\b")


def is_our_era(form: Form) -> bool:
    return bool(_OUR_ERA.search(form.context.text[slice(*form.match.span("text"))]))


def years_in_a_row(form: Form) -> Span | None:
    """2010–2014; the 1987-88 season."""
    first = int(form.match["first"])
    last = _later_year(first, form.match["last"])
    return spans.a_year(first, last - first + 1)


def is_row_of_years(form: Form) -> bool:
    first, last = int(form.match["first"]), form.match["last"]
    return first < _later_year(first, last) < first + 100 and (
        len(last) == 4 or int(last) > first % 100 or int(last) == (first + 1) % 100
    )


def decade(form: Form) -> Span | None:
    """The 1990s; the ’60s; the nineties."""
    digits = form.get("decade").lstrip("'’‘")
    first = DECADES.get(form.get("decade_word")) or (
        int(digits) * 10 if len(digits) == 3 else year_of(f"{digits}0")
    )
    return spans.a_year(first, 10) if first else None


def century(form: Form) -> Span | None:
    """The 19th century: 1801 to 1900, too long to place an event."""
    number = form.ordinal("ordinal") or form.ordinal("word")
    return spans.a_year(100 * number - 99, 100) if 0 < number < 100 else None


def quarter_of_year(form: Form) -> Span | None:
    """Q3 2021; the second quarter of 2020; last year's first quarter."""
    number = int(form.get("q") or 0) or form.ordinal("ordinal")
    year = form.year()
    return spans.a_quarter(year, number) if year is not None else None


def business_quarter(form: Form) -> Span | None:
    """Third-quarter profit: the last such quarter that has ended, or the coming one."""
    number, published = form.ordinal("ordinal"), form.context.published
    if published is None:
        return None
    current = (published.month + 2) // 3
    offset = (number < current) if form.way == FUTURE else -(number > current)
    return spans.a_quarter(published.year + offset, number)


def is_business(form: Form) -> bool:
    return form.context.business


def half_of_year(form: Form) -> Span | None:
    """The first half of 2020; the second half of the year."""
    published = form.context.origin("year")
    told = form.get("year2")
    year = (
        year_of(told)
        if told
        else form.year()
        if form.get("year")
        else published.year
        if published
        else None
    )
    first = 1 if form.get("ordinal") == "first" or form.get("half") == "1" else 7
    return spans.months(year, first, 6) if year is not None else None


def months_of_year(form: Form) -> Span | None:
    """The first three months of 2024."""
    year, count = form.year(), number_of(form.match["count"])
    if year is None or not 0 < count < 12:
        return None
    return spans.months(year, 1 if form.match["end"] == "first" else 13 - count, count)


# Periods told by their distance


def time_ago(form: Form) -> Span | None:
    """Two days ago; a fortnight ago; half a year ago."""
    sign = FUTURE if form.get("way") in {"from now", "hence"} else PAST
    return form.moved(form.context.published, sign)


def time_to_the_day(form: Form) -> Span | None:
    """A year ago today; two weeks from tomorrow; a week today; tomorrow week."""
    way, word = form.get("way"), form.get("day_word") or form.get("day_word2")
    back = way in {"ago", "before"} or (not way and (word == "yesterday" or form.way == PAST))
    sign = PAST if back else FUTURE
    offset = {"yesterday": -1, "tomorrow": 1}.get(word, 0)
    published = form.context.published
    day = spans.shift(published, offset) if published else None
    count = form.get("count")
    if day is None or count.startswith("half") or form.unit() in {"hour", "minute"}:
        return None
    found = spans.rolling(day, form.unit(), sign * number_of(count or "a"))
    return (found[0], found[0]) if found and sign < 0 else found and (found[1], found[1])


def time_from(form: Form) -> Span | None:
    """A year earlier; two days later: counted from the date named before, if one was.

    A comparison with "a year earlier" in news that named no date looks from the year of
    publication.
    """
    back, unit = form.get("way") in {"earlier", "before"}, form.unit()
    named = form.context.named
    origin = named[0] if named else None
    if back and unit == "year" and not form.context.ahead.story:
        origin = form.context.published or origin
    exact = unit in {"year", "month"} or (named is not None and named[0] == named[1])
    return form.moved(origin, PAST if back else FUTURE) if exact else None


def time_to_come(form: Form) -> Span | None:
    """In two weeks, in five years."""
    return form.moved(form.context.published, FUTURE)


def looks_ahead(form: Form) -> bool:
    """Whether the clause is about the future; else "in two weeks" is how long a thing took."""
    return form.way == FUTURE and form.unit() not in {"hour", "minute"}


def stretch(form: Form) -> Span | None:
    """The past week; the last five years; the next three months; the past fortnight."""
    unit, ahead = form.unit(), form.get("way") in {"next", "coming"}
    count, origin = number_of(form.get("count") or "a"), form.context.origin(unit)
    if origin is None:
        return None
    if unit in {"hour", "minute"}:
        return spans.days(origin, -1, 0) if not ahead and count <= 24 else None
    if form.context.ahead.story and not form.get("count"):
        return spans.unit(origin, unit, FUTURE if ahead else PAST)
    return spans.rolling(origin, unit, count if ahead else -count)


def period(form: Form) -> Span | None:
    """This week; earlier this month; last year; the same day; that year."""
    return form.neighbour(form.unit())


def is_period(form: Form) -> bool:
    """Whether it is no title of a programme: "This Week"."""
    return not (form.context.cased and form.match.start("text") > 0 and form.capital("unit"))


def period_beyond(form: Form) -> Span | None:
    """The week before last; the year after next."""
    origin, sign = form.context.origin(form.unit()), 2 if form.get("tail") == "after next" else -2
    return spans.unit(origin, form.unit(), sign) if origin else None


def weekend(form: Form) -> Span | None:
    """The weekend: the last one that has begun, or the coming one, by tense."""
    published = form.context.published
    if published is None or form.context.ahead.story:
        return None
    ahead = form.way == FUTURE or published.weekday() >= 5
    return spans.a_weekend(published, 0 if ahead else -1)


def this_period(form: Form) -> Span | None:
    """The end of the month; year-end: the period in which the article was published.

    "Earlier in the day" is the day that was named before.
    """
    if form.unit() == "day":
        return form.context.named_day
    origin = form.context.origin(form.unit())
    return spans.unit(origin, form.unit(), 0) if origin else None


ENDS_CLAUSE = re.compile(r"\s*(?:[.,;:)”\"]|$|in\b|at\b|when\b)")


def ends_clause(form: Form) -> bool:
    """Whether "a year before" ends its clause; else it stands before what happened."""
    way = form.get("way")
    return way not in {"before", "after"} or bool(
        ENDS_CLAUSE.match(form.context.text, form.match.end("text"))
    )
