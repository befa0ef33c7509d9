"""Which kinds of date words stand in a sentence: the cheap look before any rule.

Most sentences hold no date word at all, and those that do need a few rules of
the grammar and not all of them.
"""

import re

from workbench.core.lexicon.en.time_words import MONTHS
from workbench.core.reading.dates.words import ORDINALS, WEEKDAYS

_WORDS_OF: dict[str, str] = {
    "month": " ".join(MONTHS),
    "weekday": " ".join(WEEKDAYS),
    "deictic": "yesterday today tomorrow tonight overnight morning afternoon evening night",
    "season": "spring summer autumn fall winter",
    "unit": "day week weekend month quarter year decade century",
    "units": "hours minutes days weeks months quarters years decades centuries",
    "day": "day",
    "century": "century",
    "weekend": "weekend",
    "end": "end beginning start middle earlier later early late far rest remainder",
    "which": "last next past coming this that current previous preceding following same",
    "ago": "ago now hence",
    "relation": "earlier later before after afterward afterwards",
    "ahead": "in within",
    "quarter": "quarter q1 q2 q3 q4",
    "recent": "recently lately",
    "vague": "recent coming past for these",
    "holiday": "christmas easter thanksgiving halloween valentine eve july new good",
    "decade": "twenties thirties forties fifties sixties seventies eighties nineties",
    "spelled": "nineteen twenty thousand",
    "number": " ".join(ORDINALS),
    "half": "half",
    "fiscal": "fiscal",
}
CLASSES: dict[str, frozenset[str]] = {
    word: frozenset(name for name, listed in _WORDS_OF.items() if word in listed.split())
    for words in _WORDS_OF.values()
    for word in words.split()
}
"""Classes of the words that a date can be known by."""

_WORD = re.compile(r"[a-z]+(?:[1-4](?!\d))?|\d+(?:st|nd|rd|th|['’]?s)?")


MOST = 24
"""Names of months and weekdays, or years, in a sentence; more make a table and no prose."""

_DATED = {*WEEKDAYS, *MONTHS, "nineteen", "twenty"}


def classes_in(text: str) -> frozenset[str]:
    """The classes of words in a sentence that a date can be known by; often none.

    A table or a calendar has none: it has dates beyond counting, and no sentence.
    """
    listed = _WORD.findall(text.lower())
    words = set(listed)
    found = {name for word in words & CLASSES.keys() for name in CLASSES[word]}
    for word in words:
        if word[0] <= "9":
            found.update(_classes_of_number(word))
    if "/" in text:
        found.add("slash")
    return frozenset() if _is_table(listed) else frozenset(found)


def _is_table(words: list[str]) -> bool:
    if len(words) <= MOST:
        return False
    return sum(word in _DATED or (len(word) == 4 and word.isdigit()) for word in words) > MOST


def _classes_of_number(word: str) -> tuple[str, ...]:
    """What a run of digits can be: a year, the "90" of the '90s, a day of a month."""
    if word[-1] == "s":
        return ("decade", "year")
    if not word.isdigit():
        return ("ordinal", "number")
    if len(word) == 4 and word[0] in "12":
        return ("year",)
    return ("number", "short_year") if len(word) <= 2 else ()
