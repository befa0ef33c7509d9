"""Asks for a key by having it pressed."""

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from workbench.tui.keymap import refusal


class PressKey(ModalScreen[str | None]):
    """Answers with the name of the next key; escape answers none."""

    def __init__(self, question: str) -> None:
        super().__init__()
        self.question = question

    def compose(self) -> ComposeResult:
        """The question, and why a key was refused."""
        with Vertical(classes="dialog"):
            yield Static(Content(self.question), classes="question")
            yield Static(Content(""), id="refused")
            yield Static(Content("press the key, esc goes back"), classes="hint")

    def on_key(self, event: events.Key) -> None:
        """Any key but escape is an answer, if terminals can tell it apart."""
        event.stop()
        event.prevent_default()
        if why := refusal(event.key):
            self.query_one("#refused", Static).update(Content(f"! {why}"))
        elif self.is_active:
            self.dismiss(None if event.key == "escape" else event.key)
