"""Two copies of a case, joined by git: nothing is lost, and people choose between versions."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import Run
from workbench.case import Case
from workbench.errors import UnknownId, UsageError

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="needs git")


def git(folder: Path, *args: str) -> None:
    who = ("-c", "user.name=T", "-c", "user.email=t@example.org")
    subprocess.run(["git", *who, *args], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def joined(seeds_folder: Path, tmp_path: Path) -> tuple[Path, str]:
    """A case whose one verdict Ada and Bo changed apart, merged by git; and the claim."""
    git(seeds_folder, "init", "-q", "-b", "main")
    (seeds_folder / ".gitignore").write_text(".workbench/\n")
    with Case.open(seeds_folder, "Ada") as case:
        claim = case.corpus.claims()[0].id
        case.decisions.rule(claim, "unproven", "Nobody has looked yet.")
    git(seeds_folder, "add", ".")
    git(seeds_folder, "commit", "-qm", "start")
    git(tmp_path, "clone", "-q", str(seeds_folder), str(tmp_path / "bo"))
    shutil.copytree(seeds_folder / ".workbench", tmp_path / "bo" / ".workbench")
    for folder, who, rating in ((seeds_folder, "Ada", "true"), (tmp_path / "bo", "Bo", "false")):
        with Case.open(folder, who) as case:
            case.decisions.rule(claim, rating, f"{who} has looked.")
            case.reviewing.note(claim, f"{who} was here.")
        git(folder, "add", ".")
        git(folder, "commit", "-qm", who)
    git(seeds_folder, "pull", "-q", "--no-rebase", "--no-edit", str(tmp_path / "bo"), "main")
    return seeds_folder, claim


def test_both_versions_are_kept_shown_and_decided_between(joined: tuple[Path, str]) -> None:
    folder, claim = joined
    with Case.open(folder, "Cleo") as case:
        (dispute,) = case.decisions.disputed(claim)
        assert {doc["summary"] for doc in dispute.versions} == {"Ada has looked.", "Bo has looked."}
        assert {note.by for note in case.reviewing.notes(claim)} == {"Ada", "Bo"}
        with pytest.raises(UsageError, match=r"workbench settle verdict/"):
            case.decisions.rule(claim, "true", "I have looked at neither.")
        with pytest.raises(UsageError, match="versions 1 to 2"):
            case.decisions.settle("verdict", claim, 3)
        ada = 1 + next(i for i, d in enumerate(dispute.versions) if d["by"] == "Ada")
        case.decisions.settle("verdict", claim, ada)
        assert case.decisions.disputed() == []
        assert case.decisions.verdict(claim).rating == "true"  # type: ignore[union-attr]
        said = [c.after["summary"] for c in case.decisions.history(claim) if c.type == "verdict"]
        assert sorted(said) == sorted(
            ["Nobody has looked yet.", "Ada has looked.", "Bo has looked.", "Ada has looked."]
        )
        assert case.decisions.verify() == []
        with pytest.raises(UnknownId, match="no two versions"):
            case.decisions.settle("verdict", claim, 1)


def test_the_command_line_lists_shows_and_settles(run: Run, joined: tuple[Path, str]) -> None:
    folder, claim = joined
    case = ("--case", str(folder))
    code, _, _ = run("verify", *case)
    assert code == 3
    assert f"verdict {claim}" in run("verify", *case, "--format", "jsonl")[1]
    listed = run("review", *case, "--format", "jsonl")[1]
    assert "two versions" in listed
    assert "Ada has looked." in listed
    assert "Bo has looked." in listed
    shown = run("settle", claim[:8], *case, "--format", "table")[1]
    assert "Ada" in shown
    assert "Bo" in shown
    code, out, err = run("settle", f"verdict/{claim}", "--version", "2", *case)
    assert (code, out.strip()) == (0, f"verdict/{claim}")
    assert "has looked." in err
    assert run("verify", *case)[0] == 0
    assert run("settle", claim[:8], *case)[0] == 2
