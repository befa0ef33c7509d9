"""Candidates: passages proposed for a claim, with reasons in words."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from workbench.core.verdicts.standing import Link
from workbench.tui.folding import place_of
from workbench.tui.signs import relation_sign
from workbench.tui.text import fit, plain, wrap
from workbench.tui.widgets.rowlist import Line, RowList

if TYPE_CHECKING:
    from workbench.core.candidates.rerank import Candidate

WIDE = 72
"""Cells from which quote and reasons take fewer lines."""
Place = tuple[str, int, int]


class CandidateList(RowList["Candidate"]):
    """Score, relation, source, quote and reasons; what is linked says so."""

    def __init__(self, *, empty: str = "", id: str | None = None) -> None:
        super().__init__(empty=empty, id=id)
        self.linked: Mapping[Place, Link] = {}
        self.sources: Mapping[str, str] = {}
        self.more: Mapping[str, int] = {}
        self.opened: set[str] = set()

    def key_of(self, row: "Candidate") -> str:
        """A candidate is the place of its passage."""
        return place_of(row)

    def row_height(self) -> int:
        """Head, quote and reasons; a line between where the pane is narrow and high."""
        quote, reasons = self._lines()
        return 1 + quote + reasons + (1 if reasons > 1 else 0)

    def _lines(self) -> tuple[int, int]:
        """Lines for the quote and for the reasons."""
        return (2, 1) if self.scrollable_content_region.width >= WIDE else (3, 2)

    def show_links(self, links: Sequence[Link]) -> None:
        """Mark the candidates that are linked already."""
        self.linked = {(a.article, a.start, a.end): link for link in links for a in (link.anchor,)}
        self.repaint_rows()

    def link_of(self, row: "Candidate") -> Link | None:
        """The link of a candidate's passage, if a reviewer made one."""
        return self.linked.get((row.article, row.start, row.end))

    def paint(self, row: "Candidate", width: int) -> list[Line]:
        """The linked relation where there is one, else the suggested one with a question mark."""
        link = self.link_of(row)
        sign, word, role = relation_sign(link.relation if link else row.relation)
        said = f"{sign} {word}{', linked' if link else '?'}"
        source = plain(self.sources.get(row.article, row.article))
        whose = "" if row.independent else " (same source)"
        if more := self.more.get(row.group, 0):
            source = f"+{more} {'shown' if row.group in self.opened else 'folded'} · {source}"
        head = max(12, len(said))
        lines: list[Line] = [
            [
                (f"{row.score:3.0f} ", "strong"), (fit(said, head), role), ("  ", ""),
                (fit(source + whose, width - head - 6), "dim"),
            ]
        ]  # fmt: skip
        most_quote, most_reasons = self._lines()
        lines += [[("    ", ""), (line, "")] for line in wrap(row.quote, width - 4, most_quote)]
        reasons = "why: " + ("; ".join(row.reasons) or "same words")
        lines += [[("    ", ""), (line, "hint")] for line in wrap(reasons, width - 4, most_reasons)]
        return lines
