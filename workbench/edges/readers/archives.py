"""gzip and zip: what is packed is read as it is unpacked, never written anywhere.

A few hundred bytes can unpack to gigabytes. An archive that gives more than
MOST_TIMES its size, or more than MOST_BYTES, is refused before any of it is read
where that can be told (a gzip file is unpacked once to count), and when it does
otherwise.
"""

import gzip
import io
import stat
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath
from typing import BinaryIO, cast

from workbench.edges.readers.finding_inputs import is_litter
from workbench.edges.readers.readings import Row, Source, refuse, shown
from workbench.edges.readers.registry import read_source
from workbench.edges.readers.unpacking import DAMAGED, Damaged
from workbench.errors import InputRefused

MOST_BYTES = 4 * 1024**3
"""Bytes that one archive may give."""
FREE_BYTES = 64 * 1024**2
"""Bytes that any archive may give, however small it is."""
MOST_TIMES = 200
"""Times its own size that an archive may give beyond FREE_BYTES; text packs 3 to 50 times."""
DEEPEST = 2
"""Archives within archives."""
MOST_MEMBERS = 100_000
"""Files in one zip archive."""

_PIECE = 1 << 18
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


_Packed = gzip.GzipFile | zipfile.ZipExtFile


class Budget:
    """The bytes that one archive may still give; its members share it."""

    def __init__(self, source: Source) -> None:
        self._id = source.id
        self._left = min(MOST_BYTES, max(FREE_BYTES, MOST_TIMES * source.size))

    def spend(self, count: int) -> None:
        """Count bytes that came out. Raises InputRefused when they are too many."""
        self._left -= count
        if self._left < 0:
            raise InputRefused(
                self._id, "unpacks to far more than its size: unpack it if you trust it"
            )


class _Counted(io.RawIOBase):
    """An unpacking stream whose bytes are counted and whose errors are refusals."""

    def __init__(self, stream: _Packed, budget: Budget, name: str) -> None:
        self._stream = stream
        self._budget = budget
        self._name = name

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "bytearray | memoryview") -> int:  # type: ignore[override]
        try:
            data = self._stream.read1(len(buffer))  # what stands before the damage comes first
        except DAMAGED as error:
            raise Damaged(self._name, f"a damaged archive: {error}") from None
        self._budget.spend(len(data))
        buffer[: len(data)] = data
        return len(data)


def read_gzip(source: Source) -> Iterator[Row]:
    """What one gzip file holds, by the name it has without `.gz`."""
    _check_depth(source)
    name = source.id.rpartition("#")[2]
    inner = name[:-3] if name.lower().endswith(".gz") else ""
    if source.stream.seekable():
        _count(source)
        source.stream.seek(0)
    yield from _inside(source, _gunzip(source), Budget(source), source.id, inner)


def _count(source: Source) -> None:
    """Unpack once to count. Damage is passed over: what stands before it is read later."""
    packed, budget = _gunzip(source), Budget(source)
    try:
        while piece := packed.read(_PIECE):
            budget.spend(len(piece))
    except DAMAGED:
        return


def _gunzip(source: Source) -> gzip.GzipFile:
    return gzip.GzipFile(fileobj=source.stream, mode="rb")


def read_zip(source: Source) -> Iterator[Row]:
    """The members of a zip archive, in its order; a bad member is one refusal."""
    _check_depth(source)
    stream = source.stream if source.stream.seekable() else io.BytesIO(source.whole())
    try:
        archive = zipfile.ZipFile(stream)
    except DAMAGED as error:
        raise InputRefused(source.id, f"not a zip archive: {error}") from None
    with archive:
        members = [member for member in archive.infolist() if not _is_left_out(member)]
        if not members:
            raise InputRefused(source.id, "no article in it")
        if len(members) > MOST_MEMBERS:
            raise InputRefused(source.id, f"more than {MOST_MEMBERS} files in it")
        Budget(source).spend(sum(member.file_size for member in members))
        budget = Budget(source)
        for member in members:
            yield from _member(source, archive, member, budget)


def _member(
    source: Source, archive: zipfile.ZipFile, member: zipfile.ZipInfo, budget: Budget
) -> Iterator[Row]:
    place = f"{source.id}#{member.filename}"
    problem = _problem(member)
    if problem:
        yield refuse(place, problem)
        return
    try:
        with archive.open(member) as stream:
            yield from _inside(
                source, cast(zipfile.ZipExtFile, stream), budget, place, member.filename
            )
    except DAMAGED as error:
        yield refuse(place, f"a damaged archive: {error}")


def _inside(
    source: Source, stream: _Packed, budget: Budget, place: str, name: str
) -> Iterator[Row]:
    """What an unpacked stream holds; over budget ends the whole archive."""
    unpacked = cast(BinaryIO, io.BufferedReader(_Counted(stream, budget, place), 1 << 16))
    inner = replace(source, id=place, stream=unpacked, depth=source.depth + 1, kind="")
    try:
        yield from read_source(inner, name)
    except InputRefused as refused:
        if refused.source == source.id != place:
            raise
        yield refuse(refused.source, refused.reason)


def _is_left_out(member: zipfile.ZipInfo) -> bool:
    """Whether a member is a folder, or what a system keeps beside the files of people."""
    parts = member.filename.replace("\\", "/").split("/")
    return not parts[-1] or is_litter(parts)


def _check_depth(source: Source) -> None:
    if source.depth >= DEEPEST:
        raise InputRefused(source.id, f"archives in archives more than {DEEPEST} deep")


def _problem(member: zipfile.ZipInfo) -> str:
    """Why a member is not read, or ""."""
    path = PurePosixPath(member.filename.replace("\\", "/"))
    if not path.parts:
        return "a file without a name"
    if path.is_absolute() or ".." in path.parts or ":" in path.parts[0]:
        return "its name leads outside of the archive"
    if shown(member.filename) != member.filename:
        return "its name has characters that cannot be shown"
    if stat.S_ISLNK(member.external_attr >> 16):
        return "a link, not a file"
    if member.flag_bits & 1:
        return "encrypted"
    return "" if member.compress_type in _METHODS else "packed in a way that is not read"
