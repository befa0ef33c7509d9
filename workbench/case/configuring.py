"""Changing a case's settings while it is open."""

import os
from collections.abc import Mapping

from workbench.case.context import Parts
from workbench.case.trusting import allow_written, counted
from workbench.edges.settings import FILE_NAME
from workbench.edges.settings_file import Entry, Value, change_settings

REVIEWER = "WORKBENCH_REVIEWER"
"""The variable whose name wins over the settings' one."""


class Configuring:
    """Writing `workbench.toml`; what was changed holds at once, in this process too."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    @property
    def path(self) -> str:
        """The settings file, as people look for it: the case's folder and its name."""
        return f"{self._parts.folder.resolve().name}/{FILE_NAME}"

    @property
    def reviewer_fixed(self) -> str:
        """The reviewer whom the environment names, whatever the settings say, or ""."""
        return os.environ.get(REVIEWER, "")

    def change(self, changes: Mapping[Entry, Value | None]) -> None:
        """Set entries, or take them out (None), so that their defaults hold.

        Raises UsageError for a value that its entry does not take, WorkbenchError
        where the file cannot be written; nothing is changed then.
        """
        folder = self._parts.folder
        change_settings(folder, changes)
        allow_written(folder, list(changes))
        self._parts.settings = counted(folder).settings
        named = changes.get(("reviewer",))
        if named and not self.reviewer_fixed:
            self._parts.reviewer = str(named)
