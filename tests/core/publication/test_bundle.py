"""A bundle proves itself, and any change to it is found and named."""

import hashlib
import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.core.publication import House
from workbench.core.publication.bundle import (
    ANNOTATIONS,
    ARTICLES,
    CLAIMREVIEW,
    HISTORY,
    MANIFEST,
    VERDICT,
    Beside,
    entries,
    manifest,
    members,
)
from workbench.core.publication.verifying import made_by, manifest_digest, verify
from workbench.core.verdicts.history import change_of, hash_of, payload
from workbench.core.verdicts.standing import says
from workbench.errors import UsageError

from . import example
from .hostile import many, quotes

HOUSE = House("The Desk", "https://desk.example")


def placed(v):
    """The example with each quote at its true place in a text, and the texts."""
    texts, moved = {}, {}
    for quote, where in [
        (v.claim, v.citation),
        *((item.quote, item.citation) for item in v.evidence),
    ]:
        texts[where.article, 1] = f"Before it. {quote} After it."
        moved[where.article] = replace(where, start=11, end=11 + len(quote))
    found = tuple(replace(item, citation=moved[item.citation.article]) for item in v.evidence)
    return replace(v, citation=moved[v.citation.article], evidence=found), texts


def head(kind, n, claim, at="2024-05-02T00:00:00Z"):
    return {"type": kind, "id": f"{kind}{n}", "claim": claim, "at": at, "by": "Ada", "revision": 1}


def anchored(quote, where):
    """The anchor of a citation, as records keep it."""
    place = {"article": where.article, "revision": where.revision, "sha256": ""}
    return place | {
        "start": where.start,
        "end": where.end,
        "quote": quote,
        "prefix": "",
        "suffix": "",
    }


def history(v):
    """The entries that decided a verdict, with one of another claim among them."""
    links = [
        head("link", n, v.claim_id)
        | {"relation": i.relation, "note": i.note, "anchor": anchored(i.quote, i.citation)}
        for n, i in enumerate(v.evidence)
    ]
    other = head("note", "9", "other") | {"note": "secret 2", "question": False}
    verdict = head("verdict", "", v.claim_id, v.decided_at) | {
        "rating": v.rating.name, "summary": v.summary, "rationale": v.rationale,
        "unknown": v.unknown, "wording": v.wording, "claimant": v.claimant,
        "anchor": anchored(v.claim, v.citation),
    }  # fmt: skip
    signoff = head("signoff", "", v.claim_id) | {
        "by": "Bo", "rating": v.rating.name, "agrees": True, "first_rating": v.rating.name,
        "verdict_revision": 1, "says": says(verdict),
    }  # fmt: skip
    changes, previous = [], []
    for n, after in enumerate((*links, other, verdict, signoff), 1):
        line = payload(clock=n, action="x", before=None, after=after, previous=previous)
        changes.append(change_of(json.loads(line), hash_of(line), "w", n, None))
        previous = [changes[-1].hash]
    return changes


def rechained(changes, change):
    """The history after a forger has changed an entry and made all hashes anew."""
    made, previous = [], []
    for one in changes:
        after = change({**one.after})
        if after is None:
            continue
        line = payload(
            clock=one.clock, action=one.action, before=None, after=after, previous=previous
        )
        made.append(change_of(json.loads(line), hash_of(line), "w", one.seq, None))
        previous = [made[-1].hash]
    return made


V, TEXTS = placed(example.VERDICT)
BUNDLE = members(V, TEXTS, entries(history(V), V.claim_id), HOUSE)


def resealed(held):
    """The bundle with a manifest that agrees with its changed members."""
    rest = {name: data for name, data in held.items() if name != MANIFEST}
    return {**rest, MANIFEST: json.dumps(manifest(V.claim_id, rest)).encode()}


def edited(name, change):
    value = json.loads(BUNDLE[name])
    change(value)
    return resealed({**BUNDLE, name: json.dumps(value).encode()})


def test_a_bundle_holds_together_and_is_the_same_each_time():
    assert verify(BUNDLE) == ()
    again = members(V, TEXTS, entries(history(V), V.claim_id), HOUSE)
    assert again == BUNDLE
    assert manifest_digest(again) == hashlib.sha256(BUNDLE[MANIFEST]).hexdigest()


def test_annotations_are_w3c_selectors_of_each_quote():
    items = json.loads(BUNDLE[ANNOTATIONS])["items"]
    assert len(items) == 1 + len(V.evidence)
    quote, place = items[0]["target"]["selector"]
    assert quote == {
        "type": "TextQuoteSelector",
        "exact": V.claim,
        "prefix": "Before it. ",
        "suffix": " After it.",
    }
    assert place == {"type": "TextPositionSelector", "start": 11, "end": 11 + len(V.claim)}
    assert items[0]["target"]["source"] == V.citation.url


def test_other_claims_leave_with_their_hash_only():
    assert b"secret 2" not in b"".join(BUNDLE.values())
    assert BUNDLE[HISTORY].count(b"\n") == len(V.evidence) + 3


@pytest.mark.parametrize("name", sorted(set(BUNDLE) - {MANIFEST}))
def test_a_changed_missing_or_added_member_is_named(name):
    changed = {**BUNDLE, name: BUNDLE[name] + b" "}
    assert (MANIFEST, f"{name} was changed after the bundle was made") in [
        (f.member, f.message) for f in verify(changed)
    ]
    missing = {one: data for one, data in BUNDLE.items() if one != name}
    assert (MANIFEST, f"{name} is missing") in [(f.member, f.message) for f in verify(missing)]
    (added,) = verify({**BUNDLE, "more.txt": b""})
    assert added.message == "more.txt was added after the bundle was made"


def swap_text(held, old, new):
    """Change an article's text and everything that lists its hash."""
    listed = json.loads(held[ARTICLES])
    made = dict(held)
    for one in listed:
        made[one["member"]] = held[one["member"]].replace(old, new)
        one["sha256"] = hashlib.sha256(made[one["member"]]).hexdigest()
    return resealed({**made, ARTICLES: json.dumps(listed).encode()})


def test_a_forger_who_reseals_the_bundle_still_contradicts_himself():
    def faults(held):
        return {fault.member for fault in verify(held)}

    assert faults(swap_text(BUNDLE, b"31 bodies", b"13 bodies")) == {ANNOTATIONS}
    assert faults(swap_text(BUNDLE, b"Before it.", b"Before him")) == {ANNOTATIONS}
    assert faults(
        edited(CLAIMREVIEW, lambda r: r["reviewRating"].update(alternateName="true"))
    ) == {CLAIMREVIEW}
    assert faults(edited(VERDICT, lambda r: r["verdict"]["rating"].update(name="true"))) == {
        CLAIMREVIEW,
        HISTORY,
    }
    assert faults(edited(VERDICT, lambda r: r["verdict"]["evidence"].pop())) == {
        ANNOTATIONS,
        ARTICLES,
        HISTORY,
    }
    assert faults(edited(ARTICLES, lambda r: r[0].update(title="Another"))) == {ARTICLES}
    assert faults(resealed({**BUNDLE, "more.html": b"<p>It is true."})) == {MANIFEST}
    assert faults(edited(ANNOTATIONS, lambda r: r["items"].pop())) == {ANNOTATIONS}
    assert faults(edited(ARTICLES, lambda r: r[0].update(sha256="0" * 64))) == {ARTICLES}


@pytest.mark.parametrize(
    "change",
    [
        lambda lines: lines[1:],
        lambda lines: lines[:-1],
        lambda lines: [],
        lambda lines: [lines[0], *lines[2:]],
        lambda lines: [lines[0].replace("coast", "ghost").replace("43", "34"), *lines[1:]],
        lambda lines: [lines[0], lines[2], lines[1], *lines[3:]],
        lambda lines: [*lines[:-1], json.dumps({**json.loads(lines[-1]), "previous": []})],
    ],
)
def test_a_history_that_was_altered_or_cut_is_found(change):
    lines = change(BUNDLE[HISTORY].decode().splitlines())
    faults = verify(resealed({**BUNDLE, HISTORY: "\n".join(lines).encode()}))
    assert {fault.member for fault in faults} == {HISTORY}


@pytest.mark.parametrize(
    "bad", [b"", b"{", b"[]", b"null", b"\xff\xfe", b'{"members": 1}', b"[" * 50_000]
)
@pytest.mark.parametrize("name", [MANIFEST, VERDICT, ARTICLES, ANNOTATIONS, CLAIMREVIEW, HISTORY])
def test_a_member_of_any_other_shape_is_a_fault_not_a_crash(name, bad):
    faults = verify({**BUNDLE, name: bad})
    assert faults
    assert verify({}) != ()


@pytest.mark.parametrize("name", ["README.txt", "verdict.md", "verdict.html"])
def test_a_page_that_says_something_else_is_found_by_the_program_that_made_it(name):
    this = Beside(made_by="this")
    made = members(V, TEXTS, entries(history(V), V.claim_id), HOUSE, beside=this)
    assert verify(made, "this") == ()
    rest = {one: data for one, data in made.items() if one != MANIFEST}
    rest[name] = rest[name].replace(b"verdict", b"judgement").replace(b"half true", b"true")
    forged = {**rest, MANIFEST: json.dumps(manifest(V.claim_id, rest, "this")).encode()}
    assert [fault.member for fault in verify(forged, "this")] == [name]
    assert (made_by(made), made_by({}), made_by({MANIFEST: b"[]"})) == ("this", "", "")


def test_a_second_reviewer_who_signed_nothing_is_found():
    alone = [e for e in history(V) if e.type != "signoff"]
    faults = verify(members(V, TEXTS, entries(alone, V.claim_id), HOUSE))
    assert any("second reviewer" in fault.message for fault in faults)


def test_a_cited_text_that_is_missing_stops_the_bundle():
    with pytest.raises(UsageError, match=r"three\.txt, revision 1"):
        members(V, {key: text for key, text in TEXTS.items() if key[0] != "three.txt"})


@many(40)
@given(quotes, st.text(max_size=40))
def test_any_quote_makes_a_bundle_that_holds_together(quote, note):
    item = replace(example.VERDICT.evidence[2], quote=quote, note=note)
    v, texts = placed(replace(example.VERDICT, claim=quote, evidence=(item,)))
    assert verify(members(v, texts, entries(history(v), v.claim_id))) == ()


@pytest.mark.parametrize(
    "change",
    [
        lambda doc: doc | {"rating": "true"} if doc["type"] == "verdict" else doc,
        lambda doc: doc | {"summary": "Bought."} if doc["type"] == "verdict" else doc,
        lambda doc: doc | {"at": "2024-05-09T00:00:00Z"} if doc["type"] == "verdict" else doc,
        lambda doc: None if doc["type"] == "verdict" else doc,
        lambda doc: None if doc["id"] == "link0" else doc,
        lambda doc: doc | {"relation": "context"} if doc["id"] == "link0" else doc,
        lambda doc: doc | {"claim": "other"},
        lambda doc: doc | {"id": "link7"} if doc["type"] == "note" else doc,
    ],
)
def test_a_history_that_did_not_decide_the_verdict_is_found(change):
    """All hashes are right, and the manifest too."""
    entries_ = list(entries(rechained(history(V), change), V.claim_id))
    faults = verify(members(V, TEXTS, entries_, HOUSE))
    same = [e.after for e in rechained(history(V), change)] == [
        e.after | ({"id": "link7"} if e.type == "note" else {}) for e in history(V)
    ]
    assert {fault.member for fault in faults} == (set() if same else {HISTORY})


def test_anothers_history_is_found():
    other = replace(V, summary="Another verdict.", claim_id="ffffffff")
    faults = verify(members(V, TEXTS, entries(history(other), other.claim_id), HOUSE))
    assert {fault.member for fault in faults} == {HISTORY}
