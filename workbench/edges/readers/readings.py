"""What every reader takes and gives: a source, a reading, a refusal.

A reader never raises for bad content: what it cannot take in comes out as a
`Refusal`, one row of the import report, and the rest of the batch goes on.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING, BinaryIO

from workbench.core.text.articles import Article
from workbench.errors import InputRefused

if TYPE_CHECKING:
    from workbench.edges.readers.article_fields import Fields

LARGEST_DOCUMENT = 32 * 1024 * 1024
"""Bytes of one article's file or page; a longer one is refused, not cut."""
LONGEST_ROW = 8 * 1024 * 1024
"""Bytes of one row of a batch file; a longer one is refused, the next row is read."""

UNDATED = "day of publication not stated on the page"
"""Flag of a page that says nowhere when it was published: nothing in it is dated by a guess."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One article as it was read.

    `flags` are remarks for the report ("decoded as cp1252", "partial: …").
    `origins` names, for each field that was found, where it was found.
    """

    article: Article
    flags: tuple[str, ...] = ()
    origins: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Refusal:
    """One input that did not go in, and why, in words for a person.

    `source` is safe to print: control characters and bytes that are no text are
    written as escapes.
    """

    source: str
    reason: str


@dataclass(frozen=True, slots=True)
class Source:
    """What a reader is handed.

    `published` is the day that the user names for it. `declared` (an encoding),
    `url` and `kind` (a media type) are what an HTTP header or an archive says of
    it. `depth` counts the archives that were opened to reach it, `size` the bytes
    that it takes on disk, packed if it is packed. `columns` names the columns of a table
    that hold our fields: {"text": "Body"}; where `insisted`, a table that lacks one is refused.
    """

    id: str
    stream: BinaryIO
    published: date | None = None
    declared: str = ""
    url: str = ""
    kind: str = ""
    depth: int = 0
    size: int = 0
    columns: Mapping[str, str] = field(default_factory=dict)
    insisted: bool = False

    def whole(self, limit: int = LARGEST_DOCUMENT) -> bytes:
        """All bytes. Raises InputRefused for more than `limit`."""
        data = self.stream.read(limit + 1)
        if len(data) > limit:
            raise InputRefused(self.id, f"larger than {limit // 1024 // 1024} MiB")
        return data


@dataclass(frozen=True, slots=True)
class Unread:
    """A page that is decoded but not taken apart, which is what takes long.

    `readers.finished` does that, in this process or another. `given` is what came
    with the page; `source` has no bytes left to read.
    """

    source: Source
    html: str
    given: "Fields"
    flags: tuple[str, ...] = ()


Row = Reading | Refusal | Unread


def unread(source: Source, html: str, given: "Fields", flags: tuple[str, ...] = ()) -> Unread:
    """A page to be taken apart later; what was given with it comes before what it says."""
    return Unread(replace(source, stream=BytesIO()), html, given, flags)


def shown(name: str) -> str:
    """A file name or id that can be printed: odd characters become escapes."""
    return "".join(c if c.isprintable() else _escape(c) for c in name)


def _escape(character: str) -> str:
    """A byte of a file name that is no text is written as the byte: `\\xff`."""
    code = ord(character)
    if 0xDC80 <= code <= 0xDCFF:
        return f"\\x{code - 0xDC00:02x}"
    return character.encode("unicode_escape").decode()


def refuse(source: str, reason: str) -> Refusal:
    """A refusal whose words are safe to print."""
    return Refusal(shown(source), shown(reason))
