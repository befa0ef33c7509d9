"""What is typed into the verdict form: kept as a draft until it is recorded."""

from textual import on
from textual.app import SuspendNotSupported
from textual.timer import Timer
from textual.widgets import TextArea

from workbench.case.drafts import Draft
from workbench.tui.editing import editor, written_in
from workbench.tui.messages import ClaimRead
from workbench.tui.screens.base import WorkbenchScreen
from workbench.tui.screens.prompt import Prompt
from workbench.tui.widgets.evidence_list import EvidenceList
from workbench.tui.widgets.pane import Pane
from workbench.tui.widgets.rating_bar import RatingBar
from workbench.tui.widgets.text_editor import SummaryEditor

DRAFT_DELAY = 0.3
"""Seconds without a key after which a draft goes to disk."""


class DraftingScreen(WorkbenchScreen):
    """Reads the form's fields, asks for those that have no line of their own."""

    def __init__(self, reading: ClaimRead) -> None:
        super().__init__()
        self.reading = reading
        self.claimant = self.unknown = self.order = self.wording = self.correction = ""
        self._keeping: Timer | None = None

    def stored(self) -> Draft:
        """The verdict as it is recorded."""
        stored = self.reading.verdict
        if stored is None:
            return Draft()
        order = " ".join(stored.order)
        return Draft(stored.rating, stored.summary, stored.rationale, order=order)

    def draft(self) -> Draft:
        """What was typed before, else what is recorded."""
        return self.shell.drafts.get(self.reading.row.id) or self.stored()

    def typed(self) -> Draft:
        """What stands in the form."""
        return Draft(
            self.query_one(RatingBar).rating,
            self.query_one(SummaryEditor).value,
            self.query_one("#rationale", TextArea).text,
            self.claimant,
            self.unknown,
            self.order,
            self.wording,
            self.correction,
        )

    def keep_draft(self) -> None:
        """Keep what was typed in memory now, and on disk once the typing pauses."""
        typed, claim = self.typed(), self.reading.row.id
        if typed == self.stored():
            self.shell.drafts.pop(claim, None)
        else:
            self.shell.drafts[claim] = typed
        self.shell.tell_saved()
        if self._keeping is not None:
            self._keeping.stop()
        self._keeping = self.set_timer(DRAFT_DELAY, lambda: self.shell.keep_draft(claim))

    @on(EvidenceList.Reordered)
    def _reordered(self) -> None:
        self.order = self.query_one(EvidenceList).order
        self.keep_draft()

    def say_who(self) -> None:
        """The claimant and the gap, over the claim."""
        stored = self.reading.verdict
        known = (stored.claimant if stored else "") or self.reading.row.claimant
        gap = self.unknown or (stored.unknown if stored else "")
        who = self.claimant or known or "no claimant named"
        self.query_one("#claim-pane", Pane).entitle(
            f"Claim · {who}", f"not found out: {gap}" if gap else ""
        )

    def action_claimant(self) -> None:
        """Ask who said it."""
        self._ask_for("claimant", "Who said it?")

    def action_unknown(self) -> None:
        """Ask what could not be found out."""
        self._ask_for("unknown", "What could not be found out?")

    def action_wording(self) -> None:
        """Ask for the claim in short words."""
        self._ask_for("wording", "The claim in short words of your own (under 75 characters)")

    def action_correction(self) -> None:
        """Ask why a published verdict is changed."""
        self._ask_for("correction", "Why is the published verdict changed?")

    def _ask_for(self, field: str, question: str) -> None:
        stored = self.reading.verdict
        now = getattr(self, field) or getattr(stored, field, "")

        def answered(words: str | None) -> None:
            if words is not None and words.strip() != now:
                setattr(self, field, words.strip())
                self.say_who()
                self.keep_draft()

        self.app.push_screen(Prompt(question, "published with the verdict", now), answered)

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
                area.move_cursor(area.document.end)
                area.focus()
