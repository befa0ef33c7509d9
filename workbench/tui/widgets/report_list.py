"""What came of an import, one row an input."""

from workbench.case import ImportRow
from workbench.tui.text import fit, plain
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


class ReportList(RowList[ImportRow]):
    """Outcome, source and reason."""

    def key_of(self, row: ImportRow) -> str:
        """A source comes once in a report."""
        return f"{row.source}|{row.article}"

    def paint(self, row: ImportRow, width: int) -> list[Line]:
        """The reason after the source, where there is one."""
        sign, role = OUTCOMES.get(row.outcome, ("·", ""))
        words = plain(row.source) + (f": {plain(row.reason)}" if row.reason else "")
        return [[(fit(f"{sign} {row.outcome}", 13), role), (fit(words, max(4, width - 13)), "")]]
