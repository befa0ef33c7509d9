"""A line of words that do something when they are clicked, painted by one widget.

A widget for each word would cost far more of the time to the first screen.
"""

from dataclasses import dataclass

from textual import events
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget


@dataclass(frozen=True, slots=True)
class Word:
    """What is shown, the action that a click runs, and what is said about it."""

    content: Content
    action: str
    help: str = ""


class WordLine(Widget):
    """Words with a blank between."""

    ALLOW_SELECT = False

    words: reactive[tuple[Word, ...]] = reactive(())
    hovered: reactive[Word | None] = reactive(None)

    def render(self) -> Content:
        """The words; the one under the mouse is underlined."""
        return Content(" ").join(
            word.content.stylize("underline") if word is self.hovered else word.content
            for word in self.words
        )

    def at(self, x: int) -> Word | None:
        """The word in a column."""
        for word in self.words:
            if 0 <= x < word.content.cell_length:
                return word
            x -= word.content.cell_length + 1
        return None

    async def on_click(self, event: events.Click) -> None:
        """Do what the word says."""
        event.stop()
        if word := self.at(event.x):
            await self.app.run_action(word.action, self.screen)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Show which word a click would take."""
        self.hovered = self.at(event.x)
        self.tooltip = self.hovered.help if self.hovered else None

    def on_leave(self) -> None:
        """No word is under the mouse any more."""
        self.hovered = None
