"""The queue of claims, the article, the candidates: all of the main screen that only reads."""

import asyncio
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Input

from workbench.case import ClaimRow
from workbench.core.evidence.anchors import Anchor
from workbench.tui.actions import bindings
from workbench.tui.citing import headline
from workbench.tui.folding import folded, place_of
from workbench.tui.messages import (
    ArticleRead,
    CandidatesFound,
    ClaimRead,
)
from workbench.tui.screens.base import WorkbenchScreen
from workbench.tui.screens.marked import MarkedScreen
from workbench.tui.widgets.candidate_list import CandidateList
from workbench.tui.widgets.claim_card import ClaimCard
from workbench.tui.widgets.claim_list import ClaimList
from workbench.tui.widgets.filter_bar import FilterBar
from workbench.tui.widgets.link_bar import LinkBar
from workbench.tui.widgets.pane import Pane
from workbench.tui.widgets.passage_reader import PassageReader
from workbench.tui.widgets.reader import Highlight
from workbench.tui.widgets.rowlist import RowList

if TYPE_CHECKING:
    from workbench.core.candidates.rerank import Candidate

TOP = 30
"""Candidates asked for."""
SETTLED = 0.06
"""Seconds the cursor has to rest on a claim before its article is read."""

EMPTY_CANDIDATES = (
    "No passage elsewhere bears on this claim. Press <claims.search> to search in words of your "
    "own."
)
EMPTY_OTHERS = "No other source speaks of this claim. Press <claims.others> to see its own again."


class ReadingScreen(MarkedScreen):
    """What the reviewer looks at before deciding."""

    MODE = "claims"
    SCOPE = "claims"
    BINDINGS: ClassVar[list[BindingType]] = bindings("claims")
    AUTO_FOCUS = "ClaimList"

    def __init__(self) -> None:
        super().__init__()
        self.reading: ClaimRead | None = None
        self.found: Sequence[Candidate] = ()
        self.looked_for = ""
        self.searched = ""
        self.shown_words = ""
        self.others = False

    def compose_body(self) -> Iterator[Widget]:
        """Filter, then the three panes."""
        yield FilterBar()
        with Horizontal(id="panes"):
            yield Pane(
                "Claims", ClaimList(empty="Reading the claims…", id="claims"), id="claims-pane"
            )
            yield Pane(
                "Article",
                ClaimCard(id="card"),
                PassageReader(empty="", id="article"),
                id="article-pane",
            )
            yield Pane(
                "Candidates", CandidateList(id="candidates"), LinkBar(), id="candidates-pane"
            )

    # The claim under the cursor

    @property
    def candidate_list(self) -> CandidateList:
        """The list of candidates."""
        return self.query_one("#candidates", CandidateList)

    @property
    def reader(self) -> PassageReader:
        """The article."""
        return self.query_one("#article", PassageReader)

    @on(RowList.RowPointed, "#claims")
    def _claim_pointed(self) -> None:
        row = self.claim_list.current
        if row is None:
            self.reading, self.looked_for = None, ""
            self.reader.clear()
            self.query_one("#article-pane", Pane).entitle("Article")
            self.query_one("#candidates-pane", Pane).entitle("Candidates")
            self.query_one(ClaimCard).clear()
            self.candidate_list.set_rows(())
        elif self.changed or self.reading is None or self.reading.row != row:
            self.changed = False
            if self.reading is not None and self.reading.row.id != row.id:
                self.searched = ""
                self.guide("moved")
            self.begin("claim", self._read_claim, row)

    async def _read_claim(self, row: ClaimRow) -> None:
        await asyncio.sleep(SETTLED)
        case = self.shell.case
        article = await self.ask(self.shell.article, row.article)
        claim = await self.ask(case.corpus.claim, row.id)
        links = await self.ask(case.decisions.links, row.id)
        verdict = await self.ask(case.decisions.verdict, row.id)
        self.post_message(ClaimRead(row, article, claim.reasons, links, verdict))
        await self.find_candidates(row.id, self.searched)

    async def find_candidates(self, claim: str, words: str) -> None:
        """The candidates of a claim, or the passages that fit words of the reviewer's own.

        Passages that are linked but were not found stand after those that were.
        """
        matching = self.shell.case.matching
        if words:
            found = await self.ask(matching.search, words, top=TOP)
        else:
            found = await self.ask(matching.candidates, claim, top=TOP, others=self.others)
            known = {place_of(candidate) for candidate in found}
            links = await self.ask(self.shell.case.decisions.links, claim)
            refused = await self.ask(self.shell.case.decisions.refused, claim)
            linked = {place_of(link.anchor) for link in links}
            found = [
                c for c in found
                if (c.article, c.start, c.end) not in refused or place_of(c) in linked
            ]  # fmt: skip
            missing = [link for link in links if place_of(link.anchor) not in known]
            if missing:
                found += await self.ask(matching.linked, claim, missing)
        self.post_message(CandidatesFound(claim, words, found))

    @on(ClaimRead)
    def _claim_read(self, message: ClaimRead) -> None:
        row = self.claim_list.current
        if row is None or row.id != message.row.id:
            return
        other = self.reading is None or self.reading.row.id != row.id
        self.reading, self.shell.claim = message, row
        self.query_one(ClaimCard).show(message.row, message.reasons, message.links, message.verdict)
        if other:
            self.looked_for = ""
            self.candidate_list.opened.clear()
            self.query_one("#candidates-pane", Pane).entitle("Candidates")
            self.candidate_list.empty = "Looking for candidates…"
            self.candidate_list.set_rows((), 0)
        self.candidate_list.show_links(message.links)
        if other or not self.candidate_list.has_focus:
            self.show_claim_text()

    def show_claim_text(self) -> None:
        """The claim in its own article."""
        if (reading := self.reading) is None:
            return
        row = reading.row
        marks: list[Highlight] = [(row.start, row.end, "claim")]
        marks += [
            (a.start, a.end, "linked")
            for link in reading.links
            if (a := link.anchor).article == row.article
        ]
        self.query_one("#article-pane", Pane).entitle(headline(reading.article))
        article = reading.article
        self.reader.show_article(article.id, article.title, article.text, marks, row.start)

    @on(CandidatesFound)
    def _candidates_found(self, message: CandidatesFound) -> None:
        if self.reading is None or message.claim != self.reading.row.id:
            return
        candidates, self.looked_for = self.candidate_list, message.claim
        self.found = message.candidates
        candidates.sources = self.shell.sources
        empty = EMPTY_OTHERS if self.others and not message.words else EMPTY_CANDIDATES
        candidates.empty = self.shell.keyed(empty)
        self.fold(None if message.words == self.shown_words else 0)
        self.shown_words = message.words
        found_as = "Candidates of other sources" if self.others else "Candidates"
        title = f"Search: {message.words}" if message.words else found_as
        self.query_one("#candidates-pane", Pane).entitle(title, f"{len(self.found)}")
        self.tell_evidence()

    def fold(self, at: int | None = None) -> None:
        """Show what was found, passages of one source as one row."""
        candidates = self.candidate_list
        shown = folded(self.found, candidates.opened, set(map(place_of, self._anchors())))
        candidates.more = shown.more
        candidates.set_rows(shown.rows, at)

    def _anchors(self) -> list[Anchor]:
        return [link.anchor for link in self.reading.links] if self.reading else []

    def action_fold(self) -> None:
        """Show the other passages of the same source, or fold them again."""
        candidate = self.candidate_list.current
        if candidate is None or candidate.group not in self.candidate_list.more:
            self.shell.say("No other passage of the same source was found.")
        else:
            self.candidate_list.opened ^= {candidate.group}
            self.fold()

    def action_others(self) -> None:
        """Only what other articles and sources say, or all candidates again."""
        row = self.claim_list.current
        if row is None:
            return
        self.others, self.searched = not self.others, ""
        self.show_candidates()
        self.begin("search", self.find_candidates, row.id, "")

    def tell_evidence(self) -> None:
        """Claim and candidate side by side, if they are shown over this screen, are read again."""
        screen = self.shell.screen
        if isinstance(screen, WorkbenchScreen) and screen.SCOPE == "evidence":
            screen.reread()

    @on(RowList.RowPointed, "#candidates")
    def _candidate_pointed(self) -> None:
        candidate = self.candidate_list.current
        if candidate is not None and self.candidate_list.has_focus:
            self.begin("passage", self._read_passage)

    async def _read_passage(self) -> None:
        await asyncio.sleep(SETTLED)
        candidate = self.candidate_list.current
        if candidate is not None:
            article = await self.ask(self.shell.article, candidate.article)
            self.post_message(ArticleRead(candidate, article))

    @on(ArticleRead)
    def _article_read(self, message: ArticleRead) -> None:
        if message.candidate != self.candidate_list.current or self.claim_list.has_focus:
            return
        found, article = message.candidate, message.article
        self.query_one("#article-pane", Pane).entitle("Passage in " + headline(article))
        marks: list[Highlight] = [(found.start, found.end, "passage")]
        self.reader.show_article(article.id, article.title, article.text, marks, found.start)

    # Panes

    def on_descendant_focus(self) -> None:
        """A pane that gets the focus comes into sight, and says what the article shows."""
        if self.candidate_list.has_focus:
            self.add_class("-candidates")
            self._candidate_pointed()
            self.guide("looked")
        elif self.claim_list.has_focus:
            self.show_claim_text()

    @on(RowList.RowChosen, "#claims")
    def _claim_chosen(self) -> None:
        self.show_candidates()

    def show_candidates(self) -> None:
        """Bring the candidates into sight and the focus to them."""
        self.add_class("-candidates")
        self.candidate_list.focus()

    def action_pane(self, step: int) -> None:
        """The panes in turn."""
        panes: list[Widget] = [self.claim_list, self.reader, self.candidate_list]
        here = next((n for n, pane in enumerate(panes) if pane.has_focus), 0)
        target = panes[(here + step) % 3]
        self.set_class(target is self.candidate_list, "-candidates")
        target.focus()

    def action_back(self) -> None:
        """From the other panes to the queue; there, drop the words of the filter."""
        if not self.claim_list.has_focus:
            self.claim_list.focus()
            self.remove_class("-candidates")
        elif self.choice.words:
            self.query_one("#words", Input).value = ""
