"""Mail (`.eml`) and pages saved as one file (`.mht`): a MIME message, one article."""

from collections.abc import Iterator
from dataclasses import dataclass
from email import policy
from email.errors import MessageError
from email.headerregistry import HeaderRegistry
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import parseaddr
from typing import Any

from workbench.edges.readers.decoding import decode, text_problem
from workbench.edges.readers.fields import fields_of
from workbench.edges.readers.plain import compose
from workbench.edges.readers.readings import Row, Source, unread
from workbench.edges.sandbox import SandboxFailed, shared
from workbench.errors import InputRefused

MOST_PARTS = 1000
"""Parts of one message."""

BROKEN_HEADER = (
    AssertionError,
    AttributeError,
    LookupError,
    MessageError,
    RecursionError,
    TypeError,
    ValueError,
)
"""What Python's parser of mail headers raises for broken ones; fuzzing found most of it."""


@dataclass(frozen=True, slots=True)
class Mail:
    """A message's own text or page, with the encoding its part states, and its headers."""

    body: bytes
    charset: str
    is_page: bool
    headers: dict[str, str]


class _Lenient(HeaderRegistry):
    """Headers taken apart, and as they stand where Python's parser breaks on them."""

    def __call__(self, name: str, value: str) -> Any:
        try:
            return super().__call__(name, value)
        except BROKEN_HEADER:
            return value


_POLICY = policy.default.clone(header_factory=_Lenient())


def read(source: Source) -> Iterator[Row]:
    """The text of a message; its page where it has no text, or is a saved page."""
    try:
        mail = shared().call(parse, source.whole())
    except SandboxFailed as failed:
        raise InputRefused(source.id, f"the message's parser {failed}") from None
    if not mail.body:
        raise InputRefused(source.id, "no text in the message")
    decoded = decode(mail.body, source.id, mail.charset)
    fields = fields_of(mail.headers, "mail header")
    if mail.is_page:
        yield unread(source, decoded.text, fields, decoded.flags)
        return
    yield compose(source, decoded.text, fields, decoded.flags)


def parse(data: bytes) -> Mail:
    """Take a message apart, in the sandbox: nesting is the sender's to choose."""
    message = BytesParser(policy=_POLICY).parsebytes(data)
    parts = [part for part, _ in zip(message.walk(), range(MOST_PARTS), strict=False)]
    plain = [part for part in parts if _is(part, "text/plain")]
    pages = [part for part in parts if _is(part, "text/html")]
    saved_page = "snapshot-content-location" in message or (
        message.get_content_type() == "multipart/related" and not plain
    )
    best = pages if saved_page or not plain else plain
    headers = {
        "title": _header(message, "subject"),
        "published": _header(message, "date"),
        "publisher": parseaddr(_header(message, "from"))[0],
        "url": _header(message, "snapshot-content-location"),
    }
    if not best:
        return Mail(b"", "", False, headers)
    body = best[0].get_payload(decode=True)
    charset = best[0].get_content_charset("")
    return Mail(body if isinstance(body, bytes) else b"", charset, best is pages, headers)


def _is(part: EmailMessage, kind: str) -> bool:
    return part.get_content_type() == kind and part.get_content_disposition() != "attachment"


def _header(message: EmailMessage, name: str) -> str:
    value = str(message.get(name, ""))
    return "" if text_problem(value) else value
