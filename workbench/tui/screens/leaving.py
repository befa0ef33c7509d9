"""What would leave the house, shown before it does; the same list says what came of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.message import Message
from textual.widget import Widget

from workbench.case import ExportReport
from workbench.case.publishing.gating import Leaving
from workbench.tui.actions import bindings
from workbench.tui.screens.base import WorkbenchScreen
from workbench.tui.widgets.finding_list import FindingList
from workbench.tui.widgets.leaving_list import LeavingList
from workbench.tui.widgets.pane import Pane
from workbench.tui.widgets.rowlist import RowList


class LeavingScreen(WorkbenchScreen):
    """Asks before anything leaves; says yes only on its own key."""

    MODE = "claims"
    SCOPE = "leaving"
    BINDINGS: ClassVar[list[BindingType]] = bindings("leaving")
    AUTO_FOCUS = "LeavingList"

    @dataclass
    class Looked(Message):
        """The gate looked at the verdicts that are meant."""

        rows: Sequence[Leaving]

    @dataclass
    class Left(Message):
        """The verdicts that the gate let out are out."""

        report: ExportReport

    def __init__(self, claims: Sequence[str] | None) -> None:
        super().__init__()
        self.claims = claims
        self.left = False

    def compose_body(self) -> Iterator[Widget]:
        """The verdicts over what the gate found in the one under the cursor."""
        yield Pane("Publish", LeavingList(empty="The gate looks…"), id="list-pane")
        yield Pane(
            "What the gate finds", FindingList(empty="Nothing.", id="findings"), id="text-pane"
        )

    def on_mount(self) -> None:
        """Ask the gate."""
        findings = self.query_one(FindingList)
        findings.stopping = self.shell.case.publications.stopping
        findings.in_keys = self.shell.keyed
        self.begin("preview", self._look)

    async def _look(self) -> None:
        rows = await self.ask(self.shell.case.publications.preview, self.claims)
        self.post_message(self.Looked(rows))

    @on(Looked)
    def _looked(self, message: Looked) -> None:
        rows = message.rows
        held = sum(row.held for row in rows)
        chosen = self.query_one(LeavingList)
        chosen.empty = "No verdict to publish."
        chosen.set_rows(sorted(rows, key=lambda row: row.change == "nothing new"), 0)
        if self.left:
            return
        ask = "<leaving.publish> publishes, <leaving.back> does not" if held < len(rows) else ""
        title = f"Publish? {len(rows) - held} would leave, {held} held back"
        self.query_one("#list-pane", Pane).entitle(title, self.shell.keyed(ask))

    @on(RowList.RowPointed, "LeavingList")
    def _pointed(self) -> None:
        row = self.query_one(LeavingList).current
        self.query_one(FindingList).set_rows([*row.holding, *row.told] if row else [], 0)

    def action_publish(self) -> None:
        """Let out what the gate lets out."""
        rows = self.query_one(LeavingList).rows
        if not self.left and any(not row.held for row in rows):
            self.left = True
            self.begin("publish", self._publish)

    async def _publish(self) -> None:
        export = self.shell.case.publications.export
        with self.shell.saving():
            report = await self.decide(export, self.claims)
        self.post_message(self.Left(report))

    @on(Left)
    def _gone(self, message: Left) -> None:
        report = message.report
        held = f", {len(report.held)} held back" if report.held else ""
        words = f"{len(report.written)} written, {len(report.unchanged)} unchanged{held}"
        self.query_one("#list-pane", Pane).entitle(f"Published: {words}", str(report.folder))
        self.shell.say(f"{words} in {report.folder}", error=bool(held))
        self.begin("preview", self._look)

    def action_pane(self, _step: int) -> None:
        """The list and the findings in turn."""
        here, there = self.query_one(LeavingList), self.query_one(FindingList)
        (there if here.has_focus else here).focus()

    def action_back(self) -> None:
        """Leave; what was not published stays in."""
        self.leave()
