"""WARC files (ISO 28500): web pages as they were served, with their headers.

Each successful response is one article; so is the file that a fetched page is
kept in (`record_of`), which any web archive's tools can open too.
"""

import base64
import hashlib
import io
import re
import uuid
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import BinaryIO, cast

from workbench.edges.readers.readings import LARGEST_DOCUMENT, Row, Source, refuse
from workbench.edges.readers.registry import guarded, read_source
from workbench.edges.readers.rows import RowIds
from workbench.edges.readers.unpacking import Damaged, unpacked
from workbench.errors import InputRefused

MOST_HEADER_LINES = 500
LONGEST_HEADER = 64 * 1024
"""Bytes of one header line."""
LONGEST_LENGTH = 15
"""Digits of a record's length."""
LONGEST_BEGINNING = 32
"""Bytes by which the beginning of a record is told."""
_BEGINS = re.compile(rb"WARC/\d\.\d\s*\Z")
_FOLLOWS = re.compile(rb"[\r\n]*(?:\Z|WARC/\d\.\d\r?\n)")
_BEGINS_LATE = re.compile(rb"WARC/\d\.\d\r?\n\Z")
_BEGINS_WITHIN = re.compile(rb"(WARC/\d\.\d\r?\n(?=[Ww][Aa][Rr][Cc]-|[Cc]ontent-))")
_STATUS = re.compile(rb"\S{1,20}\s{1,9}(\d{3})(?!\d)")
_CHUNK = re.compile(rb"\s{0,9}([0-9A-Fa-f]{1,16})\s{0,9}(?:;.*)?\r?\n?\Z", re.DOTALL)
"""How a chunk begins (RFC 9112, 7.1); its length may be any number up to 2^64."""
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
    tape = _Tape(source)
    number = 0
    while (record := tape.next_record()) is not None:
        if record.kind not in {RESPONSE, RESOURCE} and not record.problem:
            continue
        number += 1
        place = f"{source.id} record {number}"
        if record.problem:
            yield refuse(place, record.problem)
            continue
        page = _page(source, record.headers, record.block, ids.of(number, str(number)))
        try:
            yield from guarded(page, place)
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


@dataclass(frozen=True, slots=True)
class _Record:
    """One record; `problem` is why its content is not there, or ""."""

    headers: Headers
    block: bytes = b""
    problem: str = ""

    @property
    def kind(self) -> str:
        return self.headers.get("warc-type", "")


class _Tape:
    """Records read one after the other, and found again behind one that is damaged.

    A record says how long it is. Where it is cut off, the next one's beginning stands
    inside of that length, and the file's end may; then reading goes on from there.
    """

    def __init__(self, source: Source) -> None:
        self._stream = source.stream
        self._again = b""
        self._damage = ""
        self._ended = False

    def next_record(self) -> _Record | None:
        """The next record; None at the end."""
        line = self._line()
        while line in {b"\r\n", b"\n"}:
            line = self._line()
        if not line:
            damage, self._damage = self._damage, ""
            return _Record({}, problem=damage) if damage else None
        if not _BEGINS.match(line):
            skipped = self._skip()
            return _Record({}, problem=f"damaged: no record where one should begin{skipped}")
        headers, ended = _headers(self)
        if not ended:
            self._damage = ""
            return _Record(headers, problem="cut off in its head")
        length = headers.get("content-length", "")
        if not (length.isascii() and length.isdigit()) or len(length) > LONGEST_LENGTH:
            self._skip()
            return _Record(headers, problem="damaged: it does not say its length")
        return self._body(headers, int(length))

    def readline(self, limit: int) -> bytes:
        """The next line, cut after `limit` bytes; what was given back comes first."""
        if not self._again:
            return self._from_stream(self._stream.readline, limit)
        end = self._again.find(b"\n", 0, limit) + 1 or min(limit, len(self._again))
        line, self._again = self._again[:end], self._again[end:]
        if line.endswith(b"\n"):
            return line
        return line + self._from_stream(self._stream.readline, limit)

    def give_back(self, data: bytes) -> None:
        """Have bytes come again, before all others."""
        self._again = data + self._again

    def _line(self) -> bytes:
        return self.readline(LONGEST_HEADER)

    def _body(self, headers: Headers, length: int) -> _Record:
        if length > LARGEST_DOCUMENT:
            there = self._pass_over(length)
            mib = LARGEST_DOCUMENT // 1024 // 1024
            problem = _cut(there, length) if there < length else f"larger than {mib} MiB"
            return _Record(headers, problem=problem)
        block = self._read(length)
        following = self._read(LONGEST_BEGINNING)
        self.give_back(following)
        if len(block) == length and _FOLLOWS.match(following):
            return _Record(headers, block)
        inside = _BEGINS_WITHIN.search(block + following)
        if inside and inside.start(1) < len(block):
            self.give_back(block[inside.start(1) :])
            return _Record(headers, problem=_cut(inside.start(1), length))
        if len(block) == length:
            return _Record(headers, block)
        self._damage = ""  # told with the record
        return _Record(headers, problem=_cut(len(block), length))

    def _read(self, length: int) -> bytes:
        data, self._again = self._again[:length], self._again[length:]
        missing = length - len(data)
        return data + self._from_stream(self._stream.read, missing) if missing else data

    def _from_stream(self, read: Callable[[int], bytes], count: int) -> bytes:
        """Bytes of the stream, which ends where its packing is damaged."""
        if self._ended:
            return b""
        try:
            return read(count)
        except Damaged as damaged:
            self._damage, self._ended = damaged.reason, True
            return b""

    def _pass_over(self, length: int) -> int:
        """Read past so many bytes; how many were there."""
        passed = 0
        while passed < length and (piece := self._read(min(length - passed, 1 << 20))):
            passed += len(piece)
        return passed

    def _skip(self) -> str:
        """Go on to where a record begins, and say in words how much was passed over."""
        passed = 0
        while line := self._line():
            if _BEGINS.match(line):
                self.give_back(line)
                break
            passed += len(line)
        return f"; {passed} bytes are passed over" if passed else ""


def _cut(there: int, length: int) -> str:
    return f"cut off: {there} of its {length} bytes are there"


def _headers(lines: "_Tape | BinaryIO") -> tuple[Headers, bool]:
    """(header lines by their names in lower case, whether a blank line ends them)."""
    headers: dict[str, str] = {}
    for _ in range(MOST_HEADER_LINES):
        line = lines.readline(LONGEST_HEADER)
        if line in {b"", b"\r\n", b"\n"}:
            return headers, bool(line)
        if isinstance(lines, _Tape) and (begun := _BEGINS_LATE.search(line)):
            lines.give_back(line[begun.start() :])
            return headers, False
        name, colon, value = line.decode("utf-8", "replace").partition(":")
        if colon:
            headers.setdefault(name.strip().lower(), value.strip())
    return headers, True


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
    status = _STATUS.match(stream.readline(LONGEST_HEADER))
    headers, _ = _headers(stream)
    body = stream.read()
    if headers.get("transfer-encoding", "").lower() == "chunked":
        body = _joined(body)
    body = unpacked(body, headers.get("content-encoding", "").lower(), LARGEST_DOCUMENT, name)
    return Answer(int(status[1]) if status else 0, headers, body)


def _joined(body: bytes) -> bytes:
    """A chunked body put together; as it is where it is not chunked after all."""
    stream = io.BytesIO(body)
    parts: list[bytes] = []
    while True:
        head = _CHUNK.match(stream.readline(100))
        if not head:
            return b"".join(parts) if parts else body
        length = int(head[1], 16)
        if not length:
            return b"".join(parts)
        parts.append(stream.read(min(length, len(body))))
        stream.readline(100)


def _one_line(value: str) -> str:
    return " ".join(value.split())
