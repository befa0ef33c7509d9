"""A question that is answered with yes or no."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Button, Static

from workbench.tui.text import plain


class Confirm(ModalScreen[bool]):
    """Asks before something leaves the program; no is the answer that is at hand."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "dismiss(True)", "Yes"),
        Binding("n,escape,q", "dismiss(False)", "No"),
    ]
    AUTO_FOCUS = "#no"

    def __init__(self, question: str, about: str) -> None:
        super().__init__()
        self.question, self.about = question, about

    def compose(self) -> ComposeResult:
        """The question, what it is about, two buttons."""
        with Vertical(classes="dialog"):
            yield Static(Content(self.question), classes="question")
            yield Static(Content(plain(self.about)))
            with Horizontal(classes="buttons"):
                yield Button(Content("Yes (y)"), id="yes", compact=True)
                yield Button(Content("No (n)"), id="no", compact=True)

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """The mouse's answer."""
        self.dismiss(event.button.id == "yes")
