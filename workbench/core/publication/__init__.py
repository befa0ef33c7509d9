"""Publication: all that one verdict needs to leave the house.

PublishedVerdict → markdown · html · claimreview · bundle · tables, after `gate`

The dataclasses below are the whole input: an exporter looks nothing up. Quotes are
the exact text of a stored revision; every exporter escapes them itself (see
`escaping`). Times are ISO 8601 in UTC.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from workbench.core.verdicts.ratings import Rating
from workbench.errors import UsageError

PROFILE_NAMES = ("house", "draft", "ifcn")
"""The profiles of the gate, the usual one first; `gate.PROFILES` says what each holds back."""
RETRACTED = Rating("retracted", "The verdict was taken back. The notice says why.")
"""What stands in the place of a rating where a verdict was taken back."""
UNKNOWN = frozenset({"unknown", "not known"})
"""What says that it is known that nobody knows who said it."""
Templates = tuple[tuple[str, str], ...]
"""A newsroom's own templates: (name, text), the name as among the default ones."""


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a quote stands: code points `start` to `end` of a revision of an article.

    `title`, `publisher` and `url` are empty where the article states none, `archive` (the
    address of a kept copy) where nobody knows of one.
    """

    title: str
    publisher: str
    url: str
    published: date | None
    article: str
    revision: int
    start: int
    end: int
    archive: str = ""


@dataclass(frozen=True, slots=True)
class EvidenceItem:
    """One passage that a reviewer linked to the claim.

    `relation` is corroborates, conflicts or context. `independent` says whether
    the source is independent of the claim's own; sources of one `group` count
    once (empty: a group by itself). `state` is how the quote stood in its article
    when last looked at: same, moved, changed, facts differ, ambiguous, orphaned. `nature` is
    primary, secondary or empty; `interest` says what the source has to gain or lose.
    """

    relation: str
    quote: str
    citation: Citation
    note: str
    reviewer: str
    independent: bool
    group: str
    state: str = "same"
    nature: str = ""
    interest: str = ""


@dataclass(frozen=True, slots=True)
class HistoryItem:
    """One recorded act: when, by whom, what, in words."""

    at: str
    by: str
    action: str
    summary: str


@dataclass(frozen=True, slots=True)
class Correction:
    """One change of a published verdict, with its reason.

    `kind` is minor, update, substantial or retraction; `before` and `after` are the
    ratings, each empty where there is none.
    """

    at: str
    by: str
    reason: str
    kind: str = ""
    before: str = ""
    after: str = ""

    @property
    def rerated(self) -> bool:
        """Whether another rating took the place of the one that was published."""
        return bool(self.before and self.after and self.before != self.after)


@dataclass(frozen=True, slots=True)
class FigureRow:
    """What one source counts: bounds `low` and `high` (None is open) of `of`.

    `text` is the figure as the source words it. `denied` says that the claimant denies it.
    """

    of: str
    low: float | None
    high: float | None
    publisher: str
    published: date | None
    claimant: str = ""
    text: str = ""
    denied: bool = False


@dataclass(frozen=True, slots=True)
class PublishedVerdict:
    """Everything that one verdict's publication needs.

    `claim` is the exact quote, `citation` where it was said. `rationale` is the
    reviewer's Markdown; `summary` one sentence without the rating's name;
    `unknown` says what could not be found out. `said_on` is the day on which the claim's
    article was published. `wording` is the claim in the house's own short words, `chosen`
    why it was checked, `asked` how the claimant was asked and what came of it, `tools` what
    it was checked with, `would_change` what would change the rating; each is empty where
    nobody says it. `published_at` is when it first left
    the house, empty for what has not; `retraction` is why it was taken back, if it was:
    then a notice stands in the place of the verdict. `same_as` is an address by which machines
    know the claimant. `history_head` is the hash of the last entry of the history that it
    rests on: whoever makes that history anew cannot keep it.
    """

    claim_id: str
    claim: str
    claimant: str
    said_on: date | None
    citation: Citation
    rating: Rating
    summary: str
    rationale: str
    evidence: tuple[EvidenceItem, ...]
    reviewer: str
    decided_at: str
    history: tuple[HistoryItem, ...]
    unknown: str = ""
    figures: tuple[FigureRow, ...] = ()
    second_reviewer: str = ""
    corrections: tuple[Correction, ...] = ()
    published_at: str = ""
    retraction: Correction | None = None
    wording: str = ""
    chosen: str = ""
    asked: str = ""
    tools: str = ""
    would_change: str = ""
    same_as: str = ""
    history_head: str = ""

    @property
    def stated(self) -> str:
        """The claim as it is checked: in the house's words, else as it stands in the article."""
        return self.wording or self.claim

    @property
    def speaker(self) -> str:
        """Who said it, or nobody that is known."""
        return "" if self.claimant.strip().casefold() in UNKNOWN else self.claimant

    @property
    def weighed(self) -> tuple[EvidenceItem, ...]:
        """The evidence that speaks for or against the claim."""
        return tuple(item for item in self.evidence if item.relation != "context")

    @property
    def changed_at(self) -> str:
        """When it was published, or last corrected."""
        return max([self.first_day, *(one.at for one in self.corrections)])

    @property
    def shown_rating(self) -> Rating:
        """The rating that readers see: of a verdict that was taken back, that it was."""
        return RETRACTED if self.retraction else self.rating

    @property
    def shown_summary(self) -> str:
        """The finding that readers see: of a verdict that was taken back, why it was."""
        return self.retraction.reason if self.retraction else self.summary

    @property
    def first_day(self) -> str:
        """When readers could first see it; of what is not out yet, when it was decided."""
        return self.published_at or self.decided_at

    def related(self, relation: str) -> tuple[EvidenceItem, ...]:
        """The evidence of one relation, in the order that the verdict gives it."""
        return tuple(item for item in self.evidence if item.relation == relation)


@dataclass(frozen=True, slots=True)
class House:
    """The organisation that publishes: what is the same on all its pages.

    `url` is where the site will stand (no trailing slash needed), or empty: then
    pages link to each other only, and ClaimReview has no address of its own.
    `language` is a BCP 47 tag. `corrections_contact` is shown as text, `notice` on top of
    every page. `about`, `corrections_policy`, `funding`, `people` and `complaints` are
    what the site's page about the house says.
    """

    name: str = "Claim workbench"
    url: str = ""
    language: str = "en"
    method: str = (
        "The claim and every piece of evidence are quoted word for word from stored copies of "
        "the articles, with the place in the text, so that each can be looked up again. The "
        "other articles were searched for passages that support or contradict the claim. A "
        "reviewer read them in their context, confirmed each link, weighed sources that repeat "
        "one another as one, and chose the rating."
    )
    corrections_contact: str = ""
    notice: str = ""
    about: str = ""
    corrections_policy: str = ""
    funding: str = ""
    people: str = ""
    complaints: str = ""

    @classmethod
    def from_settings(cls, given: Mapping[str, Any]) -> "House":
        """A house from a case's settings: any of the fields above, each a text.

        Raises UsageError for another name, an empty or unseen text, or an address
        that is not http or https.
        """
        allowed = {one.name for one in fields(cls)}
        for name, text in given.items():
            if name not in allowed:
                known = ", ".join(sorted(allowed))
                raise UsageError(f"settings: the house has no {name!r}; it has {known}")
            if not isinstance(text, str) or not text.strip() or not text.isprintable():
                raise UsageError(f"settings: the house's {name} must be plain text")
        if not str(given.get("url", "https://")).startswith(("http://", "https://")):
            raise UsageError("settings: the house's url must begin with https:// or http://")
        return cls(**given)


def independence(evidence: Iterable[EvidenceItem]) -> tuple[int, int]:
    """(independent sources, sources) among pieces of evidence.

    A source is an article; the independent ones are counted by group, so that ten
    papers that print one agency's report count once.
    """
    items = tuple(evidence)
    groups = {item.group or item.citation.article for item in items if item.independent}
    return len(groups), len({item.citation.article for item in items})


def sources_in_words(evidence: Iterable[EvidenceItem]) -> str:
    """The count of independent sources as read: `2 independent sources of 5`."""
    independent, total = independence(evidence)
    return f"{independent} independent source{'' if independent == 1 else 's'} of {total}"
