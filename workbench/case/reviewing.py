"""Work of two: second reviews, assignments, notes, and how well a team agrees."""

import secrets
from dataclasses import dataclass
from typing import Any

from workbench.case.context import Parts
from workbench.case.corpus import ClaimRow, Corpus
from workbench.case.decisions import Decisions
from workbench.case.saving import save
from workbench.core.verdicts.reviews import SecondReview, kappa
from workbench.core.verdicts.standing import BY_HAND, Note, says, standings
from workbench.errors import UsageError


@dataclass(frozen=True, slots=True)
class Team:
    """How second reviews came out: `kappa` is None where it is not defined."""

    reviews: int
    agreed: int
    kappa: float | None


class Reviewing:
    """The second reviewer's part, and talk about claims."""

    def __init__(self, parts: Parts, corpus: Corpus, decisions: Decisions) -> None:
        self._parts = parts
        self._corpus = corpus
        self._decisions = decisions

    def queue(self) -> list[ClaimRow]:
        """Claims that wait for a second reviewer other than the first; ratings hidden.

        One that was published without a second review waits on. The second review is blind: whoever
        gives it sees the claim and the evidence, not what the first reviewer rated."""
        me, stands = self._parts.reviewer, standings(self._parts.store.scan())
        same = self._parts.settings.same_reviewer
        waiting = {id for id, s in stands.items() if s.unsigned and not same(s.reviewer, me)}
        rows = self._corpus.claims() if waiting else []
        return [row.without_rating() for row in rows if row.id in waiting]

    def own_revision(self, claim: str, rating: str) -> int:
        """The revision of a verdict that its own reviewer may rule over unasked; 0 for none.

        Raises UsageError where the verdict is somebody else's, with what both say; of a
        verdict that waits for a blind second review, only whose it is.
        """
        verdict = self._decisions.verdict(claim)
        if not verdict:
            return 0
        settings, number = self._parts.settings, verdict.revision
        if settings.same_reviewer(verdict.by, self._parts.reviewer):
            return number
        if settings.second_reviewer and self._decisions.standing(verdict.claim).unsigned:
            raise UsageError(
                f"{verdict.by} has ruled on it (revision {number}): "
                f"`workbench signoff {verdict.claim[:8]} --rating …` puts your rating beside that; "
                f"--over {number} rules over it"
            )
        raise UsageError(
            f"{verdict.by} rated it {verdict.rating!r} on {verdict.at[:10]} (revision {number}): "
            f"“{verdict.summary}”; you rate it {rating!r}. --over {number} rules over that"
        )

    def sign_off(self, claim: str, rating: str = "") -> SecondReview:
        """Give the second review of a claim's verdict.

        `rating` is what the second reviewer rated without seeing the first's;
        left out, it agrees with the verdict as it stands. A different rating
        sends the claim back, with both on record. Raises UsageError when there
        is no verdict, or when the first reviewer tries to give the second review.
        """
        verdict = self._decisions.verdict(claim)
        if not verdict:
            raise UsageError(f"claim {claim} has no verdict that could be signed off")
        if self._parts.settings.same_reviewer(verdict.by, self._parts.reviewer):
            raise UsageError(f"{verdict.by} gave the verdict; the second review is somebody else's")
        rated = self._parts.settings.scale.rating(rating or verdict.rating).name
        stored = self._parts.store.get("signoff", verdict.claim)
        doc = self._put(
            {
                "type": "signoff",
                "id": verdict.claim,
                "claim": verdict.claim,
                "rating": rated,
                "agrees": rated == verdict.rating,
                "first_rating": verdict.rating,
                "verdict_revision": verdict.revision,
                "says": says(self._parts.store.get("verdict", verdict.claim) or {}),
            },
            stored["revision"] if stored else 0,
            "signoff",
        )
        return SecondReview.from_document(doc)

    def reviews(self) -> list[SecondReview]:
        """All second reviews, oldest first."""
        docs = self._parts.store.query("signoff")
        return sorted((SecondReview.from_document(d) for d in docs), key=lambda r: r.at)

    def mismatches(self) -> list[SecondReview]:
        """The reviews that sent a claim back and were not settled by a new verdict."""
        return [
            review
            for review in self.reviews()
            if not review.agrees and self._decisions.standing(review.claim).differs
        ]

    def team(self) -> Team:
        """How well first and second reviewers agree."""
        pairs = [(review.first_rating, review.rating) for review in self.reviews()]
        return Team(len(pairs), sum(one == other for one, other in pairs), kappa(pairs))

    def assign(self, claim: str, reviewer: str) -> None:
        """Give a claim to a reviewer; an empty name takes it back."""
        self._set("assignment", claim, reviewer.strip())

    def set_status(self, claim: str, status: str) -> None:
        """Say where a claim stands; holds until the next verdict."""
        if status not in BY_HAND:
            raise UsageError(
                f"no status {status!r} that is set by hand; there are {', '.join(BY_HAND)}; "
                "the others follow from what is done"
            )
        self._set("status", claim, status)

    def note(self, claim: str, text: str, question: bool = False) -> Note:
        """Leave a note or a question on a claim."""
        if not text.strip():
            raise UsageError("a note needs a text")
        full = self._corpus.claim_id(claim)
        doc = {
            "type": "note", "id": secrets.token_hex(8), "claim": full, "note": text.strip(),
            "question": question,
        }  # fmt: skip
        return Note.from_document(self._put(doc, 0, "question" if question else "note"))

    def notes(self, claim: str) -> list[Note]:
        """The notes on a claim, oldest first."""
        docs = self._parts.store.query("note", self._corpus.claim_id(claim))
        return sorted((Note.from_document(d) for d in docs), key=lambda note: (note.at, note.id))

    def _set(self, type_: str, claim: str, value: str) -> None:
        full = self._corpus.claim_id(claim)
        stored = self._parts.store.get(type_, full)
        doc = {"type": type_, "id": full, "claim": full, type_: value}
        self._put(doc, stored["revision"] if stored else 0, type_)

    def _put(self, doc: dict[str, Any], expected: int, action: str) -> dict[str, Any]:
        return save(self._parts, doc, expected, action)
