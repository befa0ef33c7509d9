"""HTML pages: the article on a page, read in a child process with limits."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from workbench.edges.readers.decoding import declared_in, decode
from workbench.edges.readers.fields import Fields
from workbench.edges.readers.plain import compose
from workbench.edges.readers.readings import Reading, Row, Source
from workbench.edges.sandbox import SandboxFailed, shared
from workbench.errors import InputRefused


@dataclass(frozen=True, slots=True)
class Page:
    """What was found on a page; `text` is empty where it shows none."""

    text: str
    values: dict[str, str]
    published: date | None
    origins: dict[str, str]
    flags: tuple[str, ...]


def read(source: Source) -> Iterator[Row]:
    """The article on a saved page."""
    data = source.whole()
    declared = source.declared or declared_in(data)
    decoded = decode(data, source.id, declared)
    yield reading_of(source, decoded.text, Fields(), decoded.flags)


def reading_of(source: Source, html: str, given: Fields, flags: tuple[str, ...] = ()) -> Reading:
    """The article on a page; what was given with it comes before what it says.

    Raises InputRefused for a page that shows no text, and for one that its parser
    does not survive.
    """
    url = given.values.get("url", "") or source.url
    try:
        page = shared().call(extract, html, url)
    except SandboxFailed as failed:
        raise InputRefused(source.id, f"the page's parser {failed}") from None
    if not page.text.strip():
        raise InputRefused(source.id, "the page shows no text")
    published = given.published or source.published or page.published
    values = {**page.values, **given.values}
    origins = {**page.origins, **given.origins}
    if given.published is None and source.published is not None:
        origins["published"] = "given"
    fields = Fields(values, published, origins, given.flags)
    return compose(source, page.text, fields, (*flags, *page.flags))


def extract(html: str, url: str) -> Page:
    """Read a page, in the child: only there are the libraries for it loaded."""
    from workbench.edges.readers.html_body import page_of  # noqa: PLC0415 (heavy)

    return page_of(html, url)
