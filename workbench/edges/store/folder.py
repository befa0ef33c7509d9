"""Making a folder ready to be written: its lock, and what git has to know of it."""

from pathlib import Path

from workbench.edges.store.disk import make_folder, write_file
from workbench.edges.store.lock import Lock, LocksUnavailable

LOCK_NAME = ".lock"
GIT_FILES = {
    ".gitignore": f"{LOCK_NAME}\n.writer\n*.part\n",
    ".gitattributes": "snapshot.json -text merge=union\njournal/*.jsonl -text merge=union\n",
}
"""Files that tell git to join journals line by line and to leave line ends alone."""


def prepare(folder: Path, timeout: float) -> tuple[Lock | None, str]:
    """The lock of a store's folder (created where there is none), or why there is none."""
    try:
        make_folder(folder)
        lock = Lock(folder / LOCK_NAME, timeout)
        lock.try_out()
        for name, text in GIT_FILES.items():
            if not (folder / name).exists():
                write_file(folder / name, text.encode())
    except OSError as error:
        return None, f"{folder} cannot be written ({error.strerror})"
    except LocksUnavailable as error:
        return None, f"{error}, so two reviewers could overwrite each other"
    return lock, ""
