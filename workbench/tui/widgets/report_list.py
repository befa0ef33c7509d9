"""What came of an import, one row an input."""

from workbench.case import ImportRow
from workbench.tui.text import fit, fit_end, plain
from workbench.tui.widgets.rowlist import Line, RowList

OUTCOMES = {
    "imported": ("+", "good"),
    "revised": ("↻", "good"),
    "duplicate": ("=", "dim"),
    "unchanged": ("=", "dim"),
    "partial": ("!", "warn"),
    "refused": ("×", "bad"),
}
"""Outcome → (sign, role of its style)."""


NARROW = 120
"""Cells under which the reason stands below its source: it says what can be done."""
OUTCOME_CELLS = 13


class ReportList(RowList[ImportRow]):
    """Outcome, source and reason."""

    def key_of(self, row: ImportRow) -> str:
        """A source comes once in a report."""
        return f"{row.source}|{row.article}"

    def row_height(self) -> int:
        """Two lines in a narrow pane."""
        return 2 if 0 < self.scrollable_content_region.width < NARROW else 1

    def paint(self, row: ImportRow, width: int) -> list[Line]:
        """The end of a long path, which names the file, and as much of the reason as fits."""
        sign, role = OUTCOMES.get(row.outcome, ("·", ""))
        outcome = (fit(f"{sign} {row.outcome}", OUTCOME_CELLS), role)
        rest = max(4, width - OUTCOME_CELLS)
        source, reason = plain(row.source), plain(row.reason)
        if self.row_height() == 2:
            below = [(" " * OUTCOME_CELLS, ""), (fit(reason, rest), "hint")]
            return [[outcome, (fit_end(source, rest), "")], below]
        share = rest * 2 // 5
        return [
            [outcome, (fit_end(source, share - 2) + "  ", ""), (fit(reason, rest - share), "hint")]
        ]
