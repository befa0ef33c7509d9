"""The queue: which claims are listed, in which order, and which one is next."""

import asyncio
import threading
from collections.abc import Callable, Sequence
from dataclasses import replace

from textual import on
from textual.widgets import Input

from workbench.case import ClaimRow
from workbench.case.filters.choice import Choice, Queue
from workbench.case.filters.saved import as_choice, as_words
from workbench.tui.messages import ClaimsFiltered, ClaimsRead
from workbench.tui.screens.base import WorkbenchScreen
from workbench.tui.screens.prompt import Prompt
from workbench.tui.screens.saved_filters import Answer, SavedFilters
from workbench.tui.text import plain
from workbench.tui.widgets.claim_list import ClaimList
from workbench.tui.widgets.filter_bar import FilterBar, FilterInput

SETTLED = 0.03
"""Seconds without a key after which typed words are searched for."""
EMPTY_CASE = "No claims yet. Press <everywhere.import> to import articles."
ALL = "Press <claims.clear> to see all."
EMPTY_FILTER = f"No claim fits the filter. {ALL}"


class QueueScreen(WorkbenchScreen):
    """Keeps the list of claims; a subclass puts it on the screen."""

    def __init__(self) -> None:
        super().__init__()
        self.queue = Queue(())
        self.choice = Choice()
        self.changed = False
        self._fresh = self._whole = True
        self._stop = threading.Event()

    @property
    def claim_list(self) -> ClaimList:
        """The queue's list."""
        return self.query_one("#claims", ClaimList)

    def reread(self) -> None:
        """Read all claims again; cursor, filter and scroll position stay."""
        self.changed = True
        self.begin("claims", self._read_claims)

    async def _read_claims(self) -> None:
        whole = False
        if not self.queue.rows:  # the first look does not wait for 100,000 claims
            rows, whole = await self.ask(self.shell.case.corpus.first_claims)
            self.post_message(ClaimsRead(Queue(rows), whole))
        if not whole:
            rows = await self.ask(self.shell.case.corpus.claims)
            self.post_message(ClaimsRead(await asyncio.to_thread(Queue, rows)))

    @on(ClaimsRead)
    def _claims_read(self, message: ClaimsRead) -> None:
        self.queue, self._whole = message.queue, message.whole
        if message.whole:
            self.shell.count(len(self.queue.rows), self.queue.ruled)
        self.narrow()

    def narrow(self, **changes: str) -> None:
        """Change the choice, and find its rows."""
        self.choice = replace(self.choice, **changes)
        self._stop.set()
        self._stop = threading.Event()
        self.begin("filter", self._filter, self.choice, self._stop)

    async def _filter(self, choice: Choice, stop: threading.Event) -> None:
        await asyncio.sleep(SETTLED)
        if self.queue.wants_reasons(choice):
            self.queue.reasons = await self.ask(self.shell.case.corpus.reasons)
        rows = await asyncio.to_thread(self.queue.select, choice, stop.is_set)
        if rows is not None and self.query("#claims"):  # the program may have ended meanwhile
            here = self.claim_list.current
            at = (
                -1 if self._fresh or here is None else _place(rows, here.id, self.claim_list.cursor)
            )
            self.post_message(ClaimsFiltered(choice, rows, at))

    @on(ClaimsFiltered)
    def _claims_filtered(self, message: ClaimsFiltered) -> None:
        if message.choice != self.choice:
            return
        at = message.at if message.at >= 0 else _first_open(message.rows)
        settled = self._whole or any(not row.rating for row in message.rows)
        self._fresh = self._fresh and not (message.rows and settled)
        faults = "; ".join(self.queue.faults(self.choice))
        said = f"No claim fits: {faults}. {ALL}" if faults else EMPTY_FILTER
        self.claim_list.empty = self.shell.keyed(said if self.queue.rows else EMPTY_CASE)
        self.claim_list.sources = self.shell.sources
        self.claim_list.set_rows(message.rows, at)
        self._show_choice()

    def _show_choice(self) -> None:
        choice = self.choice
        self.query_one(FilterBar).show(
            article=bool(choice.article), kind=choice.kind, status=choice.status, sort=choice.sort,
            shown=len(self.claim_list.rows), of=len(self.queue.rows),
        )  # fmt: skip

    @on(Input.Changed, "#words")
    def _words_typed(self, event: Input.Changed) -> None:
        self.narrow(words=event.value)

    @on(FilterInput.Left)
    def _words_left(self) -> None:
        if faults := self.queue.faults(self.choice):
            self.shell.say("; ".join(faults))
        self.claim_list.focus()

    # The filter

    def action_filter(self) -> None:
        """To the words of the filter."""
        self.set_focus(self.query_one("#words", Input))

    def action_kind(self, step: int) -> None:
        """The next kind."""
        self.narrow(kind=self.choice.next_kind(step).kind)

    def action_status(self) -> None:
        """The next status."""
        self.narrow(status=self.choice.next_status().status)

    def action_sort(self) -> None:
        """The next order."""
        self.narrow(sort=self.choice.next_sort().sort)

    def action_article(self) -> None:
        """Only this article, or all again."""
        row = self.claim_list.current
        self.narrow(article="" if self.choice.article or row is None else row.article)

    def action_clear(self) -> None:
        """Drop every filter."""
        self.show_choice(Choice(sort=self.choice.sort))

    def show_choice(self, choice: Choice) -> None:
        """Another choice, with its words in the filter's line."""
        self.choice = choice
        self.query_one("#words", Input).value = choice.words
        self.narrow()

    # Saved filters

    def action_saved(self) -> None:
        """Pick one of the saved filters."""
        filters = self.shell.case.settings.filters

        def picked(answer: Answer | None) -> None:
            if answer and answer.drop:
                self._keep(answer.name, None)
            elif answer:
                self.show_choice(as_choice(filters[answer.name]))

        if filters:
            self.app.push_screen(SavedFilters(filters), picked)
        else:
            self.shell.say(
                "No filter is saved yet: narrow the list, then <claims.save_filter> gives that a "
                "name."
            )

    def use_filter(self, name: str) -> None:
        """A saved filter by its name."""
        words = self.shell.case.settings.filters.get(name)
        if words is not None:
            self.show_choice(as_choice(words))

    def action_save_filter(self) -> None:
        """Give the present filter a name."""
        words = as_words(self.choice)
        if not words:
            self.shell.say("Nothing to save: narrow the list first, with / or f, s, a and S.")
            return

        def typed(name: str | None) -> None:
            if name is not None and name.strip():
                self._keep(name.strip(), words)

        self.app.push_screen(Prompt(f"A name for {plain(words)}", "for example: mine, open"), typed)

    def _keep(self, name: str, words: str | None) -> None:
        self.begin("settings", self._write_filter, name, words)

    async def _write_filter(self, name: str, words: str | None) -> None:
        await self.decide(self.shell.case.configuring.change, {("filters", name): words})
        self.shell.say(f"Filter saved: {name}" if words else f"Filter dropped: {name}")

    def point_at(self, article: str, start: int) -> bool:
        """Put the cursor on the claim at a place, without filter if need be; whether there is
        one."""
        return self._point(lambda row: row.article == article and row.start == start)

    def point_at_claim(self, id: str) -> bool:
        """Put the cursor on a claim, without filter if need be; whether there is one."""
        return self._point(lambda row: row.id == id)

    def _point(self, wanted: Callable[[ClaimRow], bool]) -> bool:
        claim = next(filter(wanted, self.queue.rows), None)
        if claim is None:
            return False
        shown = next((n for n, row in enumerate(self.claim_list.rows) if row.id == claim.id), None)
        if shown is None:
            self.action_clear()
            self.claim_list.set_rows(list(self.queue.rows), self.queue.rows.index(claim))
        else:
            self.claim_list.cursor = shown
        return True

    def action_next_open(self, step: int) -> None:
        """The next claim in the list without a verdict."""
        rows, count = self.claim_list.rows, len(self.claim_list.rows)
        start = self.claim_list.cursor
        for n in range(1, count + 1):
            index = (start + step * n) % count
            if not rows[index].rating:
                self.claim_list.cursor = index
                return
        self.shell.say("Every claim in this list has a verdict.")


def _place(rows: Sequence[ClaimRow], id: str, otherwise: int) -> int:
    return next((n for n, row in enumerate(rows) if row.id == id), otherwise)


def _first_open(rows: Sequence[ClaimRow]) -> int:
    return next((n for n, row in enumerate(rows) if not row.rating), 0)
