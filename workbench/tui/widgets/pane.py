"""A pane: a title line and what is under it."""

from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget

from workbench.tui.text import plain


class Pane(Vertical):
    """Widgets under a titled line; the pane with the focus has a heavier one."""

    def __init__(self, title: str, *children: Widget, id: str) -> None:
        super().__init__(*children, id=id)
        self.entitle(title)

    def entitle(self, title: str, note: str = "") -> None:
        """Set the title with a note after it, both as plain text."""
        words = plain(f"{title} · {note}" if note else title)
        self.border_title = Content(f" {words} ")
