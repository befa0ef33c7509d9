"""The words that a pattern cannot do without, so that most patterns are never tried.

Needs are in lower case, whether a pattern folds case or is run on a text in lower case.

A pattern is cut into runs that can only match a few strings each. If every string of a run holds a
word, a match holds one of these words; of a number only the count of its figures counts ("0000" is
any year). Whatever may match too many strings, or none, says nothing. This is how code search finds
the files that a regular expression can match (Cox, "Regular Expression Matching with a Trigram
Index", 2012)."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain, product
from re import _constants, _parser  # type: ignore[attr-defined]
from typing import Any

MOST = 400
"""Strings of a run that are told apart."""
FIGURE = "0"
"""Stands for any figure."""
_UNTOLD = "\0"
"""Stands for what may match anything: a word beside it is no whole word."""
_WORD = re.compile(r"\0?(?:[^\W\d_]+|0+)\0?")
_WORDS = re.compile(r"[^\W\d_]+")
_LETTERS = re.compile(r"[a-z]+")
_NUMBERS = re.compile(r"\d+")
_BORDER = frozenset({"\1"})
"""What stands between words: `\\b`, what looks ahead or back, and a mark that comes again."""
COMMON = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "in",
        "on",
        "to",
        "and",
        "at",
        "by",
        "for",
        "from",
        "this",
        "that",
        "last",
        "next",
        "0",
        "00",
    ]
)
"""Words that say little, as they are in many sentences."""

Strings = frozenset[str]
_EMPTY: Strings = frozenset({""})


@lru_cache(maxsize=1024)
def words_in(text: str) -> frozenset[str]:
    """The words of a text in lower case, as needs name them; many readers ask for the same."""
    lower = text.lower()
    found = set((_LETTERS if lower.isascii() else _WORDS).findall(lower))
    found.update([FIGURE * len(number) for number in _NUMBERS.findall(lower)])
    return frozenset(found)


class Sieve:
    """Which patterns of a table can match a text, told by its words: those whose needs are met.

    A pattern is thought of only where a word of its rarest need stands.
    """

    def __init__(self, patterns: Iterable[str]) -> None:
        needs = [sorted(needs_of(pattern), key=_commonness) for pattern in patterns]
        bits = {need: 1 << i for i, need in enumerate(dict.fromkeys(chain.from_iterable(needs)))}
        self._masks = [sum(bits[need] for need in own) for own in needs]
        self._always = sum(1 << i for i, own in enumerate(needs) if not own)
        self._of_word: dict[str, tuple[int, int]] = {}
        for word in frozenset[str]().union(*bits):
            met = sum(bit for need, bit in bits.items() if word in need)
            asked = sum(1 << i for i, own in enumerate(needs) if own and word in own[0])
            self._of_word[word] = met, asked
        self._words = frozenset(self._of_word)

    def passing(self, words: frozenset[str]) -> tuple[int, ...]:
        """The places in the table of the patterns that can match, in order."""
        met, asked = 0, 0
        for word in words & self._words:
            meets, asks = self._of_word[word]
            met |= meets
            asked |= asks
        passed, masks = self._always, self._masks
        while asked:
            bit = asked & -asked
            asked ^= bit
            mask = masks[bit.bit_length() - 1]
            if mask & met == mask:
                passed |= bit
        return _places(passed)


@lru_cache(maxsize=4096)
def _places(bits: int) -> tuple[int, ...]:
    """The places of the bits that are set, in order."""
    return tuple(i for i in range(bits.bit_length()) if bits >> i & 1)


def needs_of(pattern: str) -> tuple[Strings, ...]:
    """Sets of words of which each match of a pattern holds one each.

    The pattern is looked for from the start of a text or behind a border on; what stands behind
    its end may go on with its last word.
    """
    return tuple(dict.fromkeys(_needs(_parser.parse(pattern), after=True)))


def begun_by(pattern: str) -> str:
    """The pattern, asked only where one of the characters stands that its matches begin with.

    `re` looks so by itself where a pattern begins with a set or a word, but not behind a border.
    That takes half the time.
    """
    firsts = firsts_of(pattern)
    if firsts is None:
        return pattern
    characters = "".join(sorted(map(re.escape, firsts))).replace(FIGURE, r"\d")
    border, rest = (r"\b", pattern[2:]) if pattern.startswith(r"\b") else ("", pattern)
    return f"{border}(?=[{characters}]){rest}"


def firsts_of(pattern: str) -> Strings | None:
    """The characters, in lower case, of which each match begins with one; None where any may."""
    firsts = _firsts(_parser.parse(pattern))
    return None if firsts is None or "" in firsts else firsts


def _firsts(tree: Iterable[Any]) -> Strings | None:
    """The characters that a sequence can begin with, "" among them if it can be empty."""
    found = _EMPTY
    for node in _flat(tree):
        if "" not in found:
            break
        firsts = _firsts_of(*node)
        if firsts is None:
            return None
        found = found - _EMPTY | firsts
    return found


def _firsts_of(kind: Any, value: Any) -> Strings | None:
    if kind in (_constants.AT, _constants.ASSERT, _constants.ASSERT_NOT):
        return _EMPTY
    if kind in (_constants.LITERAL, _constants.IN):
        return _READERS[kind](value)
    if kind is _constants.BRANCH:
        return _either(map(_firsts, value[1]))
    if kind is _constants.MAX_REPEAT:
        return _either((_firsts(value[2]), _EMPTY if value[0] == 0 else frozenset()))
    return None


def _needs(tree: Iterable[Any], before: bool = False, after: bool = False) -> Iterator[Strings]:
    """The needs of a sequence: what goes on in the middle of a word is one run with it.

    `before` and `after` say that a word may go on there.
    """
    nodes = list(_flat(tree))
    run: Strings = frozenset({_UNTOLD}) if before else _EMPTY
    choice: tuple[Any, bool, bool] | None = None
    for i, node in enumerate(nodes):
        strings = _strings(node)
        if strings is not None and _goes_on(run, strings) and (longer := _joined((run, strings))):
            run, choice = longer, None
            continue
        left = _open(run)
        right = _may_go_on(nodes[i + 1 :], after)
        if strings is None and _begins_word([node]):
            run, choice = frozenset(string + _UNTOLD for string in run), None
        yield from _inner(*choice) if choice else _need(run)
        if strings is None:
            yield from _inner(node, left, right)
        yield from _ahead(node)
        run = frozenset({_UNTOLD}) if strings is None else strings
        choice = (
            None if strings is None or node[0] is not _constants.BRANCH else (node, left, right)
        )
    if after and not choice:
        run = frozenset(string + _UNTOLD for string in run)
    yield from _inner(*choice) if choice else _need(run)


def _open(run: Strings) -> bool:
    """Whether a word may go on behind a run."""
    return any(s[-1:].isalnum() or s[-1:] == _UNTOLD for s in run)


def _may_go_on(rest: Sequence[Any], after: bool) -> bool:
    """Whether what follows may begin within a word; `after` where nothing need follow."""
    return _begins_word(rest) or (after and all("" in (_strings(n) or ("",)) for n in rest))


def _flat(tree: Iterable[Any]) -> Iterator[tuple[Any, Any]]:
    """A sequence with its groups opened."""
    for node in tree:
        if node[0] is _constants.SUBPATTERN:
            yield from _flat(node[1][3])
        else:
            yield node


def _begins_word(tree: Iterable[Any]) -> bool:
    """Whether a sequence may begin with a letter or figure."""
    for node in _flat(tree):
        strings = _strings(node)
        if strings is not None:
            if any(s[:1].isalnum() for s in strings):
                return True
            if "" not in strings:
                return False
        elif node[0] is _constants.BRANCH:
            return any(_begins_word(side) for side in node[1][1])
        elif node[0] is _constants.MAX_REPEAT:
            if _begins_word(node[1][2]) or node[1][0] > 0:
                return _begins_word(node[1][2])
        else:
            return True
    return False


def _goes_on(run: Strings, strings: Strings) -> bool:
    """Whether a word may begin in one and end in the other."""
    return _open(run) and any(not s or s[:1].isalnum() for s in strings)


def _need(run: Strings) -> Iterator[Strings]:
    """The longest word of every string of a run; nothing if one has no word."""
    words = [max(_whole_words(string), key=_rarity, default="") for string in run]
    if all(words):
        yield frozenset(words)


def _whole_words(string: str) -> list[str]:
    return [word for word in _WORD.findall(string) if _UNTOLD not in word]


def _rarity(word: str) -> tuple[bool, int]:
    return word not in COMMON, len(word)


def _ahead(node: tuple[Any, Any]) -> Iterator[Strings]:
    """What a node needs that looks ahead and takes nothing."""
    if node[0] is _constants.ASSERT and node[1][0] > 0:
        yield from _needs(node[1][1])


def _inner(node: tuple[Any, Any], before: bool, after: bool) -> Iterator[Strings]:
    """What a node needs that matches too many strings to list."""
    kind, value = node
    if kind is _constants.MAX_REPEAT and value[0] > 0:
        yield from _needs(value[2], before=True, after=True)
    elif kind is _constants.BRANCH:
        sides = [sorted(_needs(side, before, after), key=_commonness) for side in value[1]]
        yield from (frozenset().union(*nth) for nth in zip(*sides, strict=False))


def _commonness(need: Strings) -> tuple[int, int]:
    return len(need & COMMON), len(need)


def _strings(node: tuple[Any, Any]) -> Strings | None:
    """The strings that a node can match, every figure as `FIGURE`; None if too many."""
    kind, value = node
    read = _READERS.get(kind)
    return read(value) if read else None


def _repeated(value: tuple[int, int, Any]) -> Strings | None:
    least, most, inner = value
    if most > 4:
        return None
    once = _joined(map(_strings, inner))
    return _either(_joined([once] * n) for n in range(least, most + 1))


def _either(sides: Iterable[Strings | None]) -> Strings | None:
    found = list(sides)
    known = [side for side in found if side is not None]
    whole = frozenset().union(*known)
    return whole if len(known) == len(found) and len(whole) <= MOST else None


def _characters(items: list[tuple[Any, Any]]) -> Strings | None:
    """The characters of a set: a few, or figures."""
    found: set[str] = set()
    for kind, value in items:
        if kind is _constants.LITERAL:
            found.add(FIGURE if chr(value).isdigit() else chr(value).lower())
        elif value == _constants.CATEGORY_DIGIT or (
            kind is _constants.RANGE and chr(value[0]).isdigit()
        ):
            found.add(FIGURE)
        elif kind is _constants.RANGE:
            found.update(chr(c).lower() for c in range(value[0], value[1] + 1))
        else:
            return None
    return frozenset(found)


def _joined(parts: Iterable[Strings | None]) -> Strings | None:
    """What strings that follow each other can be together."""
    whole = _EMPTY
    for part in parts:
        if part is None or len(whole) * len(part) > MOST:
            return None
        whole = frozenset(a + b for a, b in product(whole, part))
    return whole


_READERS: dict[Any, Callable[[Any], Strings | None]] = {
    _constants.AT: lambda _: _BORDER,
    _constants.ASSERT: lambda _: _BORDER,
    _constants.ASSERT_NOT: lambda _: _BORDER,
    _constants.GROUPREF: lambda _: _BORDER,
    _constants.LITERAL: lambda value: _characters([(_constants.LITERAL, value)]),
    _constants.IN: _characters,
    _constants.SUBPATTERN: lambda value: _joined(map(_strings, value[3])),
    _constants.BRANCH: lambda value: _either(_joined(map(_strings, side)) for side in value[1]),
    _constants.MAX_REPEAT: _repeated,
}
"""How each kind of node of a parsed pattern is read."""
