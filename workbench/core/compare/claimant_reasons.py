"""Who says it on either side."""

from rapidfuzz.distance import JaroWinkler

from workbench.core.compare.reasons import NOTE, Pair, Reason
from workbench.core.lexicon.listing import word_set
from workbench.core.reading.language.source_nouns import is_source_noun
from workbench.core.reading.terms import fold_word, name_key, tokens

DETERMINERS = word_set("""
    a all an her his its many most one our several some the their these this three two
    """)
"""Words before a name that say nothing of whose it is."""
NAMED_BODIES = frozenset(("kremlin", "pentagon", "duma"))
"""Bodies whose plain name is a proper noun."""
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
    """The keys of the words of a name: of its proper nouns, where it has any, else of all."""
    words = proper_nouns(name) or [t for t in tokens(name) if fold_word(t) not in DETERMINERS]
    return [name_key(fold_word(t)) for t in words if len(t) > 1]


def proper_nouns(name: str) -> list[str]:
    """The proper nouns of a name as it stands.

    A word that only begins a sentence is none: "The army", "Witnesses in Aville".
    """
    found = tokens(name)
    begins = 1 if found and _only_begins(*found[:2]) else 0
    return [t for t in found[begins:] if t[0].isupper()]


def _only_begins(first: str, second: str = "") -> bool:
    """Whether the first word of a name is no part of it."""
    low = fold_word(first)
    common = is_source_noun(low) and low not in NAMED_BODIES
    return low in DETERMINERS or (common and not second[:1].isupper())
