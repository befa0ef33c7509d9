"""The article, with a passage highlighted in its context.

Only a window of the text is wrapped and only the lines in sight are painted, so
a megabyte without a line end opens as fast as a short story.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import ClassVar

from rich.segment import Segment
from textual.binding import BindingType
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from workbench.core.text.display import visible
from workbench.tui.actions import bindings
from workbench.tui.flow import Flow
from workbench.tui.text import Span, cells_of, fit, plain

GUTTER = 2
LONGEST_LINE = 110
"""Cells; prose is hard to read in longer lines."""

Highlight = tuple[int, int, str]
"""(start, end, role): places in the text, and the name of a style."""

SIGNS = {
    "negation": "¬",
    "figure": "#",
    "date": "@",
    "claim-word": "~",
    "passage-word": "~",
    "gone": "−",
    "new": "+",
    "chosen": "»",
    "claim": "▶",
    "passage": "◆",
    "linked": "+",
}
"""Role → sign in the gutter; of several in one line the first of this list is shown."""
RANKS = {role: rank for rank, role in enumerate(SIGNS)}


class Reader(ScrollView, can_focus=True):
    """A window on an article's text."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("reader")
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "reader--claim", "reader--passage", "reader--linked", "reader--head", "reader--hint",
        "reader--negation", "reader--figure", "reader--date",
        "reader--claim-word", "reader--passage-word", "reader--chosen",
        "reader--gone", "reader--new",
    }  # fmt: skip

    def __init__(self, *, empty: str = "", id: str | None = None) -> None:
        super().__init__(id=id)
        self.empty = empty
        self.head = ""
        self.text = ""
        self.highlights: Sequence[Highlight] = ()
        self.place = 0
        self._flow: Flow | None = None

    def show_text(self, head: str, text: str, highlights: Sequence[Highlight], place: int) -> None:
        """Show a text scrolled to a place, a third of the way down the pane."""
        self.head = "" if text.lstrip().startswith(head) else plain(head)
        self.text, self.highlights, self.place = text, highlights, place
        self._wrap()
        self.action_place()

    def clear(self) -> None:
        """Show no article."""
        self.show_text("", "", (), 0)

    def marks(self) -> Sequence[Highlight]:
        """The highlights, those that cover others first."""
        return self.highlights

    # Places

    def in_sight(self) -> Span:
        """From where to where the text is shown."""
        if self._flow is None or not self._flow.lines:
            return 0, 0
        lines, top = self._flow.lines, max(0, self.scroll_offset.y - 1)
        bottom = self.scroll_offset.y + self.scrollable_content_region.height - 2
        return lines[min(top, len(lines) - 1)][0], lines[max(0, min(bottom, len(lines) - 1))][1]

    def place_at(self, x: int, y: int) -> int | None:
        """The place of the text under a cell of this widget."""
        line = y + self.scroll_offset.y - 1
        if self._flow is None or not 0 <= line < len(self._flow.lines):
            return None
        start, end = self._flow.lines[line]
        cells = x - GUTTER
        for place in range(start, end):
            cells -= cells_of(self.text[place])
            if cells < 0:
                return place
        return max(start, end - 1)

    def bring_into_sight(self, start: int, end: int) -> None:
        """Scroll as far as needed for a stretch of the text; its beginning comes first."""
        if self._flow is None:
            return
        if not self._flow.first <= start <= self._flow.last:
            self._flow = Flow(self.text, self._flow.width, start)
            self._measure()
        page, top = self.scrollable_content_region.height, self.scroll_offset.y
        first, last = (self._flow.line_of(x) + 1 for x in (start, max(start, end - 1)))
        if last >= top + page:
            top = last - page + 1
        self.scroll_to(y=min(top, first), animate=False, force=True)
        self.refresh()

    def _wrap(self) -> None:
        width = min(LONGEST_LINE, self.scrollable_content_region.width - GUTTER)
        self._flow = Flow(self.text, width, self.place) if self.text and width > 4 else None
        self._measure()
        self.refresh()

    def _measure(self) -> None:
        lines = len(self._flow.lines) if self._flow else 0
        self.virtual_size = Size(self.scrollable_content_region.width, lines + 1)

    def _grow(self) -> None:
        """Wrap more text when the edge of the window comes near."""
        flow, page = self._flow, self.scrollable_content_region.height
        if not flow:
            return
        y = self.scroll_offset.y
        if y + 3 * page > len(flow.lines) and flow.grow_down():
            self._measure()
        if y < page and (added := flow.grow_up()):
            self._measure()
            self.scroll_to(y=y + added, animate=False, force=True)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Keep text beyond both edges."""
        super().watch_scroll_y(old_value, new_value)
        self._grow()

    def on_resize(self) -> None:
        """Wrap anew at another width, with the same text in sight."""
        width = min(LONGEST_LINE, self.scrollable_content_region.width - GUTTER)
        if self.text and (self._flow is None or self._flow.width != width):
            self._wrap()
            self.action_place()

    # Painting

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        width = self.scrollable_content_region.width
        if self._flow is None:
            return self._hint(fit(f"  {self.empty}" if y == 1 else "", width))
        line = y + self.scroll_offset.y
        if line == 0:
            top = f"… {self._flow.first:,} characters above" if self._flow.first else self.head
            return self._hint(fit("  " + top, width))
        if line > len(self._flow.lines):
            return Strip.blank(width, self.rich_style)
        return self._text_line(self._flow.lines[line - 1], width)

    def _hint(self, text: str) -> Strip:
        return Strip([Segment(text, self.get_component_rich_style("reader--hint"))])

    def _text_line(self, span: Span, width: int) -> Strip:
        base = self.rich_style
        roles: set[str] = set()
        segments = []
        for start, end, role in self._runs(span):
            style = self.get_component_rich_style(f"reader--{role}") if role else base
            segments.append(Segment(visible(self.text[start:end]).replace("\t", " "), style))
            roles.add(role)
        first = min(roles - {""}, key=RANKS.__getitem__, default="")
        gutter = Segment(
            SIGNS.get(first, " ").ljust(GUTTER), self.get_component_rich_style("reader--head")
        )
        return Strip([gutter, *segments]).adjust_cell_length(width, base)

    def _runs(self, span: Span) -> Iterator[Highlight]:
        """The line in pieces of one style; where highlights overlap the first one wins."""
        start, end = span
        near = [h for h in self.marks() if h[0] < end and h[1] > start]
        cuts = sorted({start, end, *(min(max(x, start), end) for h in near for x in h[:2])})
        for a, b in pairwise(cuts):
            yield a, b, next((role for s, e, role in near if s <= a and b <= e), "")

    # Actions

    def action_scroll(self, lines: int) -> None:
        """Scroll by lines; negative is up."""
        self.scroll_to(y=self.scroll_offset.y + lines, animate=False, force=True)

    def action_page(self, halves: int) -> None:
        """Scroll by half pages."""
        self.action_scroll(halves * max(1, self.scrollable_content_region.height // 2))

    def action_edge(self, end: bool) -> None:
        """To an end of the whole text, however long it is."""
        self._flow = (
            Flow(self.text, self._flow.width, len(self.text) if end else 0) if self._flow else None
        )
        self._measure()
        self.scroll_to(y=self.virtual_size.height if end else 0, animate=False, force=True)
        self.refresh()

    def action_place(self) -> None:
        """Back to the highlighted passage."""
        if self._flow is None:
            self.scroll_to(y=0, animate=False, force=True)
            return
        if not self._flow.first <= self.place <= self._flow.last:
            self._wrap()
        page = self.scrollable_content_region.height
        top = self._flow.line_of(self.place) + 1 - page // 3
        self.scroll_to(y=max(0, top), animate=False, force=True)
        self.refresh()
