"""Figures over time, drawn in the cells of a terminal: pure, lines in, nothing painted."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from workbench.tui.text import fit

if TYPE_CHECKING:
    from workbench.core.events.side_by_side import FigureRow

Cell = tuple[str, str]
"""(characters of one cell each, role of their style)."""
HERE, POINT, CONFLICT, RANGE, ABOVE, BELOW = "◉", "●", "×", "│", "↑", "↓"
LEGEND = f"{HERE} cursor  {POINT} figure  {CONFLICT} conflict  {RANGE} range  {ABOVE}{BELOW} open"
LABEL = 9
"""Cells of the scale to the left."""
LEAST = (LABEL + 12, 6)
"""Cells and lines under which a plot says nothing."""
RANKS = (HERE, CONFLICT, POINT, ABOVE, BELOW, RANGE)
"""Signs in the order in which one hides another."""


def plotted(
    rows: "Sequence[FigureRow]", here: "FigureRow", width: int, height: int
) -> list[list[Cell]]:
    """Lines of cells: value upwards from zero, days to the right, the legend last.

    `rows` are figures of one thing; those without a day stand nowhere. No lines
    where the place is too small or no figure has a day.
    """
    dated = [row for row in rows if row.as_of and _bounds(row)]
    if not dated or width < LEAST[0] or height < LEAST[1]:
        return []
    field = _Field(dated, width - LABEL, height - 3)
    for row in dated:
        field.draw(row, here=row is here)
    lines = [
        [
            (fit(field.label(y), LABEL - 2), "dim"),
            ("┤ " if _ticked(y) else "│ ", "dim"),
            *field.line(y),
        ]
        for y in range(field.height)
    ]
    first, last = field.days
    axis = " " * (LABEL - 2) + "└" + "─" * (width - LABEL + 1)
    days = f"{first.isoformat()}{last.isoformat():>{max(0, width - LABEL - 10)}}"
    if first == last:
        days = first.isoformat()
    return [*lines, [(axis, "dim")], [(" " * LABEL + days, "dim")], [(LEGEND, "hint")]]


class _Field:
    """The place between the axes."""

    def __init__(self, rows: "Sequence[FigureRow]", width: int, height: int) -> None:
        self.width, self.height = width, height
        days = sorted(row.as_of for row in rows if row.as_of)
        self.days: tuple[date, date] = (days[0], days[-1])
        self.most = max(bound for row in rows for bound in _bounds(row)) or 1.0
        self._cells: dict[tuple[int, int], Cell] = {}

    def draw(self, row: "FigureRow", *, here: bool) -> None:
        """Put a figure in: its bounds, and what lies between or beyond them."""
        x, sign = self._x(row), HERE if here else CONFLICT if "conflict" in row.mark else POINT
        role = "mark" if here else "bad" if sign == CONFLICT else "strong"
        places = [self._y(bound) for bound in _bounds(row)]
        for y in range(min(places), max(places) + 1):
            self._put(x, y, RANGE, "dim")
        for y in places:
            self._put(x, y, sign, role)
        if row.high is None:
            self._put(x, places[0] - 1, ABOVE, "dim")
        if row.low is None:
            self._put(x, places[0] + 1, BELOW, "dim")

    def line(self, y: int) -> list[Cell]:
        """The cells of a line."""
        return [self._cells.get((x, y), (" ", "")) for x in range(self.width)]

    def label(self, y: int) -> str:
        """The value at a line, for every third one."""
        value = self.most * (self.height - 1 - y) / (self.height - 2)
        return _short(value) if _ticked(y) else ""

    def _put(self, x: int, y: int, sign: str, role: str) -> None:
        there = self._cells.get((x, y))
        if 0 <= y < self.height and (there is None or RANKS.index(sign) < RANKS.index(there[0])):
            self._cells[x, y] = (sign, role)

    def _x(self, row: "FigureRow") -> int:
        first, last = self.days
        span = (last - first).days
        since = (row.as_of - first).days if row.as_of else 0
        return round(since / span * (self.width - 1)) if span else self.width // 2

    def _y(self, value: float) -> int:
        """The top line is left free, for what goes on beyond the largest figure."""
        return 1 + round((1 - value / self.most) * (self.height - 2))


def _ticked(y: int) -> bool:
    return y % 3 == 1


def _bounds(row: "FigureRow") -> list[float]:
    """The bounds that can be drawn: finite and not below zero."""
    given = (row.low, row.high)
    return [float(b) for b in dict.fromkeys(given) if b is not None and 0 <= b < float("inf")]


def _short(value: float) -> str:
    """At most seven cells: 950, 13.5k, 2M."""
    for size, letter in ((1e12, "T"), (1e9, "G"), (1e6, "M"), (1e4, "k")):
        if value >= size:
            unit = 1e3 if letter == "k" else size
            return f"{value / unit:.3g}{letter}"
    return f"{value:.4g}"


def alike(rows: "Sequence[FigureRow]", here: "FigureRow | None") -> "list[FigureRow]":
    """The figures that count the same thing of the same event as one of them."""
    return [row for row in rows if here and (row.of, row.event) == (here.of, here.event)]


def undated(rows: "Sequence[FigureRow]") -> Iterator["FigureRow"]:
    """The figures that stand nowhere in a plot."""
    return (row for row in rows if not row.as_of or not _bounds(row))
