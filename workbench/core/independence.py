"""Independence: which passages are one source, however often they were printed.

Two things make passages dependent: nearly the same words (an agency text copied
by five papers) and the same attribution ("ISW reports"). Near-duplicates are
found by MinHash signatures of word shingles in bands (Broder 1997; Leskovec,
Rajaraman, Ullman, *Mining of Massive Datasets*, ch. 3), linear in the corpus,
and confirmed by the share of shingles they really have in common.
"""

import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from workbench.core.slots.claimants import name_words
from workbench.core.terms import fold_word, tokens

SHINGLE = 3
"""Words in a shingle."""
HASHES = 32
"""Values in a signature."""
BAND = 2
"""Values in a band: two texts that share half their shingles meet in one of the
sixteen bands with a chance of 99%."""
SAME_TEXT = 0.4
"""Share of the shingles (Jaccard) from which two texts are one; one word changed in a
sentence of twenty leaves 0.7, three words changed leave 0.4."""
CONTAINED = 0.75
"""Share of the shorter text's shingles from which it is a part of the other."""
LONGEST = 20_000
"""Characters of a text that are read."""

_PRIME = (1 << 61) - 1
_FACTORS = tuple(
    (zlib.crc32(b"a%d" % i) * 2654435761 % _PRIME | 1, zlib.crc32(b"b%d" % i))
    for i in range(HASHES)
)

Shingles = frozenset[int]


@lru_cache(maxsize=4096)
def shingles(text: str) -> Shingles:
    """Hashes of the runs of SHINGLE words of a text; a shorter text is one shingle."""
    words = list(map(fold_word, tokens(text[:LONGEST])))
    if len(words) <= SHINGLE:
        return frozenset((zlib.crc32(" ".join(words).encode()),) if words else ())
    runs = map(" ".join, zip(*(words[i:] for i in range(SHINGLE)), strict=False))
    return frozenset(map(zlib.crc32, map(str.encode, runs)))


def same_text(one: Shingles, other: Shingles) -> bool:
    """Whether two texts are one text, lightly edited, or one is a part of the other."""
    if one.isdisjoint(other):
        return False
    common = len(one & other)
    shorter = min(len(one), len(other))
    if common >= SAME_TEXT * (len(one) + len(other) - common):
        return True
    return shorter >= 6 and common >= CONTAINED * shorter


def signature(found: Shingles) -> tuple[int, ...]:
    """The MinHash signature of a text's shingles; () without any."""
    if not found:
        return ()
    return tuple(min((a * x + b) % _PRIME for x in found) for a, b in _FACTORS)


def bands(found: Shingles) -> Iterator[tuple[int, ...]]:
    """Keys that near-duplicates are likely to share: bands of the signature."""
    values = signature(found)
    for i in range(0, len(values), BAND):
        yield (i, *values[i : i + BAND])


def near_duplicates(texts: Mapping[str, str]) -> dict[str, str]:
    """Group texts by near-duplication: id → the id of the first text of its group.

    Linear in the number of texts: only texts that share a band are compared, and
    each only with the first of a group.
    """
    found = {key: shingles(text) for key, text in texts.items()}
    first_with: dict[tuple[int, ...], list[str]] = defaultdict(list)
    group: dict[str, str] = {}
    for key, mine in found.items():
        keys = list(bands(mine))
        leaders = dict.fromkeys(leader for band in keys for leader in first_with.get(band, ()))
        leader = next((other for other in leaders if same_text(mine, found[other])), key)
        group[key] = leader
        if leader == key:
            for band in keys:
                first_with[band].append(key)
    return group


def source_key(claimant: str) -> str:
    """A key of who is said to have said it; "" where nobody is named.

    Only names count: "officials" or "a report" in two articles may be two sources.
    """
    if not any(c.isupper() for c in claimant):
        return ""
    return " ".join(name_words(claimant)[-2:])


def groups(texts: Sequence[str], sources: Sequence[str]) -> list[int]:
    """Group numbers of passages, by near-duplication and by shared attribution.

    `texts` and `sources` (claimants, "" unknown) run in parallel; the number is
    the index of the first passage of the group. Meant for the candidates of one
    claim, some dozens.
    """
    found = [shingles(text) for text in texts]
    names = [source_key(source) for source in sources]
    leader = list(range(len(found)))
    places: dict[int, list[int]] = defaultdict(list)
    for i, mine in enumerate(found):
        like = {j for shingle in mine for j in places[shingle]}
        if names[i]:
            like |= {j for j in range(i) if names[j] == names[i]}
        for j in sorted(like):
            if (names[i] and names[i] == names[j]) or same_text(mine, found[j]):
                leader[i] = leader[j]
                break
        for shingle in mine:
            places[shingle].append(i)
    return leader


def count_independent(members: Iterable[tuple[str, bool]]) -> int:
    """How many sources (group, independent) pairs stand for: groups that are independent."""
    return len({group for group, independent in members if independent})
