"""The ratings of the case's scale: a digit, an arrow or a click picks one."""

from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Grid
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static

from workbench.core.verdicts.ratings import Rating, Scale
from workbench.tui.text import plain


class RatingOption(Static):
    """One rating; the picked one has a full dot."""

    class Clicked(Message):
        """The reviewer clicked a rating."""

        def __init__(self, index: int) -> None:
            super().__init__()
            self.index = index

    def __init__(self, index: int, rating: Rating) -> None:
        super().__init__()
        self.index, self.rating = index, rating

    def show(self, picked: bool) -> None:
        """Show whether this is the one."""
        digit = str((self.index + 1) % 10) if self.index < 10 else " "
        self.update(Content(f"{digit} {'●' if picked else '○'} {plain(self.rating.name)}"))
        self.set_class(picked, "-picked")

    def on_click(self, event: events.Click) -> None:
        """Pick it."""
        event.stop()
        self.post_message(self.Clicked(self.index))


class RatingBar(Widget, can_focus=True):
    """Picks one rating of a scale."""

    BINDINGS: ClassVar[list[BindingType]] = [
        # At once: each key works before the next one is given to anything, so that what
        # is typed right behind a rating goes into the field after it.
        Binding("left,up,k", "step(-1)", "Previous rating", show=False, priority=True),
        Binding("right,down,j", "step(1)", "Next rating", show=False, priority=True),
        Binding("enter", "done", "Take it", show=False, priority=True),
        *(
            Binding(str(digit), f"pick({(digit - 1) % 10})", show=False, priority=True)
            for digit in range(10)
        ),
    ]

    picked: reactive[int] = reactive(-1, init=False)

    class RatingPicked(Message):
        """A rating was picked; `final` when the reviewer is done with picking."""

        def __init__(self, final: bool) -> None:
            super().__init__()
            self.final = final

    def __init__(self, scale: Scale, rating: str = "", *, onward: str) -> None:
        """`onward` selects what has the focus once a rating is taken."""
        super().__init__()
        self.scale, self.onward = scale, onward
        names = scale.names
        self.set_reactive(RatingBar.picked, names.index(rating) if rating in names else -1)

    @property
    def rating(self) -> str:
        """Name of the picked rating, or ""."""
        return self.scale.names[self.picked] if self.picked >= 0 else ""

    def compose(self) -> ComposeResult:
        """The ratings in columns, and the meaning of the picked one."""
        with Grid():
            for index, rating in enumerate(self.scale.ratings):
                yield RatingOption(index, rating)
        yield Static(id="meaning")

    def on_mount(self) -> None:
        """Rows for all ratings."""
        grid = self.query_one(Grid)
        rows = -(-len(self.scale.ratings) // 4)
        grid.styles.height = rows
        self.styles.height = rows + 1
        self._show()

    def watch_picked(self) -> None:
        """Show the dot where it belongs."""
        self._show()

    def _show(self) -> None:
        for option in self.query(RatingOption):
            option.show(option.index == self.picked)
        meaning = (
            self.scale.ratings[self.picked].meaning
            if self.picked >= 0
            else "Pick a rating: a digit, an arrow key or a click."
        )
        self.query_one("#meaning", Static).update(Content(plain(meaning)))

    @on(RatingOption.Clicked)
    def _clicked(self, message: RatingOption.Clicked) -> None:
        message.stop()
        self.action_pick(message.index)

    def action_pick(self, index: int) -> None:
        """Pick by digit, and go on."""
        if index < len(self.scale.ratings):
            self.picked = index
            self.action_done()

    def action_step(self, step: int) -> None:
        """The neighbouring rating."""
        self.picked = (max(self.picked, -1 if step > 0 else 0) + step) % len(self.scale.ratings)
        self.post_message(self.RatingPicked(final=False))

    def action_done(self) -> None:
        """Go on with what is picked."""
        if self.picked >= 0:
            self.screen.set_focus(self.screen.query_one(self.onward))
        self.post_message(self.RatingPicked(final=self.picked >= 0))
