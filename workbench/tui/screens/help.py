"""The keys of the focused pane first, then of its screen, then of the whole program."""

from collections.abc import Sequence
from typing import ClassVar, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from workbench.tui.actions import SCOPES, actions, key_words
from workbench.tui.shell import Shell
from workbench.tui.text import wrap

KEY_CELLS = 16


class HelpScreen(ModalScreen[None]):
    """Reads the registry of actions; any of `?`, esc and q closes it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark", "dismiss", "Back"),
        Binding("j", "scroll(1)", show=False),
        Binding("k", "scroll(-1)", show=False),
    ]

    def __init__(self, scopes: Sequence[str]) -> None:
        super().__init__()
        self.scopes = scopes

    def compose(self) -> ComposeResult:
        """One list with headings."""
        with Vertical(classes="dialog help") as dialog:
            # In the border, which no list is long enough to push out of the screen.
            dialog.border_subtitle = "j k scroll · esc goes back · ctrl+p lists every action"
            yield Static(Content("Keys"), classes="question")
            with VerticalScroll():
                yield Static(Content("\n".join(self._lines())))

    def _lines(self) -> list[str]:
        shell = cast("Shell", self.app)
        lines: list[str] = []
        width = max(20, min(100, self.app.size.width * 96 // 100) - KEY_CELLS - 10)
        for scope in self.scopes:
            lines += ["", SCOPES[scope]] if lines else [SCOPES[scope]]
            for action in actions(scope):
                first, *more = wrap(action.help, width, 3)
                lines.append(f"  {key_words(shell.keys_of(action)):<{KEY_CELLS}}{first}")
                lines += [" " * (KEY_CELLS + 2) + line for line in more]
        return lines

    def action_scroll(self, lines: int) -> None:
        """Scroll by lines."""
        scroll = self.query_one(VerticalScroll)
        scroll.scroll_to(y=scroll.scroll_offset.y + lines, animate=False)
