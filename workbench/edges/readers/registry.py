"""Which reader takes which source: by its suffix, or by how its bytes begin.

A reader's module is imported when the first source of its kind comes in, so that
a folder of text files costs no HTML parser.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from importlib import import_module
from io import BufferedReader, BytesIO
from pathlib import PurePath
from typing import TypeVar, cast

from workbench.edges.readers.decoding import BYTE_ORDER_MARKS, decode
from workbench.edges.readers.readings import Row, Source
from workbench.errors import InputRefused

T = TypeVar("T")
Reader = Callable[[Source], Iterator[Row]]

SUFFIXES: dict[str, str] = {
    ".txt": "plain.read",
    ".text": "plain.read",
    ".md": "plain.read_markdown",
    ".markdown": "plain.read_markdown",
    ".html": "html.read",
    ".htm": "html.read",
    ".xhtml": "html.read",
    ".jsonl": "jsonl.read",
    ".ndjson": "jsonl.read",
    ".json": "json.read",
    ".csv": "csv.read",
    ".tsv": "csv.read",
    ".tab": "csv.read",
    ".rss": "feeds.read",
    ".atom": "feeds.read",
    ".rdf": "feeds.read",
    ".xml": "feeds.read",
    ".nitf": "wire.read",
    ".newsml": "wire.read",
    ".g2": "wire.read",
    ".ninjs": "json.read",
    ".eml": "email.read",
    ".emlx": "email.read",
    ".mbox": "email.read_mbox",
    ".mbx": "email.read_mbox",
    ".mht": "email.read",
    ".mhtml": "email.read",
    ".gz": "archives.read_gzip",
    ".zip": "archives.read_zip",
    ".warc": "warc.read",
    ".docx": "office.read_docx",
    ".pdf": "office.read_pdf",
}
"""Suffix in lower case → module and function under this package."""

TYPES: dict[str, str] = {
    "text/html": "html.read",
    "application/xhtml+xml": "html.read",
    "text/markdown": "plain.read_markdown",
    "application/rss+xml": "feeds.read",
    "application/atom+xml": "feeds.read",
    "application/json": "json.read",
    "application/x-ndjson": "jsonl.read",
    "text/csv": "csv.read",
    "application/pdf": "office.read_pdf",
    "message/rfc822": "email.read",
    "application/mbox": "email.read_mbox",
}
"""Media type that a server stated → reader; others are told by their bytes."""

BY_ROW = frozenset(("jsonl.read", "csv.read"))
"""Readers of rows, which expect an encoding in which a line end is one byte."""
WIDE_MARKS = tuple(mark for mark, encoding in BYTE_ORDER_MARKS if encoding != "utf-8")

TOLD_BY_BYTES = frozenset(("email.read", "plain.read"))
"""Readers of files that may hold mail, one message or many, whatever their suffix says."""

NO_ARTICLES = frozenset((
    ".css", ".js", ".mjs", ".map", ".py", ".exe", ".dll", ".so", ".ini", ".log", ".bak", ".svg",
    ".png", ".jpg", ".jpeg", ".gif", ".webp", ".ico", ".bmp", ".tif", ".tiff", ".mp3", ".mp4",
    ".webm", ".wav", ".avi", ".mov", ".ttf", ".woff", ".woff2", ".otf", ".sqlite", ".db", ".iso",
))  # fmt: skip
"""Suffixes of files that hold no article, whatever their bytes."""

_FIELDS = rb"(?:(?:[!-9;-~]{1,60}:|[ \t])[^\n]{0,998}\n){0,60}?"
_MAIL = (
    _FIELDS + rb"(?:message-id|mime-version|received|return-path|delivered-to|dkim-signature):"
    rb"|" + _FIELDS + rb"from:[^\n]{0,998}\n" + _FIELDS + rb"(?:subject|date):"
    rb"|" + _FIELDS + rb"(?:subject|date):[^\n]{0,998}\n" + _FIELDS + rb"from:"
)
"""Header fields in any order, one of them such as only mail has."""

_WIRE = re.compile(
    rb"(?:\xef\xbb\xbf)?(?:\s|<[?!][^>]{0,500}>){0,40}"
    rb"<(?:[\w.-]{1,20}:)?(?:newsItem|newsMessage|NewsML|nitf|packageItem|conceptItem)[\s>]"
)
"""How agencies' formats begin, which come as `.xml` like feeds."""

_MAILBOX = rb"\s{0,20}From (?:-|\S{1,300}) .{5,80}\d{4}\r?\n(?:[!-9;-~]{1,60}:|>From )"
"""How a mailbox begins (RFC 4155), whatever its file is called."""
SIGNATURES: tuple[tuple[str, re.Pattern[bytes]], ...] = tuple(
    (reader, re.compile(pattern, re.IGNORECASE))
    for reader, pattern in (
        ("archives.read_gzip", rb"\x1f\x8b\x08"),
        ("archives.read_zip", rb"PK\x03\x04"),
        ("office.read_pdf", rb"%PDF-"),
        ("warc.read", rb"WARC/1\.[01]\r?\n"),
        (
            "feeds.read",
            rb"(?:\xef\xbb\xbf)?\s{0,20}(?:<\?xml[^>]{0,200}>)?\s{0,20}(?:<!--[^>]{0,500}-->\s{0,20}){0,3}<(?:rss|feed|rdf:RDF)[\s>]",
        ),
        ("wire.read", _WIRE.pattern),
        ("email.read_mbox", _MAILBOX),
        ("email.read", _MAIL),
        ("json.read", rb"(?:\xef\xbb\xbf)?\s{0,20}(?:\[|\{\s{0,20}\n)"),
        ("jsonl.read", rb'(?:\xef\xbb\xbf)?\s{0,20}\{\s{0,20}"'),
        (
            "html.read",
            rb"(?:\xef\xbb\xbf)?\s{0,200}(?:<\?xml[^>]{0,200}>\s{0,20})?(?:<!--[^>]{0,200}-->\s{0,20})?<(?:!doctype\s+html|html|head|body)\b",
        ),
        ("plain.read", rb""),
    )
)
"""(reader, how the first bytes look), tried in order where no suffix is known."""

HEAD = 2048
"""Bytes looked at to tell what a source is."""


def read_source(source: Source, name: str) -> Iterator[Row]:
    """The articles of a source by its media type, its name or its first bytes.

    Raises InputRefused where no reader takes it, or from the reader itself. The
    source's stream has to have `peek`, as buffered streams have.
    """
    suffix = PurePath(name).suffix.lower()
    if suffix in NO_ARTICLES:
        raise InputRefused(source.id, f"{suffix} files hold no article")
    head: bytes = cast(BufferedReader, source.stream).peek(HEAD)[:HEAD]
    where = reader_for(source.kind, suffix, head)
    if where in BY_ROW and head.startswith(WIDE_MARKS):
        source = _utf8(source)
    module, function = where.split(".")
    reader = cast(Reader, getattr(import_module(f"{__package__}.{module}"), function))
    return guarded(reader(source), source.id)


def guarded(rows: Iterator[T], name: str) -> Iterator[T]:
    """The rows, and InputRefused where a reader fails in a way that it does not know.

    A reader meets bytes that nobody thought of. What it breaks on is one row of the
    report: it must not cost the batch, and never the case that the seed is kept in.
    """
    try:
        yield from rows
    except InputRefused:
        raise
    except Exception as error:
        what = f"{type(error).__name__}: {error}"[:200]
        raise InputRefused(name, f"its reader fails on it, please report this ({what})") from error


def reader_for(kind: str, suffix: str, head: bytes) -> str:
    """The reader for a media type, a suffix, or how the first bytes look."""
    where = TYPES.get(kind) or SUFFIXES.get(suffix)
    if where == "feeds.read" and _WIRE.match(head):
        return "wire.read"
    if where in TOLD_BY_BYTES:
        told = next(reader for reader, pattern in SIGNATURES if pattern.match(head))
        surely = told == "email.read_mbox" or (told == "email.read" and _is_mail(head))
        return told if surely else where
    return where or next(reader for reader, pattern in SIGNATURES if pattern.match(head))


def _is_mail(head: bytes) -> bool:
    """Whether what begins like mail has all that a message has: a text may open "From: …" too."""
    lines = re.split(rb"\r?\n\r?\n", head, maxsplit=1)[0].lower().splitlines()
    names = {line.partition(b":")[0] for line in lines}
    return {b"from", b"date"} <= names and not names.isdisjoint({b"subject", b"message-id", b"to"})


def suffix_for(head: bytes) -> str:
    """A suffix under which bytes that begin so are read as they would be without one."""
    reader = reader_for("", "", head)
    return next(suffix for suffix, name in SUFFIXES.items() if name == reader)


def _utf8(source: Source) -> Source:
    """A batch file in UTF-16 or UTF-32, made UTF-8 to be read row by row."""
    decoded = decode(source.whole(), source.id)
    return replace(source, stream=BytesIO(decoded.text.encode("utf-8")))
