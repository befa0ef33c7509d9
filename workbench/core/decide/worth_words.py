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
    singles, pairs = worth_of_words()
    known = {*words} & singles.keys()
    joined = {*pairwise(words)} & pairs.keys()
    total = sum(map(singles.__getitem__, known)) + sum(map(pairs.__getitem__, joined))
    side = 1 if total > 0 else -1
    gains: list[tuple[float, tuple[str, ...]]] = [(side * pairs[pair], pair) for pair in joined]
    gains += [(side * singles[word], (word,)) for word in known]
    return total / math.sqrt(max(1, len(words))), tuple(_telling(gains))


def _telling(gains: Iterable[tuple[float, tuple[str, ...]]]) -> list[str]:
    """The words that pull hardest, none of them part of another."""
    told: list[str] = []
    seen: set[str] = set()
    for _, term in sorted(gains, reverse=True)[: 2 * SHOWN]:
        if len(told) < SHOWN and seen.isdisjoint(term):
            told.append(" ".join(term))
            seen.update(term)
    return told


@cache
def worth_of_words() -> tuple[Mapping[str, float], Mapping[tuple[str, ...], float]]:
    """What words gain, and pairs of them, read when the first sentence is scored."""
    text = files(__package__).joinpath(TABLE).read_text(encoding="utf-8")
    table: dict[str, float] = json.loads(text)["wording"]
    singles = {term: gain for term, gain in table.items() if " " not in term}
    pairs = {tuple(term.split()): gain for term, gain in table.items() if " " in term}
    return singles, pairs
