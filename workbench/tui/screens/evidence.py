"""A claim and one candidate side by side, each in its article, with what differs marked."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, ClassVar, Protocol

from textual import on
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from workbench.tui.actions import bindings
from workbench.tui.screens.base import WorkbenchScreen
from workbench.tui.signs import relation_sign
from workbench.tui.text import plain
from workbench.tui.widgets.candidate_list import CandidateList
from workbench.tui.widgets.claim_list import ClaimList
from workbench.tui.widgets.link_bar import LinkBar
from workbench.tui.widgets.side_by_side import Passage, SideBySide

if TYPE_CHECKING:
    from workbench.core.publication.already import AlreadyChecked

SIMILAR = 2
"""Verdicts on similar claims that are shown, of ours and of others each."""


class Decider(Protocol):
    """The queue, as far as this screen needs it: where it stands, and what it does there."""

    @property
    def claim_list(self) -> ClaimList: ...
    @property
    def candidate_list(self) -> CandidateList: ...
    def link_candidate(self, relation: str) -> None: ...
    def action_irrelevant(self) -> None: ...
    def action_unlink(self) -> None: ...
    def action_verdict(self) -> None: ...
    def action_search(self) -> None: ...


class EvidenceScreen(WorkbenchScreen):
    """Decides on the candidate under the cursor of the queue behind it."""

    MODE = "claims"
    SCOPE = "evidence"
    BINDINGS: ClassVar[list[BindingType]] = bindings("evidence")
    AUTO_FOCUS = "#left"

    class PairRead(Message):
        """Both passages were read."""

        def __init__(self, left: Passage, right: Passage) -> None:
            super().__init__()
            self.left, self.right = left, right

    class SimilarFound(Message):
        """Verdicts on claims like this one were found, ours first."""

        def __init__(self, claim: str, found: "Sequence[AlreadyChecked]") -> None:
            super().__init__()
            self.claim, self.found = claim, found

    def __init__(self, host: Decider) -> None:
        super().__init__()
        self.host = host
        self.pair: EvidenceScreen.PairRead | None = None
        self.similar: Sequence[AlreadyChecked] = ()
        self._asked_for = self._similar_to = ""

    def compose_body(self) -> Iterator[Widget]:
        """The pair, the reasons, what can be done."""
        yield SideBySide()
        yield VerticalScroll(Static(Content(""), id="why"), id="reasons", can_focus=False)
        yield LinkBar()

    def reread(self) -> None:
        """Show the pair that the queue stands on; similar claims may have got something since."""
        self._asked_for = ""
        self._turn()

    def _turn(self) -> None:
        self.begin("pair", self._read_pair)

    async def _read_pair(self) -> None:
        row, candidate = self.host.claim_list.current, self.host.candidate_list.current
        if row is None or candidate is None:
            self.leave()
            return
        if self._asked_for != row.id:
            if self._similar_to != row.id:
                self.similar = ()
            self._asked_for = self._similar_to = row.id
            self.begin("similar", self._find_similar, row.id)
        mine = await self.ask(self.shell.article, row.article)
        other = await self.ask(self.shell.article, candidate.article)
        left = Passage("Claim", mine, row.start, row.end)
        self.post_message(
            self.PairRead(left, Passage("Candidate", other, candidate.start, candidate.end))
        )

    @on(PairRead)
    def _pair_read(self, message: PairRead) -> None:
        self.pair = message
        self.query_one(SideBySide).show(message.left, message.right)
        self._say_why()

    async def _find_similar(self, claim: str) -> None:
        checking = self.shell.case.checking
        ours = await self.ask(checking.ours, claim, SIMILAR)
        others = await self.ask(checking.of_claim, claim, SIMILAR)
        self.post_message(self.SimilarFound(claim, [*ours, *others]))

    @on(SimilarFound)
    def _similar_found(self, message: SimilarFound) -> None:
        row = self.host.claim_list.current
        if row is not None and row.id == message.claim:
            self.similar = message.found
            self._say_why()

    def _say_why(self) -> None:
        """Where the candidate stands, the reasons, and what similar claims got."""
        candidates = self.host.candidate_list
        candidate = candidates.current
        if candidate is None:
            return
        link = candidates.link_of(candidate)
        sign, word, _ = relation_sign(link.relation if link else candidate.relation)
        said = (
            f"{sign} {word}, linked by {plain(link.by)}"
            if link
            else f"{sign} {word}? not linked yet"
        )
        whose = "another source" if candidate.independent else "the claim's own source"
        lines = [
            f"{candidates.cursor + 1} of {len(candidates.rows)} · score {candidate.score:.0f} · "
            f"{said} · {whose}"
        ]
        lines += [f"  why: {plain(reason)}" for reason in candidate.reasons or ("same words",)]
        lines += [f"  similar: {_got(found)}" for found in self.similar]
        self.query_one("#why", Static).update(Content("\n".join(lines)))

    def action_next(self, step: int) -> None:
        """The next candidate."""
        self.host.candidate_list.action_move(step)
        self._turn()

    def action_link(self, relation: str) -> None:
        """Link this candidate; the queue does it, and tells when it is done."""
        self.host.link_candidate(relation)

    def action_irrelevant(self) -> None:
        """Put this candidate out of sight, and show the next."""
        self.host.action_irrelevant()
        self._turn()

    def action_unlink(self) -> None:
        """Remove this candidate's link."""
        self.host.action_unlink()

    def action_search(self) -> None:
        """Ask for words; the passages that have them become the candidates."""
        self.host.action_search()

    def _focused(self) -> Passage | None:
        """The claim where its article has the focus, else the candidate."""
        if self.pair is None:
            return None
        return self.pair.left if self.query_one("#left").has_focus else self.pair.right

    def action_source(self) -> None:
        """Open the link of the article that has the focus, after asking."""
        if (passage := self._focused()) is not None:
            self.begin("source", self.offer_source, passage.article.id)

    def action_cite(self) -> None:
        """Copy quote, source, date and link of the passage that has the focus."""
        if (passage := self._focused()) is not None:
            self.begin("cite", self.cite, passage.article.id, passage.quote)

    def action_verdict(self) -> None:
        """Back to the queue, and on to the verdict."""
        self.leave()
        self.host.action_verdict()

    def action_pane(self, _step: int) -> None:
        """The two articles in turn."""
        left, right = self.query_one("#left"), self.query_one("#right")
        (right if left.has_focus else left).focus()

    def action_back(self) -> None:
        """Back to the queue."""
        self.leave()


def _got(found: "AlreadyChecked") -> str:
    """A similar claim with its rating and who gave it."""
    review = found.review
    day = f", {review.checked_on.isoformat()}" if review.checked_on else ""
    return (
        f"{plain(review.rating)} – “{plain(review.claim[:300])}” ({plain(review.publisher)}{day})"
    )
