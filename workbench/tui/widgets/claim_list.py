"""The queue: one claim a row, on two lines where the pane is narrow."""

from workbench.case import ClaimRow
from workbench.tui.signs import status_sign
from workbench.tui.text import fit, plain
from workbench.tui.widgets.rowlist import Line, RowList

NARROW = 72
"""Cells under which a claim takes two lines."""
KIND_CELLS = 11


def source_of(row: ClaimRow) -> str:
    """What names a claim's article shortest: publisher, else title, else id."""
    return row.publisher or row.title or row.article


def kind_words(kinds: tuple[str, ...]) -> str:
    """The first kind, and how many more there are."""
    return kinds[0] + (f"+{len(kinds) - 1}" if len(kinds) > 1 else "") if kinds else "none"


class ClaimList(RowList[ClaimRow]):
    """Claims with kind, text, article, score and status."""

    def key_of(self, row: ClaimRow) -> str:
        """Claims keep their id when they are found again."""
        return row.id

    def row_height(self) -> int:
        """Two lines in a narrow pane."""
        return 2 if 0 < self.scrollable_content_region.width < NARROW else 1

    def paint(self, row: ClaimRow, width: int) -> list[Line]:
        """Score, kind, status and source around the claim's own words."""
        sign, word, role = status_sign(row.status)
        words = row.rating or word
        score = (f"{row.score:3.0f} ", "strong")
        kind = (fit(kind_words(row.kinds), KIND_CELLS + 2), "kind")
        quote = plain(row.quote[: 4 * width])
        if self.row_height() == 1:
            source, status = 16, 14
            text = max(10, width - 4 - KIND_CELLS - 2 - source - status - 1)
            return [
                [
                    score, kind, (fit(quote, text), ""), (" " + fit(plain(source_of(row)), source - 1), "dim"),
                    (" " + fit(f"{sign} {words}", status), role),
                ]
            ]  # fmt: skip
        status = min(14, max(4, width // 3))
        source = max(0, width - 4 - KIND_CELLS - 2 - status)
        first: Line = [score, kind, (fit(f"{sign} {words}", status), role), (fit(plain(source_of(row)), source), "dim")]
        return [first, [("    ", ""), (fit(quote, width - 4), "")]]
