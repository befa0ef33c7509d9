"""Which articles of a case report one event."""

from collections.abc import Iterable
from functools import lru_cache

from workbench.case.parts import Parts
from workbench.core.events.event import SAME_EVENT, Rarity, SameEvent, Trace, same_event

LIKELY = 40
"""Articles, those that share most rare names, among which reports of an event are looked for."""
PARTNERS = 12
"""Articles of one event, the surest, with which an article is compared."""
KEPT = 4096
"""Traces that are kept at hand."""


class Events:
    """For one piece of work: articles may change."""

    def __init__(self, parts: Parts) -> None:
        self._traces = parts.traces
        self._of = lru_cache(KEPT)(self._traces.of)

    def partners(self, article: str) -> list[tuple[str, SameEvent]]:
        """The articles that report an article's event, the surest first, PARTNERS at most."""
        own = self._of(article)
        if own is None:
            return []
        rarity = self._traces.rarity({*own.names, *own.words})
        likely = self._traces.sharing(own, rarity, LIKELY)
        found = [(other, self._sure(own, other)) for other in likely]
        surest = [(id, sure) for id, sure in found if sure.probability >= SAME_EVENT]
        return sorted(surest, key=lambda one: (-one[1].probability, one[0]))[:PARTNERS]

    def one_event(self, one: str, other: str) -> bool:
        """Whether two articles report one event, as far as can be told."""
        own = self._of(one)
        return own is not None and self._sure(own, other).probability >= SAME_EVENT

    def grouped(self, articles: Iterable[str]) -> dict[str, str]:
        """Article → the article that stands for its event: the first of it.

        An article joins the event of the surest of those before it.
        """
        known: list[str] = []
        stands: dict[str, str] = {}
        for article in dict.fromkeys(articles):
            own = self._of(article)
            sure = [(self._sure(own, other).probability, other) for other in known if own]
            best, other = max(sure, default=(0.0, ""))
            stands[article] = stands[other] if best >= SAME_EVENT else article
            known.append(article)
        return stands

    def _sure(self, own: Trace, other: str) -> SameEvent:
        theirs = self._of(other)
        if theirs is None:  # in the index, but gone from the catalogue
            return SameEvent(0.0)
        return same_event(own, theirs, self._rarity(own, theirs))

    def _rarity(self, one: Trace, other: Trace) -> Rarity:
        return self._traces.rarity({*one.names, *one.words, *other.names, *other.words})
