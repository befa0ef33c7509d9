"""Jump mode: a letter on every pane, and the letter's key moves the focus there."""

from collections.abc import Sequence

from textual import events, on
from textual.app import ComposeResult
from textual.content import Content
from textual.message import Message
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Static

LETTERS = "asdfghjklwertyuiopzxcvbnm"
"""From the home row on; q is left out, for it closes."""
HINT = " Jump: the letter of a pane goes there, any other key goes back "


class JumpLetter(Static):
    """The letter of one target, drawn on its first cells."""

    class Clicked(Message):
        """The reviewer clicked a letter."""

        def __init__(self, letter: str) -> None:
            super().__init__()
            self.letter = letter

    def __init__(self, letter: str, target: Widget) -> None:
        super().__init__(Content(f" {letter.upper()} "))
        self.letter = letter
        self.styles.offset = (target.region.x, target.region.y)

    def on_click(self, event: events.Click) -> None:
        """What its key does."""
        event.stop()
        self.post_message(self.Clicked(self.letter))


class Jump(ModalScreen[Widget | None]):
    """Answers with the widget whose letter was pressed; any other key answers none."""

    def __init__(self, targets: Sequence[Widget]) -> None:
        super().__init__()
        self.targets = dict(zip(LETTERS, targets, strict=False))

    def compose(self) -> ComposeResult:
        """A letter for each, and what to do."""
        self.drawn_for = self.app.size
        for letter, target in self.targets.items():
            yield JumpLetter(letter, target)
        yield Static(Content(HINT), id="jump-hint")

    def on_key(self, event: events.Key) -> None:
        """A letter picks; every other key leaves."""
        event.stop()
        event.prevent_default()
        self._answer(self.targets.get(event.key))

    @on(JumpLetter.Clicked)
    def _clicked(self, message: JumpLetter.Clicked) -> None:
        self._answer(self.targets.get(message.letter))

    def on_click(self) -> None:
        """A click beside the letters leaves."""
        self._answer(None)

    def on_resize(self) -> None:
        """The letters stand on places that a resize moves."""
        if self.app.size != self.drawn_for:
            self._answer(None)

    def _answer(self, target: Widget | None) -> None:
        """Once: two keys, or a key and a resize, may come before the screen is gone."""
        if self.is_active:
            self.dismiss(target)
