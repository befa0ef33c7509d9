"""Sketches of articles, by which those that report one event are told from others."""

from collections import OrderedDict
from datetime import date

from workbench.case.corpus import Corpus
from workbench.case.parts import Parts
from workbench.core.events.same_event import SAME_EVENT, Sketch, one_event, sketch_of
from workbench.errors import UnknownId

KEPT = 20_000
"""Sketches that are kept at hand."""


class Sketches:
    """The sketches of a case's articles, each made once; for one piece of work, since
    articles may change."""

    def __init__(self, parts: Parts, corpus: Corpus) -> None:
        self._parts = parts
        self._corpus = corpus
        self._made: OrderedDict[str, Sketch] = OrderedDict()

    def of(self, article: str) -> Sketch:
        """What tells an article's event from others; raises UnknownId."""
        found = self._made.pop(article, None) or self._make(article)
        self._made[article] = found
        if len(self._made) > KEPT:
            self._made.popitem(last=False)
        return found

    def one_event(self, one: str, other: str) -> bool:
        """Whether two articles report one event, as far as can be told."""
        try:
            return one_event(self.of(one), self.of(other)) >= SAME_EVENT
        except UnknownId:  # in the index, but gone from the catalogue
            return False

    def _make(self, article: str) -> Sketch:
        spans = self._parts.findings.days_of(article)
        days = (date.fromisoformat(first) for first, last in spans if first == (last or first))
        return sketch_of(self._corpus.article(article), days)
