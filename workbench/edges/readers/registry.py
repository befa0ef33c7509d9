"""Which reader takes which source: by its suffix, or by how its bytes begin.

A reader's module is imported when the first source of its kind comes in, so that
a folder of text files costs no HTML parser.
"""

import re
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import PurePath
from typing import BinaryIO, cast

from workbench.edges.readers.readings import Row, Source
from workbench.errors import InputRefused

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
}
"""Suffix in lower case → module and function under this package."""

NO_ARTICLES = frozenset((
    ".css", ".js", ".mjs", ".map", ".py", ".exe", ".dll", ".so", ".ini", ".log", ".bak", ".svg",
    ".png", ".jpg", ".jpeg", ".gif", ".webp", ".ico", ".bmp", ".tif", ".tiff", ".mp3", ".mp4",
    ".webm", ".wav", ".avi", ".mov", ".ttf", ".woff", ".woff2", ".otf", ".sqlite", ".db", ".iso",
))  # fmt: skip
"""Suffixes of files that hold no article, whatever their bytes."""

SIGNATURES: tuple[tuple[str, re.Pattern[bytes]], ...] = tuple(
    (reader, re.compile(pattern, re.IGNORECASE))
    for reader, pattern in (
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


def read_source(source: Source, name: str, stream_head: bytes) -> Iterator[Row]:
    """The articles of a source by the reader for its name or its first bytes.

    Raises InputRefused where no reader takes it, or from the reader itself.
    """
    suffix = PurePath(name).suffix.lower()
    if suffix in NO_ARTICLES:
        raise InputRefused(source.id, f"{suffix} files hold no article")
    where = SUFFIXES.get(suffix) or next(
        reader for reader, pattern in SIGNATURES if pattern.match(stream_head)
    )
    module, function = where.split(".")
    reader = cast(Reader, getattr(import_module(f"{__package__}.{module}"), function))
    return reader(source)


def head_of(stream: BinaryIO) -> bytes:
    """The first bytes of a stream that can be rewound."""
    head = stream.read(HEAD)
    stream.seek(0)
    return head
