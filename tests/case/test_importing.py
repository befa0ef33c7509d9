"""Importing: nothing silently missing, nothing twice, nothing of `seeds/` ever changed."""

import json
from datetime import date
from pathlib import Path

import pytest

from workbench.case import Case, ImportReport

FLOOD = "Floods hit Aville\n\nAt least 12 people died in Aville on March 3, 2021, officials said.\n"
LATER = FLOOD.replace("12", "14")


def write(folder: Path, files: dict[str, str]) -> str:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return str(folder)


def outcomes(report: ImportReport) -> list[tuple[str, str]]:
    return [(row.outcome, row.source) for row in report.rows]


def test_a_folder_comes_in_and_the_same_import_again_changes_nothing(
    empty_case: Case, tmp_path: Path
) -> None:
    news = write(tmp_path / "news", {"a.txt": FLOOD, "deep/b.txt": "Another text, on Beville.\n"})
    first = empty_case.corpus.import_paths([news])
    claims = empty_case.corpus.claims()
    again = empty_case.corpus.import_paths([news])
    assert outcomes(first) == [("imported", "news/a.txt"), ("imported", "news/deep/b.txt")]
    assert {row.outcome for row in again.rows} == {"unchanged"}
    assert empty_case.corpus.claims() == claims


def test_one_bad_input_is_one_row_and_the_rest_goes_in(empty_case: Case, tmp_path: Path) -> None:
    news = write(tmp_path / "news", {"a.txt": FLOOD, "empty.txt": "", "nul.txt": "a\0b"})
    report = empty_case.corpus.import_paths([news, str(tmp_path / "missing.txt")])
    assert {row.source: row.outcome for row in report.rows if row.outcome == "imported"} == {
        "news/a.txt": "imported"
    }
    assert len(report.refused) == 3
    assert all(row.reason for row in report.refused)


def test_a_changed_text_is_a_new_revision_and_the_old_one_stays(
    empty_case: Case, tmp_path: Path
) -> None:
    source = Path(write(tmp_path / "in", {"a.txt": FLOOD})) / "a.txt"
    empty_case.corpus.import_paths([str(source)])
    source.write_text(LATER, encoding="utf-8")
    report = empty_case.corpus.import_paths([str(source)])
    assert [row.outcome for row in report.rows] == ["revised"]
    corpus = empty_case.corpus
    assert (corpus.article("a.txt").revision, corpus.article("a.txt").text) == (2, LATER)
    assert corpus.article("a.txt", 1).text == FLOOD
    kept = sorted(path.name for path in (empty_case.folder / "seeds").iterdir())
    assert kept == ["a.txt", "a~2.txt"]


def test_revisions_come_back_from_the_seeds_alone(empty_case: Case, tmp_path: Path) -> None:
    source = Path(write(tmp_path / "in", {"a.txt": FLOOD})) / "a.txt"
    for text in (FLOOD, LATER):
        source.write_text(text, encoding="utf-8")
        empty_case.corpus.import_paths([str(source)])
    before = list(empty_case.corpus.claim_lines())
    folder = empty_case.folder
    empty_case.close()
    Case.forget_derived(folder)
    with Case.open(folder) as case:
        case.corpus.sync()
        assert list(case.corpus.claim_lines()) == before
        assert case.corpus.article("a.txt", 1).text == FLOOD


def test_the_same_text_under_two_names_is_one_article(empty_case: Case, tmp_path: Path) -> None:
    news = write(tmp_path / "news", {"a.txt": FLOOD, "b.txt": FLOOD})
    report = empty_case.corpus.import_paths([news])
    assert outcomes(report) == [("imported", "news/a.txt"), ("duplicate", "news/b.txt")]
    (entry,) = empty_case.corpus.articles()
    assert entry.sources == ("news/b.txt",)


WIRE = "".join(
    f"Witness {n} told the inquiry that the dam at Aville was inspected {n + 3} times before it "
    f"failed, and that report {n * 7} was never sent to the ministry. "
    for n in range(12)
)


STORM = (
    "<h1>Storm hits Cville</h1><p>Nine people were hurt when the storm hit Cville on Tuesday,"
    " the mayor said.</p><p>Crews cleared the roads through the night and opened the schools.</p>"
)
UNDATED = f"<html><body><main><article>{STORM}</article></main></body></html>"
DATED = UNDATED.replace("<body>", '<head><meta name="date" content="2021-03-05"></head><body>')


def test_a_day_that_a_copy_states_dates_an_article_that_states_none(
    empty_case: Case, tmp_path: Path
) -> None:
    first = write(tmp_path / "one", {"a.html": UNDATED})
    second = write(tmp_path / "two", {"b.html": DATED})
    corpus = empty_case.corpus
    corpus.import_paths([first])
    (claim,) = [c for c in corpus.claims() if "Tuesday" in c.quote]
    assert [d.from_ for d in corpus.claim(claim.id).dates] == [None]
    report = corpus.import_paths([second])
    assert [row.outcome for row in report.rows] == ["duplicate"]
    assert "2021-03-05" in report.rows[0].reason
    assert corpus.article("one/a.html").published == date(2021, 3, 5)
    assert [d.from_ for d in corpus.claim(claim.id).dates] == [date(2021, 3, 2)]
    corpus.import_paths([first])
    assert corpus.article("one/a.html").published == date(2021, 3, 5)
    folder = empty_case.folder
    empty_case.close()
    Case.forget_derived(folder)
    with Case.open(folder) as case:
        case.corpus.sync()
        assert case.corpus.article("one/a.html").published == date(2021, 3, 5)
        assert not any("not stated" in flag for e in case.corpus.articles() for flag in e.flags)


def near_duplicates(case: Case) -> dict[str, list[str]]:
    return {
        e.id: [flag for flag in e.flags if flag.startswith("near-duplicate")]
        for e in case.corpus.articles()
    }


def test_an_edited_copy_stays_an_article_and_says_whose_copy_it_is(
    empty_case: Case, tmp_path: Path
) -> None:
    other = WIRE.replace("Aville", "Beville").replace("inspected", "forgotten")
    news = write(
        tmp_path / "news",
        {
            "a.txt": WIRE,
            "b.txt": WIRE.replace("Witness 3", "Bystander 3"),
            "c.txt": other.replace(" the ", " some ").replace(" was ", " is "),
            "d.txt": "Edited by the desk. " + WIRE,
        },
    )
    report = empty_case.corpus.import_paths([news])
    wanted = {
        "news/a.txt": [],
        "news/b.txt": ["near-duplicate of news/a.txt"],
        "news/c.txt": [],
        "news/d.txt": ["near-duplicate of news/a.txt"],
    }
    assert {row.outcome for row in report.rows} == {"imported"}
    assert near_duplicates(empty_case) == wanted
    empty_case.corpus.derive_again("news/a.txt")
    assert near_duplicates(empty_case) == wanted
    (empty_case.folder / "seeds" / "news" / "a.txt").unlink()
    empty_case.corpus.sync()
    assert not any(near_duplicates(empty_case).values())


def test_pages_read_in_worker_processes_are_the_same_articles(tmp_path: Path) -> None:
    page = "<html><head><title>{n} died</title></head><body><p>{text}</p></body></html>"
    text = FLOOD.replace("March 3, 2021", "Monday")
    files = {f"{n}.html": page.format(n=n, text=text.replace("12", str(n))) for n in range(40, 44)}
    files["empty.html"] = "<html><body></body></html>"
    rows = [{"id": "r", "html": files["40.html"].replace("Aville", "Beville"), "title": "Given"}]
    files["batch.jsonl"] = "".join(json.dumps(row) + "\n" for row in rows)
    news = write(tmp_path / "news", files)
    found = []
    for jobs in (1, 2):
        with Case.open(tmp_path / f"case{jobs}", "Ada", create=True) as case:
            report = case.corpus.import_paths([news], date(2024, 5, 8), jobs=jobs)
            entries = case.corpus.articles()
            found.append((report.rows, entries, list(case.corpus.claim_lines())))
    assert found[0] == found[1]
    assert [row.source for row in report.refused] == ["news/empty.html"]
    assert {e.title for e in entries} == {"40 died", "41 died", "42 died", "43 died", "Given"}
    assert {e.published for e in entries} == {date(2024, 5, 8)}


def test_a_batch_file_holds_many_articles(empty_case: Case, tmp_path: Path) -> None:
    rows = [
        {"id": "x1", "text": FLOOD, "title": "Floods", "published": "2021-03-04"},
        {"id": "x2", "text": "The council met in Beville on Monday.", "publisher": "The Post"},
    ]
    batch = "".join(json.dumps(row) + "\n" for row in rows) + '{"broken\n'
    source = write(tmp_path / "in", {"batch.jsonl": batch}) + "/batch.jsonl"
    report = empty_case.corpus.import_paths([source])
    assert [row.outcome for row in report.rows] == ["imported", "imported", "refused"]
    first = empty_case.corpus.article("batch.jsonl#x1")
    assert (first.title, first.published) == ("Floods", date(2021, 3, 4))


def test_a_date_given_at_import_is_kept_as_a_decision(empty_case: Case, tmp_path: Path) -> None:
    text = "A bridge fell in Aville\n\nIt fell on Monday, killing three people.\n"
    source = write(tmp_path / "in", {"a.txt": text}) + "/a.txt"
    empty_case.corpus.import_paths([source], published=date(2024, 5, 8))
    empty_case.close()
    Case.forget_derived(empty_case.folder)
    with Case.open(empty_case.folder) as case:
        case.corpus.sync()
        assert case.corpus.article("a.txt").published == date(2024, 5, 8)
        (line,) = [c for c in case.corpus.claim_lines() if "casualty" in c["kinds"]]
        assert line["dates"][0]["from"] == "2024-05-06"


def test_a_corrected_date_resolves_relative_dates_again(empty_case: Case, tmp_path: Path) -> None:
    text = "A bridge fell in Aville\n\nIt fell on Monday, killing three people.\n"
    empty_case.corpus.import_paths([write(tmp_path / "in", {"a.txt": text}) + "/a.txt"])
    claim = empty_case.corpus.claims()[0].id
    assert empty_case.corpus.claim(claim).dates[0].from_ is None
    empty_case.decisions.correct("a.txt", published="2024-05-08")
    assert empty_case.corpus.claim(claim).dates[0].from_ == date(2024, 5, 6)
    empty_case.decisions.undo()
    assert empty_case.corpus.article("a.txt").published is None
    assert empty_case.corpus.claim(claim).dates[0].from_ is None
    empty_case.decisions.redo()
    assert empty_case.corpus.claim(claim).dates[0].from_ == date(2024, 5, 6)


def test_cancelling_leaves_a_whole_case_and_the_next_run_goes_on(
    empty_case: Case, tmp_path: Path
) -> None:
    news = write(
        tmp_path / "news", {f"{n}.txt": FLOOD.replace("12", str(n)) for n in range(13, 19)}
    )
    asked: list[int] = []

    def after_two() -> bool:
        asked.append(1)
        return len(asked) > 6 + 4  # each copy into the case, then each article

    cut = empty_case.corpus.import_paths([news], cancelled=after_two)
    assert cut.cancelled
    assert 0 < len(empty_case.corpus.articles()) < 6
    rest = empty_case.corpus.sync()
    assert len(empty_case.corpus.articles()) == 6
    assert rest.count("imported") == 6 - cut.count("imported")


def test_several_processes_find_the_same_claims(tmp_path: Path) -> None:
    rows = "".join(
        json.dumps({"id": str(n), "text": FLOOD.replace("12", str(n))}) + "\n"
        for n in range(20, 90)
    )
    found = []
    for jobs in (1, 2):
        with Case.open(tmp_path / f"case{jobs}", "Ada", create=True) as case:
            case.corpus.import_paths([write(tmp_path, {"b.jsonl": rows}) + "/b.jsonl"], jobs=jobs)
            found.append(list(case.corpus.claim_lines()))
    assert found[0] == found[1]
    assert len(found[0]) >= 70


def test_a_removed_seed_leaves_the_lists(seeds_case: Case) -> None:
    (seeds_case.folder / "seeds" / "000_729b41ba613d5bf5.txt").unlink()
    seeds_case.corpus.sync()
    assert len(seeds_case.corpus.articles()) == 4
    assert not [c for c in seeds_case.corpus.claims() if c.article.startswith("000")]


@pytest.mark.parametrize("lost", ["index", "catalog.sqlite", "."])
def test_lost_derived_data_is_made_again(seeds_folder: Path, lost: str) -> None:
    import shutil

    with Case.open(seeds_folder) as case:
        before = list(case.corpus.claim_lines())
    target = seeds_folder / ".workbench" / lost
    shutil.rmtree(target) if target.is_dir() else target.unlink()
    with Case.open(seeds_folder) as case:
        case.corpus.sync()
        assert list(case.corpus.claim_lines()) == before
        assert case.matching.search("13,000 people killed")


@pytest.mark.parametrize("junk", [b"", b"junk" * 5000])
def test_a_damaged_catalogue_is_made_again_with_a_notice(seeds_folder: Path, junk: bytes) -> None:
    for path in (seeds_folder / ".workbench").glob("catalog.sqlite*"):
        path.write_bytes(junk)
    with Case.open(seeds_folder) as case:
        case.corpus.sync()
        assert len(case.corpus.articles()) == 5
        assert bool(case.take_notices()) == bool(junk)


def test_the_index_lost_under_the_running_program_is_made_again(seeds_case: Case) -> None:
    import shutil

    shutil.rmtree(seeds_case.folder / ".workbench" / "index")
    assert seeds_case.matching.search("13,000 people killed")
