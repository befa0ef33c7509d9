"""What a reviewer types to find a row, in the syntax that fzf made known.

word      the row has it, or a word with these letters in this order (kild → killed)
'word     the row has exactly this
^word     a field of the row starts with it
word$     a field of the row ends with it
!word     the row does not have exactly this

Terms are separated by blanks; all must hold. Capitals do not count.
"""

import re
import time
from collections.abc import Callable, Iterable, Sequence

FIELD = "\x1f"
"""Stands between the fields of a haystack, so that ^ and $ can find their edges."""

Test = Callable[[str], bool]


def haystack(*fields: str) -> str:
    """One searchable text from a row's fields."""
    return FIELD + FIELD.join(fields).lower() + FIELD


def terms_of(query: str) -> list[Test]:
    """One test a term; a lone sign is a term still being typed and holds for all."""
    return [test for term in query.lower().split() if (test := _test(term))]


def matches(terms: Iterable[Test], hay: str) -> bool:
    """Whether all terms hold for a haystack."""
    return all(test(hay) for test in terms)


def found(query: str, hays: Sequence[str], cancelled: Callable[[], bool]) -> list[int] | None:
    """Indices of the haystacks for which the query holds; None when cancelled."""
    terms = terms_of(query)
    hits: list[int] = []
    for index, hay in enumerate(hays):
        if index % 500 == 0:
            time.sleep(0)  # lets the screen's thread have its turn
            if cancelled():
                return None
        if all(test(hay) for test in terms):
            hits.append(index)
    return hits


def _test(term: str) -> Test | None:
    if term.startswith("!"):
        inner = _test("'" + term[1:].removeprefix("'")) if term[1:] else None
        return (lambda hay: not inner(hay)) if inner else None
    if term.startswith("'"):
        return _has(term[1:])
    if term.startswith("^"):
        return _has(term[1:], before=FIELD)
    if term.endswith("$") and len(term) > 1:
        return _has(term[:-1], after=FIELD)
    return _fuzzy(term)


def _has(part: str, before: str = "", after: str = "") -> Test | None:
    if not part:
        return None
    wanted = before + part + after
    return lambda hay: wanted in hay


def _fuzzy(term: str) -> Test:
    """Substring, or the letters in order inside one word (from three letters on)."""
    if len(term) < 3 or len(term) > 20 or not term.isalpha():
        return lambda hay: term in hay
    letters = re.compile(r"\b" + r"\w{0,6}?".join(term))
    return lambda hay: term in hay or letters.search(hay) is not None
