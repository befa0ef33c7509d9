"""What has to be looked at again: changed sources, new conflicts, published verdicts.

Nothing is reopened by itself: the list says what came to light, people decide.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from workbench.case.context import Parts
from workbench.case.contradictions.comparing import Comparing, side_key
from workbench.case.evidence.changed_quotes import Evidence
from workbench.case.publishing.publications import Publications
from workbench.core.events.contradictions import Side
from workbench.core.evidence.alignment import DiffOp
from workbench.core.evidence.anchors import Anchor
from workbench.core.verdicts.standing import Verdict

Place = tuple[str, int, int]
"""(article, start, end); ("", 0, 0) where there is nothing to show."""


@dataclass(frozen=True, slots=True)
class Look:
    """One thing to look at again.

    `what` is "source changed", "new conflict" or "published", `quote` the words that stand or
    stood at `place`; `diff` leads from the quoted words to those that stand in their place
    now, where there are any. `about` says to a reader of the list what `why` says in ids.
    """

    what: str
    claim: str
    why: str
    place: Place = ("", 0, 0)
    quote: str = ""
    diff: tuple[DiffOp, ...] = ()
    about: str = ""


class Looking:
    """The list of what came to light after it was decided."""

    def __init__(
        self, parts: Parts, evidence: Evidence, comparing: Comparing, publications: Publications
    ) -> None:
        self._parts = parts
        self._evidence = evidence
        self._comparing = comparing
        self._publications = publications

    def again(self) -> list[Look]:
        """Everything to look at again, by claim.

        A conflict is on the list when it was found after the verdict that it
        speaks against, and until the passage is linked or the verdict is given
        anew beside it.
        """
        changed = [
            Look(
                "source changed",
                item.claim,
                f"{item.what}: {item.state}, {item.reason} ({item.anchor.article})",
                (item.anchor.article, item.found.start or 0, item.found.end or 0),
                item.anchor.quote,
                item.found.diff,
                f"{item.type} in {item.anchor.article}: {item.state}, {item.reason}",
            )
            for item in self._evidence.to_look_at()
        ]
        fresh = dict(self._fresh())
        conflicts = [
            Look(
                "new conflict",
                claim,
                f"{side.article}:{side.start}-{side.end} {side.quote}",
                (side.article, side.start, side.end),
                side.quote,
                about=f"in {side.article}, found since the verdict",
            )
            for claim, sides in fresh.items()
            for side in sides
        ]
        touched = dict.fromkeys(look.claim for look in (*changed, *conflicts))
        published = [
            look for claim in touched for look in self._published(claim, fresh.get(claim, ()))
        ]
        return sorted((*changed, *conflicts, *published), key=lambda look: look.claim)

    def _fresh(self) -> Iterator[tuple[str, list[Side]]]:
        """Claim → the passages found since its verdict to contradict it, that nobody linked."""
        known = self._comparing.contradictions()
        articles = {article for article, _ in known}
        for doc in self._parts.store.scan("verdict"):
            if "weighed" not in doc or doc["anchor"]["article"] not in articles:
                continue
            place = self._evidence.follow(Anchor(**doc["anchor"]))
            if place.start is None:
                continue
            sides = self._unweighed(doc, known.get((doc["anchor"]["article"], place.start), ()))
            if sides:
                yield doc["claim"], sides

    def _unweighed(self, verdict: Mapping[str, Any], sides: Sequence[Side]) -> list[Side]:
        new = [side for side in sides if side_key(side) not in verdict["weighed"]]
        links = self._parts.store.scan("link", verdict["claim"]) if new else []
        linked = [link["anchor"] for link in links]
        return [side for side in new if not any(_same(side, anchor) for anchor in linked)]

    def _published(self, claim: str, fresh: Sequence[Side]) -> Iterator[Look]:
        """The published verdict on a claim, where it has to be looked at again."""
        doc = self._parts.store.get("verdict", claim)
        if not doc or not self._parts.store.get("publication", claim):
            return
        verdict = Verdict.from_document(doc)
        findings = self._publications.second_look(verdict, fresh)
        why = "; ".join(f"{f.rule}: {f.message}; {f.mend}" for f in findings)
        if why:
            at = verdict.anchor
            yield Look("published", claim, why, (at.article, at.start, at.end), at.quote)


def _same(side: Side, anchor: Mapping[str, Any]) -> bool:
    """Whether a link's passage is this one, or part of it."""
    overlap = side.start < anchor["end"] and anchor["start"] < side.end
    same_words = side.quote == anchor["quote"]
    return side.article == anchor["article"] and bool(overlap or same_words)
