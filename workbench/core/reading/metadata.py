"""What a plain text says about itself: its title, its publisher, its language.

Only what stands there is reported, with the line it stands on; a title that
cannot be told from the first sentence of the story stays unknown. The date of
publication is found by `workbench.core.reading.datelines`.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from workbench.core.text.boilerplate import noise_of
from workbench.core.text.languages import LANGUAGES_OF, SCRIPTS

LONGEST_TITLE = 250
"""Characters; a longer first line is a paragraph."""
TITLE_LINES = 15
"""Lines that hold text, from the top, among which a title is looked for."""
EDGE_LINES = 40
"""Lines that hold text, from either end, in which a publisher is looked for."""
EDGE = 20_000
"""Characters from either end of a text that are looked at."""
LANGUAGE_SAMPLE = 3_000
"""Characters from which the language is told."""
FEWEST_WORDS = 12
"""Words below which a text is too short to tell its language by its words."""
SHARE_OF_COMMON = 0.12
"""Least share of a language's commonest words in a text of that language.

News text has 25 to 45 % of them; a list of names in any language has less.
"""

_SENTENCE_END = (".", "!", "…", ";", ",", ":")
_CLOSERS = "”’\"')»"
_JOINT = re.compile(r"\s{1,3}(?:\||–|—|-|::?|»|·)\s{1,3}$")
_MARKUP = re.compile(r"#{1,6}\s+")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_NAME = (
    r"(?P<name>(?:The\s+)?[A-Z0-9][\w.&'’+-]{0,30}(?:[ ](?:of|the|and|for|in|&"
    r"|[A-Z0-9][\w.&'’+-]{0,30})){0,5})"
)


@dataclass(frozen=True, slots=True)
class Stated:
    """A value and the line of the text that states it, counted from 1."""

    value: str
    line: int


PUBLISHER_RULES: tuple[tuple[str, str, re.Pattern[str]], ...] = tuple(
    (name, where, re.compile(pattern))
    for name, where, pattern in (
        ("source line", "end",
         rf"(?:(?i:source|publisher|published by|publication|originally published (?:by|in|on"
         rf"|at)))\s*[:–—-]\s*{_NAME}\s*\.?$"),
        ("source line", "start",
         rf"(?:(?i:source|publisher|publication))\s*[:–—-]\s*{_NAME}\s*\.?$"),
        ("title suffix", "start", rf".{{10,200}}\s\|\s{_NAME}$"),
        ("rights notice", "end",
         rf"(?i:copyright\s*)?(?:©|\(c\)"
         rf"|(?i:copyright))\s*(?:\d{{4}}(?:\s*[–-]\s*\d{{4}})?)\s*,?\s*(?:by\s+)?{_NAME}(?:[.,]"
         rf"|\s(?i:all rights).{{0,60}}|$)"),
        ("dateline", "start",
         rf"[A-Z][A-Z .,’'/-]{{2,50}}(?:[A-Z][a-z]{{2,8}}\.? \d{{1,2}}\s*)?\({_NAME}\)\s*[-–—:]"),
        ("dateline", "start",
         r"[A-Z][\w .,’'/-]{2,50}\((?P<agency>Reuters|AP|AFP|UPI|Xinhua|TASS|ANI|PTI|IANS|dpa|EFE"
         r"|ANSA|CNN|BBC)\)\s*[-–—:]"),
    )
)  # fmt: skip
"""(rule, end of the text where it holds, pattern of a stripped line), in order."""


def title_of(text: str) -> Stated | None:
    """The headline of a text: a line before the story that reads as a heading.

    Boilerplate above it is passed over. A line that ends like a sentence is the
    story; so is a heading with nothing under it.
    """
    lines = _lines(text[:EDGE], TITLE_LINES)
    for place, (number, line) in enumerate(lines):
        title = _MARKUP.sub("", line, count=1)
        if noise_of(title):
            continue
        heading = len(title) <= LONGEST_TITLE and not title.rstrip(_CLOSERS).endswith(_SENTENCE_END)
        return Stated(title, number) if heading and place + 1 < len(lines) else None
    return None


def without_publisher(title: str, publisher: str) -> str:
    """A title without the name of its publisher at the end: "Bridge shut | Post"."""
    if not publisher or not title.endswith(publisher):
        return title
    before = title.removesuffix(publisher)
    bare = _JOINT.sub("", before)
    return bare if bare and bare != before else title


def publisher_of(text: str) -> Stated | None:
    """The publisher that a text names, by the first of PUBLISHER_RULES that holds."""
    top = _lines(text[:EDGE], EDGE_LINES)
    before = text.count("\n", 0, max(0, len(text) - EDGE))
    bottom = [(before + n, line) for n, line in _lines(text[-EDGE:])][-EDGE_LINES:]
    for _, where, pattern in PUBLISHER_RULES:
        for number, line in top[:TITLE_LINES] if where == "start" else reversed(bottom):
            found = pattern.match(line)
            if found:
                name = next(value for value in found.groups() if value)
                return Stated(name.strip(" .,"), number)
    return None


def language_of(text: str) -> str:
    """ISO 639-1 code of a text's language, or "" where it cannot be told.

    Scripts that serve one language name it; for the others the share of each
    language's commonest words decides (the method of Ingle, 1976: function words
    are frequent, short and belong to few languages).
    """
    return _language_of_sample(text[:LANGUAGE_SAMPLE])


@lru_cache(maxsize=4)
def _language_of_sample(sample: str) -> str:
    """Asked when an article is read, and again when its claims are found."""
    words = _WORD.findall(sample.lower())
    if not sample.isascii():
        letters = sum(map(len, words))
        for code, share, script in SCRIPTS:
            if letters and len(script.findall(sample)) > share * letters:
                return code
    if len(words) < FEWEST_WORDS:
        return ""
    common = Counter(code for word in words for code in LANGUAGES_OF.get(word, ()))
    (best, count), (_, second), *_ = [*common.most_common(2), ("", 0), ("", 0)]
    return best if count >= SHARE_OF_COMMON * len(words) and count > second else ""


def _lines(text: str, most: int = 10_000) -> list[tuple[int, str]]:
    """(number from 1, stripped line) of the first `most` lines that hold text."""
    return [line for line, _ in zip(_filled(text), range(most), strict=False)]


def _filled(text: str) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(text.split("\n"), 1):
        if stripped := line.strip():
            yield number, stripped
