"""What wants the one who decides here: one list, from which both shells read."""

from collections.abc import Iterable, Iterator

from workbench.case.context import Parts
from workbench.case.corpus import ClaimRow, Corpus
from workbench.case.decisions import Decisions
from workbench.case.look_again import Look, Looking, Place
from workbench.case.reviewing import Reviewing
from workbench.core.reading.kinds import weightiest_first
from workbench.core.verdicts.reviews import SecondReview
from workbench.core.verdicts.standing import standings, versions_in_words
from workbench.errors import UnknownId


class Wanted:
    """Everything that waits for somebody, most personal first."""

    def __init__(
        self,
        parts: Parts,
        corpus: Corpus,
        decisions: Decisions,
        reviewing: Reviewing,
        looking: Looking,
    ) -> None:
        self._parts = parts
        self._corpus = corpus
        self._decisions = decisions
        self._reviewing = reviewing
        self._looking = looking

    def rows(self) -> Iterator[Look]:
        """Second reviews, ratings that differ, claims given to this reviewer, records in two
        versions, then what came to light after it was decided."""
        yield from map(_to_review, self._reviewing.queue())
        yield from self._differing(self._reviewing.mismatches())
        yield from self._yours()
        yield from self._disputed()
        yield from self._looking.again()

    def _differing(self, reviews: Iterable[SecondReview]) -> Iterator[Look]:
        for review in reviews:
            why = f"{review.first_rating} by the first reviewer, {review.rating} by {review.by}"
            verdict = self._decisions.verdict(review.claim)
            if verdict:
                at = verdict.anchor
                about = f"{verdict.by}: {review.first_rating} · {review.by}: {review.rating}"
                place = (at.article, at.start, at.end)
                yield Look("ratings differ", review.claim, why, place, at.quote, about=about)

    def _yours(self) -> Iterator[Look]:
        """Claims that were given to this reviewer, and wait for a verdict."""
        same, me = self._parts.settings.same_reviewer, self._parts.reviewer
        for claim, stands in standings(self._parts.store.scan("assignment")).items():
            if same(stands.assignee, me) and not self._decisions.verdict(claim):
                yield self._of("yours", claim, f"given to {stands.assignee}")

    def _disputed(self) -> Iterator[Look]:
        for dispute in self._decisions.disputed():
            versions = "; ".join(versions_in_words(dispute.versions))
            yield self._of(
                "two versions", dispute.claim or "", f"{dispute.type}/{dispute.id}: {versions}"
            )

    def _of(self, what: str, claim: str, why: str) -> Look:
        try:
            line = self._corpus.claim_line(claim)
        except UnknownId:
            return Look(what, claim, why)
        place: Place = (line["article"], line["start"], line["end"])
        return Look(what, claim, why, place, line["quote"])


def _to_review(row: ClaimRow) -> Look:
    who = row.claimant or "no claimant named"
    about = f"{who} · {', '.join(weightiest_first(row.kinds))} · {row.links} linked"
    place = (row.article, row.start, row.end)
    return Look("second review", row.id, row.quote, place, row.quote, about=about)
