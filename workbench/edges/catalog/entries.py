"""An article as the lists show it."""

from dataclasses import dataclass
from datetime import date


def near_duplicate(leader: str) -> str:
    """The remark on an article that is another one's text, lightly edited."""
    return f"near-duplicate of {leader}"


@dataclass(frozen=True, slots=True)
class Entry:
    """A current article as the lists show it; `claims` counts its claims."""

    id: str
    title: str
    publisher: str
    published: date | None
    url: str
    language: str
    revision: int
    claims: int
    flags: tuple[str, ...]
    sources: tuple[str, ...] = ()
    opening: str = ""
    """Its first words, where it has no title."""

    @property
    def name(self) -> str:
        """What names it best to people: its title, else its first words, else its id."""
        return self.title or self.opening or self.id
