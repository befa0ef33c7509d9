"""The history, one change a row."""

from workbench.core.verdicts.history import Change
from workbench.core.verdicts.standing import in_words
from workbench.tui.text import fit, plain
from workbench.tui.widgets.rowlist import Line, RowList


class ChangeList(RowList[Change]):
    """When, who, what, about what."""

    def key_of(self, row: Change) -> str:
        """Entries keep their hash."""
        return row.hash

    def paint(self, row: Change, width: int) -> list[Line]:
        """The time to the minute; undos carry a sign."""
        sign = "↶ " if row.action == "undo" else "↷ " if row.action == "redo" else "  "
        when = row.at.replace("T", " ")[:16]
        return [
            [
                (f"{row.seq:>5} ", "dim"), (fit(when, 17), "dim"),
                (fit(plain(row.by), 11) + " ", "kind"),
                (fit(sign + plain(row.action), 16) + " ", "strong"),
                (fit(plain(in_words(row)[:800]), max(4, width - 52)), ""),
            ]
        ]  # fmt: skip
