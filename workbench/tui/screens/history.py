"""Who changed what, newest first, and what the record said before and after."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from textual import on
from textual.binding import BindingType
from textual.message import Message
from textual.widget import Widget

from workbench.core.verdicts.history import Change
from workbench.tui.actions import bindings
from workbench.tui.screens.base import WorkbenchScreen
from workbench.tui.widgets.change_list import ChangeList
from workbench.tui.widgets.pane import Pane
from workbench.tui.widgets.reader import Reader
from workbench.tui.widgets.rowlist import RowList

EMPTY = "Nothing decided yet. Press <everywhere.claims> for the claims."
UNTOLD = ("type", "id", "claim", "anchor", "by", "at")
"""Fields that say where a record belongs, not what was decided."""


class HistoryScreen(WorkbenchScreen):
    """The list of changes, and the one under the cursor in full."""

    MODE = "history"
    SCOPE = "history"
    BINDINGS: ClassVar[list[BindingType]] = bindings("history")
    AUTO_FOCUS = "ChangeList"

    @dataclass
    class HistoryRead(Message):
        """The history was read, oldest first."""

        changes: Sequence[Change]

    def compose_body(self) -> Iterator[Widget]:
        """The list over the change."""
        yield Pane(
            "History, newest first",
            ChangeList(empty=self.shell.keyed(EMPTY)),
            id="list-pane",
        )
        yield Pane("Change", Reader(empty=""), id="text-pane")

    def reread(self) -> None:
        """Read the history again."""
        self.begin("history", self._read)

    async def _read(self) -> None:
        self.post_message(self.HistoryRead(await self.ask(self.shell.case.decisions.shown_history)))

    @on(HistoryRead)
    def _read_all(self, message: HistoryRead) -> None:
        self.query_one(ChangeList).set_rows(list(reversed(message.changes)))
        self.query_one("#list-pane", Pane).entitle(
            "History, newest first", f"{len(message.changes):,}"
        )

    @on(RowList.RowPointed)
    def _pointed(self) -> None:
        change = self.query_one(ChangeList).current
        reader = self.query_one(Reader)
        if change is None:
            reader.clear()
        else:
            reader.show_text(
                f"{change.action} by {change.by} at {change.at}", in_full(change), (), 0
            )

    def action_pane(self, _step: int) -> None:
        """The list and the change in turn."""
        here, there = self.query_one(ChangeList), self.query_one(Reader)
        (there if here.has_focus else here).focus()

    def action_back(self) -> None:
        """From the change to the list."""
        self.query_one(ChangeList).focus()


def in_full(change: Change) -> str:
    """A change as text: the passage it is about, then each field before and after."""
    before, after = change.before or {}, change.after
    anchor = after.get("anchor") or before.get("anchor") or {}
    lines = [f"claim {change.claim}"] if change.claim else []
    if anchor:
        lines += [f"in {anchor.get('article', '')}", f"“{anchor.get('quote', '')}”"]
    names = [name for name in dict.fromkeys([*before, *after]) if name not in UNTOLD]
    return "\n".join([*lines, "", *(_field(name, before, after) for name in names)])


def _field(name: str, before: Any, after: Any) -> str:
    old, new = before.get(name), after.get(name)
    if old == new or old is None:
        return f"{name}: {new}"
    return f"{name}: {old} → {new}"
