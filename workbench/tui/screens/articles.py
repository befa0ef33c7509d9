"""The articles with what is known about them, and their text."""

import asyncio
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.message import Message
from textual.widget import Widget

from workbench.core.articles import Article
from workbench.tui.actions import bindings
from workbench.tui.citing import headline
from workbench.tui.screens.base import WorkbenchScreen
from workbench.tui.screens.correction import FIELDS, Correction
from workbench.tui.widgets.article_list import ArticleList, ArticleRow
from workbench.tui.widgets.pane import Pane
from workbench.tui.widgets.reader import Reader
from workbench.tui.widgets.rowlist import RowList

SETTLED = 0.06
"""Seconds the cursor has to rest on an article before its text is read."""


class ArticlesScreen(WorkbenchScreen):
    """A list and the text of the article under the cursor."""

    MODE = "articles"
    SCOPE = "articles"
    BINDINGS: ClassVar[list[BindingType]] = bindings("articles")
    AUTO_FOCUS = "ArticleList"

    @dataclass
    class ArticlesListed(Message):
        """The articles were read."""

        rows: Sequence[ArticleRow]

    @dataclass
    class TextRead(Message):
        """The text of the article under the cursor was read."""

        article: Article

    def compose_body(self) -> Iterator[Widget]:
        """The list over the text."""
        yield Pane(
            "Articles",
            ArticleList(empty="No articles yet. Press 5 to import some."),
            id="list-pane",
        )
        yield Pane("Text", Reader(empty="No article is chosen."), id="text-pane")

    def reread(self) -> None:
        """Read the articles again."""
        self.begin("articles", self._read)

    async def _read(self) -> None:
        self.post_message(self.ArticlesListed(await self.ask(self.shell.case.corpus.articles)))

    @on(ArticlesListed)
    def _listed(self, message: ArticlesListed) -> None:
        self.query_one(ArticleList).set_rows(message.rows)
        self.query_one("#list-pane", Pane).entitle("Articles", f"{len(message.rows):,}")

    @on(RowList.RowPointed)
    def _pointed(self) -> None:
        self.begin("text", self._read_text)

    async def _read_text(self) -> None:
        await asyncio.sleep(SETTLED)
        row = self.query_one(ArticleList).current
        if row is not None:
            self.post_message(self.TextRead(await self.ask(self.shell.article, row.id)))

    @on(TextRead)
    def _text_read(self, message: TextRead) -> None:
        article = message.article
        link = f" · {article.url}" if article.url else ""
        self.query_one("#text-pane", Pane).entitle(headline(article) + link, article.id)
        self.query_one(Reader).show_text(article.title, article.text, (), 0)

    @on(RowList.RowChosen)
    async def _chosen(self) -> None:
        row = self.query_one(ArticleList).current
        if row is not None:
            await self.shell.show_claims_of(row.id)

    def action_correct(self) -> None:
        """Correct what is known about the article under the cursor."""
        row = self.query_one(ArticleList).current
        if row is not None:
            self.app.push_screen(Correction(row), self._corrected)

    def _corrected(self, fields: dict[str, str] | None) -> None:
        row = self.query_one(ArticleList).current
        if fields and row is not None:
            self.begin("decide", self._correct, row.id, fields)

    async def _correct(self, id: str, fields: dict[str, str]) -> None:
        case = self.shell.case
        with self.shell.saving():
            await self.ask(case.decisions.correct, id, **fields)
        await self.ask(case.corpus.derive_again, id)
        self.shell.say(
            f"Corrected: {', '.join(name for name in FIELDS if name in fields)}. z undoes."
        )
        self.shell.changed()

    def action_pane(self, _step: int) -> None:
        """The list and the text in turn."""
        here, there = self.query_one(ArticleList), self.query_one(Reader)
        (there if here.has_focus else here).focus()

    def action_back(self) -> None:
        """From the text to the list."""
        self.query_one(ArticleList).focus()
