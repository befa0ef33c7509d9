"""Words and places of links, for the screens that make them."""

from collections.abc import Sequence

from workbench.core.verdicts.standing import Link
from workbench.tui.signs import relation_sign
from workbench.tui.text import Span


def spans_in(article: str, links: Sequence[Link]) -> list[Span]:
    """The linked places of one article."""
    return [(a.start, a.end) for link in links if (a := link.anchor).article == article]


def linked(relation: str) -> str:
    """What is said once a passage is linked."""
    sign, word, _ = relation_sign(relation)
    return f"{sign} Linked: {word}. <everywhere.undo> undoes."
