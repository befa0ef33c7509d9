"""What the gate finds wrong with a verdict, each with how to mend it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from workbench.tui.text import fit, plain
from workbench.tui.widgets.rowlist import Line, RowList

if TYPE_CHECKING:
    from workbench.core.publication.gate import Finding


class FindingList(RowList["Finding"]):
    """What stands in the way over what to do; × for what holds back, ! for what is told."""

    stopping: frozenset[str] = frozenset()
    in_keys: Callable[[str], str] = staticmethod(str)
    """Advice in the keys of the case."""

    def key_of(self, row: "Finding") -> str:
        """A rule may find several things."""
        return f"{row.rule}: {row.message}"

    def row_height(self) -> int:
        """The finding and its remedy."""
        return 2

    def paint(self, row: "Finding", width: int) -> list[Line]:
        """The rule is named, so that it can be looked up."""
        sign = ("× ", "bad") if row.rule in self.stopping else ("! ", "warn")
        return [
            [sign, (fit(plain(f"{row.rule}: {row.message}"), width - 2), "")],
            [("  → ", "hint"), (fit(plain(self.in_keys(row.mend)), width - 4), "hint")],
        ]
