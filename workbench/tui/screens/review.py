"""What wants the reviewer: blind second reviews, where two differ, what has changed since."""

import asyncio
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.message import Message
from textual.widget import Widget

from workbench.case.look_again import Look
from workbench.core.text.articles import Article
from workbench.core.verdicts.reviews import SecondReview
from workbench.core.verdicts.standing import Link
from workbench.errors import UnknownId
from workbench.tui.actions import bindings
from workbench.tui.citing import headline
from workbench.tui.messages import ClaimWanted
from workbench.tui.reviews import Round, outcome, read_round
from workbench.tui.screens.base import WorkbenchScreen
from workbench.tui.widgets.link_list import LinkList
from workbench.tui.widgets.pane import Pane
from workbench.tui.widgets.rating_bar import RatingBar
from workbench.tui.widgets.reader import Highlight, Reader
from workbench.tui.widgets.review_list import ReviewList
from workbench.tui.widgets.rowlist import RowList

TO_RATE = "second review"
SETTLED = 0.06
"""Seconds the cursor has to rest on a row before its article is read."""
EMPTY = "Nothing waits for you: no verdict of others to review, no ratings that differ."


class ReviewScreen(WorkbenchScreen):
    """The list, the article with the claim, its evidence, and the ratings."""

    MODE = "review"
    SCOPE = "review"
    BINDINGS: ClassVar[list[BindingType]] = bindings("review")
    AUTO_FOCUS = "ReviewList"

    @dataclass
    class RoundRead(Message):
        """What is to be reviewed was read."""

        round: Round

    @dataclass
    class ItemRead(Message):
        """The article and the evidence of a row were read; no article where it is gone."""

        row: Look
        article: Article | None
        links: Sequence[Link]

    @dataclass
    class EvidenceRead(Message):
        """The article of the link under the cursor was read."""

        link: Link
        article: Article | None

    @dataclass
    class Reviewed(Message):
        """A second review is on disk."""

        review: SecondReview

    def compose_body(self) -> Iterator[Widget]:
        """From what waits down to the rating."""
        yield Pane("Review", ReviewList(empty=EMPTY, id="waiting"), id="list-pane")
        yield Pane("Article", Reader(empty="No claim is chosen."), id="text-pane")
        yield Pane("Evidence", LinkList(empty="Nothing was linked.", id="links"), id="links-pane")
        scale = self.shell.case.settings.scale
        yield Pane("Your rating (blind)", RatingBar(scale, onward="#waiting"), id="rating-pane")

    @property
    def waiting(self) -> ReviewList:
        """The list of what is to be looked at."""
        return self.query_one(ReviewList)

    @property
    def links(self) -> LinkList:
        """The evidence of the row under the cursor."""
        return self.query_one("#links", LinkList)

    # Reading

    def reread(self) -> None:
        """Read again what waits."""
        self.begin("round", self._read)

    async def _read(self) -> None:
        self.post_message(self.RoundRead(await self.ask(read_round, self.shell.case)))

    @on(RoundRead)
    def _round_read(self, message: RoundRead) -> None:
        rows = message.round.rows
        self.waiting.set_rows(rows)
        waits = sum(row.what == TO_RATE for row in rows)
        note = f"{waits} to review · {len(rows) - waits} to settle · {message.round.agreement}"
        self.query_one("#list-pane", Pane).entitle("Review", note)

    @on(RowList.RowPointed, "#waiting")
    def _pointed(self) -> None:
        row = self.waiting.current
        self.query_one("#rating-pane").display = row is not None and row.what == TO_RATE
        if row is None:
            self.query_one(Reader).clear()
            self.links.set_rows(())
        else:
            self.begin("item", self._read_item, row)

    async def _read_item(self, row: Look) -> None:
        await asyncio.sleep(SETTLED)
        article = await self._article(row.place[0])
        links = await self.ask(self.shell.case.decisions.evidence, row.claim)
        self.post_message(self.ItemRead(row, article, links))

    async def _article(self, id: str) -> Article | None:
        try:
            return await self.ask(self.shell.article, id)
        except UnknownId:
            return None

    @on(ItemRead)
    def _item_read(self, message: ItemRead) -> None:
        if message.row != self.waiting.current:
            return
        self.links.sources = self.shell.sources
        self.links.set_rows(message.links)
        self.query_one("#links-pane", Pane).entitle("Evidence", f"{len(message.links)}")
        _, start, end = message.row.place
        self._show(message.article, start, end, "claim")

    @on(RowList.RowPointed, "#links")
    def _link_pointed(self) -> None:
        link = self.links.current
        if link is not None and self.links.has_focus:
            self.begin("item", self._read_link, link)

    async def _read_link(self, link: Link) -> None:
        await asyncio.sleep(SETTLED)
        self.post_message(self.EvidenceRead(link, await self._article(link.anchor.article)))

    @on(EvidenceRead)
    def _link_read(self, message: EvidenceRead) -> None:
        at, article = message.link.anchor, message.article
        if not self.links.has_focus:
            return
        stands = article is not None and article.text[at.start : at.end] == at.quote
        self._show(article, at.start, at.end if stands else at.start, "passage")

    def _show(self, article: Article | None, start: int, end: int, role: str) -> None:
        pane, reader = self.query_one("#text-pane", Pane), self.query_one(Reader)
        if article is None:
            pane.entitle("The article is no longer in the corpus")
            reader.clear()
            return
        pane.entitle(headline(article))
        marks: list[Highlight] = [(start, end, role)] if end > start else []
        reader.show_text(article.title, article.text, marks, start)

    def on_descendant_focus(self) -> None:
        """The article shows what the focused list stands on."""
        if self.links.has_focus:
            self._link_pointed()
        elif self.waiting.has_focus:
            self._pointed()

    # Rating

    @on(RowList.RowChosen, "#waiting")
    def action_rate(self) -> None:
        """Go to the ratings; a row that waits for no rating opens its claim."""
        row = self.waiting.current
        if row is not None and row.what == TO_RATE:
            bar = self.query_one(RatingBar)
            bar.picked = -1
            bar.focus()
        else:
            self.action_claim()

    @on(RatingBar.RatingPicked)
    def _picked(self, message: RatingBar.RatingPicked) -> None:
        row, rating = self.waiting.current, self.query_one(RatingBar).rating
        if message.final and rating and row is not None and row.what == TO_RATE:
            self.begin("decide", self._sign_off, row.claim, rating)

    async def _sign_off(self, claim: str, rating: str) -> None:
        with self.shell.saving():
            review = await self.decide(self.shell.case.reviewing.sign_off, claim, rating)
        self.post_message(self.Reviewed(review))

    @on(Reviewed)
    def _reviewed(self, message: Reviewed) -> None:
        self.shell.say(outcome(message.review))
        self.reread()

    def action_claim(self) -> None:
        """The claim in the queue; a blind reviewer rates first."""
        row = self.waiting.current
        if row is None:
            return
        if row.what == TO_RATE:
            self.shell.say("Rate it first: the queue shows what the first reviewer said.")
        else:
            self.post_message(ClaimWanted(row.claim))

    # Panes

    def action_pane(self, step: int) -> None:
        """The panes in turn; the ratings only where one is asked for."""
        panes: list[Widget] = [self.waiting, self.query_one(Reader), self.links]
        if self.query_one("#rating-pane").display:
            panes.append(self.query_one(RatingBar))
        here = next((n for n, pane in enumerate(panes) if pane.has_focus), 0)
        panes[(here + step) % len(panes)].focus()

    def action_back(self) -> None:
        """From the other panes to the list."""
        self.waiting.focus()
