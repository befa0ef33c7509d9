"""What stands between a subject and its verb: auxiliaries, adverbs, "on Tuesday"."""

from collections.abc import Sequence
from typing import NamedTuple

from workbench.core.lexicon.en.grammar import AUXILIARIES, BE, MODALS, TIMES, is_adverb
from workbench.core.lexicon.listing import word_set
from workbench.core.reading.tokens import Token

LONGEST = 12
"""Words between a subject and its verb."""
_RAISING = word_set("""
    continue continues continued continuing appear appears appeared seem seems seemed begin begins
    began try tries tried refuse refuses refused decline declines declined fail fails failed on
    want wants wanted used come came go goes went have has had wishes planned
    expected rushed managed sought seeks attempted attempts dared
    """)
_AUXILIARY = AUXILIARIES | _RAISING
_SHARED = word_set("both all each")
_BEFORE_TIME = word_set("on in this last")


class VerbGroup(NamedTuple):
    """What was stepped over before a verb.

    `before` is the index of the last word before the group (−1 at the start).
    `infinitive` is set where the verb follows a "to" that no verb like "seemed"
    turns into a finite form.
    """

    before: int
    be: bool
    auxiliary: bool
    infinitive: bool
    modal: bool
    negated: bool


def verb_group(words: Sequence[Token], verb: int) -> VerbGroup:
    """Step back from the verb `words[verb]` to where its subject should end."""
    i = verb - 1
    while i >= 0 and verb - i < LONGEST and (step := _step(words, i)):
        i -= step
    lows = [w.low for w in words[i + 1 : verb]]
    return VerbGroup(
        before=i,
        be=not BE.isdisjoint(lows),
        auxiliary=not _AUXILIARY.isdisjoint(lows),
        infinitive=i >= 0 and words[i].low == "to",
        modal=not MODALS.isdisjoint(lows),
        negated="not" in lows or any(w.clitic == "t" for w in words[i + 1 : verb]),
    )


def _step(words: Sequence[Token], i: int) -> int:
    """How many words to step over at word `i`; 0 where the group begins after it."""
    word, before = words[i], words[i - 1].low if i > 0 else ""
    if (
        word.low in AUXILIARIES
        or (is_adverb(word.low) and word.text[0].islower())
        or word.low == "not"
    ):
        return 1
    if word.low in _SHARED and before in AUXILIARIES:  # "have both denied"
        return 1
    if word.low == "to" and before in _RAISING:
        return 3 if before == "on" else 2  # "went on to"
    if word.low in TIMES and before in _BEFORE_TIME and i > 1:
        return 2
    return 0
