"""The queue: one claim a row, on three lines where the pane is narrow."""

from collections.abc import Mapping
from types import MappingProxyType

from workbench.case import ClaimRow
from workbench.core.reading.kinds import weightiest_first
from workbench.tui.signs import status_sign
from workbench.tui.text import fit, plain, wrap
from workbench.tui.widgets.rowlist import Line, RowList

NARROW = 72
"""Cells under which a claim takes three lines."""
ROOMY = 100
"""Cells from which kind, source and status are written out."""


def source_of(row: ClaimRow) -> str:
    """What names a claim's article shortest: publisher, else title, else id."""
    return row.publisher or row.title or row.article


def kind_words(kinds: tuple[str, ...]) -> str:
    """The weightiest kind, and how many more there are."""
    return (
        weightiest_first(kinds)[0] + (f"+{len(kinds) - 1}" if len(kinds) > 1 else "")
        if kinds
        else "none"
    )


def _lines_of_text(height: int) -> int:
    """Lines that a claim's words get in a narrow pane of a height: ten claims stay in sight."""
    return 2 if height < 40 else 3 if height < 50 else 4


class ClaimList(RowList[ClaimRow]):
    """Claims with kind, text, article, score and status."""

    sources: Mapping[str, str] = MappingProxyType({})
    """Article → what lists call it; of those that are not in it the row itself tells."""

    def key_of(self, row: ClaimRow) -> str:
        """Claims keep their id when they are found again."""
        return row.id

    def row_height(self) -> int:
        """One line; in a narrow pane a head over as many lines of text as a high pane can give."""
        room = self.scrollable_content_region
        return 1 + _lines_of_text(room.height) if 0 < room.width < NARROW else 1

    def paint(self, row: ClaimRow, width: int) -> list[Line]:
        """Score, kind, status and source around the claim's own words."""
        sign, word, role = status_sign(row.status)
        words = plain(row.rating) or word
        score = (f"{row.score:3.0f} ", "strong")
        roomy = width >= ROOMY
        kind = (
            fit(
                kind_words(row.kinds) if roomy else "".join(weightiest_first(row.kinds)[:1]),
                13 if roomy else 11,
            ),
            "kind",
        )
        origin = plain(self.sources.get(row.article) or source_of(row))
        if self.row_height() == 1:
            source, status = (24, 16) if roomy else (13, 9)
            text = max(10, width - 4 - len(kind[0]) - source - status - 2)
            return [
                [
                    score, kind, (fit(plain(row.quote[: 4 * width]), text), ""),
                    (" " + fit(origin, source), "dim"),
                    (" " + fit(f"{sign} {words}", status), role),
                ]
            ]  # fmt: skip
        most = self.row_height() - 1
        status = min(15, max(4, width // 3))
        source = max(0, width - 4 - len(kind[0]) - status - 1)
        first: Line = [
            score,
            kind,
            (fit(f"{sign} {words}", status) + " ", role),
            (fit(origin, source), "dim"),
        ]
        return [first, *([("    ", ""), (line, "")] for line in wrap(row.quote, width - 4, most))]
