"""The articles of the case, one a row."""

from datetime import date
from typing import Protocol

from textual.content import Content
from textual.reactive import reactive

from workbench.tui.text import fit, plain
from workbench.tui.widgets.rowlist import GUTTER, Line, RowList
from workbench.tui.widgets.word_line import Word, WordLine


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
    @property
    def name(self) -> str: ...


def title_cells(width: int) -> int:
    """Cells of the title in a row of so many."""
    return max(10, width - 11 - 18 - 12 - 4)


class ArticleHeadings(WordLine):
    """What stands in each column; a click sorts by it, and the arrow shows by which it is."""

    order: reactive[str] = reactive("title")

    def on_mount(self) -> None:
        """Write them."""
        self._write()

    def on_resize(self) -> None:
        """The title has the room that is left."""
        self._write()

    def watch_order(self) -> None:
        """The arrow goes along."""
        self._write()

    def _write(self) -> None:
        width = self.size.width - GUTTER - 1
        columns = (("date", GUTTER + 10), ("publisher", 17), ("title", title_cells(width) - 1),
                   ("claims", 12))  # fmt: skip
        self.words = tuple(
            Word(Content(fit(f"{'  ' if name == 'date' else ''}{name}{self._sign(name)}", cells)),
                 f"screen.sort({name!r})", f"Sort by {name}")
            for name, cells in columns
        )  # fmt: skip

    def _sign(self, name: str) -> str:
        return " ▾" if name == self.order else ""


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
        left = title_cells(width)
        return [
            [
                (fit(day, 11), "dim"), (fit(plain(row.publisher) or "–", 17) + " ", "kind"),
                (fit(plain(row.name) + (f"  {note}" if note else ""), left), ""),
                (fit(f"{row.claims:>5} claims", 12), "dim"),
                (fit(f" {row.language or '–'}", 4), "dim"),
            ]
        ]  # fmt: skip
