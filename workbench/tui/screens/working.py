"""Long work in sight: what is done, how far it is, and a key that ends it."""

import threading
from collections.abc import Callable
from typing import ClassVar, Generic, TypeVar, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Button, ProgressBar, Static

from workbench.case import Cancelled, Progress
from workbench.errors import WorkbenchError
from workbench.tui.shell import Shell
from workbench.tui.text import plain

Report = TypeVar("Report")
REDRAWS = 0.1
"""Seconds between two looks at the progress."""


class WorkingScreen(ModalScreen[Report | None], Generic[Report]):
    """Runs one long call of the case; answers with its report, or None where it failed."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q", "cancel", "Cancel")]

    def __init__(self, title: str, call: Callable[[Progress, Cancelled], Report]) -> None:
        super().__init__()
        self.title_words = title
        self.call = call
        self._stop = threading.Event()
        self._now = ("", 0, 0)

    def compose(self) -> ComposeResult:
        """What, how far, and the way out."""
        with Vertical(classes="dialog"):
            yield Static(Content(self.title_words), classes="question")
            yield Static(Content(""), id="what")
            yield ProgressBar(total=None, show_eta=False)
            yield Button(Content("Cancel (esc)"), compact=True)

    def on_mount(self) -> None:
        """Begin, and look at the progress now and then."""
        self.set_interval(REDRAWS, self._look)
        self.run_worker(self._work(), exclusive=True)

    async def _work(self) -> None:
        shell = cast("Shell", self.app)
        try:
            report = await shell.desk.do(self.call, self._progress, self._stop.is_set)
        except WorkbenchError as error:
            shell.say(str(error), error=True)
            self.dismiss(None)
        else:
            self.dismiss(report)

    def _progress(self, what: str, done: int, total: int) -> None:
        """Called from the thread of the case: only notes where the work is."""
        self._now = (what, done, total)

    def _look(self) -> None:
        what, done, total = self._now
        if total:
            self.query_one(ProgressBar).update(total=total, progress=done)
            self.query_one("#what", Static).update(
                Content(f"{done:,} of {total:,}  {plain(what)[:60]}")
            )

    @on(Button.Pressed)
    def action_cancel(self) -> None:
        """End the work at the next whole step; what is done stays."""
        self._stop.set()
        shell = cast("Shell", self.app)
        if shell.too_small:
            shell.exit()
        self.query_one("#what", Static).update(Content("Ending at the next whole step…"))
