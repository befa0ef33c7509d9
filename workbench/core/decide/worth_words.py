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
_WORD = re.compile(r"\d[\d.,]*|[^\W\d_]+|[%$€£?]")


def plain_words(quote: str) -> tuple[str, ...]:
    """The words of a sentence in lower case, signs of money, "%" and "?"; a number is NUMBER.

    >>> plain_words("Did 1,200 jobs go?")
    ('did', '#', 'jobs', 'go', '?')
    """
    return tuple(NUMBER if w[0].isdigit() else w for w in _WORD.findall(quote.lower()))


def terms_of(words: Sequence[str]) -> frozenset[str]:
    """The words, and each pair of neighbours with a blank between them."""
    return frozenset((*words, *map(" ".join, pairwise(words))))


def wording(words: Sequence[str]) -> tuple[float, tuple[str, ...]]:
    """What the words of a sentence gain, and which of them gain (or cost) most.

    The gain has no unit: the criterion "wording" says how many points 1 is.
    """
    table = worth_of_words()
    gains = [(table[term], term) for term in terms_of(words) if term in table]
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
def worth_of_words() -> Mapping[str, float]:
    """Word or pair → what it gains, read when the first sentence is scored."""
    text = files(__package__).joinpath(TABLE).read_text(encoding="utf-8")
    table: dict[str, float] = json.loads(text)["wording"]
    return table
