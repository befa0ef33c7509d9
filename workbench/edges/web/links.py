"""Addresses to fetch, in what a user handed in: a list of links, a feed's entries."""

from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.edges.readers.readings import Source
from workbench.edges.readers.registry import reader_for

if TYPE_CHECKING:  # an import without addresses loads nothing of the web
    from workbench.edges.web.fetched import Fetched

LONGEST_LIST = 4 * 1024 * 1024
"""Bytes of a list of links."""


def is_address(text: str) -> bool:
    """Whether what a user named is a page to fetch, not a file."""
    return text.lower().startswith(("http://", "https://"))


def addresses_of(given: str) -> list[str]:
    """The addresses that an input of the import names; empty for an ordinary file."""
    if is_address(given):
        return [given]
    path = Path(given)
    try:
        if path.is_file() and path.stat().st_size <= LONGEST_LIST:
            return addresses_in(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError):
        return []  # the readers say what is wrong with the file
    return []


def addresses_in(text: str) -> list[str]:
    """The addresses of a list, one a line, each once; none where any line is other text.

    Blank lines and lines that begin with `#` are passed over.
    """
    if len(text) > LONGEST_LIST:
        return []
    lines = [line.strip() for line in text.splitlines()]
    links = [line for line in lines if line and not line.startswith("#")]
    if not all(map(is_address, links)):
        return []
    from workbench.edges.readers.article_fields import is_web_address  # noqa: PLC0415 (links are rare)

    if not all(map(is_web_address, links)):
        return []
    return list(dict.fromkeys(links))


def entries_of(fetched: "Fetched", limit: int) -> list[str]:
    """The addresses of the entries of what was fetched, if that is a feed; else none.

    `limit` is in bytes. Raises InputRefused for a feed that cannot be read.
    """
    from workbench.edges.readers.feeds import links_of  # noqa: PLC0415 (where a page was fetched)
    from workbench.edges.readers.unpacking import unpacked  # noqa: PLC0415

    headers = {name.lower(): value for name, value in fetched.headers}
    kind, _, parameters = headers.get("content-type", "").partition(";")
    body = unpacked(fetched.body, headers.get("content-encoding", ""), limit, fetched.url)
    if reader_for(kind.strip().lower(), "", body) != "feeds.read":
        return []
    charset = parameters.lower().partition("charset=")[2].split(";")[0].strip(" \"'")
    return links_of(Source(fetched.url, BytesIO(body), declared=charset))
