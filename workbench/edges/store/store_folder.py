"""Making a folder ready to be written: its lock, and what git has to know of it."""

from workbench.edges.inside import Inside
from workbench.edges.store.lock import Lock, LocksUnavailable

LOCK_NAME = ".lock"
GIT_FILES = {
    ".gitignore": f"{LOCK_NAME}\n.writer\n*.part\n",
    ".gitattributes": "snapshot.json -text merge=union\njournal/*.jsonl -text merge=union\n",
}
"""Files that tell git to join journals line by line and to leave line ends alone."""


def prepare(folder: Inside, timeout: float) -> tuple[Lock | None, str]:
    """The lock of a store's folder (created where there is none), or why there is none.

    Raises CaseUnsafe where the folder or its lock is a link or no file.
    """
    try:
        folder.make_folder()
        lock = Lock(folder / LOCK_NAME, timeout)
        lock.try_out()
        for name, text in GIT_FILES.items():
            if not (folder / name).exists():
                (folder / name).write(text.encode())
    except OSError as error:
        return None, f"{folder} cannot be written ({error.strerror})"
    except LocksUnavailable as error:
        return None, f"{error}, so two reviewers could overwrite each other"
    return lock, ""
