"""From places in what was read of a passage to places in the stored text."""

from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from workbench.core.reading.model import DateMention, Figure, Reading
from workbench.core.text.as_read import AsRead, as_read
from workbench.core.text.passages import Passage

Spanned = TypeVar("Spanned", bound=Struct)

_SPANS = (("start", "end"), ("scope_start", "scope_end"))
_LISTS = ("figures", "dates", "attributions", "denials", "accusations", "negations", "frames")


def as_stored(passage: Passage, reading: Reading) -> Reading:
    """A reading of what `as_read` gives for a passage, as one of the stored passage."""
    seen = as_read(passage.quote)
    if seen.offsets is None:
        return reading
    placed = {
        name: tuple(_placed(f, passage, seen) for f in getattr(reading, name)) for name in _LISTS
    }
    return replace(reading, start=passage.start, end=passage.end, quote=passage.quote, **placed)


def _placed(found: Spanned, passage: Passage, seen: AsRead) -> Spanned:
    """A finding at its place; figures and dates are quoted as they stand there."""
    moved: dict[str, object] = {}
    for first, last in _SPANS:
        if hasattr(found, first):
            a, b = getattr(found, first) - passage.start, getattr(found, last) - passage.start
            start, end = seen.span(a, b)
            moved |= {first: passage.start + start, last: passage.start + end}
            if isinstance(found, Figure | DateMention):
                moved["text"] = passage.quote[start:end]
    return replace(found, **moved)
