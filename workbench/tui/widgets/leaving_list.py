"""What would leave the house, and what the gate holds back."""

from workbench.case.publishing.gating import Leaving
from workbench.tui.text import fit, plain
from workbench.tui.widgets.rowlist import Line, RowList

SIGNS = {
    "first": ("→", "good"),
    "correction": ("→", "warn"),
    "retraction": ("→", "bad"),
    "nothing new": ("=", "dim"),
}
"""What leaves → (sign, role of its style)."""
HELD = ("×", "bad")


class LeavingList(RowList[Leaving]):
    """What becomes of a verdict, its rating and its words; below it what the gate found."""

    def key_of(self, row: Leaving) -> str:
        """A claim comes once."""
        return row.verdict.claim

    def row_height(self) -> int:
        """The verdict, and the findings in short."""
        return 2

    def paint(self, row: Leaving, width: int) -> list[Line]:
        """The rating stands before the words."""
        sign, role = HELD if row.held else SIGNS[row.change]
        words = f"{row.verdict.rating}: {row.verdict.anchor.quote[: 4 * width]}"
        left = max(4, width - 12)
        return [
            [(fit(f"{sign} {row.word}", 12), role), (fit(plain(words), left), "")],
            [(" " * 12, ""), (fit(plain(_in_short(row)), left), "hint")],
        ]


def _in_short(row: Leaving) -> str:
    if row.held:
        return f"{len(row.holding)} to mend: {row.holding[0].message}"
    found = (*row.holding, *row.told)
    return f"told: {found[0].message}" if found else "the gate finds nothing"
