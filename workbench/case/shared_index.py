"""Working with an index that other machines use too.

What one machine lacks is no reason to take anything out of it, and what it has under
the same name as somebody else is no reason to replace theirs.
"""

from collections.abc import Iterable, Sequence

from workbench.case.context import Parts
from workbench.core.candidates.hits import Filters, Hit, PassageQuery, QueryTerm
from workbench.core.text.articles import Article
from workbench.errors import EngineFailed

OTHERS = (
    "partial: the shared index holds another text under this name, which stays: nobody finds "
    "this one; import it under another name"
)
"""Remark on an article whose name somebody else's article has."""
_ANY = (QueryTerm("words", "\N{SYMBOL FOR NULL}"),)
"""Terms of a query that asks for passages of an article, whatever they say."""
LOOKED_AT = 20
"""Passages of an article by which its text is known again."""


def away(paths: Sequence[str]) -> list[str]:
    """What to tell of sources that a catalogue knows and the folder `seeds/` lacks."""
    if not paths:
        return []
    count = f"{len(paths)} source{'s' * (len(paths) > 1)}"
    return [
        f"{count} that were read once are not in seeds/ here (first: {paths[0]}); the index is "
        "shared, so what was read of them stays in it"
    ]


def lost(parts: Parts) -> list[str]:
    """What an index on servers lacks of what this machine has read; [] where it cannot be asked."""
    if not parts.settings.index:
        return []
    try:
        there, here = parts.index.stats().passages, parts.catalog.passages()
    except EngineFailed as error:
        parts.notices.append(f"the index could not be looked at: {error}")
        return []
    if there >= here:
        return []
    return [
        f"holds {there} passages, this machine has read {here}: what is missing is not found; "
        "`workbench move --index` with its address fills it"
    ]


class Shared:
    """The passages of an index on servers, held against what this machine has read."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._empty: bool | None = None

    def holds_another(self, article: Article) -> tuple[str, ...]:
        """The remark that the index holds a text of this name that was never read here."""
        if not self._parts.settings.index or self._is_empty():
            return ()
        of = Filters(articles=frozenset({article.id}))
        hits = self._parts.index.search(PassageQuery(_ANY, article.id), LOOKED_AT, of)
        texts = [article.text, *self._parts.catalog.texts(article.id)]
        return () if not hits or any(_stand(hits, text) for text in texts) else (OTHERS,)

    def standing(self, hits: Sequence[Hit]) -> list[Hit]:
        """Those hits whose words stand where they say, as far as their articles are here.

        Others are of a text that somebody else has under the same name: what would be linked
        is not what was shown.
        """
        texts: dict[str, str | None] = {}
        for id in {hit.article for hit in hits}:
            found = self._parts.catalog.article(id)
            texts[id] = found.text if found else None
        return [
            hit
            for hit in hits
            if (text := texts[hit.article]) is None or text[hit.start : hit.end] == hit.quote
        ]

    def _is_empty(self) -> bool:
        """Whether nobody had put anything in when this began: then nothing can be replaced."""
        if self._empty is None:
            self._empty = not self._parts.index.stats().passages
        return self._empty


def _stand(hits: Iterable[Hit], text: str) -> bool:
    return all(text[hit.start : hit.end] == hit.quote for hit in hits)
