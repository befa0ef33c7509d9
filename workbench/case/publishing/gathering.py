"""Gathering what one verdict's publication needs, from the store and the corpus."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from workbench.case.context import Parts
from workbench.case.contradictions.comparing import Comparing
from workbench.case.corpus import Corpus
from workbench.case.decisions import Decisions
from workbench.case.evidence.changed_quotes import Evidence
from workbench.case.evidence.quotes_in_seeds import SeedTexts
from workbench.case.publishing.page_digest import INTERNAL
from workbench.core.candidates.rerank import Candidate
from workbench.core.events.contradictions import Side
from workbench.core.events.independence import copied, groups
from workbench.core.events.side_by_side import FigureRow as Counted
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
from workbench.core.publication.corrections import RETRACTION, corrections
from workbench.core.publication.gate import GateSettings, KnownConflict
from workbench.core.text.articles import Article
from workbench.core.verdicts.history import Change
from workbench.core.verdicts.reviews import SecondReview
from workbench.core.verdicts.standing import Link, Verdict, in_order, in_words, signs
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
        self.seeds = SeedTexts(parts)
        self._read: dict[tuple[str, int | None], Article] = {}
        """The articles of the verdict that was gathered last: each is asked for several times."""

    def published(self, verdict: Verdict) -> PublishedVerdict:
        """Everything that the publication of one verdict needs.

        When it first left the house is not among it: see `left`.
        """
        return self._gathered(
            verdict,
            self._decisions.history(verdict.claim),
            self._decisions.links(verdict.claim),
            self._second_reviewer(verdict),
            self._decisions.status(verdict.claim) == "retracted",
        )

    def as_left(self, claim: str) -> PublishedVerdict:
        """What readers have of a verdict that is out: as it was when it last left the house."""
        history = self._decisions.history(claim)
        last = max(n for n, change in enumerate(history) if change.type == "publication")
        past = history[: last + 1]
        ruled = [c.after for c in past if c.type == "verdict" and not c.after.get("deleted")][-1]
        records = {change.key: change.after for change in past}
        links = [
            Link.from_document(doc)
            for (kind, _), doc in records.items()
            if kind == "link" and not doc.get("deleted")
        ]
        return self._gathered(
            Verdict.from_document(ruled),
            past,
            links,
            self._signer(records.get(("signoff", claim)), ruled),
            bool(past[-1].after.get("retracted")),
        )

    def _gathered(
        self, verdict: Verdict, history: Sequence[Change], linked: Sequence[Link], signer: str,
        retracted: bool,
    ) -> PublishedVerdict:  # fmt: skip
        self._read.clear()
        said_in = self._article(verdict.anchor)
        links = in_order(linked, verdict.order)
        told = [change for change in history if change.action not in INTERNAL]
        changed = tuple(replace(c, by=self._named(c.by)) for c in corrections(history))
        return PublishedVerdict(
            claim_id=verdict.claim,
            claim=verdict.anchor.quote,
            claimant=verdict.claimant,
            said_on=said_in.published,
            citation=self._cited(said_in, verdict.anchor),
            rating=self._parts.settings.scale.rating(verdict.rating),
            summary=verdict.summary,
            rationale=verdict.rationale,
            evidence=tuple(self._items(verdict, links)),
            figures=tuple(self._figures(verdict, links)),
            reviewer=self._named(verdict.by),
            second_reviewer=signer,
            decided_at=verdict.at,
            history=tuple(map(self._told, told)),
            corrections=changed,
            unknown=verdict.unknown,
            wording=verdict.wording,
            chosen=verdict.chosen,
            asked=verdict.asked,
            tools=verdict.tools,
            would_change=verdict.would_change,
            same_as=self._parts.settings.same_as(verdict.claimant),
            retraction=_last_retraction(changed) if retracted else None,
            history_head=told[-1].hash if told else "",
        )

    def gate_settings(self, v: PublishedVerdict) -> GateSettings:
        """What the gate may look things up in, and what the case asks for."""
        settings = self._parts.settings
        return GateSettings(
            settings.independent_sources,
            settings.second_reviewer,
            self.texts(v),
            tuple(self._known_conflicts(v)),
            frozenset(filter(self._corpus.web_copy, (where for where, _ in sources_of(v)))),
            self._differing(v.claim_id),
            settings.house.corrections_contact,
        )

    def look_for_conflicts(self, articles: Iterable[str]) -> None:
        """Find what contradicts the claims of articles, where nobody has looked since they came."""
        self._comparing.look_at(articles)

    def first_left(self) -> dict[str, str]:
        """Claim → when its verdict first left the house, for those that have."""
        found = {}
        for doc in self._parts.store.scan("publication"):
            first = doc.get("first") or next(
                c.at for c in self._decisions.history(doc["claim"]) if c.type == "publication"
            )
            found[doc["claim"]] = first
        return found

    def texts(self, v: PublishedVerdict) -> Texts:
        """(article, revision) → stored text, of everything that a verdict quotes.

        Texts that no seed holds are left out: the catalogue was altered.
        """
        found = {}
        for id, revision in sources_of(v):
            try:
                text = self._revision(id, revision).text
            except UnknownId:
                continue  # the gate and the bundle name what is missing
            if self.seeds.hold(id, text, _quotes_of(v, id, revision)):
                found[id, revision] = text
        return found

    def bundler(self) -> Callable[[PublishedVerdict], tuple[Texts, tuple[Entry, ...]]]:
        """What gives the stored texts and history entries of a verdict's evidence bundle.

        The history goes up to the last thing that was done about the claim: what is done
        about others, or that the bundle left the house, makes no new bundle. The chain of
        hashes is read once, for all bundles of one export.
        """
        chain = list(entries(self._decisions.history(), ""))
        places = {entry.hash: place for place, entry in enumerate(chain)}

        def bundled(v: PublishedVerdict) -> tuple[Texts, tuple[Entry, ...]]:
            changes = self._decisions.history(v.claim_id)
            told = [places[change.hash] for change in changes if change.action not in INTERNAL]
            own = {entry.hash: entry for entry in entries(changes, v.claim_id)}
            until = chain[: max(told, default=-1) + 1]
            return self.texts(v), tuple(own.get(entry.hash, entry) for entry in until)

        return bundled

    def candidates(self, v: PublishedVerdict) -> list[Candidate]:
        """What the program finds for the claim of a verdict. Raises UnknownId."""
        return self._comparing.candidates(v.claim_id)

    def conflicts_with(self, v: PublishedVerdict) -> Iterable[Side]:
        """What was found to contradict the claim of a verdict."""
        return self._comparing.conflicts_with(v.citation.article, v.citation.start)

    def head(self) -> str:
        """The hash of the last entry of the history but those that say what left the house."""
        told = (
            change.hash
            for change in self._parts.store.changes(newest_first=True)
            if change.action not in INTERNAL
        )
        return next(told, "")

    def _cited(self, article: Article, anchor: Anchor) -> Citation:
        return citation(article, anchor, self._corpus.web_copy(anchor.article))

    def _items(self, verdict: Verdict, links: Sequence[Link]) -> Iterator[EvidenceItem]:
        leaders = groups([link.anchor.quote for link in links], [""] * len(links))
        for link, leader in zip(links, leaders, strict=True):
            copy = copied(verdict.anchor.quote, link.anchor.quote)
            yield EvidenceItem(
                relation=link.relation,
                quote=link.anchor.quote,
                citation=self._cited(self._article(link.anchor), link.anchor),
                note=link.note,
                reviewer=self._named(link.by),
                independent=not copy and link.anchor.article != verdict.anchor.article,
                group=links[leader].anchor.article,
                state=self._evidence.follow(link.anchor).state,
                nature=link.nature,
                interest=link.interest,
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
                row.publisher or articles[row.article].title or "publisher not stated",
                articles[row.article].published, self._who(row, verdict), row.text, row.denied,
            )
            for row in rows
            if row.of in counted
        ]  # fmt: skip

    def _who(self, row: Counted, verdict: Verdict) -> str:
        """Whom a figure is according to: of the claim itself the claimant of the verdict."""
        at = verdict.anchor
        own = row.article == at.article and at.start <= row.start < at.end
        return (own and verdict.claimant) or row.claimant

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
        for side in self.conflicts_with(v):
            yield self.known_conflict(side)

    def _named(self, by: str, otherwise: str = "a reviewer") -> str:
        """The name under which readers know a reviewer; a login is none."""
        return self._parts.settings.name_of(by) or otherwise

    def _told(self, change: Change) -> HistoryItem:
        """One line of the history of a verdict."""
        return HistoryItem(change.at, self._named(change.by), change.action, in_words(change))

    def _second_reviewer(self, verdict: Verdict) -> str:
        """Who signed what the verdict says, or said when it was taken back."""
        ruled = self._decisions.last_ruled(verdict.claim)
        return self._signer(self._parts.store.get("signoff", verdict.claim), ruled)

    def _signer(self, doc: Mapping[str, Any] | None, ruled: Mapping[str, Any] | None) -> str:
        """Who gave this second review, where it agrees with the verdict as it was ruled."""
        if not doc or doc.get("deleted") or not ruled or not doc["agrees"]:
            return ""
        if not signs(doc, ruled):
            return ""
        return self._named(doc["by"], "a second reviewer")

    def _differing(self, claim: str) -> str:
        """The second reviewer who rated what the verdict says otherwise, and how."""
        if not self._decisions.standing(claim).differs:
            return ""
        review = SecondReview.from_document(self._parts.store.get("signoff", claim) or {})
        return f"{review.rating} by {review.by}"

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


def _last_retraction(changes: Sequence[Correction]) -> Correction:
    """Why a verdict was taken back; what a case says that was joined from copies may be lost."""
    found = [change for change in changes if change.kind == RETRACTION]
    return found[-1] if found else Correction("", "", "The verdict was taken back.", RETRACTION)


def _quotes_of(v: PublishedVerdict, article: str, revision: int) -> list[str]:
    """What a verdict quotes of a revision of an article."""
    said = [(v.citation, v.claim), *((item.citation, item.quote) for item in v.evidence)]
    return [
        quote for where, quote in said if (where.article, where.revision) == (article, revision)
    ]


def citation(article: Article, anchor: Anchor, archive: str = "") -> Citation:
    """Where a quote stands, as publications cite it."""
    return Citation(
        article.title, article.publisher, article.url, article.published,
        anchor.article, anchor.revision, anchor.start, anchor.end, archive,
    )  # fmt: skip
