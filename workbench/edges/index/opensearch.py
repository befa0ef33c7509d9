"""The index of a case on OpenSearch: many machines, the same terms, the same candidates.

The name in the address is an alias; the index behind it carries a number of its
own. To build it anew, another one is filled and the alias moved in one step: who
searches meanwhile finds the old one, whole.
"""

import os
import re
from collections.abc import Iterable
from functools import partial

from opensearchpy.exceptions import RequestError

from workbench.core.candidates.hits import (
    Filters,
    Hit,
    IndexedPassage,
    IndexStats,
    PassageQuery,
    QueryTerm,
)
from workbench.edges.engines import Address
from workbench.edges.index.cluster import SECONDS, Answer, Cluster
from workbench.edges.index.kept_fields import (
    LAYOUT,
    MOST_FUZZY,
    RARE,
    SHORTEST_FUZZY,
    Pending,
    hit_of,
)
from workbench.edges.index.requests import digest, index_body, search_body, upsert
from workbench.errors import CaseDamaged, UsageError

PAGE = 1000
"""Hits of one answer; more are fetched from where the last answer ended."""
BULK = 1000
"""Passages sent at once: some megabytes."""
MOST_WAITING = 20_000
"""Passages kept here until the commit; more are sent ahead of it."""
MOST_ARTICLES = 1000
"""Articles named in one request to delete."""

_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,100}")


class OpenSearchIndex:
    """`PassageIndex` on a cluster; it may be used by several processes at once.

    With `fresh` an empty index is begun, which takes the place of the present one
    at the first commit.
    """

    def __init__(self, address: Address, *, fresh: bool = False, seconds: float = SECONDS) -> None:
        if not address.hosts or not _NAME.fullmatch(address.name):
            raise UsageError("an index is named opensearch://host:9200/name, in small letters")
        self._name = address.name
        self._cluster = Cluster(address, seconds)
        self._client = self._cluster.client
        info = self._cluster.ask(self._client.info)
        self._version = int(info["version"]["number"].split(".")[0])
        self._pending = Pending()
        self._sent = False
        self._building = ""
        self._body = index_body(
            int(address.options.get("shards", "1")), address.options.get("replicas", "0-1")
        )
        if fresh:
            self._begin()
        else:
            self._open()

    def _begin(self) -> None:
        """Make an index under a name that only this instance writes to."""
        tag = os.urandom(4).hex()
        self._building = f"{self._name}-building-{tag}"
        self._create(f"{self._name}-v{LAYOUT}-{tag}", self._building)

    def _open(self) -> None:
        ask, indices = self._cluster.ask, self._client.indices
        if not ask(lambda: indices.exists_alias(name=self._name)):
            self._create(f"{self._name}-v{LAYOUT}-0", self._name)
        mappings = ask(lambda: indices.get_mapping(index=self._name))
        layouts = {m["mappings"].get("_meta", {}).get("layout") for m in mappings.values()}
        if layouts != {LAYOUT}:
            raise CaseDamaged(f"the index {self._name} was made by another version; rebuild it")

    def _create(self, index: str, alias: str) -> None:
        """Make an index under an alias, unless another process just did."""
        body = {**self._body, "aliases": {alias: {"is_write_index": True}}}

        def create() -> None:
            try:
                self._client.indices.create(index=index, body=body)
            except RequestError as error:
                if error.error != "resource_already_exists_exception":
                    raise

        self._cluster.ask(create)

    @property
    def _target(self) -> str:
        return self._building or self._name

    def add(self, passages: Iterable[IndexedPassage]) -> None:
        """Add passages; one of the same article, start and end is replaced."""
        for passage in passages:
            self._pending.add(passage)
            if self._pending.count >= MOST_WAITING:
                self._send()

    def delete(self, articles: Iterable[str]) -> None:
        """Remove every passage of the articles of these ids."""
        for article in articles:
            self._pending.delete(article)

    def commit(self) -> None:
        """Make what was added and deleted visible and lasting."""
        if not (self._pending or self._sent or self._building):
            return
        self._send()
        self._refresh()
        if self._building:
            self._take_over()

    def _send(self) -> None:
        """Send what waits: deletions first, for they see only what is visible."""
        if self._pending.deleted:
            if self._sent:
                self._refresh()
            gone = sorted(map(digest, self._pending.deleted))
            for first in range(0, len(gone), MOST_ARTICLES):
                self._delete(gone[first : first + MOST_ARTICLES])
        waiting = [p for found in self._pending.passages.values() for p in found.values()]
        for first in range(0, len(waiting), BULK):
            batch = [upsert(passage) for passage in waiting[first : first + BULK]]
            self._cluster.bulk(batch, self._target)
        self._sent = True
        self._pending.clear()

    def _delete(self, articles: list[str]) -> None:
        body = {"query": {"terms": {"article": articles}}}
        options = {"conflicts": "proceed", "refresh": "true"}
        target = self._target
        self._cluster.ask(
            lambda: self._client.delete_by_query(index=target, body=body, params=options)
        )

    def _refresh(self) -> None:
        target = self._target
        self._cluster.ask(lambda: self._client.indices.refresh(index=target))
        self._sent = False

    def _take_over(self) -> None:
        """Put the new index in the place of all earlier ones, in one step."""
        indices, building = self._client.indices, self._building
        (own,) = self._cluster.ask(lambda: indices.get_alias(name=building))
        every = self._cluster.ask(lambda: indices.get(index=f"{self._name}-v*"))
        actions: list[Answer] = [
            {"add": {"index": own, "alias": self._name, "is_write_index": True}},
            {"remove": {"index": own, "alias": building}},
        ]
        old = [name for name, found in every.items() if self._name in found["aliases"]]
        actions += [{"remove_index": {"index": name}} for name in old if name != own]
        self._cluster.ask(lambda: indices.update_aliases(body={"actions": actions}))
        self._building = ""

    def search(
        self, query: PassageQuery, k: int = 200, filters: Filters | None = None
    ) -> list[Hit]:
        """The k best hits, best first; an empty query has none.

        The rarity of a word is counted over all shards, not on each by itself.
        """
        if not query.terms or k < 1:
            return []
        body = search_body(query, self._variants(query), filters, self._version)
        hits: list[Hit] = []
        while len(hits) < k:
            size = min(PAGE, k - len(hits))
            page = self._page({**body, "size": size})
            hits += [hit_of(found["_source"]["stored"], found["_score"]) for found in page]
            if len(page) < size:
                break
            body["search_after"] = page[-1]["sort"]
        return hits

    def _page(self, body: Answer) -> list[Answer]:
        options = {
            "search_type": "dfs_query_then_fetch",
            "allow_partial_search_results": "false",
        }
        body = {**body, "timeout": f"{round(self._cluster.seconds * 900)}ms"}
        answer = self._cluster.ask(
            lambda: self._client.search(index=self._name, body=body, params=options)
        )
        found: list[Answer] = answer["hits"]["hits"]
        return found

    def _variants(self, query: PassageQuery) -> list[QueryTerm]:
        """Names that the index hardly holds as they are: one edit of their key is allowed."""
        names = [
            term
            for term in query.terms
            if term.field == "keys" and term.text[:2] == "p:" and len(term.text) >= SHORTEST_FUZZY
        ]
        if not names:
            return []
        lines: list[Answer] = []
        for name in names:
            term = {"term": {"keys": name.text}}
            limit = RARE + 1
            lines += [{}, {"query": term, "size": 0, "track_total_hits": limit}]
        answer = self._cluster.ask(lambda: self._client.msearch(body=lines, index=self._name))
        counts = [self._total(one) for one in answer["responses"]]
        rare = [name for name, count in zip(names, counts, strict=True) if count <= RARE]
        return rare[:MOST_FUZZY]

    def _total(self, answer: Answer) -> int:
        """How many passages one of several searches counted, if all of them were asked."""
        if "error" in answer or answer["_shards"]["failed"] or answer["timed_out"]:
            return RARE + 1  # then no variant is looked for; the search itself will tell
        return int(answer["hits"]["total"]["value"])

    def stats(self) -> IndexStats:
        """How much the index holds."""
        count = {"size": 0, "track_total_hits": True}
        articles = {"articles": {"cardinality": {"field": "article"}}}
        body = {**count, "aggs": articles}
        found = self._cluster.ask(lambda: self._client.search(index=self._name, body=body))
        sizes = self._cluster.ask(lambda: self._client.indices.stats(index=self._name))
        return IndexStats(
            found["hits"]["total"]["value"],
            found["aggregations"]["articles"]["value"],
            sizes["_all"]["total"]["store"]["size_in_bytes"],
        )

    def close(self) -> None:
        """Close the connections; what was not committed is dropped."""
        if self._building:
            building = self._building
            for index in self._cluster.ask(lambda: self._client.indices.get_alias(name=building)):
                self._cluster.ask(partial(self._client.indices.delete, index=index))
            self._building = ""
        self._client.close()
