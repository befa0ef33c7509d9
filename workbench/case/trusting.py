"""Which of a case's settings count on this machine: those that its reader allowed."""

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from workbench.core.publication import Templates
from workbench.edges.engines import SCHEMES, read_address
from workbench.edges.settings import FILE_NAME, Settings, read_values, settings_from
from workbench.edges.templates import read_templates
from workbench.edges.trust import EXECUTOR, Entry, Trust, Wish, template_wishes, wishes_of, without

MOST_SHOWN = 8
"""Wishes that are told one by one when a case opens."""
LONGEST_SHOWN = 100
"""Characters of a value that are told."""


@dataclass(frozen=True, slots=True)
class Counted:
    """The settings that count, and the wishes of the case that do not."""

    settings: Settings
    refused: tuple[Wish, ...] = ()

    @property
    def store(self) -> str:
        """Why nothing can be saved: the case's decisions are kept where it is not allowed to go."""
        if self.settings.store or not any(wish.entry == ("store",) for wish in self.refused):
            return ""
        return "the case keeps its decisions on a server that you have not allowed it"

    def notice(self, folder: Path) -> str:
        """What the case would like, and how to allow it; "" where there is nothing."""
        if not self.refused:
            return ""
        shown = [_in_words(wish) for wish in self.refused[:MOST_SHOWN]]
        more = len(self.refused) - len(shown)
        shown += [f"{more} more"] if more else []
        notice = (
            f"this case would like: {'; '.join(shown)}. None of it counts until you allow it: "
            f"`workbench trust --case {folder}`"
        )
        if any(wish.entry == EXECUTOR for wish in self.refused):
            notice += " (a scheduler only by --scheduler URL: what it sends is run here)"
        return notice


def counted(folder: Path) -> Counted:
    """The settings of a case as they count for this user; engines in the environment win.

    Raises UsageError, CaseUnsafe.
    """
    values, path = read_values(folder), folder / FILE_NAME
    asked = wishes_of(values)
    refused = Trust().refused(folder, asked)
    settings = settings_from(without(values, [wish.entry for wish in refused]), path)
    named = {seam: _named(seam) for seam in SCHEMES}
    engines: dict[str, Any] = {seam: url for seam, url in named.items() if url}
    left = tuple(wish for wish in refused if wish.entry[0] not in engines)
    return Counted(replace(settings, **engines), left)


def counted_templates(folder: Path) -> tuple[Templates, str]:
    """The templates of a case, all or none, and why none.

    Raises UsageError, CaseUnsafe.
    """
    templates = read_templates(folder)
    refused = Trust().refused(folder, template_wishes(templates))
    if not refused:
        return templates, ""
    names = ", ".join(wish.name for wish in refused[:MOST_SHOWN])
    return (), (
        f"the case's templates are not used ({names}): look at them, then "
        f"`workbench trust --case {folder}` allows them"
    )


def asked(folder: Path) -> tuple[list[Wish], list[Wish]]:
    """(every wish of a case, those that are not allowed). Raises UsageError, CaseUnsafe."""
    values = read_values(folder)
    settings_from(values, folder / FILE_NAME)
    wishes = wishes_of(values) + template_wishes(read_templates(folder))
    return wishes, Trust().refused(folder, wishes)


def allow(folder: Path) -> list[Wish]:
    """Let everything that a case asks for count; what does not all the same."""
    wishes, _ = asked(folder)
    Trust().allow(folder, wishes)
    return asked(folder)[1]


def allow_written(folder: Path, entries: Sequence[Entry]) -> None:
    """Let entries count that this user wrote through the program just now."""
    wishes = wishes_of(read_values(folder))
    Trust().allow(folder, [wish for wish in wishes if wish.entry in entries])


def name_scheduler(address: str) -> None:
    """Let cases that ask for a scheduler work with it. Raises UsageError."""
    Trust().name_scheduler(read_address(address, "executor").text)


def forget(folder: Path) -> bool:
    """Allow a case nothing more; whether it was allowed anything."""
    return Trust().forget(folder)


def _named(seam: str) -> str:
    """The engine that the user's own environment names for a seam, or ""."""
    named = os.environ.get(f"WORKBENCH_{seam.upper()}", "")
    return read_address(named, seam).text if named else ""


def _in_words(wish: Wish) -> str:
    value = wish.value if len(wish.value) <= LONGEST_SHOWN else f"{wish.value[:LONGEST_SHOWN]}…"
    return f"{wish.name} = {value}"
