"""A claim and one candidate side by side, each in its article, with what differs marked."""

from collections.abc import Iterator
from typing import ClassVar, Protocol

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

    def __init__(self, host: Decider) -> None:
        super().__init__()
        self.host = host

    def compose_body(self) -> Iterator[Widget]:
        """The pair, the reasons, what can be done."""
        yield SideBySide()
        yield VerticalScroll(Static(Content(""), id="why"), id="reasons", can_focus=False)
        yield LinkBar()

    def reread(self) -> None:
        """Show the pair that the queue stands on."""
        self.begin("pair", self._read_pair)

    async def _read_pair(self) -> None:
        row, candidate = self.host.claim_list.current, self.host.candidate_list.current
        if row is None or candidate is None:
            self.leave()
            return
        mine = await self.ask(self.shell.article, row.article)
        other = await self.ask(self.shell.article, candidate.article)
        left = Passage("Claim", mine, row.start, row.end)
        self.post_message(
            self.PairRead(left, Passage("Candidate", other, candidate.start, candidate.end))
        )

    @on(PairRead)
    def _pair_read(self, message: PairRead) -> None:
        self.query_one(SideBySide).show(message.left, message.right)
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
            f"{candidates.cursor + 1} of {len(candidates.rows)} · score {candidate.score:.0f} · {said} · {whose}"
        ]
        lines += [f"  why: {plain(reason)}" for reason in candidate.reasons or ("same words",)]
        self.query_one("#why", Static).update(Content("\n".join(lines)))

    def action_next(self, step: int) -> None:
        """The next candidate."""
        self.host.candidate_list.action_move(step)
        self.reread()

    def action_link(self, relation: str) -> None:
        """Link this candidate; the queue does it, and tells when it is done."""
        self.host.link_candidate(relation)

    def action_irrelevant(self) -> None:
        """Put this candidate out of sight, and show the next."""
        self.host.action_irrelevant()
        self.reread()

    def action_unlink(self) -> None:
        """Remove this candidate's link."""
        self.host.action_unlink()

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
