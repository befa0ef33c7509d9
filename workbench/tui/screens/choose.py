"""One of a few: a digit or a click picks it."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static


class Option(Static):
    """One line that can be clicked."""

    def __init__(self, index: int, words: str) -> None:
        super().__init__(Content(f" {index + 1} {words}"))
        self.index = index

    async def on_click(self, event: events.Click) -> None:
        """What its digit does."""
        event.stop()
        await self.app.run_action(f"screen.pick({self.index})", self.screen)


class Choose(ModalScreen[str | None]):
    """Answers with one of at most nine words; escape answers nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "dismiss", "Back", show=False),
        *(Binding(str(n + 1), f"pick({n})", show=False) for n in range(9)),
    ]

    def __init__(self, question: str, words: Sequence[str]) -> None:
        super().__init__()
        self.question, self.words = question, words

    def compose(self) -> ComposeResult:
        """The question and what can be picked."""
        with Vertical(classes="dialog"):
            yield Static(Content(self.question), classes="question")
            yield from (Option(index, word) for index, word in enumerate(self.words))
            yield Static(Content("a digit picks, esc goes back"), classes="hint")

    def action_pick(self, index: int) -> None:
        """Answer with one of them."""
        if index < len(self.words):
            self.dismiss(self.words[index])
