"""A case: a folder with `seeds/`, `claims/` and `.workbench/`, and what one does with it.

    case.corpus         articles, passages and claims; importing
    case.matching       candidates: what else has been said
    case.comparing      figures side by side, conflicts found unasked
    case.contradicting  contradictions as people work with them
    case.checking       what others have checked already
    case.decisions      links, verdicts, history, undo
    case.reviewing      second reviews, assignments, notes
    case.teaching       what the desk's decisions say of what was suggested
    case.evidence       what became of quotes whose articles have changed
    case.looking        what has to be looked at again, and why
    case.wanted         what wants the one who decides here: both shells' list
    case.publications   what leaves the house
    case.drafts         what is being written and is not decided yet
    case.configuring    changing the settings
    case.working        how the one who decides here works: a name, panes, the last visit
    case.trusting       which of the settings count on this machine
    case.moving         to engines on other machines, and back

Both shells go through here and through nothing else.
"""

import getpass
import os
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbench.case.context import (
    DERIVED,
    Cancelled,
    Parts,
    Progress,
    clear_derived,
    published_folder,
    utc_now,
)
from workbench.case.corpus import ClaimFilter, ClaimRow, Corpus
from workbench.case.decisions import Decisions
from workbench.case.derived import open_derived
from workbench.case.preferences import Working, own_name
from workbench.case.reports import ExportReport, ImportReport, ImportRow
from workbench.case.trusting import counted
from workbench.edges.catalog.findings import Findings
from workbench.edges.catalog.traces import Traces
from workbench.edges.seeds import Seeds
from workbench.edges.settings import FILE_NAME, Settings
from workbench.edges.store import open_store
from workbench.errors import CaseMissing, EngineFailed

if TYPE_CHECKING:
    from workbench.case.configuring import Configuring
    from workbench.case.contradictions.comparing import Comparing
    from workbench.case.contradictions.contradicting import Contradicting
    from workbench.case.drafts import Drafts
    from workbench.case.evidence.changed_quotes import Evidence
    from workbench.case.look_again import Looking
    from workbench.case.matching import Matching
    from workbench.case.moving import Moving
    from workbench.case.other_fact_checks import Checking
    from workbench.case.publishing.publications import Publications
    from workbench.case.reviewing import Reviewing
    from workbench.case.teaching import Teaching
    from workbench.case.wanted import Wanted
    from workbench.core.decide.relation import Comparison
    from workbench.core.evidence.anchors import Anchor

__all__ = [
    "Cancelled",
    "Case",
    "ClaimFilter",
    "ClaimRow",
    "ExportReport",
    "ImportReport",
    "ImportRow",
    "Progress",
    "Settings",
]


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """One place where a case keeps something."""

    what: str
    path: str
    holds: str


class Case:
    """An open case. Use it as a context manager, or call `close`."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self.corpus = Corpus(parts)
        self.decisions = Decisions(parts, self.corpus, self._contradicting, self._suggesting)

    # The rooms below are furnished on first use, so that a command loads only
    # the libraries that it needs.

    @cached_property
    def matching(self) -> "Matching":
        """What else has been said."""
        from workbench.case.matching import Matching  # noqa: PLC0415

        return Matching(self._parts, self.corpus)

    @cached_property
    def checking(self) -> "Checking":
        """What others have checked already."""
        from workbench.case.other_fact_checks import Checking  # noqa: PLC0415

        return Checking(self._parts, self.corpus)

    @cached_property
    def comparing(self) -> "Comparing":
        """Figures side by side, conflicts found unasked."""
        from workbench.case.contradictions.comparing import Comparing  # noqa: PLC0415

        return Comparing(self._parts, self.corpus, self.matching)

    @cached_property
    def contradicting(self) -> "Contradicting":
        """Contradictions as people work with them: open, settled, put away."""
        from workbench.case.contradictions.contradicting import Contradicting  # noqa: PLC0415

        return Contradicting(self._parts, self.comparing)

    @cached_property
    def reviewing(self) -> "Reviewing":
        """Second reviews, assignments, notes."""
        from workbench.case.reviewing import Reviewing  # noqa: PLC0415

        return Reviewing(self._parts, self.corpus, self.decisions)

    @cached_property
    def teaching(self) -> "Teaching":
        """What the desk's own decisions say of what was suggested."""
        from workbench.case.teaching import Teaching  # noqa: PLC0415

        return Teaching(self._parts, self.corpus, self.matching)

    @cached_property
    def evidence(self) -> "Evidence":
        """What became of quotes whose articles have changed."""
        from workbench.case.evidence.changed_quotes import Evidence  # noqa: PLC0415

        return Evidence(self._parts, self.corpus)

    @cached_property
    def looking(self) -> "Looking":
        """What has to be looked at again, and why."""
        from workbench.case.look_again import Looking  # noqa: PLC0415

        return Looking(self._parts, self.evidence, self.comparing, self.publications)

    @cached_property
    def wanted(self) -> "Wanted":
        """What wants the one who decides here."""
        from workbench.case.wanted import Wanted  # noqa: PLC0415

        parts = (self.corpus, self.decisions, self.reviewing, self.looking)
        return Wanted(self._parts, *parts)

    @cached_property
    def configuring(self) -> "Configuring":
        """Changing the settings."""
        from workbench.case.configuring import Configuring  # noqa: PLC0415

        return Configuring(self._parts)

    @cached_property
    def moving(self) -> "Moving":
        """To engines on other machines, and back."""
        from workbench.case.moving import Moving  # noqa: PLC0415

        return Moving(self._parts)

    @cached_property
    def publications(self) -> "Publications":
        """What leaves the house."""
        from workbench.case.publishing.gathering import Gathering  # noqa: PLC0415
        from workbench.case.publishing.publications import Publications  # noqa: PLC0415

        parts = (self.corpus, self.decisions, self.evidence, self.comparing)
        return Publications(self._parts, self.decisions, Gathering(self._parts, *parts))

    @cached_property
    def drafts(self) -> "Drafts":
        """What is being written and is not decided yet."""
        from workbench.case.drafts import Drafts  # noqa: PLC0415

        return Drafts(self._parts)

    @cached_property
    def working(self) -> Working:
        """How the one who decides here works."""
        return Working(self._parts)

    @classmethod
    def open(
        cls,
        folder: Path,
        reviewer: str = "",
        *,
        create: bool = False,
        now: Callable[[], str] = utc_now,
    ) -> "Case":
        """Open the case of a folder.

        The reviewer is the one named, else `WORKBENCH_REVIEWER`, the settings'
        one, the name this user gave on this machine, the user's login. Raises
        CaseMissing where there is no folder or nothing in it that makes it a case
        (with `create`, it becomes one),
        CaseDamaged or CaseLocked where it cannot be used.
        """
        if create:
            (folder / "seeds").mkdir(parents=True, exist_ok=True)
        _check(folder)
        granted = counted(folder)
        settings = granted.settings
        who = reviewer or os.environ.get("WORKBENCH_REVIEWER") or settings.reviewer or own_name()
        store = open_store(folder / "claims", settings.store, read_only=granted.store)
        catalog, index, notice = open_derived(folder, settings.index)
        seeds, findings = Seeds(folder / "seeds"), Findings(catalog)
        parts = Parts(
            folder, who or _login(), settings, seeds, catalog, index, store, findings,
            Traces(catalog), now,
        )  # fmt: skip
        parts.nameless = not who
        case = cls(parts)
        if not settings.index and catalog.has_claims() and not index.stats().passages:
            from workbench.case.importing.reindexing import fill_index  # noqa: PLC0415 (rarely needed)

            fill_index(parts)  # it is in memory
        told = [granted.notice(folder), store.read_only, notice]
        parts.notices += [*store.notices, *filter(None, told)]
        return case

    @staticmethod
    def forget_derived(folder: Path) -> None:
        """Delete what is derived, whatever state it is in; the next sync makes it again."""
        _check(folder)
        clear_derived(folder)

    def _suggesting(self, claim: str, at: "Anchor") -> "Comparison":
        return self.matching.suggested(claim, at)

    def _contradicting(self, claim: dict[str, Any]) -> list[str]:
        return self.comparing.contradicting(claim)

    def take_notices(self) -> list[str]:
        """What was found and mended, or is wrong, since this was last asked."""
        found = self._parts.notices[:]
        del self._parts.notices[: len(found)]
        return found

    @property
    def folder(self) -> Path:
        """The case's folder."""
        return self._parts.folder

    @property
    def reviewer(self) -> str:
        """Who decides in this process."""
        return self._parts.reviewer

    @property
    def settings(self) -> Settings:
        """What the newsroom set for this case."""
        return self._parts.settings

    @property
    def read_only(self) -> str:
        """Why nothing can be decided in this case now, or ""."""
        return self._parts.store.read_only

    def whereabouts(self) -> list[Whereabouts]:
        """Where the case keeps what, and how much of it."""
        parts = self._parts
        seeds, entries = list(parts.seeds), parts.catalog.entries()
        settings = self.folder / FILE_NAME
        claims = parts.settings.store or self.folder / "claims"
        rows = (
            ("sources as they came", parts.seeds.folder, f"{len(seeds)} files"),
            ("decisions", claims, f"{len(parts.store.query())} records"),
            ("publications", published_folder(self.folder), ""),
            (
                "derived data (can be made again)",
                self.folder / DERIVED,
                f"{len(entries)} articles, {sum(e.claims for e in entries)} claims, "
                f"{self._passages()}",
            ),
            ("settings", settings, "" if settings.exists() else "not there: defaults hold"),
        )
        return [Whereabouts(what, str(path), holds) for what, path, holds in rows]

    def _passages(self) -> str:
        try:
            return f"{self._parts.index.stats().passages} passages"
        except EngineFailed as error:
            return f"no index to search in ({error})"

    def close(self) -> None:
        """Release files and locks."""
        self._parts.index.close()
        self._parts.catalog.close()
        self._parts.store.close()

    def __enter__(self) -> "Case":
        return self

    def __exit__(self, *error: object) -> None:
        self.close()


def _check(folder: Path) -> None:
    if not folder.is_dir():
        raise CaseMissing(f"{folder}: no such folder; name a case with --case DIR")
    if not any((folder / name).is_dir() for name in ("seeds", "claims")):
        raise CaseMissing(
            f"{folder}: no case here (no seeds/ in it); "
            "`workbench import FILE --case DIR` makes one"
        )


def _login() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # no entry for this user: containers
        return "reviewer"
