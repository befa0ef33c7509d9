"""Which articles of a case report one event."""

from collections.abc import Iterable
from functools import lru_cache

from workbench.case.context import Parts
from workbench.core.events.event import SAME_EVENT, Rarity, SameEvent, Weighed, same_event, weighed

LIKELY = 40
"""Articles, those that share most rare names, among which reports of an event are looked for."""
PARTNERS = 12
"""Articles of one event, the surest, with which an article is compared."""
KEPT = 4096
"""Traces that are kept at hand."""


class Events:
    """For one piece of work: articles may change, and how rare a term is is asked once."""

    def __init__(self, parts: Parts) -> None:
        self._traces = parts.traces
        self._counts: dict[str, int] = {}
        self._of = lru_cache(KEPT)(self._weighed)
        self._rarity = Rarity(parts.traces.number(), self._counts)

    def partners(self, article: str) -> list[tuple[str, SameEvent]]:
        """The articles that report an article's event, the surest first, PARTNERS at most."""
        own = self._of(article)
        if own is None:
            return []
        likely = self._traces.sharing(own.trace, self._rarity, LIKELY)
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

    def _sure(self, own: Weighed, other: str) -> SameEvent:
        theirs = self._of(other)
        if theirs is None:  # in the index, but gone from the catalogue
            return SameEvent(0.0)
        return same_event(own, theirs)

    def _weighed(self, article: str) -> Weighed | None:
        trace = self._traces.of(article)
        if trace is None:
            return None
        self._counts.update(self._traces.counts({*trace.names, *trace.words} - self._counts.keys()))
        return weighed(trace, self._rarity)
