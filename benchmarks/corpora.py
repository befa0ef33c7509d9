"""Passages for measurements at size: real text from a folder, replicated with changes."""

import gzip
import json
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

from workbench.core.text.articles import Article
from workbench.core.text.passages import split


def texts_of(folder: Path) -> Iterator[str]:
    """Every text under a folder: .txt, or JSON Lines with "text", "claim" or "docs"."""
    for path in sorted(folder.rglob("*")):
        if path.suffix == ".txt":
            yield path.read_text("utf-8", "replace")
        elif path.name.endswith((".jsonl", ".jsonl.gz")):
            opened = gzip.open if path.suffix == ".gz" else open
            with opened(path, "rt", encoding="utf-8") as lines:
                for row in map(json.loads, lines):
                    yield from _texts_in(row)


def _texts_in(row: dict[str, object]) -> Iterator[str]:
    docs = row.get("docs")
    for one in docs if isinstance(docs, list) else [row]:
        text = one.get("text") or one.get("claim")
        if isinstance(text, str):
            yield text


def passages_of(folder: Path, most: int) -> list[str]:
    """Distinct passages of 40 to 400 characters."""
    found: dict[str, None] = {}
    for text in texts_of(folder):
        for passage in split(Article("", text)).passages:
            if not passage.noise and 40 <= len(passage.quote) <= 400:
                found[passage.quote] = None
        if len(found) >= most:
            break
    return list(found)[:most]


def replicate(real: Sequence[str], size: int, chance: random.Random) -> list[str]:
    """`size` passages: the real ones, then copies with a third of their words exchanged."""
    vocabulary = [word for quote in real[:20_000] for word in quote.split()]
    grown = list(real[:size])
    while len(grown) < size:
        words = chance.choice(real).split()
        if len(words) < 6:
            continue
        for _ in range(max(2, len(words) // 3)):
            words[chance.randrange(len(words))] = chance.choice(vocabulary)
        grown.append(" ".join(words))
    return grown


def asked(passages: Sequence[str], count: int, chance: random.Random) -> list[str]:
    """Queries: passages without a fifth of their words."""
    picked = chance.sample(passages, min(count, len(passages)))
    return [" ".join(w for w in quote.split() if chance.random() > 0.2) for quote in picked]
