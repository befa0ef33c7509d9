"""The other things that leave the house: ClaimReview, tables and evidence bundles.

Each goes through `pages`, so that only what changed is written, and has a manifest
of its own, so that all of them may share a folder with the Markdown.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from workbench.core.publication import House, PublishedVerdict, Templates
from workbench.core.publication.blogs import to_ghost, to_wxr
from workbench.core.publication.bundle import Beside, Entry, Texts, members, sources_of
from workbench.core.publication.claimreview import Named, feed_lines, to_claimreview
from workbench.core.publication.escaping import file_name, json_ld
from workbench.core.publication.html import TEMPLATES
from workbench.core.publication.spreadsheet import csv_rows, jsonl_rows
from workbench.core.publication.templating import sources
from workbench.edges.bundles import packed, read_bundle
from workbench.edges.inside import Inside
from workbench.edges.outgoing import Due, Outgoing, Verdicts, due, fingerprint, gathered, program
from workbench.edges.pages import (
    Page,
    Report,
    digest,
    manifest_bytes,
    naming,
    outgoing_folder,
    put,
    read_manifest,
    write_pages,
)
from workbench.edges.signing import Signer
from workbench.edges.stamping import Stamp, stamped
from workbench.errors import UsageError

DATA_FEED = "claimreview.json"
CSV, JSONL = "verdicts.csv", "verdicts.jsonl"
BUNDLES = ".workbench-bundles.json"
BUNDLED_TEMPLATES = ("verdict.md.j2", *TEMPLATES)
_BOM = "\ufeff"

BLOGS: Mapping[str, tuple[str, Callable[..., Iterator[str]]]] = {
    "wordpress": ("verdicts.wxr.xml", to_wxr),
    "ghost": ("verdicts.ghost.json", to_ghost),
}
"""Blog → the file that it takes in, and what writes it."""

Evidence = Callable[[PublishedVerdict], tuple[Texts, tuple[Entry, ...]]]


def write_claimreview(
    verdicts: Verdicts, folder: Path | Inside, house: House | None = None, *, complete: bool = True
) -> Report:
    """Write a `.jsonld` a verdict and, with `complete`, the feed of all of them."""
    house = house or House()
    pages = _with_feed(verdicts, house, complete)
    return write_pages(pages, folder, complete=complete, manifest=".workbench-claimreview.json")


def _with_feed(verdicts: Verdicts, house: House, complete: bool) -> Iterator[Page]:
    made: list[str] = []
    for d in map(due, verdicts()):
        made.append(fingerprint(program(), house, d.made, d.held))
        yield Page(_name(d, "jsonld"), made[-1], lambda d=d: [_review(d.gather(), house)], d.held)  # type: ignore[misc]
    if complete:
        lines = feed_lines(gathered(verdicts), base_url=house.url, organisation=house.name)
        yield Page(DATA_FEED, fingerprint(*made), lambda: (line.encode() for line in lines))


def _review(v: PublishedVerdict, house: House) -> bytes:
    review = to_claimreview(v, base_url=house.url, organisation=house.name)
    return f"{json_ld(review)}\n".encode()


def write_tables(verdicts: Verdicts, folder: Path | Inside, house: House | None = None) -> Report:
    """Write all verdicts as `verdicts.csv` (UTF-8 with BOM, for spreadsheets) and `.jsonl`."""
    url = (house or House()).url
    made = fingerprint(program(), url, *(d.made for d in map(due, verdicts()) if d.listed))

    def csv() -> Iterator[bytes]:
        return (line.encode() for line in _marked(csv_rows(gathered(verdicts), url)))

    def jsonl() -> Iterator[bytes]:
        return (line.encode() for line in jsonl_rows(gathered(verdicts), url))

    pages = [Page(CSV, made, csv), Page(JSONL, made, jsonl)]
    return write_pages(pages, folder, manifest=".workbench-tables.json")


def _marked(lines: Iterable[str]) -> Iterator[str]:
    yield _BOM
    yield from lines


def write_blog(
    blog: str,
    verdicts: Verdicts,
    folder: Path | Inside,
    house: House | None = None,
    templates: Templates = (),
) -> Report:
    """Write all verdicts as one file that a blog (a key of BLOGS) takes in.

    Raises UsageError where a newsroom's template fails.
    """
    name, lines = BLOGS[blog]
    house = house or House()
    made = fingerprint(
        program(), house, sources(templates, *TEMPLATES),
        *(d.made for d in map(due, verdicts()) if d.listed),
    )  # fmt: skip
    page = Page(
        name, made, lambda: (one.encode() for one in lines(gathered(verdicts), house, templates))
    )
    return write_pages([page], folder, manifest=f".workbench-{blog}.json")


def write_bundles(
    verdicts: Iterable[Outgoing],
    evidence: Evidence,
    folder: Path | Inside,
    house: House | None = None,
    templates: Templates = (),
    *,
    complete: bool = True,
    signer: Signer | None = None,
    beside: Callable[[PublishedVerdict], Beside] = lambda _: Beside(),
) -> Report:
    """Write an evidence bundle (`.zip`) a verdict, signed where there is a `signer`.

    `evidence` gives a verdict's stored texts and history entries, `beside` its sources and the
    record of the search, of which no bundle is made anew. Raises UsageError where a cited text
    is missing.
    """
    seal = signer.signed if signer else dict
    by = signer.public if signer else b""
    shared = fingerprint(program(), house, sources(templates, *BUNDLED_TEMPLATES), by)

    def made(v: PublishedVerdict, texts: Texts, history: tuple[Entry, ...]) -> bytes:
        also = replace(beside(v), made_by="" if templates else program())
        return packed(seal(members(v, texts, history, house, templates, also)))

    pages = (_bundle(d, evidence, shared, made) for d in map(due, verdicts))
    return write_pages(pages, folder, complete=complete, manifest=BUNDLES)


def stamp_bundles(report: Report, folder: Path | Inside, stamp: Stamp) -> Report:
    """Put a time stamp into the bundles of a report; those that it is not of are refused."""
    folder, refused, done = outgoing_folder(folder), list(report.refused), list(report.written)
    listed = read_manifest(folder, BUNDLES)
    for name in (*report.written, *report.unchanged):
        held = read_bundle(folder.path / name)
        try:
            data = packed(stamped(held, stamp))
        except UsageError as error:
            refused.append(f"{name}: {error}")
            continue
        if digest(data) == listed[name][1]:
            continue
        with naming(folder.path):
            put(folder / name, data)
            listed[name] = (listed[name][0], digest(data))
            put(folder / BUNDLES, manifest_bytes(listed))
        done += [] if name in done else [name]
    unchanged = tuple(name for name in report.unchanged if name not in done)
    return replace(report, written=tuple(done), unchanged=unchanged, refused=tuple(refused))


def _bundle(
    d: Due, evidence: Evidence, shared: str,
    made: Callable[[PublishedVerdict, Texts, tuple[Entry, ...]], bytes],
) -> Page:  # fmt: skip
    if d.held:
        return Page(_name(d, "zip"), "", list, held=True)
    v = d.gather()
    texts, history = evidence(v)
    cited = {where: texts.get(where) for where in sources_of(v)}
    return Page(
        _name(v, "zip"),
        fingerprint(shared, v, cited, history),
        lambda: [made(v, texts, history)],
    )


def _name(v: Named, kind: str) -> str:
    return f"{file_name(v.claim, v.claim_id)}.{kind}"
