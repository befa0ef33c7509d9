"""The store of a case on one machine: TinyDB over a journal."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import cast

from tinydb import TinyDB

from workbench.core.verdicts.history import Change, chain_faults
from workbench.core.verdicts.records import Document, copied
from workbench.edges.store.changing import check_revision, checked_group, revision_of
from workbench.edges.store.conflicts import Conflict
from workbench.edges.store.state import key_of
from workbench.edges.store.storage import JournalStorage
from workbench.edges.store.table import JournaledTable


class _Database(TinyDB):
    table_class = JournaledTable
    default_storage_class = JournalStorage  # type: ignore[assignment]


class TinyStore:
    """A VerdictStore in the folder `claims/` of a case. See the protocol for its verbs.

    `database` is the TinyDB underneath, with a table for each type of record, for
    searches with TinyDB's own queries. All methods may be called from any thread.
    """

    def __init__(self, folder: Path, timeout: float = 10.0, read_only: str = "") -> None:
        """Open or create the store. `timeout` in seconds is how long to wait for the lock.

        `read_only` is why nothing is to be written, or empty.
        """
        self.database = _Database(folder, timeout, read_only)
        self._storage = cast(JournalStorage, self.database.storage)

    @property
    def read_only(self) -> str:
        """Why nothing can be saved, or empty."""
        return self._storage.read_only

    @property
    def notices(self) -> list[str]:
        """What was found and mended, for the user to read."""
        return self._storage.notices

    def get(self, type: str, id: str) -> Document | None:
        """A copy of the record, or None where there is none or it was deleted."""
        return self._table(type).by_id(id)

    def _table(self, type: str) -> JournaledTable:
        return cast(JournaledTable, self.database.table(type))

    def put(
        self,
        doc: Document,
        expected_revision: int,
        *,
        by: str,
        at: str,
        action: str = "",
        undoes: int | None = None,
    ) -> Document:
        """Save one record."""
        back = () if undoes is None else (undoes,)
        return self.put_many([(doc, expected_revision)], by=by, at=at, action=action, undoes=back)[
            0
        ]

    def put_many(
        self,
        docs: Sequence[tuple[Document, int]],
        *,
        by: str,
        at: str,
        action: str = "",
        undoes: Sequence[int] = (),
    ) -> list[Document]:
        """Save several records, all or none, with one wait for the disk."""
        plain = checked_group(docs, at, undoes)
        if not docs:
            return []
        with self._storage.locked(by):
            for one, (doc, expected) in zip(plain, docs, strict=True):
                check_revision(self._storage.state, key_of(one), doc, expected)
            undone = [self._storage.past.hash_of(number) for number in undoes]
            stored = self._storage.commit(plain, by, at, action, undone)
            return [copied(doc) for doc in stored]

    def query(self, type: str | None = None, claim: str | None = None) -> list[Document]:
        """Copies of the records of a type, of a claim, or of both; by type and id."""
        return [copied(doc) for doc in self.scan(type, claim)]

    def scan(self, type: str | None = None, claim: str | None = None) -> Sequence[Document]:
        """The same without copying them."""
        tables = self._storage.read()
        if claim is not None:
            keys = sorted(self._storage.state.claims.get(claim, ()))
            found = (
                tables[kind][name]
                for kind, name in keys
                if type in {None, kind} and name in tables.get(kind, {})
            )
        else:
            kinds = sorted(tables) if type is None else [type]
            found = (doc for k in kinds for _, doc in sorted(tables.get(k, {}).items()))
        return list(found)

    def changes(
        self, since: int = 0, *, newest_first: bool = False, claim: str | None = None
    ) -> Iterator[Change]:
        """The history after entry `since`, of all or of one claim."""
        return self._storage.past.changes(since, newest_first, claim)

    def conflicts(self, claim: str | None = None) -> list[Conflict]:
        """Records that two copies of the case changed apart from each other."""
        state = self._storage.state
        keys = sorted(state.contested if claim is None else state.claims.get(claim, ()))
        return [
            Conflict(
                *key,
                versions[-1]["claim"],
                revision_of(state, key),
                tuple(map(copied, versions)),
            )
            for key in keys
            if (versions := state.conflict(key))
        ]

    def verify(self) -> list[str]:
        """Read the whole history again; one line for each thing that is not as written."""
        return [*self._storage.check(), *chain_faults(self.changes())]

    def refresh(self) -> bool:
        """Take in what other processes wrote; True if anything changed."""
        return self._storage.refresh()

    def may_have_changed(self) -> bool:
        """Always: to look is as cheap as to ask whether to look."""
        return True

    def compact(self) -> None:
        """Write the snapshot anew, so that the records can be read and compared in it."""
        self._storage.compact()

    def close(self) -> None:
        """Close the store; everything saved is on the disk already."""
        self.database.close()
