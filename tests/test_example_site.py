"""The example in claims/published/ is what the program makes of this repository's case, and its
pages are sound HTML that everybody can read.

WORKBENCH_VNU names the jar of the Nu HTML checker (`npm install vnu-jar`), which needs Java.
"""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.chromium import CHROMIUM, axe_findings
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


SITE = ROOT / PUBLISHED / "html"
PAGES = sorted(path.relative_to(SITE).as_posix() for path in SITE.rglob("*.html"))
POLICY_OF_DATA = "Inline script violates Content Security Policy"
"""What the checker says of JSON-LD, which is data: no browser runs it."""
WIDTHS = {"phone": 360, "tablet": 768, "desktop": 1280}


@pytest.mark.slow
@pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium")
@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS)
@pytest.mark.parametrize("page", PAGES)
def test_axe_finds_nothing_in_any_page_at_any_width(tmp_path: Path, page: str, width: int) -> None:
    assert axe_findings(SITE / page, tmp_path, width) == []


@pytest.mark.slow
def test_the_checker_of_html_finds_nothing_in_any_page() -> None:
    jar = os.environ.get("WORKBENCH_VNU", "")
    if not (jar and shutil.which("java")):
        pytest.skip("needs WORKBENCH_VNU, the jar of the Nu HTML checker, and Java")
    assert len(PAGES) > 10
    command = ["java", "-jar", jar, "--format", "json", *(str(SITE / page) for page in PAGES)]
    ended = subprocess.run(command, capture_output=True, check=False, timeout=300)
    messages = json.loads(ended.stderr)["messages"]
    assert [one for one in messages if POLICY_OF_DATA not in one["message"]] == []
