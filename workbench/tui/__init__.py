"""The terminal UI: a shell over `workbench.case`, and the only place that imports textual."""

from workbench.case import Case
from workbench.tui.app import WorkbenchApp


def run(case: Case) -> None:
    """Open the terminal UI on a case; returns when the reviewer quits."""
    WorkbenchApp(case).run()
