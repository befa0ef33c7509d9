"""The tables of an index on PostgreSQL: passages under their terms, and how rare each is."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, LiteralString

from psycopg import sql

from workbench.core.candidates.hits import (
    OWN_ARTICLE,
    Filters,
    IndexedPassage,
    IndexStats,
    QueryTerm,
)
from workbench.edges.database import Cursor, Migration
from workbench.edges.index.kept_fields import key_of, packed, terms_of
from workbench.edges.index.requests import digest

K1, B = 1.2, 0.75
"""The constants of BM25 in the embedded engine."""
SIMILAR = 0.3
"""Share of trigrams that two spellings of one name have in common."""

_TABLES: tuple[LiteralString, ...] = (
    "CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public",
    """CREATE TABLE passages (
        key text PRIMARY KEY, article text NOT NULL, language text, published date,
        words text NOT NULL, keys text NOT NULL, terms tsvector NOT NULL, stored text NOT NULL)""",
    "CREATE INDEX passages_terms ON passages USING gin (terms)",
    "CREATE INDEX passages_article ON passages (article)",
    "CREATE TABLE terms (term text PRIMARY KEY, passages bigint NOT NULL)",
    "CREATE INDEX terms_trigrams ON terms USING gin (term public.gin_trgm_ops)"
    " WHERE starts_with(term, 'kp:')",
    "CREATE TABLE totals (passages bigint NOT NULL, words bigint NOT NULL, keys bigint NOT NULL)",
    "INSERT INTO totals VALUES (0, 0, 0)",
)


def _first_tables(cursor: Cursor) -> None:
    for statement in _TABLES:
        cursor.execute(statement)


MIGRATIONS: tuple[Migration, ...] = (_first_tables,)
"""What each version of the program adds to the tables, in order."""


@dataclass(frozen=True, slots=True)
class Row:
    """A passage that was fetched: its terms in order, and what a hit is made of."""

    article: str
    words: str
    keys: str
    stored: str


@dataclass(frozen=True, slots=True)
class Collection:
    """How many passages there are, how long on average, and how many have each term."""

    passages: int
    lengths: Mapping[str, float]
    frequencies: Mapping[str, int]

    def frequency(self, term: QueryTerm) -> int:
        """Passages that have a term."""
        return self.frequencies.get(lexeme(term.field, term.text), 0)

    def rarity(self, term: QueryTerm) -> float:
        """BM25's inverse document frequency."""
        count = self.frequency(term)
        return math.log(1 + (self.passages - count + 0.5) / (count + 0.5))


def lexeme(field: str, text: str) -> str:
    """A term as it stands in the tsvector: its field's first letter, then the term."""
    return field[0] + text


def clear(cursor: Cursor) -> None:
    """Remove every passage; others see them until the transaction ends."""
    cursor.execute("DELETE FROM passages")
    cursor.execute("DELETE FROM terms")
    cursor.execute("UPDATE totals SET passages = 0, words = 0, keys = 0")


def remove(cursor: Cursor, articles: Sequence[str]) -> None:
    """Remove all passages of these articles."""
    if articles:
        statement = "DELETE FROM passages WHERE article = ANY(%s) RETURNING words, keys"
        cursor.execute(statement, [[digest(article) for article in articles]])
        _count(cursor, cursor.fetchall(), -1)


def insert(cursor: Cursor, passages: Sequence[IndexedPassage]) -> None:
    """Add passages, in the place of those that have the same key."""
    if not passages:
        return
    rows = [_row(passage) for passage in passages]
    statement = "DELETE FROM passages WHERE key = ANY(%s) RETURNING words, keys"
    cursor.execute(statement, [[row[0] for row in rows]])
    _count(cursor, cursor.fetchall(), -1)
    with cursor.copy("COPY passages FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)
    _count(cursor, [(row[4], row[5]) for row in rows], 1)


def _row(passage: IndexedPassage) -> tuple[Any, ...]:
    words, keys = terms_of(passage)
    lexemes = {lexeme("words", word) for word in words} | {lexeme("keys", key) for key in keys}
    language = digest(passage.language) if passage.language else None
    return (
        digest(key_of(passage)), digest(passage.article), language, passage.published,
        " ".join(words), " ".join(keys), " ".join(map(quoted, sorted(lexemes))), packed(passage),
    )  # fmt: skip


def quoted(text: str) -> str:
    """A lexeme as tsvector and tsquery read it, whatever characters it has."""
    return "'" + text.replace("\\", "\\\\").replace("'", "''") + "'"


def _count(cursor: Cursor, rows: Iterable[tuple[Any, ...]], sign: int) -> None:
    """Keep the numbers of passages with each term, in one order so that none wait in a ring."""
    counts: Counter[str] = Counter()
    total = words_total = keys_total = 0
    for words, keys in rows:
        found, names = words.split(), keys.split()
        counts.update({lexeme("words", w) for w in found} | {lexeme("keys", n) for n in names})
        total, words_total, keys_total = (
            total + 1,
            words_total + len(found),
            keys_total + len(names),
        )
    if not total:
        return
    changed = sorted(counts.items())
    cursor.execute(
        "UPDATE totals SET passages = passages + %s, words = words + %s, keys = keys + %s",
        [sign * total, sign * words_total, sign * keys_total],
    )
    cursor.execute(
        "INSERT INTO terms SELECT * FROM unnest(%s::text[], %s::bigint[])"
        " ON CONFLICT (term) DO UPDATE SET passages = terms.passages + excluded.passages",
        [[term for term, _ in changed], [sign * count for _, count in changed]],
    )


def collection(cursor: Cursor, terms: Sequence[QueryTerm]) -> Collection:
    """What BM25 has to know about these terms."""
    cursor.execute("SELECT passages, words, keys FROM totals")
    passages, words, keys = cursor.fetchone() or (0, 0, 0)
    wanted = [lexeme(term.field, term.text) for term in terms]
    cursor.execute("SELECT term, passages FROM terms WHERE term = ANY(%s)", [wanted])
    count = max(1, passages)
    lengths = {"words": max(1, words) / count, "keys": max(1, keys) / count}
    return Collection(passages, lengths, dict(cursor.fetchall()))


def similar(cursor: Cursor, name: str) -> list[str]:
    """Keys of names that share enough trigrams with one."""
    cursor.execute(
        "SELECT substr(term, 2) FROM terms WHERE starts_with(term, 'kp:') AND passages > 0"
        " AND term %% %s AND similarity(term, %s) >= %s LIMIT 200",
        [lexeme("keys", name), lexeme("keys", name), SIMILAR],
    )
    return [term for (term,) in cursor.fetchall()]


_FETCH = sql.SQL("""
    WITH best AS MATERIALIZED (
        SELECT ctid AS place FROM passages
        WHERE (terms @@ %(any)s::tsquery OR article = %(own)s)
          AND (%(articles)s::text[] IS NULL OR article = ANY(%(articles)s))
          AND NOT article = ANY(%(without)s)
          AND (%(language)s::text IS NULL OR language = %(language)s)
          AND (%(from)s::date IS NULL OR published >= %(from)s)
          AND (%(to)s::date IS NULL OR published <= %(to)s)
        ORDER BY {score} DESC, length(words), key
        LIMIT %(most)s)
    SELECT article, words, keys, stored FROM passages
    WHERE ctid = ANY(ARRAY(SELECT place FROM best)) ORDER BY ctid""")
_OWN = sql.SQL("CASE WHEN article = %(own)s THEN %(bonus)s::float8 ELSE 0 END")
_HAS = sql.SQL("CASE WHEN terms @@ {query}::tsquery THEN {weight}::float8 ELSE 0 END")


def fetch(
    cursor: Cursor,
    sought: Mapping[QueryTerm, float],
    most: int,
    own: str,
    filters: Filters | None,
) -> list[Row]:
    """The passages with the most of the sought terms, by the terms' weights.

    Passages of the article `own` are fetched too. They come in the order in which
    they were added: where two score the same, the embedded engine gives that one.
    """
    queries = [quoted(lexeme(term.field, term.text)) for term in sought]
    if not queries and not own:
        return []
    limits = filters or Filters()
    terms = {f"q{place}": query for place, query in enumerate(queries)}
    weights = {f"w{place}": weight for place, weight in enumerate(sought.values())}
    parts = [
        _HAS.format(query=sql.Placeholder(query), weight=sql.Placeholder(weight))
        for query, weight in zip(terms, weights, strict=True)
    ]
    values = {
        "any": " | ".join(queries),
        "own": digest(own) if own else "",
        "bonus": OWN_ARTICLE,
        "articles": [digest(one) for one in limits.articles] or None,
        "without": [digest(one) for one in limits.without_articles],
        "language": digest(limits.language) if limits.language else None,
        "from": limits.published_from,
        "to": limits.published_to,
        "most": most,
    }
    statement = _FETCH.format(score=sql.SQL(" + ").join([_OWN, *parts]))
    cursor.execute(statement, values | terms | weights)
    return [Row(*row) for row in cursor.fetchall()]


@dataclass(frozen=True, slots=True)
class Scale:
    """What each term is worth: BM25's of a query, by field and term, and what is constant."""

    weights: Mapping[str, Mapping[str, float]]
    lengths: Mapping[str, float]
    variants: Mapping[str, float]
    own: str

    def score(self, row: Row) -> float:
        """BM25 of a passage, with what a variant spelling and the claim's own article give."""
        total = OWN_ARTICLE if row.article == self.own else 0.0
        keys = row.keys.split()
        for field, found in (("words", row.words.split()), ("keys", keys)):
            weights = self.weights[field]
            saturation = K1 * (1 - B + B * len(found) / self.lengths[field])
            for term, count in Counter(term for term in found if term in weights).items():
                total += weights[term] * count * (K1 + 1) / (count + saturation)
        return total + sum(self.variants[key] for key in self.variants.keys() & set(keys))


def scale(
    terms: Sequence[QueryTerm],
    variants: Mapping[QueryTerm, float],
    own: str,
    collection: Collection,
) -> Scale:
    """The scale on which the passages of one query are put in order."""
    weights: dict[str, dict[str, float]] = {"words": {}, "keys": {}}
    for term in terms:
        weights[term.field][term.text] = term.weight * collection.rarity(term)
    constant = {name.text: weight for name, weight in variants.items()}
    return Scale(weights, collection.lengths, constant, digest(own) if own else "")


def stats(cursor: Cursor) -> IndexStats:
    """How much there is: passages, articles, bytes with all indexes."""
    cursor.execute(
        "SELECT (SELECT passages FROM totals), (SELECT count(DISTINCT article) FROM passages),"
        " pg_total_relation_size('passages') + pg_total_relation_size('terms')"
    )
    passages, articles, size = cursor.fetchone() or (0, 0, 0)
    return IndexStats(passages, articles, size)
