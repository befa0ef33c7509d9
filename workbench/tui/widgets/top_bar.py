"""The screens as tabs: a digit or a click opens one."""

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

TABS: tuple[tuple[int, str, str], ...] = (
    (1, "claims", "Claims"),
    (2, "conflicts", "Conflicts"),
    (3, "figures", "Figures"),
    (4, "articles", "Articles"),
    (5, "import", "Import"),
    (6, "history", "History"),
    (7, "review", "Review"),
    (8, "settings", "Settings"),
)
"""(digit that opens it, mode, word)."""


class Tab(Static):
    """One tab; an arrow points at the open one, so that colour does not stand alone."""

    class Opened(Message):
        """The reviewer clicked a tab."""

        def __init__(self, mode: str) -> None:
            super().__init__()
            self.mode = mode

    def __init__(self, digit: int, mode: str, word: str, here: bool) -> None:
        label = f"{digit}{'▸' if here else ' '}{word}"
        super().__init__(Content(label), id=f"tab-{mode}", classes="-here" if here else "")
        self.mode = mode

    def on_click(self, event: events.Click) -> None:
        """Open the screen."""
        event.stop()
        self.post_message(self.Opened(self.mode))


class TopBar(Horizontal):
    """A line of tabs."""

    def __init__(self, mode: str) -> None:
        super().__init__()
        self.mode = mode

    def compose(self) -> ComposeResult:
        """A tab for each screen."""
        for digit, mode, word in TABS:
            yield Tab(digit, mode, word, mode == self.mode)
