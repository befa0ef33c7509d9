"""History: what was changed, by whom, from what to what, and how to take it back.

Every change of a record is one entry, and no entry is ever changed or removed:
to undo is to write one more. Each entry carries the SHA-256 of the entries that
were last when it was written, as commits do in git, so that altering or removing
an old entry contradicts every later one. Two copies of a case that go on apart
and are joined again simply have two last entries until the next change.
"""

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from workbench.core.verdicts.records import Document, content, copied, to_json
from workbench.errors import UsageError

UNDO = "undo"
"""The action of an entry that takes back an earlier change."""
REDO = "redo"
"""The action of an entry that takes back an undo."""
PUBLISH = "publish"
"""The action of an entry that says what left the house: that cannot be taken back."""


@dataclass(frozen=True, slots=True)
class Change:
    """One entry of the history.

    `seq` counts the entries of this case from 1, oldest first; joining another
    copy of the case may number them anew, `hash` never changes. `before` and
    `after` are whole documents; `before` is None where the record was new.
    `undoes` is the `seq` of the entry that this one takes back. `previous` holds
    the hashes of the entries that were last when it was written. `batch` is
    (place, size) within a group saved together. `resolves` names the versions
    that a decision on a conflict settled (digests, see records.digest).
    `clock` is a Lamport clock: higher than that of every entry it could know.
    `writer` names the copy of the case that wrote it.
    """

    seq: int
    clock: int
    writer: str
    at: str
    by: str
    action: str
    type: str
    id: str
    claim: str | None
    before: Document | None
    after: Document
    undoes: int | None
    undone_hash: str
    previous: tuple[str, ...]
    batch: tuple[int, int]
    resolves: tuple[str, ...]
    hash: str

    @property
    def key(self) -> tuple[str, str]:
        """Type and id of the record that was changed."""
        return self.type, self.id


def payload(
    *,
    clock: int,
    action: str,
    before: Document | None,
    after: Document,
    previous: Collection[str],
    undone_hash: str = "",
    batch: tuple[int, int] = (1, 1),
    resolves: Collection[str] = (),
) -> str:
    """The one line of JSON that an entry is kept as, and that its hash is taken of."""
    entry: dict[str, Any] = {
        "clock": clock,
        "at": after["at"],
        "by": after["by"],
        "action": action,
        "type": after["type"],
        "id": after["id"],
        "claim": after["claim"],
        "before": before,
        "after": after,
    }
    optional = {"undoes": undone_hash, "resolves": list(resolves)}
    entry |= {name: value for name, value in optional.items() if value}
    if batch != (1, 1):
        entry["batch"] = list(batch)
    entry["previous"] = list(previous)
    return to_json(entry)


def hash_of(text: str) -> str:
    """SHA-256 (hex) of an entry's line of JSON."""
    return hashlib.sha256(text.encode()).hexdigest()


def change_of(
    entry: Mapping[str, Any], hash_: str, writer: str, seq: int, undoes: int | None
) -> Change:
    """The change that a stored entry (parsed payload) tells of."""
    place, size = entry.get("batch", (1, 1))
    return Change(
        seq=seq,
        clock=entry["clock"],
        writer=writer,
        at=entry["at"],
        by=entry["by"],
        action=entry["action"],
        type=entry["type"],
        id=entry["id"],
        claim=entry["claim"],
        before=entry["before"],
        after=entry["after"],
        undoes=undoes,
        undone_hash=entry.get("undoes", ""),
        previous=tuple(entry["previous"]),
        batch=(place, size),
        resolves=tuple(entry.get("resolves", ())),
        hash=hash_,
    )


def chain_faults(changes: Iterable[Change]) -> Iterator[str]:
    """Name every entry that was altered, and every place where one is missing.

    An entry altered in place no longer has its hash; one altered together with
    its hash is missing for the entry that was written after it. Entries have to
    come oldest first.
    """
    known: set[str] = set()
    for change in changes:
        if hash_of(payload_of(change)) != change.hash:
            yield f"{_name(change)} was altered after it was written"
        for missing in set(change.previous) - known:
            yield (
                f"{_name(change)} follows an entry that is not there ({missing[:12]}…): "
                "an earlier entry was altered or removed"
            )
        known.add(change.hash)


def payload_of(change: Change) -> str:
    """The line of JSON that a change was kept as, to be kept elsewhere as it is."""
    return payload(
        clock=change.clock,
        action=change.action,
        before=change.before,
        after=change.after,
        previous=change.previous,
        undone_hash=change.undone_hash,
        batch=change.batch,
        resolves=change.resolves,
    )


def _name(change: Change) -> str:
    return f"entry {change.seq} ({change.at}, {change.by}: {change.type} {change.id})"


@dataclass(frozen=True, slots=True)
class Reversal:
    """What to save so that a change is taken back (or an undo is).

    Save `documents` (pairs of document and expected revision) as one group under
    `action`, with `undoes` beside them. `changes` are the entries taken back.
    """

    documents: tuple[tuple[Document, int], ...]
    undoes: tuple[int, ...]
    action: str
    changes: tuple[Change, ...]


def undo(newest_first: Iterable[Change], by: str) -> Reversal:
    """Take back this reviewer's last change that still stands.

    Reads only as far back as it has to. Raises UsageError when there is none, or
    when somebody else has changed one of its records since.
    """
    return _reversal(newest_first, by, UNDO)


def redo(newest_first: Iterable[Change], by: str) -> Reversal:
    """Take back this reviewer's last undo, unless they changed something since.

    Raises UsageError when there is nothing to redo, or when somebody else has
    changed one of its records since.
    """
    return _reversal(newest_first, by, REDO)


def _reversal(newest_first: Iterable[Change], by: str, action: str) -> Reversal:
    latest: dict[tuple[str, str], Change] = {}
    taken_back: set[int] = set()
    group: list[Change] = []
    for change in newest_first:
        latest.setdefault(change.key, change)
        if change.by != by or change.seq in taken_back:
            continue
        if change.undoes is not None:
            taken_back.add(change.undoes)
        if change.action != _wanted(change, action):
            if action == REDO and change.action != REDO:
                break  # a new change ends the row of things to redo
            continue
        group.append(change)
        if change.batch[0] == 1:
            return _plan(group, latest, action)
    raise UsageError(f"there is nothing to {action} for {by}")


def _wanted(change: Change, action: str) -> str | None:
    """The action an entry must have to be taken back by `action`."""
    if action == REDO:
        return UNDO
    return None if change.action in {UNDO, REDO, PUBLISH} else change.action


def _plan(group: list[Change], latest: Mapping[tuple[str, str], Change], action: str) -> Reversal:
    documents = []
    for change in group:
        now = latest[change.key]
        if content(now.after) != content(change.after):
            raise UsageError(
                f"{now.by} has changed {change.type} {change.id} since; "
                f"it can no longer be put back by {action}"
            )
        documents.append((_restored(change), now.after["revision"]))
    undoes = tuple(change.seq for change in group)
    return Reversal(tuple(documents), undoes, action, tuple(group))


def _restored(change: Change) -> Document:
    """The document as it was before a change; a new one goes back to deleted."""
    if change.before is None:
        return {**copied(change.after), "deleted": True}
    return {k: v for k, v in copied(change.before).items() if k not in {"revision", "by", "at"}}
