"""The seeds folder: sources as they came, never changed, never overwritten.

A source whose bytes differ from the file of its name is kept beside it as
`name~2.ext`, `name~3.ext`, …: the next revisions of the same articles. That
keeps every revision of a text restorable from `seeds/` alone.
"""

import hashlib
import os
import re
import secrets
import stat
import tempfile
from collections.abc import Container, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import IO, BinaryIO

from workbench.edges.inside import Inside
from workbench.errors import CaseUnsafe

try:
    import fcntl
except ImportError:  # a system without POSIX locks
    fcntl = None  # type: ignore[assignment]

_VERSION = re.compile(r"^(?P<stem>.+)~(?P<number>[1-9]\d{0,5})(?P<suffix>(?:\.[^.~]{1,10}){0,2})$")
_CHUNK = 1 << 20
DEEPEST = 64
"""Folders within folders."""
ASIDE = ".incoming-"
"""How the names of unfinished copies begin."""


@dataclass(frozen=True, slots=True)
class Seed:
    """One file of the seeds folder.

    `id` is the path that its articles are named by: for a later version the path
    of the first one. `size` is in bytes, `changed` in nanoseconds.
    """

    path: Path
    id: str
    version: int
    size: int
    changed: int


@dataclass(frozen=True, slots=True)
class Kept:
    """A source that lies in `seeds/` under a name; `note` says what went wrong beside."""

    name: str
    note: str = ""


class Seeds:
    """The `seeds/` folder of a case."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.odd: tuple[str, ...] = ()
        """Names found by the last listing of what is no file: links, pipes, devices."""
        self._inside = Inside.of(folder)

    def __iter__(self) -> Iterator[Seed]:
        """Every regular file, versions of one source in order; hidden ones left out."""
        files: dict[str, os.stat_result] = {}
        self.odd = tuple(self._walk(self._inside, "", files))
        found = []
        for name, status in files.items():
            first, version = self._split(name, files)
            path = self.folder / name
            found.append(Seed(path, first, version, status.st_size, status.st_mtime_ns))
        yield from sorted(found, key=lambda seed: (seed.id, seed.version))

    def _walk(
        self, folder: Inside, prefix: str, files: dict[str, os.stat_result], depth: int = 0
    ) -> Iterator[str]:
        """Fill `files` with the plain files of a folder; gives the names of what is none."""
        for name, status in folder.entries():
            if name.startswith("."):
                continue
            if stat.S_ISREG(status.st_mode):
                files[prefix + name] = status
            elif stat.S_ISDIR(status.st_mode) and depth < DEEPEST:
                yield from self._walk(folder / name, f"{prefix}{name}/", files, depth + 1)
            else:
                yield prefix + name

    def name(self, seed: Seed) -> str:
        """The path of a seed below the folder, with slashes."""
        return seed.path.relative_to(self.folder).as_posix()

    def place(self, name: str) -> Inside:
        """Where a seed is opened: its path below the folder, with slashes. Raises CaseUnsafe."""
        return self._inside / name

    def latest(self, name: str) -> str | None:
        """The path below the folder of the newest version kept of a name, or None."""
        versions = [seed for seed in self if seed.id == name]
        return self.name(versions[-1]) if versions else None

    def read(self, name: str) -> bytes:
        """The bytes of a seed. Raises OSError, CaseUnsafe."""
        return self.place(name).read(shared=True)

    def keep_bytes(self, data: bytes, name: str) -> tuple[Path, bool]:
        """Keep what has no file of its own, such as a fetched page; see `keep`."""
        with tempfile.NamedTemporaryFile() as source:
            source.write(data)
            source.flush()
            return self.keep(Path(source.name), name)

    def keep_stream(self, stream: BinaryIO) -> Path | None:
        """Keep what comes without a name, under one made of its bytes; None where nothing came.

        The same bytes are the same seed, and its suffix says how they will be read.
        """
        from workbench.edges.readers.registry import HEAD, suffix_for  # noqa: PLC0415

        with self._incoming() as (aside, copy):
            digest = _copy(stream, copy)
            head = aside.read(HEAD)
            name = f"stdin-{digest[:12]}{suffix_for(head)}"
            return self._put(aside, name, digest)[0] if head else None

    def keep(self, source: Path, name: str) -> tuple[Path, bool]:
        """Copy a source in under a name; (where it is kept, whether it is new).

        A source that is kept already, byte for byte, is not copied again. The
        copy is written aside, fsynced and linked, so a kill leaves no half file.
        Raises InputRefused for what is no regular file, or is changed meanwhile.
        """
        from workbench.edges.readers.finding_inputs import opened  # noqa: PLC0415 (only to import)

        if self.place(name).exists():
            with opened(source, str(source)) as original:
                digest = hashlib.file_digest(original, "sha256").hexdigest()
            if kept := self._kept(name, digest):
                return kept, False
        with self._incoming() as (aside, copy):
            with opened(source, str(source)) as original:
                digest = _copy(original, copy)
                status = os.fstat(original.fileno())
            os.utime(copy.fileno(), ns=(status.st_atime_ns, status.st_mtime_ns))
            return self._put(aside, name, digest)

    @contextmanager
    def _incoming(self) -> Iterator[tuple[Inside, IO[bytes]]]:
        """A new file aside, held open and by the rights of its folder; gone at the end."""
        self._inside.make_folder()
        aside = self._inside / f"{ASIDE}{secrets.token_hex(8)}"
        handle = aside.open(os.O_RDWR | os.O_CREAT | os.O_EXCL)
        with os.fdopen(handle, "wb") as copy:
            _hold(handle)
            try:
                yield aside, copy
            finally:
                aside.remove()

    def sweep(self) -> None:
        """Remove the unfinished copies of imports that were killed."""
        for name in self._inside.names():
            if not name.startswith(ASIDE):
                continue
            try:
                handle = (self._inside / name).open(os.O_RDWR, shared=True)
            except (OSError, CaseUnsafe):
                continue  # finished by now, or not ours to remove
            with os.fdopen(handle, "rb"):
                if _hold(handle):
                    (self._inside / name).remove()

    def _put(self, aside: Inside, name: str, digest: str) -> tuple[Path, bool]:
        """Link a copy under the first free version of a name; unlike a rename it replaces none."""
        self.place(name).parent.make_folder()
        for target in self._versions(name):
            try:
                aside.link(target)
            except FileExistsError:
                if sha256(target) == digest:
                    return target.path, False
            else:
                target.parent.sync()
                return target.path, True
        raise AssertionError("unreachable")

    def _kept(self, name: str, digest: str) -> Path | None:
        """The version of a name that has these bytes, or None."""
        for target in self._versions(name):
            if not target.exists():
                return None
            if sha256(target) == digest:
                return target.path
        raise AssertionError("unreachable")

    def _versions(self, name: str) -> Iterator[Inside]:
        """The places of the first, second, third … version of a name."""
        first = self.place(name)
        stem, dot, suffix = first.name.partition(".")
        yield first
        for number in count(2):
            later = f"{stem}~{number}{dot}{suffix}" if stem else f"{first.name}~{number}"
            yield first.parent / later

    @staticmethod
    def _split(name: str, files: Container[str]) -> tuple[str, int]:
        """The name of a file's first version, and which version the file is."""
        match = _VERSION.match(name)
        if match and (first := match["stem"] + match["suffix"]) in files:
            return first, int(match["number"])
        return name, 1


def _hold(handle: int) -> bool:
    """Lock an open file until it is closed, however that comes; False if another has it.

    Without locks nothing is known of the other process: nobody else's file is held.
    """
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (OSError, AttributeError):
        return False
    return True


def _copy(original: BinaryIO, copy: IO[bytes]) -> str:
    """Copy bytes to the disk; their hex SHA-256."""
    digest = hashlib.sha256()
    while chunk := original.read(_CHUNK):
        digest.update(chunk)
        copy.write(chunk)
    copy.flush()
    os.fsync(copy.fileno())
    return digest.hexdigest()


def sha256(path: Inside) -> str:
    """Hex SHA-256 of a seed's bytes. Raises CaseUnsafe, OSError."""
    with path.reading(shared=True) as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
