"""A TinyDB table that writes only the documents that were changed."""

from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping
from typing import Any, cast

from tinydb.storages import Storage
from tinydb.table import Document as TinyDocument
from tinydb.table import Table

from workbench.core.verdicts.records import Document, copied
from workbench.edges.store.storage import JournalStorage


class StoredDocument(TinyDocument):
    """A copy of a stored document, free to be changed."""

    def __init__(self, value: Mapping[str, Any], doc_id: str) -> None:
        super().__init__(copied(dict(value)), doc_id)  # type: ignore[arg-type]


class JournaledTable(Table):
    """One type of record; the ids are the records' own.

    TinyDB hands a storage the whole database at every change. Here an update runs
    on a draft that notes what it touches, and only that goes to the journal. Writes
    are allowed inside `JournalStorage.signed`. (TinyDB's annotations say that ids are
    numbers, its documentation that they may be of another class.)
    """

    document_class = StoredDocument  # type: ignore[assignment]
    document_id_class = str  # type: ignore[assignment]

    def __init__(
        self, storage: Storage, name: str, cache_size: int = 0, persist_empty: bool = False
    ) -> None:
        """A table without a cache of queries: others may change it at any time."""
        super().__init__(storage, name, cache_size, persist_empty)

    def insert(self, document: Mapping[str, Any]) -> str:  # type: ignore[override]
        """Insert a document under its own `id`."""
        return str(super().insert(StoredDocument(document, document["id"])))

    def insert_multiple(  # type: ignore[override]
        self, documents: Iterable[Mapping[str, Any]]
    ) -> list[str]:
        """Insert documents under their own ids, all or none."""
        named = (StoredDocument(document, document["id"]) for document in documents)
        return [str(name) for name in super().insert_multiple(named)]

    def by_id(self, name: str) -> Document | None:
        """A copy of a document, without a walk through the table."""
        found = self._read_table().get(name)
        return None if found is None else dict(copied(found))

    def _update_table(self, updater: Callable[[Any], None]) -> None:
        draft = _Draft(self._read_table())
        updater(draft)
        storage = cast(JournalStorage, self._storage)
        storage.save([_named(doc, self.name, name) for name, doc in draft.changes()])


class _Draft(MutableMapping[str, Document]):
    """A table to be changed freely: copies what is touched, leaves the rest alone."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        self._table = table
        self._touched: dict[str, Document | None] = {}

    def __getitem__(self, name: str) -> Document:
        if name not in self._touched:
            self._touched[name] = copied(self._table[name])
        doc = self._touched[name]
        if doc is None:
            raise KeyError(name)
        return doc

    def __setitem__(self, name: str, doc: Document) -> None:
        self._touched[name] = doc

    def __delitem__(self, name: str) -> None:
        if name not in self:
            raise KeyError(name)
        self._touched[name] = None

    def __contains__(self, name: object) -> bool:
        if name in self._touched:
            return self._touched[str(name)] is not None
        return name in self._table

    def __iter__(self) -> Iterator[str]:
        new = (name for name in self._touched if name not in self._table)
        return (name for name in (*self._table, *new) if name in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def changes(self) -> Iterator[tuple[str, Document]]:
        """Documents that are not what they were; removed ones marked as deleted."""
        for name, doc in self._touched.items():
            old = self._table.get(name)
            if doc is None and old is not None:
                yield name, {**old, "deleted": True}
            elif doc is not None and doc != old:
                yield name, doc


def _named(doc: Mapping[str, Any], kind: str, name: str) -> Document:
    return {**doc, "type": kind, "id": name}
