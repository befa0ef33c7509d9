"""Contradictions of the corpus: slot and values over both sides, three lines each."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from workbench.tui.text import fit, plain
from workbench.tui.widgets.rowlist import Line, RowList

if TYPE_CHECKING:
    from workbench.case.contradictions.contradicting import Row
    from workbench.core.events.contradictions import Side

SOURCE_CELLS = 18


class ConflictList(RowList["Row"]):
    """Slot, values and status over the two clearest quotes."""

    def __init__(self, *, empty: str = "") -> None:
        super().__init__(empty=empty)
        self.sources: Mapping[str, str] = {}

    def key_of(self, row: "Row") -> str:
        """A contradiction is its slot, values and words."""
        return row.found.id

    def row_height(self) -> int:
        """Head and two quotes."""
        return 3

    def paint(self, row: "Row", width: int) -> list[Line]:
        """What is said against what first, then why and by whom."""
        found = row.found
        marks = (
            "" if found.independent else "one source",
            "" if row.status == "open" else row.status,
            f"for {plain(row.assignee)}" if row.assignee else "",
            f"{len(row.notes)} notes" if row.notes else "",
        )
        notes = "".join(f" ({mark})" for mark in marks if mark)
        left = max(4, width - 6 - len(notes))
        said = f"{found.summary} · {'; '.join(found.reasons)}"
        head: Line = [
            (f"{found.strength:3.0f} ", "strong"),
            ("× ", "bad"),
            (fit(plain(said), left) + notes, "strong"),
        ]
        return [head, self._side(found.one, width), self._side(found.other, width)]

    def _side(self, side: "Side", width: int) -> Line:
        source = plain(self.sources.get(side.article, side.article))
        left = max(4, width - 6 - SOURCE_CELLS - 1)
        return [
            ("      ", ""),
            (fit(source, SOURCE_CELLS) + " ", "kind"),
            (fit(plain(side.quote[: 4 * width]), left), ""),
        ]
