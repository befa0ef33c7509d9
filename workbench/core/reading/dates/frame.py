"""Where a date expression stands, and what readers of every kind share.

A reader takes the match of a form (see `date_grammar`) and the frame in which
it stands, and yields readings: a span of text with the days that it denotes.
Vague edges ("early 2020", "the end of March", "earlier this week") denote the
whole period: it is the tightest bound that the words themselves give.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from workbench.core.lexicon.en.time_words import MONTHS
from workbench.core.reading.dates import calendar as cal
from workbench.core.reading.dates.calendar import FUTURE, PAST, UNKNOWN, Span
from workbench.core.reading.dates.words import (
    BUSINESS,
    LOOKS_AHEAD,
    LOOKS_BACK,
    TENSE,
    UNPLANNED,
    year_of,
)

CLAUSE = 90
"""Characters before and after a date in which the tense of its clause is looked for."""


def lowered(text: str) -> str:
    """A text in lower case with every character in its place."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(low if len(low := c.lower()) == 1 else c for c in text)


@dataclass(frozen=True, slots=True)
class Reading:
    """A span of the sentence and the days it denotes; None where that is not known."""

    start: int
    end: int
    days: Span | None
    vague: bool = False


@dataclass(frozen=True, slots=True)
class Named:
    """What an article named ahead of a sentence.

    `before` is the last date, which "the next day" counts from; `years` holds the
    year that the article gave to a day (month, day of the month).
    """

    before: Span | None = None
    years: Mapping[tuple[int, int], int] = field(default_factory=dict)


NOTHING = Named()


@dataclass(frozen=True)
class Frame:
    """Where an expression stands: its sentence, the day of publication, what was named.

    `kept` is what the rules have read in the sentence so far.
    """

    text: str
    published: date | None = None
    ahead: Named = NOTHING
    kept: list[Reading] = field(default_factory=list)

    @cached_property
    def cased(self) -> bool:
        """Whether the sentence is written with capitals and small letters."""
        return not (self.text.isupper() or self.text.islower())

    @cached_property
    def lower(self) -> str:
        """The sentence in lower case, character for character; what rules are run on.

        Patterns that need not fold case are about three times as fast.
        """
        return lowered(self.text)

    @cached_property
    def business(self) -> bool:
        """Whether the sentence is about business, where quarters are quarters of a year."""
        return BUSINESS.search(self.lower) is not None

    def named(self, at: int) -> Span | None:
        """The date named last ahead of a place: what "the next day" there counts from."""
        ahead = [r for r in self.kept if r.end <= at and r.days]
        return max(ahead, key=lambda r: r.end).days if ahead else self.ahead.before

    def named_day(self, at: int) -> Span | None:
        """The date named last ahead of a place, if it is a single day."""
        named = self.named(at)
        return named if named and named[0] == named[1] else None

    def way(self, start: int, end: int) -> int:
        """Which way the clause around a span looks: PAST, FUTURE or UNKNOWN."""
        before = self.text[max(0, start - CLAUSE) : start]
        if LOOKS_AHEAD.search(before) and before.strip().lower() != "by":
            return FUTURE
        if LOOKS_BACK.search(before):
            return PAST
        clause = start - len(before) + max(before.rfind(mark) for mark in ';:“”"') + 1
        at = bisect_right(self.cues, (start,))
        if at and self.cues[at - 1][0] >= clause and self.cues[at - 1][1] <= start:
            return self.cues[at - 1][2]
        after = next((cue for cue in self.cues[at : at + 2] if cue[0] >= end), None)
        if after is None or after[0] > end + CLAUSE:
            return UNKNOWN
        return PAST if UNPLANNED.match(self.text, end) else after[2]

    @cached_property
    def cues(self) -> list[tuple[int, int, int]]:
        """The words that show tense: start, end, and PAST or FUTURE, in order."""
        return [
            (*cue.span(), FUTURE if cue["future"] else PAST) for cue in TENSE.finditer(self.lower)
        ]


def group(match: re.Match[str], name: str) -> str:
    """A group's text; "" where the pattern has none or it is unset."""
    return match.groupdict().get(name) or ""


def one(match: re.Match[str], days: Span | None, vague: bool = False) -> Iterator[Reading]:
    """The one reading of a match, over its group `text` or the whole."""
    span = match.span("text" if "text" in match.re.groupindex else 0)
    yield Reading(*span, days, vague)


def month_in(match: re.Match[str], name: str = "month") -> int:
    return MONTHS[group(match, name).rstrip(".")]


def year_in(match: re.Match[str], frame: Frame) -> int | None:
    words = group(match, "year")
    return year_of(words, frame.published.year if frame.published else None) if words else None


def way_of(match: re.Match[str], frame: Frame) -> int:
    return frame.way(match.start(), match.end())


def capital(match: re.Match[str], frame: Frame, name: str) -> bool:
    """Whether a group begins with a capital, or the sentence does not tell."""
    return not frame.cased or frame.text[match.start(name)].isupper()


def is_month(match: re.Match[str], frame: Frame, name: str = "month") -> bool:
    """Whether "may", "march" or an abbreviation is the month here, by its capital."""
    word = match[name]
    sure = len(word) > 5 or word in {"april", "june", "july"}
    return sure or capital(match, frame, name)


_OFFSETS = {
    "last": -1,
    "past": -1,
    "previous": -1,
    "preceding": -1,
    "next": 1,
    "following": 1,
    "coming": 1,
}


def neighbour(match: re.Match[str], unit: str, frame: Frame) -> Span | None:
    """The day, week, … named by its place beside the publication or the date before.

    "Last", "this" and "next" look from the day of publication; "that", "the same",
    "the previous" and "the following" from the date that the article named before.
    """
    words = group(match, "which").split()
    looks_back = words[0] == "that" or words[-1] in {"same", "previous", "preceding", "following"}
    named = frame.named(match.start()) if looks_back else None
    origin = (named[0] if named else None) if looks_back else frame.published
    return cal.unit(origin, unit, _OFFSETS.get(words[-1], 0)) if origin else None


def moved(origin: date | None, unit: str, count: int) -> Span | None:
    """The period so many units from a day, as exact as its unit; a day for weeks."""
    if origin is None:
        return None
    if unit in {"hour", "minute"}:
        days = -1 - (-count // 24 if unit == "hour" else 0)
        return cal.days(origin, days, 0)
    if unit == "week":
        return cal.days(origin, 7 * count, 7 * count)
    return cal.unit(origin, unit, count)


def told_year(match: re.Match[str], frame: Frame) -> int | None:
    """The year that stands in a match, in figures or as "last year"."""
    which = group(match, "which")
    if which:
        year = neighbour(match, "year", frame)
        return year[0].year if year else None
    return year_in(match, frame)
