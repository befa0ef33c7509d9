"""Readers: any pile of sources in, articles or named refusals out.

find_inputs   the files under what the user named
read_seed     one seed file → its articles
read_stream   JSONL articles from standard input
"""

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from workbench.edges.readers.folder import find_inputs, opened
from workbench.edges.readers.jsonl import read_stream
from workbench.edges.readers.readings import Reading, Refusal, Row, Source, refuse, shown
from workbench.edges.readers.registry import read_source
from workbench.errors import InputRefused

__all__ = [
    "Reading",
    "Refusal",
    "Row",
    "find_inputs",
    "opened",
    "read_seed",
    "read_stream",
    "shown",
]


def read_seed(path: Path, id: str, *, published: date | None = None) -> Iterator[Row]:
    """The articles of one seed file, one after the other.

    `id` is the seed's path in `seeds/`: the id of its article, and before `#row`
    in a batch file. `published` is the day the user names for articles that do
    not state one in a field. Bad content never raises: it is a refusal. Memory
    is bounded by one row of a batch file, one whole document otherwise.
    """
    try:
        with opened(path, id) as stream:
            source = Source(id, stream, published, size=os.fstat(stream.fileno()).st_size)
            yield from read_source(source, path.name)
    except InputRefused as refused:
        yield refuse(refused.source, refused.reason)
