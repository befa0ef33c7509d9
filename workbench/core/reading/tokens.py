"""The one tokenizer: words, numbers and marks of a passage, with offsets and shapes.

No rule needs a parser: rules walk over tokens, or match them by word, class and shape (see
`matcher`).
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import product
from typing import NamedTuple

_ABBREVIATED = (
    "Mr|Mrs|Ms|Dr|Gov|Sen|Rep|Gen|Lt|Col|Sgt|Prof|Rev|Del|St|Jr|Sr|Adm|Maj|Capt|Cmdr|Hon|Sec|"
    "Supt|Insp|Det|Cpl|Brig|Inc|Corp|Ltd|Co"
)
_TOKEN = re.compile(
    # most tokens are letters before a blank: asked first, they need not fail at the others
    r"[A-Za-z]++(?=[ ,])|[,.](?= )|(?:[A-Za-z]\.){2,}"
    rf"|\b(?:{_ABBREVIATED})\.|\d+(?:[.,]\d+)+|\w+(?:[-'’&]\w+)*|''|``|[^\w\s]"
)
_NOWHERE = (1 << 60, 1 << 60)
_QUOTES = frozenset(("“", "”", '"', "''", "``", "«", "»", "„"))
CLITICS = frozenset(("s", "ve", "d", "ll", "re", "m", "t"))

Shape = frozenset[str]
MARK, QUOTE = frozenset({"MARK"}), frozenset({"MARK", "QUOTE"})
NUMBER = frozenset({"NUMBER"})
_CASES = ((), ("CAP",), ("CAP", "UPPER"))
_ENDINGS = ((), ("ING",), ("ED",), ("LY",))
_CLITIC_SHAPES = ((), ("POSSESSIVE",), ("NEGATIVE",), ("CLITIC",))
_SHAPES: dict[Shape, Shape] = {
    shape: shape
    for shape in (
        *(frozenset(("WORD", *a, *b, *c)) for a, b, c in product(_CASES, _ENDINGS, _CLITIC_SHAPES)),
        MARK,
        QUOTE,
        NUMBER,
    )
}
SHAPES: tuple[Shape, ...] = tuple(_SHAPES)
"""Every shape that a token can have: a WORD with CAP (and UPPER throughout), its ending ING, ED
or LY, and what was cut off (POSSESSIVE ’s, NEGATIVE n’t, another CLITIC); or a NUMBER in digits,
or a MARK, which may be a QUOTE."""


class Token(NamedTuple):
    """One word, number or mark.

    `text` is it as written, `low` in lower case without its clitic, which is `clitic` (`s`,
    `ve`, `d`, `ll`, `re`, `m`, `t`; of "didn't" `low` is "didn"). `start` and `end` are code
    points of the article. `quoted` is set inside a direct quotation, `mark` for punctuation.
    """

    text: str
    low: str
    clitic: str
    mark: bool
    shape: Shape
    start: int
    end: int
    quoted: bool


class Words(list[Token]):
    """The tokens of a passage, and what the rules that read them remember of them."""

    wanted: int = 0
    met_by: object = None


def tokens_of(text: str, start: int, quoted: tuple[tuple[int, int], ...] = ()) -> Words:
    """Cut a passage into tokens; `start` is its offset in the article, as in `quoted`."""
    found = Words()
    spans = iter(quoted)
    a, b = next(spans, _NOWHERE)
    make = tuple.__new__  # without the call that a named tuple wraps around it: a third faster
    for match in _TOKEN.finditer(text):
        word, at = match[0], match.start() + start
        while at >= b:
            a, b = next(spans, _NOWHERE)
        found.append(make(Token, (word, *_parts(word), at, at + len(word), at >= a)))
    return found


@lru_cache(maxsize=1 << 14)
def _parts(word: str) -> tuple[str, str, bool, Shape]:
    """(lower case without clitic, clitic, whether it is a mark, shape); most words come again."""
    low, clitic = word.lower(), ""
    mark = not (word[0].isalnum() or word[0] == "_")
    if mark:
        return low, clitic, True, QUOTE if word in _QUOTES else MARK
    if not word.isalnum():
        low, clitic = _split_clitic(low.rstrip("."))
    return low, clitic, False, _shape(word, low, clitic)


def shape_of(word: str) -> tuple[str, Shape]:
    """(lower case without clitic, shape) of a token, from how it is written."""
    low, _, _, shape = _parts(word)
    return low, shape


def shapes_of(low: str) -> Sequence[Shape]:
    """The shapes that a token whose `low` this is can have."""
    if low[0].isdigit():
        return (NUMBER,)
    if not (low[0].isalnum() or low[0] == "_"):
        return (MARK, QUOTE)
    return _BY_ENDING[_ending(low), low.endswith("n")]


def _ending(low: str) -> str:
    """ING, ED or LY where a longer word ends so, or ""."""
    return next((e for e in ("ING", "ED", "LY") if len(low) > 4 and low.endswith(e.lower())), "")


_BY_ENDING: dict[tuple[str, bool], Sequence[Shape]] = {
    (ending, nasal): [
        shape
        for shape in SHAPES
        if "WORD" in shape
        and shape & {"ING", "ED", "LY"} == frozenset([ending] if ending else [])
        and (nasal or "NEGATIVE" not in shape)
    ]
    for ending in ("", "ING", "ED", "LY")
    for nasal in (False, True)
}
"""Shapes by the ending of a word, and whether it ends in n, as all before n’t do."""


def _shape(word: str, low: str, clitic: str) -> Shape:
    if word[0].isdigit():
        return NUMBER
    own = word[: len(low)]
    case = (
        ("CAP", "UPPER")
        if own.isupper() and len(own) > 1
        else ("CAP",)
        if own[:1].isupper()
        else ()
    )
    ending = _ending(low)
    cut = {"": "", "s": "POSSESSIVE", "t": "NEGATIVE"}.get(clitic, "CLITIC")
    shape = frozenset(name for name in ("WORD", *case, ending, cut) if name)
    return _SHAPES[shape]


def _split_clitic(low: str) -> tuple[str, str]:
    for sign in ("'", "’"):
        stem, found, rest = low.rpartition(sign)
        if found and stem and rest in CLITICS:
            return stem, rest
    return low, ""


def is_quote(token: Token) -> bool:
    """Whether a token is a double quotation mark."""
    return token.text in _QUOTES
