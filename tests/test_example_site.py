"""The example in claims/published/ is what the program makes of this repository's case."""

import shutil
from pathlib import Path

import pytest

from workbench.case import Case

ROOT = Path(__file__).parents[1]
PUBLISHED = Path("claims") / "published"


def pages(folder: Path) -> dict[str, str]:
    """Name → text of what readers get; manifests are the program's own."""
    found = (path for path in folder.rglob("*") if path.is_file() and path.name[0] != ".")
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in found}


@pytest.mark.skipif(not (ROOT / PUBLISHED).is_dir(), reason="a source distribution has no pages")
@pytest.mark.slow
def test_the_example_is_what_the_program_makes_of_the_case(tmp_path: Path) -> None:
    for name in ("seeds", "claims"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "workbench.toml", tmp_path)
    shutil.rmtree(tmp_path / PUBLISHED)
    with Case.open(tmp_path) as case:
        case.corpus.sync()
        assert case.publications.export().held == ()
        case.publications.export(format="html")
    assert pages(tmp_path / PUBLISHED) == pages(ROOT / PUBLISHED)
