"""How much of the claim's words, names and predicate the passage has."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from workbench.core.compare.kinds_of_things import kind_of_thing
from workbench.core.compare.reasons import AGAINST, FOR, NOTE, Pair, Reason
from workbench.core.compare.synonyms import meaning
from workbench.core.lexicon.listing import word_set
from workbench.core.reading.terms import STOP_WORDS, fold_word, stem

LONGEST = 120
"""Words of each text that are aligned."""
NEAR_DUPLICATE = 0.85
"""Share of the words in order from which two texts are one text."""
SAME_BAG = 0.8
"""Share of the words in any order from which two texts are the same words."""
SOME, MANY, MOST = 0.3, 0.65, 0.75
"""Shares of the claim's content that speak for it, with and without all of its second half."""

_EXCLUSIVE = frozenset({"only", "solely", "exclusively", "merely", "purely"})
NEAR_ONLY = 4
"""Words after "only" that it may be said of."""
TWO_KINDS, ONE_KIND, UNKNOWN_KIND = 2.0, 0.3, 0.8
"""Weights of two complements: a dog against a singer; a writer against a playwright; two
words of which that is not known."""

_COMPLEMENT = re.compile(
    r"\b(?:is|was|are|were|became|remains?)\s+(?:an?|the|one of the)\s+"
    r"((?:[\w’'-]+\s+){0,7}[\w’'-]+)"
)
_BREAK = word_set(
    "of in on at by for from with that which who whose and or as to based written born directed "
    "produced created starring known located founded released played"
)


def coverage(pair: Pair) -> float:
    """Share of the claim's content that the passage has, names counted more; 0–1."""
    return pair.covered


def reverse_coverage(pair: Pair) -> float:
    """Share of the passage's content that the claim has; 0–1."""
    return pair.covered_back


def matter(pair: Pair) -> float:
    """How much two texts speak of one matter, 0–1."""
    return led_by_the_better(pair.covered, pair.covered_back)


def led_by_the_better(one: float, other: float) -> float:
    """One share out of those of two sides, 0–1: the better covered side leads, for a headline
    is covered by a report and covers little of it."""
    return 0.75 * max(one, other) + 0.25 * min(one, other)


def shared_both_ways(pair: Pair) -> float:
    """How much each side has of the other, 0–1: the harmonic mean of both shares, so that what
    covers a short claim by chance in a long passage counts for little."""
    whole = pair.covered + pair.covered_back
    return 2 * pair.covered * pair.covered_back / whole if whole else 0.0


def wording_reasons(pair: Pair) -> list[Reason]:
    """The same text, nearly the same, or many of the same words."""
    share = coverage(pair)
    claim, passage = pair.claim_words.words, pair.passage_words.words
    if claim and claim == passage:
        return [Reason("same words", "same words", FOR, 2.5)]
    if share >= MANY and alike_words(claim, passage, NEAR_DUPLICATE):
        return [Reason("near-duplicate", "nearly the same words", FOR, 2.0)]
    missing = pair.claim_words.content - pair.passage_words.content
    if not missing and pair.claim_words.content:
        return [Reason("all of its words", "has all of the claim’s words", FOR, 1.6)]
    tail = tail_coverage(pair)
    if share >= MOST or (share >= SOME and tail == 1.0) or (share >= MANY and tail >= MANY):
        weight = 1.1 if tail == 1.0 else 0.9
        return [Reason("many of its words", f"has {share:.0%} of the claim’s words", FOR, weight)]
    return []


def alike_words(one: tuple[str, ...], other: tuple[str, ...], share: float) -> bool:
    """Whether two texts have that share of their first LONGEST words in common, in order."""
    one, other = one[:LONGEST], other[:LONGEST]
    if min(len(one), len(other)) < share * max(len(one), len(other)):
        return False
    return Levenshtein.normalized_similarity(one, other, score_cutoff=share) >= share


def same_bag(one: Sequence[str], other: Sequence[str], share: float = SAME_BAG) -> bool:
    """Whether two texts have that share of their first LONGEST words in common, in any
    order: the source of a statement may stand before it or after it."""
    one, other = one[:LONGEST], other[:LONGEST]
    most = max(len(one), len(other))
    if min(len(one), len(other)) < share * most:
        return False
    return (Counter(one) & Counter(other)).total() >= share * most


def tail_coverage(pair: Pair) -> float:
    """Share of the second half of the claim's content, where news English puts what
    is said of its subject, that the passage has; 0–1."""
    stems = pair.claim_words.stems
    tail = stems[max(1, len(stems) // 2) :] or stems
    return sum(s in pair.passage_words.content for s in tail) / len(tail) if tail else 0.0


def complement_reasons(pair: Pair) -> list[Reason]:
    """ "is a X" against "is a Y": the heads of the two complements."""
    claim = _complement(pair.claim.quote)
    passage = _complement(pair.passage.quote) if claim else ()
    if not claim or not passage:
        return []
    head = _root(claim[-1])
    if head in map(_root, passage) or head in pair.passage_words.content:
        return [Reason("same kind of thing", f"both speak of “{claim[-1]}”", FOR, 0.4)]
    text = f"“{' '.join(claim)}” against “{' '.join(passage)}”"
    kinds = kind_of_thing(claim[-1]), {kind_of_thing(word) for word in passage} - {""}
    weight = UNKNOWN_KIND
    if kinds[0] and kinds[1]:
        weight = ONE_KIND if kinds[0] in kinds[1] else TWO_KINDS
    return [Reason("another kind of thing", text, AGAINST, weight)]


def _root(word: str) -> str:
    return meaning(stem(fold_word(word)))


@lru_cache(maxsize=4096)
def _complement(text: str) -> tuple[str, ...]:
    """The content words after "is a", up to the next preposition or clause."""
    found = _COMPLEMENT.search(text[:2000])
    if not found:
        return ()
    words: list[str] = []
    for word in found[1].split():
        if fold_word(word) in _BREAK:
            break
        if fold_word(word) not in STOP_WORDS:
            words.append(word)
    return tuple(words)


def exclusive_reasons(pair: Pair) -> list[Reason]:
    """ "Only X" on one side against "X and Y" on the other."""
    for one, other, here, there in (
        (pair.claim_words.words, pair.passage_words.words, "claim", "passage"),
        (pair.passage_words.words, pair.claim_words.words, "passage", "claim"),
    ):
        for word in _exclusive(one):
            if not _EXCLUSIVE.isdisjoint(other):
                continue
            if _is_one_of_several(word, other):
                text = f"only “{word}” in the {here}, beside others in the {there}"
                return [Reason("one of several", text, AGAINST, 1.6)]
    return []


def _exclusive(words: tuple[str, ...]) -> Iterator[str]:
    """The content words shortly after "only" and the like."""
    for i, word in enumerate(words):
        if word in _EXCLUSIVE:
            after = words[i + 1 : i + 1 + NEAR_ONLY]
            yield from (w for w in after if w[0].isalpha() and w not in STOP_WORDS)


def _is_one_of_several(word: str, words: tuple[str, ...]) -> bool:
    """Whether a word stands in a list: "film and television", "film, book"."""
    places = [i for i, other in enumerate(words) if _root(other) == _root(word)]
    return any({*words[i + 1 : i + 2], *words[max(0, i - 1) : i]} & {"and", ","} for i in places)


def shared_names(pair: Pair) -> list[Reason]:
    """Names that both sides have."""
    shared = sorted(pair.claim_words.names & pair.passage_words.names)
    if not shared:
        return []
    return [Reason("same names", f"same names: {', '.join(_written(pair, shared))}", NOTE, 0.0)]


def _written(pair: Pair, shared: list[str]) -> list[str]:
    """Names as the claim writes them, three at most."""
    from_claim = dict(pair.claim_words.written)
    return [from_claim.get(key, key) for key in shared][:3]
