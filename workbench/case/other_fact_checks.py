"""Others' fact-checks: taken in from ClaimReview, kept beside our own verdicts."""

import hashlib
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from workbench.case.context import Parts
from workbench.case.corpus import Corpus
from workbench.case.reports import ImportReport, ImportRow
from workbench.core.compare.bearings import Bearing, bearing
from workbench.core.publication.already import AlreadyChecked, already_checked
from workbench.core.publication.checked import CheckedClaim
from workbench.core.verdicts.records import content
from workbench.edges.reviews import read_reviews


class Checking:
    """What has been checked already, and by whom."""

    def __init__(self, parts: Parts, corpus: Corpus) -> None:
        self._parts = parts
        self._corpus = corpus

    def take_in(self, path: Path) -> ImportReport:
        """Keep the reviews of a file (one ClaimReview, a list, a feed) as records.

        A review that is there already, unchanged, is not written again. Entries that
        are no usable ClaimReview are named in the report; raises InputRefused for a
        file that is none at all.
        """
        found, refused = read_reviews(path)
        report = ImportReport([ImportRow(r.place, "refused", reason=r.reason) for r in refused])
        docs: dict[str, tuple[dict[str, Any], int]] = {}
        for review in found:
            doc = _document(review)
            stored = self._parts.store.get("checked", doc["id"])
            same = stored is not None and content(stored) == doc
            outcome = "unchanged" if same else "revised" if stored else "imported"
            report.rows.append(ImportRow(review.url or review.claim, outcome))
            if not same:
                docs[doc["id"]] = (doc, stored["revision"] if stored else 0)
        if docs:
            self._parts.store.put_many(
                list(docs.values()), by=self._parts.reviewer, at=self._parts.now(),
                action="import reviews",
            )  # fmt: skip
        return report

    def reviews(self) -> list[CheckedClaim]:
        """All reviews that were taken in."""
        return [_review(doc) for doc in self._parts.store.query("checked")]

    def of_claim(self, claim: str, top: int = 5) -> list[AlreadyChecked]:
        """The reviews that are about a claim (id or its first digits), best first."""
        reviews = self.reviews()
        return already_checked(self._bearing(claim), reviews, top) if reviews else []

    def ours(self, claim: str, top: int = 5) -> list[AlreadyChecked]:
        """Our own verdicts on claims like this one, best first, not the one on itself."""
        id = self._corpus.claim_line(claim)["id"]
        docs = (doc for doc in self._parts.store.scan("verdict") if doc["claim"] != id)
        verdicts = [_verdict(doc) for doc in docs]
        return already_checked(self._bearing(id), verdicts, top) if verdicts else []

    def of_text(self, text: str, top: int = 5) -> list[AlreadyChecked]:
        """The reviews that are about a text that stands in no article."""
        reviews = self.reviews()
        return already_checked(bearing(text), reviews, top) if reviews else []

    def _bearing(self, claim: str) -> Bearing:
        found = self._corpus.claim(claim)
        article = self._corpus.article(found.article)
        return Bearing(article.id, found.reading, article.published, article.publisher)


def _document(review: CheckedClaim) -> dict[str, Any]:
    key = hashlib.sha256(repr((review.claim, review.url)).encode("utf-8", "backslashreplace"))
    fields = asdict(review)
    days = {name: day.isoformat() if (day := fields.pop(name)) else None for name in _DAYS}
    reviewed = fields.pop("claim")
    head = {"type": "checked", "id": key.hexdigest()[:16], "claim": None}
    return {**head, "reviewed": reviewed, **fields, **days}


def _verdict(doc: Mapping[str, Any]) -> CheckedClaim:
    """A verdict of ours, read like a review."""
    day = date.fromisoformat(doc["at"][:10])
    claimant = doc.get("claimant", "")
    return CheckedClaim(doc["anchor"]["quote"], doc["rating"], doc["by"], "", claimant, None, day)


_DAYS = ("said_on", "checked_on")


def _review(doc: dict[str, Any]) -> CheckedClaim:
    said, checked = (date.fromisoformat(doc[name]) if doc[name] else None for name in _DAYS)
    return CheckedClaim(
        doc["reviewed"], doc["rating"], doc["publisher"], doc["url"], doc["claimant"], said, checked
    )
