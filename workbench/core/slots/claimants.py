"""Who says it on either side."""

from rapidfuzz.distance import JaroWinkler

from workbench.core.slots.reasons import NOTE, Pair, Reason
from workbench.core.terms import fold_word, name_key, tokens

SAME_NAME = 0.93
"""Jaro-Winkler similarity from which two keys of a name are one name."""


def claimant_reasons(pair: Pair) -> list[Reason]:
    """Whether one and the same source speaks on both sides."""
    one, other = pair.claim.claimant, pair.passage.claimant
    if not one or not other:
        return []
    if same_claimant(one, other):
        return [Reason("same speaker", f"both say what {one} said", NOTE, 0.0)]
    return [Reason("two speakers", f"{one} on one side, {other} on the other", NOTE, 0.0)]


def same_claimant(one: str, other: str) -> bool:
    """Whether two names may be one source: their last words sound the same."""
    first, second = name_words(one), name_words(other)
    if not first or not second:
        return False
    if set(first) <= set(second) or set(second) <= set(first):
        return True
    return JaroWinkler.similarity(first[-1], second[-1]) >= SAME_NAME


def name_words(name: str) -> list[str]:
    """The keys of the capitalised words of a name (of all, where none has a capital)."""
    found = tokens(name)
    capitals = [t for t in found if t[0].isupper()] or found
    return [name_key(fold_word(t)) for t in capitals if len(t) > 1]
