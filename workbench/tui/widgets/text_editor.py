"""A text of many lines that people type or paste into."""

from typing import ClassVar

from rich.text import Text
from textual.binding import Binding, BindingType
from textual.events import Key
from textual.widgets import TextArea

from workbench.core.text.display import visible
from workbench.tui.widgets.typing_lines import edit


class TextEditor(TextArea):
    """A longer text; unseen characters are kept, and shown as one glyph each."""

    def on_mount(self) -> None:
        """Go on where what was written before ends."""
        self.move_cursor(self.document.end)

    async def on_key(self, event: Key) -> None:
        """Edit in the order of the keys."""
        await edit(self, event)

    def get_line(self, line_index: int) -> Text:
        """A line as it is painted: as long as the line of the text, so that the cursor fits."""
        line = self.document.get_line(line_index)
        if not (line.isascii() and line.isprintable()):
            line = "".join(_glyph(char) for char in line)
        return Text(line, end="", no_wrap=True)


class SummaryEditor(TextEditor):
    """One sentence, however long, wrapped so that it can be read whole; enter goes on."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "app.focus_next", "To the rationale", show=False, priority=True)
    ]

    @property
    def value(self) -> str:
        """The sentence on one line; unseen characters and pasted line ends became visible."""
        return visible(self.text.replace("\n", " ").replace("\t", " "))


def _glyph(char: str) -> str:
    shown = visible(char)
    return shown if len(shown) == 1 else "\N{REPLACEMENT CHARACTER}"
