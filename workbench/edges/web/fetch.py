"""Fetching pages: politely, within limits, and only from the public web.

Polite: robots.txt is obeyed (RFC 9309), one request at a time and host with a
pause between, conditional requests, retries that back off. Limited: time, bytes
and redirects, in all. No cookies are carried, no proxies of the environment used.
"""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from http.cookiejar import CookieJar, DefaultCookiePolicy

import httpcore
import httpx

from workbench.edges.readers.readings import shown
from workbench.edges.readers.unpacking import unpacked
from workbench.edges.web.addresses import (
    AddressRefused,
    CheckedBackend,
    CheckedTransport,
    Deadline,
    OutOfTime,
    resolve,
)
from workbench.edges.web.fetched import Fetched, Known, Limits, known_from, seed_name
from workbench.edges.web.robots import Robots
from workbench.errors import InputRefused

__all__ = [
    "Clock",
    "Fetched",
    "Fetcher",
    "Known",
    "Limits",
    "fetch",
    "known_from",
    "seed_name",
]

RETRIED = frozenset((429, 500, 502, 503, 504))
"""Answers that may be another one a moment later."""
REDIRECTS = frozenset((301, 302, 303, 307, 308))
FLEETING = (
    httpx.HTTPError,
    httpcore.NetworkError,
    httpcore.TimeoutException,
    httpcore.RemoteProtocolError,
)
"""Failures that may not come again."""
LONGEST_ADDRESS = 4000
"""Characters of a URL."""
LARGEST_ROBOTS = 512 * 1024
"""Bytes of a robots.txt that are read, as RFC 9309 asks at least."""


@dataclass(slots=True)
class Clock:
    """Time as fetching sees it; tests hand in their own."""

    now: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep


@dataclass(slots=True)
class _Host:
    last: float = -1e9
    robots: dict[str, Robots] = field(default_factory=dict)


class Fetcher:
    """Fetches one page after the other, and remembers each host's rules and pauses."""

    def __init__(
        self,
        limits: Limits,
        clock: Clock | None = None,
        lookup: Callable[[str, int, float], list[str]] = resolve,
    ) -> None:
        self._limits = limits
        self._clock = clock or Clock()
        self._deadline = Deadline(self._clock.now)
        self._hosts: dict[str, _Host] = {}
        backend = CheckedBackend(self._deadline, limits.ports, limits.private, lookup)
        self._client = httpx.Client(
            transport=CheckedTransport(backend),
            headers={"User-Agent": limits.agent, "Accept-Encoding": "gzip, deflate"},
            cookies=CookieJar(DefaultCookiePolicy(allowed_domains=[])),
            timeout=httpx.Timeout(limits.seconds),
            trust_env=False,
        )

    def __enter__(self) -> "Fetcher":
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close()

    def fetch(self, url: str, at: datetime, known: Known | None = None) -> Fetched:
        """One page. `at` is the time that is recorded for it, an aware one.

        Raises InputRefused, with the reason in words, for everything that can go
        wrong on the way.
        """
        validators = _validators(known or Known())
        hop = url
        self._deadline.start(self._limits.seconds)
        for _ in range(self._limits.redirects + 1):
            address = self._checked(url, hop)
            self._obey_robots(url, address)
            response, body = self._ask(url, address, validators, self._limits.size)
            if response.status_code in REDIRECTS and "location" in response.headers:
                hop = _joined(url, address, response.headers["location"])
                continue
            return self._result(url, address, response, body, at)
        raise InputRefused(shown(url), f"more than {self._limits.redirects} redirects")

    def _result(
        self, url: str, address: httpx.URL, response: httpx.Response, body: bytes, at: datetime
    ) -> Fetched:
        status = response.status_code
        if status not in {200, 203, 304}:
            raise InputRefused(shown(url), f"the server answered {status} {response.reason_phrase}")
        unpacked(body, response.headers.get("content-encoding", ""), self._limits.size, shown(url))
        headers = tuple(
            (name.decode("latin-1"), value.decode("latin-1"))
            for name, value in response.headers.raw
        )
        return Fetched(url, str(address), headers, body, at, unchanged=status == 304)

    def _checked(self, url: str, hop: str) -> httpx.URL:
        """The address of a hop. Raises InputRefused for one that is never asked."""
        try:
            address = httpx.URL(hop if len(hop) <= LONGEST_ADDRESS else "")
        except (httpx.InvalidURL, ValueError):
            raise InputRefused(shown(url), "not an address that can be read") from None
        if address.scheme not in {"http", "https"} or not address.host:
            raise InputRefused(shown(url), "not an address of the web (http or https)")
        if address.userinfo:
            raise InputRefused(shown(url), "an address with a user name or password in it")
        return address

    def _obey_robots(self, url: str, address: httpx.URL) -> None:
        if not self._limits.robots:
            return
        host = self._hosts.setdefault(address.host, _Host())
        origin = str(address.copy_with(raw_path=b"/robots.txt", fragment=None))
        if origin not in host.robots:
            host.robots[origin] = self._robots(url, httpx.URL(origin))
        if not host.robots[origin].allows(str(address), self._limits.agent):
            raise InputRefused(shown(url), "the site's robots.txt asks not to fetch it")

    def _robots(self, url: str, address: httpx.URL) -> Robots:
        """A site's rules: none where it has none, all closed where it cannot say."""
        for _ in range(self._limits.redirects + 1):
            response, body = self._ask(url, address, {}, LARGEST_ROBOTS)
            if response.status_code in REDIRECTS and "location" in response.headers:
                address = self._checked(url, _joined(url, address, response.headers["location"]))
                continue
            if response.status_code >= 500:
                raise InputRefused(shown(url), "the site's robots.txt cannot be read now")
            coding = response.headers.get("content-encoding", "")
            text = unpacked(body, coding, LARGEST_ROBOTS, shown(url)).decode("utf-8", "replace")
            return Robots(text if response.status_code == 200 else "")
        return Robots("")

    def _ask(
        self, url: str, address: httpx.URL, headers: Mapping[str, str], size: int
    ) -> tuple[httpx.Response, bytes]:
        """One address's answer, after as many tries as are allowed. Raises InputRefused."""
        for attempt in range(self._limits.retries + 1):
            self._wait_for(address.host)
            try:
                response, body = self._once(url, address, headers, size)
            except (AddressRefused, OutOfTime) as refused:
                raise InputRefused(shown(url), str(refused)) from None
            except FLEETING as error:
                reason = str(error) or type(error).__name__
            except (
                httpcore.ProtocolError,
                httpcore.UnsupportedProtocol,
                httpx.InvalidURL,
            ) as error:
                raise InputRefused(shown(url), f"the server's answer is broken: {error}") from None
            else:
                if response.status_code not in RETRIED or attempt == self._limits.retries:
                    return response, body
                reason = f"the server answered {response.status_code}"
                self._back_off(attempt, response.headers.get("retry-after", ""))
                continue
            self._back_off(attempt, "")
        raise InputRefused(shown(url), f"could not be fetched: {shown(reason)}")

    def _once(
        self, url: str, address: httpx.URL, headers: Mapping[str, str], size: int
    ) -> tuple[httpx.Response, bytes]:
        request = self._client.build_request("GET", address, headers=headers)
        response = self._client.send(request, stream=True)
        try:
            body = bytearray()
            for piece in response.iter_raw():
                body += piece
                self._deadline.left()
                if len(body) > size:
                    raise InputRefused(shown(url), f"larger than {size / 1024 / 1024:g} MiB")
        finally:
            response.close()
        return response, bytes(body)

    def _wait_for(self, host: str) -> None:
        known = self._hosts.setdefault(host, _Host())
        wait = known.last + self._limits.pause - self._clock.now()
        if wait > 0:
            self._clock.sleep(self._left(host, wait))
        known.last = self._clock.now()

    def _back_off(self, attempt: int, retry_after: str) -> None:
        stated = float(retry_after) if retry_after.isascii() and retry_after.isdigit() else 0.0
        try:
            self._clock.sleep(self._deadline.left(max(stated, self._limits.pause * 2**attempt)))
        except OutOfTime:
            return

    def _left(self, host: str, wait: float) -> float:
        try:
            return self._deadline.left(wait)
        except OutOfTime as late:
            raise InputRefused(shown(host), str(late)) from None


def fetch(url: str, limits: Limits, *, fetched_at: datetime, known: Known | None = None) -> Fetched:
    """One page by itself; see Fetcher.fetch. Raises InputRefused."""
    with Fetcher(limits) as fetcher:
        return fetcher.fetch(url, fetched_at, known)


def _validators(known: Known) -> dict[str, str]:
    stated = {"If-None-Match": known.etag, "If-Modified-Since": known.modified}
    return {name: value for name, value in stated.items() if value and value.isprintable()}


def _joined(url: str, address: httpx.URL, location: str) -> str:
    try:
        return str(address.join(location[:LONGEST_ADDRESS]))
    except (httpx.InvalidURL, ValueError):
        raise InputRefused(shown(url), "redirects to what is no address") from None
