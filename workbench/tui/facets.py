"""Facets of the filter: what a reviewer types to narrow by what is known of a claim.

@name          given to this reviewer
kind:denial    of this kind
status:open    at this status, or shown as that word
source:Post    publisher, title or id of the article has this
claimant:Voss  the claimant has this
after:2022     published on this day or later; a month or a year will do
before:2023-05 published earlier than this day
score:60       score of at least that
rating:false   rated so
article:003    the article's id has this
why:toll       a criterion of its score has this name or reason

A ! before a facet turns it round, "quotes" keep blanks together, and a facet that
is still being typed narrows nothing. All other words go to `query`.
"""

import re
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from workbench.case import ClaimRow
from workbench.core.decide.checkworthiness import CRITERIA
from workbench.tui.signs import status_sign

Subject = TypeVar("Subject")
Test = Callable[[ClaimRow], bool]
Reasons = tuple[str, ...]
Facet = Callable[[str], Test | None]
"""Typed value, in small letters → what a row has to fulfil; None while it says nothing yet."""

WHY = "why"
"""The facet of what a score is made of."""
_TERM = re.compile(r'!?[a-z]{1,12}:"[^"]{0,200}"?|!?@"[^"]{0,200}"?|\S+', re.IGNORECASE)
_NAMED = re.compile(r"(!?)(?:([a-z]{1,12}):|(@))(.*)", re.IGNORECASE | re.DOTALL)
_DAY = re.compile(r"(\d{4})(?:-(\d\d?)(?:-(\d\d?))?)?")


def _has(field: Callable[[ClaimRow], str]) -> Facet:
    return lambda value: lambda row: value in field(row).lower()


def _kind(value: str) -> Test:
    return lambda row: any(kind.startswith(value) for kind in row.kinds)


def _status(value: str) -> Test:
    return lambda row: row.status.startswith(value) or status_sign(row.status)[1].startswith(value)


def _source(value: str) -> Test:
    return lambda row: any(
        value in name.lower() for name in (row.publisher, row.title, row.article)
    )


def _assignee(value: str) -> Test:
    return lambda row: row.assignee.lower().startswith(value)


def _after(value: str) -> Test | None:
    day = day_of(value)
    return (lambda row: row.published is not None and row.published >= day) if day else None


def _before(value: str) -> Test | None:
    day = day_of(value)
    return (lambda row: row.published is not None and row.published < day) if day else None


def _score(value: str) -> Test | None:
    least = float(value) if value.isdecimal() and len(value) < 4 else None
    return (lambda row: row.score >= least) if least is not None else None


FACETS: Mapping[str, Facet] = {
    "@": _assignee,
    "kind": _kind,
    "status": _status,
    "source": _source,
    "claimant": _has(lambda row: row.claimant),
    "after": _after,
    "before": _before,
    "score": _score,
    "rating": _has(lambda row: row.rating),
    "article": _has(lambda row: row.article),
}
"""Name before the colon → what it makes of the value."""


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed: `words` for the query, `tests` that a row has to pass.

    `criteria` are tests of the reasons behind a row's score, which a row does not carry.
    """

    words: str
    tests: tuple[Test, ...]
    criteria: tuple[Callable[[Reasons], bool], ...] = ()


def read(typed: str) -> Typed:
    """Part the facets from the words."""
    words, tests, criteria = [], [], []
    for match in _TERM.finditer(typed):
        named = _NAMED.fullmatch(match[0])
        name = (named[2] or named[3]).lower() if named else ""
        value = named[4].strip('"').lower() if named else ""
        if named and name == WHY:
            if value:
                criteria.append(_not(_criterion(value)) if named[1] else _criterion(value))
            continue
        facet = FACETS.get(name)
        if named is None or facet is None:
            words.append(match[0])
            continue
        test = facet(value) if value else None
        if test is not None:
            tests.append(_not(test) if named[1] else test)
    return Typed(" ".join(words), tuple(tests), tuple(criteria))


def passing(
    rows: Sequence[ClaimRow], tests: Sequence[Test], cancelled: Callable[[], bool]
) -> list[ClaimRow] | None:
    """The rows that pass all tests; None when cancelled."""
    kept = []
    for index, row in enumerate(rows):
        if index % 500 == 0:
            time.sleep(0)  # lets the screen's thread have its turn
            if cancelled():
                return None
        if all(test(row) for test in tests):
            kept.append(row)
    return kept


def day_of(value: str) -> date | None:
    """A day, or the first one of a month or a year; None where it is none (yet)."""
    found = _DAY.fullmatch(value)
    if not found:
        return None
    try:
        return date(int(found[1]), int(found[2] or 1), int(found[3] or 1))
    except ValueError:
        return None


def _criterion(value: str) -> Callable[[Reasons], bool]:
    named = {c.reason for c in CRITERIA if value in c.name.lower() or value in c.reason.lower()}
    return lambda reasons: not named.isdisjoint(reasons)


def _not(test: Callable[[Subject], bool]) -> Callable[[Subject], bool]:
    return lambda subject: not test(subject)
