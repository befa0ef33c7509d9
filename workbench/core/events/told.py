"""What two reports of one event tell, without who says it and without what both are about.

Reports of one event need not name it in every sentence: "the captain was drunk" and "the captain
was not drunk, a police spokesman said" share one word in five. Who says it is left out on both
sides, and so is what both reports are about, because every sentence of them is about that.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from workbench.core.compare.bearings import Bearing
from workbench.core.compare.profiles import meanings, words_of
from workbench.core.compare.wording_reasons import led_by_the_better
from workbench.core.reading.model import Attribution, Reading

SURELY = 0.9
"""Probability that two reports are of one event from which a passage of either need not name it."""
LEAD = 1
"""Claims of an article that say with its headline what it is about."""
FAR = 60
"""Characters between a source and its cue at the most."""

_MARK = re.compile(r"[,;:“”\"]|(?<=\w)\.(?=\s|$)")
_THAT = re.compile(r"[^,;:“”\"]{0,30}?\bthat\b")


@dataclass(frozen=True)
class Account:
    """What one article says: its claims, and its tolls as a whole.

    A toll is a passage whose first figure is the one that the article stands by.
    """

    article: str
    claims: tuple[Bearing, ...]
    tolls: tuple[Bearing, ...]

    @cached_property
    def headline(self) -> frozenset[str]:
        """The content words of its headline."""
        return frozenset(meanings(self.claims[0].title)) if self.claims else frozenset()

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The content words of its headline and of all its claims."""
        return self.headline.union(*(words_of(claim.reading).content for claim in self.claims))

    @cached_property
    def about(self) -> frozenset[str]:
        """The content words of its headline and lead."""
        return self.headline.union(*(words_of(c.reading).content for c in self.claims[:LEAD]))

    @cached_property
    def named(self) -> frozenset[str]:
        """The names in its headline: words that are names in its text, too, where a capital
        tells one."""
        return self.headline.intersection(
            word for claim in self.claims for word in words_of(claim.reading).proper
        )


@dataclass(frozen=True, slots=True)
class Shared:
    """What two reports that are surely of one event have in common: `topic` is what both are
    about."""

    topic: frozenset[str]


def of_two_things(one: Account, other: Account) -> bool:
    """Whether the headline of either names what the other article never does: it is about
    something else, and only mentions this one."""
    return bool(one.named - other.vocabulary or other.named - one.vocabulary)


def shared(one: Account, other: Account, certain: float) -> Shared | None:
    """What two reports share; None where they may be of two events, or have no headlines."""
    if certain < SURELY or not (one.headline and other.headline) or of_two_things(one, other):
        return None
    topic = (one.about & other.vocabulary) | (other.about & one.vocabulary)
    return Shared(topic)


def near_told(one: Reading, other: Reading, common: Shared) -> float:
    """How much two passages tell of one thing, 0–1, apart from the event itself."""
    ours, theirs = (told_words(reading) - common.topic for reading in (one, other))
    both = len(ours & theirs)
    return led_by_the_better(*(both / max(1, len(side)) for side in (ours, theirs)))


@lru_cache(maxsize=1 << 14)
def told_words(reading: Reading) -> frozenset[str]:
    """The content words of a passage without those of who says it."""
    left = Counter(words_of(reading).stems)
    for start, end in _tags(reading):
        left.subtract(meanings(reading.quote[start:end]))
    return frozenset(word for word, times in left.items() if times > 0)


def _tags(reading: Reading) -> Iterator[tuple[int, int]]:
    """Where it stands who says something: "Mayor Agnes Holt said that", ", nurses said"."""
    last = 0
    for said in reading.attributions:
        if said.source and (found := _with_cue(reading, said)):
            start, end = _widened(reading.quote, *found)
            if start >= last:
                yield start, end
                last = end


def _with_cue(reading: Reading, said: Attribution) -> tuple[int, int] | None:
    """From the source to its cue, whichever stands first."""
    start, end = said.start - reading.start, said.end - reading.start
    at = reading.quote.find(said.cue, end, end + FAR) if said.cue else -1
    if at >= 0:
        return start, at + len(said.cue)
    at = reading.quote.rfind(said.cue, max(0, start - FAR), start) if said.cue else -1
    return (at, end) if at >= 0 else None


def _widened(quote: str, start: int, end: int) -> tuple[int, int]:
    """Up to the mark before, and to "that" or, where it follows what is said, to the mark
    after."""
    marks = [m.end() for m in _MARK.finditer(quote, 0, start)]
    start = marks[-1] if marks else 0
    if that := _THAT.match(quote, end):
        return start, that.end()
    if start == 0:
        return start, end
    after = _MARK.search(quote, end)
    return start, after.start() if after else len(quote)
