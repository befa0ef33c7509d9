"""A claim's own words above what is written about it."""

from textual.content import Content
from textual.widgets import Static

from workbench.tui.text import wrap


class QuoteLines(Static):
    """A claim's words on at most three lines."""

    def __init__(self, quote: str) -> None:
        super().__init__()
        self.quote = quote

    def render(self) -> Content:
        """Cut to the width there is."""
        return Content("\n".join(wrap("“" + self.quote + "”", max(20, self.size.width), 3)))
