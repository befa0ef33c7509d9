"""Claims that say what another claim says: whoever works through a list needs each once.

Two passages say the same where most content words of the shorter one stand in the other, their
numbers do not differ, and both or neither are denials: a toll with another number and the denial
of a rumour are what a list is read for.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from workbench.core.reading.terms import words

SAME = 0.6
"""Share of the content words of the shorter passage. Chosen by hand; no other was tried."""
FEWEST = 5
"""Content words from which a passage is compared: shorter ones are alike by chance."""


def repeats(claims: Iterable[tuple[str, Sequence[str]]]) -> frozenset[int]:
    """Which of `claims` (quote, kinds), the most worth first, say what one before them says.

    Their places, from 0. Each is compared by an index of words with those that repeat nothing.
    """
    kept: dict[int, frozenset[str]] = {}
    by_word: dict[str, list[int]] = defaultdict(list)
    found: set[int] = set()
    for place, (quote, kinds) in enumerate(claims):
        own = frozenset(words(quote)) | ({_DENIED} if "denial" in kinds else frozenset())
        shared = Counter(other for word in own for other in by_word[word])
        if any(n >= SAME * FEWEST and _same(own, kept[other]) for other, n in shared.items()):
            found.add(place)
            continue
        kept[place] = own
        for word in own - {_DENIED}:
            by_word[word].append(place)
    return frozenset(found)


_DENIED = "\0denied"
"""Stands among the words of a denial."""


def _same(one: frozenset[str], other: frozenset[str]) -> bool:
    if (_DENIED in one) != (_DENIED in other):
        return False
    mine, theirs = (frozenset(filter(_is_number, words)) for words in (one, other))
    if not (mine <= theirs or theirs <= mine):
        return False
    shorter = min(len(one), len(other))
    return shorter >= FEWEST and len(one & other) >= SAME * shorter


def _is_number(word: str) -> bool:
    return word[0].isdigit()
