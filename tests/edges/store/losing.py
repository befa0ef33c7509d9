"""A disk that forgets: what `fsync` has not been told to keep may be lost, torn or out of order.

`Disk` writes down what a program does to the files of a folder. `after` gives what can stand
there when the power fails at any moment of that: of a file what was synced and any part of
what was written since (whole blocks, the others as zeros or not at all), of a folder the names
that it had when *it* was synced and any of the changes since. Renaming within a folder is one
step, as POSIX says. Linux only: the folder of a handle is asked of /proc.
"""

import fcntl
import os
import random
import shutil
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any
from unittest.mock import patch

BLOCK = 64
"""Bytes that are written whole or not at all; small, so that lines are torn in many places."""
ROOT = 0
"""Node of the folder that is watched."""


@dataclass
class Node:
    """A file's or folder's contents: what lasts, and what was done since it was last synced."""

    folder: bool
    data: bytes = b""
    names: dict[str, int] = field(default_factory=dict)
    waiting: list[tuple[Any, ...]] = field(default_factory=list)


Nodes = dict[int, Node]
Keep = Callable[[int], list[int]]
"""(how many changes wait) → which of them reached the disk after all."""


class Disk:
    """What was done in a folder, step by step; `steps` may be cut anywhere."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.steps: list[tuple[Any, ...]] = []
        self._numbers = count(ROOT + 1)
        self._nodes = {_inode(root): ROOT}
        self._mode = 0o755

    def told(self, what: object) -> None:
        """Put down that somebody was told at this moment that something is saved."""
        self.steps.append(("told", what))

    @contextmanager
    def watching(self) -> Iterator[None]:
        """Note what this process does to the folder."""
        names = ("open", "write", "fsync", "ftruncate", "replace", "rename", "link", "unlink",
                 "mkdir", "rmdir")  # fmt: skip
        real = {name: getattr(os, name) for name in names}
        with patch.multiple(os, **{name: self._noting(name, real[name]) for name in names}):
            yield

    def _noting(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        note = getattr(self, f"_{name}")

        def call(*given: Any, **named: Any) -> Any:
            return note(real, *given, **named)

        return call

    # One for each call of the system

    def _open(
        self, real: Any, path: Any, flags: int, mode: int = 0o777, *, dir_fd: Any = None
    ) -> int:
        place = self._place(path, dir_fd)
        new = place is not None and flags & os.O_CREAT and not os.path.lexists(place)
        fd: int = real(path, flags, mode, dir_fd=dir_fd)
        if place is not None and new:
            self._make(place, folder=False)
        elif place is not None and flags & os.O_TRUNC:
            self.steps.append(("write", self._of(fd), "cut", 0))
        return fd

    def _write(self, real: Any, fd: int, data: Any) -> int:
        node = self._of(fd)
        if node is None:
            return int(real(fd, data))
        at = (
            os.fstat(fd).st_size
            if fcntl.fcntl(fd, fcntl.F_GETFL) & os.O_APPEND
            else os.lseek(fd, 0, 1)
        )
        done = int(real(fd, data))
        self.steps.append(("write", node, at, bytes(data[:done])))
        return done

    def _fsync(self, real: Any, fd: int) -> None:
        real(fd)
        node = self._of(fd)
        if node is not None:
            self.steps.append(("sync", node))

    def _ftruncate(self, real: Any, fd: int, size: int) -> None:
        real(fd, size)
        node = self._of(fd)
        if node is not None:
            self.steps.append(("write", node, "cut", size))

    def _replace(
        self, real: Any, old: Any, new: Any, *, src_dir_fd: Any = None, dst_dir_fd: Any = None
    ) -> None:
        before, after = self._place(old, src_dir_fd), self._place(new, dst_dir_fd)
        real(old, new, src_dir_fd=src_dir_fd, dst_dir_fd=dst_dir_fd)
        if before is not None and after is not None:
            node = self._nodes[_inode(after)]
            one, other = self._folder(before), self._folder(after)
            gone, come = ("del", before.name), ("set", after.name, node)
            if one == other:
                self.steps.append(("names", one, (gone, come)))
            else:
                self.steps += [("names", other, (come,)), ("names", one, (gone,))]

    _rename = _replace

    def _link(self, real: Any, old: Any, new: Any, **named: Any) -> None:
        after = self._place(new, named.get("dst_dir_fd"))
        real(old, new, **named)
        if after is not None:
            step = ("set", after.name, self._nodes[_inode(after)])
            self.steps.append(("names", self._folder(after), (step,)))

    def _unlink(self, real: Any, path: Any, *, dir_fd: Any = None) -> None:
        place = self._place(path, dir_fd)
        real(path, dir_fd=dir_fd)
        if place is not None:
            self.steps.append(("names", self._folder(place), (("del", place.name),)))

    _rmdir = _unlink

    def _mkdir(self, real: Any, path: Any, mode: int = 0o777, *, dir_fd: Any = None) -> None:
        place = self._place(path, dir_fd)
        real(path, mode, dir_fd=dir_fd)
        if place is not None:
            self._make(place, folder=True)

    # Which file that is

    def _place(self, path: Any, dir_fd: Any) -> Path | None:
        """The path inside the folder, or None outside of it."""
        if isinstance(path, int):
            return None
        above = Path(os.readlink(f"/proc/self/fd/{dir_fd}")) if dir_fd is not None else Path.cwd()
        whole = above / os.fsdecode(path)
        return whole if whole != self.root and whole.is_relative_to(self.root) else None

    def _of(self, fd: int) -> int | None:
        return self._nodes.get(os.fstat(fd).st_ino)

    def _folder(self, place: Path) -> int:
        return self._nodes[_inode(place.parent)]

    def _make(self, place: Path, *, folder: bool) -> None:
        node = next(self._numbers)
        self._nodes[_inode(place)] = node
        self.steps.append(("new", node, folder))
        self.steps.append(("names", self._folder(place), (("set", place.name, node),)))

    # What is left of it

    def after(self, steps: int, keep: Keep, chance: random.Random) -> dict[str, bytes | None]:
        """Path → bytes (None for a folder) that stand there when the power fails after so many
        steps."""
        nodes: Nodes = {ROOT: Node(folder=True)}
        for kind, *rest in self.steps[:steps]:
            if kind == "new":
                nodes[rest[0]] = Node(folder=rest[1])
            elif kind == "sync":
                _keep_all(nodes[rest[0]])
            elif kind in {"write", "names"}:
                nodes[rest[0]].waiting.append(tuple(rest[1:]))
        for node in nodes.values():
            kept = [node.waiting[number] for number in keep(len(node.waiting))]
            _apply_names(node, kept) if node.folder else _tear(node, kept, chance)
        return dict(_reached(nodes, ROOT, ""))

    def put_back(self, left: dict[str, bytes | None]) -> None:
        """Make the folder hold just that; a folder that lasts stays the same one."""
        for path in sorted(self.root.rglob("*"), reverse=True):
            if path.is_file():
                path.unlink()
            elif path.relative_to(self.root).as_posix() not in left:
                shutil.rmtree(path)
        for name, data in left.items():
            path = self.root / name
            path.mkdir(exist_ok=True) if data is None else path.write_bytes(data)


def _keep_all(node: Node) -> None:
    if node.folder:
        _apply_names(node, node.waiting)
    else:
        for at, what in node.waiting:
            node.data = _written(node.data, at, what)
    node.waiting = []


def _apply_names(node: Node, changes: list[tuple[Any, ...]]) -> None:
    for (steps,) in changes:
        for step in steps:
            if step[0] == "set":
                node.names[step[1]] = step[2]
            else:
                node.names.pop(step[1], None)


def _written(data: bytes, at: Any, what: Any) -> bytes:
    if at == "cut":
        return bytes(data[:what].ljust(what, b"\0"))
    return bytes(data.ljust(at, b"\0")[:at] + what + data[at + len(what) :])


def _tear(node: Node, kept: list[tuple[Any, ...]], chance: random.Random) -> None:
    """Apply what reached the disk: of a write some blocks, so that others read as zeros."""
    for at, what in kept:
        if at == "cut":
            node.data = _written(node.data, at, what)
            continue
        size = chance.choice((len(what), chance.randrange(len(what) + 1)))
        blocks = [what[i : i + BLOCK] for i in range(0, size, BLOCK)]
        lost = chance.choice((0.0, 0.0, 0.5))
        torn = [bytes(len(b)) if chance.random() < lost else b for b in blocks]
        node.data = _written(node.data, at, b"".join(torn)[:size])


def _reached(nodes: Nodes, number: int, path: str) -> Iterator[tuple[str, bytes | None]]:
    for name, node in nodes[number].names.items():
        inner = f"{path}{name}"
        if nodes[node].folder:
            yield inner, None
            yield from _reached(nodes, node, f"{inner}/")
        else:
            yield inner, nodes[node].data


def _inode(path: Path) -> int:
    found = os.lstat(path)
    assert stat.S_ISDIR(found.st_mode) or stat.S_ISREG(found.st_mode)
    return found.st_ino


def nothing(_: int) -> list[int]:
    """Of what was not synced nothing is there."""
    return []


def everything(waiting: int) -> list[int]:
    """All is there, though some of it torn."""
    return list(range(waiting))


def some(chance: random.Random) -> Keep:
    """Some of it is there, and in another order."""

    def kept(waiting: int) -> list[int]:
        numbers = [n for n in range(waiting) if chance.random() < 0.5]
        chance.shuffle(numbers)
        return numbers

    return kept
