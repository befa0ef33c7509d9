"""The corpus of a case: its articles, their passages and claims."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, Any

from workbench.case.context import Cancelled, Parts, Progress
from workbench.case.importing.stale_seeds import pending
from workbench.case.reports import ImportReport
from workbench.core.text.articles import Article
from workbench.core.verdicts.standing import OPEN, Standing, standings
from workbench.edges.catalog.entries import Entry
from workbench.errors import UnknownId, UsageError

if TYPE_CHECKING:  # the finder and the readers are loaded where something is read or found
    from workbench.case.importing.importer import Importer
    from workbench.core.claims import Claim
    from workbench.core.text.passages import Document

FEW = 200
"""Claims whose records are looked up one by one; for more of them all records are read."""
SHORTEST_PREFIX = 4
"""Hex digits of a claim's id that a user has to type at the least."""


@dataclass(frozen=True, slots=True)
class ClaimFilter:
    """Which claims to list; an empty field does not narrow."""

    kind: str = ""
    article: str = ""
    status: str = ""
    min_score: float = 0.0
    text: str = ""


ALL_CLAIMS = ClaimFilter()


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim as lists show it."""

    id: str
    article: str
    title: str
    publisher: str
    published: date | None
    start: int
    end: int
    quote: str
    kinds: tuple[str, ...]
    claimant: str
    score: float
    status: str
    rating: str
    links: int
    assignee: str = ""

    def without_rating(self) -> "ClaimRow":
        """The row as a blind second reviewer may see it."""
        return replace(self, rating="")


class Corpus:
    """Reading the corpus, and taking new articles into it."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    # -- taking in -----------------------------------------------------------------

    def pending(self) -> int:
        """How many files of `seeds/` are not in the index yet."""
        return len(pending(self._parts))

    def sync(
        self, progress: Progress | None = None, cancelled: Cancelled | None = None, jobs: int = 0
    ) -> ImportReport:
        """Take in what lies in `seeds/` and is new or changed."""
        return self._importer(progress, cancelled, jobs).sync()

    def import_paths(
        self,
        paths: Sequence[str],
        published: date | None = None,
        jobs: int = 0,
        progress: Progress | None = None,
        cancelled: Cancelled | None = None,
        columns: Mapping[str, str] | None = None,
    ) -> ImportReport:
        """Copy files and folders into `seeds/` and take them in.

        `published` is recorded, as the reviewer's word, for articles that state
        no date of their own; `columns` (our field → a table's column) for its tables.
        `jobs` is the number of worker processes, 0 as many as it is worth.
        """
        return self._importer(progress, cancelled, jobs).import_paths(paths, published, columns)

    def derive_again(self, article: str) -> None:
        """Find an article's claims again, after something known of it was corrected."""
        self._importer().derive_again(self.article(article))

    def rebuild_index(self) -> None:
        """Make the index again from the catalogue, where its folder was lost."""
        from workbench.case.importing.reindexing import rebuild_index  # noqa: PLC0415

        rebuild_index(self._parts)

    def _importer(
        self, progress: Progress | None = None, cancelled: Cancelled | None = None, jobs: int = 0
    ) -> "Importer":
        from workbench.case.importing.importer import Importer  # noqa: PLC0415

        return Importer(self._parts, progress, cancelled, jobs)

    def refresh(self) -> bool:
        """Whether another process took something in since this was last asked."""
        return self._parts.catalog.refresh()

    # -- reading -------------------------------------------------------------------

    def articles(self) -> list[Entry]:
        """The current articles, by id."""
        return self._parts.catalog.entries()

    def article(self, id: str, revision: int | None = None) -> Article:
        """One revision of an article; raises UnknownId."""
        found = self._parts.catalog.article(id, revision)
        if not found:
            twin = self._parts.catalog.twin_of(id)
            if twin:
                raise UnknownId(f"{id!r} is the same text as {twin!r}, which stands for both")
            which = f", revision {revision}" if revision else ""
            raise UnknownId(f"no article {id!r}{which}; `workbench article` lists them")
        return found

    def how_read(self, id: str) -> tuple[tuple[str, ...], dict[str, str]]:
        """(remarks, field → where it was read) of an article as it stands."""
        return self._parts.catalog.reading(id)

    def web_copy(self, id: str) -> str:
        """Where an archive keeps the page that an article was read from, or ""."""
        said = (self._parts.store.get("article", id) or {}).get("archive")
        if said:
            return str(said)
        record = self._parts.store.get("webcopy", self._parts.catalog.seed_of(id))
        return str(record["webcopy"]) if record else ""

    def document(self, id: str) -> "Document":
        """An article with its passages."""
        from workbench.core.text.passages import split  # noqa: PLC0415

        return split(self.article(id))

    def first_claims(self) -> tuple[list[ClaimRow], bool]:
        """(the FEW claims with the highest score, whether these are all): at once, however many."""
        found = self.claims(most=FEW)
        return found, len(found) < FEW

    def claims(self, where: ClaimFilter = ALL_CLAIMS, most: int = 0) -> list[ClaimRow]:
        """The claims that a filter lets through, highest score first.

        With `most` only so many are read, and what the filter keeps of these is given.
        """
        heads = self._parts.catalog.heads()
        found = self._parts.catalog.claims(where.article, where.min_score, most)
        stands = self._standings([row[0] for row in found])
        words = where.text.casefold().split()
        kinds_of = cache(lambda kinds: tuple(kinds.split()))  # few are ever seen
        rows = []
        with self._parts.catalog.decoding():
            for id, article, start, end, quote, kinds, claimant, score in found:
                standing = stands.get(id, OPEN)
                kept = (
                    (not where.kind or where.kind in kinds_of(kinds))
                    and (not where.status or where.status == standing.status)
                    and all(word in quote.casefold() for word in words)
                )
                if kept:
                    rows.append(
                        ClaimRow(
                            id, article, *heads[article], start, end, quote,
                            kinds_of(kinds), claimant, score, standing.status,
                            standing.rating, standing.links, standing.assignee,
                        )
                    )  # fmt: skip
        return rows

    def claim_lines(self, where: ClaimFilter = ALL_CLAIMS) -> Iterator[dict[str, Any]]:
        """The same claims in the shape of `workbench claims --format jsonl`."""
        return self.lines_of(self.claims(where))

    def lines_of(self, rows: Sequence[ClaimRow]) -> Iterator[dict[str, Any]]:
        """Rows in the shape of `workbench claims --format jsonl`."""
        for row in rows:
            yield {**self._parts.catalog.claim_body(row.id), "status": row.status}

    def claim(self, id: str) -> "Claim":
        """The claim of an id, or of its first digits, as it was read; raises UnknownId."""
        full = self.claim_id(id)
        body = self._parts.catalog.claim_body(full)
        with self._parts.catalog.decoding():  # a claim without its reading was altered
            return self._claims(body["article"], body["revision"], full)[0]

    def claim_line(self, id: str) -> dict[str, Any]:
        """A claim as it was found, by its id or the first digits of it; raises UnknownId.

        The fields are those of `workbench claims --format jsonl` but its status.
        """
        return self._parts.catalog.claim_body(self.claim_id(id))

    def reasons(self) -> dict[str, tuple[str, ...]]:
        """Claim id → why it is worth checking, in words, for all claims in one go."""
        return self._parts.catalog.claim_reasons()

    def claims_of(self, article: str) -> "list[Claim]":
        """The claims of one article as they were read, in reading order."""
        found = self._parts.catalog.article(article)
        return self._claims(article, found.revision) if found else []

    def _claims(self, article: str, revision: int, id: str = "") -> "list[Claim]":
        from workbench.core.claims import Claim  # noqa: PLC0415
        from workbench.core.reading.codec import unpack  # noqa: PLC0415

        rows = self._parts.catalog.claim_rows(article, id)
        with self._parts.catalog.decoding():
            return [
                Claim(of, article, revision, unpack(body, start, end, quote), score, tuple(why))
                for of, start, end, quote, score, reasons, body in rows
                for why in [json.loads(reasons)]
            ]

    def claim_id(self, prefix: str) -> str:
        """The one claim id that begins with a prefix; raises UnknownId or UsageError."""
        wanted = prefix.strip().lower()
        ids = self._parts.catalog.claim_ids(wanted) if len(wanted) >= SHORTEST_PREFIX else []
        if not ids:
            raise UnknownId(f"no claim {prefix!r}; {self._how_to_find(wanted)}")
        if len(ids) > 1:
            raise UsageError(
                f"{len(ids)} claims begin with {prefix!r}, as {ids[0][:8]} and {ids[1][:8]} do; "
                "give more of the id"
            )
        return ids[0]

    def _how_to_find(self, prefix: str) -> str:
        """What to do about a prefix of an id by which no claim is found."""
        fit = len(self._parts.catalog.claim_ids(prefix)) if prefix else 0
        if fit and len(prefix) < SHORTEST_PREFIX:
            return (
                f"that is too short: {fit} begin so; give at least {SHORTEST_PREFIX} digits of "
                "its id"
            )
        return "`workbench claims` lists them"

    def _standings(self, claims: Sequence[str]) -> dict[str, Standing]:
        """Where claims stand: of a few only their own records are read."""
        scan = self._parts.store.scan
        few = len(claims) <= FEW
        return standings(chain.from_iterable(scan(claim=c) for c in claims) if few else scan())
