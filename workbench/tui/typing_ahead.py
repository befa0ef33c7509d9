"""Keys in the order they were typed: each waits until the one before has done what it does.

A loaded machine opens a form more slowly than a terminal hands over keys. Textual gives every
key at once to whatever has the focus, and asks for its binding only when it has bubbled up to
the application; by then the form may stand there without a focus, and a letter meant for its
text is a key of the whole program. So the application hands on one key at a time. Behind each
it sends a message the same way through the same queues: when that arrives, the key is done.
"""

from collections import deque
from functools import partial

from textual.app import App
from textual.events import Event, Key, Paste
from textual.message import Message

LONGEST_WAIT = 5.0
"""Seconds after which the next key goes on in any case: a widget that is taken away takes what
stands in its queue along, and what an action reads may never come."""
LOOK_AGAIN = 0.02
"""Seconds between two looks whether a form that was asked for stands there."""


class KeyDone(Message):
    """A key has been through every widget that could take it."""


class TypingInOrder(App[None]):
    """An application that gives each key to the screen which the key before has led to."""

    def __init__(self) -> None:
        super().__init__()
        self._typed: deque[Key | Paste] = deque()
        self._under_way: KeyDone | None = None

    @property
    def typing(self) -> bool:
        """Whether a key is still under way, or waits for one that is."""
        return bool(self._typed) or self._under_way is not None

    @property
    def opening(self) -> bool:
        """Whether an action has asked for a form that is not there yet."""
        return False

    async def on_event(self, event: Event) -> None:
        """Keys and pastes queue up; everything else goes its way at once."""
        if isinstance(event, Key | Paste) and not event.is_forwarded:
            self._typed.append(event)
            await self._hand_on()
        else:
            await super().on_event(event)

    async def _hand_on(self) -> None:
        while self._typed and self._under_way is None:
            event, target = self._typed.popleft(), self.focused or self.screen
            self._under_way = done = KeyDone()
            await super().on_event(event)
            if target.post_message(done):
                self.set_timer(LONGEST_WAIT, partial(self._went, done))
            else:
                self._went(done)

    def on_key_done(self, message: KeyDone) -> None:
        """What the key did is done; what it opens has to stand there, too."""
        # Behind the messages with which a screen that was just opened takes its focus.
        self.screen.call_later(self._settled, message)

    def _settled(self, message: KeyDone) -> None:
        if self.opening:
            self.set_timer(LOOK_AGAIN, partial(self._settled, message))
        else:
            self._went(message)

    def _went(self, done: KeyDone) -> None:
        if self._under_way is done:
            self._under_way = None
            self.call_later(self._hand_on)
