"""A window of wrapped lines on a text of any length.

The first paint must not depend on how long an article is, so only the part
around a place is wrapped; the window grows when the reader nears its edge.
"""

from workbench.tui.text import Span, spans_of_lines

REACH = 12_000
"""Code points wrapped to either side of the place that is shown."""


class Flow:
    """Lines of `text` around `place`, wrapped to `width` cells.

    `lines` are spans into the text, ascending; `first` and `last` bound what is
    wrapped so far. A window that starts inside a paragraph starts at a blank or,
    where none is near, anywhere.
    """

    def __init__(self, text: str, width: int, place: int = 0) -> None:
        self.text = text
        self.width = max(width, 8)
        self.first = self._cut(max(0, place - REACH))
        self.last = self._cut(min(len(text), place + REACH))
        self.lines: list[Span] = self._wrap(self.first, self.last)

    def grow_down(self) -> int:
        """Wrap more below; how many lines were added."""
        if self.last >= len(self.text):
            return 0
        start, self.last = self.last, self._cut(min(len(self.text), self.last + REACH))
        more = self._wrap(start, self.last)
        self.lines.extend(more)
        return len(more)

    def grow_up(self) -> int:
        """Wrap more above; how many lines were added."""
        if self.first <= 0:
            return 0
        end, self.first = self.first, self._cut(max(0, self.first - REACH))
        more = self._wrap(self.first, end)
        self.lines[:0] = more
        return len(more)

    def line_of(self, place: int) -> int:
        """Index of the line that holds a place of the text (the nearest, outside the window)."""
        low, high = 0, len(self.lines)
        while low < high:
            middle = (low + high) // 2
            if self.lines[middle][1] <= place:
                low = middle + 1
            else:
                high = middle
        return max(0, min(low, len(self.lines) - 1))

    def _wrap(self, start: int, end: int) -> list[Span]:
        return list(spans_of_lines(self.text, start, end, self.width))

    def _cut(self, place: int) -> int:
        """A place at or shortly before `place` where a line may begin."""
        if place <= 0 or place >= len(self.text):
            return max(0, min(place, len(self.text)))
        for end in ("\n", " "):
            found = self.text.rfind(end, max(0, place - REACH // 2), place)
            if found >= 0:
                return found + 1
        return place
