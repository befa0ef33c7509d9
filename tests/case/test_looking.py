"""What comes to light after a decision is put on a list; nothing reopens by itself."""

from pathlib import Path

import pytest

from tests.conftest import Run
from workbench.case import Case
from workbench.case.look_again import Look
from workbench.errors import UnknownId, UsageError

TEXT = (
    "Floods hit Aville\n\nAt least 12 people died in the Aville flood on March 3, 2021, officials "
    "said. The river Ave rose by three metres overnight. Shops in the old town stayed closed.\n"
)
QUOTE = "At least 12 people died in the Aville flood on March 3, 2021, officials said."
AGREEING = "Ave flood\n\nThe mayor said that 12 people died in the Aville flood on March 3, 2021.\n"
CONTRADICTING = (
    "Toll corrected\n\nExactly 7 people died in the Aville flood on March 3, 2021, police said.\n"
)


def add(case: Case, folder: Path, name: str, text: str) -> None:
    (folder / name).write_text(text, encoding="utf-8")
    case.corpus.import_paths([str(folder / name)])
    case.comparing.conflicts()


@pytest.fixture
def ruled(empty_case: Case, tmp_path: Path) -> tuple[Case, str]:
    """A case with a verdict on the toll, linked to a second article."""
    add(empty_case, tmp_path, "a.txt", TEXT)
    add(empty_case, tmp_path, "b.txt", AGREEING)
    claim = next(row.id for row in empty_case.corpus.claims() if row.quote == QUOTE)
    start = AGREEING.index("The mayor")
    empty_case.decisions.link(claim, "b.txt", start, len(AGREEING) - 1, "corroborates")
    empty_case.decisions.rule(claim, "true", "Two offices agree.", "Both lists were read.")
    return empty_case, claim


def whats(looks: list[Look]) -> list[str]:
    return [look.what for look in looks]


def test_a_conflict_that_comes_in_after_the_verdict_is_listed_until_it_is_weighed(
    ruled: tuple[Case, str], tmp_path: Path
) -> None:
    case, claim = ruled
    assert case.looking.again() == []
    add(case, tmp_path, "c.txt", CONTRADICTING)
    (look,) = case.looking.again()
    assert (look.what, look.claim) == ("new conflict", claim)
    assert "Exactly 7 people died" in look.why
    case.decisions.rule(claim, "mostly true", "Two offices agree, the police do not.")
    assert case.looking.again() == []  # it was given beside the conflict
    case.decisions.undo()
    assert whats(case.looking.again()) == ["new conflict"]
    start = CONTRADICTING.index("Exactly")
    case.decisions.link(claim, "c.txt", start, len(CONTRADICTING) - 1, "conflicts")
    assert case.looking.again() == []


def test_a_conflict_that_was_there_before_the_verdict_is_not_new(
    ruled: tuple[Case, str], tmp_path: Path
) -> None:
    case, claim = ruled
    (tmp_path / "c.txt").write_text(CONTRADICTING, encoding="utf-8")
    case.corpus.import_paths([str(tmp_path / "c.txt")])  # nobody has looked for conflicts yet
    case.decisions.rule(claim, "mostly true", "Two offices agree.")
    case.comparing.conflicts()
    assert case.looking.again() == []


def test_a_published_verdict_is_raised_but_stays_published(
    ruled: tuple[Case, str], tmp_path: Path
) -> None:
    case, claim = ruled
    case.publications.export(force=True)
    assert case.looking.again() == []
    add(case, tmp_path, "c.txt", CONTRADICTING)
    add(case, tmp_path, "b.txt", AGREEING.replace("12 people", "21 people"))
    looks = case.looking.again()
    assert sorted(whats(looks)) == ["new conflict", "published", "source changed"]
    published = next(look.why for look in looks if look.what == "published")
    assert "link holds: evidence 1" in published
    assert "evidence against is shown" in published
    assert case.decisions.status(claim) == "published"


def test_a_link_is_taken_along_only_by_a_person_and_keeps_what_it_quoted(
    ruled: tuple[Case, str], tmp_path: Path
) -> None:
    case, claim = ruled
    (link,) = case.decisions.links(claim)
    add(case, tmp_path, "b.txt", AGREEING.replace("The mayor said", "The mayor's office said"))
    (look,) = case.looking.again()
    assert look.what == "source changed"
    assert link.id in look.why
    assert "office" in "".join(op.new for op in look.diff)
    moved, found = case.evidence.relink(link.id[:8])
    assert found.state == "changed"
    assert moved.anchor.quote.startswith("The mayor's office said")
    assert (moved.id, moved.revision, moved.relation) == (link.id, 2, "corroborates")
    assert case.looking.again() == []
    assert case.decisions.verify() == []
    quotes = [c.after["anchor"]["quote"] for c in case.decisions.history(claim) if c.id == link.id]
    assert quotes == [link.anchor.quote, moved.anchor.quote]
    case.decisions.undo()
    assert case.decisions.links(claim)[0].anchor == link.anchor


def test_where_facts_differ_the_relation_has_to_be_said_again(
    ruled: tuple[Case, str], tmp_path: Path
) -> None:
    case, claim = ruled
    (link,) = case.decisions.links(claim)
    with pytest.raises(UsageError, match="as it is now"):
        case.evidence.relink(link.id)
    add(case, tmp_path, "b.txt", AGREEING.replace("12 people", "21 people"))
    with pytest.raises(UsageError, match="--as"):
        case.evidence.relink(link.id)
    moved, _ = case.evidence.relink(link.id, "conflicts")
    assert (moved.relation, moved.anchor.quote.count("21 people")) == ("conflicts", 1)
    add(case, tmp_path, "b.txt", "Ave flood\n\nNothing is known of the town any more.\n")
    with pytest.raises(UsageError, match="orphaned"):
        case.evidence.relink(link.id)
    with pytest.raises(UnknownId):
        case.evidence.relink("ffff")


def test_a_verdict_can_be_corrected_after_its_own_text_has_gone(
    ruled: tuple[Case, str], tmp_path: Path
) -> None:
    case, claim = ruled
    add(case, tmp_path, "a.txt", TEXT.replace(QUOTE, "A dozen may have died, it was said."))
    assert "source changed" in whats(case.looking.again())
    verdict = case.decisions.rule(claim, "outdated", "The article was withdrawn.")
    assert (verdict.revision, verdict.anchor.quote) == (2, QUOTE)


def test_claimant_and_what_is_not_known_are_kept_until_said_otherwise(
    ruled: tuple[Case, str], tmp_path: Path
) -> None:
    case, claim = ruled
    case.decisions.rule(
        claim, "true", "Two offices agree.", claimant="the district office", unknown="Who counted."
    )
    case.decisions.rule(claim, "mostly true", "Two offices agree on 12.")
    verdict = case.decisions.verdict(claim)
    assert verdict is not None
    assert (verdict.claimant, verdict.unknown) == ("the district office", "Who counted.")
    (page,) = case.publications.export(to=tmp_path / "out", force=True).written
    text = page.read_text(encoding="utf-8")
    assert "Who counted." in text
    assert "the district office" in text
    case.decisions.rule(claim, "true", "Two offices agree.", unknown="")
    assert case.decisions.verdict(claim).unknown == ""  # type: ignore[union-attr]


def test_the_command_line_lists_relinks_and_takes_the_new_fields(run: Run, tmp_path: Path) -> None:
    case = ("--case", str(tmp_path / "case"))
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.txt").write_text(AGREEING, encoding="utf-8")
    run("import", str(tmp_path / "a.txt"), str(tmp_path / "b.txt"), *case)
    with Case.open(tmp_path / "case") as opened:
        claim = next(row.id for row in opened.corpus.claims() if row.quote == QUOTE)
    start = AGREEING.index("The mayor")
    passage = f"b.txt:{start}-{len(AGREEING) - 1}"
    link = run("link", claim, passage, "--as", "corroborates", *case)[1].strip()
    run("verdict", claim, "--rating", "true", "--summary", "So it is.", "--claimant", "the mayor",
        "--unknown", "Who counted.", *case)  # fmt: skip
    with Case.open(tmp_path / "case") as opened:
        assert opened.decisions.verdict(claim).unknown == "Who counted."  # type: ignore[union-attr]
    (tmp_path / "b.txt").write_text(AGREEING.replace("12", "21"), encoding="utf-8")
    (tmp_path / "c.txt").write_text(CONTRADICTING, encoding="utf-8")
    run("import", str(tmp_path / "b.txt"), str(tmp_path / "c.txt"), *case)
    out = run("review", *case, "--format", "jsonl")[1]
    assert "source changed" in out
    assert "new conflict" in out
    code, _, err = run("relink", link, "--show", *case)
    assert (code, "[-12 -]{+21 +}" in err) == (0, True)
    assert run("relink", link, *case)[0] == 2
    code, out, _ = run("relink", link, "--as", "conflicts", *case)
    assert (code, out.strip()) == (0, link)
    assert "source changed" not in run("review", *case, "--format", "jsonl")[1]
