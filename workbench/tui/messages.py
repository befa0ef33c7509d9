"""What happened, as past-tense facts: workers post these, handlers change widgets."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

from workbench.case import ClaimRow
from workbench.case.filters.choice import Choice, Queue
from workbench.core.text.articles import Article
from workbench.core.verdicts.standing import Link, Verdict
from workbench.tui.actions import Action

if TYPE_CHECKING:
    from workbench.core.candidates.rerank import Candidate
    from workbench.core.publication.gate import Finding


class CaseChanged(Message):
    """Something was decided or taken in, here or by another process."""


class SeedsWanted(Message):
    """What lies in `seeds/` has to be taken in, or derived again."""


@dataclass
class ActionWanted(Message):
    """The reviewer picked an action by its name."""

    action: Action


@dataclass
class FilterWanted(Message):
    """The reviewer picked a saved filter by its name."""

    name: str


@dataclass
class ScreenWanted(Message):
    """The reviewer wants to see another screen."""

    mode: str


@dataclass
class ArticleWanted(Message):
    """The reviewer wants the claims of one article."""

    article: str


@dataclass
class PlaceWanted(Message):
    """The reviewer wants the claim that stands at a place of an article."""

    article: str
    start: int


@dataclass
class ClaimWanted(Message):
    """The reviewer wants a claim by its id."""

    claim: str


@dataclass
class ClaimsRead(Message):
    """The claims of the case were read; where they are many, at first those on top."""

    queue: Queue
    whole: bool = True


@dataclass
class ClaimsFiltered(Message):
    """The rows of a choice were found; `at` is the place of the row the cursor was on."""

    choice: Choice
    rows: Sequence[ClaimRow]
    at: int


@dataclass
class ClaimRead(Message):
    """What belongs to the claim under the cursor was read."""

    row: ClaimRow
    article: Article
    reasons: Sequence[str]
    links: Sequence[Link]
    verdict: Verdict | None


@dataclass
class CandidatesFound(Message):
    """Candidates of a claim, or of words searched for while that claim was open."""

    claim: str
    words: str
    candidates: "Sequence[Candidate]"


@dataclass
class ArticleRead(Message):
    """The article of a candidate was read."""

    candidate: "Candidate"
    article: Article


@dataclass
class LinksChanged(Message):
    """A link was made or removed; `row` is the claim as it stands now."""

    row: ClaimRow
    links: Sequence[Link]
    said: str
    advance: bool = False


@dataclass
class VerdictRecorded(Message):
    """A verdict is on disk; `row` is the claim as it stands now."""

    row: ClaimRow
    verdict: Verdict


@dataclass
class VerdictRefused(Message):
    """Somebody else had saved a newer revision, which is `stored`."""

    stored: Verdict


@dataclass
class VerdictChecked(Message):
    """The gate looked at the verdict that is on disk."""

    findings: "Sequence[Finding]"
