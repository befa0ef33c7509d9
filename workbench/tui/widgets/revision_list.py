"""The revisions of an article, newest first."""

from workbench.core.text.articles import Article
from workbench.tui.text import fit, plain
from workbench.tui.widgets.rowlist import Line, RowList


class RevisionList(RowList[Article]):
    """Number, length and title of each."""

    def key_of(self, row: Article) -> str:
        """Revisions are numbered."""
        return str(row.revision)

    def paint(self, row: Article, width: int) -> list[Line]:
        """The first one has nothing before it to compare with."""
        against = f"against {row.revision - 1}" if row.revision > 1 else "as it came first"
        published = row.published.isoformat() if row.published else "no date"
        return [
            [
                (fit(f"revision {row.revision}", 14), "strong"), (fit(against, 18), "hint"),
                (fit(published, 12), "dim"), (f"{len(row.text):>9,} characters  ", "dim"),
                (fit(plain(row.title), max(4, width - 66)), ""),
            ]
        ]  # fmt: skip
