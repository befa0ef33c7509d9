"""Whether a text tells a story of the past, in which dates count from the one before.

News says "on June 10" of the year in which it is published; a history says it of the year
it has come to. HeidelTime (Strötgen and Gertz, "Multilingual and cross-domain temporal
tagging", 2013) takes the kind of text from its user; here the text itself tells: a story
begins with a year long past, most of its years are, and it hardly knows "today" or "Monday".
"""

import re
from datetime import date

from workbench.core.lexicon.en.time_words import DAY_WORDS, MONTHS, WEEKDAYS

LONGEST = 20_000
"""Characters that tell of what kind a text is."""
PAST_YEARS = 3
"""Years before publication from which a year is past: news looks back on the last ones."""
FEWEST = 2
"""Past years that make a story."""
LONG_PAST = 10
"""Years before publication from which one year is enough, if a month stands before it."""
MOST_RECENT = 0.2
"""Share of years around publication among all years, at most."""
MOST_NEWS = 0.25
"""Words of news ("said", "Monday", "yesterday") for each past year, at most. With it 8 of some
1,800 news articles that have a day of publication count as stories, and none of 183 that have
their dates labelled; with 1 for each year it was 40."""

_YEAR = re.compile(
    r"(?<![\w$£€#.,/-])(?:in |by |since |of |year )?(?:((?:1\d|20)\d\d)(?![\w%]|[.,]\d|-\d)"
    r"|\d{1,4} (?:bce?\b|b\.c\.))"
)
_NEWS = re.compile(
    rf"\b(?:said|{'|'.join([*WEEKDAYS, *DAY_WORDS])}"
    r"|(?<!the )(?:last|this|next) (?:week|month|year)|(?:days|weeks|months|years?) ago)\b"
)
_BACKGROUND = re.compile(
    r"\b(?:built|founded|established|opened|created|dat(?:es?|ing)|born|erected|made|enacted|passed"
    r"|written|introduced|launched|set up|signed|adopted|discovered|invented|bought|acquired|joined"
    r"|formed|completed|installed|banned|abolished|began as|started as|law|act)\b"
)
"""What news says of a year long past: when the thing came about that it is about."""
_SENTENCE_END = re.compile(r"[.!?]\s")
_MONTH = re.compile(rf"\b(?:{'|'.join(sorted(MONTHS, key=len, reverse=True))})\b")


def is_story(text: str, published: date | None) -> bool:
    """Whether the dates of a text count from the date before and not from publication."""
    lower = text[:LONGEST].lower()
    found = [(int(match[1] or 0), match.start()) for match in _YEAR.finditer(lower)]
    latest = (
        published.year if published else max((year for year, _ in found), default=0) + PAST_YEARS
    )
    past = [(year, at) for year, at in found if year <= latest - PAST_YEARS]
    if not past or len(found) - len(past) > MOST_RECENT * len(found):
        return False
    if len(_NEWS.findall(lower)) > MOST_NEWS * len(past):
        return False
    year, at = past[0]
    sure = len(past) >= FEWEST or (
        year <= latest - LONG_PAST and (_dated(lower, at) or _sets_out(lower, at))
    )
    return sure and _begins_in(lower, at)


def _begins_in(lower: str, at: int) -> bool:
    """Whether no month stands in a sentence ahead of the first year, so in a year untold."""
    first = _MONTH.search(lower, 0, at)
    return first is None or not _SENTENCE_END.search(lower, first.end() + 1, at)


def _sets_out(lower: str, at: int) -> bool:
    """Whether a story sets out in a year: "War broke out in 1914", not "It was built in 1914"."""
    before = lower[max(0, at - 60) : at]
    led = lower.startswith("in ", at)
    return led and not _SENTENCE_END.search(lower, 0, at) and not _BACKGROUND.search(before)


def _dated(lower: str, at: int) -> bool:
    """Whether a month stands before a year: "in September 1939"."""
    return bool(_MONTH.search(lower, max(0, at - 20), at))
