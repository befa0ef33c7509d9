"""JSON documents: one article, a list of them, or an object that holds a list."""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from workbench.edges.readers.jsonl import parse
from workbench.edges.readers.readings import Row, Source, refuse
from workbench.edges.readers.rows import RowIds, article_of, has_summary, has_text
from workbench.errors import InputRefused

LISTS = (
    "articles", "items", "data", "results", "documents", "docs", "records", "@graph", "value",
    "posts", "stories", "news", "objects", "entries", "rows", "hits", "messages", "response",
    "result", "children",
)  # fmt: skip
"""Names under which an object keeps its articles, or the object that does, best first."""
DEEPEST = 4
"""Objects within objects in which a list is looked for."""


def read(source: Source) -> Iterator[Row]:
    """The articles of a JSON document; JSON Feed (version 1.1) is one of its forms."""
    value, flags = parse(source.whole(), source.id)
    listed = _list_under(value, DEEPEST)
    if isinstance(value, dict) and (has_text(value) or (listed is None and has_summary(value))):
        yield article_of(source, value, lambda _: source.id, flags, "JSON")
        return
    if listed is None:
        raise InputRefused(source.id, "no article in it: neither a text nor a list of articles")
    ids = RowIds(source.id)
    for number, item in enumerate(listed, 1):
        place = f"{source.id} item {number}"
        try:
            if not isinstance(item, Mapping):
                raise InputRefused(place, "not a JSON object")
            yield article_of(source, item, partial(ids.of, number), flags)
        except InputRefused as refused:
            yield refuse(place, refused.reason)


def _list_under(value: Any, depth: int) -> list[Any] | None:
    if isinstance(value, list):
        return value
    if isinstance(value, dict) and depth:
        inner = (_list_under(value[key], depth - 1) for key in LISTS if key in value)
        return next((found for found in inner if found is not None), None)
    return None
