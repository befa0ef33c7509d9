"""Addresses to fetch, in what a user handed in: a list of links, a feed's entries."""

from io import BytesIO

from workbench.edges.fetch import Fetched, is_address
from workbench.edges.readers.feeds import links_of
from workbench.edges.readers.fields import is_web_address
from workbench.edges.readers.readings import Source
from workbench.edges.readers.registry import reader_for
from workbench.edges.readers.unpacking import unpacked

LONGEST_LIST = 4 * 1024 * 1024
"""Characters of a list of links."""


def addresses_in(text: str) -> list[str]:
    """The addresses of a list, one a line, each once; none where any line is other text.

    Blank lines and lines that begin with `#` are passed over.
    """
    if len(text) > LONGEST_LIST:
        return []
    lines = [line.strip() for line in text.splitlines()]
    links = [line for line in lines if line and not line.startswith("#")]
    if not all(is_address(link) and is_web_address(link) for link in links):
        return []
    return list(dict.fromkeys(links))


def entries_of(fetched: Fetched, limit: int) -> list[str]:
    """The addresses of the entries of what was fetched, if that is a feed; else none.

    `limit` is in bytes. Raises InputRefused for a feed that cannot be read.
    """
    headers = {name.lower(): value for name, value in fetched.headers}
    kind, _, parameters = headers.get("content-type", "").partition(";")
    body = unpacked(fetched.body, headers.get("content-encoding", ""), limit, fetched.url)
    if reader_for(kind.strip().lower(), "", body) != "feeds.read":
        return []
    charset = parameters.lower().partition("charset=")[2].split(";")[0].strip(" \"'")
    return links_of(Source(fetched.url, BytesIO(body), declared=charset))
