"""The forms that dates take in news: a table of named rules.

A rule has a name, the word classes that must be in the sentence before it is
tried, a pattern, and a reader that turns a match into readings (`date_values`).
Rules are tried in order and an earlier one keeps its ground, so the forms that
say most stand first. All repeats are bounded; no pattern can run away.
"""

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

from workbench.core.datelines import MONTHS
from workbench.core.signals import date_values as read
from workbench.core.signals.date_values import Frame, Reading
from workbench.core.signals.date_words import (

    ORDINALS,
    SMALL_NUMBER,
    SPELLED_YEAR,
    WEEKDAYS,
    any_of,
)

Reader = Callable[[re.Match[str], Frame], Iterable[Reading]]


class Rule(NamedTuple):
    """One form: tried where a word of one of the classes in `needs` stands."""

    name: str
    needs: frozenset[str]
    pattern: re.Pattern[str]
    read: Reader


SEASON = r"(?:spring|summer|autumn|fall|winter)"
UNIT = r"(?P<unit>day|weekend|week|month|quarter|year|decade|century)"
UNITS = r"(?P<unit>hour|minute|day|week|month|quarter|year|decade|centurie)s"
YEAR = rf"(?P<year>(?:1[5-9]|20)\d\d(?![\d%]|[.,]\d)|{SPELLED_YEAR})(?!\w)"
SHORT_YEAR = rf"(?P<year>(?:1[5-9]|20)\d\d(?![\d%]|[.,]\d)|['’‘]\d\d|{SPELLED_YEAR})(?!\w)"
PART = (
    r"(?:(?:the )?(?:very )?(?:end|beginning|start|middle|close|second half|first half) of (?:the )?"
    r"|(?:earlier|later)(?: (?:in|on))? |early(?: (?:in|on))? |late(?: (?:in|on))? |mid[- ]?)"
)
TIME_OF_DAY = r"(?: (?:morning|afternoon|evening|night|noon|midnight))"
DEICTIC = r"(?P<which>last|next|this past|this coming|this|past|coming|the following|the previous)"
COUNT = rf"(?P<count>\d{{1,3}}|{SMALL_NUMBER}|an?)"
VAGUE_COUNT = r"(?:several|many|some|a few|few|a couple of|couple of|a number of|dozens of|countless)"
WEEKDAY = rf"(?:{any_of(WEEKDAYS)})"

_FULL = any_of([name for name in MONTHS if len(name) > 4])
_SHORT = any_of([name for name in MONTHS if len(name) <= 4 and name != "may"])


def month(group: str = "month") -> str:
    """A month's name or abbreviation, as a named group; only the latter takes a full stop."""
    return rf"(?P<{group}>(?:{_FULL}|may)(?!\w)|(?:{_SHORT})(?![a-z])\.?)"


def day(group: str = "day") -> str:
    """A day of the month in digits or as an ordinal word, as a named group."""
    digits = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?!\w|:\d|%|[.,]\d|/\d)"
    return rf"(?P<{group}>{digits}|(?:{any_of(ORDINALS)})(?!\w))"


def weekday(group: str = "weekday") -> str:
    """A weekday's full name, as a named group; the plural is a habit and no date."""
    return rf"(?P<{group}>{WEEKDAY})(?![\w-])"


_DAYS_NAME = rf"(?:(?:{WEEKDAY}|(?:mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)\.?),? (?:the )?)?"
_LIST_END = (
    r"(?=\s*(?:[.,;:)\]”\"’—–]|$|respectively|to|in|at|with|for|by|on|the|of|from|when|as|while"
    r"|during|after|before|between|and|that|this|next|last|were|was|are|is|will)(?!\w))"
)
_OR_YEAR = rf"(?:,? {YEAR})?"

_TABLE: tuple[tuple[str, str, str, Reader], ...] = (
    ("ISO date", "year", r"(?<![\d-])(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)(?![\d-])", read.iso),
    (
        "numeric date",
        "slash year",
        r"(?<![\w/.-])(?P<a>\d{1,2})(?P<sep>[/.])(?P<b>\d{1,2})(?P=sep)(?P<y>(?:19|20)\d\d)(?![\w/])",
        read.numeric,
    ),
    (
        "numeric date",
        "slash",
        r"(?<![\w/.-])(?P<a>\d{1,2})/(?P<b>\d{1,2})/(?P<y>\d\d)(?![\w/])",
        read.numeric,
    ),
    (
        "named day",
        "month slash",
        r"\b(?:sept(?:ember|\.)? 11(?:th)?(?=,? (?:terror\w*|attacks?|hijack\w*))|9/11(?![/\d]))",
        read.september_11,
    ),
    (
        "days of a month",
        "month",
        rf"\b{month()} {day('first')}(?P<more>(?:, {day('d2')}){{0,1}}(?:, {day('d3')}){{0,1}},? (?:and|or|&) {day('d4')}){_OR_YEAR}{_LIST_END}",
        read.days_of_month,
    ),
    (
        "range of days",
        "month",
        rf"\bbetween (?P<text>{month()} {day('first')} and {day('last')}{_OR_YEAR})",
        read.day_range,
    ),
    (
        "range of days",
        "month",
        rf"\b(?P<text>{month()} {day('first')}(?: ?[-–—] ?(?:{month('month2')} )?| (?:to|through|until|till|thru) ){day('last')}{_OR_YEAR})",
        read.day_range,
    ),
    (
        "range of days",
        "month",
        rf"(?<![\d$£€.,])\b(?P<text>{day('first')}(?: ?[-–—] ?| (?:to|and|until) ){day('last')} (?:of )?{month()}{_OR_YEAR})",
        read.day_range,
    ),
    (
        "day of a month",
        "month",
        rf"\b(?P<text>{_DAYS_NAME}{month()} (?:the )?{day()}(?:,? {SHORT_YEAR})?)",
        read.day_of_month,
    ),
    (
        "day of a month",
        "month",
        rf"(?<![\d$£€.,-])\b(?P<text>{_DAYS_NAME}(?:the )?{day()} (?:of )?{month()}(?:,? {SHORT_YEAR})?)(?! \d{{1,2}}(?!\d))",
        read.day_of_month,
    ),
    (
        "month of a year",
        "month",
        rf"\b(?P<text>{PART}?{month()}(?:,| of)? {SHORT_YEAR})",
        read.month_of_year,
    ),
    (
        "month, told by its year",
        "month",
        rf"\b(?P<text>{PART}?{month()} (?:of )?(?P<which>last|this|next|that|the same|the following|the previous) year)\b",
        read.month_by_year,
    ),
    (
        "month, told by its neighbour",
        "month",
        rf"\b(?P<text>{PART}?{DEICTIC} {month()})(?! \d)",
        read.month_alone,
    ),
    ("month", "month", rf"\b(?P<text>{PART}?{month()})(?!\w)", read.month_alone),
    (
        "two weekdays",
        "weekday",
        rf"\b(?P<text>(?:{DEICTIC} )?{weekday('first')} (?:and|or|to|through|until) {weekday('last')}{TIME_OF_DAY}?)",
        read.two_weekdays,
    ),
    (
        "weekday, told by its week",
        "weekday",
        rf"\b(?P<text>{PART}?{weekday()}{TIME_OF_DAY}? (?:of )?(?P<which>last|this|next|that) week)\b",
        read.weekday_of_week,
    ),
    (
        "weekday, told by its neighbour",
        "weekday",
        rf"\b(?P<text>{PART}?{DEICTIC} {weekday()}{TIME_OF_DAY}?)(?!\w)",
        read.weekday_alone,
    ),
    (
        "weekday",
        "weekday",
        rf"\b(?P<text>{PART}?{weekday()}{TIME_OF_DAY}?)(?!\w)",
        read.weekday_alone,
    ),
    (
        "day next to today",
        "deictic",
        r"\b(?P<text>the day (?:before yesterday|after tomorrow)|(?:earlier |later |late |early )?(?:yesterday|today|tomorrow|tonight)(?: (?:morning|afternoon|evening|night))?|last night|(?:earlier |later |late |early )?this (?:morning|afternoon|evening))\b(?![- ]show\b)",
        read.deictic_day,
    ),
    (
        "overnight",
        "deictic",
        r"\b(?P<text>overnight)\b(?! (?:success|sensation|stay|stays|rates?|funds?|deliver\w+|express|mail|camp|lows?|parking|interest|lending|loans?|flights?|trips?|bag|guests?))",
        read.overnight,
    ),
    ("quarter of a year", "quarter", rf"\b(?P<text>(?:Q(?P<q>[1-4])|(?:the )?(?P<word>first|second|third|fourth|1st|2nd|3rd|4th)[- ]quarter)(?: of)?,? (?:fiscal )?(?:{YEAR}|(?P<which>last|this|next) year))", read.quarter_of_year),
    ("quarter of a year", "quarter", rf"\b(?P<text>(?:{YEAR}|(?P<which>last|this|next) year)['’]s (?P<word>first|second|third|fourth)[- ]quarter)\b", read.quarter_of_year),
    ("quarter of a year", "quarter", rf"\b(?P<text>{YEAR} (?P<word>first|second|third|fourth)[- ]quarter)\b", read.quarter_of_year),
    ("business quarter", "quarter", r"\b(?P<text>(?P<word>first|second|third|fourth)[- ]quarter)\b", read.business_quarter),
    ("half of a year", "half", rf"\b(?P<text>(?P<word>first|second) half of (?:the year )?{YEAR})", read.half_of_year),
    ("season", "season", rf"\b(?P<text>(?:{PART})?(?P<season>{SEASON})(?: of)?,? {YEAR})", read.season_of_year),
    ("season, told by its neighbour", "season", rf"\b(?P<text>(?:{PART})?(?P<which>last|next|this past|this coming|this) (?P<season>{SEASON}))\b(?! (?:of|from|in|out|short|down|apart))", read.season_alone),
    ("holiday", "holiday", rf"\b(?P<text>(?P<holiday>christmas (?:day|eve)|christmas|new year['’]s (?:day|eve)|(?:fourth|4th) of july|thanksgiving(?: day)?|easter(?: sunday| monday)?|good friday|valentine['’]s day|halloween)(?:,? (?:of )?{YEAR})?)(?!\w)", read.holiday),
    ("decade", "decade", r"(?<![\w$£€])(?P<text>(?:the )?(?:early |late |mid-?)?(?:the )?(?P<decade>(?:1[5-9]|20)\d|['’‘][1-9])0['’]?s)(?!\w)", read.decade),
    ("decade", "decade word", r"\b(?P<text>the (?:early |late |mid-?)?(?P<word>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties))\b", read.decade),
    ("century", "unit", rf"\b(?P<text>(?:the )?(?:early |late |mid-?)?(?P<ordinal>\d{{1,2}}(?:st|nd|rd|th)|{any_of(ORDINALS)})[- ]century)\b", read.century),
    ("fiscal year", "fiscal", rf"\b(?P<text>fiscal (?:years? )?(?P<year>\d{{4}})(?:[-/]\d\d(?:\d\d)?)?)(?!\w)", read.year_named),
    ("range of years", "year", r"(?<![\w$£€.,/-])(?P<text>(?P<first>(?:1[5-9]|20)\d\d)[-–—/](?P<last>(?:(?:1[5-9]|20)\d\d)|\d\d))(?![\w/-]|[.,]\d)", read.year_range),
    ("year named as such", "year spelled", rf"\b(?P<text>{PART}?(?:the )?year {YEAR})", read.year_named),
    ("year spelled out", "spelled", rf"\b(?P<text>(?:the )?{PART}?(?P<year>{SPELLED_YEAR}))(?!\w)", read.year_spelled),
    ("part of a year", "year", rf"\b(?P<text>{PART}(?P<year>(?:1[5-9]|20)\d\d))(?!\w|[.,]\d|%)", read.year_named),
    ("year", "year", r"(?<![\w$£€#.,/:+'’-])(?:(?:pre|post)-)?(?P<text>(?P<year>(?:1[0-9]|20)\d\d))(?!\w|%|°|[.,/:]\d|-\w)", read.year_alone),
    ("time ago", "unit", rf"\b(?P<text>(?:{COUNT})[- ](?:and a half )?(?P<unit>hour|minute|day|week|month|quarter|year|decade|century)s?(?: and a half)?[- ](?P<way>ago|from now|hence))\b", read.time_ago),
    ("time ago", "unit", rf"\b(?P<text>{VAGUE_COUNT} (?P<unit>hour|minute|day|week|month|quarter|year|decade|centurie)s (?:ago|earlier|later|before|back)|(?:long|weeks|months|years|decades|centuries|days) ago)\b", read.vague),
    ("time from another", "unit", rf"\b(?P<text>(?:{COUNT})[- ](?P<unit>day|week|month|quarter|year|decade)s?[- ](?P<way>earlier|later|before|afterwards?|after))\b", read.time_from),
    ("year before", "unit", r"\b(?P<text>(?P<unit>year|month|week)-(?P<way>ago|earlier))\b", read.time_ago),
    ("time to come", "unit", rf"\b(?:with)?in (?P<text>{COUNT} {UNITS}(?:['’] time)?)\b", read.time_to_come),
    ("stretch up to now", "unit", rf"\b(?P<text>(?:the )?(?:past|last|previous|preceding) {VAGUE_COUNT} {UNITS})\b", read.vague),
    ("stretch from now", "unit", rf"\b(?P<text>(?:the )?(?:next|coming) {VAGUE_COUNT} {UNITS})\b", read.vague),
    ("stretch up to now", "unit", rf"\b(?P<text>(?:the )?(?P<way>past|last|next|coming) {COUNT} {UNITS})\b", read.stretch),
    ("stretch up to now", "unit", r"\b(?P<text>the (?P<way>past|last|coming|next) (?P<unit>week|month|quarter|year|decade|century))\b", read.stretch),
    ("vague time", "vague unit", r"\b(?P<text>recently|lately|(?:in|over|during) (?:the )?(?:recent|past|coming) (?:days|weeks|months|years|decades)|(?:recent|coming|past) (?:days|weeks|months|years|decades)|for (?:(?:several|many|some|a few) )?(?:days|weeks|months|years|decades|centuries)(?! to come)|these days)\b", read.vague),
    ("period, told by its neighbour", "unit", rf"\b(?P<text>(?:so far |{PART}|(?:the )?same time )?(?P<which>last|next|this past|this coming|this|the current|the previous|the preceding|the following|the coming|the same|that same|that)(?: (?:fiscal|calendar|financial|school|academic|full))? {UNIT})(?![\w-])", read.period),
    ("day from another", "unit", r"\b(?P<text>the (?P<which>next|following|previous|same|preceding) day|that (?:same )?day|the day (?P<way>before|after)(?= ?[,.;]|$))\b", read.neighbour_day),
    ("weekend", "unit", r"\b(?:over|on|during|at|through|throughout) (?P<text>the (?:(?:long|holiday) )?weekend)\b", read.weekend),
    ("part of the period", "unit", r"\b(?P<text>(?:(?:the )?(?:end|beginning|start|middle) of the|(?:earlier|later|early|late) in the|so far in the|the rest of the|the remainder of the) (?P<unit>day|week|month|quarter|year|decade|century))\b(?! (?:of|to|that|ended|ending|since))", read.this_period),
    ("part of the period", "unit", r"\b(?P<text>(?P<unit>year|month|week)(?:['’]s[ -]|[- ])end)\b", read.this_period),
    ("day of this month", "ordinal", rf"\bon the (?P<text>(?P<day>\d{{1,2}}(?:st|nd|rd|th)))(?=[.,;!?)]|$| of (?:this|last|next) month)", read.day_of_this_month),
)  # fmt: skip

RULES: tuple[Rule, ...] = tuple(
    Rule(name, frozenset(needs.split()), re.compile(pattern, re.IGNORECASE), reader)
    for name, needs, pattern, reader in _TABLE
)

CLASSES: dict[str, str] = {
    **dict.fromkeys(MONTHS, "month"),
    **dict.fromkeys(WEEKDAYS, "weekday"),
    **dict.fromkeys("yesterday today tomorrow tonight overnight".split(), "deictic"),
    **dict.fromkeys("morning afternoon evening night".split(), "deictic"),
    **dict.fromkeys("spring summer autumn fall winter".split(), "season"),
    **dict.fromkeys(
        "day days week weeks weekend month months year years decade decades century centuries "
        "hours minutes".split(),
        "unit",
    ),
    **dict.fromkeys("quarter q1 q2 q3 q4".split(), "quarter"),
    **dict.fromkeys("recently lately future past recent".split(), "vague"),
    **dict.fromkeys(
        "christmas easter thanksgiving halloween valentine eve july new good".split(), "holiday"
    ),
    **dict.fromkeys(
        "twenties thirties forties fifties sixties seventies eighties nineties".split(), "word"
    ),
    **dict.fromkeys("nineteen twenty thousand".split(), "spelled"),
    "half": "half",
    "fiscal": "fiscal",
}
"""Word class of the words that a date can be known by."""


_WORD = re.compile(r"[a-z]+(?:[1-4](?!\d))?|\d+(?:st|nd|rd|th)?")


def classes_in(text: str) -> set[str]:
    """The classes of words in a sentence that a date can be known by; often none."""
    words = set(_WORD.findall(text.lower()))
    found = {CLASSES[word] for word in words & CLASSES.keys()}
    for word in words:
        if word[0].isdigit():
            found.update(_classes_of_number(word))
    if "july" in words:
        found.add("month")
    if "/" in text:
        found.add("slash")
    return found


def _classes_of_number(word: str) -> set[str]:
    """What a run of digits can be: a year, the "90" of the '90s, a day's ordinal."""
    if not word.isdigit():
        return {"ordinal"}
    if len(word) == 4 and word[0] in "12":
        return {"year", "decade"}
    return {"decade"} if len(word) == 2 and word[1] == "0" else set()
