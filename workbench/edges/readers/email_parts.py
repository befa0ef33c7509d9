"""A mail message taken apart: its own text, the messages and files attached to it.

Runs in the sandbox: nesting, lengths and encodings are the sender's to choose.
"""

import re
from base64 import b64decode
from collections.abc import Iterator
from email import policy
from email.errors import MessageError
from email.headerregistry import HeaderRegistry
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import parseaddr
from html import escape
from typing import Any, cast

from workbench.edges.readers.decoding import decode, text_problem
from workbench.edges.readers.found import Attached, Mail
from workbench.edges.readers.html_visible import flat_text
from workbench.errors import InputRefused

MOST_PARTS = 1000
"""Parts of one message, those of the messages in it among them."""
DEEPEST = 20
"""Parts within parts."""
LONGEST_FIELD = 8_000
"""Characters of one header field: Python takes quadratic time for its parameters (RFC 2231)."""
STUB = 0.5
"""Share of the words of a message's page that its plain text has too, below which it is not the
story: "This mail needs HTML", or the beginning with a link to the rest."""
_WORD = re.compile(r"\w+")

SHOWN = frozenset(("text/plain", "text/html", "text/enriched", "application/xhtml+xml"))
"""Types of parts that are read as they stand; RFC 1896's `text/enriched` has elements like HTML."""

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

_COUNT_LINE = re.compile(rb"\s{0,9}\d{1,12}\s{0,9}\r?\n")


class _Lenient(HeaderRegistry):
    """Headers taken apart, and as they stand where Python's parser breaks on them."""

    def __call__(self, name: str, value: str) -> Any:
        if len(value) > LONGEST_FIELD:
            value = value[: value.rfind(";", 0, LONGEST_FIELD)]
        try:
            return super().__call__(name, value)
        except BROKEN_HEADER:
            return value


_POLICY = policy.default.clone(header_factory=_Lenient())
_Body = tuple[str, bool]


def mail_of(data: bytes) -> Mail:
    """A message and all that is attached to it. Apple's `.emlx` begins with a count of bytes."""
    data = data[found.end() :] if (found := _COUNT_LINE.match(data)) else data
    return _Taking().mail(BytesParser(policy=_POLICY).parsebytes(data))


class _Taking:
    """Takes messages apart until they have too many parts."""

    def __init__(self) -> None:
        self._left = MOST_PARTS
        self._flags: list[str] = []
        self._mails: list[Mail] = []
        self._files: list[Attached] = []

    def mail(self, message: EmailMessage, depth: int = 0) -> Mail:
        """One message; those in it are taken apart apart from it."""
        outer = self._flags, self._mails, self._files
        self._flags, self._mails, self._files = [], [], []
        bodies = list(self._bodies(message, depth))
        text, is_page = _joined(bodies)
        found = Mail(
            text, is_page, _fields(message), tuple(self._flags),
            tuple(self._mails), tuple(self._files),
        )  # fmt: skip
        self._flags, self._mails, self._files = outer
        return found

    def _bodies(self, part: EmailMessage, depth: int) -> Iterator[_Body]:
        """The texts and pages that a part shows, in order."""
        self._left -= 1
        if self._left < 0 or depth > DEEPEST:
            if "partial: too many parts" not in self._flags:
                self._flags.append("partial: too many parts")
            return
        kind = part.get_content_type()
        if kind in {"message/rfc822", "message/global"}:
            for inner in _children(part):
                self._mails.append(self.mail(_decoded(part, inner), depth + 1))
        elif kind == "multipart/alternative":
            yield from self._best([list(self._bodies(c, depth + 1)) for c in _children(part)])
        elif part.is_multipart():
            children = _children(part)
            for child in children[:1] if kind == "multipart/related" else children:
                yield from self._bodies(child, depth + 1)
            if kind == "multipart/related":
                self._note(children[1:])
        elif kind in SHOWN and not _is_attachment(part):
            yield from self._text(part, kind != "text/plain")
        else:
            self._attach(part)

    def _best(self, ways: list[list[_Body]]) -> list[_Body]:
        """The way of saying a thing that says most of it: plain text, unless it is a stub."""
        plain = next((way for way in ways if way and not any(page for _, page in way)), [])
        page = next((way for way in reversed(ways) if any(page for _, page in way)), [])
        if plain and page:
            shown = set(_WORD.findall(flat_text(_joined(page)[0])))
            if len(shown.intersection(_WORD.findall(_joined(plain)[0]))) >= STUB * len(shown):
                return plain
            self._flags.append("read from its HTML part: the plain one says less")
        return page or plain

    def _text(self, part: EmailMessage, is_page: bool) -> Iterator[_Body]:
        data = _payload(part)
        try:
            decoded = decode(data, "part", part.get_content_charset(""))
        except InputRefused as refused:
            if data.strip():
                self._flags.append(f"partial: a part is left out, {refused.reason}")
            return
        self._flags += [flag for flag in decoded.flags if flag not in self._flags]
        flowed = str(part.get_param("format", "")).lower() == "flowed" and not is_page
        deletes = str(part.get_param("delsp", "")).lower() == "yes"
        yield (unflowed(decoded.text, deletes) if flowed else decoded.text), is_page

    def _note(self, parts: list[EmailMessage]) -> None:
        """Attach what a page does not show by itself: pictures in it are no loss."""
        for part in parts:
            if part.get_content_maintype() not in {"image", "font", "text"}:
                for _ in self._bodies(part, DEEPEST):
                    continue

    def _attach(self, part: EmailMessage) -> None:
        name = part.get_filename("") or ""
        self._files.append(Attached(name, part.get_content_type(), _payload(part)))


def unflowed(text: str, deletes: bool = False) -> str:
    """A text of `format=flowed` with a line for a paragraph (RFC 3676, sections 4 and 5).

    A line that ends in a blank goes on in the next one of the same depth of quotation;
    with `deletes` (DelSp) that blank was put there for it.
    """
    paragraphs: list[str] = []
    open_depth = -1
    for line in text.split("\n"):
        marks = line[: len(line) - len(line.lstrip(">"))]
        said = line[len(marks) :].removeprefix(" ")
        goes_on = said.endswith(" ") and said != "-- "
        kept = said[:-1] if goes_on and deletes else said
        if open_depth == len(marks) and said != "-- ":
            paragraphs[-1] += kept
        else:
            paragraphs.append(f"{marks} {kept}" if marks else kept)
        open_depth = len(marks) if goes_on else -1
    return "\n".join(paragraphs)


def _children(part: EmailMessage) -> list[EmailMessage]:
    inner = part.get_payload()
    return cast("list[EmailMessage]", inner) if isinstance(inner, list) else []


def _decoded(part: EmailMessage, inner: EmailMessage) -> EmailMessage:
    """A message in a part; out of the base64 that some senders pack it in, against RFC 2046."""
    coding = str(part.get("content-transfer-encoding", "")).strip().lower()
    packed = inner.get_payload()
    if coding != "base64" or inner.keys() or not isinstance(packed, str):
        return inner
    try:
        data = b64decode(packed)
    except ValueError:
        return inner
    return BytesParser(policy=_POLICY).parsebytes(data)


def _joined(bodies: list[_Body]) -> _Body:
    """Texts one under the other; as a page where one of them is a page."""
    if len(bodies) == 1:
        return bodies[0]
    if not any(is_page for _, is_page in bodies):
        return "\n\n".join(text.strip("\n") for text, _ in bodies), False
    return "\n".join(t if page else f"<pre>{escape(t)}</pre>" for t, page in bodies), True


def _payload(part: EmailMessage) -> bytes:
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def _is_attachment(part: EmailMessage) -> bool:
    return part.get_content_disposition() == "attachment" or bool(part.get_filename(""))


def _fields(message: EmailMessage) -> dict[str, str]:
    return {
        "title": _header(message, "subject"),
        "published": _header(message, "date"),
        "publisher": parseaddr(_header(message, "from"))[0],
        "url": _header(message, "snapshot-content-location"),
    }


def _header(message: EmailMessage, name: str) -> str:
    value = str(message.get(name, ""))
    return "" if text_problem(value) else value
