"""The publish verb: verdicts through the gate, written in a format, and put on record."""

from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from workbench.case.decisions import Decisions
from workbench.case.gathering import Gathering
from workbench.case.gating import Gate, stopping_rules
from workbench.case.inputs import Inputs
from workbench.case.parts import DERIVED, Parts, published_folder
from workbench.case.reports import ExportReport
from workbench.core.events.conflicts import Side
from workbench.core.publication import House, PublishedVerdict, Templates
from workbench.core.publication.gate import Finding, check, second_look
from workbench.core.publication.verifying import Fault, verify
from workbench.core.verdicts.history import PUBLISH
from workbench.core.verdicts.standing import Verdict
from workbench.edges.bundles import read_bundle
from workbench.edges.exports import write_bundles, write_claimreview, write_tables
from workbench.edges.gathered import Gathered
from workbench.edges.inside import Inside
from workbench.edges.outgoing import Verdicts
from workbench.edges.pages import Report, write_markdown
from workbench.edges.site import forget_unfinished, write_site
from workbench.edges.templates import read_templates
from workbench.errors import UnknownId, UsageError


@dataclass(frozen=True, slots=True)
class Order:
    """What an export is to be: who publishes, in which shape, and whether of all verdicts."""

    house: House
    templates: Templates
    whole: bool
    gathering: Gathering


Write = Callable[[Verdicts, Path | Inside, Order], Report]

FORMATS: dict[str, Write] = {
    "markdown": lambda verdicts, folder, order: write_markdown(
        verdicts(), folder, order.house, order.templates, complete=order.whole
    ),
    "html": lambda verdicts, folder, order: write_site(
        verdicts, folder, order.house, order.templates
    ),
    "claimreview": lambda verdicts, folder, order: write_claimreview(
        verdicts, folder, order.house, complete=order.whole
    ),
    "bundle": lambda verdicts, folder, order: write_bundles(
        verdicts(), order.gathering.bundler(), folder, order.house, order.templates,
        complete=order.whole,
    ),
    "csv": lambda verdicts, folder, _: write_tables(verdicts, folder),
}  # fmt: skip
"""Format → what writes it."""

WHOLE = frozenset({"html", "csv"})
"""Formats that are one work about all verdicts: of the case's own, none that is out falls out."""


class Publications:
    """What leaves the house."""

    def __init__(self, parts: Parts, decisions: Decisions, gathering: Gathering) -> None:
        self._parts = parts
        self._decisions = decisions
        self._gathering = gathering

    @property
    def folder(self) -> Path:
        """Where publications go unless the user names another place."""
        return published_folder(self._parts.folder).path

    def check(self, claim: str) -> tuple[Finding, ...]:
        """What the gate finds wrong with the verdict on a claim, each with how to mend it."""
        return self._findings(self._gathering.published(self._verdict(claim)))

    def second_look(self, verdict: Verdict, new: Sequence[Side]) -> tuple[Finding, ...]:
        """Why a verdict that is out has to be looked at again; empty where it stands.

        `new` are the passages that came to contradict its claim since.
        """
        v = self._gathering.published(verdict)
        known = tuple(map(self._gathering.known_conflict, new))
        return second_look(v, replace(self._gathering.gate_settings(v), known=known))

    def export(
        self,
        claims: Sequence[str] | None = None,
        to: Path | None = None,
        format: str = "markdown",
        force: bool = False,
    ) -> ExportReport:
        """Write the verdicts on some claims, or all of them.

        Each goes through the gate first: one whose quotes do not stand, whose
        links no longer hold or whose second review is asked for and missing (or that
        breaks another rule by which the case holds back) is left out, unless `force`
        sends it out all the same; that is put on record. What was published of it
        before stays as it is.
        What goes to the case's own folder is put on record too; `to` may be a draft.
        The case's own site and tables stay those of all verdicts that are out.
        Writing all verdicts also removes the pages of those taken back. Raises
        UnknownId for a claim without a verdict.
        """
        if format not in FORMATS:
            raise UsageError(f"no format {format!r}; there are {', '.join(FORMATS)}")
        wanted = self._wanted(claims, whole=format in WHOLE and to is None)
        folder = to or self._own_folder(format)
        house, templates = self._parts.settings.house, read_templates(self._parts.folder)
        order = Order(house, templates, claims is None, self._gathering)
        stopping = stopping_rules(self._parts.settings.hold_back)
        with closing(Gathered(self._parts.inside / DERIVED)) as kept:
            inputs = Inputs(self._parts, kept)
            gate = Gate(self._gathering, self._findings, inputs, kept, wanted, stopping, force)
            report = FORMATS[format](gate.verdicts, folder, order)
        self._put_on_record(
            [v for v in gate.passed.values() if to is None or v.claim in gate.forced], gate.forced
        )
        return ExportReport(
            report.folder,
            tuple(report.folder / name for name in report.written),
            tuple(report.folder / name for name in report.unchanged),
            tuple(gate.refused),
            tuple(gate.told),
            tuple(report.folder / name for name in report.removed),
        )

    def _wanted(self, claims: Sequence[str] | None, *, whole: bool) -> list[Verdict]:
        """The verdicts on some claims or on all; for a `whole`, with those that are out already."""
        if claims is None:
            return self._decisions.verdicts()
        named = [self._verdict(claim) for claim in claims]
        if not whole:
            return named
        out = {doc["claim"] for doc in self._parts.store.scan("publication")}
        out |= {verdict.claim for verdict in named}
        return [verdict for verdict in self._decisions.verdicts() if verdict.claim in out]

    def _own_folder(self, format: str) -> Inside:
        """The case's own folder for a format. Raises CaseUnsafe where not all in it is plain."""
        folder = published_folder(self._parts.folder)
        forget_unfinished(folder / "html")
        folder.plain_tree()
        return folder / format if format == "html" else folder

    def _findings(self, v: PublishedVerdict) -> tuple[Finding, ...]:
        return check(v, self._gathering.gate_settings(v))

    def _put_on_record(self, verdicts: Sequence[Verdict], forced: set[str]) -> None:
        """Remember which revision of a verdict left the house; once for each."""
        store = self._parts.store
        docs: list[tuple[dict[str, Any], int]] = []
        for verdict in verdicts:
            stored = store.get("publication", verdict.claim)
            if stored and stored["verdict_revision"] == verdict.revision:
                continue
            doc = {
                "type": "publication",
                "id": verdict.claim,
                "claim": verdict.claim,
                "publication": f"revision {verdict.revision}"
                + (", sent out past the gate" if verdict.claim in forced else ""),
                "verdict_revision": verdict.revision,
                "forced": verdict.claim in forced,
            }
            docs.append((doc, stored["revision"] if stored else 0))
        if docs:
            store.put_many(docs, by=self._parts.reviewer, at=self._parts.now(), action=PUBLISH)

    def _verdict(self, claim: str) -> Verdict:
        found = self._decisions.verdict(claim)
        if not found:
            raise UnknownId(
                f"claim {claim} has no verdict; `workbench verdict {claim}` records one"
            )
        return found


def verify_bundle(path: Path) -> tuple[Fault, ...]:
    """All that is wrong with an evidence bundle; needs no case. Raises InputRefused."""
    return verify(read_bundle(path))
