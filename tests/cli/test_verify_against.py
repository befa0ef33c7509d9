"""A history that was rewritten with all its hashes shows against one that was told before."""

import json
from pathlib import Path

import pytest

from tests.conftest import Run
from workbench.case import Case
from workbench.core.verdicts.history import hash_of, payload
from workbench.edges.store.journal import first_line, format_line


@pytest.fixture
def folder(seeds_folder: Path) -> Path:
    with Case.open(seeds_folder, "Ada") as case:
        for claim in case.corpus.claims()[:2]:
            case.decisions.rule(claim.id, "true", "It holds.")
    return seeds_folder


def rewritten(folder: Path) -> None:
    """Every entry as it was but for one word, and the whole chain made anew."""
    (journal,) = (folder / "claims" / "journal").iterdir()
    texts, previous = [], []
    for line in journal.read_text().splitlines()[1:]:
        entry = json.loads(line[74:])
        entry["after"]["summary"] = "It was bought."
        text = payload(
            clock=entry["clock"], action=entry["action"], before=entry["before"],
            after=entry["after"], previous=previous,
        )  # fmt: skip
        previous = [hash_of(text)]
        texts.append(text)
    journal.write_bytes(first_line(journal.stem[-8:]) + b"".join(map(format_line, texts)))


def head_of(err: str) -> str:
    return err.rsplit("the history ends with ", 1)[1].split(maxsplit=1)[0]


def test_the_head_is_told_everywhere_and_finds_a_rewritten_history(
    folder: Path, tmp_path: Path, run: Run
) -> None:
    case = ("--case", str(folder))
    head = head_of(run("verify", *case)[2])
    assert head == head_of(run("history", *case)[2])
    out = tmp_path / "out"
    bundled = run("export", "--format", "bundle", "--force", "--to", str(out), *case)
    told = tmp_path / "heads.txt"
    told.write_text(f"On 2 March the history of our case ended with\n{head}\n")
    bundle = next(out.glob("*.zip"))
    assert head_of(bundled[2])
    sources = (head, str(told), str(bundle))
    assert {run("verify", "--against", source, *case)[0] for source in sources} == {0}
    assert run("verify", str(bundle), "--against", head)[0] in {0, 3}
    rewritten(folder)
    assert run("verify", *case)[0] == 0  # nothing in the case itself shows it
    for source in sources:
        code, out_, _ = run("verify", "--against", source, *case)
        assert (code, "rewritten" in " ".join(out_.split())) == (3, True)


def test_what_names_no_entry_is_said(folder: Path, tmp_path: Path, run: Run) -> None:
    (tmp_path / "empty.txt").write_text("nothing")
    for source in ("empty.txt", "missing.txt", "zz"):
        assert run("verify", "--against", str(tmp_path / source), "--case", str(folder))[0] in {
            1,
            2,
        }


def test_a_bundle_without_the_entry_is_named(folder: Path, tmp_path: Path, run: Run) -> None:
    out = tmp_path / "out"
    run("export", "--format", "bundle", "--force", "--to", str(out), "--case", str(folder))
    bundle = next(out.glob("*.zip"))
    assert run("verify", str(bundle))[0] == 0
    assert run("verify", str(bundle), "--against", "0" * 64)[0] == 3


PAGES = {
    "markdown": "*.md", "claimreview": "*.jsonld", "csv": "verdicts.csv", "html": "about.html",
}  # fmt: skip
"""Format → a file of it that names the history."""


@pytest.mark.parametrize("format", [*PAGES, "jsonl", "feed"])
def test_each_publication_names_the_history_it_rests_on(
    folder: Path, tmp_path: Path, run: Run, format: str
) -> None:
    case, out = ("--case", str(folder)), tmp_path / "out"
    made, names = {
        "jsonl": ("csv", "verdicts.jsonl"), "feed": ("claimreview", "claimreview.json"),
    }.get(format, (format, PAGES.get(format, "")))  # fmt: skip
    assert run("export", "--format", made, "--force", "--to", str(out), *case)[0] == 0
    pages = sorted(map(str, out.glob(names)))
    assert pages
    assert {run("verify", "--against", page, *case)[0] for page in pages} == {0}
    run("note", json.loads(run("claims", "--format", "jsonl", *case)[1].splitlines()[0])["id"],
        "asked again", *case)  # fmt: skip
    assert {run("verify", "--against", page, *case)[0] for page in pages} == {0}
    rewritten(folder)
    assert {run("verify", "--against", page, *case)[0] for page in pages} == {3}


def test_of_a_table_every_entry_has_to_be_there(folder: Path, tmp_path: Path, run: Run) -> None:
    case, out = ("--case", str(folder)), tmp_path / "out"
    run("export", "--format", "csv", "--force", "--to", str(out), *case)
    table = out / "verdicts.csv"
    lines = table.read_bytes().split(b"\r\n")[:-1]
    table.write_bytes(b"\r\n".join([*lines[:-1], lines[-1][:-64] + b"0" * 64, b""]))
    assert run("verify", "--against", str(table), *case)[0] == 3


def test_a_page_stays_as_it_is_when_another_claim_is_worked_on(
    folder: Path, tmp_path: Path, run: Run
) -> None:
    case, out = ("--case", str(folder)), tmp_path / "out"

    def pages() -> dict[str, str]:
        run("export", "--force", "--to", str(out), *case)
        return {path.name: path.read_text() for path in out.glob("*.md")}

    before = pages()
    with Case.open(folder, "Ada") as opened:
        opened.decisions.rule(opened.corpus.claims()[2].id, "false", "It does not hold.")
    after = pages()
    assert before.items() <= after.items()
    assert len(after) == 3
