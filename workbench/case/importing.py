"""The import verb: seeds → articles → claims → catalogue and index.

Work goes file by file and is committed in whole batches, the index before the
catalogue: a kill between the two leaves passages that the next run adds again,
never a catalogue that promises what the index lacks.
"""

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

from workbench.case.columns import WITH_TABLES, Columns
from workbench.case.deriving import (
    Derived,
    Done,
    Task,
    corrected,
    correction,
    derive,
    indexed_passages,
    readings_of,
    text_sha256,
    work,
)
from workbench.case.fetching import Fetching, addresses_of
from workbench.case.given_dates import record_dates
from workbench.case.pace import Pace
from workbench.case.parts import Cancelled, Parts, Progress
from workbench.case.pending import is_stale, made_with, pending
from workbench.case.reports import ImportReport, ImportRow
from workbench.core.articles import Article
from workbench.core.passages import Document
from workbench.edges.catalog import near_duplicate
from workbench.edges.copies import Copies
from workbench.edges.executors import Lost, map_in_order, open_executor
from workbench.edges.readers import Reading, Refusal, Row, Unread, find_inputs, rows_of_seed
from workbench.edges.refusals import Refusals
from workbench.edges.seeds import Seed
from workbench.errors import InputRefused

BATCH = 256
"""Articles between two commits."""

CORRECTED = "a person"
"""Where a corrected field was read from."""


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
        self._corrections = {doc["id"]: correction(doc) for doc in parts.store.query("article")}
        self._columns = Columns(parts)
        self._refusals = Refusals(parts.catalog)
        self._published: date | None = None
        self._given_dates: list[str] = []
        self._stale = is_stale(parts)

    # -- which files ---------------------------------------------------------------

    def import_paths(
        self,
        paths: Sequence[str],
        published: date | None = None,
        columns: Mapping[str, str] | None = None,
    ) -> ImportReport:
        """Keep copies of the inputs in `seeds/`, then take in what is new.

        `columns`, where tables hold our fields, is put on record for those of the inputs.
        """
        if self._stale and self._parts.catalog.made_with():
            self._catch_up()
        self._published = published
        self._parts.seeds.sweep()
        kept: set[str] = set()
        for name in (name for path in paths for name in self._keep_all(path)):
            kept.add(name)
            if self._cancelled():
                self._report.cancelled = True
                return self._report
        waiting = {seed.path for seed in pending(self._parts)}
        wanted = [seed for seed in self._parts.seeds if self._parts.seeds.name(seed) in kept]
        ids = {seed.id for seed in wanted if seed.path.suffix.lower() in WITH_TABLES}
        anew = self._columns.name(ids, columns or {})
        waiting |= {seed.path for seed in wanted if seed.id in anew}
        for seed in wanted:
            if seed.path not in waiting:
                self._say_again(seed)
        self._take_in([seed for seed in wanted if seed.path in waiting])
        return self._report

    def _catch_up(self) -> None:
        """Derive first what was derived by other rules: nobody asked for a row of that."""
        self._report = ImportReport(cancelled=self.sync().cancelled)
        self._stale = is_stale(self._parts)

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
        """Replace what was derived from one article, with people's corrections applied.

        The seed is read again, so that a correction taken back gives way to what
        the source itself says.
        """
        seed = self._parts.catalog.seed_of(article.id)
        flags, origins = self._parts.catalog.reading(article.id)
        for found in readings_of(self._parts.seeds, seed):
            if found.article.id == article.id:
                article, flags, origins = found.article, found.flags, dict(found.origins)
        fields = self._corrections.get(article.id, {})
        article, _ = corrected(article, fields, None)
        derived = derive(article, self._parts.settings.weights)
        reading = Reading(article, flags, {**origins, **dict.fromkeys(fields, CORRECTED)})
        self._put(reading, derived, seed)
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
            except InputRefused as refused:
                self._add_row(refused.source, "refused", reason=refused.reason)
            except OSError as error:
                self._add_row(str(found), "refused", reason=error.strerror or str(error))

    def _fetch_all(self, addresses: list[str]) -> Iterator[str]:
        fetching = Fetching(self._parts, self._cancelled)
        for number, kept in enumerate(fetching.keep(addresses)):
            self._progress("fetching", number, max(number + 1, len(addresses)))
            if isinstance(kept, Refusal):
                self._add_row(kept.source, "refused", reason=kept.reason)
                continue
            if kept.note:
                self._add_row(kept.name, "partial", reason=kept.note)
            yield kept.name

    def _keep(self, path: Path, given: Path) -> str:
        folder = self._parts.seeds.folder.resolve()
        if path.resolve().is_relative_to(folder):
            return path.resolve().relative_to(folder).as_posix()
        below = path.relative_to(given.parent) if given.is_dir() else Path(path.name)
        target, _ = self._parts.seeds.keep(path, below.as_posix())
        return target.relative_to(self._parts.seeds.folder).as_posix()

    def _say_again(self, seed: Seed) -> None:
        """The row of a seed that is in already, and of each refusal that it met with then."""
        name = self._parts.seeds.name(seed)
        refused = self._refusals.of(name)
        for refusal in refused:
            self._add_row(refusal.source, "refused", reason=refusal.reason)
        if not refused or self._parts.catalog.holds(seed.id):
            self._add_row(name, "unchanged", seed.id, "already in the case")

    # -- what is in them -----------------------------------------------------------

    def _take_in(self, seeds: Sequence[Seed]) -> None:
        if not self._parts.catalog.made_with():
            self._parts.catalog.set_made_with(made_with(self._parts))
        pace = Pace(self._progress, sum(seed.size for seed in seeds))
        for number, (seed, done) in enumerate(self._worked_on(seeds), 1):
            if self._cancelled():
                self._report.cancelled = True
                break
            if not isinstance(done, Lost) and done.found is None:  # the end of the seed
                self._parts.catalog.add_seed(self._parts.seeds.name(seed), seed.size, seed.changed)
                pace.end_seed(seed.size)
            else:
                pace.count(self._take(done, seed))
            if number % BATCH == 0:
                self._commit()
        if self._stale and not self._report.cancelled:  # not before: a kill would leave the rest
            self._parts.catalog.set_made_with(made_with(self._parts))
        self._commit()

    def _worked_on(self, seeds: Sequence[Seed]) -> Iterator[tuple[Seed, Done | Lost[Task]]]:
        """What came of each input, in order; a task of None ends a seed."""
        drawn: deque[Seed] = deque()

        def tasks() -> Iterator[Task]:
            for seed in seeds:
                self._refusals.forget(self._parts.seeds.name(seed))
                for found in rows_of_seed(seed.path, seed.id, columns=self._columns.of(seed.id)):
                    drawn.append(seed)
                    yield self._task(found)
                drawn.append(seed)
                yield Task(None)

        doing = partial(work, weights=dict(self._parts.settings.weights))
        url = self._parts.settings.executor
        if self._jobs > 1 or url:
            with open_executor(self._jobs, url) as executor:
                for done in map_in_order(executor, doing, tasks()):
                    yield drawn.popleft(), done
        else:
            for done in map(doing, tasks()):
                yield drawn.popleft(), done

    def _task(self, found: Row) -> Task:
        """What there is to do; an article that is in the catalogue as it is goes through."""
        id = found.source if isinstance(found, Refusal) else _id_of(found)
        corrections = self._corrections.get(id, {})
        known = False
        if isinstance(found, Reading):
            article, _ = corrected(found.article, corrections, self._published)
            known = self._is_known(article)
        return Task(found, corrections, self._published, known)

    def _is_known(self, article: Article) -> bool:
        current = self._parts.catalog.article(article.id)
        same = current and replace(article, revision=current.revision) == current
        return bool(same) and not self._stale

    def _commit(self) -> None:
        """Decisions first, then the index, then the catalogue that relies on both."""
        if self._given_dates and self._published:
            record_dates(self._parts, self._given_dates, self._published)
            self._given_dates = []
        self._parts.index.commit()
        self._parts.catalog.commit()

    def _take(self, done: Done | Lost[Task], seed: Seed) -> int:
        """Keep what came of an input; how many characters of the seed that was."""
        if isinstance(done, Lost):
            found = done.item.found
            if found is not None:
                source = found.source if isinstance(found, Refusal) else _id_of(found)
                self._refuse(seed, source, done.reason)
            return 0
        if isinstance(done.found, Refusal):
            self._refuse(seed, done.found.source, done.found.reason)
            return 0
        if done.found is None:
            return 0
        article = done.found.article
        if done.dated:
            self._given_dates.append(article.id)
        if self._is_known(article):
            self._add_row(article.id, "unchanged", article.id, "already in the case")
        else:
            derived = done.derived or derive(article, self._parts.settings.weights)
            self._put(done.found, derived, self._parts.seeds.name(seed))
        return len(article.text)

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
        catalog.put_article(article, digest, seed, found.flags, found.origins, claims)
        self._parts.findings.put_tolls(article.id, derived.tolls)
        self._parts.index.delete([article.id])
        self._parts.index.add(indexed_passages(Document(article, derived.document.passages)))
        leader = Copies(catalog).put(article.id, digest, article.text, derived.sketch)
        flags = (*found.flags, *((near_duplicate(leader),) if leader else ()))
        partly = next((flag for flag in flags if flag.startswith("partial")), "")
        outcome = "partial" if partly else "revised" if number > 1 else "imported"
        self._add_row(article.id, outcome, article.id, "; ".join(flags))

    def _refuse(self, seed: Seed, source: str, reason: str) -> None:
        self._refusals.put(self._parts.seeds.name(seed), source, reason)
        self._add_row(source, "refused", reason=reason)

    def _add_row(self, source: str, outcome: str, article: str = "", reason: str = "") -> None:
        self._report.rows.append(ImportRow(source, outcome, article, reason))


def _id_of(found: Reading | Unread) -> str:
    return found.article.id if isinstance(found, Reading) else found.source.id
