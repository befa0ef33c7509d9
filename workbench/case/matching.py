"""What else has been said: candidates for a claim, from the index and the rerank."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from workbench.case.context import Parts
from workbench.case.contradictions.reported_events import Events
from workbench.case.corpus import Corpus
from workbench.case.shared_index import Shared
from workbench.core.candidates.hits import Filters, Hit
from workbench.core.candidates.rerank import (
    Alike,
    Bearing,
    Candidate,
    Settled,
    depth,
    query_for,
    rerank,
    side_of,
)
from workbench.core.claims import Claim
from workbench.core.compare.bearings import bearing
from workbench.core.compare.reasons import APART, Reason
from workbench.core.decide.learning import LEARNT, weights_of, with_weights
from workbench.core.decide.relation import CONTEXT, Comparison, Table, compare, table
from workbench.core.evidence.anchors import Anchor
from workbench.core.text.folding import fold
from workbench.core.verdicts.standing import Link
from workbench.errors import CaseDamaged, UnknownId

WHERE_IT_STANDS = 50
"""Hits among which a text is looked for: the engine puts a passage with all of its words first."""
LONGEST_ASKED = 5000
"""Characters of a text that are compared with passages to find where it stands."""
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
        self._shared = Shared(parts)

    def by_meaning(self) -> None:
        """Rerank by an encoder of sentences too, as the setting `semantic` does."""
        self._semantic = True

    def candidates(
        self, claim: str, top: int = 20, fold: bool = False, others: bool = False
    ) -> list[Candidate]:
        """The best candidates for a claim (id or its first digits), best first; of `others`
        only those of other articles and sources than its own."""
        return self._for_side(self.bearing_of(self._corpus.claim(claim)), top, fold, others)

    def _for_side(self, wanted: Bearing, top: int, fold: bool, others: bool) -> list[Candidate]:
        """The best candidates for what stands in an article.

        Event first: two towns have fires with three dead each, and neither tells anything of
        the other. Of 247 passages of other events that two readers judged, 4 bore on the claim.
        """
        events = Events(self._parts)

        def settled(hit: Hit, found: Comparison) -> Comparison:
            apart = found.relation != CONTEXT and hit.article != wanted.article
            if apart and not events.one_event(wanted.article, hit.article):
                return of_another_event(found)
            return found

        return self._reranked(wanted, top, fold, settled, others)

    def linked(self, claim: str, links: Iterable[Link]) -> list[Candidate]:
        """Passages that reviewers linked, compared with the claim like any other; best first."""
        hits = [self._hit(link.anchor) for link in links]
        wanted = self.bearing_of(self._corpus.claim(claim))
        return rerank(wanted, hits, len(hits), exclude_self=False, by=self.weights) if hits else []

    @property
    def weights(self) -> Table | None:
        """The weights that this desk has learnt (see `core.decide.learning`), if it has."""
        doc = self._parts.store.get(*LEARNT)
        return with_weights(table(), weights_of(doc)) if doc else None

    def suggested(self, claim: str, at: Anchor) -> Comparison:
        """What the program proposes for a passage of the corpus, as a link to a claim."""
        wanted = self.bearing_of(self._corpus.claim(claim))
        return compare(wanted, self.side_at(at), by=self.weights)

    def side_at(self, at: Anchor) -> Bearing:
        """A passage that was decided on, as one side of a comparison."""
        return side_of(self._hit(at))

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
        """The best passages for words of somebody's own."""
        return self._reranked(bearing(text), top, fold)

    def of_text(
        self, text: str, top: int = 20, fold: bool = False, others: bool = False
    ) -> list[Candidate]:
        """The best candidates for a text, best first: where it stands in the corpus, those of
        the passage that says it, as if that had been asked for."""
        wanted = self.standing(text)
        if wanted:
            return self._for_side(wanted, top, fold, others)
        return self._reranked(bearing(text), top, fold, None, others)

    def standing(self, text: str) -> Bearing | None:
        """The passage of the corpus that a text is, in its article; None where there is none.

        White space, case and the form of quotation marks and dashes do not count, nor what
        ends it. Of several the claim is taken, then the first by article and place.
        """
        said = _plainly(text)
        if not said:
            return None
        hits = self.hits_of(bearing(text), WHERE_IT_STANDS)
        same = sorted(
            (hit for hit in hits if _plainly(hit.quote) == said),
            key=lambda hit: (hit.article, hit.start),
        )
        for hit in same:
            for claim in self._corpus.claims_of(hit.article):
                if (claim.start, claim.end) == (hit.start, hit.end):
                    return self.bearing_of(claim)
        return side_of(same[0]) if same else None

    def queries(
        self, queries: Iterable[Mapping[str, Any]], top: int = 10, others: bool = False
    ) -> Iterator[dict[str, Any]]:
        """`{"id","text"}` each → the lines of `workbench match --queries`, as they are found."""
        for query in queries:
            found = self.of_text(str(query["text"]), top, fold=True, others=others)
            for rank, one in enumerate(found, 1):
                yield {"query": query["id"], "rank": rank, **candidate_json(one)}

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
        self, wanted: Bearing, top: int, fold: bool, settled: Settled | None = None,
        others: bool = False,
    ) -> list[Candidate]:  # fmt: skip
        alike = self._alike
        own = frozenset({wanted.article} if others and wanted.article else ())
        hits = self.hits_of(wanted, depth(wanted, top, alike is not None), own)
        return rerank(
            wanted,
            hits,
            top,
            alike=alike,
            fold=fold,
            settled=settled,
            others=others,
            by=self.weights,
        )

    @property
    def _alike(self) -> Alike | None:
        """How the encoder compares texts, where it is wanted. Raises UsageError where it is
        missing."""
        return self._encoder.alike if self._semantic else None

    @cached_property
    def _encoder(self) -> "Encoder":
        from workbench.edges.semantic import Encoder  # noqa: PLC0415

        return Encoder()

    def hits_of(
        self, wanted: Bearing, most: int, without: frozenset[str] = frozenset()
    ) -> list[Hit]:
        """The engine's best hits for one side of a comparison, best first, none of the articles
        `without`."""
        query, filters = query_for(wanted), Filters(without_articles=without)
        if self._parts.settings.index:
            return self._shared.standing(self._parts.index.search(query, most, filters))
        try:
            return self._parts.index.search(query, most, filters)
        except CaseDamaged:  # deleted or damaged under the running program
            self._corpus.rebuild_index()
            self._parts.notices.append(REBUILT.format(self._parts.index_folder))
            return self._parts.index.search(query, most, filters)


def of_another_event(found: Comparison) -> Comparison:
    """A comparison with an article that reports another event: what agrees or differs is of
    that."""
    reason = Reason("reports another event", "its article seems to report another event", APART, 0)
    return replace(found, relation=CONTEXT, confidence=DOUBT, reasons=(*found.reasons, reason))


def _plainly(text: str) -> str:
    """A text without what typography makes of it, and without its end."""
    return fold(text[:LONGEST_ASKED]).text.strip(" .\"'")


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
