"""The store of a case with reviewers on several machines: PostgreSQL.

The same records, revisions and chain of hashes as on one machine. Whoever saves
holds one row until the commit, so groups of changes follow each other; reading
waits for nobody. A commit whose answer got lost is looked for by its hash before
anybody is told that it was, or was not, saved.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, LiteralString

from workbench.core.verdicts.history import Change, chain_faults, change_of, hash_of, payload_of
from workbench.core.verdicts.records import Document, copied
from workbench.edges.database import Cursor, Database
from workbench.edges.engines import Address
from workbench.edges.store import tables
from workbench.edges.store.changing import (
    check_revision,
    checked_group,
    entries_of,
    revision_of,
)
from workbench.edges.store.conflicts import Conflict
from workbench.edges.store.news import News
from workbench.edges.store.state import State, key_of
from workbench.errors import CaseDamaged, CaseLocked, EngineFailed, UsageError

PAGE = 500
"""Entries of the history that are read, or taken in, at once."""

_ENTRIES = (
    "SELECT e.seq, e.hash, e.writer, u.seq, e.line FROM entries e"
    " LEFT JOIN entries u ON u.hash = e.undone"
)


class PostgresStore:
    """A VerdictStore in a schema of PostgreSQL. See the protocol for its verbs."""

    def __init__(self, address: Address, timeout: float = 10.0) -> None:
        """Open the store, making its tables where there are none.

        `timeout` (seconds) is how long a change waits for others. Raises
        EngineFailed where the server does not answer.
        """
        self._database = Database(address, "store", timeout)
        self._database.migrate("store", tables.MIGRATIONS)
        self._seen = self._number()
        self._news = News(self._database)
        self.notices = self._warnings()

    @property
    def read_only(self) -> str:
        """Why nothing can be saved, or empty."""
        return ""

    def _warnings(self) -> list[str]:
        def work(cursor: Cursor) -> bool:
            cursor.execute("SELECT current_setting('fsync') = 'on'")
            return bool((cursor.fetchone() or (False,))[0])

        if self._database.read(work):
            return []
        return [f"{self._database.where}: the server runs without fsync and may lose decisions"]

    def _number(self) -> int:
        def work(cursor: Cursor) -> int:
            cursor.execute("SELECT seq FROM head")
            return int((cursor.fetchone() or (0,))[0])

        return self._database.read(work)

    # Saving

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
        saved = self.put_many([(doc, expected_revision)], by=by, at=at, action=action, undoes=back)
        return saved[0]

    def put_many(
        self,
        docs: Sequence[tuple[Document, int]],
        *,
        by: str,
        at: str,
        action: str = "",
        undoes: Sequence[int] = (),
    ) -> list[Document]:
        """Save several records, all or none."""
        plain = checked_group(docs, at, undoes)
        if not plain:
            return []
        hashes: list[str] = []
        stored: list[Document] = []
        try:
            with self._database.transaction() as cursor:
                keys = [key_of(doc) for doc in plain]
                state, writer, seq = tables.load_state(cursor, keys, lock=True)
                for key, (doc, expected) in zip(keys, docs, strict=True):
                    check_revision(state, key, doc, expected)
                undone = [_hash_of(cursor, number) for number in undoes]
                entries, texts = entries_of(state, plain, by, at, action, undone)
                stored = [copied(entry["after"]) for entry in entries]
                new = [hash_of(text) for text in texts]
                for entry, hash_ in zip(entries, new, strict=True):
                    state.apply(entry, hash_)
                numbers = range(seq + 1, seq + 1 + len(new))
                backs = undone or [""] * len(new)
                writers, claims = [writer] * len(new), [doc["claim"] for doc in plain]
                rows = zip(numbers, new, writers, backs, claims, texts, strict=True)
                tables.add_entries(cursor, rows)
                tables.save_state(cursor, state, keys, seq + len(new))
                hashes = new  # from here on only the commit can fail
        except EngineFailed as error:
            self._settle(hashes, error)
        else:
            self._note_own(seq, len(hashes))
        return stored

    def _note_own(self, before: int, count: int) -> None:
        if self._seen == before:  # otherwise others saved too, and `refresh` is to say so
            self._seen = before + count

    def _settle(self, hashes: list[str], error: EngineFailed) -> None:
        """After a lost connection: raise, unless the group proves to be saved."""
        if not hashes:
            raise EngineFailed(f"not saved: {error}") from error
        try:
            there = self._database.read(lambda cursor: _is_there(cursor, hashes[-1]))
        except (EngineFailed, CaseLocked) as away:
            raise EngineFailed(
                "the connection was lost while saving, so it is not known whether the change "
                f"was saved; look at the history when the server is back ({away})"
            ) from error
        if not there:
            raise EngineFailed(f"not saved: {error}") from error

    def take_in(self, changes: Iterable[Change]) -> int:
        """Take over entries of another store that are not here yet; how many there were.

        They keep their hashes and writers. All are taken, or none.
        """
        added = 0
        source = iter(changes)
        with self._database.transaction() as cursor:
            while page := list(islice(source, PAGE)):
                added += _take_page(cursor, page)
        return added

    # Reading

    def get(self, type: str, id: str) -> Document | None:
        """A copy of the record, or None where there is none or it was deleted."""
        found = self._documents(tables.ONE, {"key": tables.key_digest((type, id))})
        return found[0] if found else None

    def query(self, type: str | None = None, claim: str | None = None) -> list[Document]:
        """Copies of the records of a type, of a claim, or of both; by type and id."""
        wanted = {"kind": type, "claim": tables.claim_digest(claim)}
        found = self._documents(tables.WANTED, wanted)
        return sorted(found, key=key_of)

    def _documents(self, statement: LiteralString, values: Any) -> list[Document]:
        def work(cursor: Cursor) -> list[Document]:
            cursor.execute(statement, values)
            return tables.whole_records(line for (line,) in cursor.fetchall())

        return self._database.read(work)

    def scan(self, type: str | None = None, claim: str | None = None) -> list[Document]:
        """The same; what comes from a server is a copy already."""
        return self.query(type, claim)

    def changes(
        self, since: int = 0, *, newest_first: bool = False, claim: str | None = None
    ) -> Iterator[Change]:
        """The history after entry `since`, of all or of one claim, read page by page.

        What is no entry is left out, and `verify` names it.
        """
        last = self._number()
        at = last + 1 if newest_first else since
        while rows := self._page(since, last, at, newest_first, claim):
            for seq, hash_, writer, undoes, line in rows:
                found, fault = tables.entry(line)
                if not fault:
                    yield change_of(found, hash_, writer, seq, undoes)
            at = rows[-1][0]

    def _page(
        self, since: int, last: int, at: int, newest_first: bool, claim: str | None
    ) -> list[Any]:
        beyond, order = ("<", "DESC") if newest_first else (">", "ASC")
        wanted = tables.claim_digest(claim)

        def work(cursor: Cursor) -> list[Any]:
            cursor.execute(
                f"{_ENTRIES} WHERE e.seq > %s AND e.seq <= %s AND e.seq {beyond} %s"
                " AND (%s::text IS NULL OR e.claim = %s)"
                f" ORDER BY e.seq {order} LIMIT %s",
                [since, last, at, wanted, wanted, PAGE],
            )
            return cursor.fetchall()

        return self._database.read(work)

    def conflicts(self, claim: str | None = None) -> list[Conflict]:
        """Records that two copies of the case changed apart from each other."""

        def work(cursor: Cursor) -> list[Conflict]:
            cursor.execute("SELECT line FROM versions WHERE place = 0")
            keys = sorted(map(key_of, tables.whole_records(one for (one,) in cursor.fetchall())))
            state, _, _ = tables.load_state(cursor, keys, lock=False)
            return [
                Conflict(*key, versions[-1]["claim"], revision_of(state, key), tuple(versions))
                for key in keys
                if (versions := state.conflict(key))
                and (claim is None or (state.current(key) or {}).get("claim") == claim)
            ]

        return self._database.read(work)

    def verify(self) -> list[str]:
        """Read the whole history again; one line for each thing that is not as written.

        The records are what the history comes to, or they are named.
        """
        faults = [*self._database.read(_refused), *chain_faults(self.changes())]
        faults += self._database.read(_cut_off)
        state = State()
        for change in self.changes():
            state.apply(json.loads(payload_of(change)), change.hash)
        told = {(k, n): doc for k, table in state.tables.items() for n, doc in table.items()}
        records = {key_of(doc): doc for doc in self.query()}
        faults += [
            f"{kind} {name} is not what the history says"
            for kind, name in sorted(told.keys() | records.keys())
            if told.get((kind, name)) != records.get((kind, name))
        ]
        return faults

    def refresh(self) -> bool:
        """Whether others saved anything since the last call: one read of one row."""
        number = self._number()
        changed = number != self._seen
        self._seen = number
        return changed

    def may_have_changed(self) -> bool:
        """Whether the server told of an entry that was not seen here, or could not tell."""
        return self._news.beyond(self._seen)

    def compact(self) -> None:
        """Nothing to do: the server tidies up by itself."""

    def close(self) -> None:
        """Close the connections; everything saved is safe already."""
        self._news.close()
        self._database.close()


def _is_there(cursor: Cursor, hash_: str) -> bool:
    """Whether an entry is in the history, when a commit that lost its connection is done too."""
    cursor.execute("SELECT 1 FROM head FOR UPDATE")
    cursor.execute("SELECT 1 FROM entries WHERE hash = %s", [hash_])
    return cursor.fetchone() is not None


def _refused(cursor: Cursor) -> list[str]:
    """Every line of the tables that is no entry, or no record, in words."""
    cursor.execute("SELECT seq, line FROM entries ORDER BY seq")
    entries = [(f"entry {seq}", tables.entry(line)[1]) for seq, line in cursor.fetchall()]
    records: list[tuple[str, str]] = []
    for statement in ("SELECT key, line FROM records", "SELECT key, line FROM versions"):
        cursor.execute(statement)
        rows = cursor.fetchall()
        records += [
            (f"the record under {key[:12]}", tables.record_fault(line)) for key, line in rows
        ]
    return [f"{name} {fault}" for name, fault in (*entries, *records) if fault]


def _cut_off(cursor: Cursor) -> list[str]:
    """What is missing where the history ends, in words: the head counts its entries."""
    cursor.execute("SELECT seq, hashes FROM head")
    seq, heads = cursor.fetchone() or (0, [])
    cursor.execute("SELECT count(*), coalesce(max(seq), 0) FROM entries")
    count, last = cursor.fetchone() or (0, 0)
    cursor.execute("SELECT hash FROM entries WHERE hash = ANY(%s)", [list(heads)])
    faults = []
    if (count, last) != (seq, seq):
        faults.append(f"{seq} entries were written, {count} are there, the last is number {last}")
    if missing := sorted(set(heads) - {hash_ for (hash_,) in cursor.fetchall()}):
        faults.append(f"the last entry ({missing[0][:12]}…) is gone: the end was cut off")
    return faults


def _hash_of(cursor: Cursor, number: int) -> str:
    cursor.execute("SELECT hash FROM entries WHERE seq = %s", [number])
    row = cursor.fetchone()
    if row is None:
        raise UsageError(f"the history has no entry {number}")
    return str(row[0])


def _take_page(cursor: Cursor, page: Sequence[Change]) -> int:
    cursor.execute("SELECT hash FROM entries WHERE hash = ANY(%s)", [[c.hash for c in page]])
    known = {hash_ for (hash_,) in cursor.fetchall()}
    new = [change for change in page if change.hash not in known]
    keys = list(dict.fromkeys(change.key for change in new))
    state, _, seq = tables.load_state(cursor, keys, lock=True)
    rows = []
    for number, change in enumerate(new, seq + 1):
        line = payload_of(change)
        if hash_of(line) != change.hash:
            raise CaseDamaged(f"entry {change.seq} was altered after it was written")
        state.apply(json.loads(line), change.hash)
        rows.append((number, change.hash, change.writer, change.undone_hash, change.claim, line))
    tables.add_entries(cursor, rows)
    tables.save_state(cursor, state, keys, seq + len(new))
    return len(new)
