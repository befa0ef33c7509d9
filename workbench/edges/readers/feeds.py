"""RSS and Atom feeds: one article an entry.

A feed needs no document type definition and gets none: entities that grow, and
entities that name files, stand in one (OWASP, XML External Entity Prevention).
The parser has no network and runs in the sandbox.
"""

import hashlib
from collections.abc import Iterator, Mapping

from workbench.edges.readers.article_fields import fields_of, is_web_address
from workbench.edges.readers.decoding import declared_in, decode, text_problem
from workbench.edges.readers.found import Feed
from workbench.edges.readers.plain import compose
from workbench.edges.readers.readings import Reading, Row, Source, refuse
from workbench.edges.readers.rows import RowIds
from workbench.edges.sandbox import SandboxFailed, shared
from workbench.errors import InputRefused

LARGEST_FEED = 16 * 1024 * 1024
"""Bytes of a feed."""


def read(source: Source) -> Iterator[Row]:
    """The entries of a feed; an entry without text is one refusal."""
    feed = _feed(source)
    ids = RowIds(source.id)
    for number, entry in enumerate(feed.entries, 1):
        place = f"{source.id} entry {number}"
        try:
            yield _article(source, feed, entry, place, ids.of(number, _key(entry)))
        except InputRefused as refused:
            yield refuse(place, refused.reason)


def links_of(source: Source) -> list[str]:
    """The addresses of a feed's articles, to be fetched. Raises InputRefused."""
    return [url for entry in _feed(source).entries if is_web_address(url := entry.get("url", ""))]


def parse(text: str) -> Feed:
    """Take a feed apart, in the sandbox: only there are the libraries loaded."""
    from workbench.edges.readers.feed_parts import feed_of  # noqa: PLC0415 (heavy)

    return feed_of(text)


def _feed(source: Source) -> Feed:
    data = source.whole(LARGEST_FEED)
    text = decode(data, source.id, source.declared or declared_in(data)).text
    try:
        feed = shared().call(parse, text)
    except SandboxFailed as failed:
        raise InputRefused(source.id, f"the feed's parser {failed}") from None
    if feed.problem:
        raise InputRefused(source.id, feed.problem)
    return feed


def _key(entry: Mapping[str, str]) -> str:
    """An entry's own id, or a digest of it: most are addresses, and feeds grow at the top."""
    own = entry.get("id") or entry.get("url", "")
    return hashlib.sha256(own.encode("utf-8", "replace")).hexdigest()[:16] if own else ""


def _article(source: Source, feed: Feed, entry: Mapping[str, str], place: str, id: str) -> Reading:
    text = entry.get("text", "")
    flags: tuple[str, ...] = ()
    if not text:
        text, flags = entry.get("summary", ""), ("the feed has a summary only",)
    if problem := text_problem(text):
        raise InputRefused(place, problem)
    given = {name: entry.get(name, "") for name in ("title", "url", "published", "language")}
    fields = fields_of({**given, "publisher": feed.title}, "feed")
    own = Source(id, source.stream, source.published, url=fields.values.get("url", ""))
    return compose(own, text, fields, flags)
