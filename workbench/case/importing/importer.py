"""The import verb: seeds → articles → claims → catalogue and index.

`keeping` puts what was named into `seeds/`, `deriving` makes of an input all that
can be made of it, in whichever process, and `filing` puts that away. Work goes file
by file and is committed in whole batches.
"""

import os
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from workbench.case.context import Cancelled, Parts, Progress
from workbench.case.importing.columns import WITH_TABLES, Columns
from workbench.case.importing.committing import Filing
from workbench.case.importing.copying import Keeping
from workbench.case.importing.deriving import (
    Done,
    Task,
    corrected,
    correction,
    derive,
    readings_of,
    work,
)
from workbench.case.importing.progress import Pace
from workbench.case.importing.stale_seeds import is_stale, made_with, pending
from workbench.case.reports import ImportReport, ImportRow
from workbench.case.shared_index import away
from workbench.core.text.articles import Article
from workbench.edges.catalog.refusals import Refusals
from workbench.edges.executors import Lost, map_in_order, open_executor
from workbench.edges.readers import Reading, Refusal, Row, Unread, rows_of_seed
from workbench.edges.seeds import Kept, Seed
from workbench.errors import EngineFailed

BATCH = 256
"""Articles between two commits."""

CORRECTED = "a person"
"""Where a corrected field was read from."""

WORTH_WORKERS = 2 * 1024 * 1024
"""Bytes of seeds from which worker processes save more time than they take to start."""
MOST_JOBS = 8
"""Worker processes that one import starts by itself; the filing keeps up with some eight."""


class Importer:
    """One run of the import.

    `jobs` is the number of worker processes; 0 means one per core where there is
    enough to do, and none otherwise.
    """

    def __init__(
        self,
        parts: Parts,
        progress: Progress | None = None,
        cancelled: Cancelled | None = None,
        jobs: int = 0,
    ) -> None:
        self._parts = parts
        self._progress = progress or (lambda what, done, total: None)
        self._cancelled = cancelled or (lambda: False)
        self._jobs = jobs
        self._report = ImportReport()
        self._filing = Filing(parts)
        self._corrections = {doc["id"]: correction(doc) for doc in parts.store.query("article")}
        self._columns = Columns(parts)
        self._refusals = Refusals(parts.catalog)
        self._published: date | None = None
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
        keeping = Keeping(self._parts, self._progress, self._cancelled)
        for found in (found for path in paths for found in keeping.keep(path)):
            self._note(found, kept)
            if self._cancelled():
                self._report.cancelled = True
                return self._report
        seeds = list(self._parts.seeds)
        waiting = {seed.path for seed in pending(self._parts, seeds)}
        wanted = [seed for seed in seeds if self._parts.seeds.name(seed) in kept]
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
        """Take in every seed that is new or changed; forget those that are gone.

        Where the index is others' too, a source that is not here may be with them: what
        was read of it stays.
        """
        there = {self._parts.seeds.name(seed) for seed in self._parts.seeds}
        gone = [path for path in self._parts.catalog.seeds() if path not in there]
        if self._parts.settings.index:
            self._parts.notices += away(gone)
        else:
            self._forget(gone)
        for name in self._parts.seeds.odd:
            self._add_row(name, "refused", reason="a link, a pipe or a device is no seed")
        self._take_in(pending(self._parts))
        return self._report

    def _forget(self, paths: Sequence[str]) -> None:
        for path in paths:
            articles = self._parts.catalog.forget_seed(path)
            self._parts.findings.forget(articles)
            for article in articles:
                self._parts.traces.forget(article)
            self._parts.index.delete(articles)

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
        self._filing.put(reading, derived, seed)
        self._filing.commit()

    def _note(self, found: Kept | Refusal, kept: set[str]) -> None:
        if isinstance(found, Refusal):
            self._add_row(found.source, "refused", reason=found.reason)
            return
        kept.add(found.name)
        if found.note:
            self._add_row(found.name, "partial", reason=found.note)

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
        try:
            self._work_through(seeds)
        except EngineFailed:  # what is not found by others is not in the catalogue either
            self._parts.catalog.roll_back()
            raise

    def _work_through(self, seeds: Sequence[Seed]) -> None:
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
                self._filing.commit()
        if self._stale and not self._report.cancelled:  # not before: a kill would leave the rest
            self._parts.catalog.set_made_with(made_with(self._parts))
        self._filing.commit()

    def _worked_on(self, seeds: Sequence[Seed]) -> Iterator[tuple[Seed, Done | Lost[Task]]]:
        """What came of each input, in order; a task of None ends a seed."""
        drawn: deque[Seed] = deque()

        def tasks() -> Iterator[Task]:
            for seed in seeds:
                self._refusals.forget(self._parts.seeds.name(seed))
                place = self._parts.seeds.place(self._parts.seeds.name(seed))
                columns, said = self._columns.of(seed.id), self._columns.said_for(seed.id)
                for found in rows_of_seed(place, seed.id, columns=columns, insisted=said):
                    drawn.append(seed)
                    yield self._task(found)
                drawn.append(seed)
                yield Task(None)

        doing = partial(work, weights=dict(self._parts.settings.weights))
        url = self._parts.settings.executor
        jobs = self._jobs or fitting_jobs(sum(seed.size for seed in seeds))
        if jobs > 1 or (url and seeds):
            with open_executor(jobs, url) as executor:
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
        if done.dated and self._published:
            self._filing.note_day(article.id, self._published)
        if self._is_known(article):
            self._add_row(article.id, "unchanged", article.id, "already in the case")
        else:
            derived = done.derived or derive(article, self._parts.settings.weights)
            row = self._filing.put(done.found, derived, self._parts.seeds.name(seed))
            self._report.rows.append(row)
        return len(article.text)

    def _refuse(self, seed: Seed, source: str, reason: str) -> None:
        self._refusals.put(self._parts.seeds.name(seed), source, reason)
        self._add_row(source, "refused", reason=reason)

    def _add_row(self, source: str, outcome: str, article: str = "", reason: str = "") -> None:
        self._report.rows.append(ImportRow(source, outcome, article, reason))


def fitting_jobs(size: int) -> int:
    """How many worker processes so many bytes of seeds are worth; 1 is none."""
    return min(os.cpu_count() or 1, MOST_JOBS) if size >= WORTH_WORKERS else 1


def _id_of(found: Reading | Unread) -> str:
    return found.article.id if isinstance(found, Reading) else found.source.id
