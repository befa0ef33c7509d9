"""A case: a folder with `seeds/`, `claims/` and `.workbench/`, and what one does with it.

    case.corpus         articles, passages and claims; importing
    case.matching       candidates: what else has been said
    case.decisions      links, verdicts, history, undo
    case.publications   what leaves the house

Both shells go through here and through nothing else.
"""

import getpass
import os
import shutil
from collections.abc import Callable
from pathlib import Path

from workbench.case.corpus import ClaimFilter, ClaimRow, Corpus
from workbench.case.decisions import Decisions
from workbench.case.importing import ImportReport, ImportRow
from workbench.case.matching import Matching
from workbench.case.parts import Cancelled, Parts, Progress, utc_now
from workbench.case.publishing import ExportReport, Publications
from workbench.edges.catalog import Catalog
from workbench.edges.index import open_index
from workbench.edges.seeds import Seeds
from workbench.edges.settings import Settings, read_settings
from workbench.edges.store import open_store
from workbench.errors import CaseMissing

__all__ = [
    "Cancelled",
    "Case",
    "ClaimFilter",
    "ClaimRow",
    "ExportReport",
    "ImportReport",
    "ImportRow",
    "Progress",
]

DERIVED = ".workbench"
"""The folder of derived data: deleting it costs time, never work."""


class Case:
    """An open case. Use it as a context manager, or call `close`."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self.corpus = Corpus(parts)
        self.matching = Matching(parts, self.corpus)
        self.decisions = Decisions(parts, self.corpus)
        self.publications = Publications(parts, self.corpus, self.decisions)

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
        one, the user's login. Raises CaseMissing where there is no folder or
        nothing in it that makes it a case (with `create`, it becomes one),
        CaseDamaged or CaseLocked where it cannot be used.
        """
        if create:
            (folder / "seeds").mkdir(parents=True, exist_ok=True)
        _check(folder)
        settings = read_settings(folder)
        who = reviewer or os.environ.get("WORKBENCH_REVIEWER") or settings.reviewer or _login()
        derived = folder / DERIVED
        derived.mkdir(exist_ok=True)
        return cls(
            Parts(
                folder=folder,
                reviewer=who,
                settings=settings,
                seeds=Seeds(folder / "seeds"),
                catalog=Catalog(derived / "catalog.sqlite"),
                index=open_index(derived / "index"),
                store=open_store(folder / "claims", writer=who),
                now=now,
            )
        )

    @staticmethod
    def forget_derived(folder: Path) -> None:
        """Delete `.workbench/`, whatever state it is in; the next sync makes it again."""
        _check(folder)
        shutil.rmtree(folder / DERIVED, ignore_errors=True)

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
