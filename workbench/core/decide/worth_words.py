"""What the words of a sentence tell of its worth: a table of words and pairs, and what they gain.

The table (`worth_words.json`) is made by `training/checkworthiness.py`: a bag of words and of
pairs of neighbours whose weights a logistic regression found, so that a long sentence does not
win by its length the sum is divided by the root of the number of words.
"""

import json
import math
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import pairwise

TABLE = "worth_words.json"
SHOWN = 3
"""Words that are named in a reason."""
NUMBER = "#"
"""Stands for every number in digits."""
_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"\d[\d.,]*|[^\W\d_]+|[%$€£?]")


def plain_words(quote: str) -> tuple[str, ...]:
    """The words of a sentence in lower case, signs of money, "%" and "?"; a number is NUMBER.

    >>> plain_words("Did 1,200 jobs go?")
    ('did', '#', 'jobs', 'go', '?')
    """
    words = _WORD.findall(quote.lower())
    if _DIGIT.search(quote):
        return tuple([NUMBER if word[0].isdigit() else word for word in words])
    return tuple(words)


def terms_of(words: Sequence[str]) -> frozenset[str]:
    """The words, and each pair of neighbours with a blank between them."""
    return frozenset((*words, *map(" ".join, pairwise(words))))


def wording(words: Sequence[str]) -> tuple[float, tuple[str, ...]]:
    """What the words of a sentence gain, and which of them gain (or cost) most.

    The gain has no unit: the criterion "wording" says how many points 1 is.
    """
    table, begin = worth_of_words(), _begin_pairs()
    terms = {f"{one} {other}" for one, other in pairwise(words) if one in begin}.union(words)
    gains = [(table[term], term) for term in table.keys() & terms]
    total = sum(gain for gain, _ in gains) / math.sqrt(max(1, len(words)))
    return total, tuple(_telling(gains, 1 if total > 0 else -1))


def _telling(gains: Iterable[tuple[float, str]], side: int) -> list[str]:
    """The words that pull hardest to a side, none of them part of another."""
    told: list[str] = []
    for _, term in sorted(gains, key=lambda pair: (-side * pair[0], pair[1])):
        if len(told) < SHOWN and not any(_holds(other, term) for other in told):
            told.append(term)
    return told


def _holds(one: str, other: str) -> bool:
    return not set(one.split()).isdisjoint(other.split())


@cache
def _begin_pairs() -> frozenset[str]:
    """The words that begin a pair of the table: most words begin none."""
    return frozenset(term.partition(" ")[0] for term in worth_of_words() if " " in term)


@cache
def worth_of_words() -> Mapping[str, float]:
    """Word or pair → what it gains, read when the first sentence is scored."""
    text = files(__package__).joinpath(TABLE).read_text(encoding="utf-8")
    table: dict[str, float] = json.loads(text)["wording"]
    return table
