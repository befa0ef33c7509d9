"""The rules by which a group of records may be saved, the same in every store."""

from collections.abc import Mapping, Sequence
from typing import Any

from workbench.core.verdicts.history import hash_of, payload
from workbench.core.verdicts.records import Document, check_time, checked, copied, digest, stamped
from workbench.core.verdicts.shapes import own_fault
from workbench.edges.store.state import Key, State, key_of
from workbench.errors import StaleRevision, UsageError


def checked_group(
    docs: Sequence[tuple[Document, int]], at: str, undoes: Sequence[int]
) -> list[Document]:
    """The documents as they will be stored. Raises UsageError where they are no group."""
    check_time(at)
    plain = [fitting(doc) for doc, _ in docs]
    if len({key_of(doc) for doc in plain}) < len(plain):
        raise UsageError("a record stands twice in one group of changes")
    if undoes and len(undoes) != len(docs):
        raise UsageError("a group that takes back changes needs one entry for each record")
    return plain


def fitting(doc: Mapping[str, Any]) -> Document:
    """A document as it will be stored; UsageError where it could not be read again."""
    plain = checked(doc)
    if fault := own_fault(plain):
        raise UsageError(f"a {plain['type']} that {fault} is not saved")
    return plain


def revision_of(state: State, key: Key) -> int:
    """The revision that the next change of a record has to be based on.

    0 for a record that never was. One more than the highest of its versions where a
    conflict waits to be decided, so that only somebody who has looked at it can save.
    """
    if conflict := state.conflict(key):
        return 1 + max(int(doc["revision"]) for doc in conflict)
    current = state.current(key)
    return int(current["revision"]) if current else 0


def check_revision(state: State, key: Key, doc: Document, expected: int) -> None:
    """Raise StaleRevision where a change is not based on the record as it stands."""
    current = state.current(key)
    anew = expected == 0 and current is not None and bool(current.get("deleted"))
    if expected != revision_of(state, key) and not (anew and not state.conflict(key)):
        raise StaleRevision(copied(current or {}), doc)


def entries_of(
    state: State,
    docs: Sequence[Document],
    by: str,
    at: str,
    action: str,
    undone: Sequence[str] = (),
) -> tuple[list[dict[str, Any]], list[str]]:
    """The entries of a group of changes, parsed and as lines of JSON; changes nothing.

    `undone` holds the hashes of the entries that each takes back.
    """
    entries: list[dict[str, Any]] = []
    texts: list[str] = []
    previous = sorted(state.heads)
    for place, doc in enumerate(docs, 1):
        key = key_of(doc)
        entry: dict[str, Any] = {
            "clock": state.clock + place,
            "before": state.current(key),
            "after": stamped(doc, revision_of(state, key) + 1, by, at),
            "previous": previous,
            "resolves": [digest(version) for version in state.contested.get(key, ())],
        }
        text = payload(
            **entry,
            action=action,
            undone_hash=undone[place - 1] if undone else "",
            batch=(place, len(docs)),
        )
        entries.append(entry | {"type": key[0], "id": key[1]})
        texts.append(text)
        previous = [hash_of(text)]
    return entries, texts
