"""The import command as people and scripts use it."""

import json
import signal
import subprocess
import sys
import time
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from tests.conftest import Run
from workbench.case import Case
from workbench.case.contradictions.comparing import AT_ONCE

TEXT = "At least {n} people died in Aville on March 3, 2021, the ministry said in report {n}.\n"


def test_ctrl_c_leaves_a_whole_case_and_says_how_to_go_on(tmp_path: Path) -> None:
    batch = tmp_path / "batch.jsonl"
    rows = [json.dumps({"id": f"r{n}", "text": TEXT.format(n=n) * 20}) for n in range(3000)]
    batch.write_text("\n".join(rows), encoding="utf-8")
    child = subprocess.Popen(
        [sys.executable, "-m", "workbench", "import", str(batch), "--case", str(tmp_path / "case")],
        stderr=subprocess.PIPE,
    )
    while not (tmp_path / "case" / "seeds" / "batch.jsonl").exists():
        assert child.poll() is None
        time.sleep(0.02)
    time.sleep(0.5)
    child.send_signal(signal.SIGINT)
    _, told = child.communicate(timeout=180)
    assert child.returncode == 130
    assert b"the same command goes on where it stopped" in told
    with Case.open(tmp_path / "case") as case:
        assert len(case.corpus.articles()) < 3000
        assert case.corpus.pending() == 1


def test_the_report_for_programs_names_every_input(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT.format(n=5), encoding="utf-8")
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    code, out, err = run(
        "import", "a.txt", "empty.txt", "--case", str(tmp_path / "case"), "--format", "jsonl"
    )
    rows = [json.loads(line) for line in out.splitlines()]
    assert code == 1
    assert [(row["source"], row["outcome"], row["article"]) for row in rows] == [
        ("a.txt", "imported", "a.txt"),
        ("empty.txt", "refused", ""),
    ]
    assert all(set(row) == {"source", "outcome", "article", "reason"} for row in rows)
    assert "empty.txt" in err


def test_an_article_says_where_each_field_was_read(run: Run, tmp_path: Path) -> None:
    rows = {"id": "r1", "text": TEXT.format(n=5), "title": "Floods", "published": "2021-03-04"}
    (tmp_path / "batch.jsonl").write_text(json.dumps(rows), encoding="utf-8")
    case = ("--case", str(tmp_path / "case"))
    run("import", "batch.jsonl", *case)
    _, out, _ = run("article", "batch.jsonl#r1", *case)
    origins = json.loads(out)["origins"]
    assert (origins["published"], origins["title"], origins["language"]) == ("row", "row", "text")
    _, out, _ = run("article", "batch.jsonl#r1", "--published", "2022-02-04", *case)
    assert json.loads(out)["published"] == "2022-02-04"
    assert json.loads(out)["origins"]["published"] == "a person"
    assert json.loads(out)["origins"]["title"] == "row"


COLUMNS = 'Nr,Headline,Wording,Day\n7,Floods,"At least 12 people died, he said.",2021-03-04\n'


def test_columns_are_chosen_and_stay_chosen(run: Run, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text(COLUMNS, encoding="utf-8")
    case = ("--case", str(tmp_path / "case"))
    code, _, err = run("import", "t.csv", *case)
    assert code == 1
    assert "Wording" in err
    named = "text=Wording,title=Headline,published=Day,id=Nr"
    code, _, _ = run("import", "t.csv", "--columns", named, *case)
    assert code == 0
    for _ in range(2):
        _, out, _ = run("article", "t.csv#7", *case)
        article = json.loads(out)
        assert (article["title"], article["published"]) == ("Floods", "2021-03-04")
        run("reindex", *case)


def test_a_column_of_no_field_is_wrong_usage(run: Run, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text(COLUMNS, encoding="utf-8")
    code, _, err = run(
        "import", "t.csv", "--columns", "body=Wording", "--case", str(tmp_path / "c")
    )
    assert code == 2
    assert "body" in err


def test_a_column_that_is_not_there_is_refused_until_the_right_one_is_named(
    run: Run, tmp_path: Path
) -> None:
    (tmp_path / "t.csv").write_text(COLUMNS, encoding="utf-8")
    case = ("--case", str(tmp_path / "case"))
    for columns, lacking in (
        ("text=Wordings", "Wordings"),
        ("text=Wording,published=Date", "Date"),
        ("text=Wording,title=,published=Day".replace("title=,", "title=Head,"), "Head"),
    ):
        code, _, err = run("import", "t.csv", "--columns", columns, *case)
        assert code == 1
        assert f"no column named {lacking}; there are: Nr, Headline, Wording, Day" in err
    code, _, _ = run("import", "t.csv", "--columns", "text=wording,published=DAY", *case)
    assert code == 0


def test_columns_can_be_set_for_a_case(run: Run, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text(COLUMNS, encoding="utf-8")
    (tmp_path / "case" / "seeds").mkdir(parents=True)
    settings = '[import]\ntext = "Wording"\ntitle = "Headline"\n'
    (tmp_path / "case" / "workbench.toml").write_text(settings, encoding="utf-8")
    code, _, _ = run("import", "t.csv", "--case", str(tmp_path / "case"))
    assert code == 0


def test_a_case_of_refused_inputs_only_is_whole(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    case = ("--case", str(tmp_path / "case"))
    run("import", "empty.txt", *case)
    _, _, err = run("claims", *case)
    assert err == ""


def test_an_import_says_how_many_conflicts_it_brought(run: Run, tmp_path: Path) -> None:
    case = ("--case", str(tmp_path / "case"))
    report = "The fire at the Grimsel mill in Ostwald killed {} people, mayor Inge Blum said.\n"
    (tmp_path / "a.txt").write_text(report.format(12), encoding="utf-8")
    (tmp_path / "b.txt").write_text(report.format(21), encoding="utf-8")
    _, _, told = run("import", "a.txt", "--published", "2024-03-01", *case)
    assert "conflict" not in told
    _, _, told = run("import", "b.txt", "--published", "2024-03-01", *case)
    assert "1 new conflicts" in told
    with Case.open(tmp_path / "case") as opened:
        assert opened.comparing.unchecked() == 0
        assert len(opened.comparing.conflicts()) == 1
    _, _, told = run("import", "b.txt", *case)
    assert "conflict" not in told


def test_an_article_that_is_mended_takes_its_conflict_with_it(run: Run, tmp_path: Path) -> None:
    case = ("--case", str(tmp_path / "case"))
    report = "The fire at the Grimsel mill in Ostwald killed {} people, mayor Inge Blum said.\n"
    for name, dead in (("a.txt", 12), ("b.txt", 21), ("b.txt", 12)):
        (tmp_path / name).write_text(report.format(dead), encoding="utf-8")
        run("import", name, "--published", "2024-03-01", *case)
    with Case.open(tmp_path / "case") as opened:
        assert opened.comparing.conflicts() == []


def test_much_that_comes_in_at_once_waits_to_be_asked_for(run: Run, tmp_path: Path) -> None:
    rows = [{"id": f"r{n}", "text": TEXT.format(n=n)} for n in range(AT_ONCE + 1)]
    (tmp_path / "batch.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    _, _, told = run("import", "batch.jsonl", "--case", str(tmp_path / "case"))
    assert f"{AT_ONCE + 1} articles were not yet compared" in told


def test_what_waits_is_compared_for_a_list_of_claims(run: Run, tmp_path: Path) -> None:
    report = "The fire at the Grimsel mill in Ostwald killed {} people, mayor Inge Blum said."
    texts = [TEXT.format(n=n) for n in range(AT_ONCE)] + [report.format(n) for n in (12, 21)]
    rows = [{"id": f"r{n}", "text": text} for n, text in enumerate(texts)]
    (tmp_path / "batch.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    case = ("--case", str(tmp_path / "case"))
    run("import", "batch.jsonl", "--published", "2024-03-01", *case)
    _, out, _ = run("claims", "--format", "jsonl", *case)
    first = [json.loads(line) for line in out.splitlines()[:2]]
    assert {line["quote"] for line in first} == {report.format(12), report.format(21)}
    assert all("conflicts with another passage" in line["reasons"] for line in first)


def given(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    """What the next command finds on its standard input."""
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(data), encoding="utf-8"))


def test_articles_come_in_by_standard_input_once(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = ("--case", str(tmp_path / "case"))
    row = json.dumps({"id": "r1", "text": TEXT.format(n=5), "published": "2021-03-04"})
    given(monkeypatch, row.encode())
    code, out, _ = run("import", "-", *case)
    article = json.loads(out)["article"]
    assert (code, article.partition("#")[2]) == (0, "r1")
    given(monkeypatch, row.encode())
    _, out, _ = run("import", "-", *case)
    assert json.loads(out)["outcome"] == "unchanged"
    (seed,) = (tmp_path / "case" / "seeds").iterdir()
    assert seed.read_bytes() == row.encode()
    assert article.startswith(seed.name)


def test_nothing_on_standard_input_is_said(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given(monkeypatch, b"")
    code, _, err = run("import", "-", "--case", str(tmp_path / "case"))
    assert (code, list((tmp_path / "case" / "seeds").iterdir())) == (1, [])
    assert "nothing came" in err


def test_standard_input_cannot_be_watched(run: Run, tmp_path: Path) -> None:
    code, _, _ = run("import", "-", "--watch", "--case", str(tmp_path / "case"))
    assert code == 2


def test_articles_are_listed_and_a_second_source_names_the_first(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT.format(n=5), encoding="utf-8")
    (tmp_path / "b.txt").write_text(TEXT.format(n=5), encoding="utf-8")
    case = ("--case", str(tmp_path / "case"))
    run("import", "a.txt", "b.txt", *case)
    _, out, _ = run("article", *case, "--format", "jsonl")
    (listed,) = (json.loads(line) for line in out.splitlines())
    assert (listed["id"], listed["sources"]) == ("a.txt", ["b.txt"])
    _, table, _ = run("article", *case, "--format", "table")
    assert "a.txt" in table
    code, _, err = run("article", "b.txt", *case)
    assert code == 2
    assert "'a.txt'" in err


def test_an_address_that_leads_nowhere_on_the_web_is_no_correction(
    run: Run, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text(TEXT.format(n=5), encoding="utf-8")
    case = ("--case", str(tmp_path / "case"))
    run("import", "a.txt", *case)
    code, _, _ = run("article", "a.txt", "--url", "javascript:alert(1)", *case)
    assert code == 2
    _, out, _ = run("article", "a.txt", *case)
    assert json.loads(out)["url"] == ""
    _, out, _ = run("article", "a.txt", "--url", "https://example.org/a", *case)
    assert json.loads(out)["url"] == "https://example.org/a"


def test_a_large_import_gives_the_same_case_with_worker_processes(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [json.dumps({"id": f"r{n}", "text": TEXT.format(n=n)}) for n in range(60)]
    (tmp_path / "batch.jsonl").write_text("\n".join(rows), encoding="utf-8")
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    monkeypatch.setattr("workbench.case.importing.importer.WORTH_WORKERS", 1)
    run("import", "batch.jsonl", "--case", "many")
    run("import", "batch.jsonl", "--case", "one", "--jobs", "1")
    many, one = (run("claims", "--case", case, "--format", "jsonl")[1] for case in ("many", "one"))
    assert many == one
    assert many.count("\n") >= 60
