"""Sending verdicts through the gate while they are written, each looked at once."""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import astuple, replace

from workbench.case.gathering import Gathering
from workbench.case.inputs import Inputs
from workbench.core.publication import PublishedVerdict
from workbench.core.publication.gate import HOLDING_BACK, RULES, Finding
from workbench.core.publication.records import from_record, to_record
from workbench.core.verdicts.standing import Verdict
from workbench.edges.gathered import Gathered
from workbench.edges.outgoing import Due
from workbench.errors import UsageError

ALL = "all"
"""In the settings: every rule holds back."""
Check = Callable[[PublishedVerdict], tuple[Finding, ...]]


class Gate:
    """One export's gate: `verdicts` may be gone through again, the check is made once.

    A verdict of which nothing has changed since it was last looked at is neither
    gathered nor checked again. One that is held back is due as `held`: what was
    published of it stays as it was. `passed` are the verdicts that left, `forced` the claims
    of those among them that the gate would have held back. `refused` and `told` are
    lines for people.
    """

    def __init__(
        self,
        gathering: Gathering,
        check: Check,
        inputs: Inputs,
        kept: Gathered,
        wanted: Sequence[Verdict],
        stopping: frozenset[str],
        force: bool,
    ) -> None:
        self._gathering = gathering
        self._check = check
        self._inputs = inputs
        self._kept = kept
        self._wanted = wanted
        self._stopping = stopping
        self._force = force
        self._held: set[str] = set()
        self.passed: dict[str, Verdict] = {}
        self.forced: set[str] = set()
        self.refused: list[str] = []
        self.told: list[str] = []

    def verdicts(self) -> Iterator[Due]:
        """What leaves the house, gathered one at a time and only where it is needed."""
        for verdict in self._wanted:
            due, findings = self._looked_at(verdict)
            if verdict.claim not in self.passed and verdict.claim not in self._held:
                self._judge(verdict, findings)
            yield replace(due, held=verdict.claim in self._held)

    def _looked_at(self, verdict: Verdict) -> tuple[Due, tuple[Finding, ...]]:
        """A verdict with what the gate finds, as kept or anew."""
        made = self._inputs.made(verdict)
        kept = self._kept.verdict(verdict.claim, made)
        if kept:
            stored, found = kept
            gather = lambda: self._read(stored, verdict)  # noqa: E731
            findings = tuple(Finding(*finding) for finding in json.loads(found))
        else:
            v = self._gathering.published(verdict)
            findings = self._check(v)
            found = json.dumps([astuple(finding) for finding in findings])
            self._kept.put_verdict(verdict.claim, made, json.dumps(to_record(v)), found)
            gather = lambda: v  # noqa: E731
        return Due(verdict.claim, verdict.anchor.quote, made, gather), findings

    def _read(self, stored: str, verdict: Verdict) -> PublishedVerdict:
        try:
            return from_record(json.loads(stored))
        except UsageError:  # of another version of the program
            return self._gathering.published(verdict)

    def _judge(self, verdict: Verdict, findings: Sequence[Finding]) -> None:
        stopping = [finding for finding in findings if finding.rule in self._stopping]
        if stopping and not self._force:
            self.refused += [_line(verdict, finding) for finding in stopping]
            self._held.add(verdict.claim)
            return
        if stopping:
            self.forced.add(verdict.claim)
        self.passed[verdict.claim] = verdict
        self.told += [_line(verdict, finding) for finding in findings]


def stopping_rules(wanted: Sequence[str]) -> frozenset[str]:
    """The rules that hold back in a case that asks for these, or for "all" of them.

    Raises UsageError for a rule that is none.
    """
    names = [name for name, _ in RULES]
    unknown = [name for name in wanted if name not in (*names, ALL)]
    if unknown:
        known = ", ".join((ALL, *names))
        raise UsageError(f"settings: hold_back has no rule {unknown[0]!r}; there are {known}")
    return frozenset(names if ALL in wanted else wanted or HOLDING_BACK)


def _line(verdict: Verdict, finding: Finding) -> str:
    return f"{verdict.claim[:8]}: {finding.rule}: {finding.message}; {finding.mend}"
