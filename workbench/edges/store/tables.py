"""The tables of a store on PostgreSQL, and the way between them and `State`.

The lines of JSON are the truth: they are what the hashes are taken of, and JSONB
can hold neither every text (no U+0000, no lone surrogate) nor the order of fields.
`doc` is the same record as JSONB, for people's own queries. Rows are found by
digests, for an id may be longer than an index takes.
"""

import hashlib
import json
import os
from collections.abc import Iterable, Sequence
from typing import Any

from psycopg.types.json import Jsonb

from workbench.core.verdicts.records import Document, to_json
from workbench.core.verdicts.shapes import entry_fault, fault_of
from workbench.edges.database import Cursor, Migration
from workbench.edges.store.state import Key, State

_TABLES = (
    """CREATE TABLE head (
        one boolean PRIMARY KEY DEFAULT true CHECK (one),
        writer text NOT NULL, seq bigint NOT NULL, clock bigint NOT NULL,
        latest text NOT NULL, hashes text[] NOT NULL)""",
    """CREATE TABLE entries (
        seq bigint PRIMARY KEY, hash text NOT NULL UNIQUE, writer text NOT NULL,
        undone text, claim text, line text NOT NULL)""",
    "CREATE INDEX ON entries (claim, seq) WHERE claim IS NOT NULL",
    """CREATE TABLE records (
        key text PRIMARY KEY, kind text NOT NULL, claim text, deleted boolean NOT NULL,
        line text NOT NULL, doc jsonb NOT NULL)""",
    "CREATE INDEX ON records (claim) WHERE NOT deleted",
    "CREATE INDEX ON records (kind) WHERE NOT deleted",
    """CREATE TABLE versions (
        key text NOT NULL, place int NOT NULL, line text NOT NULL, PRIMARY KEY (key, place))""",
)
ONE = "SELECT line FROM records WHERE key = %(key)s AND NOT deleted"
WANTED = (
    "SELECT line FROM records WHERE NOT deleted"
    " AND (%(kind)s::text IS NULL OR kind = %(kind)s)"
    " AND (%(claim)s::text IS NULL OR claim = %(claim)s)"
)
HEAD = "SELECT writer, seq, clock, latest, hashes FROM head"


def _first_tables(cursor: Cursor) -> None:
    for statement in _TABLES:
        cursor.execute(statement)
    cursor.execute("INSERT INTO head VALUES (true, %s, 0, 0, '', '{}')", [os.urandom(4).hex()])


CHANNEL = "workbench {}"
"""Where the number of the newest entry of a schema is told at each commit."""
_TELL = (
    """CREATE FUNCTION tell_head() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        PERFORM pg_notify(format('workbench %s', TG_TABLE_SCHEMA), NEW.seq::text);
        RETURN NULL;
    END $$""",
    "CREATE TRIGGER tell_head AFTER UPDATE OF seq ON head"
    " FOR EACH ROW EXECUTE FUNCTION tell_head()",
)


def _tell_the_head(cursor: Cursor) -> None:
    for statement in _TELL:
        cursor.execute(statement)


MIGRATIONS: tuple[Migration, ...] = (_first_tables, _tell_the_head)
"""What each version of the program adds to the tables, in order."""


def key_digest(key: Key) -> str:
    """SHA-256 (hex) under which the rows of a record are found."""
    return hashlib.sha256(to_json(list(key)).encode()).hexdigest()


def claim_digest(claim: str | None) -> str | None:
    """SHA-256 (hex) under which the records of a claim are found."""
    return None if claim is None else hashlib.sha256(to_json(claim).encode()).hexdigest()


def load_state(cursor: Cursor, keys: Sequence[Key], *, lock: bool) -> tuple[State, str, int]:
    """The store as far as some records go, with the writer's name and the last number.

    With `lock` no other process can save until the transaction ends.
    """
    cursor.execute(HEAD + " FOR UPDATE" if lock else HEAD)
    writer, seq, clock, latest, hashes = cursor.fetchone() or ("", 0, 0, "", [])
    state = State()
    state.clock, state.latest, state.heads = clock, latest, {hash_: int(clock) for hash_ in hashes}
    digests = [key_digest(key) for key in keys]
    for doc in _documents(cursor, "SELECT line FROM records WHERE key = ANY(%s)", digests):
        into = state.deleted if doc.get("deleted") else state.tables
        into.setdefault(doc["type"], {})[doc["id"]] = doc
    versions = "SELECT line FROM versions WHERE key = ANY(%s) ORDER BY key, place"
    for doc in _documents(cursor, versions, digests):
        state.contested.setdefault((doc["type"], doc["id"]), []).append(doc)
    state.index()
    return state, writer, seq


def _documents(cursor: Cursor, statement: str, digests: list[str]) -> list[Document]:
    cursor.execute(statement, [digests])
    return whole_records(line for (line,) in cursor.fetchall())


def whole_records(lines: Iterable[str]) -> list[Document]:
    """The records among the lines of a table; what is none is left out, and `verify` names it."""
    return [doc for doc, fault in map(_record, lines) if not fault]


def record_fault(line: str) -> str:
    """What is wrong with the line of a record, in words; "" for nothing."""
    return _record(line)[1]


def _record(line: str) -> tuple[Document, str]:
    doc, fault = _object(line)
    return doc, fault or fault_of(doc, str(doc.get("type")), str(doc.get("id")))


def entry(line: str) -> tuple[dict[str, Any], str]:
    """(an entry of the history, what is wrong with it or "")."""
    found, fault = _object(line)
    return found, fault or entry_fault(found)


def _object(line: str) -> tuple[dict[str, Any], str]:
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        return {}, "is not JSON"
    return (found, "") if isinstance(found, dict) else ({}, "is not an object")


def save_state(cursor: Cursor, state: State, keys: Iterable[Key], seq: int) -> None:
    """Write the records of these keys, what is in conflict about them, and the head."""
    found = {key_digest(key): key for key in keys}
    cursor.execute("DELETE FROM versions WHERE key = ANY(%s)", [list(found)])
    cursor.executemany(
        "INSERT INTO versions VALUES (%s, %s, %s)",
        [
            (digest, place, to_json(version))
            for digest, key in found.items()
            for place, version in enumerate(state.contested.get(key, ()))
        ],
    )
    cursor.executemany(
        "INSERT INTO records VALUES (%s, %s, %s, %s, %s, %s) ON CONFLICT (key) DO UPDATE SET"
        " claim = excluded.claim, deleted = excluded.deleted,"
        " line = excluded.line, doc = excluded.doc",
        [
            _row(digest, doc)
            for digest, key in found.items()
            if (doc := state.current(key)) is not None
        ],
    )
    cursor.execute(
        "UPDATE head SET seq = %s, clock = %s, latest = %s, hashes = %s",
        [seq, state.clock, state.latest, sorted(state.heads)],
    )


def _row(digest: str, doc: Document) -> tuple[Any, ...]:
    line, claim = to_json(doc), claim_digest(doc["claim"])
    shown = Jsonb(_storable(doc))
    return digest, doc["type"], claim, bool(doc.get("deleted")), line, shown


def _storable(value: Any) -> Any:
    """A JSON value with what JSONB cannot hold shown as U+FFFD."""
    if isinstance(value, str):
        return value.replace("\0", "\ufffd").encode("utf-8", "replace").decode()
    if isinstance(value, dict):
        return {_storable(name): _storable(one) for name, one in value.items()}
    return [_storable(one) for one in value] if isinstance(value, list) else value


def add_entries(cursor: Cursor, rows: Iterable[tuple[int, str, str, str, str | None, str]]) -> None:
    """Add entries: (number, hash, writer, hash of the entry taken back or "", claim, line)."""
    cursor.executemany(
        "INSERT INTO entries VALUES (%s, %s, %s, nullif(%s, ''), %s, %s)",
        [(*head, claim_digest(claim), line) for *head, claim, line in rows],
    )
