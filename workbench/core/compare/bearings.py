"""What matching knows of one side: a claim, or a passage that may bear on it."""

from dataclasses import dataclass
from datetime import date

from workbench.core.reading.dates.mentions import DateMention, dates_in
from workbench.core.reading.figures import Figure, figures_in

LONGEST = 2000
"""Characters of a text that are compared; a longer one is compared by its beginning."""


@dataclass(frozen=True, slots=True)
class Bearing:
    """One side of a comparison.

    `start` and `end` are code points in the article's text, and `figures` and
    `dates` carry offsets in the same count. `published` dates what the text
    says, `publisher` and `claimant` name who says it, `kinds` are a claim's.
    """

    article: str
    start: int
    end: int
    quote: str
    published: date | None = None
    publisher: str = ""
    title: str = ""
    claimant: str = ""
    kinds: frozenset[str] = frozenset()
    figures: tuple[Figure, ...] = ()
    dates: tuple[DateMention, ...] = ()


def bearing(
    text: str,
    *,
    article: str = "",
    start: int = 0,
    published: date | None = None,
    publisher: str = "",
    title: str = "",
    claimant: str = "",
    kinds: frozenset[str] = frozenset(),
    with_figures: bool = True,
    with_dates: bool = True,
) -> Bearing:
    """A bearing from plain text; its figures and dates are found in the first LONGEST characters.

    Where the other side has no figures or dates, finding them can be left out.
    """
    seen = text[:LONGEST]
    return Bearing(
        article,
        start,
        start + len(text),
        text,
        published,
        publisher,
        title,
        claimant,
        kinds,
        tuple(figures_in(seen, start)) if with_figures else (),
        tuple(dates_in(seen, published, start)) if with_dates else (),
    )
