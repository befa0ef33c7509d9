"""Quotes against the seeds themselves: bytes read again, not what the catalogue says of them.

The catalogue holds the texts that were read from `seeds/`, and can be altered like any
file. What is published has to stand in the source, so the sources of what is quoted are
read once more where it matters: in `verify`, at the gate, for bundles.
"""

from collections.abc import Callable, Iterable

from workbench.case.context import Parts
from workbench.case.importing.columns import Columns
from workbench.core.evidence.anchors import Anchor
from workbench.edges.readers import Reading, finished, rows_of_seed


class SeedTexts:
    """The texts of quoted articles, as their seeds say them today; each file is read once."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._texts: dict[str, tuple[str, ...]] = {}
        self._files: dict[str, tuple[str, ...]] = {}
        """Article → the file of each of its texts."""
        self._versions: dict[str, list[str]] = {}
        self._quoted: dict[str, set[str]] = {}

    def forget(self) -> None:
        """Read anew: sources may have come in."""
        self._texts, self._files, self._versions, self._quoted = {}, {}, {}, {}

    def hold(self, article: str, text: str, quotes: Iterable[str]) -> bool:
        """Whether the seeds hold a text, or else all that is quoted of it.

        A text may differ from what was read of the same bytes by older rules of reading;
        its quotes stand all the same.
        """
        wanted = tuple(quotes)
        return self._found(
            article, lambda one: one == text or all(quote in one for quote in wanted)
        )

    def file_of(self, article: str, text: str) -> str:
        """The file in `seeds/` from which a text of an article is read today, "" for none."""
        self._found(article, lambda one: one == text)
        files = self._files.get(article, ())
        return next(
            (name for name, one in zip(files, self._of(article), strict=False) if one == text), ""
        )

    def say(self, article: str, quote: str) -> bool:
        """Whether a seed of the article says these words."""
        return self._found(article, lambda text: quote in text)

    def _found(self, article: str, fits: Callable[[str], bool]) -> bool:
        """Whether a text of the article fits; what is known is read anew before that is denied."""
        listed = bool(self._versions)
        if any(map(fits, self._of(article))):
            return True
        if listed:
            self.forget()
        return listed and any(map(fits, self._of(article)))

    def _of(self, article: str) -> tuple[str, ...]:
        if article not in self._texts:
            self._read(article.partition("#")[0], article)
        return self._texts.setdefault(article, ())

    def _read(self, seed: str, article: str) -> None:
        """Read all versions of a seed; keep the texts of the article and of others quoted."""
        self._look_round()
        wanted = self._quoted.setdefault(seed, set())
        wanted.add(article)
        found: dict[str, list[tuple[str, str]]] = {id: [] for id in wanted}
        columns = Columns(self._parts).of(seed)
        for name in self._versions.get(seed, ()):
            rows = rows_of_seed(self._parts.seeds.place(name), seed, columns=columns)
            for read in map(finished, rows):
                if isinstance(read, Reading) and read.article.id in wanted:
                    found[read.article.id].append((name, read.article.text))
        self._texts |= {id: tuple(text for _, text in texts) for id, texts in found.items()}
        self._files |= {id: tuple(name for name, _ in texts) for id, texts in found.items()}

    def _look_round(self) -> None:
        """Note once which versions each seed has, and which articles of it any record quotes."""
        if self._versions:
            return
        for one in self._parts.seeds:
            self._versions.setdefault(one.id, []).append(self._parts.seeds.name(one))
        for doc in self._parts.store.scan():
            if "anchor" in doc:
                article = Anchor(**doc["anchor"]).article
                self._quoted.setdefault(article.partition("#")[0], set()).add(article)
