"""How each side speaks, as numbers a model weighs: whether it asks, repeats, refutes or negates.

A newspaper says with single words that a story is not its own ("reportedly", "claims", a question
mark), wherever in a headline they stand. Those are the cues of Ferreira and Vlachos, *Emergent*
(2016). They say nothing of what they are said of; `stance_reasons` does.
"""

import re
from collections.abc import Mapping

from workbench.core.compare.profiles import Profile
from workbench.core.compare.reasons import Pair
from workbench.core.lexicon.en import framing_words as listed
from workbench.core.lexicon.en.negating_words import DENYING
from workbench.core.lexicon.listing import word_set

LONGEST = 2000
"""Characters of a text that are read."""
A_HEADLINE = "a headline"
"""The tone of a passage that stands like a headline: without a stop at its end, or in capitals."""
REPEATING = word_set(
    "claim claims claimed claiming report reports reported reporting source sources"
)
"""Words with which a headline says that somebody else tells it."""
TONES: Mapping[str, frozenset[str]] = {
    "asks": frozenset("?"),
    "a word of hearsay": listed.ALLEGED - REPEATING,
    "a word of telling": listed.SAYING | REPEATING,
    "a word of refuting": (listed.FALSE | listed.FALSE_ALONE | listed.REFUTING | DENYING)
    - word_set("blast blasts blasted slam slams slammed slamming correct corrects corrected"),
    "may or could": listed.POSSIBLE,
}
"""Tone → the words that give it."""
NEGATES = "an odd number of negations"
TURNING = ("a word of refuting", NEGATES)
"""Tones of which one turns a text round."""

_QUOTED = re.compile(r"(?:^|\s)[‘“'\"]\w")
_STOP = tuple(".!?”\"’'…")


def tones(pair: Pair) -> Mapping[str, float]:
    """Tone → 1 where a side has it, and whether both are turned round alike."""
    claim, passage = (_tones(side) for side in (pair.claim_words, pair.passage_words))
    found = dict.fromkeys([f"{tone} in the claim" for tone in claim], 1.0)
    found |= dict.fromkeys([f"{tone} in the passage" for tone in passage], 1.0)
    for kind in pair.claim_words.frames:
        found[f"{kind}, in the claim"] = 1.0
    for kind in pair.passage_words.frames:
        found[f"{kind}, in the passage"] = 1.0
    for tone in TURNING:
        found[f"{tone} on one side"] = float((tone in claim) != (tone in passage))
    one, other = (bool(side.intersection(TURNING)) for side in (claim, passage))
    found["turned round on one side"] = float(one != other)
    found["turned round on both sides"] = float(one and other)
    text = pair.passage.quote[:LONGEST]
    found["a quotation in the passage"] = float(bool(_QUOTED.search(text)))
    found["a colon in the passage"] = float(":" in text)
    found[A_HEADLINE] = float(_like_a_headline(text, pair.passage_words))
    plain = one == other and not passage & {"asks", "a word of hearsay"}
    found["covered, and told plainly"] = pair.covered * plain
    return {tone: value for tone, value in found.items() if value}


def _tones(side: Profile) -> frozenset[str]:
    has = frozenset(side.words)
    found = {tone for tone, those in TONES.items() if has & those}
    if side.cues % 2:
        found.add(NEGATES)
    return frozenset(found)


def _like_a_headline(text: str, words: Profile) -> bool:
    return words.titled or not text.rstrip().endswith(_STOP)
