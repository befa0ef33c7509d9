"""How this user works on this machine, whatever the case: the name that decisions are signed
with, how wide the panes are, which cases were open here before.

It stands in the user's own configuration, beside what is trusted, never in a case:

    $XDG_CONFIG_HOME/claim-workbench/habits.json     mode 600

Nothing of it is needed: what does not read, or cannot be written, is as if it were not there.
"""

import json
import os
import secrets
from contextlib import suppress
from pathlib import Path
from typing import Any

from workbench.edges.trust import own_folder

FILE = "habits.json"
LONGEST = 1_000_000
"""Bytes of the file that are read."""


class Habits:
    """What is kept, by name; each value is JSON."""

    def __init__(self, file: Path | None = None) -> None:
        self.file = file or own_folder() / FILE

    def get(self, name: str) -> Any:
        """What was kept under a name, or None."""
        return self._read().get(name)

    def keep(self, name: str, value: Any) -> None:
        """Keep a value for the next time, if it can be written."""
        with suppress(OSError):
            self._write({**self._read(), name: value})

    def _read(self) -> dict[str, Any]:
        try:
            with self.file.open("rb") as file:
                kept = json.loads(file.read(LONGEST) or b"{}")
        except (OSError, ValueError, RecursionError):
            return {}
        return kept if isinstance(kept, dict) else {}

    def _write(self, kept: dict[str, Any]) -> None:
        folder = self.file.parent
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        aside = folder / f".{FILE}.{secrets.token_hex(4)}"
        try:
            fd = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(fd, "w", encoding="utf-8") as file:
                json.dump(kept, file)
            aside.replace(self.file)
        finally:
            with suppress(OSError):
                aside.unlink()
