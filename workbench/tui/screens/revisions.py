"""The revisions of one article, and what changed from one to the next."""

import asyncio
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.message import Message
from textual.widget import Widget

from workbench.core.text.articles import Article
from workbench.errors import UnknownId
from workbench.tui.actions import bindings
from workbench.tui.revising import Marked, marked
from workbench.tui.screens.base import WorkbenchScreen
from workbench.tui.widgets.pane import Pane
from workbench.tui.widgets.reader import Reader
from workbench.tui.widgets.revision_list import RevisionList
from workbench.tui.widgets.rowlist import RowList


class RevisionsScreen(WorkbenchScreen):
    """The list over the words that changed."""

    MODE = "articles"
    SCOPE = "revisions"
    BINDINGS: ClassVar[list[BindingType]] = bindings("revisions")
    AUTO_FOCUS = "RevisionList"

    @dataclass
    class RevisionsRead(Message):
        """All revisions that are kept were read, newest first."""

        rows: Sequence[Article]

    @dataclass
    class RevisionCompared(Message):
        """A revision was compared with the one before it."""

        row: Article
        found: Marked

    def __init__(self, article: str) -> None:
        super().__init__()
        self.article = article

    def compose_body(self) -> Iterator[Widget]:
        """The list over the text."""
        yield Pane("Revisions", RevisionList(empty="Reading the revisions…"), id="list-pane")
        yield Pane("Changes", Reader(empty=""), id="text-pane")

    def reread(self) -> None:
        """Read the revisions again."""
        self.begin("revisions", self._read)

    async def _read(self) -> None:
        corpus = self.shell.case.corpus
        newest = await self.ask(corpus.article, self.article)
        rows = [newest]
        for revision in range(newest.revision - 1, 0, -1):
            try:
                rows.append(await self.ask(corpus.article, self.article, revision))
            except UnknownId:
                break
        self.post_message(self.RevisionsRead(rows))

    @on(RevisionsRead)
    def _listed(self, message: RevisionsRead) -> None:
        self.query_one(RevisionList).set_rows(message.rows)
        self.query_one("#list-pane", Pane).entitle(
            f"Revisions of {self.article}", f"{len(message.rows)}"
        )

    @on(RowList.RowPointed)
    def _pointed(self) -> None:
        self.begin("compare", self._compare)

    async def _compare(self) -> None:
        revisions = self.query_one(RevisionList)
        row, at = revisions.current, revisions.cursor
        if row is None:
            return
        before = revisions.rows[at + 1].text if at + 1 < len(revisions.rows) else row.text
        found = await asyncio.to_thread(marked, before, row.text)
        self.post_message(self.RevisionCompared(row, found))

    @on(RevisionCompared)
    def _compared(self, message: RevisionCompared) -> None:
        found = message.found
        first = found.marks[0][0] if found.marks else 0
        what = f"{found.changes} changes, [-gone-] {{+new+}}" if found.changes else "no change"
        self.query_one("#text-pane", Pane).entitle(f"Revision {message.row.revision}", what)
        self.query_one(Reader).show_text(message.row.title, found.text, found.marks, first)

    def action_change(self, step: int) -> None:
        """The next place that changed."""
        reader = self.query_one(Reader)
        starts = sorted(start for start, _, _ in reader.highlights)
        ahead = [s for s in starts if s > reader.place] if step > 0 else [
            s for s in reversed(starts) if s < reader.place
        ]  # fmt: skip
        if ahead:
            reader.place = ahead[0]
            reader.action_place()

    def action_pane(self, _step: int) -> None:
        """The list and the text in turn."""
        here, there = self.query_one(RevisionList), self.query_one(Reader)
        (there if here.has_focus else here).focus()

    def action_back(self) -> None:
        """Back to the articles."""
        self.leave()
