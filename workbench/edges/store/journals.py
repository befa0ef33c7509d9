"""The journal files of a store: what was read of each, and writing the next line.

Each copy of a case writes files of its own (`2023-04-06-3f9c2a1b.jsonl`), so that
git joins the work of two reviewers by putting their files side by side. The
processes that share one copy append to one file, one at a time under the lock.
"""

import os
import time
from collections.abc import Mapping, Sequence
from itertools import count
from pathlib import Path

from workbench.core.verdicts.records import format_version, upgraded
from workbench.edges.inside import Inside, rest_of, write_all
from workbench.edges.store.journal import (
    NAME,
    REFUSED,
    Line,
    Place,
    completed,
    first_line,
    format_line,
    places,
    read,
    version_of,
    writer_of,
)
from workbench.edges.store.positions import Found, Position
from workbench.edges.store.snapshot import Covered
from workbench.edges.store.writer import Writer

LONGEST_FIRST_LINE = 1000
"""Bytes in which the first line of a file has to end."""
_RACY = 2_000_000_000
"""Nanoseconds within which a folder's time stamp may not tell two changes apart."""


class Journals:
    """The folder `journal/` of a store."""

    def __init__(self, folder: Path | Inside) -> None:
        self.store = Inside.of(folder)
        self.folder = self.store / "journal"
        self.positions: dict[str, Position] = {}
        self.refused: dict[tuple[str, int], str] = {}
        """(file, first byte) of each entry that is left out → its hash."""
        self._listed: tuple[int, int] | None = None
        self._writer = Writer(self.store)
        self._fd = -1
        self._fd_name = ""

    def files(self) -> list[Inside]:
        """The journal files, by day and writer."""
        return [self.folder / name for name in self.folder.names() if NAME.fullmatch(name)]

    def strangers(self) -> list[str]:
        """Names of files that look like journals but are not named like one: they are not read."""
        names = (name for name in self.folder.names() if name.endswith(".jsonl"))
        return [name for name in names if not NAME.fullmatch(name)]

    def load(self, covers: Mapping[str, Covered]) -> Found:
        """Read everything that a snapshot does not cover, from the beginning.

        Raises OSError.
        """
        self.positions, self.refused = {}, {}
        self._note_listing()
        found = Found()
        files = self.files()
        found.rewritten = not covers.keys() <= {path.name for path in files}
        for path in files:
            with path.reading() as file:
                data, inode = rest_of(file, path), os.fstat(file.fileno()).st_ino
            part = covers.get(path.name)
            position = Position(inode=inode)
            if part and not position.resume(part, data):
                found.rewritten = True
            self.positions[path.name] = position
            self._take(path, data[position.size :], found)
        found.sort()
        return found

    def refresh(self, sure: bool) -> Found:
        """Read what other processes have appended since. Raises OSError.

        `sure` (under the lock) also makes certain that the last line read is still
        the one in the file.
        """
        found = Found()
        if not self._may_have_changed():
            if sure:
                found.rewritten = not self._last_line_stands()
            return found
        self._note_listing()
        files = self.files()
        found.rewritten = not self.positions.keys() <= {path.name for path in files}
        for path in files:
            position = self.positions.setdefault(path.name, Position())
            with path.reading() as file:
                status = os.fstat(file.fileno())
                if position.inode and (
                    status.st_ino != position.inode or status.st_size < position.size
                ):
                    found.rewritten = True
                elif status.st_size > position.size:
                    position.inode = status.st_ino
                    file.seek(position.size)
                    self._take(path, rest_of(file, path), found)
        found.sort()
        return found

    def _take(self, path: Inside, data: bytes, found: Found) -> None:
        position = self.positions[path.name]
        found.fresh |= position.size == 0
        reading = read(path.path, data, position.size, position.lines + 1)
        position.advance(memoryview(data)[: reading.end - position.size])
        if reading.lines:
            self._upgrade(path, reading.lines)
            position.last_start = reading.lines[-1].start
            position.last_hash = reading.lines[-1].hash
        found.lines += reading.lines
        found.faults += reading.faults
        for fault in reading.faults:
            if fault.kind == REFUSED:
                self.refused[path.name, fault.start] = fault.hash
        if reading.torn:
            found.torn.append(path)

    def _upgrade(self, path: Inside, lines: Sequence[Line]) -> None:
        """Bring documents that an older version of the program wrote to today's form."""
        with path.reading() as file:
            version = version_of(file.readline(LONGEST_FIRST_LINE))
        if version < format_version():
            for line in lines:
                for image in ("before", "after"):
                    line.entry[image] = upgraded(line.entry[image], version)

    def _may_have_changed(self) -> bool:
        if self._listed is None or self._listed != self._listing():
            return True
        active = self._active()
        if active not in self.positions:
            return False
        status = (self.folder / active).status()
        return status is None or status.st_size != self.positions[active].size

    def _listing(self) -> tuple[int, int]:
        status = self.folder.status()
        return (status.st_mtime_ns, status.st_ino) if status else (0, 0)

    def _note_listing(self) -> None:
        """Remember the folder's time stamp, unless it is too young to be relied on."""
        listing = self._listing()
        settled = abs(time.time_ns() - listing[0]) > _RACY
        self._listed = listing if settled else None

    def _last_line_stands(self) -> bool:
        position = self.positions.get(self._active())
        if position is None or not position.last_hash:
            return True
        with (self.folder / self._active()).reading() as file:
            file.seek(position.last_start + 9)
            return file.read(64) == position.last_hash.encode()

    def torn(self) -> list[Inside]:
        """Files of this copy whose last line (or last group) was not finished."""
        own = self._writer.known()
        return [path for path in self._unfinished() if writer_of(path.name) == own]

    def others_torn(self) -> list[str]:
        """Names of other copies' files that are not finished: the rest may still be on its way.

        A folder that is synced file by file shows a half of what the other copy has
        saved; to cut that would lose a decision that somebody was told is kept.
        """
        own = self._writer.known()
        return [path.name for path in self._unfinished() if writer_of(path.name) != own]

    def _unfinished(self) -> list[Inside]:
        sizes = ((self.folder / name).status() for name in self.positions)
        return [
            self.folder / name
            for (name, position), status in zip(self.positions.items(), sizes, strict=True)
            if status and status.st_size > position.size
        ]

    def mend(self, path: Inside) -> tuple[Found, str]:
        """Put the torn end of a file aside; gives a line for the user. Needs the lock.

        A last record that lacks only its line end is kept. Raises OSError; the file
        is then as it was.
        """
        position = self.positions[path.name]
        torn = path.read()[position.size :]
        whole = completed(path.path, torn, position.size, position.lines + 1)
        rest = torn[max(0, len(whole) - 1) :]
        note = self._set_aside(path, position.size, rest) if rest else ""
        fd = path.open(os.O_WRONLY | os.O_APPEND)
        try:
            os.ftruncate(fd, position.size + max(0, len(whole) - 1))
            write_all(fd, whole[-1:])
            os.fsync(fd)
        finally:
            os.close(fd)
        found = Found()
        self._take(path, whole, found)
        return found, note

    def _set_aside(self, path: Inside, start: int, rest: bytes) -> str:
        folder = self.store / "quarantine"
        folder.make_folder()
        stem = path.name.removesuffix(".jsonl")
        names = (f"{stem}-{start}-{n}.torn" for n in count(1))
        aside = next(folder / name for name in names if not (folder / name).exists())
        aside.write(rest)
        return (
            f"the last {len(rest)} bytes of journal/{path.name} were never finished; "
            f"they are kept in quarantine/{aside.name}"
        )

    def append(self, texts: Sequence[str], day: str) -> list[str]:
        """Append payloads and wait until they are on the disk; gives their hashes.

        Needs the lock. Raises OSError: then nothing of it is in the file, or, if
        even that could not be done, the next reading puts it aside.
        """
        lines = [format_line(text) for text in texts]
        name = self._name_for(day)
        data = b"".join(lines)
        if name in self.positions:
            self._append_to(name, data)
        else:
            data = first_line(self._writer.name()) + data
            self._begin(name, data)
        position = self.positions[name]
        position.advance(data)
        position.last_start = position.size - len(lines[-1])
        position.last_hash = lines[-1][9:73].decode()
        return [line[9:73].decode() for line in lines]

    def _append_to(self, name: str, data: bytes) -> None:
        fd = self._open(name)
        try:
            write_all(fd, data)
            os.fsync(fd)
        except OSError:
            os.ftruncate(fd, self.positions[name].size)
            os.fsync(fd)
            raise

    def _begin(self, name: str, data: bytes) -> None:
        self.folder.make_folder()
        path = self.folder / name
        path.write(data)
        status = path.status()
        self.positions[name] = Position(inode=status.st_ino if status else 0)
        self._listed = None

    def _open(self, name: str) -> int:
        if self._fd_name != name or os.fstat(self._fd).st_ino != self.positions[name].inode:
            self.close()
            self._fd = (self.folder / name).open(os.O_WRONLY | os.O_APPEND)
            self._fd_name = name
        return self._fd

    def _name_for(self, day: str) -> str:
        """The file to append to: a new one each day, never one of an earlier day."""
        active = self._active()
        name = f"{day}-{self._writer.name()}.jsonl"
        return max(active, name) if NAME.fullmatch(name) else active

    def _active(self) -> str:
        """The newest file of this copy of the case: the only one that still grows."""
        own = (name for name in self.positions if writer_of(name) == self._writer.known())
        return max(own, default="")

    def covers(self) -> dict[str, Covered]:
        """What of each file has been read, for a snapshot."""
        return {
            name: Covered(position.size, position.lines, position.checksum.hexdigest())
            for name, position in self.positions.items()
        }

    def sizes(self) -> dict[str, int]:
        """How many bytes of each file have been read."""
        return {name: position.size for name, position in list(self.positions.items())}

    def places(self, after: Mapping[str, int], until: Mapping[str, int]) -> list[Place]:
        """The entries between two states of reading (see `sizes`), oldest first."""
        found: list[Place] = []
        for name, end in until.items():
            start = after.get(name, 0)
            if end > start:
                with (self.folder / name).reading() as file:
                    file.seek(start)
                    data = file.read(end - start)
                found += places((self.folder / name).path, data, start)
        return sorted(p for p in found if (p.path.name, p.start) not in self.refused)

    def clock_of(self, hash_: str) -> int:
        """The clock of an entry that has been read, by its hash; 0 where there is none."""
        for name, position in sorted(self.positions.items(), reverse=True):
            data = (self.folder / name).read(position.size)
            at = data.find(b" %s {" % hash_.encode())
            for place in places((self.folder / name).path, data[max(0, at - 8) :], 0):
                if at >= 0 and place.hash == hash_:
                    return place.clock
                break
        return 0

    def close(self) -> None:
        """Close the file that is being written."""
        if self._fd >= 0:
            os.close(self._fd)
        self._fd, self._fd_name = -1, ""
