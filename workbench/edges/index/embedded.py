"""The embedded index: tantivy on disk, in the case's own folder.

Term queries are built one by one, never parsed from text, so no word of an
article is read as query syntax. The writer is held only between the first
change and its commit: another process can write in between, and readers follow
on their next search. A file of our own says which layout the index has.
"""

import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import tantivy

from workbench.core.candidates.hits import (
    OWN_ARTICLE,
    Filters,
    Hit,
    IndexedPassage,
    IndexStats,
    PassageQuery,
)
from workbench.edges.index.kept_fields import (
    LAYOUT,
    MOST_FUZZY,
    RARE,
    SHORTEST_FUZZY,
    hit_of,
    key_of,
    packed,
    terms_of,
)
from workbench.edges.index.soundness import Soundness
from workbench.edges.inside import Inside
from workbench.errors import CaseDamaged, CaseLocked

HEAP = 64_000_000
"""Bytes the writer may hold before it writes a segment; tantivy's floor is 15 MB a thread."""
MOST_SEGMENTS = 12
"""Segments from which a commit waits for the merging threads."""
_SHOULD, _MUST, _NOT = tantivy.Occur.Should, tantivy.Occur.Must, tantivy.Occur.MustNot


class EmbeddedIndex:
    """`PassageIndex` on tantivy; one instance may be read by several threads."""

    def __init__(self, folder: Path | Inside) -> None:
        """Open or make the index. Raises CaseUnsafe where a file in it is no plain one."""
        self._folder = Inside.of(folder)
        self._meta = self._folder / "meta.json"
        self._soundness = Soundness(self._folder)
        self._writer: tantivy.IndexWriter | None = None
        self._new: set[str] = set()
        self._added: set[str] = set()
        with self._guard():
            self._index = self._open()
            self._index.config_reader("manual")
            self._index.reload()
            self._seen = self._stamp()
            self._searcher = self._index.searcher()

    def add(self, passages: Iterable[IndexedPassage]) -> None:
        with self._guard():
            for passage in passages:
                writer = self._writing()
                key = key_of(passage)
                if key in self._added or not self._is_new(passage.article):
                    writer.delete_documents_by_term("key", key)
                self._added.add(key)
                writer.add_document(_document(passage, key))

    def delete(self, articles: Iterable[str]) -> None:
        with self._guard():
            for article in articles:
                self._writing().delete_documents_by_term("article", article)

    def commit(self) -> None:
        if self._writer is None:
            return
        with self._guard():
            self._writer.commit()
            self._reload(self._stamp())
            if self._searcher.num_segments > MOST_SEGMENTS:
                self._writer.wait_merging_threads()
            self._release()
            self._reload(self._stamp())
            self._share()

    def _share(self) -> None:
        """Let who shares the folder read and write the files, which the engine makes for one."""
        self._folder.share()

    def search(
        self, query: PassageQuery, k: int = 200, filters: Filters | None = None
    ) -> list[Hit]:
        if not query.terms or k < 1:
            return []
        with self._guard():
            self._refresh()
            searcher = self._searcher
            found = searcher.search(self._query(query, filters), k, count=False)
            return [
                hit_of(searcher.doc(address)["stored"][0], score) for score, address in found.hits
            ]

    def stats(self) -> IndexStats:
        with self._guard():
            self._refresh()
            articles = self._searcher.cardinality(tantivy.Query.all_query(), "article")
            found = ((self._folder / name).status() for name in self._folder.names())
            size = sum(one.st_size for one in found if one and stat.S_ISREG(one.st_mode))
            return IndexStats(self._searcher.num_docs, round(articles), size)

    def close(self) -> None:
        self._release()

    def _open(self) -> tantivy.Index:
        layout = self._folder / "layout"
        if self._meta.exists():
            if not layout.exists() or layout.read(100) != LAYOUT.encode():
                raise CaseDamaged(f"{self._folder} was made by another version; rebuild it")
            self._soundness.check()
            found = tantivy.Index.open(str(self._folder.plain_tree()))
            if found.schema != _schema():
                raise CaseDamaged(f"{self._meta} names other fields; rebuild the index")
            return found
        if any(name.endswith(".term") for name in self._folder.names()):
            raise CaseDamaged(f"{self._meta} is missing; rebuild the index")
        self._folder.make_folder()
        layout.write(LAYOUT.encode())
        made = tantivy.Index(_schema(), str(self._folder.plain_tree()))
        self._folder.share()
        return made

    def _writing(self) -> tantivy.IndexWriter:
        if self._writer is None:
            try:
                self._writer = self._index.writer(HEAP, 1)
            except ValueError as error:
                if "lock" not in str(error).lower():
                    raise
                raise CaseLocked(f"another process is writing to {self._folder}") from error
            self._refresh()
        return self._writer

    def _release(self) -> None:
        self._writer = None
        self._new = set()
        self._added = set()

    def _is_new(self, article: str) -> bool:
        """Whether no committed passage is of this article, so that none is replaced."""
        if article in self._new:
            return True
        if self._searcher.doc_freq("article", article):
            return False
        self._new.add(article)
        return True

    def _stamp(self) -> tuple[int, int, int]:
        found = self._meta.status()
        if found is None:
            raise FileNotFoundError(f"{self._meta} is gone")
        return found.st_mtime_ns, found.st_size, found.st_ino

    def _refresh(self) -> None:
        """Read the last commit, of whichever process; a missing index raises."""
        stamp = self._stamp()
        if stamp != self._seen:
            self._soundness.check()
            self._reload(stamp)

    def _reload(self, stamp: tuple[int, int, int]) -> None:
        """Read a commit; what this process has just written is not looked at."""
        self._index.reload()
        self._searcher = self._index.searcher()
        self._seen = stamp

    @contextmanager
    def _guard(self) -> Iterator[None]:
        """Turn what the engine raises on missing or broken files into `CaseDamaged`."""
        try:
            yield
        except (OSError, ValueError, IndexError) as error:
            raise CaseDamaged(f"the index in {self._folder} does not read: {error}") from error
        except BaseException as error:
            if type(error).__name__ != "PanicException":  # the engine's abort has no other name
                raise
            raise CaseDamaged(f"the index in {self._folder} does not read: {error}") from error

    def _query(self, query: PassageQuery, filters: Filters | None) -> tantivy.Query:
        schema = self._index.schema
        clauses = [
            (_SHOULD, _weighted(schema, term.field, term.text, term.weight)) for term in query.terms
        ]
        clauses += [(_SHOULD, fuzzy) for fuzzy in self._fuzzy(query)]
        if query.article:
            own = tantivy.Query.term_query(schema, "article", query.article, "basic")
            clauses.append((_SHOULD, tantivy.Query.const_score_query(own, OWN_ARTICLE)))
        wanted = tantivy.Query.boolean_query(clauses)
        if filters is None:
            return wanted
        return tantivy.Query.boolean_query([(_MUST, wanted), *_filtered(schema, filters)])

    def _fuzzy(self, query: PassageQuery) -> Iterator[tantivy.Query]:
        """Names that the index does not hold as they are, by one edit of their key."""
        names = (t for t in query.terms if t.field == "keys" and t.text.startswith("p:"))
        rare = [
            name
            for name in names
            if len(name.text) >= SHORTEST_FUZZY
            and self._searcher.doc_freq("keys", name.text) <= RARE
        ]
        for name in rare[:MOST_FUZZY]:
            fuzzy = tantivy.Query.fuzzy_term_query(self._index.schema, "keys", name.text, 1)
            yield tantivy.Query.boost_query(fuzzy, name.weight)


class MemoryIndex(EmbeddedIndex):
    """The same in memory, for a place where nothing can be written; it begins empty."""

    def _open(self) -> tantivy.Index:
        return tantivy.Index(_schema())

    def _stamp(self) -> tuple[int, int, int]:
        return 0, 0, 0

    def _refresh(self) -> None:
        self._reload(self._stamp())

    def _share(self) -> None:
        """There are no files."""


def erase(folder: Inside) -> None:
    """Remove an index so that an empty one can be opened in its place."""
    folder.delete()


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("words", tokenizer_name="whitespace", index_option="freq")
    builder.add_text_field("keys", tokenizer_name="whitespace", index_option="freq")
    builder.add_text_field("article", tokenizer_name="raw", index_option="basic", fast=True)
    builder.add_text_field("key", tokenizer_name="raw", index_option="basic")
    builder.add_text_field("language", tokenizer_name="raw", index_option="basic")
    builder.add_integer_field("published", indexed=True, fast=True)
    builder.add_bytes_field("stored", stored=True)
    return builder.build()


def _document(passage: IndexedPassage, key: str) -> tantivy.Document:
    words, keys = terms_of(passage)
    document = tantivy.Document()
    document.add_text("words", " ".join(words))
    document.add_text("keys", " ".join(keys))
    document.add_text("article", passage.article)
    document.add_text("key", key)
    if passage.language:
        document.add_text("language", passage.language)
    if passage.published:
        document.add_integer("published", passage.published.toordinal())
    document.add_bytes("stored", packed(passage).encode())
    return document


def _weighted(schema: tantivy.Schema, field: str, text: str, weight: float) -> tantivy.Query:
    term = tantivy.Query.term_query(schema, field, text, "freq")
    return term if weight == 1.0 else tantivy.Query.boost_query(term, weight)


def _filtered(
    schema: tantivy.Schema, filters: Filters
) -> Iterator[tuple[tantivy.Occur, tantivy.Query]]:
    query = tantivy.Query
    if filters.articles:
        yield _MUST, query.term_set_query(schema, "article", sorted(filters.articles))
    if filters.without_articles:
        yield _NOT, query.term_set_query(schema, "article", sorted(filters.without_articles))
    if filters.language:
        yield _MUST, query.term_query(schema, "language", filters.language, "basic")
    if filters.published_from or filters.published_to:
        first = (filters.published_from or date.min).toordinal()
        last = (filters.published_to or date.max).toordinal()
        yield (
            _MUST,
            query.range_query(schema, "published", tantivy.FieldType.Integer, first, last),
        )
