"""A catalogue that says what no source says: nothing of it is published, and it is named."""

import sqlite3
from pathlib import Path

import pytest

from tests.conftest import Run
from workbench.case import Case
from workbench.errors import UsageError


@pytest.fixture
def altered(seeds_folder: Path) -> Path:
    """A claim's words were changed in the catalogue, its digests too, before it was ruled on."""
    with Case.open(seeds_folder, "Ada") as case:
        claim = next(c for c in case.corpus.claims() if "13,000" in c.quote)
    with sqlite3.connect(seeds_folder / ".workbench" / "catalog.sqlite") as db:
        for table, column in (("articles", "text"), ("claims", "quote"), ("claims", "body")):
            db.execute(f"UPDATE {table} SET {column} = replace({column}, '13,000', '99,999')")
    with Case.open(seeds_folder, "Ada") as case:
        case.decisions.rule(claim.id, case.settings.scale.names[0], "It holds.")
        assert "99,999" in case.decisions.verdicts()[0].anchor.quote
    return seeds_folder


def test_verify_the_gate_and_the_bundle_name_it(altered: Path, tmp_path: Path, run: Run) -> None:
    code, out, _ = run("verify", "--case", str(altered))
    assert (code, "no file in seeds/" in " ".join(out.split())) == (3, True)
    with Case.open(altered, "Ada") as case:
        claim = case.decisions.verdicts()[0].claim
        rules = {finding.rule for finding in case.publications.check(claim)}
        report = case.publications.export(to=tmp_path / "out")
        with pytest.raises(UsageError, match="cannot be bundled"):
            case.publications.export(to=tmp_path / "bundles", format="bundle", force=True)
    assert any("quote" in rule for rule in rules)
    assert (report.written, bool(report.refused)) == ((), True)


def test_made_again_it_says_what_the_sources_say(altered: Path, run: Run) -> None:
    assert run("reindex", "--case", str(altered))[0] == 0
    assert "99,999" not in run("claims", "--case", str(altered), "--format", "jsonl")[1]


def test_what_somebody_else_put_beside_is_gathered_anew(
    seeds_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The kept verdicts of a stranger have all digests right but the one of the reader's key."""
    from workbench.edges import gathered

    with Case.open(seeds_folder, "Ada") as case:
        claim = case.corpus.claims()[0].id
        case.decisions.rule(claim, case.settings.scale.names[0], "It holds.")
        with monkeypatch.context() as strange:
            strange.setattr(gathered, "own_key", lambda: b"another's")
            case.publications.export(to=tmp_path / "theirs", force=True)
            with sqlite3.connect(seeds_folder / ".workbench" / "gathered.sqlite") as db:
                row = list(db.execute("SELECT * FROM verdicts").fetchone())
                row[2] = row[2].replace("It holds.", "Mallory holds.")
                row[4] = gathered._signed(row[:4])
                db.execute("INSERT OR REPLACE INTO verdicts VALUES (?, ?, ?, ?, ?)", row)
        (page,) = case.publications.export(to=tmp_path / "ours", force=True).written
    assert "Mallory" not in page.read_text()


def test_quotes_of_tables_with_named_columns_and_of_every_version_stand(tmp_path: Path) -> None:
    table, words = tmp_path / "t.csv", "At least 40 people died in the flood in {}, officials said."
    with Case.open(tmp_path / "case", "Ada", create=True) as case:
        for place in ("Arda", "Varna"):
            table.write_text(f'Body,Head\n"{words.format(place)}",Flood\n')
            case.corpus.import_paths([str(table)], columns={"text": "Body", "title": "Head"})
            claim = case.corpus.claims()[0].id
            case.decisions.rule(claim, case.settings.scale.names[0], "It holds.")
        assert [str(finding) for finding in case.decisions.verify()] == []


def test_what_came_in_while_the_case_was_open_is_quoted(tmp_path: Path) -> None:
    with Case.open(tmp_path / "case", "Ada", create=True) as case:
        for number in (1, 2):
            source = tmp_path / f"{number}.txt"
            source.write_text(f"At least 4{number} people died in the flood, officials said.")
            case.corpus.import_paths([str(source)])
            claim = next(c for c in case.corpus.claims() if f"4{number} people" in c.quote)
            case.decisions.rule(claim.id, case.settings.scale.names[0], "It holds.")
            found = case.publications.check(claim.id)
            assert not any("seeds/" in finding.message for finding in found)
