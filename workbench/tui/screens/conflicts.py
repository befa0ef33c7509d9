"""Where the corpus contradicts itself, strongest first, both sides in their articles."""

import asyncio
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on
from textual.binding import BindingType
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input

from workbench.tui.actions import bindings
from workbench.tui.linking import linked
from workbench.tui.messages import PlaceWanted
from workbench.tui.screens.base import WorkbenchScreen
from workbench.tui.screens.prompt import Prompt
from workbench.tui.screens.working import WorkingScreen
from workbench.tui.text import plain
from workbench.tui.widgets.conflict_list import ConflictList
from workbench.tui.widgets.filter_bar import FilterInput
from workbench.tui.widgets.pane import Pane
from workbench.tui.widgets.rowlist import RowList
from workbench.tui.widgets.side_by_side import Passage, SideBySide

if TYPE_CHECKING:
    from workbench.case.contradictions.contradicting import Row
    from workbench.core.events.contradictions import Side

EMPTY = "No contradictions found. Press <everywhere.import> to import more articles."
NONE = "No contradiction has these words. Press <conflicts.filter>, then esc, to see all."
ORDERS: "Mapping[str, Callable[[Row], Any]]" = {
    "strength": lambda row: -row.found.strength,
    "sources": lambda row: -sum(len(value.sides) for value in row.found.values),
    "slot": lambda row: row.found.slot,
}
"""In turn, each with what it sorts by."""
SETTLED = 0.06
"""Seconds the cursor has to rest on a conflict before its articles are read."""


class ConflictsScreen(WorkbenchScreen):
    """A list of contradictions and the pair under the cursor."""

    MODE = "conflicts"
    SCOPE = "conflicts"
    BINDINGS: ClassVar[list[BindingType]] = bindings("conflicts")
    AUTO_FOCUS = "ConflictList"

    def __init__(self) -> None:
        super().__init__()
        self._rows: Sequence[Row] = ()
        self._order, self._turn = "strength", 0

    class ConflictsFound(Message):
        """The contradictions were found."""

        def __init__(self, rows: "Sequence[Row]") -> None:
            super().__init__()
            self.rows = rows

    class PairRead(Message):
        """Both sides were read."""

        def __init__(self, left: Passage, right: Passage) -> None:
            super().__init__()
            self.left, self.right = left, right

    def compose_body(self) -> Iterator[Widget]:
        """The list over the pair."""
        yield FilterInput(placeholder="/ filter: words of slot, values, sources", compact=True)
        yield Pane(
            "Conflicts",
            ConflictList(empty=self.shell.keyed(EMPTY)),
            id="list-pane",
        )
        yield SideBySide()

    def reread(self) -> None:
        """Look for contradictions among what came in since the last look."""
        self.begin("conflicts", self._find)

    async def _find(self) -> None:
        comparing, rows = self.shell.case.comparing, self.shell.case.contradicting.rows
        new = await self.ask(comparing.unchecked)
        if new:
            self.app.push_screen(
                WorkingScreen(f"Comparing {new:,} articles with the corpus", rows),
                self._found,
            )
        else:
            self._found(await self.ask(rows))

    def _found(self, rows: "Sequence[Row] | None") -> None:
        self.post_message(self.ConflictsFound(rows or ()))

    @on(ConflictsFound)
    def _show(self, message: ConflictsFound) -> None:
        self._rows = message.rows
        self._narrow()

    @on(Input.Changed)
    def _narrow(self) -> None:
        conflicts = self.query_one(ConflictList)
        conflicts.sources = self.shell.sources
        words = self.query_one(FilterInput).value.casefold().split()
        found = [row for row in self._rows if all(word in self._text(row) for word in words)]
        conflicts.empty = self.shell.keyed(NONE if self._rows else EMPTY)
        conflicts.set_rows(sorted(found, key=ORDERS[self._order]))
        shown, of = len(found), len(self._rows)
        count = f"{of:,}" if shown == of else f"{shown:,} of {of:,}"
        self.query_one("#list-pane", Pane).entitle("Conflicts", f"{count} by {self._order}")

    def _text(self, row: "Row") -> str:
        sides = [side for value in row.found.values for side in value.sides]
        named = (self.shell.sources.get(side.article, "") for side in sides)
        quoted = (f"{side.article} {side.quote}" for side in sides)
        noted = (note.text for note in row.notes)
        said = (row.status, row.assignee, row.found.summary, *noted, *named, *quoted)
        return " ".join(said).casefold()

    @on(FilterInput.Left)
    def _words_left(self) -> None:
        self.query_one(ConflictList).focus()

    def action_filter(self) -> None:
        """To the words of the filter."""
        self.set_focus(self.query_one(FilterInput))

    def action_sort(self) -> None:
        """The next order."""
        names = list(ORDERS)
        self._order = names[(names.index(self._order) + 1) % len(names)]
        self._narrow()

    @on(RowList.RowPointed)
    def _pointed(self) -> None:
        self._turn = 0
        self.begin("pair", self._read_pair)

    async def _read_pair(self) -> None:
        await asyncio.sleep(SETTLED)
        row = self.query_one(ConflictList).current
        if row is None:
            self.query_one(SideBySide).clear()
            return
        passages = []
        for name, side in zip(("One side", "Other side"), self._pair(row), strict=True):
            article = await self.ask(self.shell.article, side.article)
            passages.append(Passage(name, article, side.start, side.end))
        self.post_message(self.PairRead(*passages))

    def _pair(self, row: "Row") -> "tuple[Side, Side]":
        """The sides that are shown: the clearest of the two first values, then each further one."""
        pairs = _pairs(row)
        return pairs[self._turn % len(pairs)]

    def action_sources(self) -> None:
        """The next passages that give the values."""
        row = self.query_one(ConflictList).current
        if row is not None:
            self._turn = (self._turn + 1) % len(_pairs(row))
            self.shell.say(f"Sources {self._turn + 1} of {len(_pairs(row))}.")
            self.begin("pair", self._read_pair)

    def action_put_away(self) -> None:
        """Dismiss the contradiction, with the reason."""
        verb = self.shell.case.contradicting.dismiss
        question, hint = "Why is this not worth more time?", "for example: two different fires"
        self._ask(question, hint, verb, "Put away.")

    def action_assign(self) -> None:
        """Give the contradiction to a reviewer."""
        row = self.query_one(ConflictList).current
        verb = self.shell.case.contradicting.assign
        held = row.assignee if row else ""
        hint = "a reviewer's name; nothing takes it back"
        self._ask("Whose is it?", hint, verb, "Given.", value=held, empty=True)

    def action_note(self) -> None:
        """Leave a note on the contradiction."""
        row = self.query_one(ConflictList).current
        before = " · ".join(f"{note.by}: {note.text}" for note in row.notes) if row else ""
        verb = self.shell.case.contradicting.note
        question, hint = f"Note. {plain(before)[:300]}".strip(), "what the next reader should know"
        self._ask(question, hint, verb, "Noted.")

    def _ask(
        self,
        question: str,
        hint: str,
        verb: "Callable[[str, str], Any]",
        said: str,
        value: str = "",
        *,
        empty: bool = False,
    ) -> None:
        """Ask for a line of text about the row, and decide by it; `empty` is an answer, too."""
        row = self.query_one(ConflictList).current
        if row is None:
            return

        def typed(text: str | None) -> None:
            if text is not None and (empty or text.strip()):
                self.begin("decide", self._decided, verb, said, row.found.id, text)

        asked = f"{question} {plain(row.found.summary)[:120]}"
        self.app.push_screen(Prompt(asked, hint, value), typed)

    async def _decided(
        self, verb: "Callable[[str, str], Any]", said: str, id: str, text: str
    ) -> None:
        with self.shell.saving():
            await self.decide(verb, id, text)
        self.shell.say(f"{said} <everywhere.undo> undoes.")
        self.shell.changed()

    def action_link(self) -> None:
        """Link the other side to the claim on one side."""
        row = self.query_one(ConflictList).current
        if row is not None:
            self.begin("decide", self._link, *self._pair(row))

    async def _link(self, one: "Side", other: "Side") -> None:
        claims = await self.ask(self.shell.case.corpus.claims)
        ids = {(claim.article, claim.start): claim.id for claim in claims}
        for side, against in ((one, other), (other, one)):
            if claim := ids.get((side.article, side.start)):
                place = against.article, against.start, against.end
                with self.shell.saving():
                    await self.decide(self.shell.case.decisions.link, claim, *place, "conflicts")
                self.shell.say(f"{linked('conflicts')}\nTo: {side.quote[:120]}")
                self.shell.changed()
                return
        self.shell.say("Neither side is a claim.")

    @on(PairRead)
    def _pair_read(self, message: PairRead) -> None:
        self.query_one(SideBySide).show(message.left, message.right)

    @on(RowList.RowChosen)
    def _chosen(self) -> None:
        row = self.query_one(ConflictList).current
        if row is not None:
            self.post_message(PlaceWanted(*self._pair(row)[0].place))

    def action_pane(self, step: int) -> None:
        """The list and the two articles in turn."""
        panes = [self.query_one(ConflictList), self.query_one("#left"), self.query_one("#right")]
        here = next((n for n, pane in enumerate(panes) if pane.has_focus), 0)
        panes[(here + step) % 3].focus()

    def action_back(self) -> None:
        """From the articles to the list."""
        self.query_one(ConflictList).focus()


def _pairs(row: "Row") -> "list[tuple[Side, Side]]":
    """The two clearest passages, then each further passage against one of another value."""
    one, other, *_ = row.found.values
    pairs = [(one.sides[0], other.sides[0])]
    pairs += [(side, other.sides[0]) for side in one.sides[1:]]
    return pairs + [
        (one.sides[0], side)
        for value in row.found.values[1:]
        for side in value.sides
        if side != other.sides[0]
    ]
