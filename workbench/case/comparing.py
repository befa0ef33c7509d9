"""Comparing across the corpus: figures side by side, and conflicts found unasked."""

import hashlib
from collections.abc import Iterable, Mapping
from contextlib import suppress
from typing import Any

from workbench.case.corpus import Corpus
from workbench.case.matching import Matching
from workbench.case.parts import Cancelled, Parts, Progress
from workbench.core.articles import Article
from workbench.core.bearings import bearing
from workbench.core.comparisons import FigureRow, figures_side_by_side
from workbench.core.conflicts import Conflict, Side, find_conflicts
from workbench.errors import EngineFailed

LOOKED_AT = 20
"""Candidates of a claim among which conflicts are looked for."""
FIGURES_ABOUT = 60
"""Passages that a question about figures is answered from."""
CHECKED_KINDS = frozenset({"casualty", "quantity", "date", "denial", "accusation", "statement"})
"""Kinds whose claims are looked at: a plain event has no slot that could contradict."""


class Comparing:
    """What the sources say against each other."""

    def __init__(self, parts: Parts, corpus: Corpus, matching: Matching) -> None:
        self._parts = parts
        self._corpus = corpus
        self._matching = matching

    def unchecked(self) -> int:
        """Articles that came in since conflicts were last looked for."""
        return len(self._parts.findings.unchecked())

    def conflicts(
        self, progress: Progress | None = None, cancelled: Cancelled | None = None
    ) -> list[Conflict]:
        """The corpus's own contradictions, strongest first.

        Only articles that came in since the last look are compared with the
        corpus. When cancelled, what was found so far is returned and kept.
        """
        waiting = self._parts.findings.unchecked()
        for done, article in enumerate(waiting):
            if cancelled and cancelled():
                break
            if progress:
                progress("looking for conflicts", done, len(waiting))
            self._parts.findings.put_conflicts(article, self._conflicts_of(article))
            self._parts.catalog.commit()
        return self._parts.findings.conflicts()

    def tolls(self) -> list[dict[str, Any]]:
        """One `{"article","of","low","high","as_of","claimant","passages"}` an article and thing."""
        return self._parts.findings.tolls()

    def figures(self, about: str) -> list[FigureRow]:
        """The figures in the passages that bear on a text, side by side."""
        passages = self._matching.passages_about(about, FIGURES_ABOUT)
        return figures_side_by_side(passages)

    def figures_of(self, passages: Iterable[tuple[Article, int, str]]) -> list[FigureRow]:
        """The figures of some passages (article, start, quote), by the day of publication."""
        return figures_side_by_side(
            bearing(
                quote, article=article.id, start=start, published=article.published,
                publisher=article.publisher, title=article.title, with_dates=False,
            )
            for article, start, quote in passages
        )  # fmt: skip

    def conflicts_with(self, article: str, start: int) -> list[Side]:
        """The passages known to contradict the passage that begins there, strongest first."""
        found = []
        for conflict in self._parts.findings.conflicts_of(article):
            for own, other in ((conflict.one, conflict.other), (conflict.other, conflict.one)):
                if (own.article, own.start) == (article, start):
                    found.append(other)
        return found

    def contradictions(self) -> dict[tuple[str, int], list[Side]]:
        """(article, start) of a passage → what is known to contradict it, strongest first."""
        found: dict[tuple[str, int], list[Side]] = {}
        for conflict in self._parts.findings.conflicts():
            for own, other in ((conflict.one, conflict.other), (conflict.other, conflict.one)):
                found.setdefault((own.article, own.start), []).append(other)
        return found

    def contradicting(self, claim: Mapping[str, Any]) -> list[str]:
        """The keys (see `side_key`) of all that contradicts a claim as the corpus stands.

        `claim` is a line of `workbench claims`. Beside the conflicts found so far
        its own candidates are looked at, so that what a verdict is given beside is
        told from what comes in later. An engine that does not answer adds nothing.
        """
        found = self.conflicts_with(claim["article"], claim["start"])
        if CHECKED_KINDS & set(claim["kinds"]):
            article = self._corpus.article(claim["article"])
            side = bearing(
                claim["quote"], article=article.id, start=claim["start"],
                published=article.published, publisher=article.publisher, title=article.title,
                claimant=claim["claimant"] or "", kinds=frozenset(claim["kinds"]),
            )  # fmt: skip
            with suppress(EngineFailed):
                near = self._matching.candidates_of(side, LOOKED_AT)
                found += [c.other for c in find_conflicts([(side, near)])]
        return sorted({side_key(side) for side in found})

    def _conflicts_of(self, article: str) -> list[Conflict]:
        claims = [c for c in self._corpus.claims_of(article) if CHECKED_KINDS & set(c.kinds)]
        found = []
        for claim in claims:
            side = self._matching.bearing_of(claim)
            found.append((side, self._matching.candidates_of(side, LOOKED_AT)))
        return find_conflicts(found)


def side_key(side: Side) -> str:
    """A passage by its article and words, in 16 hex digits: the same wherever it stands."""
    return hashlib.sha256(repr((side.article, side.quote)).encode()).hexdigest()[:16]
