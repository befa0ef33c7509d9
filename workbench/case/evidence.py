"""Evidence that stays true: what became of quotes whose articles have changed."""

from collections.abc import Iterator
from dataclasses import dataclass

from workbench.case.corpus import Corpus
from workbench.case.parts import Parts
from workbench.core.anchors import Anchor, Reanchored, reanchor
from workbench.core.articles import Article
from workbench.errors import UnknownId

HOLDS = ("same", "moved")
"""States in which a quote still says what it said, word for word."""


@dataclass(frozen=True, slots=True)
class ToLookAt:
    """A link or verdict whose source is not what it was.

    `what` is "link" or "verdict" with its id; `found` says what became of the
    quote; `reason` is in plain words.
    """

    claim: str
    what: str
    anchor: Anchor
    state: str
    reason: str


class Evidence:
    """Following quotes through the revisions of their articles."""

    def __init__(self, parts: Parts, corpus: Corpus) -> None:
        self._parts = parts
        self._corpus = corpus

    def follow(self, anchor: Anchor) -> Reanchored:
        """What became of a quote in the article as it stands now.

        Nothing is moved: the anchor keeps naming the revision it was taken from.
        """
        try:
            now = self._corpus.article(anchor.article)
        except UnknownId:
            return Reanchored("orphaned", None, None, "", "its article is no longer in seeds/")
        return reanchor(anchor, now, self._before(anchor))

    def to_look_at(self) -> list[ToLookAt]:
        """Everything decided that rests on words which no longer stand, by claim."""
        return sorted(self._changed(), key=lambda item: (item.claim, item.what))

    def _changed(self) -> Iterator[ToLookAt]:
        for doc in self._parts.store.query():
            if "anchor" not in doc:
                continue
            anchor = Anchor(**doc["anchor"])
            found = self.follow(anchor)
            if found.state not in HOLDS:
                what = f"{doc['type']} {doc['id']}"
                yield ToLookAt(doc["claim"], what, anchor, found.state, found.reason)

    def _before(self, anchor: Anchor) -> Article | None:
        try:
            return self._corpus.article(anchor.article, anchor.revision)
        except UnknownId:
            return None
