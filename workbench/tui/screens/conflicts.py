"""Where the corpus contradicts itself, strongest first, both sides in their articles."""

import asyncio
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import BindingType
from textual.message import Message
from textual.widget import Widget

from workbench.tui.actions import bindings
from workbench.tui.messages import PlaceWanted
from workbench.tui.screens.base import WorkbenchScreen
from workbench.tui.screens.working import WorkingScreen
from workbench.tui.widgets.conflict_list import ConflictList
from workbench.tui.widgets.pane import Pane
from workbench.tui.widgets.rowlist import RowList
from workbench.tui.widgets.side_by_side import Passage, SideBySide

if TYPE_CHECKING:
    from workbench.core.events.contradictions import Contradiction

EMPTY = "No contradictions found. Press <everywhere.import> to import more articles."
SETTLED = 0.06
"""Seconds the cursor has to rest on a conflict before its articles are read."""


class ConflictsScreen(WorkbenchScreen):
    """A list of contradictions and the pair under the cursor."""

    MODE = "conflicts"
    SCOPE = "conflicts"
    BINDINGS: ClassVar[list[BindingType]] = bindings("conflicts")
    AUTO_FOCUS = "ConflictList"

    class ConflictsFound(Message):
        """The contradictions were found."""

        def __init__(self, rows: "Sequence[Contradiction]") -> None:
            super().__init__()
            self.rows = rows

    class PairRead(Message):
        """Both sides were read."""

        def __init__(self, left: Passage, right: Passage) -> None:
            super().__init__()
            self.left, self.right = left, right

    def compose_body(self) -> Iterator[Widget]:
        """The list over the pair."""
        yield Pane(
            "Conflicts",
            ConflictList(empty=self.shell.keyed(EMPTY)),
            id="list-pane",
        )
        yield SideBySide()

    def reread(self) -> None:
        """Look for contradictions among what came in since the last look."""
        self.begin("conflicts", self._find)

    async def _find(self) -> None:
        comparing = self.shell.case.comparing
        new = await self.ask(comparing.unchecked)
        if new:
            self.app.push_screen(
                WorkingScreen(f"Comparing {new:,} articles with the corpus", comparing.conflicts),
                self._found,
            )
        else:
            self._found(await self.ask(comparing.conflicts))

    def _found(self, rows: "Sequence[Contradiction] | None") -> None:
        self.post_message(self.ConflictsFound(rows or ()))

    @on(ConflictsFound)
    def _show(self, message: ConflictsFound) -> None:
        conflicts = self.query_one(ConflictList)
        conflicts.sources = self.shell.sources
        conflicts.set_rows(message.rows)
        self.query_one("#list-pane", Pane).entitle("Conflicts", f"{len(message.rows):,}")

    @on(RowList.RowPointed)
    def _pointed(self) -> None:
        self.begin("pair", self._read_pair)

    async def _read_pair(self) -> None:
        await asyncio.sleep(SETTLED)
        row = self.query_one(ConflictList).current
        if row is None:
            self.query_one(SideBySide).clear()
            return
        sides = []
        for name, side in (("One side", row.one), ("Other side", row.other)):
            article = await self.ask(self.shell.article, side.article)
            sides.append(Passage(name, article, side.start, side.end))
        self.post_message(self.PairRead(*sides))

    @on(PairRead)
    def _pair_read(self, message: PairRead) -> None:
        self.query_one(SideBySide).show(message.left, message.right)

    @on(RowList.RowChosen)
    def _chosen(self) -> None:
        row = self.query_one(ConflictList).current
        if row is not None:
            self.post_message(PlaceWanted(row.one.article, row.one.start))

    def action_pane(self, step: int) -> None:
        """The list and the two articles in turn."""
        panes = [self.query_one(ConflictList), self.query_one("#left"), self.query_one("#right")]
        here = next((n for n, pane in enumerate(panes) if pane.has_focus), 0)
        panes[(here + step) % 3].focus()

    def action_back(self) -> None:
        """From the articles to the list."""
        self.query_one(ConflictList).focus()
