"""Figures side by side: when, how many, who says so, and a bar to see them grow or differ."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from workbench.tui.text import fit, plain
from workbench.tui.widgets.rowlist import Line, RowList

if TYPE_CHECKING:
    from workbench.core.events.side_by_side import FigureRow

LEAST_BAR = 8
"""Cells under which a bar says nothing."""
BAR = "▏▎▍▌▋▊▉█"


def bar(value: float, most: float, cells: int) -> str:
    """A bar of at most `cells` cells, to an eighth of a cell."""
    if most <= 0 or value <= 0:
        return ""
    eighths = max(1, round(value / most * cells * 8))
    return BAR[-1] * (eighths // 8) + (BAR[eighths % 8 - 1] if eighths % 8 else "")


class FigureList(RowList["FigureRow"]):
    """One figure a row, under what it counts; the mark compares it with the rows before."""

    def __init__(self, *, empty: str = "") -> None:
        super().__init__(empty=empty)
        self.sources: Mapping[str, str] = {}
        self.most: dict[str, float] = {}
        self.several = False

    def key_of(self, row: "FigureRow") -> str:
        """A figure is a place and its words."""
        return f"{row.article}:{row.start}:{row.text}:{row.of}"

    def measure(self, rows: "list[FigureRow]") -> None:
        """The largest figure of each thing, which fills its bar."""
        self.most = {}
        self.several = len({row.event for row in rows}) > 1
        for row in rows:
            self.most[row.of] = max(self.most.get(row.of, 0), value_of(row))

    def _thing(self, row: "FigureRow") -> str:
        """What is counted, and of which event where there are several."""
        return f"{plain(row.of)}{f' {row.event}' if self.several else ''}"

    def paint(self, row: "FigureRow", width: int) -> list[Line]:
        """Bars only where there is room for them."""
        room = min(30, width - 74)
        cells = room if room >= LEAST_BAR else 0
        day = row.as_of.isoformat() if row.as_of else "–"
        drawn = bar(value_of(row), self.most.get(row.of, 0), cells)
        role = "bad" if "conflict" in row.mark or "contradict" in row.mark else "dim"
        rest = max(6, width - 12 - 16 - 24 - cells - 1 - 12)
        return [
            [
                (fit(self._thing(row), 11) + " ", "kind"), (fit(day, 11), "dim"),
                (fit(plain(row.text), 24) + " ", "strong"),
                *([(fit(drawn, cells) + " ", "good")] if cells else []),
                (fit(plain(row.mark), 12) + " ", role),
                (fit(plain(row.claimant or row.publisher
                           or self.sources.get(row.article, row.article)), rest), "dim"),
            ]
        ]  # fmt: skip


def value_of(row: "FigureRow") -> float:
    """The bound that the bar shows: the lower one, else the upper."""
    return float(row.low if row.low is not None else row.high or 0)
