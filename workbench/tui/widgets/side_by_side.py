"""Two passages in their articles, with the words that differ marked."""

from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.widgets import Static

from workbench.core.text.articles import Article
from workbench.tui.citing import headline
from workbench.tui.differences import differences
from workbench.tui.widgets.pane import Pane
from workbench.tui.widgets.reader import SIGNS, Reader

KINDS = ("negation", "figure", "date", "word")


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage of an article: what it is called, and its place."""

    name: str
    article: Article
    start: int
    end: int

    @property
    def quote(self) -> str:
        """The words themselves."""
        return self.article.text[self.start : self.end]


class SideBySide(Container):
    """Left and right from 100 columns, one above the other below that."""

    def compose(self) -> ComposeResult:
        """Two readers and the legend."""
        with Container(id="sides"):
            yield Pane("", Reader(id="left"), id="left-pane")
            yield Pane("", Reader(id="right"), id="right-pane")
        legend = "   ".join(f"{SIGNS.get(kind, '~')} {kind}" for kind in KINDS)
        yield Static(Content(f"  only on this side: {legend}"), id="legend")

    def show(self, left: Passage, right: Passage) -> None:
        """Show two passages, each a third of the way down its article."""
        for side, passage, marks in zip(
            ("left", "right"), (left, right), differences(left.quote, right.quote), strict=True
        ):
            base = passage.start
            role = "claim" if side == "left" else "passage"
            inner = [
                (base + a, base + b, f"{role}-word" if kind == "word" else kind)
                for a, b, kind in marks
            ]
            self.query_one(f"#{side}-pane", Pane).entitle(
                f"{passage.name}: {headline(passage.article)}"
            )
            reader = self.query_one(f"#{side}", Reader)
            reader.show_text(
                passage.article.title,
                passage.article.text,
                [*inner, (passage.start, passage.end, role)],
                passage.start,
            )

    def clear(self) -> None:
        """Nothing to compare."""
        for side in ("left", "right"):
            self.query_one(f"#{side}-pane", Pane).entitle("")
            self.query_one(f"#{side}", Reader).clear()
