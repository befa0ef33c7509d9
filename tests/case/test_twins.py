"""One text under several names: what was decided stays found, whatever comes in first."""

from itertools import permutations
from pathlib import Path

import pytest

from workbench.case import Case

TEXT = (
    "Bridge closed\n\nThu Mar 07 2024\n\nMore than 40 people were hurt when a bridge gave way in "
    "Orsk, the mayor said.\n\nThe builder denied that it had been warned.\n"
)
OTHER = (
    "Inquiry\n\nSat Mar 09 2024\n\nOnly 31 people were hurt on the bridge in Orsk, police said.\n"
)
NAMES = ("a.txt", "m/n.txt", "z.txt")


def imported(folder: Path, names: list[str]) -> Path:
    """A case into which the same text came under names, in that order, and another article."""
    for name in names:
        path = folder / "incoming" / Path(name).name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(TEXT, encoding="utf-8")
        with Case.open(folder, "Ada", create=True) as case:
            case.corpus.import_paths([str(path)])
    (folder / "seeds" / "other.txt").write_text(OTHER, encoding="utf-8")
    with Case.open(folder, "Ada") as case:
        case.corpus.sync()
    return folder


def anew(folder: Path) -> Case:
    Case.forget_derived(folder)
    case = Case.open(folder, "Ada")
    case.corpus.sync()
    return case


def first_claim(case: Case) -> str:
    return next(row.id for row in case.corpus.claims() if "40 people" in row.quote)


@pytest.mark.parametrize("names", list(permutations(NAMES)), ids=" ".join)
def test_a_verdict_outlives_what_is_derived(tmp_path: Path, names: list[str]) -> None:
    folder = imported(tmp_path, list(names))
    with Case.open(folder, "Ada") as case:
        claim = first_claim(case)
        case.decisions.rule(claim, "true", "It holds.", "Two lists agree.")
    with anew(folder) as case:
        assert case.corpus.claim(claim).quote.startswith("More than 40")
        assert case.decisions.verify() == []
        assert case.publications.export(force=True).written
        assert len([row for row in case.corpus.claims() if "40 people" in row.quote]) == 1
        assert case.matching.candidates(claim, 5)


@pytest.mark.parametrize("names", [("z.txt", "a.txt"), ("a.txt", "z.txt")], ids=" ".join)
def test_evidence_and_what_is_only_given_to_somebody_are_found_again(
    tmp_path: Path, names: list[str]
) -> None:
    folder = imported(tmp_path, list(names))
    with Case.open(folder, "Ada") as case:
        toll = next(row for row in case.corpus.claims() if "31 people" in row.quote)
        denial = next(row for row in case.corpus.claims() if "denied" in row.quote)
        case.decisions.link(toll.id, denial.article, denial.start, denial.end, "context")
    with anew(folder) as case:
        assert case.decisions.verify() == []
        assert case.corpus.claim(denial.id).article == names[0]
        case.reviewing.assign(denial.id, "Bo")
    with anew(folder) as case:
        assert case.corpus.claim(denial.id).article == names[0]


def test_names_of_which_nothing_was_decided_are_sources_of_the_one(tmp_path: Path) -> None:
    folder = imported(tmp_path, ["z.txt", "a.txt"])
    with Case.open(folder, "Ada") as case:
        case.decisions.rule(first_claim(case), "true", "It holds.")
    with anew(folder) as case:
        assert [entry.id for entry in case.corpus.articles()] == ["other.txt", "z.txt"]
        assert case._parts.catalog.twin_of("a.txt") == "z.txt"
        (folder / "seeds" / "new.txt").write_text(OTHER + "Nobody else was near.\n")
        assert [row.article for row in case.corpus.sync().rows] == ["new.txt"]
