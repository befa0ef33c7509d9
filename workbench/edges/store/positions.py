"""How far the journal files of a store were read, and what reading them gave."""

import hashlib
from dataclasses import dataclass, field
from typing import Any

from workbench.edges.inside import Inside
from workbench.edges.store.journal import Fault, Line
from workbench.edges.store.snapshot import Covered


@dataclass(slots=True)
class Position:
    """How far a journal file was read: bytes, lines, their checksum, the last line."""

    size: int = 0
    lines: int = 0
    inode: int = 0
    checksum: Any = field(default_factory=hashlib.sha256)
    last_start: int = 0
    last_hash: str = ""

    def advance(self, data: bytes | memoryview) -> None:
        """Count bytes that were read or written."""
        self.checksum.update(data)
        self.size += len(data)
        self.lines += bytes(data).count(b"\n")

    def resume(self, part: Covered, data: bytes) -> bool:
        """Start after what a snapshot covers; False where the file begins otherwise."""
        covered = memoryview(data)[: part.bytes]
        checksum = hashlib.sha256(covered)
        if len(covered) < part.bytes or checksum.hexdigest() != part.sha256:
            return False
        if bytes(covered).count(b"\n") != part.lines:
            return False
        self.size, self.lines, self.checksum = part.bytes, part.lines, checksum
        return True


@dataclass(slots=True)
class Found:
    """What reading gave: new lines in the order of the history, faults, torn files.

    `rewritten` is set where bytes that had been read before are no longer there,
    `fresh` where a file is read for the first time.
    """

    lines: list[Line] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    torn: list[Inside] = field(default_factory=list)
    rewritten: bool = False
    fresh: bool = False

    def sort(self) -> None:
        """Bring the lines of several files into the order of the history."""
        self.lines.sort(key=lambda line: (*line.order, line.path, line.start))
