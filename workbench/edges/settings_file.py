"""Changing the settings file: comments, order and everything else in it stay."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import tomlkit
from tomlkit.exceptions import TOMLKitError

from workbench.edges.inside import Inside
from workbench.edges.settings import FILE_NAME, Settings, file_text, settings_of, unreadable
from workbench.errors import WorkbenchError

Entry = tuple[str, ...]
"""Where a setting stands: the names of its tables, then its own."""
Value = str | bool | int | float


def change_settings(folder: Path, changes: Mapping[Entry, Value | None]) -> Settings:
    """Set entries of a case's settings file, or take them out (None); what the file says then.

    The file is read anew, so that what somebody wrote into it meanwhile stays.
    Raises UsageError, and leaves the file alone, where it does not read or a value
    is not what its entry takes; WorkbenchError where it cannot be written.
    """
    path = folder / FILE_NAME
    try:
        text = file_text(folder)
        document: Any = tomlkit.parse(text)
        for entry, value in changes.items():
            _change(document, entry, value)
        new = tomlkit.dumps(document)
    except (OSError, UnicodeDecodeError, TOMLKitError) as error:
        raise unreadable(path, error) from error
    found = settings_of(new, path)
    if new != text:
        try:
            (Inside(folder, ()) / FILE_NAME).write(new.encode())
        except OSError as error:
            raise WorkbenchError(f"{path} is not changed: {error}") from error
    return found


def _change(table: Any, entry: Entry, value: Value | None) -> None:
    *tables, name = entry
    for step in tables:
        if step not in table:
            if value is None:
                return
            table[step] = tomlkit.table()
        table = table[step]
    if value is None:
        table.pop(name, None)
    else:
        table[name] = value
