"""The verdict: rating, summary, rationale with a live preview, and the evidence in sight."""

from collections.abc import Iterator
from typing import ClassVar

from markdown_it import MarkdownIt
from textual import on
from textual.app import SuspendNotSupported
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Input, Markdown, Static, TextArea

from workbench.case.drafts import Draft
from workbench.core.display import visible
from workbench.core.verdicts import Verdict
from workbench.errors import StaleRevision
from workbench.tui.actions import bindings
from workbench.tui.editing import editor, written_in
from workbench.tui.messages import ClaimRead, VerdictChecked, VerdictRecorded, VerdictRefused
from workbench.tui.screens.base import WorkbenchScreen
from workbench.tui.standing import standing_now
from workbench.tui.text import plain, wrap
from workbench.tui.widgets.finding_list import FindingList
from workbench.tui.widgets.link_list import LinkList
from workbench.tui.widgets.pane import Pane
from workbench.tui.widgets.rating_bar import RatingBar
from workbench.tui.widgets.text_editor import TextEditor
from workbench.tui.widgets.typing_lines import LineInput

SHORT = 75
"""Characters up to which search engines show a ClaimReview's text in full."""
DRAFT_DELAY = 0.3
"""Seconds without a key after which a draft goes to disk."""
PREVIEW_DELAY = 0.15
"""Seconds without a key after which the preview is made."""


def preview_parser() -> MarkdownIt:
    """CommonMark with tables; HTML stays text, as in what is published."""
    return MarkdownIt("commonmark", {"html": False}).enable("table")


class QuoteLines(Static):
    """A claim's words on at most three lines."""

    def __init__(self, quote: str) -> None:
        super().__init__()
        self.quote = quote

    def render(self) -> Content:
        """Cut to the width there is."""
        return Content("\n".join(wrap("“" + self.quote + "”", max(20, self.size.width), 3)))


class VerdictScreen(WorkbenchScreen):
    """Answers with VerdictRecorded when a verdict was saved."""

    MODE = "claims"
    SCOPE = "verdict"
    BINDINGS: ClassVar[list[BindingType]] = bindings("verdict")
    AUTO_FOCUS = "RatingBar"

    def __init__(self, reading: ClaimRead) -> None:
        super().__init__()
        self.reading = reading
        self.expected = reading.verdict.revision if reading.verdict else 0
        self.recorded: VerdictRecorded | None = None
        self._timer: Timer | None = None
        self._keeping: Timer | None = None

    def compose_body(self) -> Iterator[Widget]:
        """Claim, rating, summary, rationale beside its preview, evidence."""
        draft = self._draft()
        row = self.reading.row
        who = plain(row.claimant) or "no claimant named"
        yield Pane(f"Claim · {who}", QuoteLines(row.quote), id="claim-pane")
        yield Pane(
            "Rating", RatingBar(self.shell.case.settings.scale, draft.rating), id="rating-pane"
        )
        yield Pane(
            "Summary",
            LineInput(
                draft.summary,
                placeholder="One sentence: what was found",
                compact=True,
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
            LinkList(empty="Nothing linked yet: esc goes back to the candidates.", id="links"),
            id="links-pane",
        )

    def _stored(self) -> Draft:
        stored = self.reading.verdict
        return Draft(stored.rating, stored.summary, stored.rationale) if stored else Draft()

    def _draft(self) -> Draft:
        return self.shell.drafts.get(self.reading.row.id) or self._stored()

    def on_mount(self) -> None:
        """Fill in what does not stand in the constructor."""
        links = self.query_one(LinkList)
        links.sources = self.shell.sources
        links.set_rows(list(self.reading.links))
        self.query_one("#links-pane", Pane).entitle("Evidence", f"{len(self.reading.links)}")
        self._count()
        self._preview()
        if self.reading.verdict is not None:
            self.begin("check", self._check)

    # Typing

    @on(RatingBar.RatingPicked)
    def _picked(self, message: RatingBar.RatingPicked) -> None:
        self._keep_draft()
        if message.final:
            self.query_one("#summary", Input).focus()

    @on(RatingBar.TypedAhead)
    def _typed_ahead(self, message: RatingBar.TypedAhead) -> None:
        self.query_one("#summary", Input).insert_text_at_cursor(message.character)

    @on(Input.Changed, "#summary")
    def _summary_typed(self) -> None:
        self._keep_draft()
        self._count()

    @on(Input.Submitted, "#summary")
    def _summary_done(self) -> None:
        self.query_one("#rationale").focus()

    @on(TextArea.Changed, "#rationale")
    def _rationale_typed(self) -> None:
        self._keep_draft()
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(PREVIEW_DELAY, self._preview)

    def _typed(self) -> Draft:
        return Draft(
            self.query_one(RatingBar).rating,
            self.query_one("#summary", Input).value,
            self.query_one("#rationale", TextArea).text,
        )

    def _keep_draft(self) -> None:
        """Keep what was typed in memory now, and on disk once the typing pauses."""
        typed, claim = self._typed(), self.reading.row.id
        if typed == self._stored():
            self.shell.drafts.pop(claim, None)
        else:
            self.shell.drafts[claim] = typed
        self.shell.tell_saved()
        if self._keeping is not None:
            self._keeping.stop()
        self._keeping = self.set_timer(DRAFT_DELAY, lambda: self.shell.keep_draft(claim))

    def _count(self) -> None:
        length = len(self.query_one("#summary", Input).value)
        note = f"{length} of {SHORT}" + (" – long for search results" if length > SHORT else "")
        self.query_one("#summary-pane", Pane).entitle("Summary", note)

    def _preview(self) -> None:
        text = self.query_one("#rationale", TextArea).text
        self.begin("preview", self._show_preview, visible(text) or "*Nothing written yet.*")

    async def _show_preview(self, text: str) -> None:
        await self.query_one("#preview", Markdown).update(text)

    # Saving

    def action_save(self) -> None:
        """Record the verdict, if it says enough."""
        typed = self._typed()
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
            )
            return VerdictRecorded(standing_now(case, row), verdict)

        try:
            with self.shell.saving():
                recorded = await self.ask(rule)
        except StaleRevision as stale:
            self.post_message(VerdictRefused(Verdict.from_document(stale.stored)))
        else:
            self.post_message(recorded)

    @on(VerdictRecorded)
    def _recorded(self, message: VerdictRecorded) -> None:
        """Leave the form, unless the gate finds something to mend in it."""
        self.recorded = message
        self.reading.verdict, self.expected = message.verdict, message.verdict.revision
        self._keep_draft()
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
        self.query_one(FindingList).set_rows(findings, 0)
        title = "Saved. " if self.recorded else ""
        self.query_one("#findings-pane", Pane).entitle(
            f"{title}To mend before it leaves the house", f"{len(findings)}"
        )
        if self.recorded is not None:
            self.query_one(FindingList).focus()

    @on(VerdictRefused)
    def _refused(self, message: VerdictRefused) -> None:
        other = message.stored
        self.expected = other.revision
        self.shell.say(
            f"{other.by} saved meanwhile: {other.rating} – {other.summary}\n"
            "ctrl+s saves yours as the next revision; esc leaves theirs.",
            error=True,
        )

    def action_preview(self) -> None:
        """Show the preview instead of the rationale, or beside it, or hide it."""
        self.toggle_class("-preview")

    def action_editor(self) -> None:
        """Write the rationale in the editor of one's own."""
        command = editor()
        area = self.query_one("#rationale", TextArea)
        if not command:
            self.shell.say("No editor is set: export EDITOR=… (or VISUAL) before you start.")
            return
        try:
            with self.app.suspend():
                written = written_in(command, area.text)
        except SuspendNotSupported:
            self.shell.say("This terminal cannot be handed to an editor.")
        except OSError as error:
            self.shell.say(f"{command}: {error.strerror or error}", error=True)
        else:
            self.app.refresh()
            if written is None:
                self.shell.say(f"{command} ended with an error; the rationale is as it was.")
            else:
                area.text = written
                area.focus()

    def action_back(self) -> None:
        """Back to the queue; what was typed is kept as a draft."""
        self.shell.keep_draft(self.reading.row.id)
        self.dismiss(self.recorded)
