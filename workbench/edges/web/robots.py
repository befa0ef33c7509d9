"""robots.txt: what a site asks programs not to fetch (RFC 9309)."""

from protego import Protego

LONGEST_LINE = 2000
"""Characters; a longer line is no rule that a site's owner wrote by hand."""
MOST_LINES = 5000
MOST_STARS = 8
"""Wildcards of one rule; more are made to be slow."""


class Robots:
    """The rules of one site; none in an empty text."""

    def __init__(self, text: str) -> None:
        lines = text[: MOST_LINES * LONGEST_LINE].splitlines()[:MOST_LINES]
        kept = (x for x in lines if len(x) <= LONGEST_LINE and x.count("*") <= MOST_STARS)
        self._rules = Protego.parse("\n".join(kept))

    def allows(self, url: str, agent: str) -> bool:
        """Whether the site lets a program of this name fetch an address."""
        return bool(
            self._rules.can_fetch(url, agent.split("/", maxsplit=1)[0].split(" ", maxsplit=1)[0])
        )
