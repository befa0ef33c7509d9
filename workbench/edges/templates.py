"""A newsroom's own templates: files of the case's folder `templates/`."""

from pathlib import Path

from workbench.core.publication import Templates
from workbench.edges.inside import Inside
from workbench.errors import UsageError

FOLDER = "templates"
ENDINGS = (".j2", ".css")
"""What may be a newsroom's own; programs of the site are always those of this one."""
MOST = 100
"""Templates of a case."""
LONGEST = 1_000_000
"""Bytes of a template that are read: no page is meant to be larger."""


def read_templates(case: Path) -> Templates:
    """(name, text) of each template, by name; () where the case has none.

    Raises UsageError that names a file which cannot be one, CaseUnsafe for a link or pipe.
    """
    folder = Inside(case, ()) / FOLDER
    names = [name for name in folder.names() if name.endswith(ENDINGS)]
    if len(names) > MOST:
        raise UsageError(f"{folder}: more than {MOST} templates")
    return tuple((name, _text(folder / name)) for name in names)


def _text(path: Inside) -> str:
    try:
        data = path.read(LONGEST + 1)
        text = data.decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: does not read ({error})") from error
    if len(data) > LONGEST:
        raise UsageError(f"{path}: is larger than {LONGEST // 1000} kB")
    return text
