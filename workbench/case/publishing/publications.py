"""The publish verb: verdicts through the gate, written in a format, and put on record."""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from workbench.case.context import DERIVED, Parts, published_folder
from workbench.case.decisions import Decisions
from workbench.case.publishing.bundle_contents import Carried
from workbench.case.publishing.gathering import Gathering
from workbench.case.publishing.gating import Asked, Gate, Leaving, stopping_rules
from workbench.case.publishing.page_digest import Inputs
from workbench.case.reports import ExportReport
from workbench.case.saving import save
from workbench.case.trusting import counted_templates
from workbench.core.events.contradictions import Side
from workbench.core.publication import House, PublishedVerdict, Templates
from workbench.core.publication.gate import Finding, check, second_look
from workbench.core.publication.verifying import Fault, made_by, verify
from workbench.core.verdicts.history import PUBLISH
from workbench.core.verdicts.standing import Verdict, holds, says
from workbench.edges.bundles import read_bundle, seed_faults
from workbench.edges.exports import (
    BLOGS,
    stamp_bundles,
    write_blog,
    write_bundles,
    write_claimreview,
    write_tables,
)
from workbench.edges.gathered import Gathered
from workbench.edges.inside import Inside
from workbench.edges.outgoing import Verdicts, program
from workbench.edges.pages import Report, write_markdown
from workbench.edges.signing import PASSWORD, Signer, signature_faults
from workbench.edges.site import forget_unfinished, write_site
from workbench.edges.stamping import Stamp, stamp_faults, stamp_of
from workbench.errors import CaseError, CaseLocked, UnknownId, UsageError


@dataclass(frozen=True, slots=True)
class Order:
    """What an export is to be: who publishes, in which shape, and whether of all verdicts."""

    house: House
    templates: Templates
    whole: bool
    gathering: Gathering
    carried: Carried
    signer: Signer | None = None
    flavour: str = "plain"
    stamp: Stamp | None = None


Write = Callable[[Verdicts, Path | Inside, Order], Report]


def _write_bundles(verdicts: Verdicts, folder: Path | Inside, order: Order) -> Report:
    report = write_bundles(
        verdicts(), order.gathering.bundler(), folder, order.house, order.templates,
        complete=order.whole, signer=order.signer, beside=order.carried.beside,
    )  # fmt: skip
    return stamp_bundles(report, folder, order.stamp) if order.stamp else report


def _write_blog(blog: str, verdicts: Verdicts, folder: Path | Inside, order: Order) -> Report:
    return write_blog(blog, verdicts, folder, order.house, order.templates)


FORMATS: dict[str, Write] = {
    "markdown": lambda verdicts, folder, order: write_markdown(
        verdicts(), folder, order.house, order.templates, complete=order.whole,
        flavour=order.flavour,
    ),
    "html": lambda verdicts, folder, order: write_site(
        verdicts, folder, order.house, order.templates, order.gathering.head()
    ),
    "claimreview": lambda verdicts, folder, order: write_claimreview(
        verdicts, folder, order.house, complete=order.whole
    ),
    "bundle": _write_bundles,
    "csv": lambda verdicts, folder, order: write_tables(verdicts, folder, order.house),
    **{blog: partial(_write_blog, blog) for blog in BLOGS},
}  # fmt: skip
"""Format → what writes it."""

WHOLE = frozenset({"html", "csv", *BLOGS})
"""Formats that are one work about all verdicts: of the case's own, none that is out falls out."""


ADDRESSED = frozenset({"html", "claimreview", "bundle"})
"""Formats with a ClaimReview in them."""


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
        """What the gate finds wrong with the verdict on a claim, each with how to mend it.

        `stopping` has the rules whose findings hold it back.
        """
        self._gathering.seeds.forget()
        self._gathering.look_for_conflicts([self._verdict(claim).anchor.article])
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
        draft: bool = False,
        sign: Path | None = None,
        flavour: str = "",
        timestamp: Path | None = None,
    ) -> ExportReport:
        """Write the verdicts on some claims, or all of them.

        Each goes through the gate first: one that breaks a rule by which the case
        holds back is left out, unless `force` sends it out all the same; that is put on
        record. What was published of it before stays as it is. Of a verdict that was
        published and taken back a notice leaves, in the place of its page.
        What leaves is put on record, wherever it goes, but for a `draft`: that goes
        to the folder `to`, holds nothing back and publishes nothing.
        Bundles are signed with the private key in the file `sign`, if one is named, and that of
        a single claim gets the time stamp in the file `timestamp`; Markdown is written for the
        tool named by `flavour`, else for that of the settings.
        The case's own site and tables stay those of all verdicts that are out. Raises
        UnknownId for a claim without a verdict.
        """
        if format not in FORMATS:
            raise UsageError(f"no format {format!r}; there are {', '.join(FORMATS)}")
        if draft and to is None:
            raise UsageError("a draft needs a folder of its own: name one with --to")
        if (sign or timestamp) and format != "bundle":
            raise UsageError("only bundles are signed and stamped: --format bundle")
        if timestamp and len(claims or ()) != 1:
            raise UsageError("a time stamp is of one bundle: name its claim")
        if flavour and format != "markdown":
            raise UsageError("only Markdown has flavours: --format markdown")
        order = self._order(claims is None, sign, flavour, timestamp)
        wanted = self._wanted(claims, whole=format in WHOLE and to is None)
        at = "" if draft else self._parts.now()
        folder = to or self._own_folder(format)
        with self._gate(wanted, at, force or draft) as gate:
            report = FORMATS[format](gate.verdicts, folder, order)
        if not draft:
            self._record(gate.left, at, elsewhere=to is not None)
        rows = gate.rows.values()
        return ExportReport(
            report.folder,
            tuple(report.folder / name for name in report.written),
            tuple(report.folder / name for name in report.unchanged),
            (*(line for row in rows if row.held for line in row.lines), *report.refused),
            tuple(line for row in rows if not row.held for line in row.lines),
            tuple(report.folder / name for name in report.removed),
            tuple(row.verdict.claim for row in rows if row.held),
            tuple(row.verdict.claim for row in rows if not row.held),
            self._decisions.head(),
            tuple(self._lacking(format, [row.verdict for row in rows if not row.held])),
        )

    def _order(self, whole: bool, sign: Path | None, flavour: str, timestamp: Path | None) -> Order:
        """What the writers of an export are given beside its verdicts."""
        templates, unused = counted_templates(self._parts.folder)
        self._parts.notices += [unused] if unused else []
        return Order(
            self._parts.settings.house,
            templates,
            whole,
            self._gathering,
            Carried(self._parts, self._gathering),
            Signer(sign, os.environ.get(PASSWORD, "")) if sign else None,
            flavour or self._parts.settings.flavour,
            Stamp.read(timestamp) if timestamp else None,
        )

    def _lacking(self, format: str, left: Sequence[Verdict]) -> Iterator[str]:
        """What the settings do not say and readers of what left would miss."""
        settings = self._parts.settings
        if left and not settings.house.url and format in ADDRESSED:
            yield (
                "no url under [house]: what left has no whole address, the ClaimReview none at all"
            )
        signed = {doc["claim"]: doc["by"] for doc in self._parts.store.scan("signoff")}
        who = {name for v in left for name in (v.by, signed.get(v.claim)) if name}
        for name in sorted(name for name in who if not settings.name_of(name)):
            yield f"{name} is not under [people]: readers are told “a reviewer”"

    def preview(self, claims: Sequence[str] | None = None) -> list[Leaving]:
        """What an export of some claims, or of all, would let out and hold back, and why."""
        with self._gate(self._wanted(claims, whole=False), "") as gate:
            return gate.look()

    def retract(self, claim: str, why: str) -> Verdict:
        """Take a published verdict back; a notice with the reason stays where its page is.

        The notice leaves with the next export. Raises UsageError without a reason, or
        for what was never published.
        """
        if not why.strip():
            raise UsageError("a retraction needs a reason: it is published in the verdict's place")
        id = self._decisions.full_id(claim)
        store, ruled = self._parts.store, self._decisions.last_ruled(id)
        if not ruled or not store.get("publication", id):
            raise UsageError(
                f"claim {id} has no published verdict; `workbench undo` takes back what is not out"
            )
        stored = store.get("retraction", id)
        doc = {
            "type": "retraction", "id": id, "claim": id, "retraction": why.strip(),
            "rating": ruled["rating"], "verdict_revision": ruled["revision"], "says": says(ruled),
        }  # fmt: skip
        save(self._parts, doc, stored["revision"] if stored else 0, "retract")
        return Verdict.from_document(ruled)

    @property
    def stopping(self) -> frozenset[str]:
        """The rules that hold a verdict back in this case."""
        return stopping_rules(self._parts.settings.profile, self._parts.settings.hold_back)

    @contextmanager
    def _gate(self, wanted: Sequence[Verdict], at: str, force: bool = False) -> Iterator[Gate]:
        """The gate for one export; what is known to contradict the claims is looked for first."""
        self._gathering.seeds.forget()
        self._gathering.look_for_conflicts(verdict.anchor.article for verdict in wanted)
        asked = Asked(
            wanted, self.stopping, self._changes(wanted), self._gathering.first_left(), at, force
        )
        with closing(Gathered(self._parts.inside / DERIVED)) as kept:
            inputs = Inputs(self._parts, kept)
            yield Gate(self._gathering, self._findings, inputs, kept, asked)

    def _changes(self, wanted: Sequence[Verdict]) -> dict[str, str]:
        """Claim → what it is that leaves of it: see `Leaving.change`."""
        out = {doc["claim"]: doc for doc in self._parts.store.scan("publication")}
        retracted = self._decisions.retracted()

        def change(verdict: Verdict) -> str:
            doc = out.get(verdict.claim)
            if verdict.claim in retracted:
                return "retraction"
            if not doc:
                return "first"
            ruled = self._parts.store.get("verdict", verdict.claim) or {}
            same = holds(doc, ruled) and not doc.get("retracted")
            return "nothing new" if same else "correction"

        return {verdict.claim: change(verdict) for verdict in wanted}

    def _wanted(self, claims: Sequence[str] | None, *, whole: bool) -> list[Verdict]:
        """The verdicts on some claims or on all; for a `whole`, with those that are out already."""
        withdrawn = self._decisions.withdrawn()
        if claims is None:
            return [*self._decisions.verdicts(), *withdrawn]
        gone = {verdict.claim: verdict for verdict in withdrawn}
        ids = map(self._decisions.full_id, claims)
        named = [gone.get(id) or self._verdict(id) for id in ids]
        if not whole:
            return named
        out = {doc["claim"] for doc in self._parts.store.scan("publication")}
        out |= {verdict.claim for verdict in named}
        return [v for v in (*self._decisions.verdicts(), *withdrawn) if v.claim in out]

    def _own_folder(self, format: str) -> Inside:
        """The case's own folder for a format. Raises CaseUnsafe where not all in it is plain."""
        folder = published_folder(self._parts.folder)
        forget_unfinished(folder / "html")
        folder.plain_tree()
        return folder / format if format == "html" else folder

    def _findings(self, v: PublishedVerdict) -> tuple[Finding, ...]:
        return check(v, self._gathering.gate_settings(v))

    def _record(self, rows: Sequence[Leaving], at: str, *, elsewhere: bool) -> None:
        """Put on record what left; to a folder elsewhere it leaves also where that cannot be.

        A case on a read-only medium or a full disk can still be published from.
        """
        try:
            self._put_on_record(rows, at)
        except CaseLocked:
            raise
        except CaseError as error:
            if not elsewhere:
                raise
            self._parts.notices.append(f"that this left the house is not on record: {error}")

    def _put_on_record(self, rows: Sequence[Leaving], at: str) -> None:
        """Remember what of a verdict left the house; once for each."""
        store, first = self._parts.store, self._gathering.first_left()
        docs: list[tuple[dict[str, Any], int]] = []
        for row in rows:
            stored = store.get("publication", row.verdict.claim)
            retracted = row.change == "retraction"
            if stored and (row.change == "nothing new" or (retracted and stored.get("retracted"))):
                continue
            doc = _publication(row, self._decisions.last_ruled(row.verdict.claim) or {}, stored)
            doc["first"] = first.get(row.verdict.claim, at)
            docs.append((doc, stored["revision"] if stored else 0))
        if docs:
            store.put_many(docs, by=self._parts.reviewer, at=at, action=PUBLISH)

    def _verdict(self, claim: str) -> Verdict:
        found = self._decisions.verdict(claim)
        if not found:
            raise UnknownId(
                f"claim {claim} has no verdict; `workbench verdict {claim}` records one"
            )
        return found


def _publication(
    row: Leaving, ruled: Mapping[str, Any], stored: Mapping[str, Any] | None
) -> dict[str, Any]:
    """The record that a verdict, or the notice of its retraction, left the house."""
    claim, retracted = row.verdict.claim, row.change == "retraction"
    how = ", retracted" * retracted + ", sent out past the gate" * row.forced
    return {
        "type": "publication",
        "id": claim,
        "claim": claim,
        "publication": f"revision {row.verdict.revision}{how}",
        "verdict_revision": row.verdict.revision,
        "says": says(ruled),
        "corrects": stored is not None,
        "retracted": retracted,
        "forced": row.forced,
    }


def verify_bundle(
    path: Path, key: Path | None = None, authority: Path | None = None
) -> tuple[Fault, ...]:
    """All that is wrong with an evidence bundle; needs no case. Raises InputRefused.

    With the file of a public `key`, the bundle has to be signed with its private half; with
    the certificates of an `authority`, that has to have stamped it.
    """
    held = read_bundle(path)
    signed = signature_faults(held, key) if key else ()
    return (*verify(held, program()), *seed_faults(held), *signed, *stamp_faults(held, authority))


def pages_are_compared(path: Path) -> bool:
    """Whether this program made a bundle's pages, so that it can make them again to compare."""
    return made_by(read_bundle(path)) == program()


def bundle_stamped(path: Path) -> str:
    """When a bundle says that an authority has seen it, as an ISO time; "" without a stamp."""
    try:
        stamp = stamp_of(read_bundle(path))
    except ValueError:  # which `verify_bundle` names
        return ""
    return stamp.at.isoformat() if stamp else ""
