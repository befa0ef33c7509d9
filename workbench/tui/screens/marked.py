"""What is done to several claims at once: those that are marked, or the one under the cursor."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual import on
from textual.message import Message

from workbench.case import Case, ClaimRow
from workbench.core.verdicts.standing import BY_HAND
from workbench.tui.screens.choose import Choose
from workbench.tui.screens.prompt import Prompt
from workbench.tui.screens.queue import QueueScreen
from workbench.tui.standing import standing_now

OUT = ("published", "corrected", "reopened", "retracted")
"""Statuses of a claim whose verdict, or the notice in its place, may be out."""


class MarkedScreen(QueueScreen):
    """Acts on the marked rows of the queue."""

    @dataclass
    class ClaimsMoved(Message):
        """Claims were given to somebody or brought to a status; these are their rows now."""

        rows: Sequence[ClaimRow]
        said: str

    def meant(self) -> list[ClaimRow]:
        """The marked claims, wherever the filter put them; else the one under the cursor."""
        marked, row = self.claim_list.marked, self.claim_list.current
        if marked:
            return [row for row in self.queue.rows if row.id in marked]
        return [row] if row is not None else []

    def action_assign(self) -> None:
        """Give claims to a reviewer."""
        rows = self.meant()
        if not rows:
            return

        def named(name: str | None) -> None:
            if name is not None:
                to = name.strip()
                said = f"given to {to}" if to else "given to nobody"
                self._do(rows, lambda case, id: case.reviewing.assign(id, to), said)

        self.app.push_screen(
            Prompt(f"Give {_count(rows)} to", "a reviewer's name; nothing takes it back"), named
        )

    def action_set_status(self) -> None:
        """Bring claims to a status."""
        rows = self.meant()
        if not rows:
            return

        def picked(status: str | None) -> None:
            if status is not None:
                said = f"now {status}"
                self._do(rows, lambda case, id: case.reviewing.set_status(id, status), said)

        self.app.push_screen(Choose(f"Bring {_count(rows)} to", BY_HAND), picked)

    def action_retract(self) -> None:
        """Take the published verdict on the claim under the cursor back."""
        row = self.claim_list.current
        if row is None or row.status not in OUT:
            self.shell.say("No published verdict here to take back.")
            return

        def why(reason: str | None) -> None:
            if reason is not None and reason.strip():
                said = "retracted; <everywhere.export> publishes the notice"
                self._do([row], lambda case, id: _retract(case, id, reason), said)

        ask = "Why is the verdict taken back?"
        self.app.push_screen(Prompt(ask, "published in its place"), why)

    def action_unmark(self) -> None:
        """Take every mark away."""
        self.claim_list.marked.clear()
        self.claim_list.repaint_rows()

    def _do(self, rows: Sequence[ClaimRow], decide: Callable[[Case, str], None], said: str) -> None:
        self.begin("decide", self._decide, rows, decide, said)

    async def _decide(
        self, rows: Sequence[ClaimRow], decide: Callable[[Case, str], None], said: str
    ) -> None:
        case = self.shell.case

        def decided() -> list[ClaimRow]:
            for row in rows:
                decide(case, row.id)
            return [standing_now(case, row) for row in rows]

        with self.shell.saving():
            now = await self.decide(decided)
        undo = "<everywhere.undo> undoes"
        again = f"{undo}." if len(rows) == 1 else f"{undo} one, {len(rows)} times all."
        self.post_message(self.ClaimsMoved(now, f"{_count(rows)} {said}. {again}"))

    @on(ClaimsMoved)
    def _claims_moved(self, message: ClaimsMoved) -> None:
        for row in message.rows:
            self.queue.replace(row)
        self.action_unmark()
        self.shell.say(message.said)
        self.changed = True
        self.narrow()


def _retract(case: Case, claim: str, why: str) -> None:
    case.publications.retract(claim, why)


def _count(rows: Sequence[ClaimRow]) -> str:
    return "1 claim" if len(rows) == 1 else f"{len(rows)} claims"
