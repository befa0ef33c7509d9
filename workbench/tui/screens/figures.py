"""Figures side by side: what is counted, by whom, when."""

import asyncio
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input

from workbench.core.text.articles import Article
from workbench.tui.actions import bindings
from workbench.tui.citing import headline
from workbench.tui.messages import PlaceWanted, ScreenWanted
from workbench.tui.plotting import alike, undated
from workbench.tui.screens.base import WorkbenchScreen
from workbench.tui.widgets.figure_list import FigureList
from workbench.tui.widgets.figure_plot import FigurePlot
from workbench.tui.widgets.pane import Pane
from workbench.tui.widgets.reader import Reader
from workbench.tui.widgets.rowlist import RowList
from workbench.tui.widgets.typing_lines import LineInput

if TYPE_CHECKING:
    from workbench.core.events.side_by_side import FigureRow

SETTLED = 0.06
"""Seconds the cursor has to rest on a figure before its article is read."""
EMPTY = "Type what the figures are about and press enter, for example: people killed"
NONE = "No figures about that. Try other words."


class FiguresScreen(WorkbenchScreen):
    """A question, the figures that answer it, and the passage of the one under the cursor."""

    MODE = "figures"
    SCOPE = "figures"
    BINDINGS: ClassVar[list[BindingType]] = bindings("figures")
    AUTO_FOCUS = "#about"

    @dataclass
    class FiguresFound(Message):
        """The figures about some words were found."""

        about: str
        rows: "Sequence[FigureRow]"

    @dataclass
    class PassageRead(Message):
        """The article of the figure under the cursor was read."""

        row: "FigureRow"
        article: Article

    def compose_body(self) -> Iterator[Widget]:
        """The question, the table, the passage."""
        yield Pane(
            "Figures about",
            LineInput(placeholder="people killed", compact=True, id="about"),
            id="about-pane",
        )
        yield Pane("Figures", FigureList(empty=EMPTY), id="list-pane")
        yield Horizontal(
            Pane("Passage", Reader(empty=""), id="text-pane"),
            Pane("Over time", FigurePlot(), id="plot-pane"),
            id="under",
        )

    def reread(self) -> None:
        """Ask again."""
        if about := self.query_one("#about", Input).value.strip():
            self.begin("figures", self._find, about)

    @on(Input.Submitted, "#about")
    def _asked(self) -> None:
        self.reread()
        self.query_one(FigureList).focus()

    async def _find(self, about: str) -> None:
        self.post_message(
            self.FiguresFound(about, await self.ask(self.shell.case.comparing.figures, about))
        )

    @on(FiguresFound)
    def _found(self, message: FiguresFound) -> None:
        if message.about != self.query_one("#about", Input).value.strip():
            return
        rows = list(message.rows)
        figures = self.query_one(FigureList)
        figures.sources, figures.empty = self.shell.sources, NONE
        figures.measure(rows)
        figures.set_rows(rows)
        self.query_one("#list-pane", Pane).entitle("Figures", f"{len(rows):,}")

    @on(RowList.RowPointed)
    def _pointed(self) -> None:
        figures = self.query_one(FigureList)
        self.query_one(FigurePlot).show(figures.rows, figures.current)
        self._name_plot()
        self.begin("text", self._read)

    def _name_plot(self) -> None:
        figures = self.query_one(FigureList)
        here = figures.current
        without = len(list(undated(alike(figures.rows, here))))
        note = f"{without} without a day" if without else ""
        self.query_one("#plot-pane", Pane).entitle(
            f"{here.of} over time" if here else "Over time", note
        )

    async def _read(self) -> None:
        await asyncio.sleep(SETTLED)
        row = self.query_one(FigureList).current
        if row is not None:
            self.post_message(
                self.PassageRead(row, await self.ask(self.shell.article, row.article))
            )

    @on(PassageRead)
    def _read_passage(self, message: PassageRead) -> None:
        row, article = message.row, message.article
        self.query_one("#text-pane", Pane).entitle(headline(article))
        self.query_one(Reader).show_text(
            article.title, article.text, [(row.start, row.end, "passage")], row.start
        )

    @on(RowList.RowChosen)
    def _chosen(self) -> None:
        row = self.query_one(FigureList).current
        if row is not None:
            self.post_message(PlaceWanted(row.article, row.start))

    def action_pane(self, step: int) -> None:
        """The question, the table and the passage in turn."""
        panes: list[Widget] = [
            self.query_one("#about"),
            self.query_one(FigureList),
            self.query_one(Reader),
        ]
        here = next((n for n, pane in enumerate(panes) if pane.has_focus), 0)
        panes[(here + step) % 3].focus()

    def action_plot(self) -> None:
        """The plot in the place of the passage, or the passage again."""
        self.toggle_class("-plot")

    def action_ask(self) -> None:
        """To the question."""
        self.set_focus(self.query_one("#about"))

    def action_back(self) -> None:
        """To the question; from there to the claims."""
        if self.query_one("#about").has_focus:
            self.post_message(ScreenWanted("claims"))
        else:
            self.action_ask()
