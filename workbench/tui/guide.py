"""The first claim, step by step: what a new reviewer is told while doing it.

A step is over when the reviewer has done what it says, in whatever order; nothing
is blocked meanwhile, and the guide can be ended at any time.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do. `<…>` in the words are ids of actions, shown as their keys."""

    done: str
    words: str


PLACE = "<<place>>"
"""Where the article stands: beside the claims or below them."""

STEPS: tuple[Step, ...] = (
    Step("moved",
         "These are the claims of the articles, most worth checking first. <list.down> and "
         "<list.up> move; the article <<place>> shows where each stands."),
    Step("looked", "<list.choose> shows what else the articles say about this claim."),
    Step("linked",
         "Link what bears on it: <claims.corroborates> corroborates, <claims.conflicts> "
         "conflicts, <claims.context> is context; <claims.irrelevant> puts it away. "
         "<claims.compare> shows both side by side."),
    Step("opened", "<claims.verdict> opens the verdict."),
    Step("ruled",
         "A digit picks the rating, then type one sentence that says what was found. "
         "<verdict.save> saves it."),
    Step("",
         "Done, and on the disk. <claims.next_open> goes to the next claim, <everywhere.undo> "
         "takes back, <everywhere.export> writes the page; <everywhere.palette> has every "
         "action, <everywhere.help> the keys."),
)  # fmt: skip
"""In the order of the work."""


class Guide:
    """Where a new reviewer is; `at` is the step, or -1 where no guide is wanted."""

    def __init__(self) -> None:
        self.at = -1

    @property
    def step(self) -> Step | None:
        """What to do now."""
        return STEPS[self.at] if 0 <= self.at < len(STEPS) else None

    def words(self, *, wide: bool) -> str:
        """The step with its number; what stands where depends on the width of the screen."""
        if not self.step:
            return ""
        said = self.step.words.replace(PLACE, "beside them" if wide else "below")
        return f"{self.at + 1}/{len(STEPS)} {said}"

    def begin(self) -> None:
        """From the first step on."""
        self.at = 0

    def end(self) -> None:
        """No more steps."""
        self.at = -1

    def did(self, what: str) -> bool:
        """The reviewer did something; whether that was a step, this one or a later one."""
        if self.step is None:
            return False
        ahead = [n for n, step in enumerate(STEPS) if n >= self.at and step.done == what]
        if ahead and what:
            self.at = ahead[0] + 1
        return bool(ahead and what)
