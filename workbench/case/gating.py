"""Sending verdicts through the gate while they are written, each looked at once."""

from collections.abc import Callable, Iterator, Sequence

from workbench.case.gathering import Gathering
from workbench.core.publication import PublishedVerdict
from workbench.core.publication.gate import Finding
from workbench.core.verdicts import Verdict

STOPPING = frozenset({"quote stands", "link holds", "second reviewer signed"})
"""Rules of the gate that hold a verdict back; the findings of the others are told."""

Check = Callable[[PublishedVerdict], tuple[Finding, ...]]


class Gate:
    """One export's gate: `verdicts` may be gone through again, the check is made once.

    `passed` are the verdicts that left, `forced` the claims of those among them that
    the gate would have held back. `refused` and `told` are lines for people.
    """

    def __init__(
        self, gathering: Gathering, check: Check, wanted: Sequence[Verdict], force: bool
    ) -> None:
        self._gathering = gathering
        self._check = check
        self._wanted = wanted
        self._force = force
        self._held: set[str] = set()
        self.passed: dict[str, Verdict] = {}
        self.forced: set[str] = set()
        self.refused: list[str] = []
        self.told: list[str] = []

    def verdicts(self) -> Iterator[PublishedVerdict]:
        """What leaves the house, gathered one at a time."""
        for verdict in self._wanted:
            if verdict.claim in self._held:
                continue
            v = self._gathering.published(verdict)
            if verdict.claim in self.passed or self._lets_pass(verdict, v):
                yield v

    def _lets_pass(self, verdict: Verdict, v: PublishedVerdict) -> bool:
        findings = self._check(v)
        stopping = [finding for finding in findings if finding.rule in STOPPING]
        if stopping and not self._force:
            self.refused += [_line(verdict, finding) for finding in stopping]
            self._held.add(verdict.claim)
            return False
        if stopping:
            self.forced.add(verdict.claim)
        self.passed[verdict.claim] = verdict
        self.told += [_line(verdict, finding) for finding in findings]
        return True


def _line(verdict: Verdict, finding: Finding) -> str:
    return f"{verdict.claim[:8]}: {finding.rule}: {finding.message}; {finding.mend}"
