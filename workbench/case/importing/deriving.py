"""What is made of one input, in whichever process: read it, correct it, find its claims."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from workbench.core.text.articles import Article
from workbench.edges.index import IndexedPassage
from workbench.edges.readers import Reading, Refusal, Unread, finished, read_seed
from workbench.edges.seeds import Seeds

if TYPE_CHECKING:  # the finder is loaded where there is something to find
    from workbench.core.claims import Claim
    from workbench.core.events.event import Trace
    from workbench.core.reading.model import Reading as PassageReading


@dataclass(frozen=True, slots=True)
class Derived:
    """An article with all that the core derives from it.

    `readings` are of every passage that is no boilerplate; `sketch` is what near-duplicates of its
    text are likely to share, `trace` what tells its event."""

    readings: "tuple[PassageReading, ...]"
    claims: "tuple[Claim, ...]"
    tolls: tuple[dict[str, Any], ...]
    trace: "Trace"
    sketch: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Task:
    """One input to work on; None is the end of a seed.

    `corrections` are the fields that people corrected, by article; `published` is the day for
    an article that states none; `known` says that it is in the catalogue as it is.
    """

    found: Reading | Refusal | Unread | None
    corrections: Mapping[str, Any] = field(default_factory=dict)
    published: date | None = None
    known: bool = False


@dataclass(frozen=True, slots=True)
class Done:
    """What came of a task; `dated` says that the day given was taken.

    `derived` is None for what was refused or is known.
    """

    found: Reading | Refusal | None
    derived: Derived | None = None
    dated: bool = False


def work(task: Task, weights: Mapping[str, float]) -> Done:
    """Do a task; runs in a worker process where there are any."""
    if task.found is None:
        return Done(None)
    read = finished(task.found)
    if isinstance(read, Refusal):
        return Done(read)
    article, dated = corrected(read.article, task.corrections, task.published)
    found = replace(read, article=article)
    return Done(found, None if task.known else derive(article, weights), dated)


def corrected(
    article: Article, corrections: Mapping[str, Any], published: date | None
) -> tuple[Article, bool]:
    """(the article with what people corrected, whether it took the day that was given)."""
    article = replace(article, **corrections)
    if published and not article.published:
        return replace(article, published=published), True
    return article, False


def derive(article: Article, weights: Mapping[str, float]) -> Derived:
    """What the core finds in an article."""
    from workbench.core.claims import annotate  # noqa: PLC0415 (many rules, and no small import)
    from workbench.core.events.copies import sketch  # noqa: PLC0415
    from workbench.core.events.event import trace_of  # noqa: PLC0415
    from workbench.core.events.toll_lines import toll_line  # noqa: PLC0415
    from workbench.core.events.tolls import find_tolls  # noqa: PLC0415
    from workbench.core.text.passages import read_document, split  # noqa: PLC0415

    document = split(article)
    passages = tuple(annotate(document, weights))
    tolls = find_tolls(read_document(document), [p.figures for p in passages])
    return Derived(
        tuple(c.reading for c, p in zip(passages, document.passages, strict=True) if not p.noise),
        tuple(c for c in passages if c.kinds),
        tuple(toll_line(toll, passages, article.published) for toll in tolls),
        trace_of(article, (d for p in passages for d in p.dates)),
        sketch(article.text),
    )


def indexed_passages(
    article: Article, readings: Iterable[tuple[int, int, bytes]]
) -> Iterator[IndexedPassage]:
    """What the index keeps of an article: every passage that is no boilerplate.

    `readings` are (start, end, packed reading), as the catalogue gives them.
    """
    for start, end, reading in readings:
        yield IndexedPassage(
            article.id, start, end, article.text[start:end], article.title, article.day_at(start),
            article.publisher, article.language, reading,
        )  # fmt: skip


def text_sha256(text: str) -> str:
    """Hex SHA-256 of a text's UTF-8; lone surrogates count as themselves."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def correction(doc: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of an article that somebody corrected, as `Article` has them."""
    fields = {name: doc[name] for name in ("title", "publisher", "url", "language") if name in doc}
    if doc.get("published"):
        fields["published"] = date.fromisoformat(doc["published"])
    return fields


def readings_of(seeds: Seeds, name: str) -> Iterator[Reading]:
    """The articles of one seed, as its file says them today; none where it is gone."""
    for seed in seeds:
        if seeds.name(seed) == name:
            for found in read_seed(seeds.place(name), seed.id):
                reading = finished(found) if isinstance(found, Unread) else found
                if isinstance(reading, Reading):
                    yield reading
