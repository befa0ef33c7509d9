"""How the one who decides here works: what is asked once, and remembered on this machine."""

from pathlib import Path
from typing import Any

from workbench.case.context import Parts
from workbench.edges.habits import Habits

REVIEWER = "reviewer"
_CASES = "cases"
_PANES = "panes"
MOST_CASES = 500
"""Cases whose last visit is kept; the oldest are forgotten."""


def own_name() -> str:
    """The name that this user gave on this machine, or ""."""
    return str(Habits().get(REVIEWER) or "")[:200]


class Working:
    """The habits of this user, as far as a case is concerned."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._habits = Habits()

    @property
    def nameless(self) -> bool:
        """Whether decisions would be signed with the login only, because nobody was asked."""
        return self._parts.nameless

    def name_oneself(self, name: str) -> None:
        """Sign decisions with this name, in every case on this machine that names nobody."""
        self._habits.keep(REVIEWER, name)
        self._parts.reviewer, self._parts.nameless = name, False

    @property
    def last_visit(self) -> str:
        """When this case was last open here (ISO 8601, UTC), or ""."""
        return str(self._cases().get(self._key, ""))

    def visit(self) -> None:
        """Remember that the case is open here now."""
        cases = {k: at for k, at in self._cases().items() if k != self._key}
        kept = [*cases.items()][-MOST_CASES + 1 :]
        self._habits.keep(_CASES, {**dict(kept), self._key: self._parts.now()})

    @property
    def panes(self) -> dict[str, int]:
        """What was kept of how the panes stand: screen and pane → share."""
        kept = self._habits.get(_PANES)
        known = kept.items() if isinstance(kept, dict) else ()
        return {str(name): share for name, share in known if isinstance(share, int)}

    def keep_panes(self, panes: dict[str, int]) -> None:
        """Remember how the panes stand."""
        self._habits.keep(_PANES, panes)

    @property
    def _key(self) -> str:
        return str(Path(self._parts.folder).resolve())

    def _cases(self) -> dict[str, Any]:
        kept = self._habits.get(_CASES)
        return kept if isinstance(kept, dict) else {}
