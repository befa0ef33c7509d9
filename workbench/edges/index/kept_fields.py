"""What every engine keeps of a passage: the same terms, the same key, the same text."""

from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from msgspec import Struct

from workbench.core.candidates.hits import Hit, IndexedPassage
from workbench.core.reading.terms import words_and_keys
from workbench.core.text.wire import Wire

LAYOUT = "4"
"""Changes when the fields or the terms do; an index of another layout is made again."""
RARE = 2
"""Passages up to which a name is taken for a variant spelling and looked for fuzzily."""
MOST_FUZZY = 4
"""Names of one query that are looked for fuzzily."""
SHORTEST_FUZZY = 7
"""Characters of a name's key from which one edit still leaves the same name."""

_SEPARATOR = "\x1f"


def key_of(passage: IndexedPassage) -> str:
    """What tells a passage from every other one."""
    return f"{passage.article}{_SEPARATOR}{passage.start}{_SEPARATOR}{passage.end}"


def terms_of(passage: IndexedPassage) -> tuple[list[str], list[str]]:
    """The words and the keys under which a passage is found: those of its title too."""
    words, keys = words_and_keys(passage.quote)
    title_words, title_keys = _terms_of_title(passage.title)
    return [*title_words, *words], [*title_keys, *keys]


@lru_cache(maxsize=16)
def _terms_of_title(title: str) -> tuple[list[str], list[str]]:
    """All passages of an article have one title, and come one after the other."""
    return words_and_keys(title)


class _Line(Struct, array_like=True):
    """A passage as it lies in an engine; its reading is left packed until it is compared."""

    article: str
    start: int
    end: int
    published: date | None
    publisher: str
    title: str
    quote: str
    reading: str


_WIRE = Wire(_Line)


def packed(passage: IndexedPassage) -> str:
    """A passage as one line of JSON in which every text can travel and be stored."""
    line = _Line(
        passage.article, passage.start, passage.end, passage.published, passage.publisher,
        passage.title, passage.quote, passage.reading.decode(),
    )  # fmt: skip
    return _WIRE.dump(line).decode()


def hit_of(line: str | bytes, score: float) -> Hit:
    """The hit that a packed passage gives."""
    of = _WIRE.load(line)
    reading = of.reading.encode()
    return Hit(
        of.article, of.start, of.end, of.quote, of.title, of.published, of.publisher, score, reading
    )


@dataclass(slots=True)
class Pending:
    """Changes that wait for the commit, by article; of one passage the last one counts.

    Deletions come first: what is added is what stands afterwards.
    """

    passages: dict[str, dict[str, IndexedPassage]] = field(default_factory=dict)
    deleted: set[str] = field(default_factory=set)
    count: int = 0

    def __bool__(self) -> bool:
        return bool(self.passages or self.deleted)

    def add(self, passage: IndexedPassage) -> None:
        """Note a passage to be added or replaced."""
        self.passages.setdefault(passage.article, {})[key_of(passage)] = passage
        self.count += 1

    def delete(self, article: str) -> None:
        """Note an article to be removed, with what waited to be added of it."""
        self.deleted.add(article)
        self.passages.pop(article, None)

    def clear(self) -> None:
        """Forget everything."""
        self.passages.clear()
        self.deleted.clear()
        self.count = 0
