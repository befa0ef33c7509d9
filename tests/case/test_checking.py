"""What others have checked is taken in once, and shown beside the claims that it is about."""

import json
from pathlib import Path

import pytest

from tests.conftest import Run
from workbench.case import Case
from workbench.errors import InputRefused


def entry(claim: str, rating: str, number: int) -> dict:
    return {
        "@context": "https://schema.org", "@type": "ClaimReview", "claimReviewed": claim,
        "url": f"https://desk.example/{number}", "datePublished": "2022-03-01",
        "author": {"@type": "Organization", "name": "The \u202eDesk"},
        "reviewRating": {"@type": "Rating", "alternateName": rating},
    }  # fmt: skip


@pytest.fixture
def feed(tmp_path: Path) -> Path:
    file = tmp_path / "feed.json"
    items = [
        entry("More than 13,000 people have died in the conflict in eastern Ukraine.", "Accurate",
              1),
        entry("A dam broke above Beville.", "False", 2),
        {"@type": "ClaimReview", "claimReviewed": "No rating."},
    ]  # fmt: skip
    file.write_text(json.dumps({"@type": "DataFeed", "dataFeedElement": items}), encoding="utf-8")
    return file


def test_a_feed_is_taken_in_once_and_found_for_its_claim(seeds_case: Case, feed: Path) -> None:
    report = seeds_case.checking.take_in(feed)
    assert (report.count("imported"), report.count("refused")) == (2, 1)
    again = seeds_case.checking.take_in(feed)
    assert (again.count("unchanged"), len(seeds_case.decisions.history())) == (2, 2)
    claim = next(
        r.id for r in seeds_case.corpus.claims() if "deaths of more than 13,000" in r.quote
    )
    (found,) = seeds_case.checking.of_claim(claim)
    assert (found.review.rating, found.review.url) == ("Accurate", "https://desk.example/1")
    feed.write_text(feed.read_text().replace("Accurate", "Outdated"), encoding="utf-8")
    assert seeds_case.checking.take_in(feed).count("revised") == 1
    assert seeds_case.checking.of_claim(claim)[0].review.rating == "Outdated"
    seeds_case.decisions.undo()
    assert seeds_case.checking.of_claim(claim)[0].review.rating == "Accurate"
    assert seeds_case.decisions.verify() == []


@pytest.mark.parametrize("text", ["", "{", "[" * 100_000, "[" + "9" * 5000 + "]", "null x"])
def test_a_file_that_is_no_json_is_refused(seeds_case: Case, tmp_path: Path, text: str) -> None:
    (tmp_path / "bad.json").write_text(text, encoding="utf-8")
    with pytest.raises(InputRefused, match="bad"):
        seeds_case.checking.take_in(tmp_path / "bad.json")
    with pytest.raises(InputRefused, match="nowhere"):
        seeds_case.checking.take_in(tmp_path / "nowhere.json")


def test_match_says_what_was_checked_already(run: Run, seeds_folder: Path, feed: Path) -> None:
    case = ("--case", str(seeds_folder))
    code, _, err = run("import-reviews", str(feed), *case)
    assert (code, "2 imported, 1 refused" in err) == (1, True)
    question = ("match", "--text", "13,000 people died in the conflict in Ukraine", *case)
    _, plain, err = run(*question, "--format", "jsonl")
    assert "Accurate" not in plain
    assert "already checked by The" in err
    assert "Accurate, https://desk.example/1" in err
    assert "\u202e" not in err
    _, more, _ = run(*question, "--checked", "--format", "jsonl")
    rows = [json.loads(line) for line in more.splitlines()]
    assert [row["rating"] for row in rows if "checked_by" in row] == ["Accurate"]
