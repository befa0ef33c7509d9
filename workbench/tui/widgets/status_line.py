"""The line that says where the reviewer is: case, reviewer, counts, saved or not."""

from dataclasses import dataclass

from textual import events
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static

from workbench.tui.text import fit, plain


@dataclass(frozen=True, slots=True)
class Standing:
    """What the status line tells."""

    case: str = ""
    reviewer: str = ""
    claims: int = 0
    ruled: int = 0
    saved: str = "✓ saved"


class StatusLine(Static):
    """One line of plain words; a click on it lists every action, for those with a mouse only."""

    standing: reactive[Standing] = reactive(Standing())

    def on_mount(self) -> None:
        """Say what a click does."""
        self.tooltip = "Click for all actions"

    async def on_click(self, event: events.Click) -> None:
        """Open the palette."""
        event.stop()
        await self.app.run_action("command_palette")

    def render(self) -> Content:
        """The parts that fit, the saved state at the right edge."""
        s = self.standing
        counts = f"{s.claims:,} claims, {s.ruled:,} ruled" if s.claims else "no claims yet"
        left = f" {plain(s.case)} │ {plain(s.reviewer) or 'no reviewer'} │ {counts}"
        right = f"{s.saved} "
        width = self.size.width
        return Content(fit(left, max(0, width - len(right))) + right)
