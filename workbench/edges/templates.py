"""A newsroom's own templates: files of the case's folder `templates/`."""

from pathlib import Path

from workbench.core.publication import Templates
from workbench.errors import UsageError

FOLDER = "templates"
ENDINGS = (".j2", ".css", ".js")
LONGEST = 1_000_000
"""Bytes of a template that are read: no page is meant to be larger."""


def read_templates(case: Path) -> Templates:
    """(name, text) of each template, by name; () where the case has none.

    Raises UsageError that names a file which cannot be one.
    """
    found = sorted(p for p in (case / FOLDER).glob("*") if p.name.endswith(ENDINGS))
    return tuple((path.name, _text(path)) for path in found)


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            data = file.read(LONGEST + 1)
        text = data.decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: does not read ({error})") from error
    if len(data) > LONGEST:
        raise UsageError(f"{path}: is larger than {LONGEST // 1000} kB")
    return text
