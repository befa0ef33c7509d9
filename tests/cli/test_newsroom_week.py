"""A newsroom's week: three people, twelve claims, from the first import to a retraction.

Each step says what lists, states, pages and feeds have to say after it, as the guide does.
"""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.newsroom import SECONDS, SETTINGS, TOWNS, TRUE, WHO, rating_of, reports


@dataclass
class Desk:
    """The commands as one of the three gives them, and what has left the house."""

    run: Run
    case: Path
    patch: pytest.MonkeyPatch
    claims: dict[str, str] = field(default_factory=dict)
    """Town → the claim about its bridge."""

    def does(self, who: str, *words: str, code: int = 0) -> str:
        self.patch.setenv("WORKBENCH_REVIEWER", who)
        ended, out, said = self.run(*words, "--case", str(self.case))
        assert ended == code, (words, said)
        return out + said

    def rules(self, who: str, town: str, rating: str, summary: str, *more: str) -> str:
        why = self.case.parent / "why.md"
        why.write_text("The office’s list and the council’s count were read.", encoding="utf-8")
        return self.does(
            who, "verdict", self.claims[town], "--rating", rating, "--summary", summary,
            "--rationale", str(why), *more,
        )  # fmt: skip

    def state(self, *towns: str) -> set[str]:
        rows = self.rows("claims")
        return {rows[self.claims[town]]["status"] for town in towns}

    def rows(self, *words: str, who: str = "ann") -> dict[str, dict]:
        self.patch.setenv("WORKBENCH_REVIEWER", who)
        _, out, _ = self.run(*words, "--format", "jsonl", "--case", str(self.case))
        return {row.get("id") or row["claim"]: row for row in map(json.loads, out.splitlines())}

    def waits(self, who: str) -> dict[str, str]:
        """Town → why the list of what waits for somebody names it."""
        return {
            town: row["what"]
            for town, claim in self.claims.items()
            if (row := self.rows("review", who=who).get(claim))
        }

    # What readers see

    @property
    def site(self) -> dict[str, str]:
        folder = self.case / "claims" / "published" / "html"
        found = (path for path in folder.rglob("*") if path.is_file() and path.name[0] != ".")
        return {path.name: path.read_text(encoding="utf-8") for path in found}

    def page(self, town: str) -> str:
        found = [t for name, t in self.site.items() if name.endswith(f"{self.short(town)}.html")]
        return found[0] if found else ""

    def short(self, town: str) -> str:
        return self.claims[town][:16]

    def listed(self, town: str) -> str:
        """The rating under which the index lists a claim, "" where it does not."""
        rows = re.findall(r'<li data-rating="([^"]*)">(.*?)</li>', self.site["index.html"], re.S)
        return next((rating for rating, row in rows if f"The {town} " in row), "")

    def entries(self, town: str, feed: str = "feed.xml") -> list[str]:
        found = re.findall(r"<entry>.*?</entry>", self.site[feed], re.S)
        return [entry for entry in found if f"The {town} " in entry]

    def review_of(self, town: str) -> dict:
        """The ClaimReview in the feed for aggregators."""
        items = json.loads(self.site["claimreview.json"])["dataFeedElement"]
        reviews = (item["item"][0] for item in items)
        return next((r for r in reviews if r["identifier"] == self.claims[town]), {})


@pytest.fixture
def desk(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    case = tmp_path / "case"
    (case / "seeds").mkdir(parents=True)
    (case / "workbench.toml").write_text(SETTINGS)
    batch = tmp_path / "reports.jsonl"
    batch.write_text("\n".join(map(json.dumps, reports())))
    made = Desk(run, case, monkeypatch)
    made.does("ann", "import", str(batch))
    for row in made.rows("claims").values():
        town, _, number = row["article"].partition("#")[2].partition("-")
        if number == "1":
            made.claims.setdefault(town, row["id"])
    return made


def linked(desk: Desk, who: str, town: str, relation: str) -> None:
    """Link the council's count, found by `match`."""
    found = desk.does(who, "match", desk.claims[town], "--format", "jsonl")
    rows = [json.loads(line) for line in found.splitlines() if line.startswith("{")]
    best = next(row for row in rows if row["article"] == f"reports.jsonl#{town}-2")
    passage = f"{best['article']}:{best['start']}-{best['end']}"
    desk.does(who, "link", desk.claims[town], passage, "--as", relation)


def ruled(desk: Desk) -> None:
    """Monday: each rules on their claims."""
    for town, who in WHO.items():
        linked(desk, who, town, "corroborates" if town in TRUE else "conflicts")
        summary = f"Another paper found {'the same' if town in TRUE else 'another number'}."
        desk.rules(who, town, rating_of(town), summary, "--claimant", "somebody of the town")


def signed(desk: Desk, differing: Iterator[str] | tuple[str, ...] = ()) -> None:
    """Tuesday: each gives the second review of somebody's, blind."""
    other = set(differing)
    for town, who in WHO.items():
        rating = "half true" if town in other else rating_of(town)
        desk.does(SECONDS[who], "signoff", desk.claims[town], "--rating", rating)


def published(desk: Desk, code: int = 0) -> str:
    return desk.does("ann", "export", "--format", "html", code=code)


def test_the_week(desk: Desk, tmp_path: Path) -> None:
    steps: tuple[Callable[[Desk], None], ...] = (
        monday, tuesday, wednesday, thursday, friday, saturday,
    )  # fmt: skip
    assert set(desk.claims) == set(TOWNS)
    for step in steps:
        step(desk)


def monday(desk: Desk) -> None:
    assert desk.state(*TOWNS) == {"open"}
    ruled(desk)
    assert desk.state(*TOWNS) == {"ready for review"}
    for who in ("ann", "ben", "cas"):
        waits = desk.waits(who)
        assert set(waits) == {town for town in TOWNS if WHO[town] != who}, who
        assert set(waits.values()) == {"second review"}
    shown = desk.does("ben", "history", desk.claims["Aville"])
    assert "found the same" not in shown, "the second review is blind"
    said = published(desk, code=1)
    assert said.count("no second reviewer has signed") == 12
    assert "12 held back" in said
    assert desk.state(*TOWNS) == {"ready for review"}
    assert desk.listed("Aville") == ""


def tuesday(desk: Desk) -> None:
    for again in ("ann", "Ann Example", "ann.", "\u0430nn"):
        assert "somebody else's" in desk.does(again, "signoff", desk.claims["Aville"], code=2)
    signed(desk, differing=("Bestad", "Gorley"))
    agreed = set(TOWNS) - {"Bestad", "Gorley"}
    assert desk.state(*agreed) == {"signed off"}
    assert desk.state("Bestad", "Gorley") == {"reopened"}
    for who in ("ann", "ben", "cas"):
        assert desk.waits(who) == {"Bestad": "ratings differ", "Gorley": "ratings differ"}


def wednesday(desk: Desk) -> None:
    before = desk.does("ann", "export", "--preview", code=1)
    assert "10 would leave, 2 held back" in before
    after = published(desk, code=1)
    told = [line for line in before.splitlines() if line.startswith("refused: ")]
    assert told
    assert set(told) <= set(after.splitlines()), "what was told before is told after"
    agreed = set(TOWNS) - {"Bestad", "Gorley"}
    assert desk.state(*agreed) == {"published"}
    assert desk.state("Bestad", "Gorley") == {"reopened"}
    for town in TOWNS:
        assert desk.listed(town) == (rating_of(town) if town in agreed else "")
        assert len(desk.entries(town)) == (town in agreed)
    page = desk.page("Aville")
    assert "by Ann Example, signed off by Ben Example" in page
    assert "None so far." in desk.site["corrections.html"]
    assert desk.entries("Aville", "corrections.xml") == []
    assert desk.review_of("Aville")["reviewRating"]["alternateName"] == "true"


def thursday(desk: Desk) -> None:
    """A mismatch is settled; what is out is corrected, and readers see it once it is signed."""
    desk.rules("ann", "Bestad", "half true", "Another paper found another number.")
    desk.rules("ann", "Corvo", "mostly true", "Another paper found the same, on one day.",
               "--correction", "The count was of one day only.")  # fmt: skip
    assert desk.state("Bestad") == {"ready for review"}
    assert desk.state("Corvo") == {"reopened"}
    published(desk, code=1)
    assert desk.listed("Corvo") == "true", "the page stays as it was until it is signed"
    assert "None so far." in desk.site["corrections.html"]
    assert desk.waits("ben") == {
        "Bestad": "second review", "Corvo": "second review", "Gorley": "ratings differ",
    }  # fmt: skip
    desk.does("ben", "signoff", desk.claims["Bestad"], "--rating", "half true")
    desk.does("ben", "signoff", desk.claims["Corvo"])
    published(desk, code=1)
    assert desk.state("Corvo") == {"corrected"}
    assert desk.state("Bestad") == {"signed off"} or desk.state("Bestad") == {"published"}
    assert desk.listed("Corvo") == "mostly true"
    page = desk.page("Corvo")
    assert "Rated true before, mostly true then." in page
    assert "The count was of one day only." in page
    corrections = desk.site["corrections.html"]
    assert "Rated true before, mostly true now." in corrections
    assert "Corrected: The count was of one day only." in desk.entries("Corvo")[0]
    (entry,) = desk.entries("Corvo", "corrections.xml")
    assert "Rated true before, mostly true then." in entry
    review = desk.review_of("Corvo")
    assert review["correction"][0]["text"] == "The count was of one day only."
    assert review["reviewRating"]["alternateName"] == "mostly true"


def friday(desk: Desk) -> None:
    """One verdict is taken back, another undone: neither page vanishes."""
    address = next(name for name in desk.site if name.endswith(f"{desk.short('Elswick')}.html"))
    assert "needs a reason" in desk.does(
        "ann", "retract", desk.claims["Elswick"], "--why", " ", code=2
    )
    desk.does("ann", "retract", desk.claims["Elswick"], "--why", "The list was of another bridge.")
    assert desk.state("Elswick") == {"retracted"}
    published(desk, code=1)
    assert "The list was of another bridge." in desk.site[address]
    assert desk.listed("Elswick") == "retracted"
    assert "Retracted: The list was of another bridge." in desk.entries("Elswick")[0]
    assert len(desk.entries("Elswick", "corrections.xml")) == 1
    assert desk.review_of("Elswick")["creativeWorkStatus"] == "Retracted"
    assert "Rated true before, retracted now." in desk.site["corrections.html"]


def saturday(desk: Desk) -> None:
    """All that was said holds together, and what is out can be proved."""
    said = desk.does("cas", "verify")
    assert "0 findings" in said
    site = desk.case / "claims" / "published" / "html"
    assert "0 findings" in desk.does("cas", "verify", "--against", str(site / "about.html"))
    bundles = desk.case.parent / "bundles"
    desk.does("ann", "export", "--format", "bundle", "--to", str(bundles), code=1)
    assert len(list(bundles.glob("*.zip"))) == 11
    for bundle in bundles.glob("*.zip"):
        assert "0 findings" in desk.does("cas", "verify", str(bundle))
    before = desk.site
    published(desk, code=1)
    assert desk.site == before, "a second export changes nothing"
