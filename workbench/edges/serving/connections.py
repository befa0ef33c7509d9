"""How many connections at once, and how long one may be silent."""

import asyncio
from collections.abc import Callable

from aiohttp import web

from workbench.edges.serving import Limits

SETTLING = 1.0
"""Seconds within which a new protocol has its transport; until then it counts as open."""


class TurnedAway(asyncio.Protocol):
    """A connection too many: closed at once, without a byte read."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        if isinstance(transport, asyncio.Transport):
            transport.abort()


class Connections:
    """Makes the protocol of each connection; those too many, or silent, are closed.

    The web server itself has no such limit, and waits for a request for ever.
    """

    def __init__(self, server: Callable[[], asyncio.Protocol], limits: Limits) -> None:
        self._server = server
        self._limits = limits
        self._made: dict[web.RequestHandler, float] = {}
        self._asked: set[web.RequestHandler] = set()

    def __call__(self) -> asyncio.Protocol:
        """The protocol of a new connection."""
        loop = asyncio.get_running_loop()
        self._forget(loop.time() - SETTLING)
        if len(self._made) >= self._limits.connections and not self._made_room():
            return TurnedAway()
        made = self._server()
        assert isinstance(made, web.RequestHandler)
        self._made[made] = loop.time()
        loop.call_later(self._limits.silence, self._end_if_silent, made)
        return made

    def asked(self, request: web.Request) -> None:
        """A connection has asked for something."""
        self._asked.add(request.protocol)

    def _made_room(self) -> bool:
        """Close the connection that has been silent longest; False where all have asked.

        Connections that send a byte now and then would else keep the owner out for as
        long as they may be silent.
        """
        silent = [one for one in self._made if one not in self._asked and one.transport]
        if not silent:
            return False
        oldest = min(silent, key=self._made.__getitem__)
        del self._made[oldest]
        if isinstance(oldest.transport, asyncio.Transport):
            oldest.transport.abort()
        return True

    def _forget(self, before: float) -> None:
        """Those that are closed; a new one has no transport yet, and is not."""
        self._made = {
            one: since
            for one, since in self._made.items()
            if one.transport is not None or since > before
        }
        self._asked.intersection_update(self._made)

    def _end_if_silent(self, made: web.RequestHandler) -> None:
        if made not in self._asked and made.transport is not None:
            made.transport.abort()
