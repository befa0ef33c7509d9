"""Two reviewers' work on one case, joined by git: nothing lost, conflicts shown."""

import shutil
import subprocess
from pathlib import Path

import pytest

from workbench.core.verdicts.records import Document
from workbench.edges.store import VerdictStore, open_store
from workbench.errors import StaleRevision

AT = "2026-03-02T12:00:00Z"
LATER = "2026-03-02T18:00:00Z"

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="needs git")


def git(folder: Path, *args: str) -> str:
    settings = [
        "-c",
        "user.name=T",
        "-c",
        "user.email=t@example.org",
        "-c",
        "merge.conflictStyle=merge",
    ]
    done = subprocess.run(
        ["git", *settings, *args], cwd=folder, capture_output=True, text=True, check=True
    )
    return done.stdout


def verdict(claim: str, rating: str) -> Document:
    return {"type": "vote", "id": claim, "claim": claim, "rating": rating}


def save(store: VerdictStore, doc: Document, by: str, at: str = AT) -> Document:
    current = store.get(doc["type"], doc["id"])
    return store.put(doc, current["revision"] if current else 0, by=by, at=at)


@pytest.fixture
def copies(tmp_path: Path) -> tuple[Path, Path]:
    """A case with two verdicts, and a clone of it; each with work of its own."""
    ada, ben = tmp_path / "ada", tmp_path / "ben"
    ada.mkdir()
    git(ada, "init", "-q", "-b", "main")
    store = open_store(ada / "claims")
    save(store, verdict("c1", "true"), "Ada")
    save(store, verdict("c2", "true"), "Ada")
    store.compact()
    store.close()
    git(ada, "add", ".")
    git(ada, "commit", "-qm", "start")
    git(tmp_path, "clone", "-q", str(ada), str(ben))
    for folder, name, rating in ((ada, "Ada", "half true"), (ben, "Ben", "false")):
        store = open_store(folder / "claims")
        save(store, verdict("c1", rating), name, LATER)
        save(store, verdict(f"new-{name}", rating), name, LATER)
        store.compact()
        store.close()
        git(folder, "add", ".")
        git(folder, "commit", "-qm", name)
    return ada, ben


def test_joined_journals_keep_every_record_and_show_the_conflict(copies: tuple[Path, Path]) -> None:
    ada, ben = copies
    git(ada, "pull", "-q", "--no-rebase", "--no-edit", str(ben), "main")
    assert git(ada, "status", "--porcelain", "--untracked-files=no") == ""
    store = open_store(ada / "claims")
    assert store.read_only == ""
    assert "joined by git" in store.notices[0]
    assert [doc["id"] for doc in store.query("vote")] == ["c1", "c2", "new-Ada", "new-Ben"]
    assert sorted(change.by for change in store.changes()) == ["Ada"] * 4 + ["Ben"] * 2
    assert store.verify() == []
    assert open_store(ada / "claims").notices == []  # the snapshot has been made again
    (conflict,) = store.conflicts()
    assert (conflict.type, conflict.id, conflict.claim) == ("vote", "c1", "c1")
    assert {doc["rating"] for doc in conflict.versions} == {"half true", "false"}
    assert store.conflicts(claim="c1") == [conflict]
    assert store.conflicts(claim="c2") == []
    assert store.get("vote", "c1") == conflict.versions[-1]


def test_a_conflict_is_decided_only_by_who_has_looked_at_it(copies: tuple[Path, Path]) -> None:
    ada, ben = copies
    git(ada, "pull", "-q", "--no-rebase", "--no-edit", str(ben), "main")
    store = open_store(ada / "claims")
    with pytest.raises(StaleRevision):
        save(store, verdict("c1", "true"), "Ada", LATER)
    conflict = store.conflicts()[0]
    kept = store.put(conflict.versions[0], conflict.revision, by="Ada", at=LATER)
    assert store.conflicts() == []
    store.compact()
    store.close()
    again = open_store(ada / "claims")
    assert (again.conflicts(), again.verify(), again.notices) == ([], [], [])
    assert again.get("vote", "c1") == kept
    git(ada, "add", ".")
    git(ada, "commit", "-qm", "decided")
    git(ben, "pull", "-q", "--no-rebase", "--no-edit", str(ada), "main")
    other = open_store(ben / "claims")
    assert other.get("vote", "c1") == kept
    assert (other.conflicts(), other.verify()) == ([], [])


def test_both_sides_come_to_the_same_whoever_joins(copies: tuple[Path, Path]) -> None:
    ada, ben = copies
    ours = shutil.copytree(ada, ada.with_name("third"))
    git(ada, "pull", "-q", "--no-rebase", "--no-edit", str(ben), "main")
    git(ben, "pull", "-q", "--no-rebase", "--no-edit", str(ours), "main")
    left, right = open_store(ada / "claims"), open_store(ben / "claims")
    assert left.query() == right.query()
    assert left.conflicts() == right.conflicts()
    assert [c.hash for c in left.changes()] == [c.hash for c in right.changes()]


def test_an_open_store_takes_in_what_git_joined(copies: tuple[Path, Path]) -> None:
    ada, ben = copies
    store = open_store(ada / "claims")
    git(ada, "pull", "-q", "--no-rebase", "--no-edit", str(ben), "main")
    assert store.refresh()
    assert store.get("vote", "new-Ben") is not None
    assert len(store.conflicts()) == 1
    save(store, verdict("c3", "true"), "Ada")
    assert sorted(change.seq for change in store.changes()) == list(range(1, 8))


def test_the_same_copy_on_two_branches_joins_too(copies: tuple[Path, Path]) -> None:
    ada, _ = copies
    for branch, name in (("one", "b1"), ("two", "b2")):
        git(ada, "checkout", "-q", "-b", branch, "main")
        store = open_store(ada / "claims")
        save(store, verdict(name, "true"), "Ada", LATER)
        save(store, verdict("c2", f"from {name}"), "Ada", LATER)
        store.compact()
        store.close()
        git(ada, "add", ".")
        git(ada, "commit", "-qm", branch)
    git(ada, "merge", "-q", "--no-edit", "one")
    store = open_store(ada / "claims")
    assert store.read_only == ""
    assert {"b1", "b2"} <= {doc["id"] for doc in store.query("vote")}
    assert [conflict.id for conflict in store.conflicts()] == ["c2"]
    save(store, verdict("b3", "true"), "Ada", LATER)
    store.compact()
    assert store.verify() == []


def test_agreement_reached_apart_is_no_conflict(tmp_path: Path) -> None:
    store = open_store(tmp_path / "one")
    save(store, verdict("c1", "true"), "Ada")
    store.close()
    shutil.copytree(tmp_path / "one", tmp_path / "two")
    for folder, name in (("one", "Ada"), ("two", "Ben")):
        store = open_store(tmp_path / folder)
        save(store, verdict("c1", "false"), name, LATER)
        store.close()
    for path in (tmp_path / "two" / "journal").iterdir():
        if not (tmp_path / "one" / "journal" / path.name).exists():
            shutil.copy(path, tmp_path / "one" / "journal")
    store = open_store(tmp_path / "one")
    assert len(list(store.changes())) == 3
    assert store.conflicts() == []
    save(store, verdict("c1", "half true"), "Ada", LATER)
    assert open_store(tmp_path / "one").get("vote", "c1")["rating"] == "half true"


def test_a_record_deleted_here_and_changed_there_is_not_simply_made_anew(tmp_path: Path) -> None:
    store = open_store(tmp_path / "one")
    save(store, verdict("c1", "true"), "Ada")
    store.close()
    shutil.copytree(tmp_path / "one", tmp_path / "two")
    for folder, name, fields in (("one", "Ada", {}), ("two", "Ben", {"deleted": True})):
        store = open_store(tmp_path / folder)
        save(store, verdict("c1", "false") | fields, name, LATER)
        store.close()
    for path in (tmp_path / "two" / "journal").iterdir():
        if not (tmp_path / "one" / "journal" / path.name).exists():
            shutil.copy(path, tmp_path / "one" / "journal")
    store = open_store(tmp_path / "one")
    (conflict,) = store.conflicts()
    for expected in (0, 1, 2):
        with pytest.raises(StaleRevision):
            store.put(verdict("c1", "half true"), expected, by="Ada", at=LATER)
    store.put(verdict("c1", "half true"), conflict.revision, by="Ada", at=LATER)
    assert store.conflicts() == []


def test_git_leaves_the_bytes_of_a_journal_alone(copies: tuple[Path, Path]) -> None:
    ada, _ = copies
    git(ada, "config", "core.autocrlf", "true")
    git(ada, "rm", "-rq", "--cached", ".")
    shutil.rmtree(ada / "claims" / "journal")
    git(ada, "reset", "-q", "--hard")
    assert open_store(ada / "claims").read_only == ""


def test_the_history_of_a_claim_holds_after_copies_were_joined(copies: tuple[Path, Path]) -> None:
    ada, ben = copies
    store = open_store(ada / "claims")
    assert [change.by for change in store.changes(claim="c1")] == ["Ada", "Ada"]
    git(ada, "pull", "-q", "--no-rebase", "--no-edit", str(ben), "main")
    store.refresh()
    own = list(store.changes(claim="c1"))
    assert own == [change for change in store.changes() if change.claim == "c1"]
    assert sorted(change.by for change in own) == ["Ada", "Ada", "Ben"]
