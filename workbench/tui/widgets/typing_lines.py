"""Lines and texts that people type or paste into: what is pasted may be hostile too."""

from rich.text import Text
from textual.widgets import Input, TextArea

from workbench.core.display import visible


class LineInput(Input):
    """One line; unseen characters become visible as they come in."""

    def validate_value(self, value: str) -> str:
        """What was typed, pasted or set."""
        return visible(value.replace("\n", " ").replace("\t", " "))


class TextEditor(TextArea):
    """A longer text; unseen characters are kept, and shown as one glyph each."""

    def get_line(self, line_index: int) -> Text:
        """A line as it is painted: as long as the line of the text, so that the cursor fits."""
        line = self.document.get_line(line_index)
        if not (line.isascii() and line.isprintable()):
            line = "".join(_glyph(char) for char in line)
        return Text(line, end="", no_wrap=True)


def _glyph(char: str) -> str:
    shown = visible(char)
    return shown if len(shown) == 1 else "\N{REPLACEMENT CHARACTER}"
