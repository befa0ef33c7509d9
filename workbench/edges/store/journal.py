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

from workbench.core.verdicts.records import format_version, newer_format, to_json
from workbench.core.verdicts.shapes import chain_fault, entry_fault
from workbench.errors import UsageError

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
DAMAGED, REFUSED, NEWER = "damaged", "refused", "newer"
"""A line whose bytes are not as they were written; one that was written so and is no entry;
a file of a newer program."""


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
    """A line that does not read; `number` counts the lines of the file from 1.

    `hash` is its checksum where that is right, `clock` and `previous` what it says of its
    place in the chain where that reads: other entries may follow it.
    """

    path: Path
    start: int
    end: int
    number: int
    reason: str
    kind: str = DAMAGED
    hash: str = ""
    clock: int = 0
    previous: tuple[str, ...] = ()

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
    if reason := damage_of(raw):
        return Fault(path, start, end, number, reason)
    hash_, body = raw[9:73].decode(), raw[PREFIX:]
    reason, entry = _entry(body)
    if not reason and "format" in entry:
        reason, kind = _first_line_fault(entry)
        return (
            Fault(path, start, end, number, reason, kind)
            if reason
            else Line(path, start, end, hash_, entry)
        )
    if reason:
        return Fault(path, start, end, number, reason, REFUSED, hash_, *_chained(entry))
    return Line(path, start, end, hash_, entry)


def _chained(entry: dict[str, Any]) -> tuple[int, tuple[str, ...]]:
    """(clock, previous) of an entry that is refused, as far as they are what they should be."""
    whole = {"clock", "previous"} <= entry.keys() and not chain_fault(entry)
    return (entry["clock"], tuple(entry["previous"])) if whole else (0, ())


def damage_of(raw: bytes) -> str:
    """What is wrong with the bytes of a line (without its end); "" where they are as written."""
    head = _HEAD.match(raw)
    if not head:
        return "does not begin with a length and a checksum"
    if len(raw) - PREFIX != int(head[1]):
        return "is not as long as it says"
    if hashlib.sha256(raw[PREFIX:]).hexdigest().encode() != head[2]:
        return "does not match its checksum"
    return ""


def _entry(body: bytes) -> tuple[str, dict[str, Any]]:
    """(what is wrong with an entry, the entry): the one place where entries are read."""
    try:
        entry = json.loads(body)
    except (ValueError, RecursionError):
        return "is not JSON", {}
    if not isinstance(entry, dict):
        return "is not an object", {}
    if "format" in entry:
        return "", entry
    return entry_fault(entry) or _unlike(body, entry), entry


def _unlike(body: bytes, entry: dict[str, Any]) -> str:
    """Why an entry's first bytes, by which it is found, do not say what it says; or "".

    Histories are listed without parsing each line (see `places`): what is listed has to
    be what is read, so an entry has to be written as this program writes it.
    """
    begun = _START.match(body)
    if begun is None or begun[2] is None or not _is_written_so(body, entry):
        return "is not written as this program writes entries"
    same = int(begun[1]) == entry["clock"] and json.loads(begun[2]) == entry["claim"]
    return "" if same else "says two things at once (a field stands twice)"


def _is_written_so(body: bytes, entry: dict[str, Any]) -> bool:
    """Whether an entry, written again, gives the same bytes.

    Otherwise a field stands twice in a record, which other readers of JSON may read
    otherwise, or a number is none that JSON knows (NaN); and what is kept elsewhere of the
    entry, as in a bundle, would no longer have its hash.
    """
    try:
        return to_json(entry).encode() == body
    except UsageError:
        return False


def _first_line_fault(entry: dict[str, Any]) -> tuple[str, str]:
    if entry["format"] != FORMAT:
        return "is of another program", DAMAGED
    version = entry.get("version")
    if type(version) is not int or version < 1:
        return f"is of format version {version!r:.20}, which there is not", DAMAGED
    newer = newer_format(version)
    return newer, NEWER if newer else ""


def version_of(data: bytes) -> int:
    """The format version that the first line of a file names (today's where none does)."""
    raw = data[: data.find(b"\n")]
    reason, entry = (damage_of(raw), {}) if damage_of(raw) else _entry(raw[PREFIX:])
    known = not reason and "format" in entry and not _first_line_fault(entry)[0]
    return int(entry["version"]) if known else format_version()


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
    plain = raw.removesuffix(b"\n")
    reason, entry = (damage_of(plain), {}) if damage_of(plain) else _entry(plain[PREFIX:])
    return None if reason else Line(place.path, place.start, place.end, place.hash, entry)
