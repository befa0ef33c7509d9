"""Gathering what one verdict's publication needs, from the store and the corpus."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from workbench.case.comparing import Comparing
from workbench.case.corpus import Corpus
from workbench.case.decisions import Decisions
from workbench.case.evidence import Evidence
from workbench.case.inputs import INTERNAL
from workbench.case.parts import Parts
from workbench.core.events.conflicts import Side
from workbench.core.events.independence import copied, groups
from workbench.core.evidence.anchors import Anchor
from workbench.core.publication import (
    Citation,
    Correction,
    EvidenceItem,
    FigureRow,
    HistoryItem,
    PublishedVerdict,
)
from workbench.core.publication.bundle import Entry, Texts, entries, sources_of
from workbench.core.publication.gate import GateSettings, KnownConflict
from workbench.core.text.articles import Article
from workbench.core.verdicts.history import Change
from workbench.core.verdicts.reviews import SecondReview
from workbench.core.verdicts.standing import Link, Verdict, in_order, in_words
from workbench.errors import UnknownId


class Gathering:
    """Turns a stored verdict into everything that leaves the house with it."""

    def __init__(
        self, parts: Parts, corpus: Corpus, decisions: Decisions, evidence: Evidence,
        comparing: Comparing,
    ) -> None:  # fmt: skip
        self._parts = parts
        self._corpus = corpus
        self._decisions = decisions
        self._evidence = evidence
        self._comparing = comparing
        self._read: dict[tuple[str, int | None], Article] = {}
        """The articles of the verdict that was gathered last: each is asked for several times."""

    def published(self, verdict: Verdict) -> PublishedVerdict:
        """Everything that the publication of one verdict needs."""
        self._read.clear()
        said_in = self._article(verdict.anchor)
        history = self._decisions.history(verdict.claim)
        links = in_order(self._decisions.links(verdict.claim), verdict.order)
        return PublishedVerdict(
            claim_id=verdict.claim,
            claim=verdict.anchor.quote,
            claimant=verdict.claimant,
            said_on=said_in.published,
            citation=citation(said_in, verdict.anchor),
            rating=self._parts.settings.scale.rating(verdict.rating),
            summary=verdict.summary,
            rationale=verdict.rationale,
            evidence=tuple(self._items(verdict, links)),
            figures=tuple(self._figures(verdict, links)),
            reviewer=verdict.by,
            second_reviewer=self._second_reviewer(verdict),
            decided_at=verdict.at,
            history=tuple(history_item(c) for c in history if c.action not in INTERNAL),
            corrections=tuple(corrections(history)),
            unknown=verdict.unknown,
        )

    def gate_settings(self, v: PublishedVerdict) -> GateSettings:
        """What the gate may look things up in, and what the case asks for."""
        settings = self._parts.settings
        return GateSettings(
            settings.independent_sources,
            settings.second_reviewer,
            self.texts(v),
            tuple(self._known_conflicts(v)),
        )

    def texts(self, v: PublishedVerdict) -> Texts:
        """(article, revision) → stored text, of everything that a verdict quotes."""
        found = {}
        for id, revision in sources_of(v):
            try:
                found[id, revision] = self._revision(id, revision).text
            except UnknownId:
                continue  # the gate and the bundle name what is missing
        return found

    def bundler(self) -> Callable[[PublishedVerdict], tuple[Texts, tuple[Entry, ...]]]:
        """What gives the stored texts and history entries of a verdict's evidence bundle.

        The chain of hashes is read once, for all bundles of one export.
        """
        chain = list(entries(self._decisions.history(), ""))

        def bundled(v: PublishedVerdict) -> tuple[Texts, tuple[Entry, ...]]:
            own = {e.hash: e for e in entries(self._decisions.history(v.claim_id), v.claim_id)}
            return self.texts(v), tuple(own.get(entry.hash, entry) for entry in chain)

        return bundled

    def _items(self, verdict: Verdict, links: Sequence[Link]) -> Iterator[EvidenceItem]:
        leaders = groups([link.anchor.quote for link in links], [""] * len(links))
        for link, leader in zip(links, leaders, strict=True):
            copy = copied(verdict.anchor.quote, link.anchor.quote)
            yield EvidenceItem(
                relation=link.relation,
                quote=link.anchor.quote,
                citation=citation(self._article(link.anchor), link.anchor),
                note=link.note,
                reviewer=link.by,
                independent=not copy and link.anchor.article != verdict.anchor.article,
                group=links[leader].anchor.article,
                state=self._evidence.follow(link.anchor).state,
            )

    def _figures(self, verdict: Verdict, links: Sequence[Link]) -> list[FigureRow]:
        """The figures of the claim and of its evidence, where the claim has some.

        Each is dated by the day its source was published: that is what a reader can
        look up.
        """
        anchors = [verdict.anchor, *(link.anchor for link in links)]
        articles = {anchor.article: self._article(anchor) for anchor in anchors}
        passages = {(a.article, a.start, a.end): a for a in anchors}  # the same one counts once
        rows = self._comparing.figures_of(
            [(articles[anchor.article], anchor.start, anchor.quote) for anchor in passages.values()]
        )
        counted = {row.of for row in rows if row.article == verdict.anchor.article}
        return [
            FigureRow(
                row.of, row.low, row.high,
                row.publisher or articles[row.article].title or row.article,
                articles[row.article].published, row.claimant,
            )
            for row in rows
            if row.of in counted
        ]  # fmt: skip

    def known_conflict(self, side: Side) -> KnownConflict:
        """A passage that contradicts a claim, as the gate weighs it."""
        article = self._corpus.article(side.article)
        return KnownConflict(
            side.quote,
            Citation(
                article.title, article.publisher, article.url, article.published,
                article.id, article.revision, side.start, side.end,
            ),
            "denial" in self._parts.findings.kinds_at(side.article, side.start),
        )  # fmt: skip

    def _known_conflicts(self, v: PublishedVerdict) -> Iterator[KnownConflict]:
        """Contradictions of the claim that were found unasked and that nobody linked."""
        for side in self._comparing.conflicts_with(v.citation.article, v.citation.start):
            yield self.known_conflict(side)

    def _second_reviewer(self, verdict: Verdict) -> str:
        doc = self._parts.store.get("signoff", verdict.claim)
        if not doc:
            return ""
        review = SecondReview.from_document(doc)
        signed = review.agrees and review.verdict_revision == verdict.revision
        return review.by if signed else ""

    def _article(self, anchor: Anchor) -> Article:
        """The revision that a quote was taken from, or what is left of its article."""
        for revision in (anchor.revision, None):
            try:
                return self._revision(anchor.article, revision)
            except UnknownId:
                continue
        return Article(anchor.article, "")

    def _revision(self, id: str, revision: int | None) -> Article:
        found = self._read.get((id, revision))
        if found is None:
            found = self._read[id, revision] = self._corpus.article(id, revision)
        return found


def citation(article: Article, anchor: Anchor) -> Citation:
    """Where a quote stands, as publications cite it."""
    return Citation(
        article.title, article.publisher, article.url, article.published,
        anchor.article, anchor.revision, anchor.start, anchor.end,
    )  # fmt: skip


def history_item(change: Change) -> HistoryItem:
    """One line of the history of a verdict."""
    return HistoryItem(change.at, change.by, change.action, in_words(change))


def corrections(history: Iterable[Change]) -> Iterator[Correction]:
    """What was changed of a verdict after it had left the house, oldest first."""
    published = False
    for change in history:
        if change.type == "publication":
            published = True
        elif change.type == "verdict" and published:
            said = change.after.get("correction") or _difference(change)
            yield Correction(change.at, change.by, said)


def _difference(change: Change) -> str:
    """What a correction changed, where nobody said why."""
    before, after = change.before or {}, change.after
    if after.get("deleted"):
        return "The verdict was withdrawn."
    names = [
        n
        for n in ("rating", "summary", "rationale", "claimant", "unknown")
        if before.get(n) != after.get(n)
    ]
    if "rating" in names and before:
        return f"The rating was changed from “{before['rating']}” to “{after['rating']}”."
    return f"Changed: {', '.join(names) or 'the verdict'}."
