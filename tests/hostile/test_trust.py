"""What a case asks of the reader's machine counts only when the reader has allowed it."""

import json
import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import Run
from workbench.case import Case
from workbench.case.trusting import allow, forget, name_scheduler
from workbench.errors import UsageError

STRANGE = """
reviewer = "Mallory; rm -rf ~"
store = "postgresql://ada@127.0.0.1:{port}/news"
index = "opensearch://ada@127.0.0.1:{port}/news"
executor = "dask://127.0.0.1:{port}"
theme = "textual-light"

[house]
name = "The Desk"

[fetch]
private = true
ports = [22]
wayback = true
archive = "http://127.0.0.1:{port}/?u="

[filters]
"mine" = "kind:denial"

[keys]
"claims.corroborates" = "o"
"""


class Listening:
    """A port of this machine, and whether anybody came."""

    def __init__(self) -> None:
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.socket.settimeout(0.2)
        self.port = self.socket.getsockname()[1]

    def was_called(self) -> bool:
        try:
            self.socket.accept()[0].close()
        except TimeoutError:
            return False
        return True


@pytest.fixture
def listening() -> Iterator[Listening]:
    one = Listening()
    yield one
    one.socket.close()


@pytest.fixture
def strange(seeds_folder: Path, listening: Listening, monkeypatch: pytest.MonkeyPatch) -> Path:
    (seeds_folder / "workbench.toml").write_text(STRANGE.format(port=listening.port))
    monkeypatch.setenv("WORKBENCH_STORE_PASSWORD", "hunter2")
    monkeypatch.setenv("WORKBENCH_INDEX_PASSWORD", "hunter2")
    return seeds_folder


def test_nothing_of_a_strangers_settings_is_taken_and_nobody_is_called(
    strange: Path, listening: Listening, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("WORKBENCH_REVIEWER", raising=False)
    for command in ("claims", "history", "verify", "export", "reindex", "where"):
        code, _, err = run(command, "--case", str(strange))
        assert (command, code) == (command, 0), err
        for asked in ("store =", "index =", "executor =", "reviewer =", "fetch.private = true"):
            assert asked in err or command == "reindex"
        assert "hunter2" not in err
    monkeypatch.delenv("WORKBENCH_REVIEWER", raising=False)
    with Case.open(strange) as case:
        assert "Mallory" not in case.reviewer
        assert (case.settings.store, case.settings.index, case.settings.executor) == ("", "", "")
        assert (case.settings.fetch, case.settings.wayback, case.settings.archive) == (
            {},
            False,
            "",
        )
        assert (case.settings.filters, case.settings.keys) == ({}, {})
        assert (case.settings.house.name, case.settings.theme) == ("The Desk", "textual-light")
    assert not listening.was_called()


def test_decisions_that_are_kept_on_a_server_are_not_decided_beside_it(
    strange: Path, run: Run
) -> None:
    claim = json.loads(run("claims", "--case", str(strange), "--format", "jsonl")[1].split("\n")[0])
    code, _, err = run("note", claim["id"], "mine", "--case", str(strange))
    assert (code, "have not allowed" in err) == (3, True)
    assert not list((strange / "claims").glob("journal/*"))


def test_what_is_allowed_counts_until_the_line_changes(strange: Path, run: Run) -> None:
    settings = strange / "workbench.toml"
    settings.write_text('reviewer = "Nora"\n[fetch]\nprivate = true\n[keys]\n"a.b" = "x"\n')
    code, out, _ = run("trust", "--case", str(strange), "--format", "jsonl")
    states = {row["what"]: row["state"] for row in map(json.loads, out.splitlines())}
    assert (code, set(states.values())) == (0, {"allowed"})
    with Case.open(strange) as case:
        assert (case.settings.reviewer, case.settings.fetch) == ("Nora", {"private": True})
        assert not case.take_notices()
    settings.write_text('reviewer = "Mallory"\n[fetch]\nprivate = true\nports = [22]\n')
    with Case.open(strange) as case:
        assert (case.settings.reviewer, case.settings.fetch) == ("", {"private": True})
        (notice,) = case.take_notices()
        assert 'reviewer = "Mallory"' in notice
        assert "fetch.ports = [22]" in notice
    assert run("trust", "--forget", "--case", str(strange))[0] == 0
    with Case.open(strange) as case:
        assert case.settings.fetch == {}


def test_showing_allows_nothing(strange: Path, run: Run) -> None:
    code, out, _ = run("trust", "--show", "--case", str(strange), "--format", "jsonl")
    assert code == 0
    assert {json.loads(row)["state"] for row in out.splitlines()} == {"not allowed"}


def test_a_copy_elsewhere_is_another_case(strange: Path, tmp_path: Path) -> None:
    (strange / "workbench.toml").write_text('reviewer = "Nora"\n')
    allow(strange)
    with Case.open(strange) as case:
        assert case.settings.reviewer == "Nora"
    with Case.open(strange.rename(tmp_path / "moved")) as case:
        assert case.settings.reviewer == ""


def test_a_scheduler_is_used_only_where_the_user_named_it(strange: Path, listening: Listening):
    url = f"dask://127.0.0.1:{listening.port}"
    (strange / "workbench.toml").write_text(f'executor = "{url}"\n')
    assert [wish.name for wish in allow(strange)] == ["executor"]
    with Case.open(strange) as case:
        assert case.settings.executor == ""
    name_scheduler(url)
    with Case.open(strange) as case:
        assert case.settings.executor == url
    (strange / "workbench.toml").write_text('executor = "dask://203.0.113.9:8786"\n')
    with Case.open(strange) as case:
        assert case.settings.executor == ""


def test_the_users_own_environment_names_engines(
    strange: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (strange / "workbench.toml").write_text('executor = "dask://203.0.113.9:8786"\n')
    monkeypatch.setenv("WORKBENCH_EXECUTOR", "dask://127.0.0.1:1")
    with Case.open(strange) as case:
        assert case.settings.executor == "dask://127.0.0.1:1"
        assert not case.take_notices()


def test_what_the_user_sets_through_the_program_counts_and_nothing_beside_it(strange: Path) -> None:
    with Case.open(strange, "Ada") as case:
        case.configuring.change({("reviewer",): "Nora", ("keys", "claims.verdict"): "w"})
        assert case.settings.keys == {"claims.verdict": "w"}
        assert (case.settings.store, case.settings.fetch) == ("", {})
    with Case.open(strange) as case:
        assert case.settings.reviewer == "Nora"


def test_templates_of_a_stranger_are_not_used(strange: Path, tmp_path: Path, run: Run) -> None:
    (strange / "workbench.toml").unlink()
    own = strange / "templates"
    own.mkdir()
    (own / "verdict.md.j2").write_text("bought by Mallory")
    (own / "filter.js").write_text("alert(1)")
    with Case.open(strange, "Ada") as case:
        claim = case.corpus.claims()[0].id
        case.decisions.rule(claim, case.settings.scale.names[0], "It holds.")
    to = ("--force", "--case", str(strange), "--to")
    code, _, err = run("export", *to, str(tmp_path / "out"))
    assert (code, "templates/verdict.md.j2" in err) == (0, True)
    assert "Mallory" not in next((tmp_path / "out").glob("*.md")).read_text()
    allow(strange)
    assert run("export", *to, str(tmp_path / "own"))[0] == 0
    assert "Mallory" in next((tmp_path / "own").glob("*.md")).read_text()
    assert run("export", "--format", "html", *to, str(tmp_path / "site"))[0] == 0
    assert all(b"alert(1)" not in p.read_bytes() for p in (tmp_path / "site").rglob("*.html"))


def test_the_list_of_what_is_allowed_is_the_users_alone(strange: Path) -> None:
    allow(strange)
    from workbench.edges.trust import Trust

    file = Trust().file
    assert file.stat().st_mode & 0o777 == 0o600
    file.chmod(0o666)
    with pytest.raises(UsageError, match="chmod 600"), Case.open(strange):
        pass
    file.chmod(0o600)
    file.write_text("{")
    with pytest.raises(UsageError, match="does not read"), Case.open(strange):
        pass
    os.unlink(file)
    assert not forget(strange)
