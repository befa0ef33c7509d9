"""One thread through which every call of the case goes.

The case's store and index are not made for several threads at once, and the
screen must never wait for them. Screens await `Desk.do` inside exclusive
workers: when a newer question cancels an older one, the older call is dropped
if it has not begun, and its answer is if it has.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import ParamSpec, TypeVar

Args = ParamSpec("Args")
Answer = TypeVar("Answer")


class Desk:
    """Runs calls one after the other, away from the screen."""

    def __init__(self) -> None:
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="case")
        self.waiting = 0

    async def do(
        self, call: Callable[Args, Answer], *args: Args.args, **kwargs: Args.kwargs
    ) -> Answer:
        """The answer of a call; raises what the call raises."""
        self.waiting += 1
        try:
            return await asyncio.wrap_future(self._pool.submit(partial(call, *args, **kwargs)))
        finally:
            self.waiting -= 1

    def close(self) -> None:
        """Let the running call end, and drop those that wait."""
        self._pool.shutdown(wait=True, cancel_futures=True)
