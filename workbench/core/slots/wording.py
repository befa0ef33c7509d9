"""How much of the claim's words, names and predicate the passage has."""

import re

from rapidfuzz.distance import Levenshtein

from workbench.core.slots.reasons import AGAINST, FOR, NOTE, Pair, Reason
from workbench.core.terms import STOP_WORDS, fold_word, stem, word_set

LONGEST = 120
"""Words of each text that are aligned."""
NEAR_DUPLICATE = 0.85
"""Share of the words in order from which two texts are one text."""
NAME_WEIGHT = 1.5
"""What a word of a name counts against another word."""

_COMPLEMENT = re.compile(
    r"\b(?:is|was|are|were|became|remains?)\s+(?:an?|the|one of the)\s+"
    r"((?:[\w’'-]+\s+){0,7}[\w’'-]+)"
)
_BREAK = word_set("of in on at by for from with that which who whose and or as to based written")


def coverage(pair: Pair) -> float:
    """Share of the claim's content that the passage has, names counted more; 0–1."""
    claim, passage = pair.claim_words, pair.passage_words
    return _share(claim.content, claim.names, passage.content, passage.names)


def reverse_coverage(pair: Pair) -> float:
    """Share of the passage's content that the claim has; 0–1."""
    claim, passage = pair.claim_words, pair.passage_words
    return _share(passage.content, passage.names, claim.content, claim.names)


def _share(
    mine: frozenset[str], names: frozenset[str], other: frozenset[str], other_names: frozenset[str]
) -> float:
    whole = len(mine) + NAME_WEIGHT * len(names)
    found = len(mine & other) + NAME_WEIGHT * len(names & other_names)
    return found / whole if whole else 0.0


def wording_reasons(pair: Pair) -> list[Reason]:
    """The same text, nearly the same, or many of the same words."""
    claim, passage = pair.claim_words.words[:LONGEST], pair.passage_words.words[:LONGEST]
    alike = Levenshtein.normalized_similarity(claim, passage)
    if claim == passage:
        return [Reason("same words", "same words", FOR, 2.5)]
    if alike >= NEAR_DUPLICATE:
        return [Reason("near-duplicate", "nearly the same words", FOR, 2.0)]
    share = coverage(pair)
    if share >= 0.6:
        return [Reason("same words", f"{share:.0%} of the claim’s words", FOR, 2.0 * share - 0.4)]
    return []


def complement_reasons(pair: Pair) -> list[Reason]:
    """ "is a X" against "is a Y": the heads of the two complements."""
    claim, passage = _complement(pair.claim.quote), _complement(pair.passage.quote)
    if not claim or not passage:
        return []
    head = claim[-1]
    if head in passage or head in pair.passage_words.content:
        return [Reason("same kind of thing", f"both speak of a {head}", FOR, 0.6)]
    text = f"“{' '.join(claim)}” against “{' '.join(passage)}”"
    return [Reason("another kind of thing", text, AGAINST, 0.6)]


def _complement(text: str) -> tuple[str, ...]:
    """The content stems after "is a", up to the next preposition or clause."""
    found = _COMPLEMENT.search(text[:2000])
    if not found:
        return ()
    stems: list[str] = []
    for word in found[1].split():
        low = fold_word(word)
        if low in _BREAK:
            break
        if low not in STOP_WORDS:
            stems.append(stem(low))
    return tuple(stems)


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
