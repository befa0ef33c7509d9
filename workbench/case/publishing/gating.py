"""Sending verdicts through the gate while they are written, each looked at once."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass, replace

from workbench.case.publishing.gathering import Gathering
from workbench.case.publishing.page_digest import Inputs
from workbench.core.publication import PublishedVerdict
from workbench.core.publication.gate import PROFILES, RULES, Finding
from workbench.core.publication.verdict_records import from_record, to_record
from workbench.core.verdicts.standing import Verdict
from workbench.edges.gathered import Gathered
from workbench.edges.outgoing import Due, fingerprint
from workbench.errors import UsageError

ALL = "all"
"""In the settings: every rule holds back."""
Check = Callable[[PublishedVerdict], tuple[Finding, ...]]

WORDS = {
    "first": "leaves", "correction": "corrects", "retraction": "retracts", "nothing new": "is out",
}  # fmt: skip
"""What leaves → the word for it."""


@dataclass(frozen=True, slots=True)
class Leaving:
    """A verdict that is to leave, or is held back.

    `change` is first, correction, retraction or nothing new; `holding` is what holds it
    back (empty for what leaves), `told` what else the gate found. `forced` says that it
    leaves although the gate would hold it back.
    """

    verdict: Verdict
    change: str
    holding: tuple[Finding, ...] = ()
    told: tuple[Finding, ...] = ()
    forced: bool = False

    @property
    def held(self) -> bool:
        """Whether it stays in."""
        return bool(self.holding) and not self.forced

    @property
    def word(self) -> str:
        """What becomes of it, in a word or two."""
        return "held back" if self.held else WORDS[self.change]

    @property
    def lines(self) -> list[str]:
        """What was found, a line each, for people."""
        found = self.holding if self.held else (*self.holding, *self.told)
        return [f"{self.verdict.claim[:8]}: {in_words(finding)}" for finding in found]


@dataclass(frozen=True, slots=True)
class Asked:
    """What an export asks of the gate.

    `first` is when each verdict first left the house, for those that have; others leave
    at `at` (empty for a draft, which does not leave). `changes` says of each claim
    what its leaving is (see `Leaving.change`).
    """

    wanted: Sequence[Verdict]
    stopping: frozenset[str]
    changes: Mapping[str, str]
    first: Mapping[str, str]
    at: str = ""
    force: bool = False


class Gate:
    """One export's gate: `verdicts` may be gone through again, the check is made once.

    A verdict of which nothing has changed since it was last looked at is neither
    gathered nor checked again. One that is held back is due as `held`: what was
    published of it stays as it was. `rows` has what came of each, by claim.
    """

    def __init__(
        self, gathering: Gathering, check: Check, inputs: Inputs, kept: Gathered, asked: Asked
    ) -> None:
        self._gathering = gathering
        self._check = check
        self._inputs = inputs
        self._kept = kept
        self._asked = asked
        self.rows: dict[str, Leaving] = {}

    def verdicts(self) -> Iterator[Due]:
        """What leaves the house, gathered one at a time and only where it is needed."""
        for verdict in self._asked.wanted:
            due, findings = self._looked_at(verdict)
            if verdict.claim not in self.rows:
                self.rows[verdict.claim] = self._judged(verdict, findings)
            yield self._held(due) if self.rows[verdict.claim].held else due

    def look(self) -> list[Leaving]:
        """What would come of each verdict; nothing is written."""
        for _ in self.verdicts():
            pass
        return list(self.rows.values())

    @property
    def left(self) -> list[Leaving]:
        """The verdicts that left."""
        return [row for row in self.rows.values() if not row.held]

    def _looked_at(self, verdict: Verdict) -> tuple[Due, tuple[Finding, ...]]:
        """A verdict with what the gate finds, as kept or anew."""
        made = self._inputs.made(verdict)
        first = self._asked.first.get(verdict.claim, self._asked.at)
        kept = self._kept.verdict(verdict.claim, made)
        if kept:
            stored, found = kept
            gather = lambda: replace(self._read(stored, verdict), published_at=first)  # noqa: E731
            findings = tuple(Finding(*finding) for finding in json.loads(found))
        else:
            v = self._gathering.published(verdict)
            findings = self._check(v)
            found = json.dumps([astuple(finding) for finding in findings])
            self._kept.put_verdict(verdict.claim, made, json.dumps(to_record(v)), found)
            gather = lambda: replace(v, published_at=first)  # noqa: E731
        digest, day = fingerprint(made, first), first or verdict.at
        due = Due(verdict.claim, verdict.anchor.quote, digest, gather, first_day=day)
        return due, findings

    def _read(self, stored: str, verdict: Verdict) -> PublishedVerdict:
        try:
            return from_record(json.loads(stored))
        except UsageError:  # of another version of the program
            return self._gathering.published(verdict)

    def _held(self, due: Due) -> Due:
        """A verdict that stays in; lists go on showing it as it left before, if it did."""
        first = self._asked.first.get(due.claim_id)
        if first is None:
            return replace(due, held=True)
        as_left = lambda: replace(  # noqa: E731
            self._gathering.as_left(due.claim_id), published_at=first
        )
        return replace(due, held=True, out=True, gather=as_left)

    def _judged(self, verdict: Verdict, findings: Sequence[Finding]) -> Leaving:
        """A retraction is never held back: what was wrong must not stay out for a formality."""
        change = self._asked.changes[verdict.claim]
        if change == "retraction":
            return Leaving(verdict, change)
        holding = tuple(f for f in findings if f.rule in self._asked.stopping)
        told = tuple(f for f in findings if f.rule not in self._asked.stopping)
        return Leaving(verdict, change, holding, told, bool(holding) and self._asked.force)


def stopping_rules(profile: str, wanted: Sequence[str]) -> frozenset[str]:
    """The rules that hold back in a case of that profile, or that names these or "all".

    Raises UsageError for a rule that is none.
    """
    names = [name for name, _ in RULES]
    unknown = [name for name in wanted if name not in (*names, ALL)]
    if unknown:
        known = ", ".join((ALL, *names))
        raise UsageError(f"settings: hold_back has no rule {unknown[0]!r}; there are {known}")
    return frozenset(names if ALL in wanted else wanted or PROFILES[profile])


def in_words(finding: Finding) -> str:
    """A finding as one line: its rule, what is wrong, how to mend it."""
    return f"{finding.rule}: {finding.message}; {finding.mend}"
