"""Taking in files: paths, progress, and the report."""

import shlex
from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from workbench.case import ImportReport
from workbench.tui.actions import bindings
from workbench.tui.messages import ScreenWanted
from workbench.tui.screens.base import WorkbenchScreen
from workbench.tui.screens.working import WorkingScreen
from workbench.tui.widgets.pane import Pane
from workbench.tui.widgets.report_list import ReportList
from workbench.tui.widgets.typing_lines import LineInput

EMPTY = (
    "Type the path of a file or folder above and press enter. Paths with blanks go between "
    "quotation marks."
)


class ImportScreen(WorkbenchScreen):
    """A line for paths, a line for the date, and what came of the last import."""

    MODE = "import"
    SCOPE = "import"
    BINDINGS: ClassVar[list[BindingType]] = bindings("import")
    AUTO_FOCUS = "#paths"

    def compose_body(self) -> Iterator[Widget]:
        """Paths, date, report."""
        yield Pane(
            "Files or folders",
            LineInput(placeholder="articles/ 'one more.txt'", compact=True, id="paths"),
            id="paths-pane",
        )
        yield Pane(
            "Published, where the articles do not say",
            LineInput(placeholder="YYYY-MM-DD, or nothing", compact=True, id="published"),
            id="published-pane",
        )
        yield Pane(
            "Report", Static(Content(""), id="tally"), ReportList(empty=EMPTY), id="report-pane"
        )

    @on(Input.Submitted)
    def action_import(self) -> None:
        """Take in the paths."""
        try:
            paths = shlex.split(self.query_one("#paths", Input).value)
            typed = self.query_one("#published", Input).value.strip()
            published = date.fromisoformat(typed) if typed else None
        except ValueError as error:
            self.shell.say(f"Not understood: {error}", error=True)
            return
        if not paths:
            self.shell.say("Type the path of a file or folder first.")
            return
        call = partial(self.shell.case.corpus.import_paths, paths, published, 1)
        self.app.push_screen(WorkingScreen("Importing", call), self._imported)

    def _imported(self, report: ImportReport | None) -> None:
        if report is None:
            return
        outcomes = dict.fromkeys(row.outcome for row in report.rows)
        tally = (
            ", ".join(f"{report.count(outcome)} {outcome}" for outcome in outcomes)
            or "nothing found"
        )
        ended = " – cancelled, what is in stays in" if report.cancelled else ""
        self.query_one("#tally", Static).update(Content(f"  {tally}{ended}"))
        rows = sorted(report.rows, key=lambda row: row.outcome not in ("refused", "partial"))
        self.query_one(ReportList).set_rows(rows, 0)
        if rows:
            self.query_one(ReportList).focus()
        self.shell.changed()

    def action_back(self) -> None:
        """From the report to the paths, from the paths to the claims."""
        paths = self.query_one("#paths", Input)
        if paths.has_focus:
            self.post_message(ScreenWanted("claims"))
        else:
            paths.focus()
