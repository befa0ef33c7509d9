"""One thread through which every call of the case goes.

The case's store and index are not made for several threads at once, and the
screen must never wait for them. Screens await `Desk.do` inside exclusive
workers: when a newer question cancels an older one, the older call is dropped
if it has not begun, and its answer is if it has. What decides something goes
through `Desk.decide` and is done in any case, even where the program ends.
"""

import asyncio
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from typing import Any, ParamSpec, TypeVar

Args = ParamSpec("Args")
Answer = TypeVar("Answer")


class Desk:
    """Runs calls one after the other, away from the screen."""

    def __init__(self) -> None:
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="case")
        self._questions: set[Future[Any]] = set()
        self.waiting = 0

    async def do(
        self, call: Callable[Args, Answer], *args: Args.args, **kwargs: Args.kwargs
    ) -> Answer:
        """The answer of a call; raises what the call raises."""
        question = self._pool.submit(partial(call, *args, **kwargs))
        self._questions.add(question)
        question.add_done_callback(self._questions.discard)
        with self._counted():
            return await asyncio.wrap_future(question)

    async def decide(
        self, call: Callable[Args, Answer], *args: Args.args, **kwargs: Args.kwargs
    ) -> Answer:
        """The same for a call that changes the case: nothing but its answer can be dropped."""
        decision = asyncio.wrap_future(self._pool.submit(partial(call, *args, **kwargs)))
        decision.add_done_callback(_seen)
        with self._counted():
            return await asyncio.shield(decision)

    @contextmanager
    def _counted(self) -> Iterator[None]:
        self.waiting += 1
        try:
            yield
        finally:
            self.waiting -= 1

    def close(self) -> None:
        """Let the running call and every decision end, and drop the questions that wait."""
        for question in tuple(self._questions):
            question.cancel()
        self._pool.shutdown(wait=True)


def _seen(decision: "asyncio.Future[Any]") -> None:
    """Nobody may be left to hear of an error; asyncio would write it over the terminal."""
    if not decision.cancelled():
        decision.exception()
