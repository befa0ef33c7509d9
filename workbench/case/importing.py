"""The import verb: seeds → articles → claims → catalogue and index.

Work goes file by file and is committed in whole batches, the index before the
catalogue: a kill between the two leaves passages that the next run adds again,
never a catalogue that promises what the index lacks.
"""

import hashlib
import shutil
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from workbench.case.fetching import Fetching, addresses_of
from workbench.case.parts import Cancelled, Parts, Progress
from workbench.case.pending import is_stale, made_with, pending
from workbench.case.reports import ImportReport, ImportRow
from workbench.core.articles import Article
from workbench.core.claims import Claim, annotate
from workbench.core.passages import Document, split
from workbench.core.toll_lines import toll_line
from workbench.core.tolls import find_tolls
from workbench.edges.executors import Lost, map_in_order, open_executor
from workbench.edges.index import IndexedPassage, open_index
from workbench.edges.readers import Reading, Refusal, find_inputs, read_seed
from workbench.edges.seeds import Seed

BATCH = 256
"""Articles between two commits."""


@dataclass(frozen=True, slots=True)
class Derived:
    """An article with all that the core derives from it."""

    document: Document
    claims: tuple[Claim, ...]
    tolls: tuple[dict[str, Any], ...]


def derive(article: Article | None, weights: Mapping[str, float]) -> Derived | None:
    """What the core finds in an article; runs in a worker process. Of nothing, nothing."""
    if article is None:
        return None
    document = split(article)
    passages = tuple(annotate(document, weights))
    tolls = find_tolls(document, [p.figures for p in passages])
    return Derived(
        document,
        tuple(p for p in passages if p.kinds),
        tuple(toll_line(toll, passages, article.published) for toll in tolls),
    )


Work = tuple[Seed, Reading | Refusal | None, Derived | Lost[Article | None] | None]


class Importer:
    """One run of the import."""

    def __init__(
        self,
        parts: Parts,
        progress: Progress | None = None,
        cancelled: Cancelled | None = None,
        jobs: int = 1,
    ) -> None:
        self._parts = parts
        self._progress = progress or (lambda what, done, total: None)
        self._cancelled = cancelled or (lambda: False)
        self._jobs = jobs
        self._report = ImportReport()
        self._corrections = {doc["id"]: _correction(doc) for doc in parts.store.query("article")}
        self._published: date | None = None
        self._given_dates: list[str] = []
        self._stale = is_stale(parts)

    # -- which files ---------------------------------------------------------------

    def import_paths(self, paths: Sequence[str], published: date | None = None) -> ImportReport:
        """Keep copies of the inputs in `seeds/`, then take in what is new."""
        self._published = published
        self._parts.seeds.sweep()
        kept = {name for path in paths for name in self._keep_all(path)}
        waiting = {seed.path for seed in pending(self._parts)}
        wanted = [seed for seed in self._parts.seeds if self._parts.seeds.name(seed) in kept]
        for seed in wanted:
            if seed.path not in waiting:
                self._add_row(
                    self._parts.seeds.name(seed), "unchanged", seed.id, "already in the case"
                )
        self._take_in([seed for seed in wanted if seed.path in waiting])
        return self._report

    def sync(self) -> ImportReport:
        """Take in every seed that is new or changed; forget those that are gone."""
        there = {self._parts.seeds.name(seed) for seed in self._parts.seeds}
        for path in self._parts.catalog.seeds():
            if path not in there:
                gone = self._parts.catalog.forget_seed(path)
                self._parts.findings.forget(gone)
                self._parts.index.delete(gone)
        self._take_in(pending(self._parts))
        return self._report

    def derive_again(self, article: Article) -> None:
        """Replace what was derived from one article, with people's corrections applied."""
        flags = next(e.flags for e in self._parts.catalog.entries() if e.id == article.id)
        found = self._corrected(Reading(article, flags))
        derived = (
            derive(found.article, self._parts.settings.weights)
            if isinstance(found, Reading)
            else None
        )
        if isinstance(found, Reading) and derived:
            self._put(found, derived, self._parts.catalog.seed_of(article.id))
        self._commit()

    def _keep_all(self, given: str) -> Iterator[str]:
        """Copy one file or folder in, or fetch a page; the names under `seeds/`."""
        addresses = addresses_of(given)
        if addresses:
            yield from self._fetch_all(addresses)
            return
        for found in find_inputs([given]):
            if isinstance(found, Refusal):
                self._add_row(found.source, "refused", reason=found.reason)
                continue
            try:
                yield self._keep(found, Path(given))
            except OSError as error:
                self._add_row(str(found), "refused", reason=error.strerror or str(error))

    def _fetch_all(self, addresses: list[str]) -> Iterator[str]:
        fetching = Fetching(self._parts, self._cancelled)
        for number, kept in enumerate(fetching.keep(addresses)):
            self._progress("fetching", number, max(number + 1, len(addresses)))
            if isinstance(kept, Refusal):
                self._add_row(kept.source, "refused", reason=kept.reason)
            else:
                yield kept

    def _keep(self, path: Path, given: Path) -> str:
        folder = self._parts.seeds.folder.resolve()
        if path.resolve().is_relative_to(folder):
            return path.resolve().relative_to(folder).as_posix()
        below = path.relative_to(given.parent) if given.is_dir() else Path(path.name)
        target, _ = self._parts.seeds.keep(path, below.as_posix())
        return target.relative_to(self._parts.seeds.folder).as_posix()

    # -- what is in them -----------------------------------------------------------

    def _take_in(self, seeds: Sequence[Seed]) -> None:
        if self._stale:
            self._parts.catalog.set_made_with(made_with(self._parts))
        total = sum(seed.size for seed in seeds)
        done = within = 0
        for number, (seed, found, derived) in enumerate(self._worked_on(seeds), 1):
            if self._cancelled():
                self._report.cancelled = True
                break
            if found is None:  # the end of the seed
                self._parts.catalog.add_seed(self._parts.seeds.name(seed), seed.size, seed.changed)
                done, within = done + seed.size, 0
            else:
                self._take(found, derived, seed)
                within += len(found.article.text) if isinstance(found, Reading) else 0
            if number % BATCH == 0:
                self._commit()
            self._progress("importing", done + min(within, seed.size), total)
        self._commit()

    def _worked_on(self, seeds: Sequence[Seed]) -> Iterator[Work]:
        """What is read, with what was derived from it, in order; (seed, None, None) ends a seed.

        Readings that are in the catalogue as they are go through underived.
        """
        drawn: deque[tuple[Seed, Reading | Refusal | None]] = deque()

        def articles() -> Iterator[Article | None]:
            for seed in seeds:
                for found in read_seed(seed.path, seed.id):
                    drawn.append((seed, self._corrected(found)))
                    yield self._new_article(drawn[-1][1])
                drawn.append((seed, None))
                yield None

        work = partial(derive, weights=dict(self._parts.settings.weights))
        if self._jobs > 1:
            with open_executor(self._jobs) as executor:
                for derived in map_in_order(executor, work, articles()):
                    yield *drawn.popleft(), derived
        else:
            for derived in map(work, articles()):
                yield *drawn.popleft(), derived

    def _new_article(self, found: Reading | Refusal | None) -> Article | None:
        """The article to derive from, or None where there is nothing new to derive."""
        if not isinstance(found, Reading):
            return None
        current = self._parts.catalog.article(found.article.id)
        same = current and replace(found.article, revision=current.revision) == current
        return None if same and not self._stale else found.article

    def _commit(self) -> None:
        """Decisions first, then the index, then the catalogue that relies on both."""
        if self._given_dates and self._published:
            self._record_dates(self._given_dates, self._published)
            self._given_dates = []
        self._parts.index.commit()
        self._parts.catalog.commit()

    def _take(
        self, found: Reading | Refusal, derived: Derived | Lost[Any] | None, seed: Seed
    ) -> None:
        if isinstance(found, Refusal):
            self._add_row(found.source, "refused", reason=found.reason)
        elif isinstance(derived, Lost):
            self._add_row(found.article.id, "refused", reason=derived.reason)
        elif derived is None:
            self._add_row(found.article.id, "unchanged", found.article.id, "already in the case")
        else:
            self._put(found, derived, self._parts.seeds.name(seed))

    def _put(self, found: Reading, derived: Derived, seed: str) -> None:
        catalog, article = self._parts.catalog, found.article
        digest = text_sha256(article.text)
        twin = "" if catalog.revision(article.id) else catalog.same_text(digest)
        if twin:
            catalog.add_source(article.id, twin, seed)
            self._add_row(article.id, "duplicate", twin, f"the same text as {twin}")
            return
        number = catalog.next_revision(article.id, digest)
        article = replace(article, revision=number)
        claims = [replace(claim, revision=number) for claim in derived.claims]
        catalog.put_article(article, digest, seed, found.flags, claims)
        self._parts.findings.put_tolls(article.id, derived.tolls)
        self._parts.index.delete([article.id])
        self._parts.index.add(indexed_passages(Document(article, derived.document.passages)))
        partly = next((flag for flag in found.flags if flag.startswith("partial")), "")
        outcome = "partial" if partly else "revised" if number > 1 else "imported"
        self._add_row(article.id, outcome, article.id, partly or "; ".join(found.flags))

    def _corrected(self, found: Reading | Refusal) -> Reading | Refusal:
        """The reading with what people corrected, and the date given for this import."""
        if isinstance(found, Refusal):
            return found
        article = replace(found.article, **self._corrections.get(found.article.id, {}))
        if self._published and not article.published:
            self._given_dates.append(article.id)
            article = replace(article, published=self._published)
        return replace(found, article=article)

    def _record_dates(self, ids: Sequence[str], published: date) -> None:
        docs: list[tuple[dict[str, Any], int]] = [
            (
                {"type": "article", "id": id, "claim": None, "published": published.isoformat()},
                0,
            )
            for id in ids
        ]
        self._parts.store.put_many(
            docs, by=self._parts.reviewer, at=self._parts.now(), action="date given at import"
        )

    def _add_row(self, source: str, outcome: str, article: str = "", reason: str = "") -> None:
        self._report.rows.append(ImportRow(source, outcome, article, reason))


def rebuild_index(parts: Parts) -> None:
    """Make the index again from the texts of the catalogue; nothing is read or derived anew."""
    parts.index.close()
    shutil.rmtree(parts.index_folder, ignore_errors=True)
    parts.index = open_index(parts.index_folder)
    for entry in parts.catalog.entries():
        article = parts.catalog.article(entry.id)
        if article:
            parts.index.add(indexed_passages(split(article)))
    parts.index.commit()


def indexed_passages(document: Document) -> Iterator[IndexedPassage]:
    """What the index keeps of an article: every passage that is no boilerplate."""
    article = document.article
    for p in document.passages:
        if not p.noise:
            yield IndexedPassage(
                article=article.id, start=p.start, end=p.end, quote=p.quote, title=article.title,
                published=article.published, publisher=article.publisher,
                language=article.language,
            )  # fmt: skip


def text_sha256(text: str) -> str:
    """Hex SHA-256 of a text's UTF-8; lone surrogates count as themselves."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _correction(doc: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of an article that somebody corrected, as `Article` has them."""
    fields = {name: doc[name] for name in ("title", "publisher", "url", "language") if name in doc}
    if doc.get("published"):
        fields["published"] = date.fromisoformat(doc["published"])
    return fields
