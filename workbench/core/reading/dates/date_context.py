"""Where a date stands: its sentence, the day of publication, and what was named before.

In news a date without its year, "last month" and weekdays count from the day of publication, and
by the tense of their clause. In a story about the past (see `narrative`) they count from the date
that the story named last. Where neither is known the days stay open.
"""

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from types import MappingProxyType

from msgspec import Struct

from workbench.core.lexicon.en import tense_words
from workbench.core.lexicon.en.time_words import CARDINALS, MONTHS, ORDINALS, UNIT_OF
from workbench.core.reading.dates import spans
from workbench.core.reading.dates.spans import FUTURE, PAST, UNKNOWN, Span

CLAUSE = 90
"""Characters before and after a date in which the tense of its clause is looked for."""
FRESH = 31
"""Days around publication in which a day without a year is that of the news itself."""
TURN = 8
"""Months: in a story, a month so much earlier in the year than the one before is the next
year's."""
LONGEST_STEP = 366
"""Days of the longest date that says where a story stands: a year."""

_TENSE = re.compile(
    rf"(?P<future>\b(?:{tense_words.FUTURE_CUES})\b|['’]ll\b)"
    rf"|(?P<past>\b(?:{tense_words.PAST_CUES})\b)"
)
_UNPLANNED = re.compile(rf"['’]s (?:[\w-]+ ){{0,2}}(?:{tense_words.UNPLANNED})\b", re.IGNORECASE)
_NEAR = r"(?: (?:the|this|late|early|on|in|at))?\s*$"
_LEADS_AHEAD = re.compile(rf"\b(?:{tense_words.LEADS_AHEAD}){_NEAR}", re.IGNORECASE)
_LEADS_BACK = re.compile(rf"\b(?:{tense_words.LEADS_BACK}){_NEAR}", re.IGNORECASE)
_BUSINESS = re.compile(rf"\b(?:{tense_words.BUSINESS})\b")
_EARLIER = re.compile(r"\b(?:since|had|having|until then)\b")
_STEP = re.compile(r"(?:^|\b(?:in|by|during|until|till|to|and|early|late|mid|from|year)\W)\s*$")


_BLANKS = dict.fromkeys(map(ord, "\t\n\r\v\f\x85\xa0\u2007\u2009\u202f"), " ")


def lowered(text: str) -> str:
    """A text in lower case with every character in its place."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(low if len(low := c.lower()) == 1 else c for c in text)


def plain(text: str) -> str:
    """A text in which every kind of blank, and the end of a line, is a plain blank."""
    return text.translate(_BLANKS)


class Dated(Struct, frozen=True):
    """A span of the sentence and the days it denotes; None where that is not known."""

    start: int
    end: int
    days: Span | None
    rule: str
    vague: bool = False


class Ahead(Struct, frozen=True):
    """What an article named ahead of a sentence.

    `before` is the last date, which "the next day" counts from; `years` holds the year that
    the article gave to a day (month, day of the month). In a `story` dates count from `before`.
    """

    before: Span | None = None
    years: Mapping[tuple[int, int], int] = MappingProxyType({})
    story: bool = False


NOTHING = Ahead()


@dataclass(eq=False)
class Context:
    """A sentence, the day of publication and what was named ahead.

    `read` is what has been read in the sentence so far, in reading order.
    """

    text: str
    published: date | None = None
    ahead: Ahead = NOTHING
    read: list[Dated] = field(default_factory=list)

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
        return _BUSINESS.search(self.lower) is not None

    @property
    def named(self) -> Span | None:
        """The date named last: what "the next day" counts from."""
        return next((r.days for r in reversed(self.read) if r.days), self.ahead.before)

    @property
    def named_day(self) -> Span | None:
        """The date named last, if it is a single day."""
        named = self.named
        return named if named and named[0] == named[1] else None

    @property
    def reached(self) -> Span | None:
        """The date that a story has come to."""
        return story_date(self.lower, self.read, self.ahead.before)

    def origin(self, unit: str) -> date | None:
        """The day that "last", "this" and "next" count from: that of publication, and in a
        story the date it has come to, where that is as exact as the unit."""
        if not self.ahead.story:
            return self.published
        reached = self.reached
        exact = {"year": 366, "decade": 366, "century": 366, "month": 31, "quarter": 31}
        if reached is None or (reached[1] - reached[0]).days > exact.get(unit, 0):
            return None
        return reached[0]

    def way(self, start: int, end: int) -> int:
        """Which way the clause around a span looks: PAST, FUTURE or UNKNOWN."""
        before = self.text[max(0, start - CLAUSE) : start]
        if _LEADS_AHEAD.search(before) and before.strip().lower() != "by":
            return FUTURE
        if _LEADS_BACK.search(before):
            return PAST
        clause = start - len(before) + max(before.rfind(mark) for mark in ';:“”"') + 1
        at = bisect_right(self.cues, (start,))
        if at and self.cues[at - 1][0] >= clause and self.cues[at - 1][1] <= start:
            return self.cues[at - 1][2]
        after = next((cue for cue in self.cues[at : at + 2] if cue[0] >= end), None)
        if after is None or after[0] > end + CLAUSE:
            return UNKNOWN
        return PAST if _UNPLANNED.match(self.text, end) else after[2]

    @cached_property
    def cues(self) -> list[tuple[int, int, int]]:
        """The words that show tense: start, end, and PAST or FUTURE, in order; May is none."""
        return [
            (*cue.span(), FUTURE if cue["future"] else PAST)
            for cue in _TENSE.finditer(self.lower)
            if not (self.cased and self.text.startswith("May", cue.start()))
        ]

    def year_of_story(self, month: int, at: int) -> int | None:
        """The year of a month that a story gives no year: the one it has come to.

        A month much earlier in the year than the one before is the next year's, and a later
        one in a clause that looks back ("since December"), the last year's.
        """
        reached = self.reached
        if reached is None:
            return None
        year = reached[1].year
        if (reached[1] - reached[0]).days > 31:
            return year
        gap = month - reached[1].month
        if gap <= -TURN:
            return year + 1
        looks_back = _EARLIER.search(self.lower, max(0, at - CLAUSE), at)
        return year - 1 if gap > 0 and looks_back else year


def story_date(lower: str, read: list[Dated], before: Span | None) -> Span | None:
    """The date a story has come to after some readings of a sentence.

    A year in passing ("the treaty of 1839", "the 1839 treaty") leads nowhere, a stretch of
    years leads to its beginning if nothing was named yet. After a year that has no place in
    this calendar ("in 218 BC") nothing is known.
    """
    for reading in read:
        if reading.rule in LEADS_NOWHERE:
            before = None
        elif reading.days:
            length = (reading.days[1] - reading.days[0]).days
            if length > LONGEST_STEP:
                before = before or spans.a_year(reading.days[0].year)
            elif (
                length < 300
                or before is None
                or _STEP.search(lower, max(0, reading.start - 12), reading.start)
            ):
                before = reading.days
    return before


LEADS_NOWHERE = frozenset({"year of another calendar", "month of another calendar"})
"""Names of the rules whose dates have no days in this calendar."""


class Form(Struct, frozen=True):
    """A match of a rule where it stands, and what its groups say."""

    match: re.Match[str]
    context: Context
    part: str = "text"

    def get(self, name: str) -> str:
        """A group's text; "" where the pattern has none or it is unset."""
        match = self.match
        return match[name] or "" if name in match.re.groupindex else ""

    def month(self, name: str = "month") -> int:
        """The number of the month in a group."""
        return MONTHS[self.get(name).rstrip(".")]

    def ordinal(self, name: str) -> int:
        """The value of digits ("8", "8th") or of an ordinal word; 0 where there is none."""
        digits = re.search(r"\d+", self.get(name))
        return int(digits[0]) if digits else ORDINALS.get(self.get(name), 0)

    def year(self) -> int | None:
        """The year in figures or words, or told by another ("last year", "two years ago")."""
        if self.get("year"):
            published = self.context.published
            return year_of(self.get("year"), published.year if published else None)
        if self.get("way"):
            published = self.context.published
            each = _YEARS.get(self.unit(), 1)
            return published.year - each * number_of(self.get("count")) if published else None
        days = None if self.get("vague") else self.neighbour("year")
        return days[0].year if days else None

    def year_ahead(self) -> int | None:
        """The year that stands right in front: "Two years ago, on March 5", "In 1941, in May"."""
        read = self.context.read
        if not read or not read[-1].days or (read[-1].days[1] - read[-1].days[0]).days < 360:
            return None
        between = self.context.lower[read[-1].end : self.match.start("text")]
        whole = read[-1].days[0].year == read[-1].days[1].year
        return read[-1].days[0].year if whole and _RIGHT_AHEAD.fullmatch(between) else None

    @property
    def tells_year(self) -> bool:
        return any(map(self.get, ("year", "which", "way", "vague")))

    @property
    def way(self) -> int:
        """Which way the clause looks: PAST, FUTURE or UNKNOWN."""
        return self.context.way(*self.match.span("text"))

    def capital(self, name: str) -> bool:
        """Whether a group begins with a capital, or the sentence does not tell."""
        context = self.context
        return not context.cased or context.text[self.match.start(name)].isupper()

    def is_month(self, name: str = "month") -> bool:
        """Whether "may", "march" or an abbreviation is the month here, by its capital."""
        word = self.get(name)
        return len(word) > 5 or word in {"april", "june", "july"} or self.capital(name)

    def before(self, count: int) -> str:
        """The characters in front of the date, as they are written."""
        start = self.match.start("text")
        return self.context.text[max(0, start - count) : start]

    def unit(self) -> str:
        """The unit of time, in singular."""
        return UNIT_OF[self.get("unit") or self.get("unit2") or self.get("unit3")]

    def neighbour(self, unit: str) -> Span | None:
        """The day, week, … named by its place beside the publication or the date before.

        "Last", "this" and "next" look from the day of publication; "that", "the same",
        "the previous" and "the following" from the date that the article named before.
        """
        words = self.get("which").split() or ["this"]
        looks_back = words[0] == "that" or words[-1] in _FROM_NAMED
        named = self.context.named if looks_back else None
        origin = (named[0] if named else None) if looks_back else self.context.origin(unit)
        return spans.unit(origin, unit, OFFSETS.get(words[-1], 0)) if origin else None

    def moved(self, origin: date | None, sign: int = -1) -> Span | None:
        """The period so many units from a day: as exact as its unit, a day for weeks.

        Half a year, a decade or a century counts in the next smaller unit; half of another
        unit has no length that can be told.
        """
        unit, (count, half) = self.unit(), amount_of(self.get("count"), self.get("text"))
        if half and unit in _HALVES:
            smaller, each = _HALVES[unit]
            unit, count = smaller, 2 * each * count + each
        elif half and unit not in {"hour", "minute"}:
            return None
        return spans.moved(origin, unit, sign * count) if origin else None

    def moved_exactly(self, count: int) -> date | None:
        """The very day so many units from publication: a month ago to the day."""
        origin = self.context.published
        found = spans.rolling(origin, self.unit(), count) if origin else None
        return found and found[0 if count < 0 else 1]


_RIGHT_AHEAD = re.compile(r",? (?:(?:on|in|by|since|until|during|from|early|late|the) ){0,3}")
_FROM_NAMED = {"same", "previous", "preceding", "following"}
_YEARS = {"decade": 10, "century": 100}
_HALVES = {"year": ("month", 6), "decade": ("year", 5), "century": ("year", 50)}
OFFSETS = {
    **dict.fromkeys(("last", "past", "previous", "preceding"), PAST),
    **dict.fromkeys(("next", "following", "coming"), FUTURE),
}
"""Which way the words that tell a neighbour look."""


def amount_of(count: str, phrase: str) -> tuple[int, bool]:
    """The count of units in a phrase, and whether a half comes with it: "two and a half"."""
    if count.startswith("half"):
        return 0, True
    return number_of(count or "a"), "and a half" in phrase


def number_of(words: str) -> int:
    """The value of digits or number words below a hundred ("a" and "an" are one)."""
    if words.isdigit():
        return int(words)
    if words in {"a", "an"}:
        return 1
    return sum(CARDINALS.get(part, 0) for part in re.split(r"[ -]", words))


def year_of(words: str, published_year: int | None = None) -> int | None:
    """The value of a year in digits, short ("'98") or spelled out; None if not of this calendar.

    A short one is the last such year up to ten years after publication; without a
    publication date 00–39 count as this century and 40–99 as the last.
    """
    digits = words.lstrip("'’‘")
    if digits.isdigit():
        value = int(digits)
        if len(digits) == 2:
            return _full_year(value, published_year)
        return value if value <= LAST_YEAR else None
    parts = re.split(r"[ -]", words)
    if parts[:2] == ["two", "thousand"]:
        return 2000 + (number_of(" ".join(parts[2:])) if parts[2:] else 0)
    rest = [part for part in parts[1:] if part not in {"hundred", "oh"}]
    return 100 * CARDINALS[parts[0]] + (number_of(" ".join(rest)) if rest else 0)


LAST_YEAR = 2199
"""A year beyond this one is of another calendar, or of none."""


def _full_year(short: int, published_year: int | None) -> int:
    if published_year is None:
        return short + (2000 if short < 40 else 1900)
    latest = published_year + 10
    return latest - (latest - short) % 100
