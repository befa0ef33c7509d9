"""A TinyDB storage that loses nothing: journal, snapshot and lock put together.

TinyDB reads and writes a whole database at a time. This storage keeps it in
memory, writes each change as one line at the end of a journal, and calls it saved
when that line is on the disk; so a change costs the same however large the case.
"""

import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from tinydb.storages import Storage

from workbench.core.verdicts.records import Document
from workbench.edges.inside import Inside
from workbench.edges.store import snapshot as snapshots
from workbench.edges.store.changing import entries_of, fitting
from workbench.edges.store.journals import Journals
from workbench.edges.store.loading import Loaded, anew, load, take
from workbench.edges.store.past import Past
from workbench.edges.store.positions import Found
from workbench.edges.store.snapshot import Snapshot, SnapshotFault
from workbench.edges.store.state import State, Tables
from workbench.edges.store.store_folder import prepare
from workbench.errors import CaseDamaged, CaseError, CaseLocked, UsageError

COMPACT_AT = 256 * 1024
"""Bytes of journal beyond the snapshot from which closing makes a new snapshot
(or a quarter of the snapshot's own size, if that is more)."""


class JournalStorage(Storage):
    """The records of one case in memory, and the journal that makes them last.

    `read_only` is why nothing can be written, or empty.
    """

    def __init__(self, folder: Path, timeout: float = 10.0, read_only: str = "") -> None:
        """Open or create the store in a folder. `timeout` (seconds) is for the lock.

        A store that is damaged, or that cannot be written, opens read-only; so does one
        for which a reason is given.
        """
        self.folder = Inside.of(folder)
        self._guard = threading.RLock()
        self._signature: tuple[str, str, str] | None = None
        self._closed = False
        self._lock, self.read_only = (
            (None, read_only) if read_only else prepare(self.folder, timeout)
        )
        self._journals = Journals(self.folder)
        self._loaded = self._load()
        self._mend()

    # Reading

    def read(self) -> Tables:
        """The tables as TinyDB wants them. Not a copy: never change what it gives."""
        return self.state.tables

    @property
    def state(self) -> State:
        """Records, claims, conflicts and last entries as they stand."""
        return self._loaded.state

    @property
    def notices(self) -> list[str]:
        """What was found and mended, a line each, for the user to read."""
        return self._loaded.notices

    def _load(self) -> Loaded:
        loaded = load(self.folder, self._journals)
        self.past = Past(self._journals)
        self.read_only = self.read_only or loaded.why_read_only
        return loaded

    def _take(self, found: Found) -> None:
        take(self._loaded, self._journals, found)
        self.read_only = self.read_only or self._loaded.why_read_only

    def refresh(self) -> bool:
        """Take in what others wrote; True if anything changed. Costs two `stat` calls."""
        if not self._guard.acquire(blocking=False):
            return False  # another thread is writing, and takes everything in anyway
        try:
            return self._refresh(sure=False)
        finally:
            self._guard.release()

    def _refresh(self, sure: bool) -> bool:
        try:
            found = self._journals.refresh(sure)
        except OSError as error:
            raise CaseDamaged(f"{self._journals.folder} cannot be read: {error}") from error
        if found.rewritten:
            notices = self.notices
            self._loaded = self._load()
            self.notices[:0] = notices
            return True
        self._take(found)
        return bool(found.lines)

    def _mend(self) -> None:
        """Put torn ends aside, if there are any and nobody is writing at the moment."""
        self.notices.extend(
            f"journal/{name} is another copy's and ends in the middle of a line; it is left alone"
            for name in self._journals.others_torn()
        )
        if self.read_only or not (self._loaded.joined or self._journals.torn()):
            return
        try:
            with self.locked("a starting process"):
                pass
            if self._loaded.joined:
                self.compact("a starting process")
                self._loaded.joined = False
        except CaseLocked:
            return  # whoever holds the lock is writing that end just now
        except CaseError as error:
            self.notices.append(str(error))  # the next change tries again

    def _mend_under_lock(self) -> None:
        try:
            for path in self._journals.torn():
                found, note = self._journals.mend(path)
                self._take(found)
                self.notices.extend([note] if note else [])
        except OSError as error:
            raise CaseError(
                f"an unfinished line in {self._journals.folder} cannot be put aside "
                f"({error.strerror}); nothing was changed"
            ) from error

    # Writing

    @contextmanager
    def locked(self, holder: str) -> Iterator[None]:
        """Hold the lock, with everything that others wrote taken in.

        Raises CaseLocked, and CaseError where the store is read-only.
        """
        with self._guard:
            if self.read_only or self._lock is None:
                raise CaseError(f"nothing can be saved: {self.read_only}")
            self._lock.acquire(holder)
            try:
                self._refresh(sure=True)
                self._mend_under_lock()
                if self.read_only:
                    raise CaseError(f"nothing can be saved: {self.read_only}")
                yield
            finally:
                self._lock.release()

    @contextmanager
    def signed(self, by: str, at: str, action: str) -> Iterator[None]:
        """Let TinyDB's own methods write within, in this name and at this time."""
        with self.locked(by):
            self._signature = (by, at, action)
            try:
                yield
            finally:
                self._signature = None

    def write(self, data: Mapping[str, Mapping[str, Mapping[str, Any]]]) -> None:
        """Make the whole database this one (TinyDB's way): writes what differs."""
        changed: list[Document] = []
        for kind in {*data, *self.state.tables}:
            old, new = self.state.tables.get(kind, {}), data.get(kind, {})
            changed += [_named(new[n], kind, n) for n in new if new[n] != old.get(n)]
            changed += [{**old[n], "deleted": True} for n in old.keys() - new.keys()]
        self.save(changed)

    def save(self, docs: Sequence[Mapping[str, Any]]) -> None:
        """Write documents under the signature of the surrounding `signed`."""
        if self._signature is None:
            raise UsageError("the store wants to know who writes: use put, or signed()")
        by, at, action = self._signature
        self.commit([fitting(doc) for doc in docs], by, at, action)

    def commit(
        self,
        docs: Sequence[Document],
        by: str,
        at: str,
        action: str,
        undone: Sequence[str] = (),
    ) -> list[Document]:
        """Write checked documents as one group, all or none; needs the lock.

        `undone` holds the hashes of the entries that each takes back. Gives the
        documents as they are stored (not copies). Raises CaseError when the disk
        does not take them: then nothing has changed.
        """
        if not docs:
            return []
        entries, texts = entries_of(self.state, docs, by, at, action, undone)
        hashes = self._append(texts, at)
        for entry, hash_ in zip(entries, hashes, strict=True):
            self.state.apply(entry, hash_)
        return [entry["after"] for entry in entries]

    def _append(self, texts: Sequence[str], at: str) -> list[str]:
        if at < self.state.latest and not any("clock" in note for note in self.notices):
            self.notices.append(
                f"the clock of this machine ({at}) stands before the last change "
                f"({self.state.latest}); the order of the history does not depend on it"
            )
        try:
            return self._journals.append(texts, at[:10])
        except OSError as error:
            raise CaseError(
                f"not saved: {error.strerror} (writing in {self._journals.folder}); "
                "everything saved before is untouched"
            ) from error

    def compact(self, holder: str = "") -> None:
        """Write the snapshot anew. Raises CaseLocked and CaseError.

        None is made while entries are left out: it would not say which.
        """
        with self.locked(holder):
            if self._journals.refused:
                return
            state = self.state
            snapshot = Snapshot(
                state.tables,
                state.deleted,
                [versions for _, versions in sorted(state.contested.items())],
                self._journals.covers(),
                sorted(state.heads),
                state.clock,
                state.latest,
            )
            try:
                snapshots.write(self.folder, snapshot)
            except OSError as error:
                raise CaseError(f"{snapshots.NAME} not written: {error.strerror}") from error
            self._loaded.covers = snapshot.covers

    def check(self) -> list[str]:
        """Read everything anew from the beginning; what is damaged, and where."""
        with self._guard:
            fresh = anew(self.folder)
            faults = [*fresh.faults, *fresh.refused]
            try:
                snapshots.read(self.folder)
            except SnapshotFault as fault:
                faults.append(f"{snapshots.NAME} {fault}")
            if not faults and not fresh.state.says_the_same(self.state):
                faults.append(f"{snapshots.NAME} does not say what the journals say: move it away")
            return faults + [fault for fault in self._loaded.faults if fault not in faults]

    def _is_long(self) -> bool:
        """Whether opening would be notably faster with a new snapshot."""
        if self._journals.refused:
            return False
        beyond = sum(
            part.size - (self._loaded.covers[name].bytes if name in self._loaded.covers else 0)
            for name, part in self._journals.positions.items()
        )
        status = (self.folder / snapshots.NAME).status()
        size = status.st_size if status else 0
        return beyond >= max(COMPACT_AT, size // 4)

    def close(self) -> None:
        """Close all files; makes a new snapshot first when the journal has grown long."""
        with self._guard:
            if self._closed:
                return
            self._closed = True
            if not self.read_only and self._is_long():
                with suppress(CaseError, UsageError):  # the journal has it all
                    self.compact("a closing process")
            self._journals.close()
            if self._lock is not None:
                self._lock.close()


def _named(doc: Mapping[str, Any], kind: str, name: str) -> Document:
    return {**doc, "type": kind, "id": name}
