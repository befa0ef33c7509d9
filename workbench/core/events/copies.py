"""Copies: whole articles that are one text, lightly edited.

The runs of three words of a text are hashed into bins and the least of each bin
is kept (one-permutation hashing: Li, Owen, Zhang, *One Permutation Hashing*, 2012;
empty bins borrow from their neighbour: Shrivastava and Li, 2014), so that a text
is read once. Two neighbouring bins make a band; texts that share a band are
compared by the runs that they really have in common.
"""

import zlib

from workbench.core.events.independence import LONGEST, Shingles, same_text

RUN = 3
"""Words in a run."""
BINS = 32
"""Least values kept of a text, two to a band: texts that share half their runs meet
in one of sixteen bands with a chance of 99%."""
FEWEST = 20
"""Runs from which texts are compared: shorter ones are alike by chance."""

_MIXER = 0x9E3779B97F4A7C15
_WORD = (1 << 64) - 1


def runs_of(text: str) -> Shingles:
    """Hashes of the runs of words of a text, of its first LONGEST characters."""
    words = text[:LONGEST].casefold().encode("utf-8", "surrogatepass").split()
    runs = zip(words, words[1:], words[2:], strict=False)
    return frozenset(zlib.crc32(b" ".join(run)) for run in runs)


def sketch(text: str) -> tuple[int, ...]:
    """Keys (64 bits, signed) that near-duplicates are likely to share; () for a short text."""
    runs = runs_of(text)
    if len(runs) < FEWEST:
        return ()
    least: list[int | None] = [None] * BINS
    for run in runs:
        mixed = run * _MIXER & _WORD
        place, value = mixed >> 59, mixed & 0x07FFFFFFFFFFFFFF
        held = least[place]
        if held is None or value < held:
            least[place] = value
    filled = [_from_neighbour(least, place) for place in range(BINS)]
    return tuple(_band(place, *filled[place : place + 2]) for place in range(0, BINS, 2))


def is_copy(one: str, other: str) -> bool:
    """Whether two articles are one text, lightly edited, or one holds the other."""
    return same_text(runs_of(one), runs_of(other))


def _band(place: int, one: int, other: int) -> int:
    key = ((one * _MIXER ^ other) * _MIXER + place) & _WORD
    return key - (1 << 63)


def _from_neighbour(least: list[int | None], place: int) -> int:
    """A bin's value, or that of the next one that has any, marked with the distance."""
    for step in range(BINS):
        value = least[(place + step) % BINS]
        if value is not None:
            return value + step
    return 0
