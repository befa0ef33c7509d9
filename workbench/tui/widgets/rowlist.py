"""The one list of the program: 100,000 rows scroll like 100.

Rows are painted when they come into sight and never before; nothing is built,
measured or kept for a row that nobody looks at.
"""

from collections.abc import Sequence
from typing import Any, ClassVar, Generic, TypeVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.cache import LRUCache
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from workbench.tui.actions import bindings
from workbench.tui.text import fit, wrap

Row = TypeVar("Row")
Piece = tuple[str, str]
"""(text fit to show, role): the role names a style, "" is plain."""
Line = Sequence[Piece]

ROLES = ("dim", "strong", "good", "bad", "warn", "kind", "mark", "hint")
GUTTER = 2


class RowList(ScrollView, Generic[Row], can_focus=True):
    """A list of rows of one fixed height.

    A subclass says how a row is painted, and what its key is; the cursor and
    the marks follow the key when the rows change.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings("list")
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "rowlist--cursor",
        "rowlist--cursor-blurred",
        *(f"rowlist--{role}" for role in ROLES),
    }

    cursor: reactive[int] = reactive(0, repaint=False)

    class RowPointed(Message):
        """The cursor came to another row, or to none."""

        def __init__(self, rows: "RowList[Any]") -> None:
            super().__init__()
            self.rows = rows

        @property
        def control(self) -> "RowList[Any]":
            """The list itself, for `@on` selectors."""
            return self.rows

    class RowChosen(RowPointed):
        """The reviewer pressed enter on a row, or clicked it twice."""

    class RowMarked(RowPointed):
        """A row was marked or unmarked."""

    def __init__(self, *, empty: str = "", id: str | None = None) -> None:
        super().__init__(id=id)
        self.rows: Sequence[Row] = ()
        self.marked: set[str] = set()
        self.empty = empty
        self._roles: dict[str, Style] = {}
        self._painted: LRUCache[tuple[int, int, bool], list[Strip]] = LRUCache(400)

    # What a subclass says about its rows

    def paint(self, row: Row, width: int) -> list[Line]:
        """The lines of a row, each of pieces that fill at most `width` cells."""
        raise NotImplementedError

    def key_of(self, row: Row) -> str:
        """What stays the same when the row is read again."""
        raise NotImplementedError

    def row_height(self) -> int:
        """Lines a row takes at the present width."""
        return 1

    # Rows and cursor

    @property
    def current(self) -> Row | None:
        """The row under the cursor."""
        return self.rows[self.cursor] if 0 <= self.cursor < len(self.rows) else None

    def set_rows(self, rows: Sequence[Row], at: int | None = None) -> None:
        """Show other rows. The cursor goes to `at`, or stays on the row with its key.

        The line of the screen on which the cursor stands stays the same too, as
        far as the new rows allow.
        """
        before = self.current
        offset = self.cursor * self.row_height() - self.scroll_offset.y
        self.rows = rows
        if at is None:
            at = self._place_of(self.key_of(before)) if before is not None else 0
        self._forget()
        self._measure()
        self.set_reactive(RowList.cursor, max(0, min(at, len(rows) - 1)))
        self.scroll_to(
            y=max(0, self.cursor * self.row_height() - offset), animate=False, force=True
        )
        self._show_cursor()
        self.refresh()
        self.post_message(self.RowPointed(self))

    def repaint_rows(self) -> None:
        """Paint again what is in sight, because something beside the rows changed."""
        self._forget()
        self.refresh()

    def _place_of(self, key: str) -> int:
        for index, row in enumerate(self.rows):
            if self.key_of(row) == key:
                return index
        return min(self.cursor, max(0, len(self.rows) - 1))

    def validate_cursor(self, cursor: int) -> int:
        """Keep the cursor on a row."""
        return max(0, min(cursor, len(self.rows) - 1))

    def watch_cursor(self, before: int, now: int) -> None:
        """Bring the row into sight and say so; only the two rows that changed are painted."""
        self._show_cursor()
        height, width = self.row_height(), self.size.width
        self.refresh(
            *(Region(0, n * height - self.scroll_offset.y, width, height) for n in (before, now))
        )
        self.post_message(self.RowPointed(self))

    def _show_cursor(self) -> None:
        height, page = self.row_height(), self.scrollable_content_region.height
        top = self.cursor * height
        if page <= 0:
            return
        if top < self.scroll_offset.y or height >= page:
            self.scroll_to(y=top, animate=False, force=True)
        elif top + height > self.scroll_offset.y + page:
            self.scroll_to(y=top + height - page, animate=False, force=True)

    def _measure(self) -> None:
        width = self.scrollable_content_region.width
        self.virtual_size = Size(width, len(self.rows) * self.row_height())

    def _forget(self) -> None:
        self._painted.clear()

    # Painting

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        width = self.scrollable_content_region.width
        if not self.rows:
            return self._empty_line(y, width, self.rich_style)
        index, part = divmod(y + self.scroll_offset.y, self.row_height())
        if index >= len(self.rows):
            return Strip.blank(width, self.rich_style)
        here = index == self.cursor
        key = (index, width, here)
        strips = self._painted.get(key)
        if strips is None:
            strips = self._paint_row(index, width, here)
            self._painted[key] = strips
        return strips[part] if part < len(strips) else Strip.blank(width, self.rich_style)

    def _paint_row(self, index: int, width: int, here: bool) -> list[Strip]:
        row = self.rows[index]
        base = self.rich_style
        if here:
            focused = "rowlist--cursor" if self.has_focus else "rowlist--cursor-blurred"
            base = self.get_component_rich_style(focused)
        marked = "✓" if self.key_of(row) in self.marked else " "
        lines = self.paint(row, width - GUTTER)
        return [
            self._strip(
                [
                    ("▶" if here and n == 0 else " ", "strong"),
                    (marked if n == 0 else " ", "mark"),
                    *line,
                ],
                width,
                base,
            )
            for n, line in enumerate(lines)
        ]

    def _strip(self, line: Line, width: int, base: Style) -> Strip:
        segments = [Segment(text, base + self._role(role)) for text, role in line]
        return Strip(segments).adjust_cell_length(width, base)

    def _role(self, role: str) -> Style:
        """A role's style without its background, which is the row's own."""
        if role not in self._roles:
            found = self.get_component_rich_style(f"rowlist--{role}") if role else Style.null()
            self._roles[role] = Style(
                color=found.color, bold=found.bold, italic=found.italic, underline=found.underline
            )
        return self._roles[role]

    def _empty_line(self, y: int, width: int, base: Style) -> Strip:
        lines = wrap(self.empty, width - 2 * GUTTER, 6) if self.empty else []
        text = lines[y - 1] if 0 < y <= len(lines) else ""
        return self._strip([(fit(" " * GUTTER + text, width), "hint")], width, base)

    def notify_style_update(self) -> None:
        """Themes, focus and hover change what was painted."""
        self._roles.clear()
        self._forget()
        super().notify_style_update()

    # Events

    def on_resize(self) -> None:
        """Rows may take another number of lines at another width."""
        self._forget()
        self._measure()
        self._show_cursor()

    def on_focus(self) -> None:
        """The cursor looks different with the focus."""
        self.repaint_rows()

    def on_blur(self) -> None:
        """The cursor looks different without the focus."""
        self.repaint_rows()

    def on_click(self, event: events.Click) -> None:
        """One click points, two choose; a click on the gutter marks."""
        index = (event.y + self.scroll_offset.y) // self.row_height()
        if index >= len(self.rows):
            return
        self.cursor = index
        if event.chain >= 2:
            self.post_message(self.RowChosen(self))
        elif event.x < GUTTER:
            self.action_mark()

    # Actions

    def action_move(self, rows: int) -> None:
        """Move by rows; negative is up."""
        self.cursor += rows

    def action_page(self, halves: int) -> None:
        """Move by half pages; negative is up."""
        page = self.scrollable_content_region.height // self.row_height()
        self.cursor += halves * max(1, page // 2)

    def action_edge(self, end: bool) -> None:
        """To the first or the last row."""
        self.cursor = len(self.rows) - 1 if end else 0

    def action_choose(self) -> None:
        """Open the row."""
        if self.current is not None:
            self.post_message(self.RowChosen(self))

    def action_mark(self) -> None:
        """Mark the row, or take its mark away, and go to the next."""
        if self.current is None:
            return
        self.marked ^= {self.key_of(self.current)}
        self.repaint_rows()
        self.post_message(self.RowMarked(self))
        self.action_move(1)
