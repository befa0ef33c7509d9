"""Other words in the same place: what stands between the same words on both sides."""

import re
from collections.abc import Iterator
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from workbench.core.compare.bearings import Bearing
from workbench.core.compare.kinds_of_things import kind_of_thing
from workbench.core.compare.opposites import kind_of
from workbench.core.compare.profiles import Profile, indefinite
from workbench.core.compare.reasons import AGAINST, Pair, Reason
from workbench.core.lexicon.listing import word_set
from workbench.core.reading.terms import fold_word, state_of

LONGEST = 120
FEW = 2
"""Content words that may differ where one of them is another predicate."""
MOST = 3
"""Words of a stretch that may stand for each other."""
ANOTHER_WORD = "another word in its place"
PARTICLES = word_set("up down out off away back on over apart")
"""What makes another verb of a verb: "stepped down" may be "resigned"."""


def place_reasons(pair: Pair) -> list[Reason]:
    """A name, number or word with another one in its place, between words that both have."""
    if not pair.claim_words.content & pair.passage_words.content:
        return []
    found: dict[str, Reason] = {}
    alone = _nothing_else(pair)
    moved = another_predicate(pair)
    for one, other in exchanged(pair.claim_words, pair.passage_words):
        if _counted(pair.claim, one) or _counted(pair.passage, other):
            continue
        if moved and one[0].isdigit():
            continue
        kind = _kind(pair, one, other)
        if kind == ANOTHER_WORD and _phrasal(pair, one, other):
            continue
        if kind and (alone or not _of_one_kind(one, other)):
            text = f"“{one}” in the claim, “{other}” in the passage"
            found.setdefault(kind, Reason(kind, text, AGAINST, 1.0))
            if alone:
                only = f"nothing but {kind}"
                found.setdefault(only, Reason(only, text, AGAINST, 1.0))
    return list(found.values())


def _nothing_else(pair: Pair) -> bool:
    """Whether all other content words are the same on both sides."""
    one, other = pair.claim_words, pair.passage_words
    if one.words[:1] in {("a",), ("an",)}:
        return False
    first, second = one.content - other.content, other.content - one.content
    return len(first) <= 1 and len(second) <= 1 and len(one.content & other.content) > 1


def another_predicate(pair: Pair) -> tuple[str, str] | None:
    """Two words that are no names, numbers or opposites, each in the other's place, where the
    sides share no other such word before them: "was built in", "was repaired in"."""
    mine, theirs = pair.claim_words.content, pair.passage_words.content
    if max(len(mine - theirs), len(theirs - mine)) > FEW:
        return None
    for one, other in exchanged(pair.claim_words, pair.passage_words):
        plain = one.islower() and other.islower()
        if _counted(pair.claim, one) or _counted(pair.passage, other):
            continue
        if plain and not _kind(pair, one, other).startswith("an opposite"):
            return one, other
    return None


def _kind(pair: Pair, one: str, other: str) -> str:
    if one[0].isdigit() and other[0].isdigit():
        return "another number in its place"
    if one[0].isdigit() or other[0].isdigit():
        return ""
    if kind_of(fold_word(one), fold_word(other)):
        return "" if _two_people(pair, one, other) else "an opposite in its place"
    if state_of(one) and state_of(other) and state_of(one) != state_of(other):
        return "another nation in its place"
    names = [
        word[0].isupper() and not side.titled
        for word, side in ((one, pair.claim_words), (other, pair.passage_words))
    ]
    if all(names):
        return "another name in its place"
    return "" if any(names) else ANOTHER_WORD


def _phrasal(pair: Pair, one: str, other: str) -> bool:
    """Whether one of two words makes a verb with a particle behind it, and the other does not."""
    sides = ((pair.claim_words, one), (pair.passage_words, other))
    return len({_particle(words, token) for words, token in sides}) > 1


def _particle(words: Profile, token: str) -> str:
    behind = words.words[words.tokens.index(token) + 1 :][:1]
    return behind[0] if behind and behind[0] in PARTICLES else ""


def _of_one_kind(one: str, other: str) -> bool:
    """Whether both words may be said of one thing: a singer may be a songwriter."""
    kind = kind_of_thing(one)
    return bool(kind) and kind == kind_of_thing(other)


def _two_people(pair: Pair, one: str, other: str) -> bool:
    """ "A man" and "a woman": two people, of whom nothing is said twice."""
    return indefinite(pair.claim_words, one) and indefinite(pair.passage_words, other)


def _counted(side: Bearing, token: str) -> bool:
    """Whether a word stands in a figure, whose value and unit are compared by themselves: "F" in
    "104F" too, but no number in another one."""
    before = r"(?<!\w)" if token[0].isdigit() else r"(?<![^\W\d_])"
    return any(re.search(rf"{before}{re.escape(token)}(?!\d)", f.text) for f in side.figures)


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
        lacking = ([w for m, w in a if m not in passage.content],
                   [w for m, w in b if m not in claim.content])  # fmt: skip
        yield from zip(*lacking, strict=False)


@lru_cache(maxsize=4096)
def _content(words: Profile) -> list[tuple[str, str]]:
    both = zip(words.meant, words.tokens, strict=True)
    return [(m or t, t) for m, t in both if m or t[0].isdigit()][:LONGEST]
