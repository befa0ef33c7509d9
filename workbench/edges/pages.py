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
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from workbench.core.publication import House, Templates
from workbench.edges.inside import Inside
from workbench.edges.outgoing import Due, Outgoing, due, fingerprint, program
from workbench.edges.syncing import syncing
from workbench.errors import CaseError, CaseUnsafe

MANIFEST = ".workbench-pages.json"
"""In the folder: {file: [fingerprint of its input, SHA-256 of its bytes]}.

Each format has a manifest of its own name, so that several may share a folder.
"""
LONGEST_MANIFEST = 200_000_000
"""Bytes of a manifest that are read: some 200 for each page."""

Manifest = dict[str, tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Page:
    """One file to publish: `name` relative to the folder, `render` its bytes in pieces.

    `fingerprint` stands for everything the bytes depend on; `render` is called
    only where it differs from the last time. Of a page that is `held` whatever was
    published before stays as it is; if it is `out`, `render` makes that again for a site
    that lacks it, because the lists lead there.
    """

    name: str
    fingerprint: str
    render: Callable[[], Iterable[bytes]]
    held: bool = False
    out: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """What an export did: file names relative to the folder, in the order of the verdicts.

    `refused` are lines about input that was not taken.
    """

    folder: Path
    written: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()


def write_markdown(
    verdicts: Iterable[Outgoing],
    folder: Path | Inside,
    house: House | None = None,
    templates: Templates = (),
    *,
    complete: bool = True,
    flavour: str = "plain",
) -> Report:
    """Write one `.md` a verdict; `complete` says that verdicts not given are withdrawn.

    `flavour` names the tool that reads them, one of `flavours.FLAVOURS`. Raises CaseError
    where the folder cannot be written, UsageError where a template fails; pages written
    before stay.
    """
    # Jinja2, a YAML library and a Markdown reader: loaded only where something is published.
    from workbench.core.publication.flavours import flavour as flavoured  # noqa: PLC0415
    from workbench.core.publication.markdown import to_markdown  # noqa: PLC0415
    from workbench.core.publication.templating import sources  # noqa: PLC0415

    wanted = flavoured(flavour)
    shared = fingerprint(program(), house, sources(templates, "verdict.md.j2"), flavour)

    def rendered(d: Due) -> list[bytes]:
        return [to_markdown(d.gather(), house, templates, wanted).encode()]

    pages = (
        Page(
            wanted.file_of(d.claim, d.claim_id, d.first_day),
            fingerprint(shared, d.made),
            partial(rendered, d),
            d.held,
        )
        for d in map(due, verdicts)
    )
    return write_pages(pages, folder, complete=complete)


def write_pages(
    pages: Iterable[Page], folder: Path | Inside, *, complete: bool = True, manifest: str = MANIFEST
) -> Report:
    """Bring a folder up to date with the pages, one file at a time.

    With `complete`, files that the same manifest lists and that are not among the
    pages are removed.
    """
    folder = outgoing_folder(folder)
    with naming(folder.path):
        folder.make_folder()
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
        removed = tuple(name for name in old if name not in new and (folder / name).remove())
        if new != old:
            put(folder / manifest, manifest_bytes(new))
        with contextlib.suppress(OSError):  # not every system syncs folders
            folder.sync()
    return Report(folder.path, tuple(written), tuple(unchanged), removed)


def outgoing_folder(folder: Path | Inside) -> Inside:
    """Where pages go: inside the case, or a folder that the user named, links and all."""
    return folder if isinstance(folder, Inside) else Inside(folder, ())


def is_current(folder: Inside, page: Page, entry: tuple[str, str] | None) -> bool:
    """Whether the page on disk is byte for byte what was last made of the same input."""
    return (
        entry is not None
        and entry[0] == page.fingerprint
        and on_disk(folder / page.name) == entry[1]
    )


def read_manifest(folder: Inside, name: str = MANIFEST) -> Manifest:
    """A manifest of the folder; empty where there is none or it does not read.

    One with a name that leads out of the folder is no manifest of ours.
    """
    try:
        stored = json.loads((folder / name).read(LONGEST_MANIFEST))
        entries = {file: (str(made), str(held)) for file, (made, held) in stored.items()}
        return entries if all(folder / file for file in entries) else {}
    except (OSError, ValueError, TypeError, AttributeError, RecursionError, CaseUnsafe):
        return {}


def manifest_bytes(entries: Mapping[str, tuple[str, str]]) -> bytes:
    """The manifest as stored: sorted, a line each, so that it diffs well."""
    return (json.dumps(entries, indent=0, sort_keys=True) + "\n").encode()


def put(path: Inside, data: bytes) -> None:
    """Write a file aside, fsync it and rename it into place; links are never followed."""
    path.parent.make_folder()
    path.write(data)


def write_new(path: Path, pieces: Iterable[bytes]) -> str:
    """Create a file that did not exist; returns the SHA-256 of its bytes. `sync` makes it last."""
    made = hashlib.sha256()
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)
    with os.fdopen(os.open(path, flags, 0o666), "wb") as file:
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


def on_disk(path: Inside) -> str:
    """SHA-256 of the bytes of a plain file, or nothing."""
    try:
        return digest(path.read())
    except (OSError, CaseUnsafe):
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
