"""The panes of a screen, one alone or side by side: how wide each is, and remembered.

A pane that is shown alone follows the focus: whoever goes to another pane sees that one.
"""

from collections.abc import Iterator

from textual.css.scalar import Unit
from textual.widget import Widget

from workbench.tui.widgets.pane import Pane

FEWEST, MOST = 1, 24
"""Shares or cells of a pane."""
STEP_OF_CELLS = 2


def pane_of(widget: Widget | None) -> Pane | None:
    """The pane that a widget stands in."""
    nodes = widget.ancestors_with_self if widget is not None else ()
    return next((node for node in nodes if isinstance(node, Pane)), None)


class Framing:
    """Shows one pane of a screen alone, and all again."""

    def __init__(self) -> None:
        self.alone: Pane | None = None
        self._touched: list[Widget] = []

    def show_alone(self, pane: Pane) -> None:
        """Give a pane all the room between the tabs and the status line."""
        self.show_all()
        self.alone = pane
        for node, beside in _up_to_body(pane):
            self._touched += [node, *beside]
            node.styles.display = "block"
            for other in beside:
                other.styles.display = "none"
        pane.add_class("-alone")

    def show_all(self) -> None:
        """Every pane where the style sheet has it."""
        for widget in self._touched:
            widget.styles.clear_rule("display")
        if self.alone is not None:
            self.alone.remove_class("-alone")
        self.alone, self._touched = None, []

    def follow(self, widget: Widget | None) -> None:
        """Another widget gets the focus: its pane takes the place, or all are shown."""
        pane = pane_of(widget)
        if self.alone is None or widget is None or pane is self.alone:
            return
        if pane is None:
            self.show_all()
        else:
            self.show_alone(pane)


def _up_to_body(pane: Widget) -> Iterator[tuple[Widget, list[Widget]]]:
    """(the pane or what holds it, what stands beside that), up to the body of the screen."""
    node = pane
    while node.id != "body" and isinstance(node.parent, Widget):
        yield node, [child for child in node.parent.children if child is not node]
        node = node.parent


def name_of(scope: str, pane: Pane) -> str:
    """Under which name the size of a pane is kept: the screen, the pane, the way it is cut."""
    return f"{scope}.{pane.id}.{'w' if _across(pane) else 'h'}"


def resized(pane: Pane, step: int) -> int:
    """The size of a pane, in shares or in cells, once it is made larger or smaller; 0 where it
    takes what its text needs."""
    scalar = pane.styles.width if _across(pane) else pane.styles.height
    if scalar is None or scalar.unit not in {Unit.FRACTION, Unit.CELLS}:
        return 0
    by = step if scalar.unit is Unit.FRACTION else step * STEP_OF_CELLS
    return max(FEWEST, min(MOST, int(scalar.value) + by))


def give(pane: Pane, size: int) -> None:
    """Give a pane its size, in the unit that the style sheet has for it."""
    side = "width" if _across(pane) else "height"
    scalar = getattr(pane.styles, side)
    if scalar is not None and scalar.unit in {Unit.FRACTION, Unit.CELLS}:
        setattr(pane.styles, side, f"{size}fr" if scalar.unit is Unit.FRACTION else size)


def _across(pane: Pane) -> bool:
    """Whether the panes beside it stand to its left and right."""
    parent = pane.parent
    layout = parent.styles.layout if isinstance(parent, Widget) else None
    return layout is not None and layout.name == "horizontal"
