"""The main screen: read, see the evidence, decide, next."""

from collections.abc import Callable

from textual import on

from workbench.case import Case, ClaimRow
from workbench.core.verdicts.standing import Link
from workbench.tui.linking import linked, spans_in
from workbench.tui.messages import CandidatesFound, ClaimRead, LinksChanged, VerdictRecorded
from workbench.tui.screens.prompt import Prompt
from workbench.tui.screens.reading import ReadingScreen
from workbench.tui.standing import standing_now
from workbench.tui.widgets.candidate_list import Place
from workbench.tui.widgets.claim_card import ClaimCard
from workbench.tui.widgets.rowlist import RowList

NO_CLAIM = "The list has no claim now: <claims.clear> shows all, <everywhere.import> takes in more."
NO_CANDIDATE = "No other passage bears on this claim. <claims.search> searches in your own words."


class ClaimsScreen(ReadingScreen):
    """The decisions on the claim under the cursor."""

    wanted = ""
    """The claim whose verdict is to be opened once it is read."""
    comparing = ""
    """The claim that is to stand beside its first candidate once there is one."""

    @property
    def opening(self) -> bool:
        """Whether a verdict was asked for whose claim is still being read."""
        return bool(self.wanted or self.comparing)

    # Links

    def action_link(self, relation: str) -> None:
        """Link the passage chosen in the article, or the candidate under the cursor.

        Where the candidate is out of sight, show it first.
        """
        candidate, row = self.candidate_list.current, self.claim_list.current
        if row is not None and (place := self._chosen()) is not None:
            self.begin("decide", self._link, row, place, relation, False)
        elif candidate is None or row is None:
            self.shell.say(NO_CANDIDATE if row is not None else NO_CLAIM)
        elif not self.query_one("#candidates-pane").display:
            self.show_candidates()
        else:
            self.link_candidate(relation)

    def _chosen(self) -> Place | None:
        """The passage chosen in the article that has the focus."""
        span = self.reader.chosen if self.reader.has_focus else None
        return (self.reader.article, *span) if span else None

    def link_candidate(self, relation: str) -> None:
        """Link the candidate under the cursor, wherever it is shown."""
        candidate, row = self.candidate_list.current, self.claim_list.current
        if candidate is not None and row is not None:
            place = (candidate.article, candidate.start, candidate.end)
            self.begin("decide", self._link, row, place, relation, True)

    @on(RowList.RowChosen, "#candidates")
    def action_compare(self) -> None:
        """Claim and candidate side by side."""
        from workbench.tui.screens.evidence import EvidenceScreen  # noqa: PLC0415

        row = self.claim_list.current
        self.comparing = ""
        if row is None:
            self.shell.say(NO_CLAIM)
        elif self.candidate_list.current is not None:
            self.app.push_screen(EvidenceScreen(self))
        elif self.looked_for == row.id:
            self.shell.say(NO_CANDIDATE)
        else:
            self.comparing = row.id

    @on(CandidatesFound)
    def _found_at_last(self, message: CandidatesFound) -> None:
        """Show the candidate that was asked for before any had been found."""
        wanted, self.comparing = self.comparing, ""
        if wanted == message.claim and self.is_active:
            self.call_after_refresh(self.action_compare)

    async def _link(self, row: ClaimRow, place: Place, relation: str, advance: bool) -> None:
        await self._change(
            row, lambda case: case.decisions.link(row.id, *place, relation), linked(relation),
            advance,
        )  # fmt: skip

    def action_unlink(self) -> None:
        """Remove the link of the chosen passage, or of the candidate under the cursor."""
        candidate, row = self.candidate_list.current, self.claim_list.current
        if (place := self._chosen()) is not None:
            link = self.candidate_list.linked.get(place)
        else:
            link = self.candidate_list.link_of(candidate) if candidate else None
        if row is None or link is None:
            self.shell.say("This passage is not linked.")
        else:
            self.begin("decide", self._unlink, row, link)

    async def _unlink(self, row: ClaimRow, link: Link) -> None:
        await self._change(
            row,
            lambda case: case.decisions.unlink(link.id),
            "Unlinked. <everywhere.undo> undoes.",
            False,
        )

    async def _change(
        self, row: ClaimRow, decide: Callable[[Case], object], said: str, advance: bool
    ) -> None:
        """Decide, then read how the claim stands now: in one go, so that nothing comes between."""
        case = self.shell.case

        def decided() -> tuple[ClaimRow, list[Link]]:
            decide(case)
            return standing_now(case, row), case.decisions.links(row.id)

        with self.shell.saving():
            now, links = await self.decide(decided)
        self.post_message(LinksChanged(now, links, said, advance))

    @on(LinksChanged)
    def _links_changed(self, message: LinksChanged) -> None:
        self._replace_row(message.row)
        self.shell.say(message.said)
        self.guide("linked")
        if self.reading is None or self.reading.row.id != message.row.id:
            return
        self.reading.row, self.reading.links = message.row, message.links
        self.candidate_list.show_links(message.links)
        self.query_one(ClaimCard).show(
            message.row, self.reading.reasons, message.links, self.reading.verdict
        )
        if message.advance:
            self.candidate_list.action_move(1)
        self.tell_evidence()
        if self.claim_list.has_focus:
            self.show_claim_text()
        else:
            self.reader.mark_linked(spans_in(self.reader.article, message.links))

    def _replace_row(self, row: ClaimRow) -> None:
        """Show a claim's new standing without reading the others again."""
        self.queue.replace(row)
        rows = [row if r.id == row.id else r for r in self.claim_list.rows]
        self.claim_list.rows = rows
        self.claim_list.repaint_rows()
        self.shell.count(len(self.queue.rows), self.queue.ruled)

    # Candidates

    def action_irrelevant(self) -> None:
        """Keep that the candidate does not bear on the claim, and put it out of sight."""
        candidate, row = self.candidate_list.current, self.claim_list.current
        if candidate is None or row is None:
            return
        self.found = [c for c in self.found if c is not candidate]
        self.fold(self.candidate_list.cursor)
        place = (candidate.article, candidate.start, candidate.end)
        self.begin("decide", self._refuse, row.id, place)

    async def _refuse(self, claim: str, place: Place) -> None:
        with self.shell.saving():
            await self.decide(self.shell.case.decisions.refuse, claim, *place)
        self.shell.say("Put away as not bearing on the claim. <everywhere.undo> undoes.")

    def action_search(self) -> None:
        """Ask for words, and show the passages that have them as candidates."""
        if self.claim_list.current is not None:
            self.app.push_screen(Prompt("Search the corpus for", "words of your own"), self._search)

    def _search(self, words: str | None) -> None:
        row = self.claim_list.current
        if row is not None and words is not None:
            self.show_candidates()
            self.searched = words.strip()
            self.begin("search", self.find_candidates, row.id, self.searched)

    def action_cite(self) -> None:
        """Copy quote, source, date and link of the passage that has the focus."""
        if (place := self._chosen()) is not None:
            quote = self.reader.text[place[1] : place[2]]
            self.begin("cite", self.cite, place[0], quote)
        elif self.candidate_list.has_focus and self.candidate_list.current is not None:
            candidate = self.candidate_list.current
            self.begin("cite", self.cite, candidate.article, candidate.quote)
        elif self.claim_list.current is not None:
            row = self.claim_list.current
            self.begin("cite", self.cite, row.article, row.quote)

    def action_source(self) -> None:
        """Open the link of the article that has the focus, after asking."""
        candidate, row = self.candidate_list.current, self.claim_list.current
        if self.candidate_list.has_focus and candidate is not None:
            self.begin("source", self.offer_source, candidate.article)
        elif row is not None:
            self.begin("source", self.offer_source, row.article)

    # Verdict

    @on(ClaimRead)
    def _read_at_last(self, message: ClaimRead) -> None:
        """Open the verdict that was asked for before its claim was read."""
        if self.wanted == message.row.id and self.is_active:
            self.call_after_refresh(self.action_verdict)
        else:
            self.wanted = ""

    def action_verdict(self) -> None:
        """Write the verdict on the claim under the cursor, as soon as that is read."""
        from workbench.tui.screens.verdict import VerdictScreen  # noqa: PLC0415

        row, reading = self.claim_list.current, self.reading
        self.wanted = ""
        if row is None:
            self.shell.say(NO_CLAIM)
        elif reading is None or reading.row.id != row.id:
            self.wanted = row.id
        else:
            self.guide("opened")
            self.app.push_screen(VerdictScreen(reading), self._ruled)

    def _ruled(self, recorded: VerdictRecorded | None) -> None:
        if recorded is None or self.reading is None:
            return
        self.reading.verdict = recorded.verdict
        self._replace_row(recorded.row)
        self.reading.row = recorded.row
        self.query_one(ClaimCard).show(
            recorded.row, self.reading.reasons, self.reading.links, recorded.verdict
        )
        self.action_back()
        self.shell.say(
            f"Verdict saved: {recorded.verdict.rating}. <claims.next_open> goes to the next open "
            f"claim."
        )
