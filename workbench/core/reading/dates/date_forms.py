"""The forms that dates take: rules as data, and the named pieces their patterns are made of.

A pattern is a regular expression over a sentence in lower case in which `<MONTH>` stands for the
piece of that name and captures it as `month`; `<MONTH:first>` captures it as `first`. Which
words a rule cannot do without is worked out from its pattern, so that most rules are never tried.
All repeats are bounded, so that no pattern can run away.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from workbench.core.lexicon.en import tense_words
from workbench.core.lexicon.en.time_words import (
    CARDINALS,
    DECADES,
    MONTH_ABBREVIATIONS,
    MONTHS,
    ORDINALS,
    PARTS_OF_DAY,
    SEASONS,
    UNIT_OF,
    UNITS,
    WEEKDAY_ABBREVIATIONS,
    WEEKDAYS,
)
from workbench.core.text.pattern_needs import begun_by

if TYPE_CHECKING:
    from workbench.core.reading.dates.date_context import Form
    from workbench.core.reading.dates.spans import Span


def any_of(words: Iterable[str]) -> str:
    """An alternation of literal words, longest first."""
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


_TENS = [word for word, value in CARDINALS.items() if value % 10 == 0 and value > 10]
_ONES = [word for word, value in CARDINALS.items() if value < 10]
_TEENS = [word for word, value in CARDINALS.items() if 10 <= value < 20]
_SMALL = rf"(?:(?:{any_of(_TENS)})[ -](?:{any_of(_ONES)})|{any_of(CARDINALS)})"
_SPELLED = (
    rf"(?:(?:nineteen|twenty)[ -](?:hundred|oh[ -](?:{any_of(_ONES)})"
    rf"|(?:{any_of(_TENS)})(?:[ -](?:{any_of(_ONES)}))?|{any_of(_TEENS)})"
    rf"|two thousand(?:(?: and)? {_SMALL})?)"
)
_SHORT = any_of(MONTH_ABBREVIATIONS)
_FULL = any_of(MONTHS.keys() - MONTH_ABBREVIATIONS.keys())
_MONTH = rf"(?:{_FULL})(?![^\W\d])|(?:{_SHORT})(?![a-z])\.?"
_DAY_NUMBER = r"(?:3[01]|[12]\d|0?[1-9])"
_DAY = rf"{_DAY_NUMBER}(?:st|nd|rd|th)?(?!\w|:\d|%|[.,]\d|/\d)|(?:{any_of(ORDINALS)})(?!\w)"
_NO_COUNT = rf"(?! (?:{tense_words.COUNTED_PEOPLE}|died|were)\b)"
_YEAR = (
    rf"(?:(?:1[5-9]|20)\d\d|(?:\d{{4}}|(?<!, )\d{{3}}(?=[.,;:)]|$)){_NO_COUNT})"
    rf"(?![\d%]|[.,]\d)|{_SPELLED}"
)
"""A year beside a month: a far one only where nothing is counted by it, and three figures
only at the end of a clause."""
_UNIT = any_of(set(UNITS) - {"hour", "minute", "day", "fortnight"})
_COUNT = rf"\d{{1,3}}|{_SMALL}|half an?|an?"

PIECES: dict[str, str] = {
    "MONTH": _MONTH,
    "DAY": _DAY,
    "DAY_NUMBER": _DAY_NUMBER,
    "YEAR": rf"(?:{_YEAR})(?!\w)",
    "SHORT_YEAR": rf"(?:{_YEAR}|['’‘]\d\d)(?!\w)",
    "YEAR_NUMBER": r"(?:1\d|20|21)\d\d",
    "SPELLED_YEAR": _SPELLED,
    "WEEKDAY": rf"(?:{any_of(WEEKDAYS)})(?![\w-])",
    "SEASON": any_of(SEASONS),
    "UNIT": _UNIT,
    "UNITS": any_of(UNIT_OF.keys() - set(UNITS)),
    "ANY_UNIT": any_of(UNIT_OF),
    "COUNT": _COUNT,
    "ORDINAL": any_of(ORDINALS),
    "DECADE_WORD": any_of(DECADES),
    "WHICH": r"last|next|this past|this coming|this|past|coming|the following|the previous",
}
"""Pieces that are captured: its name in small letters is its group, and `_` none."""
PLAIN: dict[str, str] = {
    "PART_OF": (
        r"(?:(?:the )?(?:very )?(?:end|beginning|start|middle|close|second half|first half) of"
        r" (?:the )?|(?:earlier|later)(?: (?:in|on))? |early(?: (?:in|on))? |late(?: (?:in|on))? "
        r"|mid[- ])"
    ),
    "TIME_OF_DAY": rf"(?: (?:{any_of(PARTS_OF_DAY)}))",
    "ON_A": (rf"(?:(?:{any_of(WEEKDAYS)}|(?:{any_of(WEEKDAY_ABBREVIATIONS)})\.?),? (?:the )?)?"),
    "VAGUE_COUNT": (
        r"(?:several|many|some|a few|few|a couple of|couple of|a number of|dozens of|countless)"
    ),
    "DASH": r" ?[-–—‑/] ?",
    "OF_A_YEAR": (
        r"(?:(?: [(\[][^()\[\]]{1,30}[)\]])?(?:,? (?:of |in (?:the year )?)?| \((?=\d{4}\)))"
        r"<SHORT_YEAR:year>(?:(?<=\(\d{4})\))?"
        r"| (?:of )?(?P<which>last|this|next|that|the same|the following|the previous) year"
        r"|,? (?P<count>\d{1,3}|<SMALL>|an?) (?P<unit>year|decade|century|centuries)s? "
        r"(?P<way>ago|earlier|before|back)"
        r"|,? (?:many|several|some|a few) (?P<vague>years|decades|centuries) (?:ago|earlier|back))"
    ),
    "SMALL": _SMALL,
    "CLAUSE_ENDS": r"(?=\s*(?:[.,;:)\]”\"—–]|$|(?:in|at|on|by|when|as|from|after|and)\b))",
    "LIST_ENDS": (
        r"(?=\s*(?:[.,;:)\]”\"’—–]|$|respectively|to|in|at|with|for|by|on|the|of|from|when|as"
        r"|while|during|after|before|between|and|that|this|next|last|were|was|are|is|will)(?!\w))"
    ),
}
"""Pieces that are not captured by themselves."""

_PIECE = re.compile(r"<([A-Z_]+)(?::(\w+))?>")


def pattern_of(form: str) -> str:
    """A form with its pieces put in; one without a group `text` is bounded by non-words."""

    def piece(match: re.Match[str]) -> str:
        name, group = match.groups()
        if name in PLAIN:
            return pattern_of_pieces(PLAIN[name])
        if group == "_":
            return rf"(?:{PIECES[name]})"
        return rf"(?P<{group or name.lower()}>{PIECES[name]})"

    def pattern_of_pieces(text: str) -> str:
        return _PIECE.sub(piece, text)

    whole = pattern_of_pieces(form)
    return whole if "(?P<text>" in whole else rf"\b(?P<text>{whole})(?!\w)"


@dataclass(frozen=True)
class DateRule:
    """One form that a date takes, and how its days are read.

    `value` gives the days of a match, None where they stay open. `accept` may refuse a match;
    so do words in front that end in `not_after` and words behind that begin with `not_before`,
    both looked for as the text is written. `parts` are the groups of which each is a date of its
    own. A `vague` form has no days and makes no date claim; a `sure` one is no date without days.

    `yes` are examples "sentence → date: from..to; …" as read on `EXAMPLE_DAY`, "?" where the
    days stay open; `no` are sentences in which the rule finds nothing. Tests are made of both.
    """

    name: str
    form: str
    value: "Callable[[Form], Span | None]"
    yes: tuple[str, ...]
    no: tuple[str, ...]
    accept: "Callable[[Form], bool] | None" = None
    not_after: str = ""
    not_before: str = ""
    parts: tuple[str, ...] = ("text",)
    vague: bool = False
    sure: bool = False
    pattern: re.Pattern[str] = field(init=False)
    _before: re.Pattern[str] = field(init=False)
    _behind: re.Pattern[str] = field(init=False)

    def __post_init__(self) -> None:
        pattern = pattern_of(self.form)
        derived = {
            "pattern": re.compile(begun_by(pattern)),
            "_before": re.compile(rf"(?:{self.not_after})\s?$", re.IGNORECASE),
            "_behind": re.compile(rf"(?:{self.not_before})", re.IGNORECASE),
        }
        for name, value in derived.items():
            object.__setattr__(self, name, value)

    def takes(self, form: "Form") -> bool:
        """Whether a match of the pattern is a date of this form where it stands."""
        start, end = form.match.span("text")
        text = form.context.text
        if self.not_after and self._before.search(text, max(0, start - AROUND), start):
            return False
        if self.not_before and self._behind.match(text, end):
            return False
        return self.accept is None or self.accept(form)


AROUND = 25
"""Characters in front of a date that `not_after` looks at."""
EXAMPLE_DAY = date(2022, 2, 4)
"""The day of publication of all examples: a Friday."""
