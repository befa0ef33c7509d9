"""JSON Lines: one article a row, read row by row in bounded memory.

A row has `text` (or `html`), and may have `id`, `title`, `publisher`, `url`,
`published`, `language`, under the names of `workbench.edges.readers.article_fields`.
"""

import json
import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, BinaryIO

from workbench.edges.readers.decoding import decode
from workbench.edges.readers.readings import LONGEST_ROW, Row, Source, refuse
from workbench.edges.readers.rows import RowIds, article_of
from workbench.errors import InputRefused

MOST_BRACKETS = 200_000
"""Objects and lists in one row: more is no article, and would take gigabytes."""
LONGEST_NUMBER = 400
"""Digits; a longer number is an attack or a mistake."""

_SURROGATE = re.compile("[\ud800-\udfff]")
_CHUNK = 1 << 20


def read(source: Source) -> Iterator[Row]:
    """The articles of a JSONL file, in its order; a bad row is one refusal."""
    ids = RowIds(source.id)
    for number, line in rows_of(source.stream):
        place = f"{source.id} line {number}"
        if line is None:
            yield refuse(place, f"row longer than {LONGEST_ROW // 1024 // 1024} MiB")
        else:
            yield _row(source, place, line, partial(ids.of, number))


def read_stream(lines: BinaryIO, id_prefix: str = "") -> Iterator[Row]:
    """JSONL articles from a stream; an article's id is the prefix and its row's `id`.

    A row without an id goes by its line number.
    """
    source = Source(id_prefix or "standard input", lines)
    for number, line in rows_of(lines):
        place = f"{source.id} line {number}"
        if line is None:
            yield refuse(place, f"row longer than {LONGEST_ROW // 1024 // 1024} MiB")
        else:
            yield _row(source, place, line, partial(_as_given, id_prefix, number))


def rows_of(stream: BinaryIO) -> Iterator[tuple[int, bytes | None]]:
    """(number from 1, row) for each row that is not blank; None for one too long.

    A row too long is passed over in pieces, so that the next one is still read.
    """
    number = 0
    while line := stream.readline(LONGEST_ROW + 1):
        number += 1
        if len(line) > LONGEST_ROW and not line.endswith(b"\n"):
            del line
            while (piece := stream.readline(_CHUNK)) and not piece.endswith(b"\n"):
                pass
            yield number, None
        elif line.strip(b" \t\r\n\xef\xbb\xbf"):
            yield number, line


def parse(data: bytes, place: str) -> tuple[Any, tuple[str, ...]]:
    """(value, decoding flags) of a JSON text that can be trusted to mean one thing.

    Raises InputRefused for what JSON forbids or readers disagree on (RFC 8259):
    duplicate names, NaN, numbers of absurd length, half surrogates, deep nesting.
    """
    if data.count(b"[") + data.count(b"{") > MOST_BRACKETS:
        raise InputRefused(place, "too many objects and lists to be an article")
    decoded = decode(data, place)
    try:
        return _DECODER.decode(decoded.text.strip()), decoded.flags
    except RecursionError:
        raise InputRefused(place, "JSON nested too deep") from None
    except ValueError as error:
        raise InputRefused(place, f"not JSON that can be used: {error}") from None


def _as_given(prefix: str, number: int, given: str) -> str:
    return prefix + (given or str(number))


def _row(source: Source, place: str, line: bytes, name: Callable[[str], str]) -> Row:
    try:
        given, flags = parse(line, place)
        if not isinstance(given, dict):
            raise InputRefused(place, "not a JSON object")
        return article_of(source, given, name, flags)
    except InputRefused as refused:
        return refuse(place, refused.reason)


def _pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object's members. Raises ValueError where a name stands twice."""
    members = dict(pairs)
    if len(members) != len(pairs):
        raise ValueError("a name stands twice in one object")
    for name, value in pairs:
        if _SURROGATE.search(name) or (isinstance(value, str) and _SURROGATE.search(value)):
            raise ValueError("half of a surrogate pair")
    return members


def _integer(digits: str) -> int:
    if len(digits) > LONGEST_NUMBER:
        raise ValueError(f"a number of {len(digits)} digits")
    return int(digits)


def _constant(name: str) -> float:
    raise ValueError(f"{name} is not JSON")


def _float(digits: str) -> float:
    if len(digits) > LONGEST_NUMBER:
        raise ValueError(f"a number of {len(digits)} digits")
    return float(digits)


_DECODER = json.JSONDecoder(
    object_pairs_hook=_pairs, parse_int=_integer, parse_float=_float, parse_constant=_constant
)
