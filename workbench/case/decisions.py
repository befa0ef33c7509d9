"""What people decide: links, verdicts, corrections, and taking them back."""

import secrets
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from typing import Any

from workbench.case.corpus import Corpus
from workbench.case.parts import Parts
from workbench.core.anchors import Anchor, anchor
from workbench.core.history import Change, Reversal, redo, undo
from workbench.core.verdicts import (
    OPEN,
    RELATIONS,
    Link,
    Standing,
    Verdict,
    in_words,
    standings,
)
from workbench.errors import UnknownId, UsageError


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong: where, and what."""

    where: str
    what: str


class Decisions:
    """Deciding, through the store: whatever returns is on disk."""

    def __init__(self, parts: Parts, corpus: Corpus) -> None:
        self._parts = parts
        self._corpus = corpus

    # -- links ---------------------------------------------------------------------

    def links(self, claim: str) -> list[Link]:
        """The links of a claim, oldest first."""
        docs = self._parts.store.query("link", self._claim_id(claim))
        return sorted((Link.from_document(d) for d in docs), key=lambda link: (link.at, link.id))

    def link(
        self, claim: str, article: str, start: int, end: int, relation: str, note: str = ""
    ) -> Link:
        """Confirm that `article.text[start:end]` bears on a claim in that way.

        Linking a passage again changes its relation and note. Raises UsageError
        for a relation that is none or a span that is not in the article.
        """
        if relation not in RELATIONS:
            raise UsageError(f"no relation {relation!r}; there are {', '.join(RELATIONS)}")
        text = self._corpus.article(article)
        if not 0 <= start < end <= len(text.text):
            raise UsageError(
                f"{article} has no passage {start}-{end}; its text ends at {len(text.text)}"
            )
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
            "anchor": asdict(anchor(text, start, end)),
        }
        return Link.from_document(self._put(doc, same.revision if same else 0, "link"))

    def unlink(self, link_id: str) -> None:
        """Take a link away; it stays in the history."""
        doc = self._parts.store.get("link", link_id)
        if not doc:
            raise UnknownId(f"no link {link_id!r}")
        self._put({**doc, "deleted": True}, doc["revision"], "unlink")

    # -- verdicts ------------------------------------------------------------------

    def verdict(self, claim: str) -> Verdict | None:
        """The verdict on a claim, if there is one."""
        doc = self._parts.store.get("verdict", self._claim_id(claim))
        return Verdict.from_document(doc) if doc else None

    def verdicts(self) -> list[Verdict]:
        """All verdicts, by claim id."""
        docs = self._parts.store.query("verdict")
        return sorted((Verdict.from_document(d) for d in docs), key=lambda v: v.claim)

    def rule(
        self,
        claim: str,
        rating: str,
        summary: str,
        rationale: str = "",
        expected_revision: int | None = None,
        correction: str = "",
    ) -> Verdict:
        """Record a verdict, or a new revision of it.

        A change of a verdict that was published is a correction; `correction` is
        its reason, which is published with it. `expected_revision` is the revision that the reviewer saw (0: none); left
        out, the stored one is taken. Raises StaleRevision when somebody saved in
        between, UsageError for a rating the scale lacks or an empty summary.
        """
        known = self._parts.settings.scale.rating(rating)
        if not summary.strip():
            raise UsageError("a verdict needs a summary: one sentence that says what was found")
        found = self._corpus.claim(claim)
        article = self._corpus.article(found.article)
        stored = self._parts.store.get("verdict", found.id)
        if expected_revision is None:
            expected_revision = stored["revision"] if stored else 0
        doc = {
            "type": "verdict",
            "id": found.id,
            "claim": found.id,
            "rating": known.name,
            "summary": summary.strip(),
            "rationale": rationale.strip(),
            "claimant": found.claimant,
            "anchor": asdict(anchor(article, found.start, found.end)),
        }
        if correction.strip():
            doc["correction"] = correction.strip()
        return Verdict.from_document(self._put(doc, expected_revision, "verdict"))

    # -- articles ------------------------------------------------------------------

    def correct(self, article: str, **fields: str) -> None:
        """Correct an article's title, publisher, url, language or published day.

        The correction wins over what the source says, from the next reading on.
        """
        self._corpus.article(article)
        stored = self._parts.store.get("article", article) or {
            "type": "article", "id": article, "claim": None, "revision": 0,
        }  # fmt: skip
        self._put({**stored, **fields}, stored["revision"], "correct article")

    # -- history -------------------------------------------------------------------

    def history(self, claim: str | None = None) -> list[Change]:
        """Every change, or those of one claim, oldest first."""
        wanted = self._claim_id(claim) if claim else None
        return [c for c in self._parts.store.changes() if not wanted or c.claim == wanted]

    def undo(self) -> str:
        """Take back this reviewer's last change, as a new entry; says in words which.

        Raises UsageError when there is none, or somebody has changed it since.
        """
        return self._reverse(undo)

    def redo(self) -> str:
        """Make again what this reviewer last took back; says in words what."""
        return self._reverse(redo)

    def verify(self) -> list[Finding]:
        """Everything that is wrong: history, checksums, quotes that stand nowhere."""
        found = [Finding("history", line) for line in self._parts.store.verify()]
        for doc in self._parts.store.query():
            if "anchor" in doc:
                wrong = self._misquoted(Anchor(**doc["anchor"]))
                found += [Finding(f"{doc['type']} {doc['id']}", wrong)] if wrong else []
        return found

    def status(self, claim: str) -> str:
        """Where a claim stands, one of `STATUSES`."""
        return self.standing(claim).status

    def standing(self, claim: str) -> Standing:
        """Where a claim stands, with its rating and its number of links."""
        id = self._claim_id(claim)
        return standings(self._parts.store.query(claim=id)).get(id, OPEN)

    def refresh(self) -> bool:
        """Pick up what other processes saved; True if there was anything."""
        return self._parts.store.refresh()

    # -- inside --------------------------------------------------------------------

    def _reverse(self, plan: Callable[[Iterable[Change], str], Reversal]) -> str:
        store, by = self._parts.store, self._parts.reviewer
        reversal = plan(store.changes(newest_first=True), by)
        store.put_many(
            reversal.documents, by=by, at=self._parts.now(), action=reversal.action,
            undoes=reversal.undoes,
        )  # fmt: skip
        return "; ".join(map(in_words, reversal.changes))

    def _misquoted(self, anchor: Anchor) -> str:
        """Why a quote does not stand in the revision it was taken from, or ""."""
        try:
            article = self._corpus.article(anchor.article, anchor.revision)
        except UnknownId:
            return f"quotes {anchor.article}, revision {anchor.revision}, which is not in seeds/"
        if article.text[anchor.start : anchor.end] != anchor.quote:
            return f"quotes what does not stand in {anchor.article} at {anchor.start}"
        return ""

    def _claim_id(self, claim: str) -> str:
        """A claim's full id; decided claims are known even when their text is gone."""
        try:
            return self._corpus.claim_id(claim)
        except UnknownId:
            if self._parts.store.query(claim=claim):
                return claim
            raise

    def _put(self, doc: dict[str, Any], expected: int, action: str) -> dict[str, Any]:
        return self._parts.store.put(
            doc, expected, by=self._parts.reviewer, at=self._parts.now(), action=action
        )
