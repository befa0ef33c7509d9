"""The name under which this copy of a case writes its journal."""

import json
import os
import socket
from pathlib import Path

from workbench.core.verdicts.records import format_version, to_json
from workbench.edges.store.disk import write_file


class Writer:
    """Eight hexadecimal digits that no other copy of the case writes under.

    They are kept in `.writer` beside the journals but bound to the folder and to
    the version of the format, so that a copy of the folder gets a name of its own,
    and a newer version of the program begins a file of its own.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._name = ""

    def known(self) -> str:
        """The name, or empty while nothing has been written under one."""
        if not self._name:
            try:
                kept = json.loads((self._folder / ".writer").read_bytes())
            except (OSError, ValueError):
                return ""
            if isinstance(kept, dict) and kept.get("place") == self._place():
                self._name = str(kept.get("writer"))
        return self._name

    def name(self) -> str:
        """The name, made up now if there is none. Needs the lock. Raises OSError."""
        if not self.known():
            name = os.urandom(4).hex()
            kept = to_json({"writer": name, "place": self._place()}) + "\n"
            write_file(self._folder / ".writer", kept.encode())
            self._name = name
        return self._name

    def _place(self) -> str:
        inode = self._folder.stat().st_ino
        return f"{socket.gethostname()}:{inode}:{format_version()}"
