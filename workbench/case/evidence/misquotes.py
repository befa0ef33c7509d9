"""Quotes that stand nowhere: each record's words against the text they were taken from."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from workbench.case.context import Parts
from workbench.case.evidence.quotes_in_seeds import SeedTexts

REINDEX = "the derived data was altered, `workbench reindex` makes it again"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong: where, and what."""

    where: str
    what: str


def misquoted(parts: Parts) -> Iterator[Finding]:
    """Every quote that does not stand in the revision it was taken from, or in no seed.

    Goes article by article, so that each text is read once.
    """
    seeds = SeedTexts(parts)
    quoting = [doc for doc in parts.store.scan() if "anchor" in doc]
    for (id, revision), docs in groupby(sorted(quoting, key=_source), key=_source):
        article = parts.catalog.article(id, revision)
        for doc in docs:
            start, end, quote = (doc["anchor"][name] for name in ("start", "end", "quote"))
            where = f"{doc['type']} {doc['id']}"
            if not article:
                what = f"quotes {id}, revision {revision}, which is not in seeds/"
                yield Finding(where, what)
            elif article.text[start:end] != quote:
                yield Finding(where, f"quotes what does not stand in {id} at {start}")
            elif not seeds.say(id, quote):
                yield Finding(where, f"quotes what no file in seeds/ says ({id}): {REINDEX}")


def _source(doc: Mapping[str, Any]) -> tuple[str, int]:
    """The article and its revision that a record quotes."""
    return doc["anchor"]["article"], doc["anchor"]["revision"]
