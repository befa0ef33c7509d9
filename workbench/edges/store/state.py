"""What the journals come to: every record as it stands, and what is in conflict.

A change tells the record before it and after it. Where the record before it is
the one at hand, the change simply follows. Where it is not, two copies of the
case have changed the record apart from each other: both versions are kept until
somebody decides. The outcome does not depend on the order in which the journals
of different copies are read.
"""

from collections.abc import Iterable
from typing import Any

from workbench.core.verdicts.records import Document, content, digest, to_json

Key = tuple[str, str]
Tables = dict[str, dict[str, Document]]


class State:
    """Records by type and id, claims' records, versions in conflict, and last entries.

    `tables` is what TinyDB reads: `{type: {id: document}}`. Deleted records are kept
    beside it, in the same shape, for their revisions go on counting.
    `heads` are the hashes that no entry has followed yet, each with its clock.
    """

    def __init__(self) -> None:
        self.tables: Tables = {}
        self.deleted: Tables = {}
        self.claims: dict[str, set[Key]] = {}
        self.contested: dict[Key, list[Document]] = {}
        self.heads: dict[str, int] = {}
        self.clock = 0
        self.latest = ""

    def index(self) -> None:
        """Fill the index of claims from the records (after a snapshot was read)."""
        for kind, table in (*self.tables.items(), *self.deleted.items()):
            for name, doc in table.items():
                if (claim := doc["claim"]) is not None:
                    self.claims.setdefault(claim, set()).add((kind, name))

    def says_the_same(self, other: "State") -> bool:
        """Whether two states hold the same records, deleted and contested ones too."""
        return (self.tables, self.deleted, self.contested) == (
            other.tables, other.deleted, other.contested,
        )  # fmt: skip

    def current(self, key: Key) -> Document | None:
        """The record as it stands, a deleted one included. Not a copy."""
        kind, name = key
        live = self.tables.get(kind, {}).get(name)
        return live if live is not None else self.deleted.get(kind, {}).get(name)

    def apply(self, entry: dict[str, Any], hash_: str) -> Key:
        """Take in one entry of a journal; gives the key of the record it changed."""
        before, after = entry["before"], entry["after"]
        key = (entry["type"], entry["id"])
        self._settle(key, before, after, entry.get("resolves", ()))
        for followed in entry["previous"]:
            self.heads.pop(followed, None)
        self.heads[hash_] = entry["clock"]
        self.clock = max(self.clock, entry["clock"])
        self.latest = max(self.latest, after["at"])
        return key

    def _settle(
        self, key: Key, before: Document | None, after: Document, resolves: Iterable[str]
    ) -> None:
        versions = self.contested.pop(key, None)
        current = self.current(key)
        if versions is None:
            if current == before:
                self._set(key, after)
                return
            versions = [] if current is None else [current]
        done = set(resolves)
        left = [doc for doc in versions if doc != before and digest(doc) not in done]
        if after not in left:
            left.append(after)
        if len(left) > 1:
            self.contested[key] = sorted(left, key=_precedence)
        self._set(key, max(left, key=_precedence))

    def _set(self, key: Key, doc: Document) -> None:
        old = self.current(key)
        if old is not None and old["claim"] is not None and old["claim"] != doc["claim"]:
            self.claims[old["claim"]].discard(key)
        if doc["claim"] is not None:
            self.claims.setdefault(doc["claim"], set()).add(key)
        into, out = self.tables, self.deleted
        if doc.get("deleted"):
            into, out = out, into
        into.setdefault(key[0], {})[key[1]] = doc
        out.get(key[0], {}).pop(key[1], None)

    def conflict(self, key: Key) -> list[Document]:
        """The versions between which somebody has to decide; empty where none do.

        Versions that say the same are no conflict, whoever wrote them.
        """
        versions = self.contested.get(key, [])
        return versions if any(content(doc) != content(versions[0]) for doc in versions) else []


def key_of(doc: Document) -> Key:
    """Type and id of a record."""
    return doc["type"], doc["id"]


def _precedence(doc: Document) -> tuple[int, str, str]:
    """Which of several versions is shown until one is chosen: the same on every machine."""
    return doc["revision"], doc["at"], to_json(doc)
