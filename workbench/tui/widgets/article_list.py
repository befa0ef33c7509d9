"""The articles of the case, one a row."""

from datetime import date
from typing import Protocol

from workbench.tui.text import fit, plain
from workbench.tui.widgets.rowlist import Line, RowList


class ArticleRow(Protocol):
    """What the case tells of an article without its text."""

    @property
    def id(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def publisher(self) -> str: ...
    @property
    def published(self) -> date | None: ...
    @property
    def url(self) -> str: ...
    @property
    def language(self) -> str: ...
    @property
    def revision(self) -> int: ...
    @property
    def claims(self) -> int: ...
    @property
    def flags(self) -> tuple[str, ...]: ...


class ArticleList(RowList[ArticleRow]):
    """Date, publisher, title, claims, language, revision, and what is odd about it."""

    def key_of(self, row: ArticleRow) -> str:
        """Articles keep their id."""
        return row.id

    def paint(self, row: ArticleRow, width: int) -> list[Line]:
        """Unknown stays a dash; flags stand in words with an exclamation mark."""
        day = row.published.isoformat() if row.published else "–"
        notes = [f"revision {row.revision}"] if row.revision > 1 else []
        notes += [f"! {flag}" for flag in row.flags]
        note = plain("; ".join(notes))
        left = max(10, width - 11 - 18 - 12 - 4)
        return [
            [
                (fit(day, 11), "dim"), (fit(plain(row.publisher) or "–", 17) + " ", "kind"),
                (fit(plain(row.title or row.id) + (f"  {note}" if note else ""), left), ""),
                (fit(f"{row.claims:>5} claims", 12), "dim"),
                (fit(f" {row.language or '–'}", 4), "dim"),
            ]
        ]  # fmt: skip
