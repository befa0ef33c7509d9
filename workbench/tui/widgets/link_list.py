"""The links of a claim: its evidence so far."""

from collections.abc import Mapping

from workbench.core.verdicts.standing import Link
from workbench.tui.signs import relation_sign
from workbench.tui.text import fit, plain
from workbench.tui.widgets.rowlist import Line, RowList


class LinkList(RowList[Link]):
    """One link a row: relation, source, quote."""

    sources: Mapping[str, str]

    def __init__(self, *, empty: str = "", id: str | None = None) -> None:
        super().__init__(empty=empty, id=id)
        self.sources = {}

    def key_of(self, row: Link) -> str:
        """A link has an id of its own."""
        return row.id

    def paint(self, row: Link, width: int) -> list[Line]:
        """Sign and word, source, and as much of the quote as fits."""
        sign, word, role = relation_sign(row.relation)
        source = plain(self.sources.get(row.anchor.article, row.anchor.article))
        return [
            [
                (fit(f"{sign} {word}", 15), role), (fit(source, 16), "dim"), ("  ", ""),
                (fit(plain(row.anchor.quote[: 4 * width]), width - 33), ""),
            ]
        ]  # fmt: skip
