"""Evidence that stays true: what became of quotes whose articles have changed."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass

from workbench.case.context import Parts
from workbench.case.corpus import Corpus
from workbench.case.saving import save
from workbench.core.evidence.anchors import Anchor, anchor
from workbench.core.evidence.reanchoring import Reanchored, reanchor
from workbench.core.text.articles import Article
from workbench.core.verdicts.standing import RELATIONS, Link
from workbench.errors import UnknownId, UsageError

HOLDS = ("same", "moved")
"""States in which a quote still says what it said, word for word."""


@dataclass(frozen=True, slots=True)
class ToLookAt:
    """A link or verdict whose source is not what it was.

    `type` is "link" or "verdict", `id` its id; `found` says what became of the
    quote, with the words that changed.
    """

    claim: str
    type: str
    id: str
    anchor: Anchor
    found: Reanchored

    @property
    def what(self) -> str:
        """Type and id, as reports name it."""
        return f"{self.type} {self.id}"

    @property
    def state(self) -> str:
        """What became of the quote: changed, facts differ, ambiguous or orphaned."""
        return self.found.state

    @property
    def reason(self) -> str:
        """Why, in plain words."""
        return self.found.reason


class Evidence:
    """Following quotes through the revisions of their articles."""

    def __init__(self, parts: Parts, corpus: Corpus) -> None:
        self._parts = parts
        self._corpus = corpus

    def follow(self, anchor: Anchor) -> Reanchored:
        """What became of a quote in the article as it stands now.

        Nothing is moved: the anchor keeps naming the revision it was taken from.
        """
        if self._parts.catalog.current_hash(anchor.article) == anchor.sha256:
            return Reanchored("same", anchor.start, anchor.end, anchor.quote, "the same text")
        try:
            now = self._corpus.article(anchor.article)
        except UnknownId:
            return Reanchored("orphaned", None, None, "", "its article is no longer in seeds/")
        return reanchor(anchor, now, self._before(anchor))

    def to_look_at(self) -> list[ToLookAt]:
        """Everything decided that rests on words which no longer stand, by claim."""
        return sorted(self._changed(), key=lambda item: (item.claim, item.what))

    def link(self, link_id: str) -> Link:
        """A link by its id or the first digits of it; raises UnknownId or UsageError."""
        doc = self._parts.store.get("link", link_id)
        docs = [doc] if doc else self._parts.store.query("link")
        found = [d for d in docs if link_id and d["id"].startswith(link_id)]
        if not found:
            raise UnknownId(f"no link {link_id!r}; `workbench review` names those to look at")
        if len(found) > 1:
            raise UsageError(f"more than one link begins with {link_id!r}; give more of its id")
        return Link.from_document(found[0])

    def relink(self, link_id: str, relation: str = "") -> tuple[Link, Reanchored]:
        """Take a link to where its quote stands in the article now, as a new revision.

        Gives the link with what had become of its quote. Where the facts differ the
        passage may no longer be what it was to the claim, so `relation` has to say
        what it is. Raises UsageError where there is no place to take it to, or no
        need.
        """
        link = self.link(link_id)
        found = self.follow(link.anchor)
        now = self._corpus.article(link.anchor.article) if found.start is not None else None
        if not now or found.start is None or found.end is None:
            raise UsageError(
                f"link {link.id} is {found.state}: {found.reason}; link a passage anew, or undo it"
            )
        if now.revision == link.anchor.revision:
            raise UsageError(f"link {link.id} stands in the article as it is now")
        if found.state == "facts differ" and not relation:
            raise UsageError(
                f"link {link.id}: {found.reason}; say with --as what the passage is to the claim "
                f"now"
            )
        if relation and relation not in RELATIONS:
            raise UsageError(f"no relation {relation!r}; there are {', '.join(RELATIONS)}")
        stored = self._parts.store.get("link", link.id) or {}
        doc = {
            **stored,
            "relation": relation or link.relation,
            "anchor": asdict(anchor(now, found.start, found.end)),
        }
        return Link.from_document(save(self._parts, doc, link.revision, "relink")), found

    def _changed(self) -> Iterator[ToLookAt]:
        hashes: dict[str, str] = {}  # of the articles as they stand: most are unchanged
        for doc in self._parts.store.scan():
            if "anchor" not in doc:
                continue
            article = doc["anchor"]["article"]
            if article not in hashes:
                hashes[article] = self._parts.catalog.current_hash(article)
            if hashes[article] == doc["anchor"]["sha256"]:
                continue
            anchor = Anchor(**doc["anchor"])
            found = self.follow(anchor)
            if found.state not in HOLDS:
                yield ToLookAt(doc["claim"], doc["type"], doc["id"], anchor, found)

    def _before(self, anchor: Anchor) -> Article | None:
        try:
            return self._corpus.article(anchor.article, anchor.revision)
        except UnknownId:
            return None
