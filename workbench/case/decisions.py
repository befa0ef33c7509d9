"""What people decide: links, verdicts, corrections, and taking them back."""

import hashlib
import secrets
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from workbench.case.context import Parts
from workbench.case.corpus import Corpus
from workbench.case.evidence.misquotes import Finding, misquoted
from workbench.case.saving import save
from workbench.case.shared_index import lost
from workbench.core.evidence.anchors import Anchor, anchor
from workbench.core.verdicts.history import Change, Reversal, redo, undo
from workbench.core.verdicts.standing import (
    CLASSES,
    NATURES,
    OPEN,
    OWN_WORDS,
    RELATIONS,
    Link,
    Standing,
    Verdict,
    in_order,
    in_words,
    restored_in_words,
    standings,
    without_ruling,
)
from workbench.edges.store import Conflict as Dispute
from workbench.errors import UnknownId, UsageError

if TYPE_CHECKING:  # the rules of comparing are loaded where something is compared
    from workbench.core.decide.relation import Comparison

NOTICE = (
    " – it was published, so that counts as a retraction: the next export puts a notice in "
    "its place, and `workbench retract` gives the reason"
)
"""What is said where the change taken back was a verdict that had left the house."""
Contradicting = Callable[[dict[str, Any]], list[str]]
"""Claim (its line) → keys of the passages that are known to contradict it now."""
Suggesting = Callable[[str, Anchor], "Comparison"]
"""Claim and a passage → what the program proposes for them."""


class Decisions:
    """Deciding, through the store: whatever returns is on disk."""

    def __init__(
        self, parts: Parts, corpus: Corpus, contradicting: Contradicting, suggesting: Suggesting
    ) -> None:
        self._suggesting = suggesting
        self._parts = parts
        self._corpus = corpus
        self._contradicting = contradicting

    # -- links ---------------------------------------------------------------------

    def links(self, claim: str) -> list[Link]:
        """The links of a claim, oldest first."""
        docs = self._parts.store.query("link", self.full_id(claim))
        return sorted((Link.from_document(d) for d in docs), key=lambda link: (link.at, link.id))

    def evidence(self, claim: str) -> list[Link]:
        """The links of a claim in the order that its verdict gives them."""
        verdict = self.verdict(claim)
        return in_order(self.links(claim), verdict.order if verdict else ())

    def link(
        self, claim: str, article: str, start: int, end: int, relation: str, note: str = "",
        nature: str | None = None, interest: str | None = None,
    ) -> Link:  # fmt: skip
        """Confirm that `article.text[start:end]` bears on a claim in that way.

        Linking a passage again changes its relation and note; the `nature` of its source (one
        of NATURES, or empty) and its `interest` stay, left out, as they are. Raises UsageError
        for a relation that is none or a span that is not in the article.
        """
        if nature and nature not in NATURES:
            raise UsageError(f"no nature {nature!r} of a source; there are {', '.join(NATURES)}")
        if relation not in RELATIONS:
            raise UsageError(f"no relation {relation!r}; there are {', '.join(RELATIONS)}")
        at = self._anchored(article, start, end)
        claim = self._corpus.claim_id(claim)
        same = next(
            (
                link for link in self.links(claim)
                if (link.anchor.article, link.anchor.start, link.anchor.end)
                == (article, start, end)
            ),
            None,
        )  # fmt: skip
        doc = {
            "type": "link",
            "id": same.id if same else secrets.token_hex(8),
            "claim": claim,
            "relation": relation,
            "note": note,
            "anchor": asdict(at),
            **self._suggested(claim, at),
        }
        for name, said in (("nature", nature), ("interest", interest)):
            kept = getattr(same, name, "") if said is None else said.strip()
            doc |= {name: kept} if kept else {}
        return Link.from_document(self._put(doc, same.revision if same else 0, "link"))

    def unlink(self, link_id: str) -> None:
        """Take a link away; it stays in the history."""
        doc = self._parts.store.get("link", link_id)
        if not doc:
            raise UnknownId(f"no link {link_id!r}")
        self._put({**doc, "deleted": True}, doc["revision"], "unlink")

    def refuse(self, claim: str, article: str, start: int, end: int) -> None:
        """Keep that a candidate does not bear on a claim: it is not proposed to it again.

        Raises UsageError for a span that is not in the article.
        """
        at = self._anchored(article, start, end)
        claim = self._corpus.claim_id(claim)
        suggested = self._suggested(claim, at)
        doc = {
            "type": "refusal",
            "id": f"{claim}-{article_digest(at)}",
            "claim": claim,
            "refusal": suggested.get("suggested", {}).get("relation", ""),
            "anchor": asdict(at),
            **suggested,
        }
        stored = self._parts.store.get("refusal", doc["id"])
        self._put(doc, stored["revision"] if stored else 0, "refuse")

    def refused(self, claim: str) -> set[tuple[str, int, int]]:
        """The places (article, start, end) that were refused for a claim."""
        anchors = (d["anchor"] for d in self._parts.store.query("refusal", self.full_id(claim)))
        return {(at["article"], at["start"], at["end"]) for at in anchors}

    def _anchored(self, article: str, start: int, end: int) -> Anchor:
        text = self._corpus.article(article)
        if not 0 <= start < end <= len(text.text):
            raise UsageError(
                f"{article} has no passage {start}-{end}; its text ends at {len(text.text)}"
            )
        return anchor(text, start, end)

    def _suggested(self, claim: str, at: Anchor) -> dict[str, Any]:
        """What the program proposed for a passage, with its reasons, as a record's field."""
        found = self._suggesting(claim, at)
        told = {
            "relation": found.relation,
            "rules": [reason.rule for reason in found.reasons],
            "reasons": [reason.text for reason in found.reasons],
        }
        return {"suggested": told}

    # -- verdicts ------------------------------------------------------------------

    def verdict(self, claim: str) -> Verdict | None:
        """The verdict on a claim, if there is one."""
        doc = self._parts.store.get("verdict", self.full_id(claim))
        return Verdict.from_document(doc) if doc else None

    def verdicts(self) -> list[Verdict]:
        """All verdicts, by claim id."""
        docs = self._parts.store.scan("verdict")
        return sorted((Verdict.from_document(d) for d in docs), key=lambda v: v.claim)

    def last_ruled(self, claim: str) -> dict[str, Any] | None:
        """The verdict's record as it stands, or as it was when it was taken back."""
        doc = self._parts.store.get("verdict", claim)
        if doc:
            return doc
        given = (c.after for c in self._parts.store.changes(claim=claim) if c.type == "verdict")
        standing = [doc for doc in given if not doc.get("deleted")]
        return standing[-1] if standing else None

    def withdrawn(self) -> list[Verdict]:
        """Verdicts that were published and then taken away, as they last stood."""
        scan = self._parts.store.scan
        gone = {doc["claim"] for doc in scan("publication")}
        gone -= {doc["claim"] for doc in scan("verdict")}
        last = map(self.last_ruled, sorted(gone))
        return [Verdict.from_document(doc) for doc in last if doc]

    def retracted(self) -> set[str]:
        """The claims whose published verdict was taken back."""
        stands = standings(self._parts.store.scan())
        return {claim for claim, standing in stands.items() if standing.status == "retracted"}

    def rule(
        self,
        claim: str,
        rating: str,
        summary: str,
        rationale: str | None = None,
        expected_revision: int | None = None,
        correction: str = "",
        *,
        correction_class: str = "",
        claimant: str | None = None,
        unknown: str | None = None,
        order: Sequence[str] | None = None,
        own_words: Mapping[str, str | None] | None = None,
    ) -> Verdict:
        """Record a verdict, or a new revision of it.

        A change of a verdict that was published is a correction; `correction` is its reason, which
        is published with it, `correction_class` how much it changes (one of `CLASSES`; left out,
        what was changed says it). `claimant` corrects who is found to have said it, `unknown` says
        what could not be found out, `order` names the links that come first as evidence, and
        `own_words` are any of `OWN_WORDS`; left out, they and the rationale stay as they are.
        `expected_revision` is the revision that the reviewer saw (0: none); left out, the stored
        one is taken. Raises StaleRevision when somebody saved in between, UsageError for a rating
        the scale lacks, an empty summary, or a verdict with two versions (see `settle`)."""
        known = self._parts.settings.scale.rating(rating)
        if not summary.strip():
            raise UsageError("a verdict needs a summary: one sentence that says what was found")
        about = self._about(claim)
        stored = self._parts.store.get("verdict", about["claim"])
        if expected_revision is None:
            expected_revision = stored["revision"] if stored else 0
        doc = {
            "type": "verdict",
            "id": about["claim"],
            "rating": known.name,
            "summary": summary.strip(),
            **about,
            **_in_own_words(stored or {}, rationale, claimant, unknown),
        }
        for name, said in ((n, (own_words or {}).get(n)) for n in OWN_WORDS):
            words = (stored or {}).get(name, "") if said is None else said.strip()
            doc |= {name: words} if words else {}
        if ranked := list((stored or {}).get("order", ()) if order is None else order):
            doc["order"] = ranked
        if correction_class and correction_class not in CLASSES:
            raise UsageError(f"no class {correction_class!r}; there are {', '.join(CLASSES)}")
        if correction.strip():
            doc["correction"] = correction.strip()
            doc |= {"correction_class": correction_class} if correction_class else {}
        return Verdict.from_document(self._put(doc, expected_revision, "verdict"))

    def _about(self, claim: str) -> dict[str, Any]:
        """What a verdict keeps of its claim: who said it, where, and what contradicted it.

        A claim that was ruled on can be ruled on again after its text has changed:
        the verdict stays about the words that it was about.
        """
        try:
            line = self._corpus.claim_line(claim)
        except UnknownId:
            stored = self._parts.store.get("verdict", claim)
            if not stored:
                raise
            kept = {"claim": claim, "claimant": stored.get("claimant", "")}
            return kept | {name: stored[name] for name in ("anchor", "weighed") if name in stored}
        article = self._corpus.article(line["article"])
        return {
            "claim": line["id"],
            "claimant": line["claimant"] or "",
            "anchor": asdict(anchor(article, line["start"], line["end"])),
            "weighed": self._contradicting(line),
        }

    # -- two versions --------------------------------------------------------------

    def disputed(self, claim: str | None = None) -> list[Dispute]:
        """Records that two copies of the case changed apart from each other.

        Each has a `type`, an `id`, its `claim` and its `versions`, whole records;
        the last version is the one that is shown until somebody decides.
        """
        return self._parts.store.conflicts(self.full_id(claim) if claim else None)

    def settle(self, type: str, id: str, version: int) -> dict[str, Any]:
        """Decide which version of a disputed record holds; `version` counts from 1.

        The others stay in the history. Raises UnknownId where there is no dispute,
        UsageError where it has no such version.
        """
        found = next((d for d in self.disputed() if (d.type, d.id) == (type, id)), None)
        if not found:
            raise UnknownId(f"{type} {id!r} has no two versions; `workbench review` lists those")
        if not 1 <= version <= len(found.versions):
            raise UsageError(f"{type} {id} has the versions 1 to {len(found.versions)}")
        return self._put(dict(found.versions[version - 1]), found.revision, "settle")

    # -- articles ------------------------------------------------------------------

    def correct(self, article: str, **fields: str) -> None:
        """Correct an article's title, publisher, url, language or published day, or say where
        an archive keeps it.

        The correction wins over what the source says. What was derived from the
        article, its relative dates above all, is derived again. Raises UsageError for
        an address that does not lead to the web.
        """
        self._corpus.article(article)
        for name in ("url", "archive"):
            if fields.get(name):
                _check_address(fields[name])
        stored = self._parts.store.get("article", article) or {
            "type": "article", "id": article, "claim": None, "revision": 0,
        }  # fmt: skip
        self._put({**stored, **fields}, stored["revision"], "correct article")
        self._corpus.derive_again(article)

    # -- history -------------------------------------------------------------------

    def history(self, claim: str | None = None) -> list[Change]:
        """Every change, or those of one claim, oldest first."""
        wanted = self.full_id(claim) if claim else None
        return list(self._parts.store.changes(claim=wanted))

    def shown_history(self, claim: str | None = None) -> list[Change]:
        """The history as this reviewer may see it.

        Where the case asks for a second reviewer, the review is blind: what the first one
        rated is hidden from everybody who may still give the second review.
        """
        changes = self.history(claim)
        if not self._parts.settings.second_reviewer:
            return changes
        me, stands = self._parts.reviewer, standings(self._parts.store.scan())
        same = self._parts.settings.same_reviewer
        blind = {id for id, s in stands.items() if s.unsigned and not same(s.reviewer, me)}
        return [without_ruling(c) if c.claim in blind else c for c in changes]

    def head(self) -> str:
        """The hash of the last entry of the history, which stands for all of it; "" for none."""
        last = next(iter(self._parts.store.changes(newest_first=True)), None)
        return last.hash if last else ""

    def undo(self) -> str:
        """Take back this reviewer's last change, as a new entry; says in words which.

        Raises UsageError when there is none, or somebody has changed it since.
        """
        return self._reverse(undo, in_words)

    def redo(self) -> str:
        """Make again what this reviewer last took back; says in words what."""
        return self._reverse(redo, restored_in_words)

    def would_undo(self) -> str:
        """What `undo` would take back, with the claim that it is about; UsageError as there."""
        return self._meant(undo, in_words)

    def would_redo(self) -> str:
        """What `redo` would make again, with the claim that it is about; UsageError as there."""
        return self._meant(redo, restored_in_words)

    def verify(self) -> list[Finding]:
        """Everything that is wrong: history, checksums, quotes that stand nowhere."""
        found = [Finding("history", line) for line in self._parts.store.verify()]
        found += misquoted(self._parts)
        found += [Finding("index", line) for line in lost(self._parts)]
        return found + [
            Finding(
                f"{d.type} {d.id}", f"has {len(d.versions)} versions; `workbench settle` decides"
            )
            for d in self.disputed()
        ]

    def status(self, claim: str) -> str:
        """Where a claim stands, one of `STATUSES`."""
        return self.standing(claim).status

    def standing(self, claim: str) -> Standing:
        """Where a claim stands, with its rating and its number of links."""
        id = self.full_id(claim)
        return standings(self._parts.store.query(claim=id)).get(id, OPEN)

    def refresh(self) -> bool:
        """Pick up what other processes saved; True if there was anything."""
        store = self._parts.store
        return store.may_have_changed() and store.refresh()

    def full_id(self, claim: str) -> str:
        """A claim's full id; decided claims are known even when their text is gone."""
        try:
            return self._corpus.claim_id(claim)
        except UnknownId:
            if next(self._parts.store.changes(claim=claim), None):
                return claim
            raise

    # -- inside --------------------------------------------------------------------

    def _meant(
        self, plan: Callable[[Iterable[Change], str], Reversal], words: Callable[[Change], str]
    ) -> str:
        changes = plan(self._parts.store.changes(newest_first=True), self._parts.reviewer).changes
        about = dict.fromkeys(self._quoted(change.claim) for change in changes if change.claim)
        return "\n".join(["; ".join(map(words, changes)), *filter(None, about)])

    def _quoted(self, claim: str) -> str:
        try:
            return f"“{self._corpus.claim(claim).quote}”"
        except UnknownId:  # its text is gone; what was decided stays
            return ""

    def _reverse(
        self, plan: Callable[[Iterable[Change], str], Reversal], words: Callable[[Change], str]
    ) -> str:
        store, by = self._parts.store, self._parts.reviewer
        reversal = plan(store.changes(newest_first=True), by)
        store.put_many(
            reversal.documents, by=by, at=self._parts.now(), action=reversal.action,
            undoes=reversal.undoes,
        )  # fmt: skip
        for change in reversal.changes:
            if change.type == "article":
                self._corpus.derive_again(change.id)
        out = [c.claim for c in reversal.changes if c.type == "verdict" and c.claim]
        notice = NOTICE if any(self.status(claim) == "retracted" for claim in out) else ""
        return "; ".join(map(words, reversal.changes)) + notice

    def _put(self, doc: dict[str, Any], expected: int, action: str) -> dict[str, Any]:
        return save(self._parts, doc, expected, action)


def _in_own_words(
    stored: dict[str, Any], rationale: str | None, claimant: str | None, unknown: str | None
) -> dict[str, Any]:
    """What the reviewer says of reasons, claimant and gaps, or said before, as a verdict's
    fields."""
    why = stored.get("rationale", "") if rationale is None else rationale.strip()
    said = stored.get("claimant_given") if claimant is None else claimant.strip()
    gap = stored.get("unknown", "") if unknown is None else unknown.strip()
    fields = {"claimant": said, "claimant_given": said} if said else {}
    return {"rationale": why} | fields | ({"unknown": gap} if gap else {})


def article_digest(at: Anchor) -> str:
    """Sixteen hex digits of a place: article, start and end."""
    place = repr((at.article, at.start, at.end)).encode("utf-8", "backslashreplace")
    return hashlib.sha256(place).hexdigest()[:16]


def _check_address(url: str) -> None:
    from workbench.edges.readers.article_fields import is_web_address  # noqa: PLC0415

    if not is_web_address(url):
        raise UsageError(f"{url!r} is no address: it begins with https:// or http://")
