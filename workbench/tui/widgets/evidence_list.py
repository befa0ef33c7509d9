"""The evidence of a verdict, in the order in which it is published."""

from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.message import Message

from workbench.core.verdicts.standing import Link
from workbench.tui.actions import bindings
from workbench.tui.widgets.link_list import LinkList
from workbench.tui.widgets.rowlist import Line


class EvidenceList(LinkList):
    """Links that keys or the mouse bring into another order."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("order")

    class Reordered(Message):
        """The links stand in another order now."""

    def __init__(self, *, empty: str = "", id: str | None = None) -> None:
        super().__init__(empty=empty, id=id)
        self._dragged = False

    @property
    def order(self) -> str:
        """The ids of the links as they stand, with blanks between."""
        return " ".join(link.id for link in self.rows)

    def paint(self, row: Link, width: int) -> list[Line]:
        """The place before what a link says."""
        line, *more = super().paint(row, width - 3)
        return [[(f"{self.rows.index(row) + 1:>2} ", "dim"), *line], *more]

    def action_shift(self, step: int) -> None:
        """Move the link under the cursor by places; negative is earlier."""
        here, there = self.cursor, self.cursor + step
        if self.current is None or not 0 <= there < len(self.rows):
            return
        rows = list(self.rows)
        rows.insert(there, rows.pop(here))
        self.set_rows(rows)
        self.post_message(self.Reordered())

    # Dragging

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Take up the link under the pointer."""
        index = self._row_at(event.y)
        if index < len(self.rows):
            self.cursor, self._dragged = index, True
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """The link that is held goes along."""
        if self._dragged and self.rows:
            there = max(0, min(self._row_at(event.y), len(self.rows) - 1))
            if there != self.cursor:
                self.action_shift(there - self.cursor)

    def on_mouse_up(self) -> None:
        """Put it down."""
        self._dragged = False
        self.release_mouse()

    def _row_at(self, y: int) -> int:
        return (y + self.scroll_offset.y) // self.row_height()
