"""Writing published files: safely, and only those that changed.

Each file is written aside, fsynced and renamed into place, so a kill leaves either
the old page or the new one. A manifest in the folder remembers from what each page
was made: an unchanged verdict is not even rendered again. Only files that the
manifest lists are ever removed; whatever else lies in the folder stays.
"""

import contextlib
import hashlib
import json
import os
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from workbench.core.publication import House, Templates
from workbench.edges.outgoing import Outgoing, due, fingerprint, program
from workbench.edges.syncing import syncing
from workbench.errors import CaseError

MANIFEST = ".workbench-pages.json"
"""In the folder: {file: [fingerprint of its input, SHA-256 of its bytes]}.

Each format has a manifest of its own name, so that several may share a folder.
"""
_ASIDE = ".workbench-aside"

Manifest = dict[str, tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Page:
    """One file to publish: `name` relative to the folder, `render` its bytes in pieces.

    `fingerprint` stands for everything the bytes depend on; `render` is called
    only where it differs from the last time. Of a page that is `held` whatever was
    published before stays as it is.
    """

    name: str
    fingerprint: str
    render: Callable[[], Iterable[bytes]]
    held: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """What an export did: file names relative to the folder, in the order of the verdicts."""

    folder: Path
    written: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


def write_markdown(
    verdicts: Iterable[Outgoing],
    folder: Path,
    house: House | None = None,
    templates: Templates = (),
    *,
    complete: bool = True,
) -> Report:
    """Write one `.md` a verdict; `complete` says that verdicts not given are withdrawn.

    Raises CaseError where the folder cannot be written, UsageError where a
    template fails; pages written before stay.
    """
    # Jinja2, a YAML library and a Markdown reader: loaded only where something is published.
    from workbench.core.publication.escaping import file_name  # noqa: PLC0415
    from workbench.core.publication.markdown import to_markdown  # noqa: PLC0415
    from workbench.core.publication.templating import sources  # noqa: PLC0415

    shared = fingerprint(program(), house, sources(templates, "verdict.md.j2"))
    pages = (
        Page(
            f"{file_name(d.claim, d.claim_id)}.md",
            fingerprint(shared, d.made),
            lambda d=d: [to_markdown(d.gather(), house, templates).encode()],  # type: ignore[misc]
            d.held,
        )
        for d in map(due, verdicts)
    )
    return write_pages(pages, folder, complete=complete)


def write_pages(
    pages: Iterable[Page], folder: Path, *, complete: bool = True, manifest: str = MANIFEST
) -> Report:
    """Bring a folder up to date with the pages, one file at a time.

    With `complete`, files that the same manifest lists and that are not among the
    pages are removed.
    """
    with naming(folder):
        folder.mkdir(parents=True, exist_ok=True)
        old = read_manifest(folder, manifest)
        new: Manifest = {} if complete else dict(old)
        written, unchanged = [], []
        with syncing() as waiting:
            for page in pages:
                entry = old.get(page.name)
                if page.held or is_current(folder, page, entry):
                    new |= {page.name: entry} if entry else {}
                    unchanged += [] if page.held else [page.name]
                    continue
                data = b"".join(page.render())
                new[page.name] = (page.fingerprint, digest(data))
                if on_disk(folder / page.name) == new[page.name][1]:
                    unchanged.append(page.name)
                else:
                    waiting.add(partial(put, folder / page.name, data))
                    written.append(page.name)
        removed = tuple(name for name in old if name not in new and _remove(folder / name))
        if new != old:
            put(folder / manifest, manifest_bytes(new))
        sync_folder(folder)
    return Report(folder, tuple(written), tuple(unchanged), removed)


def is_current(folder: Path, page: Page, entry: tuple[str, str] | None) -> bool:
    """Whether the page on disk is byte for byte what was last made of the same input."""
    return (
        entry is not None
        and entry[0] == page.fingerprint
        and on_disk(folder / page.name) == entry[1]
    )


def read_manifest(folder: Path, name: str = MANIFEST) -> Manifest:
    """A manifest of the folder; empty where there is none or it does not read."""
    try:
        stored = json.loads((folder / name).read_bytes())
        return {_own(file): (str(made), str(held)) for file, (made, held) in stored.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def _own(name: str) -> str:
    """A name that stays in the folder; a manifest from elsewhere cannot remove other files."""
    parts = Path(name).parts
    if not parts or Path(name).is_absolute() or ".." in parts:
        raise ValueError(name)
    return name


def manifest_bytes(entries: Mapping[str, tuple[str, str]]) -> bytes:
    """The manifest as stored: sorted, a line each, so that it diffs well."""
    return (json.dumps(entries, indent=0, sort_keys=True) + "\n").encode()


def put(path: Path, data: bytes) -> None:
    """Write a file aside, fsync it and rename it into place; links are never followed."""
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(f"{_ASIDE}-{os.getpid()}-{threading.get_ident()}")
    with contextlib.suppress(FileNotFoundError):
        aside.unlink()
    try:
        write_new(aside, [data])
        sync(aside)
        os.replace(aside, path)
    except OSError:
        aside.unlink(missing_ok=True)
        raise


def write_new(path: Path, pieces: Iterable[bytes]) -> str:
    """Create a file that did not exist; returns the SHA-256 of its bytes. `sync` makes it last."""
    made = hashlib.sha256()
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)
    with os.fdopen(os.open(path, flags, 0o644), "wb") as file:
        for piece in pieces:
            file.write(piece)
            made.update(piece)
    return made.hexdigest()


def sync(path: Path) -> None:
    """Have what was written on the disk, so that it lasts through a power cut."""
    flags = os.O_RDONLY if path.is_dir() else os.O_RDWR  # Windows flushes what may be written
    descriptor = os.open(path, flags)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_folder(folder: Path) -> None:
    """Make renames in a folder last, too, where the system allows it."""
    with contextlib.suppress(OSError):
        sync(folder)


def _remove(path: Path) -> bool:
    try:
        path.unlink()
    except FileNotFoundError:
        return False
    return True


def on_disk(path: Path) -> str:
    """SHA-256 of a regular file's bytes, or nothing."""
    try:
        return "" if path.is_symlink() else digest(path.read_bytes())
    except OSError:
        return ""


def digest(data: bytes) -> str:
    """SHA-256 of a page's bytes, in hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


@contextlib.contextmanager
def naming(folder: Path) -> Iterator[None]:
    """Turn the system's refusal into one line that names the place."""
    try:
        yield
    except OSError as error:
        where = error.filename or folder
        raise CaseError(f"cannot write {where}: {error.strerror or error}") from error
