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
contested:     another source contradicts it
repeated:      it is printed in another article, too
links:2        at least so many passages are linked to it

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
from workbench.core.reading.kinds import KINDS
from workbench.core.verdicts.standing import STATUSES

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


SHORT_STATUS: Mapping[str, str] = {
    "in progress": "in work",
    "ready for review": "ruled",
    "signed off": "signed",
}
"""Status → what lists call it, where that is shorter; both can be asked for."""


def _status(value: str) -> Test:
    return lambda row: any(name.startswith(value) for name in _names_of(row.status))


def _names_of(status: str) -> tuple[str, ...]:
    return (status, SHORT_STATUS.get(status, status))


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
    least = _number(value)
    return (lambda row: row.score >= least) if least is not None else None


def _links(value: str) -> Test | None:
    least = _number(value)
    return (lambda row: row.links >= least) if least is not None else None


def _number(value: str) -> int | None:
    return int(value) if value.isdecimal() and len(value) < 4 else None


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
    "links": _links,
}
"""Name before the colon → what it makes of the value."""

OF_THE_CORPUS: Mapping[str, str] = {"contested": "conflict", "repeated": "elsewhere"}
"""Facets that need no value → the criterion of the score that says so."""


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed: `words` for the query, `tests` that a row has to pass.

    `criteria` are tests of the reasons behind a row's score, which a row does not carry.
    """

    words: str
    tests: tuple[Test, ...]
    criteria: tuple[Callable[[Reasons], bool], ...] = ()
    faults: tuple[str, ...] = ()
    """What was asked for that there is not, in words, with what there is."""


def read(typed: str) -> Typed:
    """Part the facets from the words."""
    words, tests, criteria, faults = [], [], [], []
    for match in _TERM.finditer(typed):
        turned, name, value = _parted(match[0])
        if name in OF_THE_CORPUS or name == WHY:
            named = OF_THE_CORPUS.get(name, value)
            criteria += [_not(_criterion(named)) if turned else _criterion(named)] * bool(named)
        elif name not in FACETS:
            words.append(match[0])
            continue
        elif value and (test := FACETS[name](value)):
            tests.append(_not(test) if turned else test)
        if value and (fault := fault_of(name, value)):
            faults.append(fault)
    return Typed(" ".join(words), tuple(tests), tuple(criteria), tuple(faults))


def _parted(term: str) -> tuple[bool, str, str]:
    """(whether it is turned round, name of the facet or "", value in small letters)."""
    named = _NAMED.fullmatch(term)
    if not named:
        return False, "", ""
    return bool(named[1]), (named[2] or named[3]).lower(), named[4].strip('"').lower()


def day_of(value: str) -> date | None:
    """A day, or the first one of a month or a year; None where it is none (yet)."""
    found = _DAY.fullmatch(value)
    if not found:
        return None
    try:
        return date(int(found[1]), int(found[2] or 1), int(found[3] or 1))
    except ValueError:
        return None


_LISTED: Mapping[str, tuple[str, ...]] = {
    "kind": KINDS,
    "status": STATUSES,
    WHY: tuple(criterion.name for criterion in CRITERIA),
}
"""Facets whose values are known → all of them."""
_SHAPES: Mapping[str, tuple[Callable[[str], object], str]] = {
    "after": (day_of, "a day, a month or a year, as in after:2022-05"),
    "before": (day_of, "a day, a month or a year, as in before:2022-05"),
    "score": (lambda value: _number(value) is not None, "a number up to 100, as in score:60"),
    "links": (lambda value: _number(value) is not None, "a number, as in links:2"),
}
"""Facets whose values have a shape → (what holds of a value of that shape, the shape in words)."""


def fault_of(name: str, value: str) -> str:
    """What is wrong with a facet's value, in words; "" where nothing is.

    `kind:foo` → "no kind 'foo'; there are casualty, quantity, …".
    """
    if name in _SHAPES and not _SHAPES[name][0](value):
        return f"{name}:{value[:40]} says nothing; it takes {_SHAPES[name][1]}"
    if name in _LISTED and not _fits_one(name, value):
        word = "criterion" if name == WHY else name
        return f"no {word} {value[:40]!r}; there are {', '.join(_LISTED[name])}"
    return ""


def _fits_one(name: str, value: str) -> bool:
    if name == WHY:
        return any(value in f"{c.name} {c.reason}".lower() for c in CRITERIA)
    return any(said.startswith(value) for one in _LISTED[name] for said in _names_of(one))


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


def _criterion(value: str) -> Callable[[Reasons], bool]:
    named = {c.reason for c in CRITERIA if value in c.name.lower() or value in c.reason.lower()}
    return lambda reasons: not named.isdisjoint(reasons)


def _not(test: Callable[[Subject], bool]) -> Callable[[Subject], bool]:
    return lambda subject: not test(subject)
