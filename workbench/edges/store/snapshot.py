"""The snapshot: every record as it stood, in plain sorted JSON, one record a line.

It spares opening a case from reading its whole history, and lets people read and
compare the records. It holds nothing that the journals do not: it can be deleted
at any time. It is replaced whole, never written into.
"""

import hashlib
import json
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Annotated, Any

import msgspec

from workbench.core.verdicts.records import Document, format_version, newer_format, to_json
from workbench.core.verdicts.shapes import fault_of
from workbench.edges.inside import Inside
from workbench.edges.store.state import Tables

NAME = "snapshot.json"
FORMAT = "claim-workbench snapshot"

_HEAD = re.compile(
    rb'\{\n"format": "claim-workbench snapshot",\n"version": (\d{1,9}),\n"sha256": '
    rb'"([0-9a-f]{64})",\n'
)
_MARKS = re.compile(rb"^(?:<<<<<<< |>>>>>>> |=======$)", re.M)
_HASHES = re.compile(rb'"([0-9a-f]{64})"')
_Hash = Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{64}$")]
_Count = Annotated[int, msgspec.Meta(ge=0)]
_Versions = Annotated[list[Document], msgspec.Meta(min_length=2)]


class SnapshotFault(Exception):
    """The snapshot cannot be used; the text says where and why.

    `joined` is set where git has joined two snapshots into one file: the hashes of
    the entries that either was made from. It then only has to be made again.
    """

    def __init__(self, reason: str, joined: Collection[str] | None = None) -> None:
        super().__init__(reason)
        self.joined = joined


@dataclass(frozen=True, slots=True)
class Covered:
    """The part of one journal file that a snapshot holds: its first `bytes` bytes."""

    bytes: _Count
    lines: _Count
    sha256: _Hash


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Records by type and id, and the parts of the journals they came from."""

    tables: Tables
    deleted: Tables
    contested: list[_Versions]
    covers: dict[str, Covered]
    heads: list[_Hash]
    clock: _Count
    latest: str


def write(folder: Inside, snapshot: Snapshot) -> bytes:
    """Write the snapshot of a store's folder; gives its bytes. Raises OSError."""
    data = _dump(snapshot)
    (folder / NAME).write(data)
    return data


def _dump(snapshot: Snapshot) -> bytes:
    covers = {
        name: {"bytes": part.bytes, "lines": part.lines, "sha256": part.sha256}
        for name, part in sorted(snapshot.covers.items())
    }
    head = {
        "clock": snapshot.clock,
        "latest": snapshot.latest,
        "heads": sorted(snapshot.heads),
    }
    parts = [f'"{name}": {to_json(value)}' for name, value in head.items()]
    parts.append(f'"covers": {_block(covers)}')
    parts.append(f'"contested": {_lines(snapshot.contested)}')
    parts += [f'"deleted": {_tables(snapshot.deleted)}', f'"tables": {_tables(snapshot.tables)}']
    body = (",\n".join(parts) + "\n}\n").encode()
    checksum = hashlib.sha256(body).hexdigest()
    head_text = (
        f'{{\n"format": "{FORMAT}",\n"version": {format_version()},\n"sha256": "{checksum}",\n'
    )
    return head_text.encode() + body


def _tables(tables: Tables) -> str:
    blocks = (
        f"{to_json(kind)}: {_block(table)}" for kind, table in sorted(tables.items()) if table
    )
    return "{\n" + ",\n".join(blocks) + "\n}"


def _block(table: dict[str, Any]) -> str:
    lines = (f"{to_json(name)}: {to_json(doc)}" for name, doc in sorted(table.items()))
    return "{\n" + ",\n".join(lines) + "\n}"


def _lines(values: list[Any]) -> str:
    return "[\n" + ",\n".join(to_json(value) for value in values) + "\n]"


def read(folder: Inside) -> Snapshot | None:
    """The snapshot of a store's folder, or None where there is none of today's format.

    Raises SnapshotFault where it was edited, damaged, joined by git, or written by
    a newer version of the program.
    """
    try:
        data = (folder / NAME).read()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise SnapshotFault(f"cannot be read ({error.strerror})") from error
    head = _HEAD.match(data)
    if not head or hashlib.sha256(memoryview(data)[head.end() :]).hexdigest().encode() != head[2]:
        raise _diagnosed(data)
    version = int(head[1])
    if not 1 <= version <= format_version():
        raise SnapshotFault(_unknown(version))
    if version < format_version():
        return None
    try:
        return _snapshot(json.loads(data, parse_constant=_no_constant))
    except (ValueError, RecursionError) as error:
        raise SnapshotFault(f"is not JSON ({error})") from error


def _snapshot(parsed: object) -> Snapshot:
    """The snapshot that parsed JSON comes to. Raises SnapshotFault."""
    try:
        snapshot = msgspec.convert(parsed, Snapshot)
    except msgspec.ValidationError as error:
        raise SnapshotFault(f"lacks a part or has one of the wrong shape ({error})") from error
    if fault := next(_record_faults(snapshot), ""):
        raise SnapshotFault(fault)
    return snapshot


def _record_faults(snapshot: Snapshot) -> Iterator[str]:
    for kind, name, doc in _placed(snapshot):
        if fault := fault_of(doc, kind, name):
            yield f"holds a record ({kind} {name}) that {fault}"


def _placed(snapshot: Snapshot) -> Iterator[tuple[str, str, Document]]:
    """(type, id, record) of all that it holds; versions in conflict are of one record."""
    for kind, table in (*snapshot.tables.items(), *snapshot.deleted.items()):
        for name, doc in table.items():
            yield kind, name, doc
    for versions in snapshot.contested:
        for doc in versions:
            yield str(versions[0].get("type")), str(versions[0].get("id")), doc


def _unknown(version: object) -> str:
    return newer_format(version) or f"is of format version {version!r:.20}, which there is not"


def _diagnosed(data: bytes) -> SnapshotFault:
    """What is wrong with a snapshot that does not match its checksum."""
    if data.count(b'\n"sha256": "') > 1 or _MARKS.search(data):
        heads = b"".join(line for line in data.splitlines() if line.startswith(b'"heads": '))
        return SnapshotFault("was joined by git", {h.decode() for h in _HASHES.findall(heads)})
    try:
        _examine(data)
    except (ValueError, RecursionError, SnapshotFault) as error:
        return SnapshotFault(f"was changed outside the program ({error})")
    return SnapshotFault("was changed outside the program (it does not match its checksum)")


def _examine(data: bytes) -> None:
    """Raise ValueError or SnapshotFault for the first thing that is not as it should be."""
    if data.startswith(b"\xef\xbb\xbf"):
        raise SnapshotFault("it begins with a byte order mark")
    parsed = json.loads(data, object_pairs_hook=_no_duplicates, parse_constant=_no_constant)
    if not isinstance(parsed, dict) or parsed.get("format") != FORMAT:
        raise SnapshotFault("it is not a snapshot of this program")
    version = parsed.get("version")
    if type(version) is not int or not 1 <= version <= format_version():
        raise SnapshotFault(f"it {_unknown(version)}")
    _snapshot(parsed)


def _no_duplicates(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in found if names.count(name) > 1)
        raise ValueError(f"the key {twice!r:.60} stands twice in one object")
    return found


def _no_constant(name: str) -> Any:
    raise ValueError(f"{name} is not a number that JSON knows")
