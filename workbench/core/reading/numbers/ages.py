"""Ages of people who are named."""

import re
from collections.abc import Iterator
from typing import NamedTuple

LONGEST = 2000
"""Characters of a text that are read."""
OLDEST = 115

_NAME = r"(?P<name>[A-Z][\w’'-]{1,30}(?: [A-Z][\w.’'-]{0,30}){0,3})"
_AGE = r"(?P<age>\d{1,3})"
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b{_NAME},? \(?(?:aged )?{_AGE}(?=[,;.)](?!\d)|$)",
        rf"\b{_AGE}[- ]year[- ]old (?:[a-z]{{2,20}} ){{0,2}}{_NAME}",
        rf"\b{_NAME},? (?:was|is|has been|who (?:was|is)),? (?:aged )?{_AGE} (?:years old|years "
        rf"of age)",
        rf"\b{_NAME} (?:died|dies|was killed|was shot dead)(?: [a-z]{{2,20}}){{0,4}} (?:at|aged"
        rf"|at the age of) {_AGE}\b(?![,.]?\d| [a-z.]*m\b|:)",
    )
)


class Aged(NamedTuple):
    """A name as written, and how many years old its bearer is."""

    name: str
    age: int


def ages_in(text: str) -> Iterator[Aged]:
    """The names of a passage that stand with an age, one form of saying so after the other."""
    for pattern in _PATTERNS:
        for match in pattern.finditer(text[:LONGEST]):
            if 0 < (age := int(match["age"])) <= OLDEST:
                yield Aged(match["name"], age)
