"""What a reviewer has begun to write: it comes back after a kill."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields

from workbench.case.context import DERIVED, DRAFTS, Parts
from workbench.edges.drafts import DraftFiles
from workbench.errors import CaseUnsafe, WorkbenchError


@dataclass(frozen=True, slots=True)
class Draft:
    """A verdict that was typed and is not recorded yet.

    `claimant`, `unknown`, `wording` and `order` (ids of links, with blanks between) are
    empty where they are to stay as they are; `correction` is why a published verdict changes.
    """

    rating: str = ""
    summary: str = ""
    rationale: str = ""
    claimant: str = ""
    unknown: str = ""
    order: str = ""
    wording: str = ""
    correction: str = ""


class Drafts:
    """The drafts of the one who decides in this process."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    @property
    def _files(self) -> DraftFiles:
        return DraftFiles(self._parts.inside / DERIVED / DRAFTS, self._parts.reviewer)

    def all(self) -> dict[str, Draft]:
        """Claim id → draft, as they were left."""
        names = {field.name for field in fields(Draft)}
        return {
            claim: Draft(**{name: value for name, value in found.items() if name in names})
            for claim, found in self._files
        }

    def keep(self, claim: str, draft: Draft) -> None:
        """Put a draft on disk. Raises WorkbenchError where it cannot be written."""
        try:
            self._files.write(claim, asdict(draft))
        except (OSError, CaseUnsafe) as error:
            raise WorkbenchError(f"the draft is not kept: {error}; ctrl+s records it") from error

    def keep_new(self, drafts: Mapping[str, Draft]) -> None:
        """Put those drafts on disk that are not there yet, or differ. Raises as `keep` does."""
        kept = self.all() if drafts else {}
        for claim, draft in drafts.items():
            if kept.get(claim) != draft:
                self.keep(claim, draft)

    def drop(self, claim: str) -> None:
        """Forget a draft, because it was recorded or taken back."""
        self._files.remove(claim)
