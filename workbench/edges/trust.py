"""What a case asks of the reader's machine, and what of it the reader has allowed.

A case's settings can name servers that get the password, a scheduler whose answers are
unpickled, the name that decisions are signed with, what keys do, which addresses may be
fetched, and templates that shape what is published. A case may come from somebody else,
so each such line counts only once this user has allowed it on this machine, as with
git's `safe.directory` and direnv's `allow`; a line that changes has to be allowed again.

What is allowed stands in the user's own configuration, never in the case:

    $XDG_CONFIG_HOME/claim-workbench/trust.json      mode 600
    {"cases": {"/path/of/the/case": ["digest of a line", …]}, "schedulers": ["dask://…"]}
"""

import hashlib
import json
import os
import secrets
import stat
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from workbench.edges.inside import write_all
from workbench.errors import UsageError, WorkbenchError

ASKING = ("store", "index", "executor", "reviewer", "fetch", "filters", "keys")
"""Entries of the settings that ask something of the machine; all others are the case's own."""
EXECUTOR = ("executor",)
TEMPLATES = "templates"
"""The folder of the case whose files shape what is published."""
FILE = "trust.json"
KEY_BYTES = 32
LONGEST = 10_000_000
"""Bytes of the file that are read."""

Entry = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Wish:
    """One line that a case would like to count: its place in the settings, and its value.

    A template's place is its path in the case, its value the SHA-256 of its bytes.
    """

    entry: Entry
    value: str

    @property
    def name(self) -> str:
        """The place in words."""
        return ".".join(self.entry)

    @property
    def digest(self) -> str:
        """What stands for the line in the list of what is allowed."""
        return hashlib.sha256(json.dumps([*self.entry, self.value]).encode()).hexdigest()


def wishes_of(values: Mapping[str, Any]) -> list[Wish]:
    """The lines of parsed settings that need to be allowed."""
    return [
        Wish(entry, json.dumps(value, default=str))
        for name in ASKING
        if name in values
        for entry, value in _leaves((name,), values[name])
    ]


def _leaves(entry: Entry, value: Any) -> Iterator[tuple[Entry, Any]]:
    if not isinstance(value, dict):
        yield entry, value
        return
    for name, inner in value.items():
        yield from _leaves((*entry, name), inner)


def without(values: Mapping[str, Any], entries: Collection[Entry]) -> dict[str, Any]:
    """Parsed settings without the entries."""
    return _pruned((), values, frozenset(entries))


def _pruned(above: Entry, table: Mapping[str, Any], entries: frozenset[Entry]) -> dict[str, Any]:
    return {
        name: _pruned((*above, name), value, entries) if isinstance(value, dict) else value
        for name, value in table.items()
        if (*above, name) not in entries
    }


def template_wishes(templates: Collection[tuple[str, str]]) -> list[Wish]:
    """The templates of a case, (name, text) each, as lines to be allowed."""
    return [
        Wish((f"{TEMPLATES}/{name}",), hashlib.sha256(text.encode()).hexdigest())
        for name, text in templates
    ]


class Trust:
    """What this user has allowed on this machine."""

    def __init__(self, file: Path | None = None) -> None:
        self.file = file or own_folder() / FILE

    def refused(self, case: Path, wishes: Collection[Wish]) -> list[Wish]:
        """The wishes of a case that do not count. Raises UsageError."""
        if not wishes:
            return []
        kept = self._read()
        allowed = set(kept["cases"].get(_key(case), ()))
        return [
            wish
            for wish in wishes
            if wish.digest not in allowed
            and not (wish.entry == EXECUTOR and json.loads(wish.value) in kept["schedulers"])
        ]

    def allow(self, case: Path, wishes: Collection[Wish]) -> None:
        """Let wishes of a case count from now on. Raises UsageError, WorkbenchError.

        A scheduler is not allowed with the rest: see `name_scheduler`.
        """
        kept = self._read()
        digests = {wish.digest for wish in wishes if wish.entry != EXECUTOR}
        before = kept["cases"].get(_key(case), [])
        after = sorted({*before, *digests})
        if after != before:
            kept["cases"][_key(case)] = after
            self._write(kept)

    def forget(self, case: Path) -> bool:
        """Allow a case nothing more; whether it was allowed anything."""
        kept = self._read()
        found = kept["cases"].pop(_key(case), None) is not None
        if found:
            self._write(kept)
        return found

    def name_scheduler(self, address: str) -> None:
        """Let cases that ask for this scheduler work with it: what it sends is unpickled."""
        kept = self._read()
        if address not in kept["schedulers"]:
            kept["schedulers"].append(address)
            self._write(kept)

    def _read(self) -> dict[str, Any]:
        try:
            kept = json.loads(self._text() or b"{}")
            cases, schedulers = kept.get("cases", {}), kept.get("schedulers", [])
            return {"cases": dict(cases), "schedulers": list(schedulers)}
        except (ValueError, AttributeError, TypeError, RecursionError) as error:
            raise UsageError(f"{self.file} does not read: move it away, then allow anew") from error

    def _text(self) -> bytes:
        try:
            fd = os.open(self.file, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
        except FileNotFoundError:
            return b""
        except OSError as error:
            raise UsageError(f"{self.file} does not read ({error.strerror})") from error
        with os.fdopen(fd, "rb") as file:
            if not _is_ones_own(os.fstat(fd)):
                raise UsageError(f"{self.file} may be written by others: `chmod 600` it")
            return file.read(LONGEST)

    def _write(self, kept: Mapping[str, Any]) -> None:
        folder = self.file.parent
        aside = folder / f".{FILE}.{secrets.token_hex(4)}"
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            fd = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            try:
                write_all(fd, (json.dumps(kept, indent=1) + "\n").encode())
                os.fsync(fd)
            finally:
                os.close(fd)
            os.replace(aside, self.file)
        except OSError as error:
            with suppress(OSError):
                aside.unlink(missing_ok=True)
            raise WorkbenchError(
                f"what is allowed cannot be kept: {error.strerror} (writing {self.file})"
            ) from error


def own_folder() -> Path:
    """The folder of this user's configuration (XDG Base Directory Specification)."""
    named = os.environ.get("XDG_CONFIG_HOME", "")
    base = Path(named) if named.startswith("/") else Path("~/.config").expanduser()
    return base / "claim-workbench"


@cache
def own_key() -> bytes:
    """Bytes that only this user has, by which what this program has written is known again.

    Where they cannot be kept they last for this process.
    """
    path = own_folder() / "key"
    with suppress(OSError):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
        with suppress(FileExistsError):
            fd = os.open(path, flags, 0o600)
            with os.fdopen(fd, "wb") as file:
                file.write(secrets.token_bytes(KEY_BYTES))
        fd = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
        with os.fdopen(fd, "rb") as file:
            if _is_ones_own(os.fstat(fd)) and len(key := file.read(KEY_BYTES)) == KEY_BYTES:
                return key
    return secrets.token_bytes(KEY_BYTES)


def _is_ones_own(found: os.stat_result) -> bool:
    """Whether a file is this user's and can be written by nobody else."""
    mine = not hasattr(os, "geteuid") or found.st_uid == os.geteuid()
    return mine and not found.st_mode & (stat.S_IWGRP | stat.S_IWOTH)


def _key(case: Path) -> str:
    return os.path.realpath(case)
