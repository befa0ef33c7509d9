"""An article in which any passage can be chosen, by keys or by a click."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events, on
from textual.binding import BindingType
from textual.message import Message

from workbench.tui.actions import bindings
from workbench.tui.text import Span
from workbench.tui.widgets.reader import Highlight, Reader


class PassageReader(Reader):
    """A reader with a cursor that goes from passage to passage.

    The passages of an article are asked for when the reviewer first wants one,
    so that reading costs nothing; `article` is empty where none can be chosen.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings("passage")

    class PassagesWanted(Message):
        """The passages of the article that is shown are needed."""

        def __init__(self, reader: "PassageReader", article: str) -> None:
            super().__init__()
            self.reader, self.article = reader, article

    class PassagesRead(Message):
        """The passages of a text were found."""

        def __init__(self, text: str, spans: Sequence[Span]) -> None:
            super().__init__()
            self.text, self.spans = text, spans

    def __init__(self, *, empty: str = "", id: str | None = None) -> None:
        super().__init__(empty=empty, id=id)
        self.article = ""
        self._spans: Sequence[Span] = ()
        self._first = self._last = -1
        self._wanted: int | None = None

    def show_article(
        self, article: str, head: str, text: str, marks: Sequence[Highlight], place: int
    ) -> None:
        """Show an article; what was chosen in another one is chosen no more."""
        if (article, text) != (self.article, self.text):
            self.article, self._spans, self._first = article, (), -1
        self.show_text(head, text, marks, place)

    def clear(self) -> None:
        """Show no article."""
        self.show_article("", "", "", (), 0)

    @property
    def chosen(self) -> Span | None:
        """Where the chosen passages begin and end, if any are."""
        if self._first < 0:
            return None
        return self._spans[self._first][0], self._spans[self._last][1]

    def marks(self) -> Sequence[Highlight]:
        """The chosen passage over all others."""
        if self.chosen is None:
            return self.highlights
        return [(*self.chosen, "chosen"), *self.highlights]

    def mark_linked(self, spans: Sequence[Span]) -> None:
        """Show which passages of this text are linked."""
        others = [mark for mark in self.highlights if mark[2] != "linked"]
        self.highlights = [*others, *((start, end, "linked") for start, end in spans)]
        self.refresh()

    # Choosing

    def action_passage(self, step: int) -> None:
        """The next passage, or the one before; the first time, the one in sight."""
        if not self._spans:
            self._ask_for(self._place_in_sight())
        elif self._first < 0:
            self._choose(self._index_at(self._place_in_sight()))
        else:
            self._choose((self._last if step > 0 else self._first) + step)

    def action_extend(self, step: int) -> None:
        """One passage more, or one less."""
        if self._first < 0:
            self.action_passage(1)
        else:
            self._choose(self._first, max(self._first, self._last + step))

    def on_click(self, event: events.Click) -> None:
        """Choose the passage under the pointer."""
        place = self.place_at(event.x, event.y)
        if place is not None:
            self._choose(self._index_at(place)) if self._spans else self._ask_for(place)

    @on(PassagesRead)
    def _passages_read(self, message: PassagesRead) -> None:
        if message.text == self.text and message.spans and self._wanted is not None:
            self._spans = message.spans
            self._choose(self._index_at(self._wanted))
        self._wanted = None

    def _ask_for(self, place: int) -> None:
        if self.article:
            self._wanted = place
            self.post_message(self.PassagesWanted(self, self.article))

    def _choose(self, first: int, last: int | None = None) -> None:
        top = len(self._spans) - 1
        self._first = max(0, min(first, top))
        self._last = max(self._first, min(first if last is None else last, top))
        self.bring_into_sight(*self._spans[self._last])

    def _index_at(self, place: int) -> int:
        """The passage that holds a place, or the next one after it."""
        return next((n for n, (_, end) in enumerate(self._spans) if end > place), 0)

    def _place_in_sight(self) -> int:
        """The highlighted place, or the top of what is shown where that is out of sight."""
        first, last = self.in_sight()
        return self.place if first <= self.place < last else first
