"""Connections that only ever reach the public web: an httpx transport.

A link in an article can name this machine, its network or a cloud's metadata
service (OWASP, Server-Side Request Forgery Prevention). Names are no protection:
`127。0。0。1`, `2130706433` and a name whose DNS record changes between a check and
its use all lead there. So the check is made at the connection: the name is
resolved once, every address is checked, and the very address that was checked is
connected to. Every hop of a redirect is a new connection.
"""

import ipaddress
import queue
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import httpcore
import httpx

from workbench.errors import WorkbenchError

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
SocketOptions = Iterable[Any] | None

WEB_PORTS = (80, 443)
REFUSED: tuple[tuple[str, str], ...] = (
    ("168.63.129.16/32", "of a cloud's own services (Azure)"),
    ("100.100.100.200/32", "of a cloud's own services (Alibaba)"),
    ("169.254.0.0/16", "of this link and of a cloud's own services (RFC 3927)"),
    ("192.0.0.0/24", "for protocols (RFC 6890), and of a cloud's own services (Oracle)"),
    ("192.88.99.0/24", "of the former 6to4 relays (RFC 7526)"),
    ("192.31.196.0/24", "of AS112 (RFC 7535)"),
    ("192.52.193.0/24", "for AMT (RFC 7450)"),
    ("192.175.48.0/24", "of AS112 (RFC 7534)"),
    ("100.64.0.0/10", "shared by a provider's customers (RFC 6598)"),
    ("240.0.0.0/4", "kept for later (RFC 1112)"),
    ("fec0::/10", "of a site's own network (RFC 3879)"),
    ("fd00:ec2::/32", "of a cloud's own services (AWS)"),
    ("64:ff9b::/96", "translated to IPv4 (RFC 6052)"),
    ("64:ff9b:1::/48", "translated to IPv4 within a network (RFC 8215)"),
    ("2001::/23", "for protocols (RFC 2928)"),
    ("2002::/16", "of the former 6to4 (RFC 7526)"),
    ("3fff::/20", "for documentation (RFC 9637)"),
    ("5f00::/16", "of segment routing (RFC 9602)"),
)
"""Networks that no page is fetched from → what they are, whatever `is_global` says."""
PUBLIC_V6 = ipaddress.ip_network("2000::/3")
"""The only IPv6 addresses that are given to anybody (IANA, IPv6 Global Unicast)."""
_REFUSED = tuple((ipaddress.ip_network(network), what) for network, what in REFUSED)
LONGEST_WAIT = 3600.0
"""Seconds that stand for no deadline."""


class AddressRefused(WorkbenchError):
    """A name or address that must not be connected to; the message says why."""


class OutOfTime(WorkbenchError):
    """The time for the whole exchange is used up."""


class Deadline:
    """When an exchange has to be done; every read and write looks at it."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._end = clock() + LONGEST_WAIT

    def start(self, seconds: float) -> None:
        """Give the exchange that begins now this long."""
        self._end = self._clock() + seconds

    def left(self, most: float | None = None) -> float:
        """Seconds left, at most `most`. Raises OutOfTime."""
        left = self._end - self._clock()
        if left <= 0:
            raise OutOfTime("took too long")
        return left if most is None else min(left, most)


def problem_of(address: Address) -> str:
    """Why an address is not the public web's, or "".

    Addresses that stand for an IPv4 address are judged by that one.
    """
    if isinstance(address, ipaddress.IPv6Address):
        if address.scope_id:
            return f"{address} is an address of a local network"
        if address.ipv4_mapped is not None:
            return problem_of(address.ipv4_mapped)
    for network, what in _REFUSED:
        if address in network:
            return f"{address} is not an address of the public web: it is one {what}"
    if isinstance(address, ipaddress.IPv6Address) and address not in PUBLIC_V6:
        return f"{address} is not an address of the public web"
    public = address.is_global and not address.is_multicast and not address.is_reserved
    return "" if public else f"{address} is not an address of the public web"


def resolve(host: str, port: int, seconds: float) -> list[str]:
    """The addresses of a name. Raises httpcore.ConnectError, OutOfTime.

    The system's resolver has no time limit of its own, so it runs beside.
    """
    answers: queue.SimpleQueue[list[Any] | OSError | UnicodeError] = queue.SimpleQueue()

    def ask() -> None:
        try:
            answers.put(socket.getaddrinfo(host, port, type=socket.SOCK_STREAM))
        except (OSError, UnicodeError) as error:
            answers.put(error)

    threading.Thread(target=ask, daemon=True).start()
    try:
        found = answers.get(timeout=seconds)
    except queue.Empty:
        raise OutOfTime(f"the address of {host} was not found in time") from None
    if not isinstance(found, list):
        raise httpcore.ConnectError(f"no address is known for {host}")
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


class CheckedBackend(httpcore.NetworkBackend):
    """Opens connections to checked addresses, under a deadline.

    `ports` are allowed; with `private` addresses of one's own network are too.
    """

    def __init__(
        self,
        deadline: Deadline,
        ports: tuple[int, ...] = WEB_PORTS,
        private: bool = False,
        lookup: Callable[[str, int, float], list[str]] = resolve,
    ) -> None:
        self._deadline = deadline
        self._ports = ports
        self._private = private
        self._lookup = lookup
        self._inner = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: SocketOptions = None,
    ) -> httpcore.NetworkStream:
        """Resolve, check every address, connect to the first that answers."""
        if port not in self._ports:
            raise AddressRefused(f"port {port} is not one of the web's")
        addresses = self._lookup(host, port, self._deadline.left(timeout))
        if not self._private:
            for address in addresses:
                if problem := problem_of(ipaddress.ip_address(address)):
                    raise AddressRefused(problem)
        failed: httpcore.ConnectError | httpcore.ConnectTimeout | None = None
        for address in addresses:
            try:
                stream = self._inner.connect_tcp(
                    address, port, self._deadline.left(timeout), local_address, socket_options
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failed = error
                continue
            return _TimedStream(stream, self._deadline)
        raise failed or httpcore.ConnectError(f"no address is known for {host}")

    def connect_unix_socket(
        self, path: str, timeout: float | None = None, socket_options: SocketOptions = None
    ) -> httpcore.NetworkStream:
        """Refused: a page is never behind a socket of this machine."""
        raise AddressRefused("sockets of this machine are not read")

    def sleep(self, seconds: float) -> None:
        """Wait; httpcore asks for it between its own attempts."""
        self._inner.sleep(seconds)


class _TimedStream(httpcore.NetworkStream):
    """A connection on which a server that drips bytes runs out of time all the same."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._deadline.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._deadline.left(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        left = self._deadline.left(timeout)
        return _TimedStream(
            self._stream.start_tls(ssl_context, server_hostname, left), self._deadline
        )

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


class CheckedTransport(httpx.BaseTransport):
    """An httpx transport over a CheckedBackend; certificates are verified."""

    def __init__(self, backend: CheckedBackend) -> None:
        self._pool = httpcore.ConnectionPool(
            ssl_context=httpx.create_ssl_context(), network_backend=backend, max_connections=4
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send one request; raises httpcore's errors, AddressRefused, OutOfTime."""
        response = self._pool.handle_request(
            httpcore.Request(
                request.method,
                httpcore.URL(
                    scheme=request.url.raw_scheme,
                    host=request.url.raw_host,
                    port=request.url.port,
                    target=request.url.raw_path,
                ),
                headers=request.headers.raw,
                content=request.stream,
                extensions=request.extensions,
            )
        )
        return httpx.Response(
            response.status,
            headers=response.headers,
            stream=_Body(response),
            extensions=response.extensions,
        )

    def close(self) -> None:
        """Close every connection."""
        self._pool.close()


class _Body(httpx.SyncByteStream):
    def __init__(self, response: httpcore.Response) -> None:
        self._response = response

    def __iter__(self) -> Iterator[bytes]:
        return self._response.iter_stream()

    def close(self) -> None:
        self._response.close()
