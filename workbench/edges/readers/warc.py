"""WARC files (ISO 28500): web pages as they were served, with their headers.

Each successful response is one article; so is the file that a fetched page is
kept in (`record_of`), which any web archive's tools can open too.
"""

import base64
import hashlib
import io
import uuid
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import BinaryIO, cast

from workbench.edges.readers.readings import LARGEST_DOCUMENT, Row, Source, refuse
from workbench.edges.readers.registry import read_source
from workbench.edges.readers.rows import RowIds
from workbench.edges.readers.unpacking import unpacked
from workbench.errors import InputRefused

MOST_HEADER_LINES = 500
LONGEST_HEADER = 64 * 1024
"""Bytes of one header line."""
RESPONSE, RESOURCE = "response", "resource"

Headers = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server sent: the body is unpacked, header names are in lower case."""

    status: int
    headers: Headers
    body: bytes


def read(source: Source) -> Iterator[Row]:
    """The pages of a WARC file, in its order; what is no page is passed over."""
    ids = RowIds(source.id)
    number = 0
    while (headers := _record_headers(source)) is not None:
        block, whole = _block(source, headers)
        if headers.get("warc-type") not in {RESPONSE, RESOURCE}:
            continue
        number += 1
        place = f"{source.id} record {number}"
        if not whole:
            yield refuse(place, f"larger than {LARGEST_DOCUMENT // 1024 // 1024} MiB")
            continue
        try:
            yield from _page(source, headers, block, ids.of(number, str(number)))
        except InputRefused as refused:
            yield refuse(place, refused.reason)


def record_of(
    url: str, when: datetime, status: str, headers: Sequence[tuple[str, str]], body: bytes
) -> bytes:
    """One response as a WARC 1.1 record, named by its content: the same twice is the same.

    `when` is an aware time; `status` is such as "200 OK"; `body` as the server sent it.
    """
    head = "".join(f"{name}: {_one_line(value)}\r\n" for name, value in headers)
    block = f"HTTP/1.1 {_one_line(status)}\r\n{head}\r\n".encode("utf-8", "replace") + body
    stamp = when.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    digest = base64.b32encode(hashlib.sha256(body).digest()).decode("ascii")
    name = uuid.uuid5(uuid.NAMESPACE_URL, f"{url} {stamp} {digest}")
    fields = (
        ("WARC-Type", RESPONSE),
        ("WARC-Record-ID", f"<urn:uuid:{name}>"),
        ("WARC-Date", stamp),
        ("WARC-Target-URI", _one_line(url)),
        ("WARC-Payload-Digest", f"sha256:{digest}"),
        ("Content-Type", "application/http; msgtype=response"),
        ("Content-Length", str(len(block))),
    )
    top = "WARC/1.1\r\n" + "".join(f"{key}: {value}\r\n" for key, value in fields)
    return top.encode("utf-8") + b"\r\n" + block + b"\r\n\r\n"


def _record_headers(source: Source) -> Headers | None:
    """The headers of the next record; None at the end. Raises InputRefused."""
    line = source.stream.readline(LONGEST_HEADER)
    while line in {b"\r\n", b"\n"}:
        line = source.stream.readline(LONGEST_HEADER)
    if not line:
        return None
    if not line.startswith(b"WARC/"):
        raise InputRefused(source.id, "a damaged WARC file: no record where one should begin")
    return _headers(source.stream)


def _headers(stream: BinaryIO) -> Headers:
    headers: dict[str, str] = {}
    for _ in range(MOST_HEADER_LINES):
        line = stream.readline(LONGEST_HEADER)
        if line in {b"", b"\r\n", b"\n"}:
            break
        name, colon, value = line.decode("utf-8", "replace").partition(":")
        if colon:
            headers.setdefault(name.strip().lower(), value.strip())
    return headers


def _block(source: Source, headers: Headers) -> tuple[bytes, bool]:
    """(a record's content, whether it is whole); one too large is passed over."""
    stated = headers.get("content-length", "")
    if not (stated.isascii() and stated.isdigit()) or len(stated) > 15:
        raise InputRefused(source.id, "a damaged WARC file: a record without its length")
    length = int(stated)
    if length <= LARGEST_DOCUMENT:
        block = source.stream.read(length)
        return block, len(block) == length
    while length > 0 and (piece := source.stream.read(min(length, 1 << 20))):
        length -= len(piece)
    return b"", False


def _page(source: Source, headers: Headers, block: bytes, id: str) -> Iterator[Row]:
    answer = Answer(200, headers, block)
    if headers.get("content-type", "").startswith("application/http"):
        answer = _answer(block, source.id)
    kind, _, parameters = answer.headers.get("content-type", "").partition(";")
    kind = kind.strip().lower()
    if answer.status != 200 or not answer.body or not _may_hold_text(kind):
        return
    charset = parameters.lower().partition("charset=")[2].split(";")[0].strip(" \"'")
    body = cast(BinaryIO, io.BufferedReader(cast(io.RawIOBase, io.BytesIO(answer.body))))
    url = headers.get("warc-target-uri", "").strip("<>")
    yield from read_source(
        replace(
            source, id=id, stream=body, declared=charset, url=url, kind=kind,
            depth=source.depth + 1, size=len(block),
        ),
        "",
    )  # fmt: skip


def _may_hold_text(kind: str) -> bool:
    return kind in {"", "application/octet-stream"} or (
        any(word in kind for word in ("text/", "html", "json", "rss", "atom", "xml", "pdf"))
        and not any(word in kind for word in ("css", "javascript", "svg"))
    )


def _answer(block: bytes, name: str) -> Answer:
    stream = io.BytesIO(block)
    status = stream.readline(LONGEST_HEADER).split(None, 2)
    headers = _headers(stream)
    body = stream.read()
    if headers.get("transfer-encoding", "").lower() == "chunked":
        body = _joined(body)
    body = unpacked(body, headers.get("content-encoding", "").lower(), LARGEST_DOCUMENT, name)
    return Answer(int(status[1]) if len(status) > 1 and status[1].isdigit() else 0, headers, body)


def _joined(body: bytes) -> bytes:
    """A chunked body put together; as it is where it is not chunked after all."""
    stream = io.BytesIO(body)
    parts: list[bytes] = []
    while True:
        head = stream.readline(100).split(b";")[0].strip()
        try:
            length = int(head, 16)
        except ValueError:
            return b"".join(parts) if parts else body
        if length <= 0:
            return b"".join(parts)
        parts.append(stream.read(length))
        stream.readline(100)


def _one_line(value: str) -> str:
    return " ".join(value.split())
