"""One folder of everything that a sender could get wrong or mean badly, in one import.

The table of `lines.py` says where each line of the corpus is tested, here or elsewhere.
"""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import Run
from workbench.case import Case, ImportRow

from .inputs import INPUTS, NEWS, ODD_FILES, SECRET, row, write

Imported = tuple[Path, list[ImportRow]]


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Imported]:
    """The folder with the case in it, and the rows of the report."""
    folder = tmp_path_factory.mktemp("hostile")
    news = write(folder)
    with Case.open(folder / "case", "Ada", create=True) as case:
        yield folder, case.corpus.import_paths([str(news)]).rows
    shutil.rmtree(folder)


@pytest.mark.parametrize("name", INPUTS)
def test_each_input_comes_to_what_it_has_to(imported: Imported, name: str) -> None:
    folder, rows = imported
    own = [r for r in rows if r.source.partition("#")[0].partition(" line ")[0] == f"news/{name}"]
    wanted = INPUTS[name]
    assert tuple(r.outcome for r in own) == wanted.outcomes
    assert wanted.says in "; ".join(r.reason for r in own)
    assert all(r.reason.isprintable() for r in own)
    if wanted.holds:
        with Case.open(folder / "case") as case:
            texts = [case.corpus.article(r.article).text for r in own if r.outcome == "imported"]
        assert wanted.holds in texts[0]


@pytest.mark.parametrize("name", ODD_FILES)
def test_what_is_no_file_of_the_folder_is_a_row(imported: Imported, name: str) -> None:
    (found,) = [r for r in imported[1] if r.source.endswith(name)]
    assert (found.outcome, found.reason) == ("refused", ODD_FILES[name])


def test_nothing_else_comes_in_and_nothing_is_written_elsewhere(imported: Imported) -> None:
    folder, rows = imported
    with Case.open(folder / "case") as case:
        texts = {entry.id: case.corpus.article(entry.id).text for entry in case.corpus.articles()}
        assert set(texts) == {r.article for r in rows if r.outcome == "imported"}
        assert not any(SECRET in text or "root:" in text for text in texts.values())
        titles = [entry.title for entry in case.corpus.articles() if "titles" in entry.id]
        assert all(c.quote for c in case.corpus.claims())
    assert sorted(titles) == ["../../x", "CON", "a\x00b", "y" * 300]
    assert {path.name for path in folder.iterdir()} == {"case", "in", "secret.txt"}


def test_exports_of_hostile_titles_have_safe_names_of_their_own(
    empty_case: Case, tmp_path: Path
) -> None:
    titles = ("../../x", "y" * 300, "CON", "a\u0000b", "A" * 300, "a/b\\c:d*?")
    rows = (
        row(id=f"t{n}", title=title, text=f"{title}\n\nIn Aville {n + 2} people died.\n")
        for n, title in enumerate(titles)
        if "\0" not in title
    )
    source = tmp_path / "in.jsonl"
    source.write_text("".join(rows), encoding="utf-8")
    empty_case.corpus.import_paths([str(source)])
    claims = [row.id for row in empty_case.corpus.claims()]
    for claim in claims:
        empty_case.decisions.rule(claim, "true", "../../y CON \x00")
    for form in ("markdown", "html", "claimreview", "bundle", "csv"):
        folder = tmp_path / "out" / form
        report = empty_case.publications.export(None, folder, form, True)
        names = [path.name.casefold() for path in report.written]
        assert all(path.resolve().is_relative_to(folder.resolve()) for path in report.written)
        assert all(len(name.encode()) <= 255 and name.isprintable() for name in names)
        assert not any(name.partition(".")[0] in {"con", ""} for name in names)
        if form in {"markdown", "bundle"}:
            assert len(set(names)) == len(claims)
    assert {path.name for path in tmp_path.iterdir()} == {"in.jsonl", "out", "empty"}


def test_the_same_import_again_changes_nothing_and_names_the_refused_again(
    imported: Imported,
) -> None:
    folder, rows = imported
    with Case.open(folder / "case", "Ada") as case:
        claims = list(case.corpus.claim_lines())
        again = case.corpus.import_paths([str(folder / "in" / "news")]).rows
        assert list(case.corpus.claim_lines()) == claims
    refused = {(r.source, r.reason) for r in rows if r.outcome == "refused"}
    assert {(r.source, r.reason) for r in again if r.outcome == "refused"} == refused
    assert {r.outcome for r in again} == {"refused", "unchanged"}
    unchanged = {r.source for r in again if r.outcome == "unchanged"}
    assert unchanged == {f"news/{name}" for name, i in INPUTS.items() if i.outcomes != ("refused",)}


@pytest.mark.slow
def test_the_command_names_each_bad_input_and_returns_1(run: Run, tmp_path: Path) -> None:
    news = write(tmp_path)
    arguments = ("import", str(news), "--case", str(tmp_path / "case"), "--jobs", "2")
    code, out, err = run(*arguments, "--format", "jsonl")
    assert code == 1
    rows = [json.loads(line) for line in out.splitlines()]
    refused = [r for r in rows if r["outcome"] == "refused"]
    expected = sum(i.outcomes.count("refused") for i in INPUTS.values()) + len(ODD_FILES)
    assert len(refused) == expected, [(r["source"], r["reason"]) for r in refused]
    assert all(f"refused: {r['source']}: {r['reason']}" in err for r in refused)
    assert not any(c in err for c in "\x1b\x07\x9b")
    assert f"{expected} refused" in err


def test_of_two_articles_with_one_name_swapped_both_are_shown_as_one_source(
    empty_case: Case, tmp_path: Path
) -> None:
    check_one_source(empty_case, tmp_path, NEWS, NEWS.replace("Ben Obe", "Ada Ito"))


def test_a_text_of_5000_words_with_one_word_of_a_hundred_changed_is_one_source(
    empty_case: Case, tmp_path: Path
) -> None:
    words = [f"word{n * 7919 % 4999}" for n in range(5000)]
    changed = [f"other{n}" if n % 100 == 50 else word for n, word in enumerate(words)]
    one, other = (f"{NEWS}\n{' '.join(w)}.\n" for w in (words, changed))
    check_one_source(empty_case, tmp_path, one, other)


def check_one_source(case: Case, folder: Path, one: str, other: str) -> None:
    pair = row(id="a", text=one) + row(id="b", text=other)
    (folder / "pair.jsonl").write_text(pair, encoding="utf-8")
    case.corpus.import_paths([str(folder / "pair.jsonl")])
    flags = {entry.id: entry.flags for entry in case.corpus.articles()}
    assert flags == {"pair.jsonl#a": (), "pair.jsonl#b": ("near-duplicate of pair.jsonl#a",)}
    found = case.matching.search("At least 12 people died in Aville when the river rose")
    tolls = [c for c in found if "12 people" in c.quote]
    assert {c.article for c in tolls} == set(flags)
    assert len({c.group for c in tolls}) == 1


def test_a_file_that_changes_while_it_is_copied_is_a_row(
    empty_case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = tmp_path / "log.txt"
    log.write_text(NEWS * 1000, encoding="utf-8")

    def grow(original, copy):
        with log.open("a", encoding="utf-8") as file:
            file.write(NEWS)
        return ""

    monkeypatch.setattr("workbench.edges.seeds._copy", grow)
    (found,) = empty_case.corpus.import_paths([str(log)]).rows
    assert (found.outcome, found.reason) == (
        "refused", "changed while it was read; import it again",
    )  # fmt: skip
    monkeypatch.undo()
    assert empty_case.corpus.articles() == []
    (again,) = empty_case.corpus.import_paths([str(log)]).rows
    assert again.outcome == "imported"


def test_of_a_repeated_sentence_with_one_copy_changed_the_link_stays_and_is_marked(
    empty_case: Case, tmp_path: Path
) -> None:
    said = "The river Ave rose by 3.1 metres overnight, the agency said."
    text = f"Floods\n\n{said} Shops stayed closed.\n\nAll shops were closed. {said}\n"
    source = tmp_path / "a.txt"
    source.write_text(text, encoding="utf-8")
    empty_case.corpus.import_paths([str(source)])
    claim = empty_case.corpus.claims()[0].id
    for start in (text.index(said), text.rindex(said)):
        empty_case.decisions.link(claim, "a.txt", start, start + len(said), "context")
    before = [(link.anchor.start, link.anchor.end) for link in empty_case.decisions.links(claim)]
    source.write_text(text[::-1].replace("1.3", "13", 1)[::-1], encoding="utf-8")
    empty_case.corpus.import_paths([str(source)])
    assert [
        (link.anchor.start, link.anchor.end) for link in empty_case.decisions.links(claim)
    ] == before
    (changed,) = empty_case.evidence.to_look_at()  # the other copy stands as it did
    assert changed.anchor.start == text.rindex(said)
    assert changed.state in {"ambiguous", "facts differ"}
