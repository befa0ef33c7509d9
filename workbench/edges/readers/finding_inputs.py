"""What lies under the files and folders that a user names.

A folder from outside is hostile: a pipe that never ends, a device, a link out of
the folder, a file that nobody may read. Each is one named row; nothing but
regular files is ever opened.
"""

import os
import stat
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import BufferedReader
from pathlib import Path

from workbench.edges.inside import Inside
from workbench.edges.readers.readings import Refusal, refuse, shown
from workbench.errors import CaseUnsafe, InputRefused

DEEPEST = 64
"""Folders within folders."""

LITTER = frozenset(
    (
        "__macosx",
        "thumbs.db",
        "ehthumbs.db",
        "desktop.ini",
        "icon\r",
        "$recycle.bin",
        "network trash folder",
        "temporary items",
        "system volume information",
    )
)
"""Names, in lower case, of what systems leave among the files of people."""

_KINDS = (
    (stat.S_ISFIFO, "a named pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)


def find_inputs(paths: Sequence[str]) -> Iterator[Path | Refusal]:
    """The files under the given files and folders, sorted by name.

    Left out without a row: names that begin with a dot, what systems leave behind, and the
    `…_files` folder that a browser saves beside a page. A file reached twice is given once."""
    seen: set[tuple[int, int]] = set()
    for name in paths:
        path = Path(name)
        for found in _under(path, path.resolve() if path.is_dir() else None, 0):
            if isinstance(found, Refusal):
                yield found
                continue
            try:
                status = found.stat()
            except OSError as error:
                yield refuse(os.fspath(found), _why(error))
                continue
            if (status.st_dev, status.st_ino) not in seen:
                seen.add((status.st_dev, status.st_ino))
                yield found


@contextmanager
def opened(path: Path | Inside, source: str) -> Iterator[BufferedReader]:
    """A regular file to read, refused on leaving if it was changed meanwhile.

    Opening never waits for a writer, so a pipe put in the file's place hangs
    nothing. A seed (inside the case) is never reached through a link. Raises InputRefused.
    """
    try:
        if isinstance(path, Inside):
            handle = path.open(shared=True)
        else:
            handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | getattr(os, "O_BINARY", 0))
    except OSError as error:
        raise InputRefused(source, _why(error)) from None
    except CaseUnsafe as unsafe:
        raise InputRefused(source, str(unsafe)) from None
    with os.fdopen(handle, "rb") as stream:
        before = os.fstat(handle)
        if not stat.S_ISREG(before.st_mode):
            raise InputRefused(source, "not a regular file")
        try:
            yield stream
        except OSError as error:
            raise InputRefused(source, _why(error)) from None
        after = os.fstat(handle)
        if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
            raise InputRefused(source, "changed while it was read; import it again")


def _under(path: Path, root: Path | None, depth: int) -> Iterator[Path | Refusal]:
    """The inputs at a path; `root` is the folder that links may not leave."""
    problem = _problem(path, root, depth)
    if problem:
        yield refuse(os.fspath(path), problem)
    elif path.is_dir():
        try:
            names = sorted(os.listdir(path))
        except OSError as error:
            yield refuse(os.fspath(path), _why(error))
            return
        for name in names:
            if not is_litter((name,)) and not _belongs_to_page(name, names):
                yield from _under(path / name, root, depth + 1)
    else:
        yield path


def is_litter(parts: Sequence[str]) -> bool:
    """Whether a path leads to what is left out without a row: hidden files, a system's own."""
    return any(
        part.lower() in LITTER or (part.startswith(".") and part not in {".", ".."})
        for part in parts
    )


def _problem(path: Path, root: Path | None, depth: int) -> str:
    """Why an entry is not read, or ""."""
    if shown(path.name) != path.name:
        return "its name has characters that cannot be shown: rename it"
    if depth > DEEPEST:
        return f"more than {DEEPEST} folders deep"
    try:
        bad_link = _bad_link(path, root) if depth and path.is_symlink() else ""
        return bad_link or _bad_mode(path, path.stat().st_mode)
    except OSError as error:
        return _why(error)


def _bad_mode(path: Path, mode: int) -> str:
    kind = next((name for is_kind, name in _KINDS if is_kind(mode)), "")
    if kind:
        return f"{kind}, not a file"
    readable = mode & 0o444 and os.access(path, os.R_OK)
    return "" if readable else "may not be read (its permissions)"


def _bad_link(path: Path, root: Path | None) -> str:
    target = Path(os.path.realpath(path, strict=True))
    if root is not None and not target.is_relative_to(root):
        return "a link to outside the folder: name its target to import that"
    return "a link to a folder" if target.is_dir() else ""


def _belongs_to_page(name: str, names: Sequence[str]) -> bool:
    stem = name.removesuffix("_files")
    return stem != name and (f"{stem}.html" in names or f"{stem}.htm" in names)


def _why(error: OSError) -> str:
    return (error.strerror or "cannot be read").lower()
