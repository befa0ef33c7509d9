"""Negation and denial on one side against assertion on the other."""

from rapidfuzz.distance import Levenshtein

from workbench.core.slots.reasons import AGAINST, FOR, Pair, Reason

SAME_WORDS = 0.75
"""Share of the words from which one text is taken for the other with a negation more."""
LONGEST = 120
"""Words of each text that are aligned."""


def inserted_negation(pair: Pair) -> list[Reason]:
    """The same words, with a negation more on one side."""
    claim, passage = pair.claim_words, pair.passage_words
    if claim.cues % 2 == passage.cues % 2:
        return []
    alike = Levenshtein.normalized_similarity(claim.words[:LONGEST], passage.words[:LONGEST])
    if alike < SAME_WORDS:
        return []
    word = next(iter(sorted(claim.negated ^ passage.negated)), "")
    text = f"one negates what the other asserts: {word}" if word else "one negates the other"
    return [Reason("negation in the same words", text, AGAINST, 3.0)]


def negated_words(pair: Pair) -> list[Reason]:
    """Words of both sides that only one side negates."""
    claim, passage = pair.claim_words, pair.passage_words
    shared = claim.content & passage.content
    differ = (claim.negated ^ passage.negated) & shared
    if differ:
        text = f"only one side negates “{'”, “'.join(sorted(differ)[:3])}”"
        return [Reason("negated on one side", text, AGAINST, min(2.0, 0.9 + 0.4 * len(differ)))]
    both = claim.negated & passage.negated
    if both:
        return [Reason("both negate", f"both negate “{min(both)}”", FOR, 0.6)]
    return []


def denial_reasons(pair: Pair) -> list[Reason]:
    """Somebody denies what the other side asserts, or both report a denial."""
    claim_denies = _denies(pair.claim_words.denies, pair.claim.kinds)
    passage_denies = _denies(pair.passage_words.denies, pair.passage.kinds)
    if claim_denies and passage_denies:
        return [Reason("both report a denial", "both report a denial", FOR, 1.2)]
    if passage_denies:
        text = _denial(pair.passage.claimant, pair.claim.claimant)
        return [Reason("denial", text, AGAINST, 1.8)]
    if claim_denies:
        text = _denial(pair.claim.claimant, pair.passage.claimant)
        return [Reason("denial", text, AGAINST, 1.4)]
    return []


def _denies(word: str, kinds: frozenset[str]) -> bool:
    return bool(word) or "denial" in kinds


def _denial(who: str, whom: str) -> str:
    return f"{who or 'one side'} denies what {whom or 'the other'} asserts"
