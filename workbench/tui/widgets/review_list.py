"""What wants a pair of eyes, two lines a row."""

from workbench.case.look_again import Look
from workbench.tui.text import fit, plain
from workbench.tui.widgets.rowlist import Line, RowList

SIGNS = {
    "second review": ("○", "to review", "strong"),
    "ratings differ": ("≠", "differ", "bad"),
    "yours": ("→", "yours", "strong"),
    "two versions": ("≠", "versions", "bad"),
    "source changed": ("!", "changed", "warn"),
    "new conflict": ("×", "conflict", "bad"),
    "published": ("!", "published", "warn"),
}
"""Why a claim is listed → (sign, word, role of its style)."""


class ReviewList(RowList[Look]):
    """Sign and word, the words to look at, and below them why.

    Never says what the first reviewer rated a claim that waits.
    """

    def key_of(self, row: Look) -> str:
        """A claim may be listed for several reasons."""
        return f"{row.what} {row.claim} {row.why}"

    def row_height(self) -> int:
        """The quote, and what happened to it."""
        return 2

    def paint(self, row: Look, width: int) -> list[Line]:
        """The reason stands under the quote."""
        sign, word, role = SIGNS[row.what]
        left = max(4, width - 12)
        said = plain(row.about or row.why)
        return [
            [(fit(f"{sign} {word}", 12), role), (fit(plain(row.quote[: 4 * width]), left), "")],
            [(" " * 12, ""), (fit(said, left), "hint")],
        ]
