"""An index that several machines search: nobody empties it for what his own folder lacks."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import Run
from workbench.case import Case
from workbench.edges.engines import Address
from workbench.edges.index import PassageIndex
from workbench.edges.index.embedded import EmbeddedIndex, erase
from workbench.edges.inside import Inside
from workbench.errors import CaseDamaged, CaseLocked, EngineFailed, UsageError

URL = "opensearch://search.example:9200/desk"
TOLL = "Ferry sinks\n\nAt least 12 people died when the ferry sank off Aville, officials said.\n"
QUAY = "Rescue\n\nSome 13,000 people waited at the quay of Aville, the coast guard said.\n"
TRIAL = "Trial\n\nThe owner of the ferry denied that 40 life vests were missing.\n"


class Server:
    """A server whose indexes lie in a folder; `away` says what is wrong with it."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.opened = folder, 0
        self.away: Exception | None = None

    def open(self, address: Address, fresh: bool) -> PassageIndex:
        self.opened += 1
        if self.away:
            raise self.away
        if fresh:
            erase(Inside.of(self.folder / address.name))
        return EmbeddedIndex(self.folder / address.name)

    @property
    def passages(self) -> int:
        index = EmbeddedIndex(self.folder / "desk")
        try:
            return index.stats().passages
        finally:
            index.close()


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    made = Server(tmp_path / "server")
    monkeypatch.setattr("workbench.edges.index._open_engine", made.open)
    return made


@pytest.fixture
def first(server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The machine that filled the index."""
    folder = machine(tmp_path, "first", {"toll.txt": TOLL, "quay.txt": QUAY, "trial.txt": TRIAL})
    with Case.open(folder, "Ada") as case:
        case.corpus.sync()
        case.moving.index(URL)
    monkeypatch.setenv("WORKBENCH_INDEX", URL)
    return folder


def machine(tmp_path: Path, name: str, seeds: dict[str, str]) -> Path:
    (tmp_path / name / "seeds").mkdir(parents=True)
    for seed, text in seeds.items():
        (tmp_path / name / "seeds" / seed).write_text(text, encoding="utf-8")
    return tmp_path / name


def found(case: Case, text: str) -> list[str]:
    return [candidate.quote for candidate in case.matching.search(text)]


def test_a_machine_with_one_source_that_only_reads_leaves_the_index(
    first: Path, server: Server, tmp_path: Path, run: Run
) -> None:
    before = server.passages
    second = machine(tmp_path, "second", {"toll.txt": TOLL})
    shutil.copytree(first / ".workbench", second / ".workbench")
    code, out, said = run("claims", "--format", "jsonl", "--case", str(second))
    assert code == 0
    assert "2 sources that were read once are not in seeds/ here (first: quay.txt)" in said
    assert {json.loads(line)["article"] for line in out.splitlines()} >= {"toll.txt", "quay.txt"}
    for words in (("history",), ("verify",), ("conflicts",), ("reindex",)):
        run(*words, "--case", str(second))
    assert server.passages == before
    with Case.open(first, "Ada") as case:
        assert any("13,000 people" in quote for quote in found(case, "13,000 people at the quay"))


def test_another_text_of_the_same_name_replaces_nothing(
    first: Path, server: Server, tmp_path: Path
) -> None:
    other = "Fire\n\nExactly 3 people were hurt in a fire in Beville, the mayor said.\n"
    before = server.passages
    second = machine(tmp_path, "second", {"toll.txt": other, "new.txt": TRIAL + "More came.\n"})
    with Case.open(second, "Bo") as case:
        report = case.corpus.sync()
        rows = {row.article: row for row in report.rows}
        assert (rows["toll.txt"].outcome, rows["new.txt"].outcome) == ("partial", "imported")
        assert "another text under this name" in rows["toll.txt"].reason
        assert case.corpus.article("toll.txt").text.startswith("Fire")
        assert not any("12 people died" in quote for quote in found(case, "12 people died"))
    assert server.passages > before
    with Case.open(first, "Ada") as case:
        assert any("12 people died" in quote for quote in found(case, "12 people died in a ferry"))


def test_a_later_version_of_ones_own_article_takes_the_place_of_the_earlier(first: Path) -> None:
    (first / "seeds" / "toll~2.txt").write_text(TOLL.replace("12 people", "15 people"))
    with Case.open(first, "Ada") as case:
        (row,) = case.corpus.sync().rows
        assert row.outcome == "revised"
        quotes = found(case, "people died when the ferry sank")
    assert any("15 people" in quote for quote in quotes)
    assert not any("12 people" in quote for quote in quotes)


@pytest.mark.parametrize(
    "wrong", [EngineFailed("search.example does not answer"), CaseDamaged("another version")]
)
def test_without_the_index_one_reads_and_decides(
    first: Path, server: Server, run: Run, wrong: Exception
) -> None:
    before, at = server.passages, ("--case", str(first))
    (first / "seeds" / "new.txt").write_text(TRIAL + "More came.\n")
    server.away = wrong
    code, out, said = run("claims", "--format", "jsonl", *at)
    assert (code, "1 new sources wait" in said) == (0, True)
    claim = json.loads(out.splitlines()[0])["id"]
    assert run("verdict", claim, "--rating", "true", "--summary", "It holds.", *at)[0] == 0
    for words in (("history",), ("where",), ("article",)):
        assert run(*words, *at)[0] == 0, words
    code, _, said = run("match", claim, *at)
    assert (code, str(wrong) in said) == (3, True)
    server.away = None
    assert run("claims", *at)[0] == 0
    assert server.passages > before


def test_what_does_not_seek_asks_no_server(first: Path, server: Server, run: Run) -> None:
    server.opened = 0
    for words in (("claims",), ("history",), ("review",), ("article",)):
        assert run(*words, "--case", str(first))[0] == 0
    assert server.opened == 0


def test_an_index_that_was_emptied_is_an_error_and_not_filled_by_whoever_comes(
    first: Path, server: Server, tmp_path: Path
) -> None:
    erase(Inside.of(server.folder / "desk"))
    with Case.open(first, "Ada") as case:
        with pytest.raises(EngineFailed, match="move --index"):
            case.matching.search("12 people died")
        assert server.passages == 0
        case.moving.index(URL)
        assert any("12 people died" in quote for quote in found(case, "12 people died"))


def test_verify_names_an_index_that_lost_passages(first: Path, server: Server, run: Run) -> None:
    assert run("verify", "--case", str(first))[0] == 0
    index = EmbeddedIndex(server.folder / "desk")
    index.delete(["quay.txt"])
    index.commit()
    index.close()
    code, out, _ = run("verify", "--format", "jsonl", "--case", str(first))
    assert (code, json.loads(out)["where"]) == (3, "index")
    server.away = EngineFailed("search.example does not answer")
    code, _, said = run("verify", "--case", str(first))
    assert (code, "could not be looked at" in said) == (0, True)


def test_a_machine_with_less_does_not_take_the_place_of_all(
    first: Path, server: Server, tmp_path: Path
) -> None:
    before = server.passages
    second = machine(tmp_path, "second", {"toll.txt": TOLL})
    with Case.open(second, "Bo") as case:
        case.corpus.sync()
        with pytest.raises(UsageError, match="others put in would be gone"):
            case.moving.index(URL)
        assert server.passages == before
        assert case.moving.index(URL, replace=True) < before


def test_nothing_is_imported_while_the_index_moves(first: Path, tmp_path: Path) -> None:
    late = tmp_path / "late.txt"
    late.write_text(TRIAL + "It rained.\n")
    outcomes: list[type[Exception] | None] = []

    def meanwhile(what: str, done: int, total: int) -> None:
        if done == 1:
            with Case.open(first, "Bo") as other:
                other._parts.catalog._db.execute("PRAGMA busy_timeout = 50")
                try:
                    other.corpus.import_paths([str(late)])
                    outcomes.append(None)
                except CaseLocked:
                    outcomes.append(CaseLocked)

    with Case.open(first, "Ada") as case:
        case.moving.index(f"{URL}-two", meanwhile)
    assert outcomes == [CaseLocked]
