"""The peers that matching is measured against: bare tantivy, SQLite FTS5 and bm25s.

Each has a function that builds it over a file of passages and one that gives a function
to ask it with.
"""

import json
import re
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import tantivy

DEPTH = 200
"""Hits that a peer without a rerank is asked for."""
TOP = 20
"""Hits that are shown."""
Find = Callable[[str], Sequence[str]]
"""A text to the passages that are found for it."""


def lines_of(path: Path) -> Iterator[str]:
    """The passages that were written, one by one."""
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def build_bare(path: Path, folder: Path) -> None:
    """tantivy as it comes: default tokenizer, with the text."""
    folder.mkdir()
    schema = tantivy.SchemaBuilder().add_text_field("text", stored=True).build()
    index = tantivy.Index(schema, str(folder))
    writer = index.writer(128_000_000, 1)
    for quote in lines_of(path):
        writer.add_document(tantivy.Document(text=quote))
    writer.commit()
    writer.wait_merging_threads()


def build_fts5(path: Path, folder: Path) -> None:
    """SQLite FTS5 with its Porter tokenizer."""
    folder.mkdir()
    store = sqlite3.connect(folder / "fts.db")
    store.execute("create virtual table p using fts5(text, tokenize='porter unicode61')")
    store.executemany("insert into p values (?)", ((quote,) for quote in lines_of(path)))
    store.commit()


def build_bm25s(path: Path, folder: Path) -> None:
    """bm25s, which keeps numbers of passages only."""
    import bm25s  # noqa: PLC0415

    model = bm25s.BM25()
    texts = list(lines_of(path))
    model.index(bm25s.tokenize(texts, show_progress=False), show_progress=False)
    model.save(str(folder))


def ask_bare(folder: Path) -> Find:
    """Ask bare tantivy for its first twenty."""
    index = tantivy.Index.open(str(folder))
    searcher = index.searcher()

    def find(text: str) -> Sequence[str]:
        query, _ = index.parse_query_lenient(re.sub(r"[^\w\s]", " ", text), ["text"])
        return [searcher.doc(at)["text"][0] for _, at in searcher.search(query, TOP).hits]

    return find


def ask_fts5(folder: Path) -> Find:
    """Ask SQLite, ranked by its bm25."""
    store = sqlite3.connect(folder / "fts.db")

    def find(text: str) -> Sequence[str]:
        match = " OR ".join(f'"{word}"' for word in re.findall(r"\w+", text))
        sql = "select text from p where p match ? order by rank limit ?"
        return [row[0] for row in store.execute(sql, (match, DEPTH))]

    return find


def ask_bm25s(folder: Path, passages: Sequence[str]) -> Find:
    """Ask bm25s; the texts are looked up in the list."""
    import bm25s  # noqa: PLC0415

    model = bm25s.BM25.load(str(folder))

    def find(text: str) -> Sequence[str]:
        query = bm25s.tokenize([text], show_progress=False)
        found, _ = model.retrieve(query, k=min(DEPTH, len(passages)), show_progress=False)
        return [passages[i] for i in found[0]]

    return find
