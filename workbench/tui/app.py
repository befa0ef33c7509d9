"""The application: opens the screens, keeps what they share, and runs what works everywhere."""

import asyncio
import contextlib
import gc
from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.screen import ModalScreen
from textual.widget import Widget

from workbench.case import ClaimRow, ImportReport
from workbench.errors import WorkbenchError
from workbench.tui.actions import bindings
from workbench.tui.messages import SeedsWanted
from workbench.tui.navigating import WIDGETS, Navigator
from workbench.tui.palette import ActionProvider, Palette
from workbench.tui.screens.base import WorkbenchScreen
from workbench.tui.screens.claims import ClaimsScreen
from workbench.tui.screens.confirm import Confirm
from workbench.tui.screens.prompt import Prompt
from workbench.tui.sizes import BREAKPOINTS_ACROSS, BREAKPOINTS_DOWN
from workbench.tui.standing import meant, stepped
from workbench.tui.themes import COLOUR_SAFE, HIGH_CONTRAST, THEMES
from workbench.tui.widgets.candidate_list import CandidateList
from workbench.tui.widgets.claim_list import ClaimList
from workbench.tui.widgets.reader import Reader
from workbench.tui.widgets.rowlist import RowList

HERE = Path(__file__).parent
POLL = 0.5
"""Seconds between two looks for what other processes saved."""
WHO = "Who are you? Decisions are signed with this name, and pages show it."
BESIDE_FORMS = frozenset({"open", "undo", "redo", "export"})
"""Actions by a bare letter or digit that change decisions or lead away: not from within a form,
where such a key beside a field is a slip."""
EVERY = 4
"""Looks between two for what they took in: while they do, all claims are read again each time."""


class WorkbenchApp(Navigator):
    """The terminal UI of one case."""

    TITLE = "Claim workbench"
    _looks = 0
    _welcomed = False
    CSS_PATH: ClassVar = sorted(HERE.glob("**/*.tcss"))
    BINDINGS: ClassVar[list[BindingType]] = bindings("everywhere")
    COMMANDS: ClassVar = {ActionProvider}
    COMMAND_PALETTE_BINDING = "ctrl+p"
    HORIZONTAL_BREAKPOINTS = BREAKPOINTS_ACROSS
    VERTICAL_BREAKPOINTS = BREAKPOINTS_DOWN

    def action_command_palette(self) -> None:
        """Every action by name."""
        if not isinstance(self.screen, Palette):
            self.push_screen(Palette(id="--command-palette"))

    def on_mount(self) -> None:
        """Themes and keys of the case; index what is new; then watch for changes."""
        for theme in (HIGH_CONTRAST, COLOUR_SAFE):
            self.register_theme(theme)
        self.use_settings()
        self._say_notices()
        self.run_worker(self._begin())
        self.set_interval(POLL, self._poll)

    def on_ready(self) -> None:
        """Collect garbage from here on, if the start was spared that; what stands now stays."""
        if not gc.isenabled():
            gc.freeze()
            gc.enable()

    async def _begin(self) -> None:
        try:
            self.drafts = await self.desk.do(self.case.drafts.all)
        except WorkbenchError as error:
            self.say(str(error), error=True)
        self.tell_saved()
        await self._sync()

    @on(SeedsWanted)
    def _seeds_wanted(self) -> None:
        self.run_worker(self._sync(self.changed))

    async def _sync(self, otherwise: Callable[[], None] | None = None) -> None:
        """Index what is new; where nothing is, the claims that are being read are all."""
        try:
            await self.read_sources()
            pending = await self.desk.do(self.case.corpus.pending)
        except WorkbenchError as error:
            self.say(str(error), error=True)
            return
        if pending:
            from workbench.tui.screens.working import WorkingScreen  # noqa: PLC0415

            work = WorkingScreen(f"Reading {pending:,} source files", self.case.corpus.sync)
            await self.push_screen(work, self._synced)
        elif otherwise:
            otherwise()
            await self._welcome()
        else:  # what was painted before the sources were known calls them by their ids
            for rows in (*self.screen.query(CandidateList), *self.screen.query(ClaimList)):
                rows.sources = self.sources
                rows.repaint_rows()
            await self._welcome()

    def _synced(self, report: ImportReport | None) -> None:
        self.changed()
        self.run_worker(self._welcome())
        if report is not None and report.refused:
            first = report.refused[0]
            self.say(
                f"{len(report.refused)} refused, first {first.source}: {first.reason}", error=True
            )

    async def _welcome(self) -> None:
        """Ask for a name once; lead through a first claim who never opened this case before."""
        working = self.case.working
        if self._welcomed:
            return
        self._welcomed = True
        first = not await self.desk.do(lambda: working.last_visit)
        await self.desk.do(working.visit)
        if working.nameless:
            await self.push_screen(Prompt(WHO, "your name", self.case.reviewer), self._named)
        history = await self.desk.do(self.case.decisions.history) if first else []
        mine = any(change.by == self.case.reviewer for change in history)
        if first and not mine and self.sources:
            self.action_guide()

    def _named(self, name: str | None) -> None:
        """Sign decisions with the name that was given; the login, if none was."""
        self.case.working.name_oneself((name or "").strip() or self.case.reviewer)
        self.use_settings()
        self.say(f"Decisions are signed {self.case.reviewer}; <everywhere.settings> changes that.")

    def action_guide(self) -> None:
        """Be led through a first claim, or end that."""
        if self.guide.step:
            self.guide.end()
        else:
            self.guide.begin()
        if isinstance(self.screen, WorkbenchScreen):
            self.screen.guide()

    def _say_notices(self) -> None:
        for notice in self.case.take_notices():
            self.say(notice, error=True)

    async def _poll(self) -> None:
        self._say_notices()
        if self.desk.waiting:
            return
        try:
            changed = await self.desk.do(self.case.decisions.refresh)
            self._looks = (self._looks + 1) % EVERY
            if not self._looks:
                changed |= await self.desk.do(self.case.corpus.refresh)
        except WorkbenchError as error:
            if not self.away:
                self.say(str(error), error=True)
            self.away = True
            return
        if self.away:
            self.say("The server is back.")
        if changed or self.away:
            self.away = False
            self.changed()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """In a terminal too small for any screen only leaving works; a form's letters are text."""
        if action in BESIDE_FORMS and isinstance(self.screen, WorkbenchScreen) and self.screen.FORM:
            return False
        return not self.too_small or action in {"close", "quit", "help_quit"}

    # Actions

    def action_undo(self) -> None:
        """Take back the last decision, after saying which."""
        self._ask_before("undo", "Take this back?")

    def action_redo(self) -> None:
        """Decide again what was undone, after saying what."""
        self._ask_before("redo", "Decide this again?")

    def _ask_before(self, which: str, question: str) -> None:
        self.asking = True
        self.run_worker(self._say_first(which, question), group="decide")

    async def _say_first(self, which: str, question: str) -> None:
        def answered(yes: bool | None) -> None:
            if yes:
                self.run_worker(self._step(which), group="decide")

        try:
            about = await self.desk.do(meant, self.case, which)
            await self.push_screen(Confirm(question, about), answered)
        except WorkbenchError as error:
            self.say(str(error), error=True)
        finally:
            self.asking = False

    async def _step(self, which: str) -> None:
        try:
            with self.saving():
                said = await self.desk.decide(stepped, self.case, which)
        except WorkbenchError as error:
            self.say(str(error), error=True)
            return
        self.say(
            f"{'Undone' if which == 'undo' else 'Done again'}: {said}"
            if said
            else f"Nothing to {which}."
        )
        self.changed()

    def action_export(self, everything: bool) -> None:
        """Show what would leave of all verdicts, or of the claims that are meant here, and ask."""
        from workbench.tui.screens.leaving import LeavingScreen  # noqa: PLC0415

        if isinstance(self.screen, LeavingScreen | ModalScreen):
            return
        if everything:
            self.push_screen(LeavingScreen(None))
            return
        claims = [row.id for row in self._meant() if row.rating or row.status == "retracted"]
        if claims:
            self.push_screen(LeavingScreen(claims))
        else:
            self.say("No verdict here to publish; <everywhere.export_all> shows all verdicts.")

    def _meant(self) -> list[ClaimRow]:
        """The claims that are marked in the list on the screen, or the one under its cursor."""
        for screen in reversed(self.screen_stack):
            if isinstance(screen, ClaimsScreen):
                return screen.meant()
        return []

    def action_next_theme(self) -> None:
        """The next theme."""
        here = THEMES.index(self.theme) if self.theme in THEMES else -1
        self.theme = THEMES[(here + 1) % len(THEMES)]
        self.say(f"Theme {self.theme}")

    def action_zoom(self) -> None:
        """The pane with the focus alone, or all panes again."""
        if isinstance(self.screen, WorkbenchScreen):
            self.screen.zoom()

    def action_widen(self, step: int) -> None:
        """Make the pane with the focus larger or smaller."""
        if isinstance(self.screen, WorkbenchScreen):
            self.screen.widen(step)

    def action_jump(self) -> None:
        """Show a letter on every pane; its key moves the focus there."""
        from workbench.tui.screens.jump import Jump  # noqa: PLC0415

        def picked(target: Widget | None) -> None:
            if target is not None and target.is_attached:
                target.focus()

        if isinstance(self.screen, WorkbenchScreen):
            self.push_screen(Jump(self.screen.focus_chain), picked)

    def action_help(self) -> None:
        """The keys of the focused pane."""
        from workbench.tui.screens.help import HelpScreen  # noqa: PLC0415

        scopes = []
        if isinstance(self.focused, RowList | Reader):
            scopes += [name for name, kind in WIDGETS.items() if isinstance(self.focused, kind)]
        if isinstance(self.screen, WorkbenchScreen):
            scopes.insert(0, self.screen.SCOPE)
        self.push_screen(HelpScreen([*scopes, "everywhere"]))

    async def action_back(self) -> None:
        """Back out one level."""
        if isinstance(self.screen, WorkbenchScreen):
            self.screen.action_back()

    def action_close(self) -> None:
        """Close the screen, or the program from the first one."""
        if self.too_small or (
            isinstance(self.screen, WorkbenchScreen) and len(self.screen_stack) <= 1
        ):
            self.exit()
        elif isinstance(self.screen, ModalScreen) and hasattr(self.screen, "action_cancel"):
            self.screen.action_cancel()
        elif isinstance(self.screen, WorkbenchScreen):
            self.screen.action_back()

    async def action_quit(self) -> None:
        """End the program."""
        self.exit()

    async def on_unmount(self) -> None:
        """Let the running call of the case end; what was typed a moment ago is kept too."""
        await asyncio.to_thread(self.desk.close)
        with contextlib.suppress(WorkbenchError):  # there is no screen left to say it on
            await asyncio.to_thread(self.case.drafts.keep_new, self.drafts)
