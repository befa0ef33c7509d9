"""Checking a bundle on another machine: whether its parts belong together.

The members come as bytes (opening the archive, with its limits, is an edge's work). Each fault
names the member and what is wrong; none means that every byte is as listed, every quote stands in
its text, the ClaimReview says what the verdict says, this claim's history is whole, and the verdict
is what it decided. It cannot prove who made the bundle: for that, compare `manifest_digest` with
what the newsroom published."""

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from workbench.core.publication import Citation, House, PublishedVerdict
from workbench.core.publication.bundle import (
    ANNOTATIONS,
    AROUND,
    ARTICLES,
    CLAIMREVIEW,
    FORMAT,
    HISTORY,
    MANIFEST,
    PROOFS,
    SEARCH,
    SUMS,
    VERDICT,
    VERSION,
    head_of,
    pages,
    sources_of,
)
from workbench.core.publication.claimreview import to_claimreview
from workbench.core.publication.deciding import texts_decided_on, undecided
from workbench.core.publication.verdict_records import from_record
from workbench.errors import UsageError

SAID = ("claimReviewed", "reviewRating", "url", "identifier")
"""What ClaimReviews of all versions of the format say alike."""
TOLD = ("title", "publisher", "url", "published")
"""What a bundle says of an article, as the verdict's citations do."""
Members = Mapping[str, bytes]
UNREADABLE = (ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError)
"""What reading a member of the wrong shape can raise."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What does not fit: the member it is in, and what is wrong with it."""

    member: str
    message: str


def manifest_digest(held: Members) -> str:
    """SHA-256 of the manifest: one short line that stands for the whole bundle."""
    return hashlib.sha256(held.get(MANIFEST, b"")).hexdigest()


def made_by(held: Members) -> str:
    """The program that says it made the pages by its own templates; "" where none does."""
    try:
        return str(_load(held, MANIFEST).get("made_by", ""))
    except (UsageError, *UNREADABLE):
        return ""


def verify(held: Members, program: str = "") -> tuple[Fault, ...]:
    """All faults of a bundle; empty means that it holds together.

    Pages that `program` says it made, this one, are made again and compared.
    """
    faults: list[Fault] = []
    again = program and made_by(held) == program
    for member, rule in (*RULES, *(PAGES if again else ())):
        try:
            faults += [Fault(member, message) for message in rule(held)]
        except UsageError as error:
            faults.append(Fault(member, str(error)))
        except UNREADABLE as error:
            faults.append(Fault(member, f"does not read ({type(error).__name__})"))
    return tuple(faults)


def _manifest(held: Members) -> Iterator[str]:
    listed = _load(held, MANIFEST)
    if listed["format"] != FORMAT or listed["version"] not in range(1, VERSION + 1):
        yield f"is not of the format {FORMAT} 1 to {VERSION}"
    for name, expected in listed["members"].items():
        if name not in held:
            yield f"{name} is missing"
        elif hashlib.sha256(held[name]).hexdigest() != expected["sha256"]:
            yield f"{name} was changed after the bundle was made"
    for name in held:
        if name not in (MANIFEST, *PROOFS) and name not in listed["members"]:
            yield f"{name} was added after the bundle was made"
    parts = _parts(held)
    yield from (f"{name} is no part of a bundle" for name in listed["members"] if name not in parts)


def _parts(held: Members) -> frozenset[str]:
    """The members that a bundle can have: those of its format, and those that it names."""
    articles = _load(held, ARTICLES) if ARTICLES in held else []
    named = {one["member"] for one in articles}
    named |= {one["seed"]["member"] for one in articles if one.get("seed")}
    return NAMES | {name for name in named if name.startswith(("articles/", "seeds/"))}


def _articles(held: Members) -> Iterator[str]:
    cited = sources_of(_verdict(held))
    for one in _load(held, ARTICLES):
        where = cited.get((one["article"], one["revision"]))
        if _version(held) > 1 and (where is None or _told(where) != {n: one[n] for n in TOLD}):
            yield f"says of {one['article']} what the verdict does not"
        if hashlib.sha256(held[one["member"]]).hexdigest() != one["sha256"]:
            yield f"the text of {one['article']}, revision {one['revision']}, has another SHA-256"


def _told(where: Citation) -> dict[str, str | None]:
    day = where.published.isoformat() if where.published else None
    return {
        "title": where.title, "publisher": where.publisher, "url": where.url, "published": day,
    }  # fmt: skip


def _texts(held: Members) -> dict[tuple[str, int], str]:
    return {
        (one["article"], one["revision"]): held[one["member"]].decode("utf-8", "surrogatepass")
        for one in _load(held, ARTICLES)
    }


def _annotations(held: Members) -> Iterator[str]:
    texts, verdict = _texts(held), _verdict(held)
    items = _load(held, ANNOTATIONS)["items"]
    quoted = [(verdict.claim, verdict.citation)]
    quoted += [(item.quote, item.citation) for item in verdict.evidence]
    if len(items) != len(quoted):
        yield f"{len(items)} annotations for {len(quoted)} quotes"
    for number, (item, (quote, where)) in enumerate(zip(items, quoted, strict=False)):
        what = f"evidence {number}" if number else "the claim"
        yield from (f"{what}: {fault}" for fault in _anchor(item["target"], quote, where, texts))


def _anchor(
    target: Mapping[str, Any], quote: str, where: Citation, texts: Mapping[tuple[str, int], str]
) -> Iterator[str]:
    words, place = target["selector"]
    start, end = place["start"], place["end"]
    text = texts[target["state"]["article"], target["state"]["revision"]]
    if (start, end, words["exact"]) != (where.start, where.end, quote):
        yield "the annotation is not of the verdict's quote"
    if not 0 <= start < end or text[start:end] != words["exact"]:
        yield "the quote does not stand in the text"
    around = (text[max(0, start - AROUND) : start], text[end : end + AROUND])
    if around != (words["prefix"], words["suffix"]):
        yield "the words around the quote differ"


def _claimreview(held: Members) -> Iterator[str]:
    house = House(**_load(held, VERDICT)["house"])
    made = to_claimreview(_verdict(held), base_url=house.url, organisation=house.name)
    found = _load(held, CLAIMREVIEW)
    if _version(held) == 1:  # it had other fields
        made, found = ({n: one.get(n) for n in SAID} for one in (made, found))
    if made != found:
        yield "does not say what the verdict says"


def _version(held: Members) -> int:
    return int(_load(held, MANIFEST)["version"])


def _history(held: Members) -> Iterator[str]:
    if _version(held) > 1 and _load(held, MANIFEST)["history_head"] != head_of(held[HISTORY]):
        yield "does not end with the entry that the manifest names: entries were cut off or added"
    known: set[str] = set()
    for number, line in enumerate(held[HISTORY].decode().splitlines(), 1):
        entry = json.loads(line)
        if entry["payload"]:
            if hashlib.sha256(entry["payload"].encode()).hexdigest() != entry["hash"]:
                yield f"entry {number} was altered after it was written"
            if json.loads(entry["payload"])["previous"] != entry["previous"]:
                yield f"entry {number} was put in another place"
        if not known.issuperset(entry["previous"]):
            yield f"before entry {number}, an entry is missing"
        known.add(entry["hash"])


def _decided(held: Members) -> Iterator[str]:
    named = _verdict(held).history_head
    if named and named != head_of(held[HISTORY]):
        yield "does not end with the entry that the verdict names"
    yield from undecided(_verdict(held), _payloads(held))


def _page(name: str) -> Callable[[Members], Iterator[str]]:
    def compared(held: Members) -> Iterator[str]:
        house = House(**_load(held, VERDICT)["house"])
        if held[name] != pages(_verdict(held), house)[name]:
            yield "does not say what the verdict says"

    return compared


def undecided_texts(held: Members) -> set[tuple[str, int]]:
    """(article, revision) of texts that are not those which the decisions were made on.

    An honest one was read of the same source by other rules: its source says so.
    """
    decided = texts_decided_on(_payloads(held), _verdict(held).claim_id)
    known = {(article, revision) for article, revision, _ in decided}
    shown = {(o["article"], o["revision"], o["sha256"]) for o in _load(held, ARTICLES)}
    return {(article, revision) for article, revision, _ in shown - decided} & known


def _payloads(held: Members) -> list[str]:
    lines = map(json.loads, held[HISTORY].decode().splitlines())
    return [line["payload"] for line in lines if line["payload"]]


def hashes_of(held: Members) -> list[str]:
    """The hashes of a bundle's history, oldest first. Raises what UNREADABLE names."""
    return [json.loads(line)["hash"] for line in held[HISTORY].decode().splitlines()]


def _verdict(held: Members) -> PublishedVerdict:
    return from_record(_load(held, VERDICT)["verdict"])


def _readable(held: Members) -> Iterator[str]:
    if _verdict(held).claim_id != _load(held, MANIFEST)["claim_id"]:
        yield "is of another claim than the manifest"


def _load(held: Members, name: str) -> Any:
    if name not in held:
        raise UsageError("is missing")
    return json.loads(held[name])


RULES: tuple[tuple[str, Callable[[Members], Iterator[str]]], ...] = (
    (MANIFEST, _manifest),
    (VERDICT, _readable),
    (ARTICLES, _articles),
    (ANNOTATIONS, _annotations),
    (CLAIMREVIEW, _claimreview),
    (HISTORY, _history),
    (HISTORY, _decided),
)
"""(member, check), in the order in which faults are listed."""
READ = ("README.txt", "verdict.md", "verdict.html")
PAGES = tuple((name, _page(name)) for name in READ)
"""The same of what only the program that made it can make again."""
NAMES = frozenset({
    *READ, *(name for name, _ in RULES), SEARCH, SUMS,
})  # fmt: skip
