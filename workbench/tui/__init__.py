"""The terminal UI: a shell over `workbench.case`, and the only place that imports textual."""

from workbench.case import Case
from workbench.tui.app import WorkbenchApp
from workbench.tui.hangup import end_with_terminal


def run(case: Case) -> None:
    """Open the terminal UI on a case; returns when the reviewer quits."""
    end_with_terminal(0)
    WorkbenchApp(case).run()
