"""Readers: any pile of sources in, articles or named refusals out.

find_inputs   the files under what the user named
read_seed     one seed file → its articles
rows_of_seed  the same with its pages not taken apart yet, which `finished` does
read_stream   articles from standard input
"""

import os
from collections.abc import Iterator, Mapping
from datetime import date
from io import BufferedReader, RawIOBase
from pathlib import Path
from typing import BinaryIO, cast

from workbench.edges.inside import Inside
from workbench.edges.readers.finding_inputs import find_inputs, opened
from workbench.edges.readers.readings import Reading, Refusal, Row, Source, Unread, refuse, shown
from workbench.edges.readers.registry import HEAD, guarded, read_source, reader_for
from workbench.errors import InputRefused

__all__ = [
    "Reading",
    "Refusal",
    "Row",
    "Unread",
    "find_inputs",
    "finished",
    "opened",
    "read_seed",
    "read_stream",
    "rows_of_seed",
    "shown",
]


def read_seed(
    path: Path | Inside, id: str, *, published: date | None = None
) -> Iterator[Reading | Refusal]:
    """The articles of one seed file, one after the other.

    `id` is the seed's path in `seeds/`: the id of its article, and before `#row`
    in a batch file. `published` is the day the user names for articles that do
    not state one in a field. Bad content never raises: it is a refusal. Memory
    is bounded by one row of a batch file, one whole document otherwise.
    """
    return map(finished, rows_of_seed(path, id, published=published))


def rows_of_seed(
    path: Path | Inside,
    id: str,
    *,
    published: date | None = None,
    columns: Mapping[str, str] | None = None,
    insisted: bool = False,
) -> Iterator[Row]:
    """What `read_seed` gives, with pages that are not taken apart yet.

    `columns` says which columns of a table hold our fields, as in {"text": "Body"};
    where `insisted`, a table that lacks one of them is refused.
    """
    try:
        with opened(path, id) as stream:
            size = os.fstat(stream.fileno()).st_size
            source = Source(
                id, stream, published, size=size, columns=columns or {}, insisted=insisted
            )
            yield from read_source(source, path.name)
    except InputRefused as refused:
        yield refuse(refused.source, refused.reason)


def read_stream(lines: BinaryIO, id_prefix: str = "") -> Iterator[Reading | Refusal]:
    """What comes on a stream, told by its first bytes.

    JSONL articles are read line by line, and the id of each is the prefix and its row's `id`.
    Anything else is read as the same bytes in a file would be, under the name of the stream.
    """
    from workbench.edges.readers import jsonl  # noqa: PLC0415 (an import by name needs none)

    head = _head(lines)
    if not head.strip() or reader_for("", "", head) == "jsonl.read":
        return map(finished, jsonl.read_stream(lines, id_prefix))
    return map(finished, _named_rows(lines, id_prefix or STREAM))


STREAM = "standard input"


def _head(stream: BinaryIO) -> bytes:
    """The first bytes of a stream, which stay in it."""
    if isinstance(stream, BufferedReader):
        return stream.peek(HEAD)[:HEAD]
    head = stream.read(HEAD)
    stream.seek(-len(head), os.SEEK_CUR)
    return head


def _named_rows(lines: BinaryIO, name: str) -> Iterator[Row]:
    """The articles of a stream that is no JSONL."""
    if not isinstance(lines, BufferedReader):
        lines = BufferedReader(cast("RawIOBase", lines))
    try:
        yield from read_source(Source(name, lines), "")
    except InputRefused as refused:
        yield refuse(refused.source, refused.reason)


def finished(row: Row) -> Reading | Refusal:
    """A row with its page taken apart, under the sandbox's limits."""
    if not isinstance(row, Unread):
        return row
    from workbench.edges.readers.html import reading_of  # noqa: PLC0415 (only where there is a page)

    try:
        (reading,) = guarded(map(reading_of, (row,)), row.source.id)
    except InputRefused as refused:
        return refuse(refused.source, refused.reason)
    return reading
