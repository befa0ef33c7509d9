"""The articles with what is known about them, and their text."""

import asyncio
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.message import Message
from textual.widget import Widget

from workbench.case import ClaimRow
from workbench.core.text.articles import Article
from workbench.core.verdicts.standing import Link
from workbench.tui.actions import bindings
from workbench.tui.citing import headline
from workbench.tui.linking import linked, spans_in
from workbench.tui.messages import ArticleWanted
from workbench.tui.screens.base import WorkbenchScreen
from workbench.tui.screens.correction import FIELDS, Correction
from workbench.tui.screens.revisions import RevisionsScreen
from workbench.tui.widgets.article_list import ArticleList, ArticleRow
from workbench.tui.widgets.candidate_list import Place
from workbench.tui.widgets.pane import Pane
from workbench.tui.widgets.passage_reader import PassageReader
from workbench.tui.widgets.rowlist import RowList

EMPTY = "No articles yet. Press <everywhere.import> to import some."
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

    @dataclass
    class PassageLinked(Message):
        """A passage was linked to the queue's claim, which now has these links."""

        claim: ClaimRow
        relation: str
        links: Sequence[Link]

    def compose_body(self) -> Iterator[Widget]:
        """The list over the text."""
        yield Pane(
            "Articles",
            ArticleList(empty=self.shell.keyed(EMPTY)),
            id="list-pane",
        )
        yield Pane("Text", PassageReader(empty="No article is chosen."), id="text-pane")

    @property
    def reader(self) -> PassageReader:
        """The text of the article under the cursor."""
        return self.query_one(PassageReader)

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
        if (article.id, article.text) != (self.reader.article, self.reader.text):
            self.reader.show_article(article.id, article.title, article.text, (), 0)

    @on(RowList.RowChosen)
    def _chosen(self) -> None:
        row = self.query_one(ArticleList).current
        if row is not None:
            self.post_message(ArticleWanted(row.id))

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
            await self.decide(case.decisions.correct, id, **fields)
        self.shell.say(
            f"Corrected: {', '.join(name for name in FIELDS if name in fields)}. <everywhere.undo> "
            f"undoes."
        )
        self.shell.changed()

    def action_revisions(self) -> None:
        """What changed in the article under the cursor."""
        row = self.query_one(ArticleList).current
        if row is not None:
            self.app.push_screen(RevisionsScreen(row.id))

    def action_link(self, relation: str) -> None:
        """Link the chosen passage to the claim under the queue's cursor."""
        claim, span = self.shell.claim, self.reader.chosen
        if claim is None:
            self.shell.say("Choose a claim first: <everywhere.claims> opens the queue.")
        elif span is None:
            self.shell.say(
                "Choose a passage first: <articles.pane> goes to the text, <passage.next> and "
                "<passage.previous> choose."
            )
        else:
            self.begin("decide", self._link, claim, (self.reader.article, *span), relation)

    async def _link(self, claim: ClaimRow, place: Place, relation: str) -> None:
        decisions = self.shell.case.decisions
        with self.shell.saving():
            await self.decide(decisions.link, claim.id, *place, relation)
            links = await self.ask(decisions.links, claim.id)
        self.post_message(self.PassageLinked(claim, relation, links))

    @on(PassageLinked)
    def _passage_linked(self, message: PassageLinked) -> None:
        self.reader.mark_linked(spans_in(self.reader.article, message.links))
        self.shell.say(f"{linked(message.relation)}\nTo: {message.claim.quote[:120]}")

    def action_source(self) -> None:
        """Open the link of the article under the cursor, after asking."""
        row = self.query_one(ArticleList).current
        if row is not None:
            self.begin("source", self.offer_source, row.id)

    def action_cite(self) -> None:
        """Copy the chosen passage, or the title, with source, date and link."""
        row, span = self.query_one(ArticleList).current, self.reader.chosen
        if row is not None:
            quote = self.reader.text[span[0] : span[1]] if span else row.title
            self.begin("cite", self.cite, row.id, quote)

    def action_pane(self, _step: int) -> None:
        """The list and the text in turn."""
        here, there = self.query_one(ArticleList), self.reader
        (there if here.has_focus else here).focus()

    def action_back(self) -> None:
        """From the text to the list."""
        self.query_one(ArticleList).focus()
