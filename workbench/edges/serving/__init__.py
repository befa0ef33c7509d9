"""The terminal UI in a browser: one page, one program for each window, one way in.

``` browser ── connections ── gate ── server ── program ── `workbench --case DIR` on a terminal of
its own how many       who      pages     packets
```

The terminal in the page is textual-serve's (xterm.js and its style), which has no guard of
its own: its WebSocket takes any Origin and Host, its page asks another host for a font, and
it hands out what the program offers for download. Here the page is the workbench's own, the
gate stands before every route, and downloads and links do not exist.
"""

from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec
from ipaddress import ip_address
from pathlib import Path

from workbench.errors import UsageError

NEEDED = ("aiohttp", "textual_serve")
"""Libraries of the optional extra `serve`."""

LEAST_PASSWORD = 8
"""Characters that a password has at least."""


@dataclass(frozen=True, slots=True)
class Offer:
    """What is served, and where.

    `command` is the program that each window runs, `title` the page's. `port` 0 takes a free
    one. `password` is asked for besides the link where it is not empty.
    """

    command: tuple[str, ...]
    title: str
    host: str = "127.0.0.1"
    port: int = 8000
    password: str = ""
    tell: Callable[[str], None] = print
    """Gets a line that the owner should know, as when the link is void."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is let in at once, so that a flood leaves a running window alone."""

    windows: int = 8
    connections: int = 64
    silence: float = 10.0
    """Seconds that a connection may take to ask for something."""
    frame: int = 1 << 20
    """Bytes in one message; a pasted rationale is far below it."""
    wrong: float = 1.0
    """Seconds that the answer to a wrong guess takes."""


def is_loopback(host: str) -> bool:
    """Whether an address is this machine's own, so that nobody else can reach it."""
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host == "localhost"


def check(offer: Offer) -> None:
    """UsageError where the extra is not installed, or others could reach an open door."""
    if not all(find_spec(name) for name in NEEDED):
        raise UsageError("the browser needs an extra: pip install 'claim-workbench[serve]'")
    if not is_loopback(offer.host) and not offer.password:
        raise UsageError("other machines are let in with a password only")
    if offer.password and len(offer.password) < LEAST_PASSWORD:
        raise UsageError(f"the password needs at least {LEAST_PASSWORD} characters")


def serve(offer: Offer, ready: Callable[[str], None], limits: Limits | None = None) -> None:
    """Serve until the process is told to stop (SIGINT, SIGTERM).

    `ready` gets the link with the one-time token as soon as it works. Raises UsageError
    where the address cannot be had or the extra is not installed.
    """
    check(offer)
    from workbench.edges.serving.server import run  # noqa: PLC0415  # needs the extra

    run(offer, ready, limits or Limits())


PAGE = Path(__file__).parent / "page"
"""The page's own files."""
