"""The last step of an import: an article, and what was derived from it, put where they are found.

What is filed counts from the next commit on: decisions first, then the index, then
the catalogue that relies on both. A kill in between leaves passages that the next
run adds again, never a catalogue that promises what the index lacks.
"""

from dataclasses import replace
from datetime import date

from workbench.case.context import Parts
from workbench.case.importing.deriving import Derived, derive, indexed_passages, text_sha256
from workbench.case.importing.given_dates import record_dates
from workbench.case.importing.same_texts import Twins
from workbench.case.reports import ImportRow
from workbench.case.shared_index import Shared
from workbench.edges.catalog.copies import Copies
from workbench.edges.catalog.entries import near_duplicate
from workbench.edges.readers import Reading
from workbench.edges.readers.readings import UNDATED

BY_COPY = "the same text in "
"""How the origin of a day begins that a copy of an article states, and the article does not."""


class Filing:
    """Writes to catalogue and index."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._copies = Copies(parts.catalog)
        self._shared = Shared(parts)
        self._twins = Twins(parts)
        self._dated: list[str] = []
        self._day: date | None = None

    def put(self, found: Reading, derived: Derived, seed: str) -> ImportRow:
        """File a revision as the current one; the line of the report on it."""
        catalog, article = self._parts.catalog, found.article
        digest = text_sha256(article.text)
        twin = "" if catalog.revision(article.id) else catalog.same_text(digest)
        if twin and self._twins.gives_way(twin, article.id, derived):
            self._twins.step_back(twin, article.id)
        elif twin:
            catalog.add_source(article.id, twin, seed)
            dated = self._date_by_copy(twin, found)
            return ImportRow(article.id, "duplicate", twin, f"the same text as {twin}{dated}")
        found, derived = self._dated_as_before(found, derived)
        article = found.article
        number = catalog.next_revision(article.id, digest)
        article = replace(article, revision=number)
        claims = [replace(claim, revision=number) for claim in derived.claims]
        catalog.put_article(
            article, digest, seed, found.flags, found.origins, claims, derived.readings
        )
        self._parts.findings.put_tolls(article.id, derived.tolls)
        self._parts.traces.put(derived.trace)
        others = self._shared.holds_another(article)
        if not others:
            self._parts.index.delete([article.id])
            self._parts.index.add(indexed_passages(article, catalog.readings(article.id)))
        leader = self._copies.put(article.id, digest, article.text, derived.sketch)
        flags = (*found.flags, *((near_duplicate(leader),) if leader else ()), *others)
        partly = any(flag.startswith("partial") for flag in flags)
        outcome = "partial" if partly else "revised" if number > 1 else "imported"
        return ImportRow(article.id, outcome, article.id, "; ".join(flags))

    def _date_by_copy(self, id: str, copy: Reading) -> str:
        """Give an article without a day the one that a copy of its text states; what to report."""
        article, day = self._parts.catalog.article(id), copy.article.published
        if article is None or article.published or day is None:
            return ""
        flags, origins = self._parts.catalog.reading(id)
        flags = tuple(flag for flag in flags if flag != UNDATED)
        origins = {**origins, "published": f"{BY_COPY}{copy.article.id}"}
        reading = Reading(replace(article, published=day), flags, origins)
        derived = derive(reading.article, self._parts.settings.weights)
        self.put(reading, derived, self._parts.catalog.seed_of(id))
        return f", which has its day from here: {day}"

    def _dated_as_before(self, found: Reading, derived: Derived) -> tuple[Reading, Derived]:
        """A reading that states no day, with the one that a copy of the same text gave it."""
        if found.article.published:
            return found, derived
        before = self._parts.catalog.article(found.article.id)
        _, origins = self._parts.catalog.reading(found.article.id)
        origin = origins.get("published", "")
        if before is None or before.text != found.article.text or not origin.startswith(BY_COPY):
            return found, derived
        article = replace(found.article, published=before.published)
        flags = tuple(flag for flag in found.flags if flag != UNDATED)
        found = Reading(article, flags, {**found.origins, "published": origin})
        return found, derive(article, self._parts.settings.weights)

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
