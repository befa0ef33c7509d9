"""Whether the rules of the signals can read a text: they are rules of English.

In another language their words mean something else ("die", "war", "man"), so
they are not asked at all. What is left there are numbers in digits with a unit
or a noun after them, which languages share.
"""

import re
from collections.abc import Sequence

from workbench.core.reading.metadata import LANGUAGE_SAMPLE, language_of
from workbench.core.reading.model import Figure
from workbench.core.text.articles import Article

UNKNOWN = "und"
"""The code of ISO 639-2 for a language that cannot be told."""
SHARE_OF_LATIN = 0.5
"""Least share of Latin letters in a text that may be English."""

_LETTER = re.compile(r"[^\W\d_]")
_LATIN = re.compile("[A-Za-zÀ-ɏ]")
_DIGITS = re.compile(r"\W{0,3}\d")


def language_read(article: Article) -> str:
    """ISO 639 code of the language that a text is read in; "" where it may be English.

    The text itself is trusted before what a page declares, since many pages declare
    what their software does by default. Texts too short to tell count as English
    where they are written in Latin letters.
    """
    told = language_of(article.text) or re.split("[-_]", article.language.lower(), maxsplit=1)[0]
    if told:
        return "" if told == "en" else told
    sample = article.text[:LANGUAGE_SAMPLE]
    letters = len(_LETTER.findall(sample))
    return UNKNOWN if len(_LATIN.findall(sample)) < SHARE_OF_LATIN * letters else ""


def shared_figures(figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """The figures that hardly rest on English words: digits with a unit."""
    return tuple(f for f in figures if f.unit and _DIGITS.match(f.text))
