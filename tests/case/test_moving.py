"""Moving a case to servers and back: nothing is lost, nothing is written twice."""

import shutil
from pathlib import Path

import pytest

from workbench.case import Case
from workbench.edges.store import open_server_store, open_store
from workbench.edges.store.handover import write_journals
from workbench.errors import CaseDamaged, UsageError

AT = "2026-03-02T12:00:00Z"


def decide(folder: Path, names: str, by: str = "Ada") -> None:
    store = open_store(folder)
    for name in names:
        doc = {"type": "mark", "id": name, "claim": "c\x00\ud800", "text": f"{by} “\u202e\x00"}
        current = store.get("mark", name)
        store.put(doc, current["revision"] if current else 0, by=by, at=AT, action="mark")
    store.close()


def told(folder: Path, url: str = ""):
    """All that a store says, numbers of entries included."""
    store = open_store(folder, url)
    assert store.verify() == []
    found = store.query(), list(store.changes()), store.conflicts()
    store.close()
    return found


def two_copies(tmp_path: Path) -> Path:
    """A store in which two copies were joined that disagree about a record."""
    one, other = tmp_path / "one", tmp_path / "other"
    decide(one, "ab")
    shutil.copytree(one, other)
    decide(one, "ac", "Ben")
    decide(other, "ad", "Cem")
    for path in (other / "journal").iterdir():
        if not (one / "journal" / path.name).exists():
            shutil.copy(path, one / "journal")
    return one


def test_journals_are_written_as_they_were(tmp_path: Path) -> None:
    source = two_copies(tmp_path)
    store = open_store(source)
    assert write_journals(tmp_path / "copy", store.changes()) == len(list(store.changes()))
    assert write_journals(tmp_path / "copy", store.changes()) == 0
    store.close()
    assert told(tmp_path / "copy") == told(source)
    assert told(source)[2], "the two copies are in conflict"


def test_an_altered_entry_is_not_moved(tmp_path: Path) -> None:
    decide(tmp_path / "one", "a")
    store = open_store(tmp_path / "one")
    (change,) = store.changes()
    change.after["text"] = "other"
    with pytest.raises(CaseDamaged, match="altered"):
        write_journals(tmp_path / "copy", [change])


@pytest.mark.servers
def test_to_postgresql_and_back_is_lossless(tmp_path: Path, postgres_url: str) -> None:
    source = two_copies(tmp_path)
    store = open_store(source)
    server = open_server_store(postgres_url)
    count = len(list(store.changes()))
    assert (server.take_in(store.changes()), server.take_in(store.changes())) == (count, 0)
    store.close()
    assert told(source) == told(tmp_path, postgres_url)
    server.put({"type": "mark", "id": "e"}, 0, by="Dan", at=AT)
    (conflict,) = server.conflicts()
    server.put({"type": "mark", "id": "a"}, conflict.revision, by="Dan", at=AT)
    assert server.conflicts() == []
    assert write_journals(tmp_path / "new", server.changes()) == count + 2
    assert write_journals(source, server.changes()) == 2
    assert told(tmp_path, postgres_url) == told(tmp_path / "new") == told(source)
    decide(source, "f")
    store = open_store(source)
    assert server.take_in(store.changes()) == 1
    assert server.get("mark", "f") == store.get("mark", "f")


def verdicts(case: Case) -> list[str]:
    return [v.summary for v in case.decisions.verdicts()]


@pytest.mark.servers
def test_a_case_moves_to_servers_and_back(
    seeds_folder: Path, postgres_url: str, opensearch_url: str
) -> None:
    with Case.open(seeds_folder, "Ada") as case:
        claim = case.corpus.claims()[0].id
        rating = case.settings.scale.ratings[0].name
        case.decisions.rule(claim, rating, "As stated.")
        before = case.matching.candidates(claim, 10)
        case.moving.store(postgres_url)
        case.moving.index(opensearch_url)
    with Case.open(seeds_folder, "Ben") as case:
        assert (case.settings.store, case.settings.index) == (postgres_url, opensearch_url)
        after = case.matching.candidates(claim, 10)
        assert {c.quote for c in after} >= {c.quote for c in before[:8]}
        assert verdicts(case) == ["As stated."]
        case.decisions.rule(claim, rating, "As stated, twice.")
    with Case.open(seeds_folder, "Ada") as case:
        assert verdicts(case) == ["As stated, twice."]
        with pytest.raises(UsageError, match="there already"):
            case.moving.store(postgres_url)
        case.moving.home()
    with Case.open(seeds_folder, "Ada") as case:
        assert (case.settings.store, case.settings.index) == ("", "")
        assert verdicts(case) == ["As stated, twice."]
        assert case.matching.candidates(claim, 10) == before
        assert case.decisions.verify() == []
