"""One text under several names: the name that decisions are about stands for it.

Which of them comes first is chance (the order of import, or of the alphabet when a case is
derived again), and the ids of claims are made with the name. So where something was
decided about one of them, that one is the article, and the others are its sources.
"""

from collections.abc import Iterable
from functools import cached_property

from workbench.case.context import Parts
from workbench.case.importing.deriving import Derived


class Twins:
    """Which of two names of one text stands for both."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    def gives_way(self, twin: str, article: str, derived: Derived) -> bool:
        """Whether the article that is there steps behind one of the same text that comes in."""
        catalog = self._parts.catalog
        if not self._is_decided(article, (claim.id for claim in derived.claims)):
            return False
        there = (row[0] for row in catalog.claims(twin))
        return len(catalog.texts(twin)) == 1 and not self._is_decided(twin, there)

    def step_back(self, twin: str, article: str) -> None:
        """Make the article that is there a source of the one that comes in."""
        self._parts.catalog.step_back(twin, article)
        self._parts.findings.forget([twin])
        self._parts.traces.forget(twin)
        if not self._parts.settings.index:  # a shared one is not emptied: copies are folded
            self._parts.index.delete([twin])

    def _is_decided(self, article: str, claims: Iterable[str]) -> bool:
        articles, decided = self._decided
        return article in articles or any(claim in decided for claim in claims)

    @cached_property
    def _decided(self) -> tuple[set[str], set[str]]:
        """(articles, claims) that records of people are about."""
        docs = self._parts.store.scan()
        articles = {doc["anchor"]["article"] for doc in docs if doc.get("anchor")}
        articles |= {doc["id"] for doc in docs if doc["type"] == "article"}
        return articles, {doc["claim"] for doc in docs if doc["claim"]}
