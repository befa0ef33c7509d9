"""Other words in the same place: what stands between the same words on both sides."""

from collections.abc import Iterator
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from workbench.core.compare.opposites import kind_of
from workbench.core.compare.profiles import Profile
from workbench.core.compare.reasons import AGAINST, Pair, Reason
from workbench.core.reading.terms import fold_word

LONGEST = 120
MOST = 3
"""Words of a stretch that may stand for each other."""


def place_reasons(pair: Pair) -> list[Reason]:
    """A name, number or word with another one in its place, between words that both have."""
    if not pair.claim_words.content & pair.passage_words.content:
        return []
    found: dict[str, Reason] = {}
    for one, other in exchanged(pair.claim_words, pair.passage_words):
        kind = _kind(pair, one, other)
        if kind and kind not in found:
            found[kind] = Reason(kind, f"“{one}” in the claim, “{other}” in the passage", AGAINST, 1.0)
    return list(found.values())


def _kind(pair: Pair, one: str, other: str) -> str:
    if one[0].isdigit() and other[0].isdigit():
        return "another number in its place"
    if one[0].isdigit() or other[0].isdigit():
        return ""
    if kind_of(fold_word(one), fold_word(other)):
        return "an opposite in its place"
    names = [word[0].isupper() and not side.titled for word, side in
             ((one, pair.claim_words), (other, pair.passage_words))]
    if all(names):
        return "another name in its place"
    return "" if any(names) else "another word in its place"


def exchanged(claim: Profile, passage: Profile) -> Iterator[tuple[str, str]]:
    """Pairs of words that stand in the same place, and are lacking on the other side."""
    ones, others = _content(claim), _content(passage)
    for block in Levenshtein.opcodes([m for m, _ in ones], [m for m, _ in others]):
        if block.tag != "replace":
            continue
        a, b = ones[block.src_start : block.src_end], others[block.dest_start : block.dest_end]
        if len(a) > MOST or len(b) > MOST:
            continue
        held = (block.src_start > 0) + (block.src_end < len(ones))
        if not held:
            continue
        a = [w for m, w in a if m not in passage.content]
        b = [w for m, w in b if m not in claim.content]
        yield from zip(a, b, strict=False)


@lru_cache(maxsize=4096)
def _content(words: Profile) -> list[tuple[str, str]]:
    both = zip(words.meant, words.tokens, strict=True)
    return [(m or t, t) for m, t in both if m or t[0].isdigit()][:LONGEST]
