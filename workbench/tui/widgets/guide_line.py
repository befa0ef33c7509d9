"""The step of the first run that is to be done now, over the status line."""

from textual import events
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Static


class GuideLine(Static):
    """Two lines at the most; a click ends the guide."""

    words: reactive[str] = reactive("", layout=True)

    class Ended(Message):
        """The reviewer clicked the guide away."""

    def render(self) -> Content:
        """The step, and how to be rid of it."""
        return Content(f"➤ {self.words}")

    def watch_words(self) -> None:
        """Nothing to say takes no line."""
        self.display = bool(self.words)

    def on_click(self, event: events.Click) -> None:
        """End the guide."""
        event.stop()
        self.post_message(self.Ended())
