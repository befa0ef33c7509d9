"""A case on a medium that takes nothing: it is read all the same, and saving says why not."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from workbench.case import Case

MOUNT = {
    "read-only": 'mount --bind "$1" "$1" && mount -o remount,ro,bind "$1"',
    "full": 'mount -t tmpfs -o size=2m none "$2" && cp -a "$1/." "$2" && '
    '(dd if=/dev/zero of="$2/filler" bs=4k 2>/dev/null; true) && mount --bind "$2" "$1"',
}


def able() -> bool:
    """Whether this user may mount in a namespace of its own."""
    try:
        return subprocess.run(["unshare", "-m", "true"], check=False).returncode == 0
    except OSError:
        return False


pytestmark = pytest.mark.skipif(not able(), reason="needs a mount namespace")


def on(medium: str, case: Path, aside: Path, *words: str) -> tuple[int, str, str]:
    aside.mkdir(exist_ok=True)
    script = f'{MOUNT[medium]} && shift 2 && exec "$@"'
    program = [sys.executable, "-m", "workbench", *words, "--case", str(case)]
    done = subprocess.run(
        ["unshare", "-m", "sh", "-c", script, "sh", str(case), str(aside), *program],
        capture_output=True, text=True, check=False, timeout=120,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])},
    )  # fmt: skip
    return done.returncode, done.stdout, done.stderr


@pytest.fixture(params=["derived", "nothing derived"])
def case(request: pytest.FixtureRequest, seeds_folder: Path) -> Path:
    with Case.open(seeds_folder, "Ada") as case:
        claim = case.corpus.claims()[0].id
        case.decisions.rule(claim, case.settings.scale.names[0], "It holds.")
        case.comparing.conflicts()
        (seeds_folder.parent / "claims").write_text(" ".join(c.id for c in case.corpus.claims()))
    if request.param == "nothing derived":
        shutil.rmtree(seeds_folder / ".workbench")
    return seeds_folder


@pytest.mark.parametrize("medium", MOUNT)
def test_what_only_reads_works(medium: str, case: Path, tmp_path: Path) -> None:
    claims = (tmp_path / "claims").read_text().split()
    aside, out = tmp_path / "aside", tmp_path / "out"
    code, said, err = on(medium, case, aside, "claims", "--format", "jsonl")
    assert (code, [json.loads(line)["id"] for line in said.splitlines()]) == (0, claims), err
    assert len(on(medium, case, aside, "history", "--format", "jsonl")[1].splitlines()) == 1
    code, said, err = on(medium, case, aside, "verify")
    assert (code, said) == (0, ""), err
    code, said, err = on(medium, case, aside, "match", claims[0], "--format", "jsonl")
    assert (code, bool(said)) == (0, True), err
    code, said, err = on(medium, case, aside, "export", "--force", "--to", str(out))
    assert (code, len(list(out.glob("*.md")))) == (0, 1), err
    code, said, err = on(medium, case, aside, "note", claims[0], "mine")
    assert (code, "Traceback" in err) == (3, False)
    assert "nothing can be saved" in err or "not saved" in err
