"""The name under which this copy of a case writes its journal."""

import json
import os
import re
import socket

from workbench.core.verdicts.records import format_version, to_json
from workbench.edges.inside import Inside

LONGEST = 10_000
"""Bytes of the file that are read."""
_NAME = re.compile(r"[0-9a-f]{8}")


class Writer:
    """Eight hexadecimal digits that no other copy of the case writes under.

    They are kept in `.writer` beside the journals but bound to the folder and to
    the version of the format, so that a copy of the folder gets a name of its own,
    and a newer version of the program begins a file of its own.
    """

    def __init__(self, folder: Inside) -> None:
        self._folder = folder
        self._name = ""

    def known(self) -> str:
        """The name, or empty while nothing has been written under one."""
        if not self._name:
            try:
                kept = json.loads((self._folder / ".writer").read(LONGEST))
            except (OSError, ValueError, RecursionError):
                return ""
            if isinstance(kept, dict) and kept.get("place") == self._place():
                name = kept.get("writer")
                self._name = name if isinstance(name, str) and _NAME.fullmatch(name) else ""
        return self._name

    def name(self) -> str:
        """The name, made up now if there is none. Needs the lock. Raises OSError."""
        if not self.known():
            name = os.urandom(4).hex()
            kept = to_json({"writer": name, "place": self._place()}) + "\n"
            (self._folder / ".writer").write(kept.encode())
            self._name = name
        return self._name

    def _place(self) -> str:
        status = self._folder.status()
        return f"{socket.gethostname()}:{status.st_ino if status else 0}:{format_version()}"
