"""What the publication of a verdict is made of, as one digest, without gathering it.

Whatever can change a page or a finding of the gate changes the digest: the program,
the settings, the history of the claim, every revision of the articles quoted, and the
contradictions found. It is the same on every machine, so that a folder of pages that
was exported elsewhere is known to be up to date.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from workbench.case.context import Parts
from workbench.core.verdicts.history import PUBLISH, Change
from workbench.core.verdicts.standing import Verdict
from workbench.edges.gathered import Gathered, History, trace_of
from workbench.edges.outgoing import fingerprint, made_of

INTERNAL = frozenset({"note", "question", "assignment", "status", PUBLISH})
"""Actions that pages do not tell of: talk inside the house, and the page's own leaving."""
NOTHING: History = ("", False)


class Inputs:
    """The digests of one case's verdicts, as it stands when this is made."""

    def __init__(self, parts: Parts, kept: Gathered) -> None:
        settings = parts.settings
        self._parts = parts
        self._shared = (
            settings.scale, settings.independent_sources, settings.second_reviewer,
            sorted(settings.people.items()), settings.reviewer, sorted(settings.claimants.items()),
            settings.house.corrections_contact,
        )  # fmt: skip
        self._histories = histories(parts, kept)
        self._articles: dict[str, str] = {}
        self._conflicts: dict[str, str] = {}

    def made(self, verdict: Verdict) -> str:
        """The digest of all that the publication of a verdict is made of."""
        quoted = [link["anchor"]["article"] for link in self._links(verdict.claim)]
        return made_of(
            self._shared,
            self._histories.get(verdict.claim, NOTHING)[0],
            (verdict.by, verdict.at, verdict.revision),
            [self._article(id) for id in (verdict.anchor.article, *quoted)],
            self._conflicts_of(verdict.anchor.article),
        )

    def _links(self, claim: str) -> Iterable[Mapping[str, Any]]:
        return self._parts.store.scan("link", claim)

    def _article(self, id: str) -> str:
        if id not in self._articles:
            records = self._parts.store.get("webcopy", self._parts.catalog.seed_of(id)) or {}
            records = {**records, **(self._parts.store.get("article", id) or {})}
            copy = records.get("webcopy"), records.get("archive")
            self._articles[id] = f"{trace_of(self._parts.catalog, id)} {copy}"
        return self._articles[id]

    def _conflicts_of(self, article: str) -> str:
        if article not in self._conflicts:
            rows = self._parts.findings.conflict_rows(article)
            sides = sorted({id for row in rows for id in row[:2]})
            self._conflicts[article] = fingerprint(rows, [self._article(id) for id in sides])
        return self._conflicts[article]


@dataclass(slots=True)
class _Reading:
    """Histories while entries are taken in."""

    known: dict[str, History]
    changed: set[str]

    def take(self, change: Change) -> None:
        """Put an entry to the history of its claim."""
        before = change.before["claim"] if change.before else None
        for claim in {change.claim, before} - {None}:
            assert claim is not None
            digest, published = self.known.get(claim, NOTHING)
            if change.action not in INTERNAL:
                digest = fingerprint(digest, published, change.hash)
            self.known[claim] = (digest, published or change.type == "publication")
            self.changed.add(claim)


def histories(parts: Parts, kept: Gathered) -> dict[str, History]:
    """Claim → digest of its entries, of which only those are read that came since last time.

    That a verdict left the house shows on no page until the verdict is changed: then
    the change is a correction.
    """
    number, last, known = kept.histories()
    changes = parts.store.changes(since=max(number - 1, 0))
    anew = number == 0
    if number:
        first = next(changes, None)
        if not first or first.hash != last:  # another copy's entries came in between
            anew, known, changes = True, {}, parts.store.changes()
    reading = _Reading(known, set())
    for change in changes:
        reading.take(change)
        number, last = change.seq, change.hash
    if reading.changed or anew:
        changed = {claim: reading.known[claim] for claim in reading.changed}
        kept.put_histories(number, last, changed, anew=anew)
    return reading.known
