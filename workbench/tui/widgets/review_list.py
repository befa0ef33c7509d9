"""What waits for a second pair of eyes, one or two lines a row."""

from dataclasses import dataclass

from workbench.tui.text import fit, plain
from workbench.tui.widgets.rowlist import Line, RowList

SIGNS = {
    "waiting": ("○", "to review", "strong"),
    "mismatch": ("≠", "differ", "bad"),
    "changed": ("!", "changed", "warn"),
}
"""Why a claim is listed → (sign, word, role of its style)."""


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """One reason to look at a claim.

    `why` is a key of `SIGNS`, `place` its passage (article, start, end); `note`
    says more, and never what the first reviewer rated a claim that waits.
    """

    why: str
    id: str
    claim: str
    place: tuple[str, int, int]
    quote: str
    note: str = ""


class ReviewList(RowList[ReviewRow]):
    """Sign and word, the claim's own words, and below them what happened."""

    def key_of(self, row: ReviewRow) -> str:
        """A claim may be listed for several reasons."""
        return f"{row.why} {row.id}"

    def row_height(self) -> int:
        """The quote, and what happened to it."""
        return 2

    def paint(self, row: ReviewRow, width: int) -> list[Line]:
        """The note stands under the quote."""
        sign, word, role = SIGNS[row.why]
        left = max(4, width - 12)
        return [
            [(fit(f"{sign} {word}", 12), role), (fit(plain(row.quote[: 4 * width]), left), "")],
            [(" " * 12, ""), (fit(plain(row.note), left), "hint")],
        ]
