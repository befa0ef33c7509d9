"""A page as it was fetched, what a fetch may take, and what is noted for the next one."""

import hashlib
import re
from dataclasses import dataclass
from datetime import datetime

import httpx

from workbench.edges.readers.warc import record_of
from workbench.edges.web.addresses import WEB_PORTS

USER_AGENT = "claim-workbench/0.1 (fact-checking; one page at a time)"

LARGEST_HEAD = 64 * 1024
"""Bytes of a record in which its headers are looked for."""
_VALIDATOR = re.compile(r"^(?P<name>ETag|Last-Modified): (?P<value>[^\r\n]{1,400})", re.I | re.M)
_UNSAFE = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Limits:
    """What a fetch may take.

    `seconds` and `size` (bytes, packed and unpacked) are for one page with all its
    redirects; `pause` is seconds between two requests to one host. `private` lets
    addresses of one's own network be fetched.
    """

    seconds: float = 30.0
    size: int = 32 * 1024 * 1024
    redirects: int = 5
    retries: int = 2
    pause: float = 1.0
    ports: tuple[int, ...] = WEB_PORTS
    private: bool = False
    robots: bool = True
    agent: str = USER_AGENT


@dataclass(frozen=True, slots=True)
class Known:
    """What was noted of a page when it was fetched last: validators of RFC 9110."""

    etag: str = ""
    modified: str = ""


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page as it was served: `body` is packed if `headers` say so.

    `unchanged` is set, with an empty body, for a page that is as it was `Known`.
    """

    url: str
    final_url: str
    headers: tuple[tuple[str, str], ...]
    body: bytes
    fetched_at: datetime
    unchanged: bool = False

    def known(self) -> Known:
        """What to hand to the next fetch of the same page."""
        named = {name.lower(): value for name, value in self.headers}
        return Known(named.get("etag", ""), named.get("last-modified", ""))

    def record(self) -> bytes:
        """The content of a seed: a WARC record with the headers and bytes as served.

        How the bytes were cut up on the way (Transfer-Encoding) is not kept.
        """
        kept = [header for header in self.headers if header[0].lower() != "transfer-encoding"]
        return record_of(self.final_url, self.fetched_at, "200 OK", kept, self.body)

    def name(self) -> str:
        """A safe name for the seed, the same for the same address."""
        return seed_name(self.url)


def seed_name(url: str) -> str:
    """A safe name for the seed of a page, the same for the same address."""
    address = httpx.URL(url)
    path = _UNSAFE.sub("-", address.path.lower()).strip("-")[-60:].strip("-")
    digest = hashlib.sha256(url.encode("utf-8")).hexdigest()[:8]
    host = _UNSAFE.sub("-", address.host.lower()).strip("-")[:60] or "page"
    return f"{host}/{path + '-' if path else ''}{digest}.warc"


def known_from(record: bytes) -> Known:
    """The validators in a kept record's headers, for the next fetch of its page."""
    head = record[:LARGEST_HEAD].decode("latin-1")
    named = {found["name"].lower(): found["value"].strip() for found in _VALIDATOR.finditer(head)}
    return Known(named.get("etag", ""), named.get("last-modified", ""))
