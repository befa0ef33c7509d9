"""The last step of an import: an article, and what was derived from it, put where they are found.

What is filed counts from the next commit on: decisions first, then the index, then
the catalogue that relies on both. A kill in between leaves passages that the next
run adds again, never a catalogue that promises what the index lacks.
"""

from dataclasses import replace
from datetime import date

from workbench.case.deriving import Derived, indexed_passages, text_sha256
from workbench.case.given_dates import record_dates
from workbench.case.parts import Parts
from workbench.case.reports import ImportRow
from workbench.edges.catalog.copies import Copies
from workbench.edges.catalog.entries import near_duplicate
from workbench.edges.readers import Reading


class Filing:
    """Writes to catalogue and index."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._copies = Copies(parts.catalog)
        self._dated: list[str] = []
        self._day: date | None = None

    def put(self, found: Reading, derived: Derived, seed: str) -> ImportRow:
        """File a revision as the current one; the line of the report on it."""
        catalog, article = self._parts.catalog, found.article
        digest = text_sha256(article.text)
        twin = "" if catalog.revision(article.id) else catalog.same_text(digest)
        if twin:
            catalog.add_source(article.id, twin, seed)
            return ImportRow(article.id, "duplicate", twin, f"the same text as {twin}")
        number = catalog.next_revision(article.id, digest)
        article = replace(article, revision=number)
        claims = [replace(claim, revision=number) for claim in derived.claims]
        catalog.put_article(
            article, digest, seed, found.flags, found.origins, claims, derived.readings
        )
        self._parts.findings.put_tolls(article.id, derived.tolls)
        self._parts.index.delete([article.id])
        self._parts.index.add(indexed_passages(article, catalog.readings(article.id)))
        leader = self._copies.put(article.id, digest, article.text, derived.sketch)
        flags = (*found.flags, *((near_duplicate(leader),) if leader else ()))
        partly = any(flag.startswith("partial") for flag in flags)
        outcome = "partial" if partly else "revised" if number > 1 else "imported"
        return ImportRow(article.id, outcome, article.id, "; ".join(flags))

    def note_day(self, article: str, day: date) -> None:
        """Put on record that an article has the day that the user gave."""
        self._dated.append(article)
        self._day = day

    def commit(self) -> None:
        """Make durable what was filed since the last commit."""
        if self._dated and self._day:
            record_dates(self._parts, self._dated, self._day)
            self._dated = []
        self._parts.index.commit()
        self._parts.catalog.commit()
