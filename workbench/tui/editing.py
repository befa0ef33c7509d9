"""The reviewer's own editor, for texts longer than a form is good for."""

import os
import shlex
import subprocess
import tempfile
from pathlib import Path


def editor() -> str:
    """The command that `VISUAL` or `EDITOR` names, or ""."""
    return (os.environ.get("VISUAL") or os.environ.get("EDITOR") or "").strip()


def written_in(command: str, text: str) -> str | None:
    """The text as the editor left it; None where the editor failed.

    The terminal has to be free while this runs. Raises OSError where there is no
    such program or the file does not read.
    """
    with tempfile.TemporaryDirectory(prefix="workbench-") as folder:
        path = Path(folder) / "rationale.md"
        path.write_text(text, encoding="utf-8", errors="surrogatepass")
        try:
            words = shlex.split(command)
        except ValueError as error:
            raise OSError(0, f"does not read as a command ({error})") from error
        if subprocess.call([*words, str(path)]) != 0:
            return None
        return path.read_text(encoding="utf-8", errors="replace")
