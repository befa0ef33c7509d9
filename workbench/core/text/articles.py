"""An article: one text and what is known about it."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Article:
    """One revision of one article.

    `id` is the path of the source in `seeds/` (plus `#row` in a batch file).
    `text` is the decoded source with line ends as `\\n`; every offset in the
    workbench counts its code points. What is unknown stays empty or None.
    """

    id: str
    text: str
    title: str = ""
    publisher: str = ""
    url: str = ""
    published: date | None = None
    language: str = ""
    revision: int = 1
