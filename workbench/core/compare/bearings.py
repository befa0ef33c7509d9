"""What comparing knows of one side: a claim, or a passage that may bear on it."""

from dataclasses import dataclass
from datetime import date

from msgspec.structs import replace

from workbench.core.reading.model import OfReading, Reading
from workbench.core.reading.read import read_text


@dataclass(frozen=True, slots=True)
class Bearing(OfReading):
    """One side of a comparison: what was read in it, and where it stands.

    `article` is "" for a text that stands in none. `published` dates what the text says,
    `publisher` names who prints it.
    """

    article: str
    reading: Reading
    published: date | None = None
    publisher: str = ""
    title: str = ""


def bearing(
    text: str,
    *,
    article: str = "",
    start: int = 0,
    published: date | None = None,
    publisher: str = "",
    title: str = "",
    claimant: str = "",
) -> Bearing:
    """A side from plain text, read by itself, without the rest of an article in sight.

    `claimant` is who says it, where that is known from elsewhere.
    """
    reading = read_text(text, published, start)
    if claimant:
        reading = replace(reading, claimant=claimant)
    return Bearing(article, reading, published, publisher, title)
