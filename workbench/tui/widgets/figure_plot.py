"""The figures of one thing over time, beside their table."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from workbench.tui.plotting import Cell, alike, plotted
from workbench.tui.text import fit

if TYPE_CHECKING:
    from workbench.core.events.side_by_side import FigureRow

EMPTY = "No figure with a day to draw, or too little room."


class FigurePlot(Widget):
    """Draws again whenever the cursor of the table or its own size changes."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"figureplot--{role}" for role in ("dim", "strong", "bad", "mark", "hint")
    }

    def __init__(self) -> None:
        super().__init__()
        self._rows: Sequence[FigureRow] = ()
        self._here: FigureRow | None = None
        self._drawn: tuple[tuple[int, int], list[list[Cell]]] | None = None

    def show(self, rows: "Sequence[FigureRow]", here: "FigureRow | None") -> None:
        """Draw the figures that count the same thing as the one under the cursor."""
        self._rows = alike(rows, here)
        self._here, self._drawn = here, None
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """One line of the plot."""
        size = (self.size.width, self.size.height)
        if self._drawn is None or self._drawn[0] != size:
            lines = plotted(self._rows, self._here, *size) if self._here else []
            self._drawn = (size, lines)
        lines = self._drawn[1]
        if not lines and y == 1 and self._here:
            lines = [[], [(fit("  " + EMPTY, size[0]), "hint")]]
        line = lines[y] if y < len(lines) else []
        segments = [Segment(text, self.rich_style + self._role(role)) for text, role in line]
        return Strip(segments).adjust_cell_length(size[0], self.rich_style)

    def _role(self, role: str) -> Style:
        if not role:
            return Style.null()
        found = self.get_component_rich_style(f"figureplot--{role}")
        return Style(color=found.color, bold=found.bold, italic=found.italic)
