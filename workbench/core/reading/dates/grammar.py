"""The forms that dates take in news: a table of named rules.

A rule has a name, the word classes that must be in the sentence before it is
tried, a pattern, and a reader that turns a match into readings (`day_values`,
`period_values`, `year_values`). Rules are tried in order and an earlier one keeps
its ground, so the forms that say most stand first. Patterns are run on the sentence
in lower case; all their repeats are bounded, so that none can run away.
"""

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import NamedTuple

from workbench.core.lexicon.en.time_words import MONTHS
from workbench.core.reading.dates import days, periods, years
from workbench.core.reading.dates.frame import Frame, Reading
from workbench.core.reading.dates.words import (
    ORDINALS,
    SMALL_NUMBER,
    SPELLED_YEAR,
    WEEKDAYS,
    any_of,
)

Reader = Callable[[re.Match[str], Frame], Iterable[Reading]]


class Rule(NamedTuple):
    """One form: tried where words of all the classes in one set of `needs` stand."""

    name: str
    needs: tuple[frozenset[str], ...]
    pattern: re.Pattern[str]
    read: Reader


SEASON = r"(?:spring|summer|autumn|fall|winter)"
UNIT = r"(?P<unit>weekend|week|month|quarter|year|decade|century)"
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
VAGUE_COUNT = (
    r"(?:several|many|some|a few|few|a couple of|couple of|a number of|dozens of|countless)"
)
WEEKDAY = rf"(?:{any_of(WEEKDAYS)})"

_FULL = any_of([name for name in MONTHS if len(name) > 3 and name != "sept"])
_SHORT = any_of([name for name in MONTHS if (len(name) < 4 and name != "may") or name == "sept"])


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
_TOLD_YEAR = r" (?:of )?(?P<which>last|this|next) year"
_OR_YEAR = rf"(?:,? {YEAR})?"

_TABLE: tuple[tuple[str, str, str, Reader], ...] = (
    ("ISO date", "year", r"(?<![\d-])(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)(?![\d-])", days.iso),
    (
        "numeric date",
        "slash year",
        r"(?<![\w/.-])(?P<a>\d{1,2})(?P<sep>[/.])(?P<b>\d{1,2})(?P=sep)(?P<y>(?:19|20)\d\d)(?![\w/])",
        days.numeric,
    ),
    (
        "numeric date",
        "slash",
        r"(?<![\w/.-])(?P<a>\d{1,2})/(?P<b>\d{1,2})/(?P<y>\d\d)(?![\w/])",
        days.numeric,
    ),
    (
        "named day",
        "month+number slash",
        r"\b(?:sept(?:ember|\.)? 11(?:th)?(?=,? (?:terror\w*|attacks?|hijack\w*))|9/11(?![/\d]))",
        days.september_11,
    ),
    (
        "range of days",
        "month+number",
        rf"\bbetween (?P<text>{month()} {day('first')} and {day('last')}{_OR_YEAR})",
        days.day_range,
    ),
    (
        "range of days",
        "month+number",
        rf"\bbetween (?:the )?(?P<text>{day('first')} and (?:the )?{day('last')} (?:of )?{month()}{_OR_YEAR})",
        days.day_range,
    ),
    (
        "days of a month",
        "month+number",
        rf"(?<![\d$£€.,-])\b{day('d2')}(?:, {day('d3')})? (?:and|or|&) (?P<last>{day('d4')} (?:of )?{month()}{_OR_YEAR})",
        days.days_of_month,
    ),
    (
        "days of a month",
        "month+number",
        rf"\b(?P<first>{month()} {day('d1')})(?:(?:, {day('d2')}){{0,1}}(?:, {day('d3')}){{0,1}},? (?:and|or|&) {day('d4')}){_OR_YEAR}{_LIST_END}",
        days.days_of_month,
    ),
    (
        "range of days",
        "month+number",
        rf"\b(?P<text>{month()} {day('first')}(?: ?[-–—] ?(?:{month('month2')} )?| (?:to|through|until|till|thru) ){day('last')}{_OR_YEAR})",
        days.day_range,
    ),
    (
        "range of days",
        "month+number",
        rf"(?<![\d$£€.,])\b(?P<text>{day('first')}(?: ?[-–—] ?| (?:to|until|through) ){day('last')} (?:of )?{month()}{_OR_YEAR})",
        days.day_range,
    ),
    (
        "day of a month",
        "month+number",
        rf"\b(?P<text>{_DAYS_NAME}{month()} (?:the )?{day()}(?:,? {SHORT_YEAR}|{_TOLD_YEAR})?)",
        days.day_of_month,
    ),
    (
        "day of a month",
        "month+number",
        rf"(?<![\d$£€.,-])\b(?P<text>{_DAYS_NAME}(?:the )?{day()} (?:of )?{month()}(?:,? {SHORT_YEAR}|{_TOLD_YEAR})?)(?! \d{{1,2}}(?!\d))",
        days.day_of_month,
    ),
    (
        "two months",
        "month",
        rf"\b(?P<text>{month('first')}(?P<joint> ?[-–—] ?| (?:to|through|until|and) ){month('last')}(?:,? (?:of )?{YEAR}|{_TOLD_YEAR})?)",
        periods.months_named,
    ),
    (
        "month of a year",
        "month+year month+short_year month+spelled",
        rf"\b(?P<text>{PART}?{month()}(?:,| of)? {SHORT_YEAR})",
        periods.month_of_year,
    ),
    (
        "month, told by its year",
        "month+unit+which",
        rf"\b(?P<text>{PART}?{month()} (?:of )?(?P<which>last|this|next|that|the same|the following|the previous) year)\b",
        periods.month_by_year,
    ),
    (
        "month, told by its neighbour",
        "month+which",
        rf"\b(?P<text>{PART}?{DEICTIC} {month()})(?! \d)",
        periods.month_alone,
    ),
    ("month", "month", rf"\b(?P<text>{PART}?{month()})(?!\w)", periods.month_alone),
    (
        "two weekdays",
        "weekday",
        rf"\b(?P<text>(?:{DEICTIC} )?{weekday('first')} (?:and|or|to|through|until) {weekday('last')}{TIME_OF_DAY}?)",
        days.two_weekdays,
    ),
    (
        "weekday, told by its week",
        "weekday+unit+which",
        rf"\b(?P<text>{PART}?{weekday()}{TIME_OF_DAY}? (?:of )?(?P<which>last|this|next|that) week)\b",
        days.weekday_of_week,
    ),
    (
        "weekday, told by its neighbour",
        "weekday+which",
        rf"\b(?P<text>{PART}?{DEICTIC} {weekday()}{TIME_OF_DAY}?)(?!\w)",
        days.weekday_alone,
    ),
    (
        "weekday",
        "weekday",
        rf"\b(?P<text>{PART}?{weekday()}{TIME_OF_DAY}?)(?!\w)",
        days.weekday_alone,
    ),
    (
        "day next to today",
        "deictic",
        r"\b(?P<text>the day (?:before yesterday|after tomorrow)|(?:earlier |later |late |early )?(?:yesterday|today|tomorrow|tonight)(?: (?:morning|afternoon|evening|night))?|last night|(?:earlier |later |late |early )?this (?:morning|afternoon|evening))\b(?![- ]show\b)",
        days.deictic_day,
    ),
    (
        "overnight",
        "deictic",
        r"\b(?P<text>overnight)\b(?! (?:success|sensation|stay|stays|rates?|funds?|deliver\w+|express|mail|camp|lows?|parking|interest|lending|loans?|flights?|trips?|bag|guests?))",
        days.overnight,
    ),
    ("quarter of a year", "quarter", rf"\b(?P<text>(?:q(?P<q>[1-4])|(?:the )?(?P<word>first|second|third|fourth|1st|2nd|3rd|4th)[- ]quarter)(?: of)?,? (?:fiscal )?(?:{YEAR}|(?P<which>last|this|next) year))", years.quarter_of_year),
    ("quarter of a year", "quarter", rf"\b(?P<text>(?:{YEAR}|(?P<which>last|this|next) year)['’]s (?P<word>first|second|third|fourth)[- ]quarter)\b", years.quarter_of_year),
    ("quarter of a year", "quarter", rf"\b(?P<text>{YEAR} (?P<word>first|second|third|fourth)[- ]quarter)\b", years.quarter_of_year),
    ("business quarter", "quarter", r"\b(?P<text>(?P<word>first|second|third|fourth)[- ]quarter)\b", years.business_quarter),
    ("half of a year", "half+year half+spelled half+unit", rf"\b(?P<text>(?P<word>first|second) half of (?:(?:the year )?{YEAR}|(?:the|this) year\b(?! (?:of|to|ended|before))))", years.half_of_year),
    ("months of a year", "units+year", rf"\b(?P<text>(?P<word>first|last) {COUNT} months of {YEAR})", years.months_of_year),
    ("season", "season+year season+spelled", rf"\b(?P<text>(?:{PART})?(?P<season>{SEASON})(?: of)?,? {YEAR})", periods.season_of_year),
    ("season, told by its neighbour", "season+which", rf"\b(?P<text>(?:{PART})?(?P<which>last|next|this past|this coming|this) (?P<season>{SEASON}))\b(?! (?:of|from|in|out|short|down|apart))", periods.season_alone),
    ("holiday", "holiday", rf"\b(?P<text>(?P<holiday>christmas (?:day|eve)|christmas|new year['’]s (?:day|eve)|(?:fourth|4th) of july|thanksgiving(?: day)?|easter(?: sunday| monday)?|good friday|valentine['’]s day|halloween)(?:,? (?:of )?{YEAR})?)(?!\w)", days.holiday),
    ("decade", "decade", r"(?<![\w$£€])(?P<text>(?:the )?(?:early |late |mid-?)?(?:the )?(?P<decade>(?:1[5-9]|20)\d|['’‘][1-9])0['’]?s)(?!\w)", years.decade),
    ("decade", "decade", r"\b(?P<text>the (?:early |late |mid-?)?(?P<word>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties))\b", years.decade),
    ("century", "century", rf"\b(?P<text>(?:the )?(?:early |late |mid-?)?(?P<ordinal>\d{{1,2}}(?:st|nd|rd|th)|{any_of(ORDINALS)})[- ]century)\b", years.century),
    ("fiscal year", "fiscal", r"\b(?P<text>fiscal (?:years? )?(?P<year>\d{4})(?:[-/]\d\d(?:\d\d)?)?)(?!\w)", years.year_named),
    ("range of years", "year", r"(?<![\w$£€.,/-])(?P<text>(?P<first>(?:1[5-9]|20)\d\d)[-–—/](?P<last>(?:(?:1[5-9]|20)\d\d)|\d\d))(?![\w/-]|[.,]\d)", years.year_range),
    ("year named as such", "year spelled", rf"\b(?P<text>{PART}?(?:the )?year {YEAR})", years.year_named),
    ("year spelled out", "spelled", rf"\b(?P<text>(?:the )?{PART}?(?P<year>{SPELLED_YEAR}))(?!\w)", years.year_spelled),
    ("part of a year", "year", rf"\b(?P<text>{PART}(?P<year>(?:1[5-9]|20)\d\d))(?!\w|[.,]\d|%)", years.year_named),
    ("year", "year", r"(?<![\w$£€#.,/:+'’-])(?:(?:pre|post)-)?(?P<text>(?P<year>(?:1[0-9]|20)\d\d))(?!\w|%|°|[.,/:]\d|-\w)", years.year_alone),
    ("time ago", "unit+ago units+ago units+relation unit+relation", rf"\b(?P<text>(?:{COUNT})[- ](?:and a half )?(?P<unit>hour|minute|day|week|month|quarter|year|decade|century)s?(?: and a half)?[- ](?P<way>ago|from now|hence))\b", periods.time_ago),
    ("time ago", "unit+ago units+ago units+relation unit+relation", rf"\b(?P<text>{VAGUE_COUNT} (?P<unit>hour|minute|day|week|month|quarter|year|decade|centurie)s (?:ago|earlier|later|before|back)|(?:long|weeks|months|years|decades|centuries|days) ago)\b", periods.vague),
    ("time from another", "unit+relation units+relation", rf"\b(?P<text>(?:{COUNT})[- ](?P<unit>day|week|month|quarter|year|decade)s?[- ](?P<way>earlier|later|before|afterwards?|after))\b", periods.time_from),
    ("year before", "unit+ago unit+relation", r"\b(?P<text>(?P<unit>year|month|week)-(?P<way>ago|earlier))\b", periods.time_ago),
    ("time to come", "units+ahead unit+ahead", rf"\b(?:with)?in (?P<text>{COUNT} {UNITS}(?:['’] time)?)\b", periods.time_to_come),
    ("stretch up to now", "units+which unit+which", rf"\b(?P<text>(?:the )?(?:past|last|previous|preceding) {VAGUE_COUNT} {UNITS})\b", periods.vague),
    ("stretch from now", "units+which", rf"\b(?P<text>(?:the )?(?:next|coming) {VAGUE_COUNT} {UNITS})\b", periods.vague),
    ("stretch up to now", "units+which unit+which", rf"\b(?P<text>(?:the )?(?P<way>past|last|next|coming) {COUNT} {UNITS})\b", periods.stretch),
    ("stretch up to now", "units+which unit+which", r"\b(?P<text>the (?P<way>past|last|coming|next) (?P<unit>week|month|quarter|year|decade|century))\b", periods.stretch),
    ("vague time", "recent vague+units", r"\b(?P<text>recently|lately|(?:in|over|during) (?:the )?(?:recent|past|coming) (?:days|weeks|months|years|decades)|(?:recent|coming|past) (?:days|weeks|months|years|decades)|for (?:(?:several|many|some|a few) )?(?:days|weeks|months|years|decades|centuries)(?! to come)|these days)\b", periods.vague),
    ("period, told by its neighbour", "unit+which", rf"\b(?P<text>(?:so far |{PART}|(?:the )?same time )?(?P<which>last|next|this past|this coming|this|the current|the previous|the preceding|the following|the coming|the same|that same|that)(?: (?:fiscal|calendar|financial|school|academic|full))? {UNIT})(?![\w-])", periods.period),
    ("day from another", "day", r"\b(?P<text>the (?P<which>next|following|previous|same|preceding) day(?! or)|that (?:same )?day|the day (?P<way>before|after)(?= ?[,.;]|$))\b", days.neighbour_day),
    ("weekend", "weekend", r"\b(?:over|on|during|at|through|throughout) (?P<text>the (?:(?:long|holiday) )?weekend)\b", periods.weekend),
    ("part of the period", "unit+end", r"\b(?P<text>(?:(?:the )?(?:end|beginning|start|middle) of the|(?:earlier|later|early|late) in the|so far in the|the rest of the|the remainder of the) (?P<unit>(?<=[rlye] in the )day|week|month|quarter|year|decade|century))\b(?! (?:of|to|that|ended|ending|since))", periods.this_period),
    ("part of the period", "unit+end", r"\b(?P<text>(?P<unit>year|month|week)(?:['’]s[ -]|[- ])end)\b", periods.this_period),
    ("day of this month", "ordinal", r"\bon the (?P<text>(?P<day>\d{1,2}(?:st|nd|rd|th)))(?=[.,;!?)]|$| of (?:this|last|next) month)", days.day_of_this_month),
)  # fmt: skip

RULES: tuple[Rule, ...] = tuple(
    Rule(
        name,
        tuple(frozenset(classes.split("+")) for classes in needs.split()),
        re.compile(pattern),
        reader,
    )
    for name, needs, pattern, reader in _TABLE
)


@lru_cache(maxsize=512)
def rules_for(classes: frozenset[str]) -> tuple[Rule, ...]:
    """The rules worth trying on a sentence with words of these classes, in order."""
    return tuple(rule for rule in RULES if any(needed <= classes for needed in rule.needs))
