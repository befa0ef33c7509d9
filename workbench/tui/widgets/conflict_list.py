"""Contradictions of the corpus: both sides and why, three lines each."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from workbench.tui.text import fit, plain
from workbench.tui.widgets.rowlist import Line, RowList

if TYPE_CHECKING:
    from workbench.core.events.contradictions import Contradiction, Side

SOURCE_CELLS = 18


class ConflictList(RowList["Contradiction"]):
    """Strength and reasons over the two quotes."""

    def __init__(self, *, empty: str = "") -> None:
        super().__init__(empty=empty)
        self.sources: Mapping[str, str] = {}

    def key_of(self, row: "Contradiction") -> str:
        """A contradiction is its event, slot and words."""
        return row.id

    def row_height(self) -> int:
        """Head and two quotes."""
        return 3

    def paint(self, row: "Contradiction", width: int) -> list[Line]:
        """The reasons first: they say what contradicts what."""
        whose = "" if row.independent else " (one source)"
        copies = f" (+{row.copies} in copies)" if row.copies else ""
        reasons = plain("; ".join(row.reasons))
        head: Line = [
            (f"{row.strength:3.0f} ", "strong"),
            ("× ", "bad"),
            (fit(reasons, max(4, width - 6 - len(whose + copies))) + whose + copies, "strong"),
        ]
        return [head, self._side(row.one, width), self._side(row.other, width)]

    def _side(self, side: "Side", width: int) -> Line:
        source = plain(self.sources.get(side.article, side.article))
        left = max(4, width - 6 - SOURCE_CELLS - 1)
        return [
            ("      ", ""),
            (fit(source, SOURCE_CELLS) + " ", "kind"),
            (fit(plain(side.quote[: 4 * width]), left), ""),
        ]
