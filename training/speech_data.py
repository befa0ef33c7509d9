"""The labelled sentences that the parts of speech are fitted and measured on, and their folds."""

import gzip
import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

LABELS = Path(__file__).parent / "labels"
NEVER_READ = 0
"""The fold whose errors nobody reads."""
FOLDS = 3
SPEECH = ("denial", "accusation")
ALL = ("casualty", "quantity", "date", *SPEECH, "statement")


class Span(Protocol):
    """A stretch of a text."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


Documents = dict[tuple[str, str], tuple[str, list["Labelled"]]]


@dataclass(frozen=True)
class Labelled:
    """A labelled sentence: its place, the kinds it must and may have, and who says it.

    `noise` is set where it is boilerplate, which has no kind at all.
    """

    document: str
    start: int
    end: int
    must: frozenset[str]
    may: frozenset[str]
    claimants: tuple[str, ...]
    scored: tuple[str, ...] = SPEECH
    noise: bool = False


def fold_of(document: str) -> int:
    """The fold of a document, 0 to 2, by its name alone."""
    digest = hashlib.blake2b(document.encode(), digest_size=8).hexdigest()
    return int(digest, 16) % FOLDS


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a JSON Lines file, gzipped or not."""
    packed = path.read_bytes()
    text = gzip.decompress(packed) if path.suffix == ".gz" else packed
    yield from map(json.loads, text.decode("utf-8").splitlines())


def labelled_sentences(devdata: Path) -> Documents:
    """The sentences labelled for denials and accusations, by (file, document)."""
    wanted = list(rows(LABELS / "denials-accusations.jsonl"))
    found = _texts(devdata, wanted)
    for row in wanted:
        text, sentences = found[row["file"], row["document"]]
        span = row["claimant"]
        who = (text[slice(*span)],) if span else ()
        must, may = frozenset(row["must"]), frozenset(row["may"])
        sentences.append(Labelled(row["document"], row["start"], row["end"], must, may, who))
    return found


def labelled_articles(devdata: Path) -> Documents:
    """Whole articles, every sentence labelled for all kinds, by (file, document)."""
    wanted = list(rows(LABELS / "news-claims.jsonl"))
    found = _texts(devdata, wanted)
    for row in wanted:
        text, sentences = found[row["file"], row["document"]]
        who = tuple(text[slice(*span)] for span in row["claimants"])
        kinds = frozenset(row["must"]), frozenset(row["may"])
        place = row["document"], row["start"], row["end"]
        sentences.append(Labelled(*place, *kinds, who, ALL, row.get("noise", False)))
    return found


def _texts(devdata: Path, wanted: Iterable[dict[str, Any]]) -> Documents:
    """The labelled documents with their texts, no sentence yet."""
    names: dict[str, set[str]] = {}
    for row in wanted:
        names.setdefault(row["file"], set()).add(row["document"])
    return {
        (file, name): (text, [])
        for file in sorted(names)
        for name, text in _documents(devdata / f"{file}.jsonl.gz")
        if name in names[file]
    }


def _documents(path: Path) -> Iterator[tuple[str, str]]:
    """(name, text) of every document of a file; an incident of `tolls` holds several."""
    for row in rows(path):
        for one in row.get("docs") or (row,):
            yield str(one.get("doc_id") or one["id"]), one["text"]


def labelled_news(gold: Path) -> Documents:
    """The 22 articles labelled for all kinds, by (`news22`, article)."""
    found: Documents = {}
    for row in rows(gold / "news22-claims.jsonl"):
        name = row["article"]
        text = (gold / "news22" / name).read_text(encoding="utf-8")
        _, sentences = found.setdefault(("news22", name), (text, []))
        at = text.find(row["quote"])
        must, may = frozenset(row.get("must", ())), frozenset(row.get("may", ()))
        who = tuple(row.get("claimants", ()))
        place = name, at, at + len(row["quote"])
        sentences.append(Labelled(*place, must, may, who, ALL, bool(row.get("noise"))))
    return found


def same_name(one: str, other: str) -> bool:
    """Whether two names share half of the longer one's words, or one holds the other."""
    a, b = (
        set(re.findall(r"\w+", name.lower())) - {"the", "a", "of", "an"} for name in (one, other)
    )
    return bool(a and b) and (a <= b or b <= a or len(a & b) >= 0.5 * max(len(a), len(b)))


def labelled_own() -> Documents:
    """The project's own labelled articles, invented ones and the corpus, by (`own`, article)."""
    root = Path(__file__).parents[1]
    found: Documents = {}
    for labels, folder in (("own-claims", "tests/gold/own"), ("seeds-claims", "seeds")):
        for row in rows(root / "tests" / "gold" / f"{labels}.jsonl"):
            name = row["article"]
            text = (root / folder / name).read_text(encoding="utf-8")
            _, sentences = found.setdefault(("own", name), (text, []))
            must, may = frozenset(row.get("must", ())), frozenset(row.get("may", ()))
            sentences.append(Labelled(name, row["start"], row["end"], must, may, ()))
    return found


def overlap(one: Span, other: Span) -> bool:
    """Whether two stretches of a text share half of the shorter one."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared >= 0.5 * min(one.end - one.start, other.end - other.start)


def invented() -> Documents:
    """The invented sentences with their kind, each an article by itself, by (`invented`, text)."""
    found: Documents = {}
    for row in rows(LABELS / "invented.jsonl"):
        text, kind = row["text"], row["kind"]
        must = frozenset({kind} if row["label"] else ())
        unsure = frozenset(SPEECH) - {kind}
        _, sentences = found.setdefault(("invented", text), (text, []))
        sentences.append(Labelled(text, 0, len(text), must, unsure, ()))
    return found
