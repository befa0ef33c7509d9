"""The saved filters of the case, to pick one or to drop one."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from workbench.tui.text import fit, plain
from workbench.tui.widgets.rowlist import Line, RowList

MOST = 12
"""Rows of the list; more of them scroll."""


class FilterList(RowList[tuple[str, str]]):
    """Name and words of each saved filter."""

    def key_of(self, row: tuple[str, str]) -> str:
        """Names are unique."""
        return row[0]

    def paint(self, row: tuple[str, str], width: int) -> list[Line]:
        """The words as they would be typed."""
        name = min(24, width // 3)
        return [
            [(fit(plain(row[0]), name) + "  ", "strong"),
             (fit(plain(row[1]), width - name - 2), "dim")]
        ]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Answer:
    """Which filter, and whether it is to be dropped."""

    name: str
    drop: bool = False


class SavedFilters(ModalScreen[Answer | None]):
    """A list; answers with a filter, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "leave", "Back", show=False),
        Binding("minus,delete", "drop", "Drop", show=False),
    ]

    def __init__(self, filters: Mapping[str, str]) -> None:
        super().__init__()
        self.filters = sorted(filters.items(), key=lambda item: item[0].lower())

    def compose(self) -> ComposeResult:
        """The list and what the keys do."""
        with Vertical(classes="dialog"):
            yield Static(Content("Saved filters"), classes="question")
            yield FilterList()
            yield Static(Content("enter picks, - drops it, esc goes back"), classes="hint")

    def on_mount(self) -> None:
        """As high as its rows."""
        rows = self.query_one(FilterList)
        rows.styles.height = min(MOST, len(self.filters))
        rows.set_rows(self.filters)

    @on(RowList.RowChosen)
    def _chosen(self) -> None:
        self._answer(drop=False)

    def action_drop(self) -> None:
        """Answer that the filter is not wanted any more."""
        self._answer(drop=True)

    def action_leave(self) -> None:
        """Answer nothing."""
        if self.is_active:
            self.dismiss(None)

    def _answer(self, *, drop: bool) -> None:
        row = self.query_one(FilterList).current
        if row is not None and self.is_active:
            self.dismiss(Answer(row[0], drop))
