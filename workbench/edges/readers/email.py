"""Mail (`.eml`, `.emlx`, mbox) and pages saved as one file (`.mht`): MIME messages.

Every message is an article: the file's own, and each that is attached to it. Files that
are attached are read as they would be by themselves; one that no reader takes is named.
"""

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePath
from typing import BinaryIO, cast

from workbench.edges.readers.article_fields import fields_of
from workbench.edges.readers.decoding import text_problem
from workbench.edges.readers.found import Attached, Mail
from workbench.edges.readers.plain import compose
from workbench.edges.readers.readings import LARGEST_DOCUMENT, Row, Source, refuse, shown, unread
from workbench.edges.readers.registry import NO_ARTICLES, SUFFIXES, read_source
from workbench.edges.readers.rows import RowIds
from workbench.edges.sandbox import SandboxFailed, shared
from workbench.errors import InputRefused

DEEPEST = 3
"""Files within files within messages."""

_FROM_LINE = re.compile(
    rb"From (?:-|\S{1,300}) {1,3}(?:.{0,40}\s)?\w{3} \w{3} [ \d]\d \d\d:\d\d.{0,40}\d{4}.{0,20}\Z"
)
"""Who sent it and when, as `asctime` writes it; only some writers put a blank line before."""
_ESCAPED = re.compile(rb"^>(?=>*From )", re.MULTILINE)


def read(source: Source) -> Iterator[Row]:
    """A message and what is attached to it."""
    ids = RowIds(source.id)
    yield from _rows(source, source.id, _taken_apart(source.whole(), source.id), ids)


def read_mbox(source: Source) -> Iterator[Row]:
    """The messages of a mailbox (RFC 4155), one after the other; a bad one is one refusal."""
    ids = RowIds(source.id)
    for number, data in enumerate(_messages(source.stream), 1):
        place = f"{source.id} message {number}"
        try:
            if len(data) > LARGEST_DOCUMENT:
                raise InputRefused(place, f"larger than {LARGEST_DOCUMENT // 1024 // 1024} MiB")
            id = ids.of(number, str(number))
            yield from _rows(source, id, _taken_apart(data, place), RowIds(id))
        except InputRefused as refused:
            yield refuse(place, refused.reason)


def parse(data: bytes) -> Mail:
    """Take a message apart, in the sandbox."""
    from workbench.edges.readers.email_parts import mail_of  # noqa: PLC0415 (heavy)

    return mail_of(data)


def _taken_apart(data: bytes, name: str) -> Mail:
    try:
        return shared().call(parse, data)
    except SandboxFailed as failed:
        raise InputRefused(name, f"the message's parser {failed}") from None


def _messages(stream: BinaryIO) -> Iterator[bytes]:
    """The messages of a mailbox: one begins at a `From ` line with a time at its end."""
    lines: list[bytes] = []
    size = 0
    while line := stream.readline(LARGEST_DOCUMENT):
        if _FROM_LINE.match(line.rstrip(b"\r\n")):
            if lines:
                yield _ESCAPED.sub(b"", b"".join(lines))
            lines, size = [], 0
        elif size <= LARGEST_DOCUMENT and (lines or line.strip()):
            lines.append(line)
            size += len(line)
    if lines:
        yield _ESCAPED.sub(b"", b"".join(lines))


def _rows(source: Source, id: str, mail: Mail, ids: RowIds) -> Iterator[Row]:
    """The rows of a message, of the messages in it and of its files."""
    unread_files = [one for one in mail.files if not _is_readable(one, source.depth)]
    flags = mail.flags
    if unread_files:
        names = ", ".join(one.name or one.kind for one in unread_files[:8])
        flags = (*flags, f"partial: not read of what is attached: {shown(names)}")
    if mail.text.strip():
        yield from _own(source, id, mail, flags)
    elif not mail.mails and len(unread_files) == len(mail.files):
        raise InputRefused(id, "no text in the message")
    for number, inner in enumerate(mail.mails, 1):
        inner_id = ids.of(number, str(number))
        try:
            yield from _rows(source, inner_id, inner, RowIds(inner_id))
        except InputRefused as refused:
            yield refuse(inner_id, refused.reason)
    for number, one in enumerate(mail.files, 1):
        if one not in unread_files:
            yield from _file(source, one, ids.of(len(mail.mails) + number, one.name))


def _own(source: Source, id: str, mail: Mail, flags: tuple[str, ...]) -> Iterator[Row]:
    own = replace(source, id=id)
    fields = fields_of(mail.headers, "mail header")
    if mail.is_page:
        yield unread(own, mail.text, fields, flags)
    elif problem := text_problem(mail.text):
        yield refuse(id, problem)
    else:
        yield compose(own, mail.text, fields, flags)


def _is_readable(one: Attached, depth: int) -> bool:
    suffix = PurePath(one.name).suffix.lower()
    return depth < DEEPEST and suffix in SUFFIXES and suffix not in NO_ARTICLES and bool(one.data)


def _file(source: Source, one: Attached, id: str) -> Iterator[Row]:
    raw = cast(BinaryIO, io.BufferedReader(cast(io.RawIOBase, io.BytesIO(one.data))))
    inner = replace(source, id=id, stream=raw, depth=source.depth + 1, size=len(one.data), kind="")
    try:
        yield from read_source(inner, one.name)
    except InputRefused as refused:
        yield refuse(refused.source, refused.reason)
