"""What one report of an event says that somebody did, and another that they did not.

In one event two passages need not share a name, as `denied` asks of any two: "the captain was
drunk" and "a test found that the captain was not drunk". Then both have to say it of the same
subject, and most of what is negated has to stand on the other side, its first word before all.
"""

import re

from workbench.core.compare.bearings import Bearing
from workbench.core.compare.profiles import meanings, words_of
from workbench.core.events.denied import (
    ABOUT_TELLING,
    QUOTED,
    Clash,
    leaves_open,
    longest_run,
    negated,
    of_one_speaker,
    of_stages,
    stand_of,
)
from workbench.core.events.told import Shared, told_words
from workbench.core.lexicon.listing import word_set
from workbench.core.reading.model import Negation, Reading

SHARE = 0.6
"""Share of what is negated that the other side says."""
SURE = 0.8
NEGATIONS = word_set("not never didn't wasn't weren't hasn't haven't hadn't isn't aren't")
"""Cues that turn a verb; "no" before a noun and "neither" leave open of whom they are."""
FUTURE = word_set("will would")
OPENING = word_set(
    """could should may might if whether until unless unlikely must ought required supposed no non
    without nor neither"""
)
"""Words beside which a passage says of nothing that it is so."""

_CLAUSE = re.compile(r"[.,;:“”\"()—–]|\b(?:that|and|but|while|because|who|which)\b")


def turned(said: Bearing, denied: Bearing, common: Shared | None) -> Clash | None:
    """What the second passage says was not so of what the first says was, of one subject.

    `common` is what their articles share; None where they are not surely of one event.
    """
    if common is None or not denied.reading.negations or not stand_of(said.reading).plain:
        return None
    if leaves_open(words_of(said.reading), OPENING):
        return None
    for negation in denied.reading.negations:
        words = _turned_words(said, denied.reading, negation, common)
        if words and not _explained(said, denied, words):
            spelled = words_of(said.reading).spelled
            shown = ", ".join(f"“{spelled[word]}”" for word in spelled if word in words)
            return Clash(said, denied, SURE, f"one side says that {shown} is not so", False)
    return None


def _turned_words(
    said: Bearing, reading: Reading, negation: Negation, common: Shared
) -> frozenset[str]:
    """What a negation turns of what the other passage says; nothing where it does not.

    Both have the subject in common; whoever is accused may be called by a name on one side, "the
    Osprey", and by what it is on the other, "the ferry".
    """
    span = negated(reading, negation) if NEGATIONS & set(negation.cue.lower().split()) else None
    subject = _subject(reading, negation)
    told = told_words(said.reading)
    named = subject & words_of(reading).proper and subject <= common.topic
    if span is None or not subject:
        return frozenset()
    if not (subject <= told or (named and said.reading.accusations)):
        return frozenset()
    untrue = frozenset(span[0]) - ABOUT_TELLING
    both = untrue & told
    first = span[0][0]
    if first not in both or len(both) < SHARE * len(untrue):
        return frozenset()
    late = _tells_of_future(said.reading) and not _tells_of_future(reading)
    return frozenset() if late else both


def _subject(reading: Reading, negation: Negation) -> frozenset[str]:
    """The content words of the clause before a negation."""
    before = reading.quote[: negation.start - reading.start]
    marks = [mark.end() for mark in _CLAUSE.finditer(before)]
    return frozenset(meanings(before[marks[-1] if marks else 0 :])) - ABOUT_TELLING


def _tells_of_future(reading: Reading) -> bool:
    """Whether a passage tells of what is yet to come."""
    return not FUTURE.isdisjoint(words_of(reading).words)


def _explained(said: Bearing, denied: Bearing, words: frozenset[str]) -> bool:
    """Whether one source tells two things, a matter has only gone on, or one is quoted."""
    return (
        of_one_speaker(said, denied)
        or of_stages(denied, words)
        or longest_run(said.quote, denied.quote) >= QUOTED
    )
