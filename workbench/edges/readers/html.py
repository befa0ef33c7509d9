"""HTML pages: the article on a page, read in a child process with limits."""

from collections.abc import Iterator

from workbench.edges.readers.article_fields import Fields
from workbench.edges.readers.decoding import declared_in, decode
from workbench.edges.readers.found import Page
from workbench.edges.readers.plain import compose
from workbench.edges.readers.readings import UNDATED, Reading, Row, Source, Unread, unread
from workbench.edges.sandbox import SandboxFailed, shared
from workbench.errors import InputRefused


def read(source: Source) -> Iterator[Row]:
    """The page of a saved file, to be taken apart."""
    data = source.whole()
    declared = source.declared or declared_in(data)
    decoded = decode(data, source.id, declared)
    yield unread(source, decoded.text, Fields(), decoded.flags)


def reading_of(page: Unread) -> Reading:
    """The article on a page.

    Raises InputRefused for a page that shows no text, and for one that its parser
    does not survive.
    """
    source, given = page.source, page.given
    url = given.values.get("url", "") or source.url
    try:
        found = shared().call(extract, page.html, url)
    except SandboxFailed as failed:
        raise InputRefused(source.id, f"the page's parser {failed}") from None
    if not found.text.strip():
        raise InputRefused(
            source.id, "no text on the page: made by a script? save it from a browser"
        )
    published = given.published or source.published or found.published
    values = {**found.values, **given.values}
    origins = {**found.origins, **given.origins}
    if given.published is None and source.published is not None:
        origins["published"] = "given"
    fields = Fields(values, published, origins, given.flags)
    undated = () if published else (UNDATED,)
    return compose(
        source,
        found.text,
        fields,
        (*page.flags, *found.flags, *undated),
        date_lines=False,
        parts=found.parts,
    )


def extract(html: str, url: str) -> Page:
    """Read a page, in the child: only there are the libraries for it loaded."""
    from workbench.edges.readers.html_body import page_of  # noqa: PLC0415 (heavy)

    return page_of(html, url)
