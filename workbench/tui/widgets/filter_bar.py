"""The filter of the queue on one line: words, kind, status, order, and the count."""

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from workbench.tui.widgets.typing_lines import LineInput


class Facet(Static):
    """A word that can be clicked to change it."""

    def __init__(self, action: str, id: str) -> None:
        super().__init__(id=id)
        self.action = action

    async def on_click(self, event: events.Click) -> None:
        """What the key of the facet does."""
        event.stop()
        await self.app.run_action(self.action, self.screen)


class FilterInput(LineInput):
    """The words of the filter; up, down and enter go to the list."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,up,enter", "leave", "To the list", show=False),
        Binding("escape", "empty", "Clear", show=False),
    ]

    class Left(Message):
        """The reviewer is done typing."""

    def action_leave(self) -> None:
        """Back to the list, the filter stays."""
        self.post_message(self.Left())

    def action_empty(self) -> None:
        """Clear the words and go back to the list."""
        self.value = ""
        self.post_message(self.Left())


class FilterBar(Horizontal):
    """Words to the left, facets to the right."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: dict[str, str] = {}

    def compose(self) -> ComposeResult:
        """The input and the facets."""
        yield FilterInput(
            placeholder="/ filter: word 'exact !not kind:denial @name", compact=True, id="words"
        )
        yield Facet("screen.article", id="facet-article")
        yield Facet("screen.kind(1)", id="facet-kind")
        yield Facet("screen.status", id="facet-status")
        yield Facet("screen.sort", id="facet-sort")
        yield Static(id="count")

    def show(
        self, *, article: bool, kind: str, status: str, sort: str, shown: int, of: int
    ) -> None:
        """Show the state of the filter."""
        words = {
            "facet-article": "this article" if article else "",
            "facet-kind": f"kind {kind or 'all'}",
            "facet-status": f"status {status or 'all'}",
            "facet-sort": f"by {sort}",
            "count": f"{shown:,} of {of:,}" if shown != of else f"{of:,}",
        }
        for id, text in words.items():
            if self._shown.get(id) != text:
                self._shown[id] = text
                facet = self.query_one(f"#{id}", Static)
                facet.update(Content(text))
                facet.display = bool(text)
