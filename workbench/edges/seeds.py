"""The seeds folder: sources as they came, never changed, never overwritten.

A source whose bytes differ from the file of its name is kept beside it as
`name~2.ext`, `name~3.ext`, …: the next revisions of the same articles. That
keeps every revision of a text restorable from `seeds/` alone.
"""

import hashlib
import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, BinaryIO

try:
    import fcntl
except ImportError:  # a system without POSIX locks
    fcntl = None  # type: ignore[assignment]

_VERSION = re.compile(r"^(?P<stem>.+)~(?P<number>[1-9]\d{0,5})(?P<suffix>(?:\.[^.~]{1,10}){0,2})$")
_CHUNK = 1 << 20
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

    def __iter__(self) -> Iterator[Seed]:
        """Every regular file, versions of one source in order; hidden ones left out."""
        found = []
        for path in self.folder.rglob("*"):
            name = path.relative_to(self.folder).as_posix()
            if path.is_symlink() or any(part.startswith(".") for part in name.split("/")):
                continue
            try:
                stat = path.stat()
            except OSError:
                continue  # gone since it was listed
            if not path.is_file():
                continue
            first, version = self._split(name)
            found.append(Seed(path, first, version, stat.st_size, stat.st_mtime_ns))
        yield from sorted(found, key=lambda seed: (seed.id, seed.version))

    def name(self, seed: Seed) -> str:
        """The path of a seed below the folder, with slashes."""
        return seed.path.relative_to(self.folder).as_posix()

    def path(self, article_id: str) -> Path:
        """The file that an article's id names, the row of a batch file left out."""
        return self.folder / article_id.partition("#")[0]

    def latest(self, name: str) -> Path | None:
        """The newest version kept of a name, or None."""
        versions = [seed for seed in self if seed.id == name]
        return versions[-1].path if versions else None

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

        self.folder.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(prefix=ASIDE, dir=self.folder) as aside:
            _hold(aside.fileno())
            digest = _copy(stream, aside.file)
            aside.seek(0)
            head = aside.read(HEAD)
            name = f"stdin-{digest[:12]}{suffix_for(head)}"
            return self.keep(Path(aside.name), name)[0] if head else None

    def keep(self, source: Path, name: str) -> tuple[Path, bool]:
        """Copy a source in under a name; (where it is kept, whether it is new).

        A source that is kept already, byte for byte, is not copied again. The
        copy is written aside, fsynced and linked, so a kill leaves no half file.
        Raises InputRefused for what is no regular file, or is changed meanwhile.
        """
        from workbench.edges.readers.folder import opened  # noqa: PLC0415 (only to import)

        target = self.folder / name
        if target.exists():
            with opened(source, str(source)) as original:
                digest = hashlib.file_digest(original, "sha256").hexdigest()
            if kept := self._kept(target, name, digest):
                return kept, False
        self.folder.mkdir(parents=True, exist_ok=True)
        handle, aside = tempfile.mkstemp(prefix=ASIDE, dir=self.folder)
        with os.fdopen(handle, "wb") as copy:
            _hold(handle)
            try:
                with opened(source, str(source)) as original:
                    digest = _copy(original, copy)
                shutil.copystat(source, aside)
                return self._put(Path(aside), name, digest)
            finally:
                Path(aside).unlink(missing_ok=True)

    def sweep(self) -> None:
        """Remove the unfinished copies of imports that were killed."""
        for aside in self.folder.glob(f"{ASIDE}*"):
            try:
                handle = os.open(aside, os.O_RDWR | getattr(os, "O_NOFOLLOW", 0))
            except OSError:
                continue  # finished by now, or not ours to remove
            with os.fdopen(handle, "rb"):
                if _hold(handle):
                    aside.unlink(missing_ok=True)

    def _put(self, aside: Path, name: str, digest: str) -> tuple[Path, bool]:
        """Link a copy under the first free version of a name."""
        target, number = self.folder / name, 1
        target.parent.mkdir(parents=True, exist_ok=True)
        while True:
            try:
                os.link(aside, target)  # unlike a rename it never replaces a file
            except FileExistsError:
                if sha256(target) == digest:
                    return target, False
                number += 1
                target = self._versioned(name, number)
            else:
                _sync_folder(target.parent)
                return target, True

    def _kept(self, target: Path, name: str, digest: str) -> Path | None:
        """The version of a name that has these bytes, or None."""
        number = 1
        while target.exists():
            if sha256(target) == digest:
                return target
            number += 1
            target = self._versioned(name, number)
        return None

    def _versioned(self, name: str, number: int) -> Path:
        path = self.folder / name
        stem, dot, suffix = path.name.partition(".")
        return path.with_name(f"{stem}~{number}{dot}{suffix}" if stem else f"{path.name}~{number}")

    def _split(self, name: str) -> tuple[str, int]:
        """The name of a file's first version, and which version the file is."""
        match = _VERSION.match(name)
        if match:
            first = match["stem"] + match["suffix"]
            if (self.folder / first).is_file():
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


def sha256(path: Path) -> str:
    """Hex SHA-256 of a file's bytes."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
