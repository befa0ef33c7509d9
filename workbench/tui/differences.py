"""Which words of two passages differ, and what kind of word each of them is.

A word differs when the other passage does not have it. Little words that carry
no news (the, of, and …) are never marked; negations always are, because one of
them turns a sentence round while everything else stays the same.
"""

import re
from collections.abc import Iterator

from workbench.core.lexicon.en.time_words import CALENDAR, DAY_WORDS, UNIT_WORDS

LONGEST = 4000
"""Characters of a passage that are compared."""

Difference = tuple[int, int, str]
"""(start, end, kind) in the passage: kind is negation, figure, date or word."""

_WORD = re.compile(r"\d[\d.,]{0,20}\d|\d|[^\W\d_]+(?:['’][^\W\d_]+)?")

_NEGATIONS = frozenset(
    [
        "no", "not", "never", "none", "neither", "nor", "nobody", "nothing", "without", "cannot",
        "deny", "denies", "denied", "denying", "reject", "rejects", "rejected", "refute",
        "refutes", "refuted", "dispute", "disputes", "disputed", "dismiss", "dismisses",
        "dismissed",
    ]
)  # fmt: skip
_DATES = CALENDAR | frozenset({*DAY_WORDS, *UNIT_WORDS} - {"day"})
_FIGURES = frozenset(
    [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
        "twelve", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
        "hundred", "hundreds", "thousand", "thousands", "million", "millions", "billion",
        "billions", "dozen", "dozens", "half", "several",
    ]
)  # fmt: skip
_SMALL = frozenset(
    [
        "a", "an", "the", "of", "to", "in", "on", "at", "by", "for", "from", "with", "as", "and",
        "or", "but", "that", "this", "these", "those", "it", "its", "is", "are", "was", "were",
        "be", "been", "being", "has", "have", "had", "he", "she", "they", "his", "her", "their",
        "there", "which", "who", "whom", "whose", "will", "would",
    ]
)  # fmt: skip

KINDS: tuple[tuple[str, re.Pattern[str], frozenset[str]], ...] = (
    ("negation", re.compile(r".*n['’]t$"), _NEGATIONS),
    ("date", re.compile(r"(?:19|20)\d\d$"), _DATES),
    ("figure", re.compile(r"\d"), _FIGURES),
)
"""(kind, pattern, words), in the order in which they are tried."""


def differences(one: str, other: str) -> tuple[list[Difference], list[Difference]]:
    """The differing words of each of two passages, in reading order."""
    words, others = list(_words(one)), list(_words(other))
    return list(_marked(words, others)), list(_marked(others, words))


def _words(text: str) -> Iterator[Difference]:
    for match in _WORD.finditer(text[:LONGEST]):
        yield match.start(), match.end(), match[0].lower().replace("’", "'").replace(",", "")


def _marked(words: list[Difference], others: list[Difference]) -> Iterator[Difference]:
    known = {word for _, _, word in others}
    for start, end, word in words:
        kind = _kind(word)
        if word not in known and word not in _SMALL:
            yield start, end, kind


def _kind(word: str) -> str:
    for kind, pattern, known in KINDS:
        if word in known or pattern.match(word):
            return kind
    return "word"
