"""Folding: one key for texts that differ only in typography, and the way back.

Two versions of an article differ in quotation marks, dashes, white space, letter
case and width far more often than in words. Everything that compares texts does
so on the folded text, and everything that is shown or stored comes from the
original through the offsets: folding may change the length of a text, so a
position in one is not a position in the other.
"""

import re
import unicodedata
from array import array
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

QUOTES = {
    '"': "“”„‟«»″〝〞＂❝❞",
    "'": "‘’‚‛′`´ʼ＇❛❜‹›",
    "-": "‐‑‒–—―−﹘﹣－⁃",
}
"""Marks that are written for one another, under the one they are folded to."""

TOKENISED: tuple[tuple[str, str], ...] = (
    (r"-LRB- ?", "("), (r" ?-RRB-", ")"), (r"-LSB- ?", "["), (r" ?-RSB-", "]"),
    (r"`` ?", "“"), (r" ?''", "”"), (r" (?=[,.;:!?%)\]”])", ""), (r"(?<=[(\[“$€£]) ", ""),
    (r" (?=n't\b|'(?:s|re|ve|ll|d|m)\b)", ""), (r"(?<=\d) -- (?=\D)", " – "),
)  # fmt: skip
"""What corpora write for marks of a text, and the marks: as the Penn Treebank cuts tokens."""

_LEFT_OUT = "\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f"
_KEPT_AS_THEY_ARE = ("<super>", "<sub>", "<fraction>")


class _Folds(dict[str, str]):
    """What each character is folded to, worked out once."""

    def __missing__(self, char: str) -> str:
        self[char] = folded = _fold_char(char)
        return folded


def _fold_char(char: str) -> str:
    if char.isspace():
        return " "
    if unicodedata.decomposition(char).startswith(_KEPT_AS_THEY_ARE):
        return char
    wide = unicodedata.normalize("NFKD", char)
    return unicodedata.normalize("NFKD", wide.casefold())


_FOLDS = _Folds({char: mark for mark, chars in QUOTES.items() for char in chars})
_FOLDS.update(dict.fromkeys(_LEFT_OUT, ""))


_IS_TOKENISED = re.compile(r"-[LR][RS]B-|``|''|\w ,|\w \.(?: |\Z)")
_TOKENISED = tuple((re.compile(pattern), mark) for pattern, mark in TOKENISED)


def as_written(text: str) -> str:
    """A text in composed characters, and as it was before it was cut into tokens, if it was.

    "( born June 26 , 1980 )" is read as one date only where its marks stand at the words.
    """
    text = unicodedata.normalize("NFC", text)
    if _IS_TOKENISED.search(text):
        for pattern, mark in _TOKENISED:
            text = pattern.sub(mark, text)
    return text


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text; `offsets[i]` is where its i-th character stands in the original."""

    text: str
    offsets: Sequence[int]
    length: int

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The span of the original that a span of the folded text comes from.

        Characters that folding left out are taken in only between others.
        """
        if start >= end:
            at = self.offsets[start] if start < len(self.offsets) else self.length
            return at, at
        return self.offsets[start], self.offsets[end - 1] + 1

    def at(self, offset: int) -> int:
        """The position in the folded text of an offset of the original."""
        return bisect_left(self.offsets, offset)


def fold(text: str) -> Folded:
    """Fold case, quotes, dashes, width and white space (a run becomes one space).

    Compatibility forms are folded as Unicode's NFKD has it (UAX #15), but
    superscripts and fractions stay apart from plain digits; characters without
    width are left out. Accents count: "é" is not "e".
    """
    chars: list[str] = []
    offsets = array("L")
    spaced = False
    for offset, char in enumerate(text):
        folded = _FOLDS[char]
        if folded == " " and spaced:
            continue
        for piece in folded:
            if piece != " " or not spaced:
                chars.append(piece)
                offsets.append(offset)
            spaced = piece == " "
    return Folded("".join(chars), offsets, len(text))
