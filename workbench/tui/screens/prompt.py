"""A question of one line."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from workbench.tui.widgets.typing_lines import LineInput


class Prompt(ModalScreen[str | None]):
    """Asks for a line of text; escape answers nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss", "Back", show=False)]

    def __init__(self, question: str, hint: str = "", value: str = "") -> None:
        super().__init__()
        self.question, self.hint, self.value = question, hint, value

    def compose(self) -> ComposeResult:
        """The question, the line, and what the keys do."""
        with Vertical(classes="dialog"):
            yield Static(Content(self.question), classes="question")
            yield LineInput(self.value, placeholder=self.hint)
            yield Static(Content("enter answers, esc goes back"), classes="hint")

    @on(Input.Submitted)
    def _answered(self, event: Input.Submitted) -> None:
        self.dismiss(event.value)
