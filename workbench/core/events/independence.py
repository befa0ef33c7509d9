"""Independence: which passages are one source, however often they were printed.

Two things make passages dependent: nearly the same words (an agency text copied
by five papers) and the same attribution ("ISW reports"). Copies share runs of words
(shingles: Broder, *On the resemblance and containment of documents*, 1997); where
edits cut most runs, what is left in order still shows the copy. Whole articles are
compared in `copies`.
"""

import zlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache

from rapidfuzz.distance import Indel

from workbench.core.compare.claimant_reasons import name_words, proper_nouns
from workbench.core.reading.terms import fold_word, tokens

SHINGLE = 3
"""Words in a shingle."""
SAME_TEXT = 0.4
"""Share of the shingles (Jaccard) from which two texts are one; one word changed in a
sentence of twenty leaves 0.7, three words changed leave 0.4."""
CONTAINED = 0.75
"""Share of the shorter text's shingles from which it is a part of the other."""
SAME_ORDER = 0.75
"""Share of the words of two passages that stand in both in one order, from which they
are one text: of 400 news events, reports of one event by different papers that reached
it without SAME_TEXT were rewritten from one release, all of them."""
FEWEST_ORDERED = 10
"""Words from which that counts: short sentences are alike by custom ("Police said …")."""
LONGEST = 20_000
"""Characters of a text that are read."""

Shingles = frozenset[int]


@lru_cache(maxsize=1024)
def _words(text: str) -> tuple[str, ...]:
    return tuple(map(fold_word, tokens(text[:LONGEST])))


@lru_cache(maxsize=4096)
def shingles(text: str) -> Shingles:
    """Hashes of the runs of SHINGLE words of a text; a shorter text is one shingle."""
    words = _words(text)
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


def copied(one: str, other: str) -> bool:
    """Whether two passages are one text, as it was or edited."""
    mine, theirs = shingles(one), shingles(other)
    if mine.isdisjoint(theirs):
        return False
    return same_text(mine, theirs) or _same_order(_words(one), _words(other))


def _same_order(one: Sequence[str], other: Sequence[str]) -> bool:
    if min(len(one), len(other)) < FEWEST_ORDERED:
        return False
    return Indel.normalized_similarity(one, other, score_cutoff=SAME_ORDER) > 0


def source_key(claimant: str) -> str:
    """A key of who is said to have said it; "" where nobody is named.

    Only names count: "officials" or "a report" in two articles may be two sources.
    """
    return " ".join(name_words(claimant)[-2:]) if proper_nouns(claimant) else ""


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
            if (names[i] and names[i] == names[j]) or copied(texts[i], texts[j]):
                leader[i] = leader[j]
                break
        for shingle in mine:
            places[shingle].append(i)
    return leader


def count_independent(members: Iterable[tuple[str, bool]]) -> int:
    """How many sources (group, independent) pairs stand for: groups that are independent."""
    return len({group for group, independent in members if independent})
