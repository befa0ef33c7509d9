"""Whether a bundle's verdict is what its history decided.

A history can be whole and be another claim's, or end before the verdict that is shown
with it. So what is published is held against the entries: the rating, the words and the
place of the claim against the last entry on the verdict, each piece of evidence against
the last entry on its link.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from workbench.core.publication import Citation, PublishedVerdict
from workbench.core.verdicts.standing import OWN_WORDS, signs

Doc = Mapping[str, Any]
Key = tuple[object, ...]


def undecided(v: PublishedVerdict, payloads: Iterable[str]) -> Iterator[str]:
    """What of a verdict the entries of its claim do not say; `payloads` come oldest first.

    Raises ValueError, KeyError, TypeError for entries that are none.
    """
    last = _last(payloads, v.claim_id)
    verdicts = [doc for (kind, _), docs in last.items() if kind == "verdict" for doc in docs]
    if not verdicts:
        yield "holds no entry that decided the verdict"
        return
    if not any(_of_verdict(doc) == _shown(v) for doc in verdicts):
        yield "decided another verdict than the bundle shows (rating, words, place or time)"
    signed = [doc for (kind, _), docs in last.items() if kind == "signoff" for doc in docs]
    if v.second_reviewer and not any(d["agrees"] and signs(d, r) for d in signed for r in verdicts):
        yield "holds no second review of the verdict, and the bundle names a second reviewer"
    links = [docs for (kind, _), docs in last.items() if kind == "link"]
    decided = {_of_link(doc) for docs in links for doc in docs}
    shown = {
        (item.relation, item.quote, item.note, item.nature, item.interest, *_place(item.citation))
        for item in v.evidence
    }
    if shown - decided:
        yield "links other evidence than the bundle shows"
    if not all(any(_of_link(doc) in shown for doc in docs) for docs in links):
        yield "links evidence that the bundle leaves out"


def texts_decided_on(payloads: Iterable[str], claim: str) -> set[tuple[str, int, str]]:
    """(article, revision, SHA-256 of its text) of each text that a decision was anchored in."""
    anchors = (
        doc["anchor"] for docs in _last(payloads, claim).values() for doc in docs if "anchor" in doc
    )
    return {(at["article"], at["revision"], at["sha256"]) for at in anchors if at["sha256"]}


def _last(payloads: Iterable[str], claim: str) -> dict[tuple[str, str], list[Doc]]:
    """(type, id) → the record as its last entries leave it; what was taken away is left out.

    There are several where two copies of a case changed it apart from each other. A verdict
    that was taken away counts as it was before: the notice of it is published.
    """
    versions: dict[tuple[str, str], list[Doc]] = {}
    for payload in payloads:
        entry = json.loads(payload)
        if entry["claim"] != claim:
            continue
        held = versions.setdefault((entry["type"], entry["id"]), [])
        before, after = entry["before"], entry["after"]
        if entry["type"] == "verdict" and after.get("deleted"):
            continue
        held[:] = [doc for doc in held if doc != before and entry.get("resolves") is None]
        held.append(after)
    live = {key: [d for d in docs if not d.get("deleted")] for key, docs in versions.items()}
    return {key: docs for key, docs in live.items() if docs}


def _of_verdict(doc: Doc) -> Key:
    anchor = doc["anchor"]
    return (
        doc["rating"], doc["summary"], doc.get("rationale", ""), doc.get("unknown", ""),
        *(doc.get(name, "") for name in OWN_WORDS), doc.get("claimant", ""), doc["at"],
        anchor["quote"], anchor["article"], anchor["revision"], anchor["start"], anchor["end"],
    )  # fmt: skip


def _shown(v: PublishedVerdict) -> Key:
    return (
        v.rating.name, v.summary, v.rationale, v.unknown,
        *(getattr(v, name) for name in OWN_WORDS), v.claimant, v.decided_at,
        v.claim, *_place(v.citation),
    )  # fmt: skip


def _of_link(doc: Doc) -> Key:
    anchor = doc["anchor"]
    return (
        doc["relation"], anchor["quote"], doc.get("note", ""), doc.get("nature", ""),
        doc.get("interest", ""), anchor["article"], anchor["revision"], anchor["start"],
        anchor["end"],
    )  # fmt: skip


def _place(where: Citation) -> Key:
    return where.article, where.revision, where.start, where.end
