"""The one door to the files of a case: never through a link, never to a device.

A case may come from somebody else, by git or in a zip file, and what lies in it may be
a symbolic link to a start-up file of the shell, a second name (hard link) of it, a pipe
that never ends. So nothing below a case's folder is opened by its path: each folder on
the way is opened by a handle of the one before it and never through a link, and what is
opened in the last one has to be a regular file. Opening waits for nobody. As the check
is made on the open handle, nothing can be put in a file's place meanwhile.

The case's own folder may lie behind links: its path is the user's word.
"""

import errno
import io
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from workbench.errors import CaseUnsafe

_HANDLES = os.open in os.supports_dir_fd and hasattr(os, "O_NOFOLLOW")
"""Whether this system opens by handle; elsewhere each step is looked at before it is gone."""
_NOFOLLOW = getattr(os, "O_NOFOLLOW", 0)
_PLAIN = (
    _NOFOLLOW | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)
)  # fmt: skip
_LISTING = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0) | getattr(os, "O_CLOEXEC", 0)
_FOLDER = _LISTING | getattr(os, "O_PATH", 0)
_KINDS = {
    stat.S_IFLNK: "a link",
    stat.S_IFIFO: "a named pipe",
    stat.S_IFSOCK: "a socket",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
    stat.S_IFDIR: "a folder",
}
_ODD = frozenset({errno.ELOOP, errno.ENOTDIR, errno.ENXIO, errno.EISDIR, errno.EOPNOTSUPP})
"""What the system says where there is no file of the kind that was asked for."""
_NO_LINKS = frozenset({
    errno.EPERM, errno.EOPNOTSUPP, errno.ENOTSUP, errno.ENOSYS, errno.EMLINK, errno.EACCES,
    errno.EXDEV, errno.EINVAL,
})  # fmt: skip
"""What a file system says that has no hard links: exFAT, some of SMB and FUSE."""
_NUMBERS = count(1)
LARGEST = 1 << 30
"""Bytes of a file that are read at once: what is larger fits no memory, a file of holes (which
takes no room on the disk) least of all. A million verdicts are some 700 MB."""


@dataclass(frozen=True, slots=True)
class Inside:
    """A path inside a case: `parts` below the folder `base`, which the user named.

    It cannot be handed to `open` or to a library by mistake: only `path` has its words,
    for messages and for libraries that take nothing else (see `plain_tree`).
    """

    base: Path
    parts: tuple[str, ...]

    @classmethod
    def of(cls, path: "Path | Inside") -> "Inside":
        """A path as one inside the folder that holds it."""
        return path if isinstance(path, Inside) else cls(path.parent, (path.name,))

    def __truediv__(self, name: str) -> "Inside":
        steps = tuple(name.split("/"))
        if any(step in {"", ".", ".."} or "\0" in step for step in steps):
            raise CaseUnsafe(f"{name!r:.200} names nothing inside {self}")
        return Inside(self.base, self.parts + steps)

    def __str__(self) -> str:
        return str(self.path)

    @property
    def path(self) -> Path:
        """The same in words."""
        return self.base.joinpath(*self.parts)

    @property
    def name(self) -> str:
        """The last step."""
        return self.parts[-1]

    @property
    def parent(self) -> "Inside":
        """The folder that holds it."""
        return Inside(self.base, self.parts[:-1])

    # Looking

    def status(self) -> os.stat_result | None:
        """What stands there, a link itself and not its target; None for nothing.

        Raises CaseUnsafe where a folder on the way is a link, OSError.
        """
        try:
            if not self.parts:
                return self.base.stat()
            with self._entered() as handle:
                return os.stat(self._word(handle), dir_fd=handle, follow_symlinks=False)
        except FileNotFoundError:
            return None

    def exists(self) -> bool:
        """Whether anything stands there."""
        return self.status() is not None

    def is_folder(self) -> bool:
        """Whether a folder stands there. Raises CaseUnsafe where something else does."""
        found = self.status()
        if found is None:
            return False
        if not stat.S_ISDIR(found.st_mode):
            raise self._refusal(found)
        return True

    def names(self) -> list[str]:
        """What a folder holds, sorted; nothing where there is none. Raises CaseUnsafe, OSError."""
        try:
            with self.folder() as handle:
                return sorted(os.listdir(handle if handle is not None else self.path))
        except FileNotFoundError:
            return []

    def entries(self) -> list[tuple[str, os.stat_result]]:
        """Each name in a folder with what stands there, links themselves; sorted.

        Raises CaseUnsafe, OSError.
        """
        found: list[tuple[str, os.stat_result]] = []
        try:
            with (
                self.folder() as handle,
                os.scandir(self.path if handle is None else handle) as all_,
            ):
                for entry in all_:
                    with suppress(FileNotFoundError):
                        found.append((entry.name, entry.stat(follow_symlinks=False)))
        except FileNotFoundError:
            return []
        return sorted(found, key=lambda entry: entry[0])

    @contextmanager
    def folder(self) -> Iterator[int | None]:
        """A handle of the folder itself, to list or to sync. Raises CaseUnsafe, OSError."""
        if not _HANDLES:
            self.is_folder()
            yield None
            return
        if not self.parts:
            handle = os.open(self.base, _LISTING)
        else:
            with self._entered() as outer:
                handle = self._step(self.name, outer, _LISTING | _NOFOLLOW)
        try:
            yield handle
        finally:
            os.close(handle)

    def share(self) -> None:
        """Give one's own files in a folder the rights of the folder. Raises CaseUnsafe, OSError.

        Libraries make files for one user; who shares the folder by its group needs them too.
        """
        status = self.status()
        if status is None or not hasattr(os, "geteuid"):
            return
        wanted = status.st_mode & 0o666
        for name, found in self.entries():
            mine = stat.S_ISREG(found.st_mode) and found.st_uid == os.geteuid()
            if mine and found.st_mode & 0o666 != wanted:
                with suppress(FileNotFoundError):
                    fd = (self / name).open()
                    try:
                        os.fchmod(fd, wanted)
                    finally:
                        os.close(fd)

    # Files

    def open(self, flags: int = os.O_RDONLY, *, shared: bool = False) -> int:
        """A handle of a regular file (created with O_CREAT, by the folder's own rights).

        A file that has a second name (a hard link) is refused unless it may be `shared`:
        that name may stand anywhere. Raises CaseUnsafe, OSError.
        """
        with self._entered() as handle:
            word = self._word(handle)
            with suppress(FileNotFoundError):
                self._check(os.stat(word, dir_fd=handle, follow_symlinks=False), shared)
            try:
                fd = os.open(word, flags | _PLAIN, 0o666, dir_fd=handle)
            except OSError as error:
                if error.errno in _ODD:
                    raise CaseUnsafe(f"{self} is no plain file ({error.strerror})") from error
                raise
        try:
            self._check(os.fstat(fd), shared)
        except BaseException:
            os.close(fd)
            raise
        return fd

    @contextmanager
    def reading(self, *, shared: bool = False) -> Iterator[io.BufferedReader]:
        """The file, open to be read. Raises CaseUnsafe, OSError."""
        with os.fdopen(self.open(shared=shared), "rb") as file:
            yield file

    def read(self, most: int = -1, *, shared: bool = False) -> bytes:
        """The bytes of the file, at `most` so many. Raises CaseUnsafe, OSError."""
        with self.reading(shared=shared) as file:
            return rest_of(file, self) if most < 0 else file.read(most)

    def write(self, data: bytes) -> None:
        """Put a whole file in place, or leave what was there: never a half-written one.

        What stands there, a link included, is replaced and not opened. Raises
        CaseUnsafe where a folder on the way is a link, OSError.
        """
        with self._entered() as handle:
            aside = self._aside(handle)
            fd = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _PLAIN, 0o666, dir_fd=handle)
            try:
                try:
                    write_all(fd, data)
                    os.fsync(fd)
                finally:
                    os.close(fd)
                os.replace(aside, self._word(handle), src_dir_fd=handle, dst_dir_fd=handle)
            except OSError:
                with suppress(OSError):
                    os.unlink(aside, dir_fd=handle)
                raise
        self.parent.sync()

    def link(self, there: "Inside") -> None:
        """Give the file a name in the same case under which there is none.

        Where the file system knows no second names, it is moved there. Raises
        FileExistsError, CaseUnsafe, OSError.
        """
        with self._entered() as here, there._entered() as beyond:
            names = self._word(here), there._word(beyond)
            try:
                os.link(*names, src_dir_fd=here, dst_dir_fd=beyond, follow_symlinks=False)
            except FileExistsError:
                raise
            except OSError as error:
                if error.errno not in _NO_LINKS:
                    raise
                flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _PLAIN
                os.close(os.open(names[1], flags, 0o666, dir_fd=beyond))  # the name is ours now
                os.replace(*names, src_dir_fd=here, dst_dir_fd=beyond)

    def remove(self) -> bool:
        """Take a file's name away, or a link's; False where there was none. Raises OSError."""
        try:
            with self._entered() as handle:
                os.unlink(self._word(handle), dir_fd=handle)
        except FileNotFoundError:
            return False
        return True

    # Folders

    def make_folder(self) -> None:
        """Create a folder whose name lasts, and those above it. Raises CaseUnsafe, OSError."""
        if not self.parts:
            self.base.mkdir(parents=True, exist_ok=True)
        elif not self.is_folder():
            self.parent.make_folder()
            with self._entered() as handle, suppress(FileExistsError):
                os.mkdir(self._word(handle), dir_fd=handle)
            self.is_folder()
            self.parent.sync()

    def sync(self) -> None:
        """Make the names in a folder last. Raises OSError."""
        with self.folder() as handle:
            if handle is not None:
                os.fsync(handle)

    def clear(self, keep: frozenset[str] = frozenset()) -> None:
        """Delete what a folder holds; a link in it is removed, never followed. Raises
        CaseUnsafe."""
        for name in self.names():
            if name not in keep:
                (self / name).delete()

    def delete(self) -> None:
        """Delete whatever stands there, a folder with all that it holds. Raises CaseUnsafe,
        OSError."""
        found = self.status()
        if found is None:
            return
        if not stat.S_ISDIR(found.st_mode):
            self.remove()
            return
        for last in (False, False, True):
            self.clear()
            try:
                with suppress(FileNotFoundError), self._entered() as handle:
                    os.rmdir(self._word(handle), dir_fd=handle)
            except OSError as error:  # an index that was just in use may still write its last file
                if last or error.errno != errno.ENOTEMPTY:
                    raise
            else:
                return

    def plain_tree(self, *, shared: bool = False) -> Path:
        """The words of a file or folder in which nothing is a link or a device.

        For libraries that open by path (SQLite, tantivy). Files with a second name are
        refused unless they may be `shared`. Raises CaseUnsafe, OSError.
        """
        found = self.status()
        if found is None:
            return self.path
        if not stat.S_ISDIR(found.st_mode):
            self._check(found, shared)
            return self.path
        self._check_below(shared)
        return self.path

    def _check_below(self, shared: bool) -> None:
        for name, status in self.entries():
            if stat.S_ISDIR(status.st_mode):
                (self / name)._check_below(shared)
            else:
                (self / name)._check(status, shared)

    # The way there

    @contextmanager
    def _entered(self) -> Iterator[int | None]:
        """A handle of the folder that holds this, reached without a link."""
        if not _HANDLES:
            for depth in range(1, len(self.parts)):
                self._above(depth).is_folder()
            yield None
            return
        handle = os.open(self.base, _FOLDER)
        try:
            for depth, step in enumerate(self.parts[:-1], 1):
                inner = self._above(depth)._step(step, handle, _FOLDER | _NOFOLLOW)
                os.close(handle)
                handle = inner
            yield handle
        finally:
            os.close(handle)

    def _above(self, depth: int) -> "Inside":
        return Inside(self.base, self.parts[:depth])

    def _step(self, word: str, handle: int | None, flags: int) -> int:
        try:
            return os.open(word, flags, dir_fd=handle)
        except OSError as error:
            if error.errno not in _ODD:
                raise
            raise self._refusal(os.stat(word, dir_fd=handle, follow_symlinks=False)) from error

    def _word(self, handle: int | None) -> str:
        return self.name if handle is not None else str(self.path)

    def _aside(self, handle: int | None) -> str:
        name = f".{self.name[:100]}.{os.getpid()}.{next(_NUMBERS)}.part"
        return name if handle is not None else str(self.path.with_name(name))

    def _check(self, found: os.stat_result, shared: bool) -> None:
        if not stat.S_ISREG(found.st_mode):
            raise self._refusal(found)
        if found.st_nlink > 1 and not shared:
            raise CaseUnsafe(
                f"{self} has a second name elsewhere (a hard link) and is not opened: "
                "put a copy in its place"
            )

    def _refusal(self, found: os.stat_result) -> CaseUnsafe:
        kind = _KINDS.get(stat.S_IFMT(found.st_mode), "a plain file where a folder belongs")
        return CaseUnsafe(f"{self} is {kind} and is not opened: move it out of the case")


def rest_of(file: io.BufferedReader, place: Inside) -> bytes:
    """What an open file holds from here on. Raises OSError where that is more than LARGEST."""
    if os.fstat(file.fileno()).st_size - file.tell() > LARGEST:
        raise OSError(errno.EFBIG, f"larger than {LARGEST >> 30} GiB", str(place))
    return file.read()


def write_all(fd: int, data: bytes) -> None:
    """Write every byte, however many the system takes at a time."""
    view = memoryview(data)
    while view:
        view = view[os.write(fd, view) :]
