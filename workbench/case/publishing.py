"""The publish verb: verdicts with their evidence, gathered and written."""

from collections.abc import Callable, Sequence
from pathlib import Path

from workbench.case.corpus import Corpus
from workbench.case.decisions import Decisions
from workbench.case.parts import Parts
from workbench.case.reports import ExportReport
from workbench.core.anchors import Anchor
from workbench.core.articles import Article
from workbench.core.history import Change
from workbench.core.publication import (
    Citation,
    EvidenceItem,
    HistoryItem,
    PublishedVerdict,
)
from workbench.core.verdicts import Link, Verdict, in_words
from workbench.edges.pages import Report, write_markdown
from workbench.errors import UnknownId, UsageError

FORMATS: dict[str, Callable[[Sequence[PublishedVerdict], Path, bool], Report]] = {
    "markdown": lambda verdicts, folder, whole: write_markdown(verdicts, folder, complete=whole),
}
"""Format → what writes it: (verdicts, folder, whether these are all there are)."""


class Publications:
    """What leaves the house."""

    def __init__(self, parts: Parts, corpus: Corpus, decisions: Decisions) -> None:
        self._parts = parts
        self._corpus = corpus
        self._decisions = decisions

    @property
    def folder(self) -> Path:
        """Where publications go unless the user names another place."""
        return self._parts.folder / "claims" / "published"

    def export(
        self,
        claims: Sequence[str] | None = None,
        to: Path | None = None,
        format: str = "markdown",
    ) -> ExportReport:
        """Write the verdicts on some claims, or all of them.

        Writing all of them also removes the pages of verdicts taken back. Raises
        UnknownId for a claim without a verdict.
        """
        if format not in FORMATS:
            raise UsageError(f"no format {format!r}; there are {', '.join(FORMATS)}")
        if claims is None:
            verdicts = self._decisions.verdicts()
        else:
            verdicts = [self._verdict(claim) for claim in claims]
        report = FORMATS[format](
            [self.gather(verdict) for verdict in verdicts], to or self.folder, claims is None
        )
        return ExportReport(
            report.folder,
            tuple(report.folder / name for name in report.written),
            tuple(report.folder / name for name in report.unchanged),
        )

    def gather(self, verdict: Verdict) -> PublishedVerdict:
        """Everything that the publication of one verdict needs."""
        said_in = self._article(verdict.anchor)
        return PublishedVerdict(
            claim_id=verdict.claim,
            claim=verdict.anchor.quote,
            claimant=verdict.claimant,
            said_on=said_in.published,
            citation=citation(said_in, verdict.anchor),
            rating=self._parts.settings.scale.rating(verdict.rating),
            summary=verdict.summary,
            rationale=verdict.rationale,
            evidence=tuple(
                self._evidence(verdict, link) for link in self._decisions.links(verdict.claim)
            ),
            reviewer=verdict.by,
            decided_at=verdict.at,
            history=tuple(map(history_item, self._decisions.history(verdict.claim))),
        )

    def _verdict(self, claim: str) -> Verdict:
        found = self._decisions.verdict(claim)
        if not found:
            raise UnknownId(
                f"claim {claim} has no verdict; `workbench verdict {claim}` records one"
            )
        return found

    def _evidence(self, verdict: Verdict, link: Link) -> EvidenceItem:
        source = self._article(link.anchor)
        return EvidenceItem(
            relation=link.relation,
            quote=link.anchor.quote,
            citation=citation(source, link.anchor),
            note=link.note,
            reviewer=link.by,
            independent=link.anchor.article != verdict.anchor.article,
            group=link.anchor.article,
        )

    def _article(self, anchor: Anchor) -> Article:
        """The revision that a quote was taken from, or what is left of its article."""
        for revision in (anchor.revision, None):
            try:
                return self._corpus.article(anchor.article, revision)
            except UnknownId:
                continue
        return Article(anchor.article, "")


def citation(article: Article, anchor: Anchor) -> Citation:
    """Where a quote stands, as publications cite it."""
    return Citation(
        article.title, article.publisher, article.url, article.published,
        anchor.article, anchor.revision, anchor.start, anchor.end,
    )  # fmt: skip


def history_item(change: Change) -> HistoryItem:
    """One line of the history of a verdict."""
    return HistoryItem(change.at, change.by, change.action, in_words(change))
