"""An article: one text and what is known about it."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of an article that is something of its own: `text[start:end]`.

    `kind` is "correction", or "entry" of a live page. An entry's `moment` is when it was
    posted, as its page states it: an ISO day, with "T" and a clock where there is one, or
    only "T09:10" where the day is not stated.
    """

    start: int
    end: int
    kind: str
    moment: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """One revision of one article.

    `id` is the path of the source in `seeds/` (plus `#row` in a batch file).
    `text` is the decoded source with line ends as `\\n`; every offset in the
    workbench counts its code points. What is unknown stays empty or None. `parts` are what
    its source marks off in the text, in order.
    """

    id: str
    text: str
    title: str = ""
    publisher: str = ""
    url: str = ""
    published: date | None = None
    language: str = ""
    revision: int = 1
    parts: tuple[Part, ...] = ()

    def moment_at(self, place: int) -> str:
        """When the entry of a live page was posted that holds a place; "" outside of any."""
        entry = self.part_at(place, "entry") if self.parts else None
        return entry.moment if entry else ""

    def day_at(self, place: int) -> date | None:
        """The day that "today" is at a place: of its entry where that states one, or the
        article's."""
        day = self.moment_at(place).partition("T")[0]
        return date.fromisoformat(day) if day else self.published

    def part_at(self, place: int, kind: str) -> Part | None:
        """The part of a kind that holds a place of the text, if any does."""
        return next((p for p in self.parts if p.kind == kind and p.start <= place < p.end), None)
