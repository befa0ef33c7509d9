"""Who may come in: asked before any route, so before a program starts.

The attacks are those on servers of one's own machine: a page of another site that opens a
WebSocket to it (cross-site WebSocket hijacking; browsers send Origin but do not enforce it,
RFC 6455 §10.2), a name of another site that resolves to 127.0.0.1 (DNS rebinding; the Host
header still has the name), and another user of the machine who tries what listens. Fetch
Metadata (W3C) names a request from another site even where there is no Origin.
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from ipaddress import ip_address

from aiohttp import web

from workbench.edges.serving import Limits, Offer, is_loopback
from workbench.edges.serving.locks import Lock, fresh, same

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

TOKEN_GUESSES = 2
PASSWORD_GUESSES = 5
OWN_REQUESTS = ("none", "same-origin")
"""`Sec-Fetch-Site` of an address typed by the user, and of the page's own requests."""
OPEN_PATHS = ("/", "/enter", "/static/page.css")
"""What has to be reachable to show the token and the password."""
ANYWHERE = ("0.0.0.0", "::")  # noqa: S104  # compared with, not listened on


def refused(words: str) -> web.HTTPForbidden:
    """A refusal in one line of plain text."""
    return web.HTTPForbidden(text=f"{words}\n")


@dataclass(slots=True)
class Gate:
    """The one way in: the right Host, no other Origin, a one-time token, then a cookie."""

    offer: Offer
    limits: Limits
    port: int = 0
    tell: Callable[[str], None] = print
    token: Lock = field(init=False)
    password: Lock = field(init=False)
    session: str = field(default="", init=False)
    _guessing: asyncio.Lock = field(default_factory=asyncio.Lock, init=False)

    def __post_init__(self) -> None:
        self.token = Lock(fresh(), TOKEN_GUESSES)
        self.password = Lock(self.offer.password, PASSWORD_GUESSES)

    @property
    def cookie(self) -> str:
        """The cookie's name; it has the port, since browsers share cookies between ports."""
        return f"workbench-{self.port}"

    @property
    def link(self) -> str:
        """The address with the token, to open once."""
        host = "127.0.0.1" if self.offer.host in ANYWHERE else self.offer.host
        host = f"[{host.strip('[]')}]" if ":" in host else host
        return f"http://{host}:{self.port}/?token={self.token.secret}"

    @web.middleware
    async def check(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Refuse whoever has no business here; nothing has been started yet."""
        if not self.is_own_host(request.host):
            raise refused("This is not the address that the workbench was started on.")
        if not self.is_own_page(request):
            raise refused("Another site asked for this. Type the address into the browser.")
        if request.path not in OPEN_PATHS and not self.is_known(request):
            raise refused("Open the link that `workbench serve` printed.")
        return await handler(request)

    def is_own_host(self, host: str) -> bool:
        """Whether a Host header names this server, and no name that somebody else owns."""
        name, _, port = host.rpartition(":")
        if port != str(self.port):
            return False
        if is_loopback(name) or name.strip("[]").lower() == self.offer.host.strip("[]").lower():
            return True
        return self.offer.host in ANYWHERE and _is_address(name)

    def is_own_page(self, request: web.Request) -> bool:
        """Whether the user or this server's page asked; a WebSocket has to name its page."""
        origin = request.headers.get("Origin")
        if request.headers.get("Sec-Fetch-Site", "none") not in OWN_REQUESTS:
            return False
        if origin is None:
            return request.path != "/ws"
        return origin == f"http://{request.host}"

    def is_known(self, request: web.Request) -> bool:
        """Whether the request comes from the browser that showed the token."""
        return bool(self.session) and same(self.session, request.cookies.get(self.cookie, ""))

    async def enter(self, token: str, password: str) -> web.Response:
        """Take the token, and the password where there is one, for a cookie. Works once."""
        async with self._guessing:  # one guess at a time, or slowness would cost nothing
            await self._try(self.token, token, "That link does not work, or not any more.")
            if self.offer.password:
                await self._try(self.password, password, "Wrong password, or too many before.")
            self.token.void = True
        self.session = fresh()
        found = web.HTTPSeeOther("/")
        found.set_cookie(self.cookie, self.session, httponly=True, samesite="Strict", path="/")
        raise found

    async def wants_password(self, token: str) -> bool:
        """Whether to show the form: the token is right, and there is a password to ask for."""
        if not self.offer.password:
            return False
        async with self._guessing:
            await self._try(self.token, token, "That link does not work, or not any more.")
        return True

    async def _try(self, lock: Lock, given: str, words: str) -> None:
        was_void = lock.void
        if lock.fits(given):
            return
        if lock.void and not was_void:
            self.tell("too many wrong guesses: the link is void; stop and serve again for another")
        if not was_void:
            await asyncio.sleep(self.limits.wrong)
        raise refused(words)


def _is_address(name: str) -> bool:
    """Whether a host is a bare address: no name, so nothing that could be rebound."""
    try:
        ip_address(name.strip("[]"))
    except ValueError:
        return False
    return True
