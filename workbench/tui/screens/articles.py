"""The articles with what is known about them, and their text."""

import asyncio
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from textual import on
from textual.binding import BindingType
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input

from workbench.case import ClaimRow
from workbench.case.filters.words import haystack, matches, terms_of
from workbench.core.text.articles import Article
from workbench.core.verdicts.standing import Link
from workbench.tui.actions import bindings
from workbench.tui.citing import headline
from workbench.tui.linking import linked, spans_in
from workbench.tui.messages import ArticleWanted
from workbench.tui.screens.base import WorkbenchScreen
from workbench.tui.screens.correction import FIELDS, Correction
from workbench.tui.screens.revisions import RevisionsScreen
from workbench.tui.widgets.article_list import ArticleHeadings, ArticleList, ArticleRow
from workbench.tui.widgets.candidate_list import Place
from workbench.tui.widgets.filter_bar import FilterInput
from workbench.tui.widgets.pane import Pane
from workbench.tui.widgets.passage_reader import PassageReader
from workbench.tui.widgets.rowlist import RowList

EMPTY = "No articles yet. Press <everywhere.import> to import some."
NONE = "No article has these words. Press <articles.filter>, then esc, to see all."
ORDERS: Mapping[str, Callable[[ArticleRow], Any]] = {
    "title": lambda row: (row.name.casefold(), row.id),
    "date": lambda row: (row.published is None, -(row.published or date.min).toordinal(), row.id),
    "publisher": lambda row: (not row.publisher, row.publisher.casefold(), row.id),
    "claims": lambda row: (-row.claims, row.id),
}
"""In turn, each with what it sorts by; the newest and the fullest first."""
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

    def __init__(self) -> None:
        super().__init__()
        self._rows: Sequence[ArticleRow] = ()
        self._order = "title"

    def compose_body(self) -> Iterator[Widget]:
        """The list over the text."""
        yield FilterInput(
            placeholder="/ filter: words of title, publisher, date, 'exact !not", compact=True
        )
        yield Pane(
            "Articles",
            ArticleHeadings(),
            ArticleList(empty=self.shell.keyed(EMPTY)),
            id="list-pane",
        )
        yield Pane("Text", PassageReader(empty=""), id="text-pane")

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
        self._rows = message.rows
        self._narrow()

    @on(Input.Changed)
    def _narrow(self) -> None:
        terms = terms_of(self.query_one(FilterInput).value)
        found = [row for row in self._rows if matches(terms, _hay(row))]
        articles = self.query_one(ArticleList)
        articles.empty = self.shell.keyed(NONE if self._rows else EMPTY)
        articles.set_rows(sorted(found, key=ORDERS[self._order]))
        shown, of = len(found), len(self._rows)
        count = f"{of:,}" if shown == of else f"{shown:,} of {of:,}"
        self.query_one("#list-pane", Pane).entitle("Articles", f"{count} by {self._order}")

    @on(FilterInput.Left)
    def _words_left(self) -> None:
        self.query_one(ArticleList).focus()

    def action_filter(self) -> None:
        """To the words of the filter."""
        self.set_focus(self.query_one(FilterInput))

    def action_sort(self, order: str = "") -> None:
        """By a column, or by the next one."""
        names = list(ORDERS)
        self._order = order or names[(names.index(self._order) + 1) % len(names)]
        self.query_one(ArticleHeadings).order = self._order
        self._narrow()

    @on(RowList.RowPointed)
    def _pointed(self) -> None:
        self.begin("text", self._read_text)

    async def _read_text(self) -> None:
        await asyncio.sleep(SETTLED)
        row = self.query_one(ArticleList).current
        if row is None:
            self.query_one("#text-pane", Pane).entitle("Text")
            self.reader.clear()
        else:
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


def _hay(row: ArticleRow) -> str:
    """What the words of the filter are looked for in."""
    day = row.published.isoformat() if row.published else ""
    return haystack(row.name, row.publisher, day, row.id, row.url, *row.flags)
