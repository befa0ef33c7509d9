"""Whether the files of an embedded index are as they were written.

The engine trusts its files: a length that a bad block or a stray byte has changed is
taken for memory to be had, and the process is aborted. Each file of a segment ends with
its own CRC-32, though, which the engine writes and never reads:

    … {"version":{…},"crc":2697673756} 00000056 00000539
    body, footer as JSON, length of the footer, 1337 (both u32, little endian)

So the files are read once before they are opened. What was found sound is noted beside
the index, with sizes and times under this user's own mark, and not read again.
"""

import hashlib
import hmac
import json
import os
import stat
import struct
import zlib
from collections.abc import Iterator
from contextlib import suppress
from typing import BinaryIO

from workbench.edges.inside import Inside
from workbench.edges.trust import own_key
from workbench.errors import CaseDamaged, CaseUnsafe

META, NOTED = "meta.json", "sound"
TRIES = 5
"""How often the list of segments is read anew while another process is replacing some."""
PIECE = 1 << 20
"""Bytes of a file that are read at a time."""
LONGEST = 16_000_000
"""Bytes of the list of segments, or of the note, that are read."""
_TAIL, _MAGIC, _LONGEST_FOOTER = struct.Struct("<II"), 1337, 1000
State = tuple[int, int, int]
"""Size, time of change (ns) and inode of a file."""


class Soundness:
    """What is known of the files of the index in a folder."""

    def __init__(self, folder: Inside) -> None:
        self._folder = folder
        self._known: dict[str, State] = {}
        self._read = False

    def check(self) -> None:
        """Read each file of the present segments that is not known to be sound.

        Raises CaseDamaged for one that is not as it was written, CaseUnsafe, OSError.
        """
        if not self._read:
            self._known, self._read = self._noted(), True
        for left in reversed(range(TRIES)):
            try:
                found = {name: self._checked(name) for name in list(self._names())}
                break
            except FileNotFoundError:
                if not left:
                    raise
        if found != self._known:
            self._known = found
            self._note()

    def _checked(self, name: str) -> State:
        with (self._folder / name).reading() as file:
            status = os.fstat(file.fileno())
            state = status.st_size, status.st_mtime_ns, status.st_ino
            if self._known.get(name) != state and not _is_whole(file, status.st_size):
                raise CaseDamaged(f"{self._folder / name} is not as it was written")
        return state

    def _names(self) -> Iterator[str]:
        """The files of the segments that the last commit names."""
        held = self._folder.entries()
        segments = _segments((self._folder / META).read(LONGEST))
        for name, status in held:
            stem, *rest = name.split(".")
            if stem not in segments or not stat.S_ISREG(status.st_mode):
                continue
            if rest[-1:] != ["del"] or rest[0] == segments[stem]:
                yield name

    # The note

    def _noted(self) -> dict[str, State]:
        """What was noted, where this user did and nobody else."""
        with suppress(OSError, CaseUnsafe, ValueError, TypeError, KeyError, RecursionError):
            note = json.loads((self._folder / NOTED).read(LONGEST))
            states = {str(name): _state(*state) for name, state in note["files"].items()}
            if hmac.compare_digest(str(note["mark"]), _mark(states)):
                return states
        return {}

    def _note(self) -> None:
        note = {"files": self._known, "mark": _mark(self._known)}
        with suppress(OSError, CaseUnsafe):
            (self._folder / NOTED).write(json.dumps(note).encode())


def _state(size: int, changed: int, inode: int) -> State:
    return int(size), int(changed), int(inode)


def _mark(states: dict[str, State]) -> str:
    said = json.dumps(states, sort_keys=True).encode()
    return hmac.new(own_key(), said, hashlib.sha256).hexdigest()


def _segments(meta: bytes) -> dict[str, str]:
    """Segment (as its files begin) → the number of its file of deletions, "" for none.

    Raises CaseDamaged.
    """
    try:
        return {
            one["segment_id"].replace("-", ""): str((one["deletes"] or {}).get("opstamp", ""))
            for one in json.loads(meta)["segments"]
        }
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise CaseDamaged(f"the list of the index's segments does not read: {error}") from error


def _is_whole(file: BinaryIO, size: int) -> bool:
    """Whether a file's body has the sum that its footer names."""
    file.seek(max(0, size - _TAIL.size))
    tail = file.read(_TAIL.size)
    if len(tail) < _TAIL.size:
        return False
    length, magic = _TAIL.unpack(tail)
    body = size - _TAIL.size - length
    if magic != _MAGIC or length > _LONGEST_FOOTER or body < 0:
        return False
    file.seek(body)
    try:
        wanted = json.loads(file.read(length))["crc"]
    except (ValueError, TypeError, KeyError, RecursionError):
        return False
    return bool(wanted == _sum_of(file, body))


def _sum_of(file: BinaryIO, size: int) -> int:
    file.seek(0)
    found = 0
    while size > 0 and (piece := file.read(min(PIECE, size))):
        found, size = zlib.crc32(piece, found), size - len(piece)
    return found
