"""Writing the static site: the new one is made aside and swapped in whole.

Pages that have not changed are carried over as the same file (a hard link), so
nothing but what changed is touched; where nothing changed, nothing is swapped. A
kill before the swap leaves the old site, a kill after it the new one; what was
aside is cleared by the next export. Files that are not ours are carried over too.
"""

import contextlib
import ctypes
import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from functools import cache, cached_property, partial
from pathlib import Path
from typing import Any

from workbench.core.publication import House, PublishedVerdict, Templates
from workbench.core.publication.claimreview import feed_lines, page_path, share_path
from workbench.core.publication.escaping import link
from workbench.core.publication.html import (
    LIST_TEMPLATES,
    TEMPLATES,
    Listed,
    about_html,
    atom_feed,
    corrections_feed,
    corrections_html,
    index_parts,
    listed,
    sitemap,
    to_html,
)
from workbench.core.publication.share import share_svg
from workbench.core.publication.templating import sources
from workbench.edges.inside import Inside
from workbench.edges.outgoing import Due, Verdicts, due, fingerprint, gathered, program
from workbench.edges.pages import (
    Manifest,
    Page,
    Report,
    is_current,
    manifest_bytes,
    naming,
    on_disk,
    outgoing_folder,
    read_manifest,
    sync,
    sync_folder,
    write_new,
)
from workbench.edges.syncing import syncing

DATA_FEED = "claimreview.json"
MANIFEST = ".workbench-site.json"
"""As in `pages`, of the site's own files."""
_EXCHANGE = 2  # RENAME_EXCHANGE of renameat2(2)
_HERE = -100  # AT_FDCWD


def write_site(
    verdicts: Verdicts,
    folder: Path | Inside,
    house: House | None = None,
    templates: Templates = (),
    head: str = "",
) -> Report:
    """Bring the site in `folder` up to date with the verdicts.

    `head` is the last entry of the case's history, which the page about the house names.

    `verdicts` is called once for the pages and again only where the lists of all of
    them change, so that many verdicts never stand in memory together. Raises
    CaseError where the folder cannot be written, UsageError where a template
    fails; in both cases the old site stands as it was.
    """
    house = house or House()
    site = outgoing_folder(folder)
    with naming(site.path):
        _prepare(site)
        with _Staging(site) as staging:
            rows = _Rows(verdicts, house)
            shared = fingerprint(program(), house, sources(templates, *TEMPLATES))
            made = []
            for d in map(due, verdicts()):
                for page in _verdict_pages(d, rows, shared, templates):
                    staging.take(page)
                made.append((page.fingerprint, page.held))
            for page in _list_pages(rows, fingerprint(house, made), templates, head):
                staging.take(page)
            return staging.finish()


def _prepare(site: Inside) -> None:
    """Make sure that the site and the folders above it inside the case are plain ones."""
    if site.parts:
        site.parent.make_folder()
    else:
        site.base.parent.mkdir(parents=True, exist_ok=True)
    recover(site.path)
    site.is_folder()


class _Rows:
    """What the lists show of each verdict, gathered only where a list has to be made."""

    def __init__(self, verdicts: Verdicts, house: House) -> None:
        self.house = house
        self.verdicts = verdicts
        self._seen: dict[str, Listed] = {}

    def note(self, v: PublishedVerdict) -> PublishedVerdict:
        """Remember a verdict that is gathered for its page, and hand it on."""
        self._seen[v.claim_id] = listed(v, self.house)
        return v

    @cached_property
    def all(self) -> list[Listed]:
        """The rows of all verdicts, in their order."""
        return [
            self._seen.get(d.claim_id) or listed(d.gather(), self.house)
            for d in map(due, self.verdicts())
            if d.listed
        ]


def _verdict_pages(d: Due, rows: _Rows, shared: str, templates: Templates) -> Iterator[Page]:
    """The picture of a verdict, and its page; of one that is held back as it left before."""
    made, house = fingerprint(shared, d.made, d.held), rows.house
    v = cache(lambda: rows.note(d.gather()))
    picture = lambda: [share_svg(v(), house).encode()]  # noqa: E731
    page = lambda: [to_html(v(), house, templates).encode()]  # noqa: E731
    yield Page(share_path(d), made, picture, d.held, d.out)
    yield Page(page_path(d), made, page, d.held, d.out)


def _list_pages(rows: _Rows, made: str, templates: Templates, head: str) -> Iterator[Page]:
    house, lists = rows.house, fingerprint(made, sources(templates, *LIST_TEMPLATES))
    yield Page("index.html", lists, lambda: _encoded(index_parts(rows.all, house, templates)))
    yield Page(
        "corrections.html", lists, lambda: [corrections_html(rows.all, house, templates).encode()]
    )
    about = fingerprint(house, head, sources(templates, *LIST_TEMPLATES), program())
    yield Page("about.html", about, lambda: [about_html(house, templates, head).encode()])
    yield Page("feed.xml", lists, lambda: [atom_feed(rows.all, house, templates).encode()])
    yield Page(
        "corrections.xml", lists, lambda: [corrections_feed(rows.all, house, templates).encode()]
    )
    if link(house.url):
        yield Page("sitemap.xml", lists, lambda: [sitemap(rows.all, house, templates).encode()])
    yield Page(DATA_FEED, lists, lambda: _data_feed(rows))


def _data_feed(rows: _Rows) -> Iterator[bytes]:
    house = rows.house
    return _encoded(
        feed_lines(gathered(rows.verdicts), base_url=house.url, organisation=house.name)
    )


def _encoded(pieces: Iterable[str]) -> Iterator[bytes]:
    return (piece.encode() for piece in pieces)


class _Staging:
    """The site to be, in a folder beside the old one; nothing is made before it is needed."""

    def __init__(self, site: Inside) -> None:
        self.site = site
        self.folder = site.path
        self.aside = _beside(self.folder, "new")
        self.old: Manifest = read_manifest(site, MANIFEST)
        self.new: Manifest = {}
        self.written: list[str] = []
        self.unchanged: list[str] = []
        self.kept: list[str] = []
        self._stack = contextlib.ExitStack()

    def __enter__(self) -> "_Staging":
        self._clear()
        self._stack.callback(self._clear)
        self._waiting = self._stack.enter_context(syncing())
        return self

    def __exit__(self, *error: object) -> None:
        self._stack.close()

    def _clear(self) -> None:
        shutil.rmtree(self.aside, ignore_errors=True)

    def take(self, page: Page) -> None:
        """Render a page into the new site, or note that the old one's stands."""
        entry = self.old.get(page.name)
        stays = page.held and bool(on_disk(self.site / page.name))
        if entry and (stays or is_current(self.site, page, entry)):
            self.new[page.name] = entry
            self.kept.append(page.name)
            self.unchanged += [] if page.held else [page.name]
            return
        if page.held and not page.out:
            return
        path = self.aside / page.name
        path.parent.mkdir(parents=True, exist_ok=True)
        made = write_new(path, page.render())
        self.new[page.name] = (page.fingerprint, made)
        if made == on_disk(self.site / page.name):
            path.unlink()
            self.kept.append(page.name)
            self.unchanged.append(page.name)
        else:
            self._waiting.add(partial(sync, path))
            self.written.append(page.name)

    def finish(self) -> Report:
        """Complete the new site and swap it in, where anything changed at all."""
        removed = tuple(name for name in self.old if name not in self.new)
        report = Report(self.folder, tuple(self.written), tuple(self.unchanged), removed)
        if self.new == self.old and not self.written:
            return report
        self._waiting.finish()
        self.aside.mkdir(exist_ok=True)
        for name in self.kept:
            _carry(self.folder / name, self.aside / name)
        for path in _foreign(self.folder, self.old):
            _carry(path, self.aside / path.relative_to(self.folder))
        write_new(self.aside / MANIFEST, [manifest_bytes(self.new)])
        sync(self.aside / MANIFEST)
        for made in (self.aside, *(path for path in self.aside.rglob("*") if path.is_dir())):
            sync_folder(made)
        swap(self.aside, self.folder)
        return report


def _foreign(folder: Path, ours: Manifest) -> Iterator[Path]:
    """The files in a site that no export wrote; links are taken as they are, not followed."""
    for top, folders, files in os.walk(folder):
        for name in files + [name for name in folders if (Path(top) / name).is_symlink()]:
            path = Path(top) / name
            where = path.relative_to(folder).as_posix()
            if where not in ours and where != MANIFEST:
                yield path


def _carry(old: Path, new: Path) -> None:
    """Make `new` the same file as `old`: a hard link, or a copy where there are none."""
    if os.path.lexists(new):
        return
    new.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(old, new, follow_symlinks=False)
    except OSError:
        shutil.copy2(old, new, follow_symlinks=False)


def swap(aside: Path, folder: Path) -> None:
    """Put `aside` in the place of `folder` in one step, and remove what stood there.

    Linux exchanges both names atomically (renameat2). Elsewhere there are two
    renames; a kill between them is mended by `recover`.
    """
    if not folder.exists():
        os.rename(aside, folder)
    elif _exchange(aside, folder):
        shutil.rmtree(aside, ignore_errors=True)
    else:
        gone = _beside(folder, "old")
        shutil.rmtree(gone, ignore_errors=True)
        os.rename(folder, gone)
        os.rename(aside, folder)
        shutil.rmtree(gone, ignore_errors=True)
    sync_folder(folder.parent)


def recover(folder: Path) -> None:
    """Undo a swap that was killed between its two renames: the old site comes back."""
    gone = _beside(folder, "old")
    if gone.is_dir() and not folder.exists():
        os.rename(gone, folder)
    shutil.rmtree(gone, ignore_errors=True)


def forget_unfinished(site: Inside) -> None:
    """Remove what a killed export left aside: its pages are second names of the site's own."""
    (site.parent / _beside(site.path, "new").name).delete()


def _beside(folder: Path, what: str) -> Path:
    return folder.with_name(f".{folder.name}.workbench-{what}")


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two names atomically; False where the system cannot."""
    if not sys.platform.startswith("linux"):
        return False
    with contextlib.suppress(AttributeError, OSError):
        libc: Any = ctypes.CDLL(None, use_errno=True)
        done = libc.renameat2(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE)
        return bool(done == 0)
    return False
