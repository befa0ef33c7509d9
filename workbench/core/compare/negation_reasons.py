"""Negation and denial on one side against assertion on the other."""

import re

from workbench.core.compare import voices
from workbench.core.compare.bearings import Bearing
from workbench.core.compare.claimant_reasons import same_claimant
from workbench.core.compare.profiles import Profile, negated_of_another, profile
from workbench.core.compare.reasons import AGAINST, FOR, Pair, Reason
from workbench.core.compare.synonyms import meaning
from workbench.core.compare.turning_words import (
    GENERIC_WORDS,
    OMISSION_WORDS,
    OMISSIONS,
    TAKING_BACK,
)
from workbench.core.compare.wording_reasons import alike_words, coverage, reverse_coverage, same_bag
from workbench.core.lexicon.en.exonyms import STATES
from workbench.core.reading.terms import stem

SAME_WORDS = 0.75
"""Share of the words from which one text is taken for the other with a negation more."""
LONGEST_TEXT = 2000
"""Characters of a text that are read."""
ONE_MATTER = 0.5
"""Share of one side's content on the other side from which one negated word tells."""
ONE_SUBJECT = 0.25
"""The same share from which both may be about one thing that somebody said."""
WHOLE_MATTER = 0.8
"""The same share from which the one word is all that matters."""
WHOLE_NAME = 1.2
"""The weight where all that is negated is a name of several words."""
ASIDE = 0.5
"""What is left of the weight where what is negated first is not shared: in "has not
resigned over the mill" the mill is not negated."""
NEXT = 5
"""Characters between one sentence and the next, at most."""


def inserted_negation(pair: Pair) -> list[Reason]:
    """The same words, with a negation more on one side."""
    claim, passage = pair.claim_words, pair.passage_words
    if claim.cues % 2 == passage.cues % 2:
        return []
    if not (
        alike_words(claim.words, passage.words, SAME_WORDS) or same_bag(claim.words, passage.words)
    ):
        return []
    differ = (claim.negated ^ passage.negated) & (claim.content | passage.content)
    side = "the passage" if passage.cues > claim.cues else "the claim"
    text = (
        f"the same words, but {side} negates "
        f"{quoted(pair, differ - claim.proper or differ) or 'them'}"
    )
    return [Reason("negation in the same words", text, AGAINST, 3.0)]


def negated_words(pair: Pair) -> list[Reason]:
    """Words of both sides that only one side negates; a name alone says less."""
    claim, passage = pair.claim_words, pair.passage_words
    names = claim.proper | passage.proper
    both = (claim.negated & passage.negated) - names - GENERIC
    if both:
        text = f"both negate {quoted(pair, both)}"
        return [Reason("both negate", text, FOR, min(2.0, 0.4 + 0.5 * len(both)))]
    if negated_of_another(claim, passage) or negated_of_another(passage, claim):
        return []
    differ = (claim.negated ^ passage.negated) & claim.content & passage.content
    if not differ or (claim.denies and passage.denies):
        return []
    words = differ - names - GENERIC
    weight = (0.3, 1.0, 1.4, 1.8)[min(3, len(words))]
    if not words and len(differ) > 2:
        weight = WHOLE_NAME
    common = max(coverage(pair), reverse_coverage(pair))
    if len(words) == 1:
        weight = 1.8 if common >= WHOLE_MATTER else weight if common >= ONE_MATTER else 0.7
    if not differ & (claim.focus | passage.focus):
        weight *= ASIDE
    return [Reason("negated on one side", _who_negates(pair, words or differ), AGAINST, weight)]


def _who_negates(pair: Pair, words: frozenset[str]) -> str:
    """Which side negates what, in words."""
    sides = ((pair.claim_words, "claim", "passage"), (pair.passage_words, "passage", "claim"))
    found = []
    for side, here, there in sides:
        if mine := words & side.negated:
            verb = "is" if len(mine) == 1 else "are"
            found.append(f"{quoted(pair, mine)} {verb} negated in the {here}, not in the {there}")
    return "; ".join(found)


def quoted(pair: Pair, stems: frozenset[str], most: int = 3) -> str:
    """Words as they stand in the claim (else in the passage), in quotation marks."""
    spelled = {**pair.passage_words.spelled, **pair.claim_words.spelled}
    words = sorted(spelled.get(one, one) for one in stems)
    return ", ".join(f"“{word}”" for word in words[:most])


def denial_reasons(pair: Pair) -> list[Reason]:
    """Somebody denies what the other side asserts, or both report a denial."""
    claim, passage = (
        _denies(pair.claim_words, pair.claim),
        _denies(pair.passage_words, pair.passage),
    )
    if not claim and not passage:
        return []
    if claim and passage:
        if pair.claim_words.scorns != pair.passage_words.scorns:
            return [Reason("denial scorned", "one side scorns the other’s denial", AGAINST, 1.6)]
        return [Reason("both report a denial", "both report a denial", FOR, 1.2)]
    if _agree_in_negating(pair):
        return []
    denier, other = (pair.passage, pair.claim) if passage else (pair.claim, pair.passage)
    who = denier.claimant or next((d.who for d in denier.reading.denials if d.who), "")
    whom = other.claimant
    if who and whom and (same_claimant(who, whom) or voices.speaks_for(other.quote, who)):
        return []
    words, others = pair.passage_words, pair.claim_words
    words, others = (words, others) if passage else (others, words)
    weight = 1.3 if _answers(denier, other) else _weight_of_denial(pair, words, others, whom)
    who = who or ("the passage" if passage else "the claim")
    said = f"{voices.within(whom)} {voices.asserts(whom)}" if whom else "the other side says"
    text = f"{who} {voices.denies(who)} what {said}"
    return [Reason("denial", text, AGAINST, weight)] if weight else []


def _weight_of_denial(pair: Pair, denier: Profile, other: Profile, whom: str) -> float:
    """A denial weighs by whether what it denies is what the other side asserts.

    Either several words of what is denied stand there, or one does and most of the
    rest too, or the denial names whose words it denies and both have a subject in common.
    """
    names = denier.proper | other.proper
    denied = (denier.negated & other.content) - names - GENERIC
    near = max(coverage(pair), reverse_coverage(pair))
    if len(denied) > 1 or (denied and near >= ONE_MATTER and _without_names(pair) >= ONE_SUBJECT):
        return 1.8
    shared = (denier.content & other.content) - names - GENERIC
    if shared and near >= ONE_SUBJECT and denier.denied & profile(whom).content:
        return 1.4
    return 0.4 if denied else 0.0


def _without_names(pair: Pair) -> float:
    """Share of the words that are no names which the sides have in common, 0–1."""
    names = pair.claim_words.proper | pair.passage_words.proper
    one, other = pair.claim_words.content - names, pair.passage_words.content - names
    return len(one & other) / max(1, min(len(one), len(other)))


def _answers(denier: Bearing, other: Bearing) -> bool:
    """Whether the denial follows the other passage closely: then it may be its answer."""
    same = bool(denier.article) and denier.article == other.article
    return same and 0 <= denier.start - other.end <= NEXT


def _denies(words: Profile, side: Bearing) -> bool:
    return bool(words.denies) or "denial" in side.kinds


def _agree_in_negating(pair: Pair) -> bool:
    return bool((pair.claim_words.negated & pair.passage_words.negated) - pair.claim_words.proper)


def omission_reasons(pair: Pair) -> list[Reason]:
    """One account lacks what the other reports as said."""
    shared = pair.claim_words.proper & pair.passage_words.proper
    sides = (pair.claim_words.words, pair.passage_words.words)
    if not shared or all(map(OMISSION_WORDS.isdisjoint, sides)):
        return []
    for name, pattern in _OMISSIONS:
        if bool(pattern.search(pair.passage.quote[:LONGEST_TEXT])) != bool(
            pattern.search(pair.claim.quote[:LONGEST_TEXT])
        ):
            text = f"one account lacks what the other has ({name})"
            weight = 1.0 if shared - _STATES else 0.6
            return [Reason("omission", text, AGAINST, weight)]
    return []


def taken_back(pair: Pair) -> list[Reason]:
    """The next sentence of the same article begins with "But" and negates or denies."""
    gap = pair.passage.start - pair.claim.end
    follows = bool(pair.claim.article) and pair.claim.article == pair.passage.article
    first = next(iter(pair.passage_words.words), "")
    if follows and 0 <= gap <= NEXT and first in TAKING_BACK and pair.passage_words.cues:
        return [Reason("taken back", "the next sentence takes it back", AGAINST, 1.6)]
    return []


_OMISSIONS = tuple((name, re.compile(pattern, re.IGNORECASE)) for name, pattern in OMISSIONS)
GENERIC = frozenset(meaning(stem(word)) for word in GENERIC_WORDS)
_STATES = frozenset(STATES.values())
