"""Quotation drift: one person's words as two reports have them, word by word."""

import re
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from workbench.core.reading.terms import fold_word

LONGEST = 400
"""Words of each text that are compared."""

KEPT, GONE, NEW = "kept", "gone", "new"

_WORD = re.compile(r"\S+")
_EDGES = ".,;:!?…()[]\"'“”‘’«»"


@dataclass(frozen=True, slots=True)
class Run:
    """Words in a row that were `kept`, are `gone` from the first text, or `new` in the second.

    `text` is the stretch of the text it comes from (the second, where kept).
    """

    change: str
    text: str


def word_diff(one: str, other: str) -> tuple[Run, ...]:
    """The changes that turn one wording into the other, in reading order.

    Case, accents and punctuation around a word make no change. Only the first
    LONGEST words of each text are read.
    """
    first, second = _words(one), _words(other)
    runs: list[Run] = []
    for block in Levenshtein.opcodes([w for w, _, _ in first], [w for w, _, _ in second]):
        gone = _stretch(one, first[block.src_start : block.src_end])
        new = _stretch(other, second[block.dest_start : block.dest_end])
        if block.tag == "equal":
            runs.append(Run(KEPT, new))
            continue
        runs += [Run(GONE, gone)] if gone else []
        runs += [Run(NEW, new)] if new else []
    return tuple(runs)


def _words(text: str) -> list[tuple[str, int, int]]:
    found: list[tuple[str, int, int]] = []
    for match in _WORD.finditer(text):
        found.append((fold_word(match[0].strip(_EDGES)), *match.span()))
        if len(found) == LONGEST:
            break
    return found


def _stretch(text: str, words: list[tuple[str, int, int]]) -> str:
    return text[words[0][1] : words[-1][2]] if words else ""
