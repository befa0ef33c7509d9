"""Where a date expression stands, and what readers of every kind share.

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
    LOOKS_AHEAD,
    LOOKS_BACK,
    TENSE,
    UNPLANNED,
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

    @property
    def named_day(self) -> Span | None:
        """The date named before, if it is a single day."""
        return self.before if self.before and self.before[0] == self.before[1] else None

    def way(self, start: int, end: int) -> int:
        """Which way the clause around a span looks: PAST, FUTURE or UNKNOWN."""
        before = self.text[max(0, start - CLAUSE) : start]
        if LOOKS_AHEAD.search(before):
            return FUTURE
        if LOOKS_BACK.search(before):
            return PAST
        before = before[max(before.rfind(mark) for mark in ';:“”"') + 1 :]
        cues = list(TENSE.finditer(before))
        cue = cues[-1] if cues else TENSE.search(self.text, end, end + CLAUSE)
        if cue is None or (not cues and UNPLANNED.match(self.text, end)):
            return PAST if cue else UNKNOWN
        return FUTURE if cue["future"] else PAST


def group(match: re.Match[str], name: str) -> str:
    """A group's text in lower case; "" where the pattern has none or it is unset."""
    return (match.groupdict().get(name) or "").lower()


def one(match: re.Match[str], days: Span | None, vague: bool = False) -> Iterator[Reading]:
    """The one reading of a match, over its group `text` or the whole."""
    group = "text" if "text" in match.re.groupindex else 0
    yield Reading(match.start(group), match.end(group), days, vague)


def month_in(match: re.Match[str], name: str = "month") -> int:
    return MONTHS[group(match, name).rstrip(".")]


def year_in(match: re.Match[str], frame: Frame) -> int | None:
    words = group(match, "year")
    return year_of(words, frame.published.year if frame.published else None) if words else None


def way_of(match: re.Match[str], frame: Frame) -> int:
    return frame.way(match.start(), match.end())


def is_month(match: re.Match[str], frame: Frame, name: str = "month") -> bool:
    """Whether "may", "march", "sun" and the like are the month here, by their capital."""
    return match[name][0].isupper() or not frame.cased


_OFFSETS = {"last": -1, "previous": -1, "preceding": -1, "next": 1, "following": 1, "coming": 1}


def neighbour(which: str, unit: str, frame: Frame) -> Span | None:
    """The day, week, … named by its place beside the publication or the date before.

    "Last", "this" and "next" look from the day of publication; "that", "the same",
    "the previous" and "the following" from the date that the article named before.
    """
    words = which.split()
    looks_back = words[0] == "that" or words[-1] in {"same", "previous", "preceding", "following"}
    origin = (frame.before[0] if frame.before else None) if looks_back else frame.published
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
