"""The evidence bundle: a verdict with all that it rests on, checkable without the case.

Members of a bundle (paths in the archive → bytes):

    README.txt          what this is and how to check it
    verdict.json        the verdict as a record, and who publishes it
    verdict.md          as published
    verdict.html        as published
    claimreview.json    schema.org ClaimReview
    annotations.json    a W3C Web Annotation of each quote
    articles.json       what is cited: title, publisher, url, day, SHA-256 of the text
    articles/N.txt      the stored texts, UTF-8, line ends as they are
    seeds/N.…           the files that the texts were read from, as they came
    search.json         what was searched, what was found, and by which rules
    history.jsonl       the case's history: this claim's entries whole, others by hash
    SHA256SUMS          the sums of the members above, as `sha256sum -c` reads them
    manifest.json       SHA-256 and size of every member, and the last entry of the history
    manifest.sig        its Ed25519 signature, where the house signs
    manifest.tsr        a time-stamping authority's answer to it (RFC 3161), where one was asked

`annotations.json` follows the Web Annotation Data Model (W3C Recommendation, 2017):
TextQuoteSelector with prefix and suffix, TextPositionSelector in code points.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from workbench.core.publication import Citation, House, PublishedVerdict, Templates
from workbench.core.publication.claimreview import to_claimreview
from workbench.core.publication.escaping import link
from workbench.core.publication.html import to_html
from workbench.core.publication.markdown import to_markdown
from workbench.core.publication.verdict_records import to_record
from workbench.core.verdicts.history import Change, payload_of
from workbench.errors import UsageError

FORMAT = "claim-workbench bundle"
VERSION = 2
"""Of version 1 the verifier knows that it has no history head, and other words in places."""
AROUND = 32
"""Characters of prefix and suffix that a quote is found again by."""
SUMS, SIGNATURE, STAMP = "SHA256SUMS", "manifest.sig", "manifest.tsr"
PROOFS = (SIGNATURE, STAMP)
"""Members that are about the manifest, which cannot list them."""
MANIFEST, VERDICT, ANNOTATIONS = "manifest.json", "verdict.json", "annotations.json"
ARTICLES, HISTORY, CLAIMREVIEW = "articles.json", "history.jsonl", "claimreview.json"
SEARCH = "search.json"

README = """An evidence bundle of the claim workbench.

It holds one verdict, every quote that it rests on with its place in the text, the
texts themselves, and the history of the decision. To check that they belong
together, without the case they come from:

    workbench verify BUNDLE.zip
    workbench verify BUNDLE.zip --key PUBLIC.pem      (where manifest.sig is in it)
    workbench verify BUNDLE.zip --authority ROOT.pem  (where manifest.tsr is in it)

By hand, in the unpacked folder:

    sha256sum -c SHA256SUMS            (macOS: shasum -a 256 -c SHA256SUMS)

manifest.json lists the same sums and names the last entry of the history: two
bundles of one case show by it whether the end of a history was cut off. In
annotations.json, each quote stands at `start` to `end` (in code points) of the text
that articles.json names; there, `seed` is the file that the text was read from, whose
bytes are as they came. search.json is what the program found for the claim when the
bundle was made: it decides nothing. history.jsonl holds the entries as they were written, with
the names that reviewers have inside the house. The texts may be under the copyright
of their publishers.
"""

Texts = Mapping[tuple[str, int], str]
_ENDING = re.compile(r"(?:\.[A-Za-z0-9]{1,8}){1,2}\Z")
"""What of a file's name says how it is read."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the case's history, as a bundle carries it.

    `payload` is the line its `hash` was taken of; empty for the entries of other
    claims, of which only `hash` and `previous` leave the house.
    """

    hash: str
    previous: tuple[str, ...]
    payload: str = ""


@dataclass(frozen=True, slots=True)
class SeedFile:
    """A file that an article was read from: its name among the sources, and its bytes.

    `columns` says which columns of a table held our fields, where somebody had to say so.
    """

    name: str
    data: bytes
    columns: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Beside:
    """What a bundle carries beyond the proof: source files by (article, revision), and the
    record of the search. `made_by` is the program, where its own templates made the pages:
    the same one can make them again, and see whether they say what the verdict says."""

    seeds: Mapping[tuple[str, int], SeedFile] = field(default_factory=dict)
    search: Mapping[str, Any] | None = None
    made_by: str = ""


def entries(changes: Iterable[Change], claim_id: str) -> Iterator[Entry]:
    """The history for a bundle of one claim; changes come oldest first."""
    for change in changes:
        own = change.claim == claim_id
        yield Entry(change.hash, change.previous, payload_of(change) if own else "")


def members(
    v: PublishedVerdict,
    texts: Texts,
    history: Iterable[Entry] = (),
    house: House | None = None,
    templates: Templates = (),
    beside: Beside | None = None,
) -> dict[str, bytes]:
    """The members of a verdict's bundle, in a fixed order; the same input gives the same bytes.

    Raises UsageError where a cited text is missing: a bundle without it proves nothing.
    """
    house, beside = house or House(), beside or Beside()
    cited = sources_of(v)
    missing = next((where for where in cited if where not in texts), None)
    if missing is not None:
        raise UsageError(
            f"no stored text of {missing[0]}, revision {missing[1]}: cannot be bundled"
        )
    review = to_claimreview(v, base_url=house.url, organisation=house.name)
    held = {
        VERDICT: _json({"verdict": to_record(v), "house": asdict(house)}),
        **pages(v, house, templates),
        CLAIMREVIEW: _json(review),
        ANNOTATIONS: _json(annotations(v, texts)),
        ARTICLES: _json(
            [_article(where, n, texts, beside) for n, where in enumerate(cited.values(), 1)]
        ),
        HISTORY: "".join(_line(asdict(entry)) for entry in history).encode(),
    }
    for number, where in enumerate(cited, 1):
        held[f"articles/{number}.txt"] = text_bytes(texts[where])
    held |= {_member(seed, beside): seed.data for seed in beside.seeds.values()}
    if beside.search is not None:
        held[SEARCH] = _json(beside.search)
    held[SUMS] = "".join(
        f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in held.items()
    ).encode()
    held[MANIFEST] = _json(manifest(v.claim_id, held, beside.made_by))
    return held


def pages(v: PublishedVerdict, house: House, templates: Templates = ()) -> dict[str, bytes]:
    """What people read of a bundle: what it is, and the verdict as published."""
    return {
        "README.txt": README.encode(),
        "verdict.md": to_markdown(v, house, templates).encode(),
        "verdict.html": to_html(v, house, templates, alone=True).encode(),
    }


def sources_of(v: PublishedVerdict) -> dict[tuple[str, int], Citation]:
    """(article, revision) → a citation of it, for everything that the verdict quotes."""
    cited = (v.citation, *(item.citation for item in v.evidence))
    return {(where.article, where.revision): where for where in reversed(cited)}


def text_bytes(text: str) -> bytes:
    """The bytes of a stored text, which its SHA-256 is taken of."""
    return text.encode("utf-8", "surrogatepass")


def manifest(claim_id: str, held: Mapping[str, bytes], made_by: str = "") -> dict[str, Any]:
    """What has to be in the bundle, and with which bytes."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "claim_id": claim_id,
        "history_head": head_of(held[HISTORY]),
        **({"made_by": made_by} if made_by else {}),
        "members": {
            name: {"sha256": hashlib.sha256(data).hexdigest(), "bytes": len(data)}
            for name, data in held.items()
        },
    }


def head_of(history: bytes) -> str:
    """The hash of the last entry of a bundle's history, "" where it has none."""
    lines = history.splitlines()
    return str(json.loads(lines[-1])["hash"]) if lines else ""


def annotations(v: PublishedVerdict, texts: Texts) -> dict[str, Any]:
    """A W3C AnnotationPage: the claim first, then each piece of evidence."""
    quoted = [("claim", v.claim, v.citation, v.claimant)]
    quoted += [(item.relation, item.quote, item.citation, item.note) for item in v.evidence]
    items = [_annotation(v.claim_id, number, one, texts) for number, one in enumerate(quoted)]
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "type": "AnnotationPage",
        "items": items,
    }


def _annotation(
    claim_id: str, number: int, one: tuple[str, str, Citation, str], texts: Texts
) -> dict[str, Any]:
    role, quote, where, note = one
    text = texts[where.article, where.revision]
    quote_selector = {
        "type": "TextQuoteSelector",
        "exact": quote,
        "prefix": text[max(0, where.start - AROUND) : where.start],
        "suffix": text[where.end : where.end + AROUND],
    }
    place = {"type": "TextPositionSelector", "start": where.start, "end": where.end}
    return {
        "id": f"urn:claim-workbench:{claim_id}:{number}",
        "type": "Annotation",
        "motivation": "identifying" if role == "claim" else "linking",
        "body": [
            {"type": "TextualBody", "purpose": "classifying", "value": role},
            *([{"type": "TextualBody", "purpose": "commenting", "value": note}] if note else []),
        ],
        "target": {
            "source": link(where.url) or f"urn:claim-workbench:article:{where.article}",
            "selector": [quote_selector, place],
            "state": {"type": "State", "article": where.article, "revision": where.revision},
        },
    }


def _member(seed: SeedFile, beside: Beside) -> str:
    """Where a source file lies in the bundle: by number, for its name is others' word."""
    names = list(dict.fromkeys(one.name for one in beside.seeds.values()))
    ending = _ENDING.search(seed.name)
    return f"seeds/{names.index(seed.name) + 1}{ending[0].lower() if ending else ''}"


def _article(where: Citation, number: int, texts: Texts, beside: Beside) -> dict[str, Any]:
    seed = beside.seeds.get((where.article, where.revision))
    file = (
        {"member": _member(seed, beside), "name": seed.name, "columns": dict(seed.columns)}
        if seed
        else None
    )
    return {
        "article": where.article,
        "revision": where.revision,
        "title": where.title,
        "publisher": where.publisher,
        "url": where.url,
        "published": where.published.isoformat() if where.published else None,
        "member": f"articles/{number}.txt",
        "sha256": hashlib.sha256(text_bytes(texts[where.article, where.revision])).hexdigest(),
        **({"seed": file} if file else {}),
    }


def _json(value: object) -> bytes:
    """JSON in ASCII: unseen characters are escapes, and lone surrogates survive."""
    return (json.dumps(value, indent=1, allow_nan=False) + "\n").encode()


def _line(value: object) -> str:
    return json.dumps(value, allow_nan=False) + "\n"
