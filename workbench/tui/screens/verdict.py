"""The verdict: rating, summary, rationale with a live preview, and the evidence in sight."""

from collections.abc import Iterator
from typing import ClassVar

from markdown_it import MarkdownIt
from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Markdown, TextArea

from workbench.case.drafts import Draft
from workbench.core.text.display import visible
from workbench.core.verdicts.standing import Verdict, in_order
from workbench.errors import StaleRevision
from workbench.tui.actions import bindings
from workbench.tui.messages import ClaimRead, VerdictChecked, VerdictRecorded, VerdictRefused
from workbench.tui.screens.drafting import DraftingScreen
from workbench.tui.standing import standing_now
from workbench.tui.widgets.evidence_list import EvidenceList
from workbench.tui.widgets.finding_list import FindingList
from workbench.tui.widgets.pane import Pane
from workbench.tui.widgets.quote_lines import QuoteLines
from workbench.tui.widgets.rating_bar import RatingBar
from workbench.tui.widgets.text_editor import SummaryEditor, TextEditor

EMPTY = "Nothing linked yet: <everywhere.back> goes back to the candidates."
SHORT = 75
"""Characters up to which search engines show a ClaimReview's text in full."""
PREVIEW_DELAY = 0.15
"""Seconds without a key after which the preview is made."""


def preview_parser() -> MarkdownIt:
    """CommonMark with tables; HTML stays text, as in what is published."""
    return MarkdownIt("commonmark", {"html": False}).enable("table")


class VerdictScreen(DraftingScreen):
    """Answers with VerdictRecorded when a verdict was saved."""

    MODE = "claims"
    SCOPE = "verdict"
    FORM = True
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("verdict"),
        # At once, as everything that leads from field to field: the keys behind it go on there.
        Binding("tab", "app.focus_next", show=False, priority=True),
        Binding("shift+tab", "app.focus_previous", show=False, priority=True),
    ]
    AUTO_FOCUS = "RatingBar"

    def __init__(self, reading: ClaimRead) -> None:
        super().__init__(reading)
        self.expected = reading.verdict.revision if reading.verdict else 0
        self.recorded: VerdictRecorded | None = None
        self._timer: Timer | None = None

    def compose_body(self) -> Iterator[Widget]:
        """Claim, rating, summary, rationale beside its preview, evidence."""
        draft = self.draft()
        row = self.reading.row
        self.claimant, self.unknown, self.order = draft.claimant, draft.unknown, draft.order
        self.wording, self.correction = draft.wording, draft.correction
        yield Pane("Claim", QuoteLines(row.quote), id="claim-pane")
        yield Pane(
            "Rating",
            RatingBar(self.shell.case.settings.scale, draft.rating, onward="#summary"),
            id="rating-pane",
        )
        yield Pane(
            "Summary",
            SummaryEditor(
                draft.summary,
                placeholder="One sentence: what was found",
                compact=True,
                soft_wrap=True,
                id="summary",
            ),
            id="summary-pane",
        )
        area = TextEditor(draft.rationale, id="rationale", compact=True, soft_wrap=True)
        preview = VerticalScroll(
            Markdown(id="preview", parser_factory=preview_parser, open_links=False),
            id="preview-scroll",
        )
        yield Horizontal(
            Pane("Rationale (Markdown)", area, id="rationale-pane"),
            Pane("Preview", preview, id="preview-pane"),
            id="long",
        )
        yield Pane(
            "To mend before it leaves the house",
            FindingList(empty="", id="findings"),
            id="findings-pane",
        )
        yield Pane(
            "Evidence",
            EvidenceList(empty=self.shell.keyed(EMPTY), id="links"),
            id="links-pane",
        )

    def on_mount(self) -> None:
        """Fill in what does not stand in the constructor."""
        links = self.query_one(EvidenceList)
        links.sources = self.shell.sources
        links.set_rows(in_order(self.reading.links, self.order.split()))
        note = f"{len(links.rows)}" + (
            " · J K or dragging change the order" if len(links.rows) > 1 else ""
        )
        self.query_one("#links-pane", Pane).entitle("Evidence", note)
        self.say_who()
        self._count()
        self._preview()
        if self.reading.verdict is not None:
            self.begin("check", self._check)

    # Typing

    @on(RatingBar.RatingPicked)
    def _picked(self) -> None:
        self.keep_draft()

    @on(TextArea.Changed, "#summary")
    def _summary_typed(self) -> None:
        self.keep_draft()
        self._count()

    @on(TextArea.Changed, "#rationale")
    def _rationale_typed(self) -> None:
        self.keep_draft()
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(PREVIEW_DELAY, self._preview)

    def _count(self) -> None:
        length = len(self.query_one(SummaryEditor).value)
        note = f"{length} of {SHORT}" + (" – long for search results" if length > SHORT else "")
        self.query_one("#summary-pane", Pane).entitle("Summary", note)

    def _preview(self) -> None:
        text = self.query_one("#rationale", TextArea).text
        self.begin("preview", self._show_preview, visible(text) or "*Nothing written yet.*")

    async def _show_preview(self, text: str) -> None:
        await self.query_one("#preview", Markdown).update(text)

    # Saving

    def action_save(self) -> None:
        """Record the verdict, if it says enough, with every key that came before this one."""
        # They wait in the queues of the fields that they were typed into.
        rationale = self.query_one("#rationale")
        self.query_one("#summary").call_later(rationale.call_later, self._record)

    def _record(self) -> None:
        typed = self.typed()
        if not typed.rating:
            self.shell.say("Pick a rating first.")
            self.query_one(RatingBar).focus()
        elif not typed.summary.strip():
            self.shell.say("Write a summary first: one sentence that says what was found.")
            self.query_one("#summary").focus()
        else:
            self.begin("decide", self._save, typed)

    async def _save(self, typed: Draft) -> None:
        case, row = self.shell.case, self.reading.row

        def rule() -> VerdictRecorded:
            verdict = case.decisions.rule(
                row.id,
                typed.rating,
                typed.summary,
                typed.rationale,
                expected_revision=self.expected,
                correction=typed.correction,
                own_words={"wording": typed.wording or None},
                claimant=typed.claimant or None,
                unknown=typed.unknown or None,
                order=typed.order.split() or None,
            )
            return VerdictRecorded(standing_now(case, row), verdict)

        try:
            with self.shell.saving():
                recorded = await self.decide(rule)
        except StaleRevision as stale:
            self.post_message(VerdictRefused(Verdict.from_document(stale.stored)))
        else:
            self.post_message(recorded)

    @on(VerdictRecorded)
    def _recorded(self, message: VerdictRecorded) -> None:
        """Leave the form, unless the gate finds something to mend in it."""
        self.recorded = message
        self.guide("ruled")
        self.reading.verdict, self.expected = message.verdict, message.verdict.revision
        self.claimant = self.unknown = self.wording = self.correction = ""
        self.keep_draft()
        self.begin("check", self._check)

    async def _check(self) -> None:
        findings = await self.ask(self.shell.case.publications.check, self.reading.row.id)
        self.post_message(VerdictChecked(findings))

    @on(VerdictChecked)
    def _checked(self, message: VerdictChecked) -> None:
        findings = list(message.findings)
        if self.recorded is not None and not findings:
            self.action_back()
            return
        self.set_class(bool(findings), "-findings")
        stopping = self.shell.case.publications.stopping
        held = sum(finding.rule in stopping for finding in findings)
        findings.sort(key=lambda finding: finding.rule not in stopping)
        shown = self.query_one(FindingList)
        shown.stopping, shown.in_keys = stopping, self.shell.keyed
        shown.set_rows(findings, 0)
        title = "Saved. " if self.recorded else ""
        self.query_one("#findings-pane", Pane).entitle(
            f"{title}To mend before it leaves the house",
            f"{len(findings)}, {held} of them {'holds' if held == 1 else 'hold'} it back",
        )
        if self.recorded is not None:
            self.query_one(FindingList).focus()

    @on(VerdictRefused)
    def _refused(self, message: VerdictRefused) -> None:
        other = message.stored
        self.expected = other.revision
        self.shell.say(
            f"{other.by} saved meanwhile: {other.rating} – {other.summary}\n"
            "<verdict.save> saves yours as the next revision; <everywhere.back> leaves theirs.",
            error=True,
        )

    def action_preview(self) -> None:
        """Show the preview instead of the rationale, or beside it, or hide it."""
        self.toggle_class("-preview")

    def action_back(self) -> None:
        """Back to the queue; what was typed is kept as a draft."""
        self.shell.keep_draft(self.reading.row.id)
        self.leave(self.recorded)
