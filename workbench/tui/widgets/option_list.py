"""The settings, one a row."""

from workbench.tui.options import OptionRow
from workbench.tui.text import fit, plain
from workbench.tui.widgets.rowlist import Line, RowList


class OptionList(RowList[OptionRow]):
    """Group, name, value, and what is odd about it."""

    def key_of(self, row: OptionRow) -> str:
        """Settings keep their entry in the file."""
        return f"{row.option.group} {row.option.name}"

    def paint(self, row: OptionRow, width: int) -> list[Line]:
        """What cannot be changed here stands in brackets."""
        option = row.option
        words = plain(row.words) or "–"
        if option.kind == "shown":
            words = f"({words})"
        group = 18 if width < 100 else 28
        rest = max(8, width - group - 22)
        note = f"{words}  {plain(row.note)}" if row.note else words
        return [
            [
                (fit(option.group, group - 1) + " ", "dim"), (fit(option.name, 21) + " ", "kind"),
                (fit(note, rest), "warn" if row.note else "strong"),
            ]
        ]  # fmt: skip
