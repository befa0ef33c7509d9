"""Drafts on disk: what a reviewer is still writing, one small file for each claim.

Drafts are nobody's decision yet, so they lie beside what is derived and not in
the store. File names are hashes: neither a claim's id nor a reviewer's name ever
becomes a path.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from workbench.edges.inside import Inside
from workbench.errors import CaseUnsafe

SUFFIX = ".json"
LONGEST = 10_000_000
"""Bytes of a draft that are read."""


class DraftFiles:
    """The drafts of one reviewer in a folder, each a flat table of texts."""

    def __init__(self, folder: Path | Inside, reviewer: str) -> None:
        self.folder = Inside.of(folder)
        self.reviewer = reviewer

    def __iter__(self) -> Iterator[tuple[str, dict[str, str]]]:
        """(claim, fields) of every draft that reads; a damaged file is passed over."""
        for name in self.folder.names():
            found = _read(self.folder / name) if name.endswith(SUFFIX) else {}
            if found and found.pop("reviewer", None) == self.reviewer:
                claim = found.pop("claim", "")
                if claim:
                    yield claim, found

    def write(self, claim: str, fields: Mapping[str, str]) -> None:
        """Keep a draft; it is on the disk when this returns. Raises OSError."""
        self.folder.make_folder()
        doc = {"claim": claim, "reviewer": self.reviewer, **fields}
        text = json.dumps(doc, ensure_ascii=False, indent=1)
        self._path(claim).write(text.encode("utf-8", "surrogatepass"))

    def remove(self, claim: str) -> None:
        """Drop a draft, if there is one."""
        self._path(claim).remove()

    def _path(self, claim: str) -> Inside:
        key = hashlib.sha256(f"{self.reviewer}\0{claim}".encode("utf-8", "surrogatepass"))
        return self.folder / (key.hexdigest()[:24] + SUFFIX)


def _read(path: Inside) -> dict[str, str]:
    """The texts of a file, or nothing where it is not one of ours."""
    try:
        doc = json.loads(path.read(LONGEST).decode("utf-8", "surrogatepass"))
    except (OSError, ValueError, RecursionError, CaseUnsafe):
        return {}
    if not isinstance(doc, dict):
        return {}
    return {name: value for name, value in doc.items() if isinstance(value, str)}
