"""The requests that OpenSearch is asked: the same query as the embedded engine's.

Terms go in as they are, in fields that are cut at spaces only; no analyzer, no
query language. OpenSearch from version 3 leaves the constant factor k1 + 1 out of
BM25 (Robertson & Zaragoza, "The Probabilistic Relevance Framework", 2009), version 2
and the embedded engine do not: it is put back, so that scores mean the same.
"""

import hashlib
from collections.abc import Iterator
from typing import Any

from workbench.core.candidates.hits import (
    OWN_ARTICLE,
    Filters,
    IndexedPassage,
    PassageQuery,
    QueryTerm,
)
from workbench.edges.index.kept_fields import LAYOUT, key_of, packed, terms_of

FACTOR = 2.2
"""k1 + 1, with the k1 of 1.2 that both engines have."""
FACTOR_LEFT_OUT = 3
"""The version of OpenSearch from which the factor is missing."""

Json = dict[str, Any]

_TERMS = {"type": "text", "analyzer": "terms", "index_options": "freqs"}
_EXACT = {"type": "keyword"}


def index_body(shards: int, replicas: str) -> Json:
    """Settings and fields of a new index.

    `replicas` is a number, or a range that follows the number of nodes ("0-1").
    """
    key = "auto_expand_replicas" if "-" in replicas else "number_of_replicas"
    return {
        "settings": {
            "number_of_shards": shards,
            key: replicas,
            "analysis": {"analyzer": {"terms": {"type": "custom", "tokenizer": "whitespace"}}},
        },
        "mappings": {
            "dynamic": "strict",
            "_meta": {"layout": LAYOUT},
            "_source": {"includes": ["stored"]},
            "properties": {
                "words": _TERMS,
                "keys": _TERMS,
                "article": _EXACT,
                "start": {"type": "integer"},
                "language": {"type": "keyword", "doc_values": False},
                "published": {"type": "date", "format": "strict_date"},
                "stored": {"type": "keyword", "index": False, "doc_values": False},
            },
        },
    }


def digest(text: str) -> str:
    """SHA-256 (hex): a name of any length and letters as one that an engine takes."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def upsert(passage: IndexedPassage) -> tuple[Json, Json]:
    """The action and the document that add or replace a passage."""
    words, keys = terms_of(passage)
    document = {
        "words": " ".join(words),
        "keys": " ".join(keys),
        "article": digest(passage.article),
        "start": passage.start,
        "stored": packed(passage),
    }
    if passage.language:
        document["language"] = digest(passage.language)
    if passage.published:
        document["published"] = passage.published.isoformat()
    return {"index": {"_id": digest(key_of(passage))}}, document


def search_body(
    query: PassageQuery, variants: list[QueryTerm], filters: Filters | None, version: int
) -> Json:
    """The search for a query; `variants` are the names to be looked for fuzzily.

    `version` is the server's (its first number).
    """
    factor = FACTOR if version >= FACTOR_LEFT_OUT else 1.0
    should = [_weighted(term, factor) for term in query.terms]
    should += [_variant(name) for name in variants]
    if query.article:
        should.append(_constant({"term": {"article": digest(query.article)}}, OWN_ARTICLE))
    wanted: Json = {"should": should, "minimum_should_match": 1}
    if filters is not None:
        wanted |= {"filter": list(_filtered(filters)), "must_not": list(_left_out(filters))}
    return {
        "query": {"bool": wanted},
        "sort": [{"_score": "desc"}, {"article": "asc"}, {"start": "asc"}],
        "_source": ["stored"],
        "track_total_hits": False,
        "track_scores": True,
    }


def _weighted(term: QueryTerm, factor: float) -> Json:
    return {"term": {term.field: {"value": term.text, "boost": term.weight * factor}}}


def _variant(name: QueryTerm) -> Json:
    fuzzy = {"value": name.text, "fuzziness": 1, "max_expansions": 200, "transpositions": True}
    return _constant({"fuzzy": {"keys": fuzzy}}, name.weight)


def _constant(query: Json, score: float) -> Json:
    return {"constant_score": {"filter": query, "boost": score}}


def _filtered(filters: Filters) -> Iterator[Json]:
    if filters.articles:
        yield {"terms": {"article": sorted(map(digest, filters.articles))}}
    if filters.language:
        yield {"term": {"language": digest(filters.language)}}
    days = {"gte": filters.published_from, "lte": filters.published_to}
    known = {bound: day.isoformat() for bound, day in days.items() if day}
    if known:
        yield {"range": {"published": known}}


def _left_out(filters: Filters) -> Iterator[Json]:
    if filters.without_articles:
        yield {"terms": {"article": sorted(map(digest, filters.without_articles))}}
