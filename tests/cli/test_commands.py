"""The command line as scripts rely on it: stdout is data, exit codes hold."""

import json
from pathlib import Path

import pytest

from tests.conftest import CONTACT, Run
from workbench.case.trusting import allow

FLOOD = "Floods hit Aville\n\nAt least 12 people died in Aville on March 3, 2021, officials said.\n"
CLAIM_FIELDS = {
    "id", "article", "revision", "start", "end", "quote", "kinds", "claimant", "figures", "dates",
    "score", "reasons", "rules", "status",
}  # fmt: skip
ELSEWHERE = "002_24777a2ba7ef8ce0.txt:4108-4295"


def lines(text: str) -> list[dict]:
    return [json.loads(line) for line in text.splitlines()]


def toll_id(run: Run, case: Path) -> str:
    _, out, _ = run("claims", "--case", str(case), "--kind", "casualty", "--format", "jsonl")
    return next(row["id"] for row in lines(out) if "deaths of more than 13,000" in row["quote"])


def test_claims_are_listed_in_the_shape_that_scripts_know(run: Run, seeds_folder: Path) -> None:
    code, out, _ = run("--case", str(seeds_folder), "claims", "--format", "jsonl")
    rows = lines(out)
    assert code == 0
    assert len(rows) > 50
    for row in rows:
        assert set(row) == CLAIM_FIELDS
        text = (seeds_folder / "seeds" / row["article"]).read_text(encoding="utf-8")
        assert text[row["start"] : row["end"]] == row["quote"]
        for figure in row["figures"]:
            assert set(figure) == {"text", "start", "end", "low", "high", "unit", "of"}
            assert text[figure["start"] : figure["end"]] == figure["text"]
        for mention in row["dates"]:
            assert set(mention) == {"text", "start", "end", "from", "to"}
            assert text[mention["start"] : mention["end"]] == mention["text"]


def test_claims_can_be_narrowed(run: Run, seeds_folder: Path) -> None:
    case = ("--case", str(seeds_folder))
    _, out, _ = run("claims", *case, "--kind", "denial", "--min-score", "50", "--format", "jsonl")
    rows = lines(out)
    assert rows
    assert all("denial" in row["kinds"] and row["score"] >= 50 for row in rows)
    _, csv, _ = run("claims", *case, "--article", rows[0]["article"], "--format", "csv")
    assert csv.splitlines()[0].startswith("id,article,start,end,kinds")


def test_a_whole_day_from_import_to_export(run: Run, tmp_path: Path, seeds_folder: Path) -> None:
    case = ("--case", str(seeds_folder))
    claim = toll_id(run, seeds_folder)
    _, out, _ = run("match", claim[:8], *case, "--format", "jsonl")
    best = lines(out)[0]
    passage = f"{best['article']}:{best['start']}-{best['end']}"
    assert passage == ELSEWHERE
    assert {"rank", "article", "start", "end", "quote", "score", "relation", "reasons",
            "independent"} <= set(best)  # fmt: skip
    assert run("link", claim, passage, "--as", best["relation"], *case)[0] == 0
    (tmp_path / "why.md").write_text("Both give **13,000**.", encoding="utf-8")
    ruled = run("verdict", claim, "--rating", "mostly true", "--summary", "Two articles agree.",
                "--rationale", str(tmp_path / "why.md"), *case)  # fmt: skip
    assert (ruled[0], ruled[1].strip()) == (0, claim)
    code, out, said = run("export", *case)
    assert (code, out) == (1, "")  # nobody could check it yet
    for lacking in ("nobody is named who said it", "no address and no archived copy"):
        assert lacking in said
    assert "whom to ask for a correction" in said
    (seeds_folder / "workbench.toml").write_text(CONTACT)
    for article in (f"00{n}" for n in (1, 2)):
        id = next(p.name for p in (seeds_folder / "seeds").iterdir() if p.name.startswith(article))
        assert run("article", id, "--url", f"https://news.example/{article}", *case)[0] == 0
    again = ("verdict", claim, "--rating", "mostly true", "--summary", "Two articles agree.")
    assert run(*again, "--claimant", "unknown", *case)[0] == 0
    assert run("export", "--preview", *case)[0] == 0
    assert list((seeds_folder / "claims").glob("published/*.md")) == []
    code, out, _ = run("export", *case)
    (page,) = out.splitlines()
    text = (tmp_path / page).read_text(encoding="utf-8")
    assert code == 0
    assert "Two articles agree." in text
    assert "an estimated 13,000 people have been killed" in text
    _, out, _ = run("history", claim, *case, "--format", "jsonl")
    assert [row["type"] for row in lines(out)] == [
        "link", "verdict", "verdict", "publication",
    ]  # fmt: skip
    assert "Two articles agree." in run("undo", *case)[2]
    assert run("verify", *case)[0] == 0
    assert "Two articles agree." in run("redo", *case)[2]
    assert run("status", claim, *case)[1].strip() == "published"
    assert run("retract", claim, "--why", "We misread the toll.", *case)[:2] == (0, f"{claim}\n")
    assert run("status", claim, *case)[1].strip() == "retracted"
    assert run("export", *case)[1].splitlines() == [page]
    text = (tmp_path / page).read_text(encoding="utf-8")
    assert "We misread the toll." in text  # a notice stays where the page was
    assert run("retract", "f6a090a0", "--why", "x", *case)[0] == 2  # never published


def test_queries_are_answered_one_by_one(run: Run, tmp_path: Path, seeds_folder: Path) -> None:
    queries = tmp_path / "q.jsonl"
    queries.write_text(
        '{"id": "a", "text": "13,000 people have been killed"}\n{"id": "b", "text": "the of"}\n',
        encoding="utf-8",
    )
    code, out, _ = run("match", "--queries", str(queries), "--top", "3", "--case",
                       str(seeds_folder),
                       "--format", "jsonl")  # fmt: skip
    rows = lines(out)
    assert code == 0
    assert [(row["query"], row["rank"]) for row in rows if row["query"] == "a"] == [
        ("a", 1), ("a", 2), ("a", 3),
    ]  # fmt: skip


def test_annotate_needs_no_case(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(FLOOD, encoding="utf-8")
    code, out, _ = run("annotate", str(tmp_path / "a.txt"), "--format", "jsonl")
    heading, claim = lines(out)
    assert code == 0
    assert heading["kinds"] == []
    assert {"casualty", "date"} <= set(claim["kinds"])
    assert (claim["figures"][0]["low"], claim["figures"][0]["of"]) == (12, "killed")
    assert not (tmp_path / ".workbench").exists()


def test_annotate_reads_a_stream_and_names_bad_lines(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    stream = tmp_path / "in.jsonl"
    stream.write_text(
        json.dumps({"id": "x", "text": FLOOD}) + "\n{broken\n"
        + json.dumps({"id": "y", "text": FLOOD}) + "\n",
        encoding="utf-8",
    )  # fmt: skip
    with stream.open("r", encoding="utf-8") as stdin:
        monkeypatch.setattr("sys.stdin", stdin)
        code, out, err = run("annotate", "-", "--format", "jsonl")
    assert code == 1
    assert [row["article"] for row in lines(out)] == ["x", "x", "y", "y"]
    assert err.count("refused") == 1


@pytest.mark.parametrize(
    "stream",
    [
        "Twelve people died in Aville on Friday, officials said.",
        "<!doctype html><html><body><p>Twelve people died in Aville, officials said.</p></body>",
        '[{"id": "x", "text": "Twelve people died in Aville, officials said."}]',
        "From: Ada <a@example.org>\nSubject: Aville\nDate: Mon, 4 Mar 2024 10:00:00 +0000\n\n"
        "Twelve people died in Aville, officials said.\n",
        "# Aville\n\nTwelve people died in Aville, officials said.\n",
    ],
)
def test_annotate_tells_by_its_first_bytes_what_comes_in(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, stream: str
) -> None:
    (tmp_path / "in").write_text(stream, encoding="utf-8")
    with (tmp_path / "in").open("r", encoding="utf-8") as stdin:
        monkeypatch.setattr("sys.stdin", stdin)
        code, out, _ = run("annotate", "-", "--format", "jsonl")
    assert code == 0
    assert any("casualty" in row["kinds"] for row in lines(out))


def test_claims_are_asked_for_in_the_words_of_the_filter(
    run: Run, seeds_folder: Path, tmp_path: Path
) -> None:
    case = ("--case", str(seeds_folder))
    _, out, _ = run("claims", "--format", "jsonl", *case)
    every = lines(out)
    for words, wanted in (
        ("kind:denial", lambda row: "denial" in row["kinds"]),
        ("!kind:statement score:30", lambda r: "statement" not in r["kinds"] and r["score"] >= 30),
        ("'the kind:cas", lambda r: "casualty" in r["kinds"]),
        ("contested:", lambda r: any("conflicts with" in why for why in r["reasons"])),
    ):
        code, out, _ = run("claims", words, "--format", "jsonl", *case)
        found = [row["id"] for row in lines(out)]
        assert code == 0
        assert set(found) <= {row["id"] for row in every if wanted(row)}
        assert len(found) == sum(map(wanted, every)) or "'" in words
    by_article = run("claims", "kind:denial", "sort:article", "--format", "csv", *case)[1]
    articles = [line.split(",")[1] for line in by_article.splitlines()[1:]]
    assert articles == sorted(articles)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("kind:foo", "no kind 'foo'; there are casualty, "),
        ("status:lost", "no status 'lost'; there are open, "),
        ("after:soon", "as in after:2022-05"),
        ("before:2022-13-01", "as in before:2022-05"),
        ("score:high", "as in score:60"),
        ("why:luck", "no criterion 'luck'; there are "),
        ("sort:luck", "no order 'luck'; there are score, "),
    ],
)
def test_a_filter_that_asks_for_what_there_is_not_says_what_there_is(
    run: Run, seeds_folder: Path, words: str, said: str
) -> None:
    code, _, err = run("claims", words, "--case", str(seeds_folder))
    assert code == 2
    assert said in err


def test_saved_filters_are_used_on_the_command_line_too(run: Run, tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a.txt").write_text(FLOOD, encoding="utf-8")
    code, _, err = run("claims", "--saved", "tolls")
    assert code == 2
    assert "none is saved" in err
    (tmp_path / "workbench.toml").write_text(
        '[filters]\ntolls = "kind:casualty"\nyears = "after:2021"\n', encoding="utf-8"
    )
    allow(tmp_path)
    code, out, _ = run("claims", "--saved", "tolls", "aville", "--format", "jsonl")
    assert (code, len(lines(out))) == (0, 1)
    assert run("claims", "--saved", "tolls", "drought", "--format", "jsonl")[1] == ""
    code, _, err = run("claims", "--saved", "lost")
    assert code == 2
    assert "there are tolls, years" in err


def test_a_prefix_too_short_says_how_many_claims_begin_so(run: Run, seeds_folder: Path) -> None:
    case = ("--case", str(seeds_folder))
    _, out, _ = run("claims", "--format", "jsonl", *case)
    first = lines(out)[0]["id"][:2]
    many = sum(row["id"].startswith(first) for row in lines(out))
    code, _, err = run("match", first, *case)
    assert code == 2
    assert f"too short: {many} begin so; give at least 4 digits" in err
    assert "`workbench claims` lists them" in run("match", "zzzzzz", *case)[2]


def test_compare_needs_no_case(run: Run, tmp_path: Path) -> None:
    pairs = tmp_path / "pairs.jsonl"
    pairs.write_text(
        '{"id": 1, "claim": "12 people died in the flood in Aville.", "passage": "21 people died '
        'in the flood in Aville."}\n'
        '{"id": 2, "claim": "12 people died in the flood in Aville.", "passage": "At least 12 '
        'people died in the flood in Aville."}\n',
        encoding="utf-8",
    )  # fmt: skip
    code, out, _ = run("compare", "--pairs", str(pairs))
    assert code == 0
    assert [(row["id"], row["relation"]) for row in lines(out)] == [
        (1, "conflicts"), (2, "corroborates"),
    ]  # fmt: skip
    assert all(row["reasons"] for row in lines(out))


def test_import_reports_and_returns_1_where_input_was_refused(run: Run, tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "a.txt").write_text(FLOOD, encoding="utf-8")
    (tmp_path / "news" / "b.txt").write_bytes(b"")
    code, out, err = run("import", str(tmp_path / "news"), "--case", str(tmp_path / "case"),
                         "--format", "jsonl")  # fmt: skip
    assert code == 1
    assert {row["outcome"] for row in lines(out)} == {"imported", "refused"}
    assert "1 imported, 1 refused" in err


def test_an_article_is_corrected(run: Run, seeds_folder: Path) -> None:
    case = ("--case", str(seeds_folder))
    article = "002_24777a2ba7ef8ce0.txt"
    code, out, _ = run("article", article, "--published", "2022-02-04", *case)
    assert (code, lines(out)[0]["published"]) == (0, "2022-02-04")
    _, out, _ = run("claims", "--article", article, "--kind", "date", *case, "--format", "jsonl")
    dates = {d["text"]: d["from"] for row in lines(out) for d in row["dates"]}
    assert dates["next Monday"] == "2022-02-07"


def test_reindex_and_where(run: Run, seeds_folder: Path) -> None:
    case = ("--case", str(seeds_folder))
    _, before, _ = run("claims", *case, "--format", "jsonl")
    assert run("reindex", *case)[0] == 0
    assert run("claims", *case, "--format", "jsonl")[1] == before
    _, out, _ = run("where", *case, "--format", "jsonl")
    assert "5 articles" in str(lines(out))


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["claims", "--case", "nowhere"], 3, "nowhere: no such folder"),
        (["claims", "--case", "."], 3, "no case here"),
        (["match", "--case", "five", "ffffffff"], 2, "no claim 'ffffffff'"),
        (["match", "--case", "five"], 2, "give one of"),
        (["verdict", "--case", "five", "ffffffff", "--rating", "true", "--summary", "x"], 2,
         "no claim"),
        (["link", "--case", "five", "ffffffff", "x", "--as", "context"], 2, "ARTICLE:START-END"),
        (["export", "--case", "five", "ffffffff"], 2, "no claim"),
        (["claims", "--case", "five", "--kind", "gossip"], 2, "gossip"),
        (["dance"], 2, "dance"),
        (["match", "--case", "five", "--queries", "bad.jsonl"], 1, "line 2"),
        ([], 2, "needs a terminal"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_in_one_line_with_its_exit_code(
    run: Run, seeds_folder: Path, tmp_path: Path, arguments: list[str], code: int, says: str
) -> None:
    (tmp_path / "bad.jsonl").write_text('{"id": 1, "text": "x"}\n{"id": 2}\n', encoding="utf-8")
    ended, _, err = run(*arguments)
    assert ended == code
    assert says in err
    assert "Traceback" not in err


def test_somebody_elses_verdict_is_changed_only_by_who_has_read_it(
    run: Run, seeds_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    claim, case = toll_id(run, seeds_folder), ("--case", str(seeds_folder))

    def rules(who: str, rating: str, *more: str) -> tuple[int, str]:
        monkeypatch.setenv("WORKBENCH_REVIEWER", who)
        said = ("--rating", rating, "--summary", f"{who} counted.", *more)
        code, _, err = run("verdict", claim, *said, *case)
        return code, err

    assert rules("Ada", "true")[0] == 0
    assert rules("Ada", "mostly true")[0] == 0  # her own
    code, err = rules("Bo", "false")
    assert code == 2
    assert all(word in err for word in ("Ada", "mostly true", "Ada counted.", "false", "--over 2"))
    code, err = rules("Bo", "false", "--over", "1")
    assert (code, "newer revision" in err) == (2, True)
    assert rules("Bo", "false", "--over", "2")[0] == 0
    assert rules("Ada", "true", "--over", "0")[0] == 2
    rows = run("history", claim, "--format", "jsonl", *case)[1].splitlines()
    assert len(rows) == 3


def test_a_verdict_that_waits_for_a_blind_review_is_not_told(
    run: Run, seeds_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    claim, case = toll_id(run, seeds_folder), ("--case", str(seeds_folder))
    settings = "[publication]\nsecond_reviewer = true\n"
    (seeds_folder / "workbench.toml").write_text(settings, encoding="utf-8")
    for who, code in (("Ada", 0), ("Bo", 2)):
        monkeypatch.setenv("WORKBENCH_REVIEWER", who)
        summary = f"Counted by {who}."
        ended, _, err = run("verdict", claim, "--rating", "false", "--summary", summary, *case)
        assert ended == code
    assert "signoff" in err
    assert "Counted by Ada" not in err
    assert "'false'" not in err


def test_a_damaged_store_is_said_and_nothing_is_overwritten(run: Run, seeds_folder: Path) -> None:
    claim = toll_id(run, seeds_folder)
    case = ("--case", str(seeds_folder))
    run("verdict", claim, "--rating", "true", "--summary", "One.", *case)
    run("verdict", claim, "--rating", "false", "--summary", "Two.", *case)
    (journal,) = (seeds_folder / "claims" / "journal").iterdir()
    damaged = journal.read_bytes().replace(b"One.", b"Won.")
    journal.write_bytes(damaged)
    code, _, err = run("verdict", claim, "--rating", "true", "--summary", "Three.", *case)
    assert code == 3
    assert journal.name in err
    assert journal.read_bytes() == damaged


def test_article_text_cannot_steer_the_terminal(run: Run, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    evil = "In Aville 12 people died \x1b]52;c;aGk=\x07 on \u202eMonday\u2069 [/red] \x9b6n.\n"
    (tmp_path / "in" / "osc.txt").write_text(evil, encoding="utf-8")
    case = ("--case", str(tmp_path / "case"))
    run("import", str(tmp_path / "in"), *case, "--format", "table")
    for arguments in (["claims"], ["match", "--text", "12 people died in Aville"]):
        _, out, err = run(*arguments, *case, "--format", "table")
        assert "12 people died" in out
        for hidden in "\x1b\x07\x9b\u202e\u2069":
            assert hidden not in out + err


@pytest.mark.parametrize("form", ["table", "jsonl"])
@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "no word to look for"),
        ("the of and", "no word to look for"),
        ("zzyzx", "shares enough words"),
        ("Kremlin", ""),
    ],
)
def test_a_text_that_finds_nothing_is_told_why(
    text: str, told: str, form: str, run: Run, seeds_folder: Path
) -> None:
    code, out, err = run("match", "--text", text, "--case", str(seeds_folder), "--format", form)
    assert code == 0
    assert bool(out) != bool(told)
    assert told in err


def test_the_ledger_gives_each_event_a_low_a_best_and_a_high(run: Run, tmp_path: Path) -> None:
    case, texts = tmp_path / "case", tmp_path / "texts"
    texts.mkdir()
    told = {
        "a": "The fire at the Grimsel mill in Ostwald killed 12 people.",
        "b": "At the Grimsel mill in Ostwald 14 people were killed by a fire, nurses counted.",
        "c": "Ostwald mourns 14 people killed when the Grimsel mill went up in a fire at night.",
    }
    for name, said in told.items():
        (texts / f"{name}.txt").write_text(said, encoding="utf-8")
    run("import", str(texts), "--case", str(case), "--published", "2024-03-05")
    code, out, _ = run("figures", "--case", str(case), "--ledger", "--format", "jsonl")
    (row,) = lines(out)
    assert code == 0
    assert (row["of"], row["place"], row["grade"]) == ("killed", "Ostwald", "contested")
    assert row["low"]["low"] <= row["best"]["low"] <= row["high"]["low"]
    for chosen in (row["low"], row["best"], row["high"]):
        text = (case / "seeds" / chosen["article"]).read_text(encoding="utf-8")
        assert text[chosen["start"] : chosen["end"]] == chosen["quote"]
        assert chosen["text"] in chosen["quote"]
    _, sheet, _ = run("figures", "--case", str(case), "--ledger", "--format", "csv")
    assert len(sheet.splitlines()) == 2
    _, table, _ = run("figures", "--case", str(case), "--ledger", "--about", "fire in Ostwald",
                      "--format", "table")  # fmt: skip
    assert "contested" in table
    code, _, error = run("figures", "--case", str(case), "--format", "csv")
    assert code == 2
    assert "--ledger" in error


def test_a_contradiction_is_put_away_and_brought_back(run: Run, tmp_path: Path) -> None:
    case, texts = ("--case", str(tmp_path / "case")), tmp_path / "texts"
    texts.mkdir()
    for name, dead in (("a", 12), ("b", 21)):
        said = f"The fire at the Grimsel mill in Ostwald killed {dead} people, Inge Blum said.\n"
        (texts / f"{name}.txt").write_text(said, encoding="utf-8")
    run("import", str(texts), "--published", "2024-03-01", *case)
    _, out, _ = run("conflicts", *case, "--format", "jsonl")
    (row,) = lines(out)
    assert (row["status"], row["slot"]) == ("open", "killed")
    code, _, told = run("dismiss", row["id"], "--why", "two fires", *case)
    assert (code, "undo" in told) == (0, True)
    assert lines(run("conflicts", *case, "--format", "jsonl")[1]) == []
    _, out, _ = run("conflicts", *case, "--dismissed", "--format", "jsonl")
    (away,) = lines(out)
    assert (away["status"], away["dismissed"]["why"]) == ("dismissed", "two fires")
    assert "two fires" in run("conflicts", *case, "--dismissed", "--format", "table")[1]
    run("undo", *case)
    assert lines(run("conflicts", *case, "--since", "2020-01-01", "--format", "jsonl")[1]) == [row]
    assert run("conflicts", *case, "--since", "yesterday")[0] == 2
    for verb, said in (("assign", "Ben"), ("note", "ask the morgue")):
        assert run(verb, *case, "--conflict", row["id"], said)[0] == 0
    (told,) = lines(run("conflicts", *case, "--assigned", "Ben", "--format", "jsonl")[1])
    assert [note["text"] for note in told["notes"]] == ["ask the morgue"]
    assert "ask the morgue" in run("note", *case, "--conflict", row["id"])[1]
    assert lines(run("conflicts", *case, "--assigned", "Ada", "--format", "jsonl")[1]) == []


def test_learn_refits_to_decisions_and_rules_say_how_often_the_desk_agreed(
    run: Run, tmp_path: Path
) -> None:
    case, texts = ("--case", str(tmp_path / "case")), tmp_path / "texts"
    texts.mkdir()
    for name, dead in (("a", 12), ("b", 21)):
        said = f"The fire at the Grimsel mill in Ostwald killed {dead} people, Inge Blum said.\n"
        (texts / f"{name}.txt").write_text(said, encoding="utf-8")
    run("import", str(texts), "--published", "2024-03-01", *case)
    code, _, err = run("learn", *case)
    assert (code, "nothing to learn" in err) == (2, True)
    (claim, other) = lines(run("claims", *case, "--format", "jsonl")[1])
    place = f"{other['article']}:{other['start']}-{other['end']}"
    run("link", claim["id"], place, "--as", "conflicts", *case)
    assert "of 1 decisions" in run("learn", "--show", *case, "--format", "table")[1]
    code, out, _ = run("learn", *case, "--format", "jsonl")
    assert code == 0
    assert {"decisions", "before", "after", "unseen", "weights"} <= lines(out)[0].keys()
    rules = lines(run("rules", "--of", "relation", *case, "--format", "jsonl")[1])
    assert rules
    assert all((row["decided"], row["agreed"]) == (1, 1) for row in rules)
    assert "this desk agreed 1 of 1" in run("rules", *case, "--format", "table")[1]
    assert "decisions" in "".join(run("undo", *case)[1:])
    assert run("rules", "--of", "dates", "--format", "jsonl")[0] == 0
