"""The pages and the WebSocket behind the gate."""

import asyncio
import contextlib
import signal
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import cast

from aiohttp import WSCloseCode, WSMsgType, web
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from workbench.edges.serving import PAGE, Limits, Offer
from workbench.edges.serving.connections import Connections
from workbench.edges.serving.gate import Gate, Handler, refused
from workbench.edges.serving.orders import Order, cells, read_order
from workbench.edges.serving.program import Program
from workbench.errors import UsageError

TERMINAL = Path(str(files("textual_serve"))) / "static"
STATIC = {
    "page.css": PAGE / "page.css",
    "page.js": PAGE / "page.js",
    "xterm.css": TERMINAL / "css" / "xterm.css",
    "textual.js": TERMINAL / "js" / "textual.js",
    "mono.ttf": TERMINAL / "fonts" / "RobotoMono-VariableFont_wght.ttf",
    "mono-italic.ttf": TERMINAL / "fonts" / "RobotoMono-Italic-VariableFont_wght.ttf",
}
"""Every file that the page may ask for; there is no other way to a file."""

POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self' 'unsafe-inline'",  # xterm.js writes the sizes of its cells as a style
    "font-src": "'self'",
    "img-src": "data:",  # an empty icon, so that none is asked for
    "connect-src": "'self' ws://{host}",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
    # Without allow-popups: xterm.js makes links of addresses in the text, and they stay shut.
    "sandbox": "allow-scripts allow-same-origin allow-forms",
}
"""Content Security Policy, level 3 (W3C)."""

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "clipboard-read=(), camera=(), microphone=(), geolocation=()",
    "Cache-Control": "no-store",
    "Server": "workbench",
}
LARGEST_FORM = 4096
BACKLOG = 1024
"""Connections that may wait to be turned away, so that a flood leaves room for the next one."""
HEARTBEAT = 15.0
"""Seconds between two looks whether the browser is still there."""


class Server:
    """Routes of one offer, and the windows that are open."""

    def __init__(self, offer: Offer, limits: Limits, tell: Callable[[str], None] = print) -> None:
        self.offer = offer
        self.limits = limits
        self.gate = Gate(offer, limits, tell=tell)
        self.windows: set[web.WebSocketResponse] = set()
        self._connections: Connections | None = None
        self._pages = Environment(
            loader=FileSystemLoader(PAGE), autoescape=True, undefined=StrictUndefined
        )
        self._runner = web.AppRunner(
            self._application(), access_log=None, handle_signals=False, shutdown_timeout=15.0
        )

    def _application(self) -> web.Application:
        made = web.Application(
            middlewares=[self._guard, self.gate.check], client_max_size=LARGEST_FORM
        )
        made.add_routes(
            [
                web.get("/", self.index, allow_head=False),
                web.post("/enter", self.enter),
                web.get("/ws", self.window),
                web.get("/static/{name}", self.static, allow_head=False),
            ]
        )
        made.on_shutdown.append(self._close_windows)
        return made

    async def open(self) -> str:
        """Listen; the link with the token. UsageError where the address cannot be had."""
        await self._runner.setup()
        server = self._runner.server
        assert server is not None
        self._connections = Connections(server, self.limits)
        host, port = self.offer.host.strip("[]"), self.offer.port
        try:
            self._listening = await asyncio.get_running_loop().create_server(
                self._connections, host, port, backlog=BACKLOG
            )
        except (OSError, OverflowError, UnicodeError) as error:
            await self._runner.cleanup()
            raise UsageError(f"cannot listen on {host}, port {port}: {error}") from error
        self.gate.port = self._listening.sockets[0].getsockname()[1]
        return self.gate.link

    async def close(self) -> None:
        """Let nobody in any more, end the windows and their programs."""
        self._listening.close()
        await self._runner.cleanup()

    @web.middleware
    async def _guard(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Around everything, refusals too: the headers that bind the browser."""
        assert self._connections is not None
        self._connections.asked(request)
        try:
            answer = await handler(request)
        except web.HTTPException as error:
            error.headers.update(self._headers(request))
            raise
        if not answer.prepared:
            answer.headers.update(self._headers(request))
        return answer

    def _headers(self, request: web.Request) -> dict[str, str]:
        host = request.host if self.gate.is_own_host(request.host) else "localhost"
        policy = "; ".join(f"{name} {value}" for name, value in POLICY.items())
        return {**HEADERS, "Content-Security-Policy": policy.format(host=host)}

    def _page(self, name: str, **values: str) -> web.Response:
        text = self._pages.get_template(name).render(title=self.offer.title, **values)
        return web.Response(text=text, content_type="text/html")

    async def index(self, request: web.Request) -> web.Response:
        """The page with the terminal; before that, the token is exchanged."""
        token = request.query.get("token")
        if token is None:
            if self.gate.is_known(request):
                return self._page("index.html", host=request.host)
            raise refused("Open the link that `workbench serve` printed.")
        if await self.gate.wants_password(token):
            return self._page("enter.html", token=token)
        return await self.gate.enter(token, "")

    async def enter(self, request: web.Request) -> web.Response:
        """The form with the password."""
        form = await request.post()
        return await self.gate.enter(str(form.get("token", "")), str(form.get("password", "")))

    async def static(self, request: web.Request) -> web.FileResponse:
        """One of the page's files, by a name of the table."""
        path = STATIC.get(request.match_info["name"])
        if path is None:
            raise web.HTTPNotFound
        return web.FileResponse(path)

    async def window(self, request: web.Request) -> web.WebSocketResponse:
        """A window: starts the program, and ends it when the page goes."""
        try:
            size = cells(int(request.query["width"])), cells(int(request.query["height"]))
        except (KeyError, ValueError):
            raise web.HTTPBadRequest(text="No size of a window.\n") from None
        if len(self.windows) >= self.limits.windows:
            raise web.HTTPServiceUnavailable(text="Too many windows are open.\n")
        socket = web.WebSocketResponse(heartbeat=HEARTBEAT, max_msg_size=self.limits.frame)
        self.windows.add(socket)
        try:
            await socket.prepare(request)
            program = await Program.start(self.offer.command, *size)
            painting = asyncio.create_task(_paint(program, socket))
            try:
                await _obey(program, socket)
            finally:
                await program.stop()
                await painting
        finally:
            self.windows.discard(socket)
        return socket

    async def _close_windows(self, _: web.Application) -> None:
        closing = (one.close(code=WSCloseCode.GOING_AWAY) for one in tuple(self.windows))
        await asyncio.gather(*closing)


async def _paint(program: Program, socket: web.WebSocketResponse) -> None:
    """Pass on what the program paints; where it never did, why."""
    painted = False
    async for piece in program.painted():
        painted = True
        with contextlib.suppress(ConnectionError):  # gone: read on, so that the program can end
            await socket.send_bytes(piece)
    if not painted:
        with contextlib.suppress(ConnectionError):
            await socket.send_bytes((await program.messages()).replace(b"\n", b"\r\n"))
    await socket.close()


async def _obey(program: Program, socket: web.WebSocketResponse) -> None:
    """Pass on what the page sends, until it goes or sends something else."""
    async for message in socket:
        try:
            if message.type != WSMsgType.TEXT:
                raise ValueError("not text")
            order = read_order(cast(str, message.data))
        except ValueError:
            await socket.close(code=WSCloseCode.POLICY_VIOLATION)
            return
        if order.name == "ping":
            with contextlib.suppress(ConnectionError):
                await socket.send_json(["pong", order.text])
        else:
            await _pass_on(program, order)


async def _pass_on(program: Program, order: Order) -> None:
    if order.name == "stdin":
        await program.type(order.text)
    elif order.name == "resize":
        await program.order("resize", width=order.width, height=order.height)
    else:
        await program.order(order.name)


def run(offer: Offer, ready: Callable[[str], None], limits: Limits) -> None:
    """Serve until a signal says to stop."""

    async def until_stopped() -> None:
        stopped = asyncio.Event()
        for number in (signal.SIGINT, signal.SIGTERM):
            asyncio.get_running_loop().add_signal_handler(number, stopped.set)
        server = Server(offer, limits, offer.tell)
        ready(await server.open())
        try:
            await stopped.wait()
        finally:
            await server.close()

    asyncio.run(until_stopped())
