"""What a reviewer knows better about an article than its source says."""

from datetime import date
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from workbench.tui.text import plain
from workbench.tui.widgets.article_list import ArticleRow
from workbench.tui.widgets.typing_lines import LineInput

FIELDS: tuple[str, ...] = ("title", "publisher", "published", "url", "language")
"""What can be corrected, in the order of the form."""


class Correction(ModalScreen[dict[str, str] | None]):
    """A form; answers with the fields that were changed, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", "Save", priority=True),
        Binding("escape", "dismiss", "Back", show=False),
    ]

    def __init__(self, row: ArticleRow) -> None:
        super().__init__()
        day = row.published.isoformat() if row.published else ""
        self.known = dict(
            zip(FIELDS, (row.title, row.publisher, day, row.url, row.language), strict=True)
        )

    def compose(self) -> ComposeResult:
        """A line for each field."""
        with Vertical(classes="dialog"):
            yield Static(Content("Correct what is known of the article"), classes="question")
            for name in FIELDS:
                yield Static(
                    Content(f"{name} (YYYY-MM-DD)" if name == "published" else name), classes="hint"
                )
                yield LineInput(plain(self.known[name]), id=name, compact=True)
            yield Static(Content(""), id="wrong")
            yield Static(Content("tab next field · ctrl+s saves · esc goes back"), classes="hint")

    @on(Input.Submitted)
    def action_save(self) -> None:
        """Answer with what was changed; a day that is none is refused in the form."""
        typed = {name: self.query_one(f"#{name}", Input).value.strip() for name in FIELDS}
        changed = {name: value for name, value in typed.items() if value != plain(self.known[name])}
        if changed.get("published") and not _is_day(changed["published"]):
            self.query_one("#wrong", Static).update(
                Content("! published: write a day as YYYY-MM-DD, or nothing")
            )
            self.query_one("#published").focus()
            return
        self.dismiss(changed)


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
