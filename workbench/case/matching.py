"""What else has been said: candidates for a claim, from the index and the rerank."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from workbench.case.corpus import Corpus
from workbench.case.events import Events
from workbench.case.parts import Parts
from workbench.core.candidates.hits import Hit
from workbench.core.candidates.rerank import (
    Alike,
    Bearing,
    Candidate,
    depth,
    query_for,
    rerank,
)
from workbench.core.claims import Claim
from workbench.core.compare.bearings import bearing
from workbench.core.decide.relation import CONTEXT
from workbench.core.evidence.anchors import Anchor
from workbench.core.verdicts.standing import Link
from workbench.errors import CaseDamaged, UnknownId

DOUBT = 0.5
"""Confidence of "context" where the passages differ and their events seem to."""

REBUILT = "{} was lost or damaged; it was made again from the catalogue"

if TYPE_CHECKING:  # an extra: loaded only where it is asked for
    from workbench.edges.semantic import Encoder


class Matching:
    """Finding the passages that bear on a claim or a text."""

    def __init__(self, parts: Parts, corpus: Corpus) -> None:
        self._parts = parts
        self._corpus = corpus
        self._semantic = parts.settings.semantic

    def by_meaning(self) -> None:
        """Rerank by an encoder of sentences too, as the setting `semantic` does."""
        self._semantic = True

    def candidates(self, claim: str, top: int = 20, fold: bool = False) -> list[Candidate]:
        """The best candidates for a claim (id or its first digits), best first.

        Event first: two towns have fires with three dead each, and neither tells anything of
        the other. Of 247 passages of other events that two readers judged, 4 bore on the claim.
        """
        wanted = self.bearing_of(self._corpus.claim(claim))
        events = Events(self._parts)
        return [
            of_another_event(found)
            if found.relation != CONTEXT
            and found.article != wanted.article
            and not events.one_event(wanted.article, found.article)
            else found
            for found in self._reranked(wanted, top, self._alike, fold)
        ]

    def linked(self, claim: str, links: Iterable[Link]) -> list[Candidate]:
        """Passages that reviewers linked, compared with the claim like any other; best first."""
        hits = [self._hit(link.anchor) for link in links]
        wanted = self.bearing_of(self._corpus.claim(claim))
        return rerank(wanted, hits, len(hits), exclude_self=False) if hits else []

    def _hit(self, at: Anchor) -> Hit:
        try:
            article = self._corpus.article(at.article)
        except UnknownId:  # gone from the corpus; the quote is kept
            return Hit(at.article, at.start, at.end, at.quote)
        return Hit(
            at.article, at.start, at.end, at.quote,
            published=article.published, publisher=article.publisher, title=article.title,
        )  # fmt: skip

    def search(self, text: str, top: int = 20, fold: bool = False) -> list[Candidate]:
        """The best candidates for a text that stands in no article."""
        return self._reranked(bearing(text), top, self._alike, fold)

    def queries(
        self, queries: Iterable[Mapping[str, Any]], top: int = 10
    ) -> Iterator[dict[str, Any]]:
        """`{"id","text"}` each → the lines of `workbench match --queries`, as they are found."""
        for query in queries:
            for rank, found in enumerate(self.search(str(query["text"]), top, fold=True), 1):
                yield {"query": query["id"], "rank": rank, **candidate_json(found)}

    def bearing_of(self, claim: Claim) -> Bearing:
        """What matching has to know of a claim."""
        article = self._corpus.article(claim.article)
        return Bearing(
            claim.article,
            claim.reading,
            article.day_at(claim.start),
            article.publisher,
            article.title,
        )

    def _reranked(
        self, wanted: Bearing, top: int, alike: Alike | None, fold: bool
    ) -> list[Candidate]:
        hits = self.hits_of(wanted, depth(wanted, top, alike is not None))
        return rerank(wanted, hits, top, alike=alike, fold=fold)

    @property
    def _alike(self) -> Alike | None:
        """How the encoder compares texts, where it is wanted. Raises UsageError where it is
        missing."""
        return self._encoder.alike if self._semantic else None

    @cached_property
    def _encoder(self) -> "Encoder":
        from workbench.edges.semantic import Encoder  # noqa: PLC0415

        return Encoder()

    def hits_of(self, wanted: Bearing, most: int) -> list[Hit]:
        """The engine's best hits for one side of a comparison, best first."""
        query = query_for(wanted)
        try:
            return self._parts.index.search(query, most)
        except CaseDamaged:  # deleted or damaged under the running program
            self._corpus.rebuild_index()
            self._parts.notices.append(REBUILT.format(self._parts.index_folder))
            return self._parts.index.search(query, most)


def of_another_event(found: Candidate) -> Candidate:
    """A candidate whose article reports another event: what agrees or differs is of that."""
    reasons = (*found.reasons, "its article seems to report another event")
    return replace(found, relation=CONTEXT, confidence=DOUBT, reasons=reasons)


def candidate_json(candidate: Candidate) -> dict[str, Any]:
    """A candidate in the shape of `workbench match --format jsonl`."""
    return {
        "article": candidate.article,
        "start": candidate.start,
        "end": candidate.end,
        "quote": candidate.quote,
        "score": round(candidate.score, 1),
        "relation": candidate.relation,
        "confidence": round(candidate.confidence, 2),
        "reasons": list(candidate.reasons),
        "independent": candidate.independent,
        "copies": candidate.copies,
    }
