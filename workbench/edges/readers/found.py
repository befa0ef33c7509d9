"""What a parser in the sandbox hands back; light, for its caller loads no parser."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from workbench.core.text.articles import Part


@dataclass(frozen=True, slots=True)
class Page:
    """What was found on a page; `text` is empty where it shows none, `parts` are of it."""

    text: str
    values: dict[str, str]
    published: date | None
    origins: dict[str, str]
    flags: tuple[str, ...]
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed's own title, its entries' fields, and why it was refused or ""."""

    title: str
    entries: tuple[Mapping[str, str], ...]
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A document's text and title; `problem` is why it has none, `flags` what to say of it."""

    text: str
    title: str = ""
    problem: str = ""
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Attached:
    """A file attached to a message: its name, its media type and its bytes."""

    name: str
    kind: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Mail:
    """A message's own text or page, its headers, and the messages and files in it."""

    text: str
    is_page: bool
    headers: dict[str, str]
    flags: tuple[str, ...] = ()
    mails: "tuple[Mail, ...]" = ()
    files: tuple[Attached, ...] = ()
