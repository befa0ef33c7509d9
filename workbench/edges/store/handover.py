"""Writing the history of one store into the journals of another, entry by entry.

A journal belongs to a writer. The entries keep their writers, hashes and order, so
what is read afterwards is what was there before, down to the last byte of each line.
"""

from collections.abc import Iterable
from pathlib import Path

from workbench.core.verdicts.history import Change, hash_of, payload_of
from workbench.edges.inside import Inside
from workbench.edges.store.journal import NAME, first_line, format_line, writer_of
from workbench.edges.store.journals import Journals
from workbench.edges.store.lock import Lock
from workbench.edges.store.store_folder import prepare
from workbench.errors import CaseDamaged, CaseError


def write_journals(folder: Path, changes: Iterable[Change], timeout: float = 10.0) -> int:
    """Add the entries that a store in `folder` does not have yet; how many there were.

    Each file is replaced as a whole or not at all; to run it again does no harm.
    Raises CaseLocked, CaseDamaged where an entry is not as it was written, CaseError
    where the folder cannot be written.
    """
    claims = Inside.of(folder)
    lock, reason = prepare(claims, timeout)
    if lock is None:
        raise CaseError(f"nothing can be saved: {reason}")
    try:
        return _write_under(lock, claims, changes)
    except OSError as error:
        raise CaseError(f"not saved: {error.strerror} (writing in {folder})") from error
    finally:
        lock.close()


def _write_under(lock: Lock, folder: Inside, changes: Iterable[Change]) -> int:
    lock.acquire("moving a store")
    try:
        journals = Journals(folder)
        known = {line.hash for line in journals.load({}).lines}
        new: dict[str, list[Change]] = {}
        for change in changes:
            if change.hash not in known:
                new.setdefault(change.writer, []).append(change)
        journals.folder.make_folder()
        for writer, entries in new.items():
            _append(journals, writer, entries)
        return sum(map(len, new.values()))
    finally:
        lock.release()


def _append(journals: Journals, writer: str, entries: list[Change]) -> None:
    """Add entries to a writer's newest file, or begin one."""
    own = [path for path in journals.files() if writer_of(path.name) == writer]
    name = f"{entries[0].at[:10]}-{writer}.jsonl"
    if not NAME.fullmatch(name):
        raise CaseDamaged(f"entry {entries[0].seq} has no writer that can be kept")
    path = own[-1] if own else journals.folder / name
    before = path.read() if own else first_line(writer)
    path.write(before + b"".join(map(_line, entries)))


def _line(change: Change) -> bytes:
    text = payload_of(change)
    if hash_of(text) != change.hash:
        raise CaseDamaged(f"entry {change.seq} was altered after it was written")
    return format_line(text)
