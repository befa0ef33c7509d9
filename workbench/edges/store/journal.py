"""The lines of a journal: one change a line, each provably whole.

    00000345 9f86d081884c…(64) {"clock":1,"at":"…","by":"…", … ,"previous":[]}

The length is that of the JSON in bytes, the checksum its SHA-256. The first line
of a file names the format, its version and the writer. `docs/store-format.md`
describes all of it.
"""

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from workbench.core.verdicts.records import fault_of, format_version, to_json

FORMAT = "claim-workbench journal"
PREFIX = 8 + 1 + 64 + 1
"""Bytes before the JSON of a line."""
NAME = re.compile(r"(\d{4}-\d{2}-\d{2})-([0-9a-f]{8})\.jsonl")
"""A journal file: the day of its first change, and who (which copy) wrote it."""

_HEAD = re.compile(rb"(\d{8}) ([0-9a-f]{64}) ")
_TEXT = rb'"[^"\\]*(?:\\.[^"\\]*)*"'
_START = re.compile(
    rb'\{"clock":(\d{1,18}),(?:"at":%s,"by":%s,"action":%s,"type":%s,"id":%s,"claim":(null|%s))?'
    % ((_TEXT,) * 6)
)
"""How an entry begins; the order of its first fields is that of `core.verdicts.history.payload`."""
_ZEROS = b"\0" * 8
_FIELDS = frozenset(
    {"clock", "at", "by", "action", "type", "id", "claim", "before", "after", "previous"}
)


@dataclass(frozen=True, slots=True)
class Line:
    """A whole line at bytes `start` to `end` of its file; `entry` is its JSON."""

    path: Path
    start: int
    end: int
    hash: str
    entry: dict[str, Any]

    @property
    def order(self) -> tuple[int, str]:
        """Place in the history of all writers: no entry stands before one it knew."""
        return self.entry["clock"], writer_of(self.path.name)


@dataclass(frozen=True, slots=True)
class Fault:
    """A line that does not read; `number` counts the lines of the file from 1."""

    path: Path
    start: int
    end: int
    number: int
    reason: str

    def __str__(self) -> str:
        return f"{self.path.parent.name}/{self.path.name} line {self.number} {self.reason}"


@dataclass(frozen=True, slots=True)
class Reading:
    """What a stretch of a journal holds.

    `end` is where the last whole group ends; bytes after it (`torn`) were being
    written when the writer stopped, and no part of them was ever acknowledged.
    """

    lines: list[Line]
    faults: list[Fault]
    end: int
    torn: bool


def writer_of(name: str) -> str:
    """The writer that a journal file's name tells."""
    found = NAME.fullmatch(name)
    return found[2] if found else ""


def format_line(text: str) -> bytes:
    """One journal line of a payload."""
    data = text.encode()
    return b"%08d %s %s\n" % (len(data), hashlib.sha256(data).hexdigest().encode(), data)


def first_line(writer: str) -> bytes:
    """The line that begins a journal file."""
    return format_line(to_json({"format": FORMAT, "version": format_version(), "writer": writer}))


def read(path: Path, data: bytes, start: int = 0, number: int = 1) -> Reading:
    """Read the lines of `data`, which begins at byte `start` and line `number` of a file."""
    found = list(_parsed(path, data, start, number))
    while found and isinstance(found[-1], Fault) and _unwritten(found[-1], data, start):
        found.pop()
    lines: list[Line] = []
    group: list[Line] = []
    end = start
    for line in found:
        if isinstance(line, Fault):
            lines += group  # acknowledged: something was written after it
            group, end = [], line.end
            continue
        group.append(line)
        place, size = line.entry.get("batch", (1, 1))
        if place == size:
            lines += group
            group, end = [], line.end
    faults = [line for line in found if isinstance(line, Fault)]
    entries = [line for line in lines if "format" not in line.entry]
    return Reading(entries, faults, end, end < start + len(data))


def _parsed(path: Path, data: bytes, start: int, number: int) -> Iterator[Line | Fault]:
    at = 0
    while at < len(data):
        stop = data.find(b"\n", at)
        if stop < 0:
            return
        yield _parse(path, data[at:stop], start + at, number)
        at, number = stop + 1, number + 1


def completed(path: Path, torn: bytes, start: int, number: int) -> bytes:
    """The torn end of a file with its line end put back, if only that is missing."""
    last = torn.rfind(b"\n") + 1
    head = _HEAD.match(torn, last)
    if not head:
        return b""
    whole = torn[: last + PREFIX + int(head[1])] + b"\n"
    reading = read(path, whole, start, number)
    return whole if reading.end == start + len(whole) and not reading.faults else b""


def _unwritten(fault: Fault, data: bytes, start: int) -> bool:
    """Whether a line holds blocks that never reached the disk: they read as zeros."""
    return _ZEROS in data[fault.start - start : fault.end - start]


def _parse(path: Path, raw: bytes, start: int, number: int) -> Line | Fault:
    end = start + len(raw) + 1
    reason, entry = _body(raw)
    if reason:
        return Fault(path, start, end, number, reason)
    return Line(path, start, end, raw[9:73].decode(), entry)


def _body(raw: bytes) -> tuple[str, dict[str, Any]]:
    head = _HEAD.match(raw)
    if not head:
        return "does not begin with a length and a checksum", {}
    if len(raw) - PREFIX != int(head[1]):
        return "is not as long as it says", {}
    body = raw[PREFIX:]
    if hashlib.sha256(body).hexdigest().encode() != head[2]:
        return "does not match its checksum", {}
    return _entry(body)


def _entry(body: bytes) -> tuple[str, dict[str, Any]]:
    try:
        entry = json.loads(body)
    except (ValueError, RecursionError):
        return "is not JSON", {}
    if not isinstance(entry, dict):
        return "is not an object", {}
    if "format" in entry:
        return _first_line_fault(entry), entry
    if missing := _FIELDS - entry.keys():
        return f"lacks the field {min(missing)!r}", {}
    if fault := fault_of(entry["after"], entry["type"], entry["id"]):
        return f"holds a record that {fault}", {}
    return "", entry


def _first_line_fault(entry: dict[str, Any]) -> str:
    if entry["format"] != FORMAT:
        return "is of another program"
    version = entry.get("version")
    if type(version) is not int or not 1 <= version <= format_version():
        return f"is of format version {version!r:.20}; this program knows up to {format_version()}"
    return ""


def version_of(data: bytes) -> int:
    """The format version that the first line of a file names (today's where none does)."""
    reason, entry = _body(data[: data.find(b"\n")])
    return int(entry["version"]) if not reason and "format" in entry else format_version()


class Place(NamedTuple):
    """Where an entry stands, in the order of the history of all writers.

    `claim` is the JSON of the claim that it belongs to, empty where it is not known
    without reading the entry.
    """

    clock: int
    writer: str
    path: Path
    start: int
    end: int
    hash: str
    claim: bytes


def places(path: Path, data: bytes, start: int) -> Iterator[Place]:
    """Where the entries in `data` stand (bytes from `start` on), without parsing them."""
    writer = writer_of(path.name)
    at = 0
    while stop := data.find(b"\n", at) + 1:
        if begun := _START.match(data, at + PREFIX):
            hash_ = data[at + 9 : at + 73].decode("ascii", "replace")
            claim = begun[2] or b""
            yield Place(int(begun[1]), writer, path, start + at, start + stop, hash_, claim)
        at = stop


def line_at(place: Place, raw: bytes) -> Line | None:
    """The entry of a place, or None where its bytes no longer match their checksum."""
    reason, entry = _body(raw.removesuffix(b"\n"))
    return None if reason else Line(place.path, place.start, place.end, place.hash, entry)
