"""Where a verdict stands: in review, signed off, published, corrected, retracted, in sight of
all."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import CONTACT
from workbench.case import Case
from workbench.case.publishing.publications import verify_bundle
from workbench.errors import UsageError

TEXT = (
    "Bridge closed\n\nThe Aville bridge has carried 9,000 cars a day since 2019, "
    "the road office said.\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A case with one claim that lacks nothing the gate asks for, beside its verdict."""
    source = tmp_path / "a.txt"
    source.write_text(TEXT, encoding="utf-8")
    with Case.open(tmp_path / "case", "Ada", create=True) as case:
        case.corpus.import_paths([str(source)])
        case.decisions.correct("a.txt", url="https://post.example/a", published="2024-03-05")
    (tmp_path / "case" / "workbench.toml").write_text(CONTACT)
    return tmp_path / "case"


@pytest.fixture
def two(folder: Path) -> Iterator[tuple[Case, Case, str]]:
    """The case as Ada and as Bo have it open, and the claim on which Ada has ruled."""
    with Case.open(folder, "Ada") as ada, Case.open(folder, "Bo") as bo:
        claim = ada.corpus.claims()[0].id
        ruled(ada, claim)
        bo.decisions.refresh()
        yield ada, bo, claim


def ruled(case: Case, claim: str, summary: str = "Nobody else has counted.", **more: str) -> None:
    case.decisions.rule(
        claim, more.pop("rating", "unproven"), summary, "All was read.",
        unknown="Who counted.", claimant="the road office", **more,
    )  # fmt: skip


def published(case: Case, form: str = "html") -> dict[str, str]:
    """What the house shows after an export: file name → text."""
    folder = case.publications.export(format=form).folder
    found = {p.name: p.read_text(encoding="utf-8") for p in folder.rglob("*") if p.is_file()}
    return {name: text for name, text in found.items() if not name.startswith(".")}


def page(files: dict[str, str]) -> str:
    return next(text for name, text in files.items() if name.startswith("the-aville-bridge"))


# Second review


def test_what_was_published_before_its_second_review_waits_for_it(
    two: tuple[Case, Case, str],
) -> None:
    ada, bo, claim = two
    ada.publications.export()
    bo.decisions.refresh()
    assert ada.decisions.status(claim) == "published"
    assert [(row.id, row.rating) for row in bo.reviewing.queue()] == [(claim, "")]
    assert ada.reviewing.queue() == []
    bo.reviewing.sign_off(claim)
    assert bo.reviewing.queue() == []
    assert bo.decisions.status(claim) == "published"


def test_a_mismatch_after_publication_is_on_both_lists_and_on_the_gates(
    two: tuple[Case, Case, str],
) -> None:
    ada, bo, claim = two
    ada.publications.export()
    bo.decisions.refresh()
    bo.reviewing.sign_off(claim, "false")
    ada.decisions.refresh()
    for case in (ada, bo):
        assert [review.rating for review in case.reviewing.mismatches()] == ["false"]
    assert ada.decisions.status(claim) == "reopened"
    finding = next(f for f in ada.publications.check(claim) if f.rule == "reviewers agree")
    assert "false by Bo" in finding.message
    assert ada.publications.preview()[0].held
    ruled(ada, claim, rating="false", correction="The second reviewer was right.")
    assert ada.reviewing.mismatches() == []
    bo.decisions.refresh()
    assert [row.id for row in bo.reviewing.queue()] == [claim]


def test_a_correction_that_is_out_waits_for_its_own_sign_off(two: tuple[Case, Case, str]) -> None:
    ada, bo, claim = two
    bo.reviewing.sign_off(claim)
    ada.decisions.refresh()
    ada.publications.export()
    assert bo.reviewing.queue() == []
    ruled(ada, claim, "Nobody else has counted the cars.", correction="Says what was counted.")
    assert ada.decisions.status(claim) == "reopened"
    ada.publications.export()
    assert ada.decisions.status(claim) == "corrected"
    bo.decisions.refresh()
    assert [row.id for row in bo.reviewing.queue()] == [claim]


# Taking back


def test_undo_and_redo_say_what_they_did_and_leave_the_verdict_published(
    two: tuple[Case, Case, str],
) -> None:
    ada, bo, claim = two
    bo.reviewing.sign_off(claim)
    ada.decisions.refresh()
    before = published(ada)
    assert "unproven: Nobody else has counted" in (said := ada.decisions.undo())
    assert "it was published" in said
    assert ada.decisions.status(claim) == "retracted"
    said = ada.decisions.redo()
    assert said == "unproven: Nobody else has counted."
    assert ada.decisions.status(claim) == "published"
    bo.decisions.refresh()
    assert bo.reviewing.queue() == []
    after = published(ada)
    assert "None so far" in after["corrections.html"]
    assert before["corrections.html"] == after["corrections.html"]


def test_redo_names_a_link_that_is_taken_away_again(two: tuple[Case, Case, str]) -> None:
    ada, _, claim = two
    link = ada.decisions.link(claim, "a.txt", 15, 40, "context")
    ada.decisions.unlink(link.id)
    assert ada.decisions.undo().startswith("link taken away: context")
    assert ada.decisions.redo().startswith("link taken away: context")
    assert ada.decisions.links(claim) == []


@pytest.mark.parametrize("how", ["undo", "retract"])
@pytest.mark.parametrize("form", ["html", "markdown", "claimreview"])
def test_a_published_verdict_that_is_taken_back_leaves_a_notice_at_its_address(
    two: tuple[Case, Case, str], how: str, form: str
) -> None:
    ada, bo, claim = two
    before = published(ada, form)
    if how == "undo":
        ada.decisions.undo()
        reason = "The verdict was taken back."
    else:
        reason = "The road office had counted lorries only."
        ada.publications.retract(claim, reason)
    assert ada.decisions.status(claim) == "retracted"
    assert ada.publications.preview()[0].change == "retraction"
    after = published(ada, form)
    assert set(after) == set(before)
    assert reason in page(after)
    assert "etracted" in page(after)
    assert "Nobody else has counted" not in page(after).replace(reason, "").split("istory")[0]
    bo.decisions.refresh()
    assert bo.reviewing.queue() == []
    assert published(ada, form) == after


def test_a_retraction_is_in_corrections_feed_index_and_claimreview(
    two: tuple[Case, Case, str],
) -> None:
    ada, _, claim = two
    published(ada)
    ada.publications.retract(claim, "The road office had counted lorries only.")
    files = published(ada)
    for name in ("corrections.html", "feed.xml", "claimreview.json"):
        assert "counted lorries only" in files[name]
    assert "Retracted" in files["index.html"]
    assert "Rated unproven before, retracted now" in files["corrections.html"]


def test_the_bundle_of_a_verdict_that_was_taken_back_still_proves_it(
    two: tuple[Case, Case, str],
) -> None:
    ada, _, _ = two
    (path,) = ada.publications.export(format="bundle").written
    ada.decisions.undo()
    assert ada.publications.export(format="bundle").written == (path,)
    assert verify_bundle(path) == ()


def test_a_new_verdict_after_a_retraction_tells_of_both(two: tuple[Case, Case, str]) -> None:
    ada, _, claim = two
    published(ada)
    ada.publications.retract(claim, "We misread the table.")
    published(ada)
    ruled(ada, claim, "The table counts lorries.", rating="outdated")
    assert ada.decisions.status(claim) == "reopened"
    files = published(ada)
    assert ada.decisions.status(claim) == "corrected"
    assert "The table counts lorries." in page(files)
    assert "We misread the table." in page(files)
    assert "from “unproven” to “outdated”" in files["corrections.html"]


def test_only_what_was_published_can_be_retracted_and_not_without_a_reason(
    two: tuple[Case, Case, str],
) -> None:
    ada, _, claim = two
    with pytest.raises(UsageError, match="no published verdict"):
        ada.publications.retract(claim, "We erred.")
    ada.publications.export()
    with pytest.raises(UsageError, match="reason"):
        ada.publications.retract(claim, "  ")


def test_what_nobody_outside_saw_is_no_correction(two: tuple[Case, Case, str]) -> None:
    ada, _, claim = two
    published(ada)
    ruled(ada, claim, "A slip.", correction="Never published.")
    ada.decisions.undo()
    assert "None so far" in published(ada)["corrections.html"]
    assert ada.decisions.status(claim) == "published"


def test_taking_a_published_correction_back_is_a_correction_with_words_of_its_own(
    two: tuple[Case, Case, str],
) -> None:
    ada, _, claim = two
    published(ada)
    ruled(ada, claim, "A first mend.", correction="The first reason.")
    published(ada)
    ruled(ada, claim, "A second mend.", correction="The second reason.", rating="outdated")
    published(ada)
    ada.decisions.undo()
    listed = published(ada)["corrections.html"]
    assert (listed.count("The first reason."), listed.count("The second reason.")) == (1, 1)
    assert "from “outdated” to “unproven”" in listed


# Days


def test_the_first_day_of_publication_stays(folder: Path) -> None:
    times = iter(f"2024-03-{day:02}T09:00:00+00:00" for day in range(6, 30))
    with Case.open(folder, "Ada", now=lambda: next(times)) as case:
        claim = case.corpus.claims()[0].id
        ruled(case, claim)
        first = published(case)["claimreview.json"]
        assert '"datePublished":"2024-03-07"' in first
        ruled(case, claim, "Nobody else has counted cars.", correction="Says what was counted.")
        later = published(case)
        assert '"datePublished":"2024-03-07"' in later["claimreview.json"]
        assert "<published>2024-03-07T09:00:00+00:00</published>" in later["feed.xml"]


def test_an_export_elsewhere_publishes_and_a_draft_does_not(
    two: tuple[Case, Case, str], tmp_path: Path
) -> None:
    ada, _, claim = two
    drafted = ada.publications.export(to=tmp_path / "look", draft=True)
    assert len(drafted.written) == 1
    assert ada.decisions.status(claim) == "ready for review"
    ada.publications.export(to=tmp_path / "out")
    assert ada.decisions.status(claim) == "published"
    for reason in ("The first reason.", "The second reason."):
        ruled(ada, claim, f"After {reason}", correction=reason)
        ada.publications.export(to=tmp_path / "out")
    text = next((tmp_path / "out").glob("*.md")).read_text(encoding="utf-8")
    assert "The first reason." in text
    assert "The second reason." in text
    with pytest.raises(UsageError, match="--to"):
        ada.publications.export(draft=True)


def test_what_the_settings_lack_is_said(two: tuple[Case, Case, str]) -> None:
    ada, _, _ = two
    notes = ada.publications.export(format="claimreview").notes
    assert any("no url under [house]" in note for note in notes)
    assert any("Ada is not under [people]" in note for note in notes)


# The gate's own look


def test_the_gate_looks_for_contradictions_itself(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text(
        "Toll\n\nExactly 7 people died in the Aville flood on March 3, 2021, police said.\n"
    )
    (tmp_path / "c.txt").write_text(
        "Flood\n\nAt least 12 people died in the Aville flood on March 3, 2021, officials said.\n"
    )
    with Case.open(folder, "Ada") as case:
        case.corpus.import_paths([str(tmp_path / "b.txt"), str(tmp_path / "c.txt")])
        claim = next(row.id for row in case.corpus.claims() if "At least 12" in row.quote)
        case.decisions.rule(claim, "true", "Officials say so.", "They do.")
        assert case.comparing.unchecked()
        rules = [finding.rule for finding in case.publications.check(claim)]
        assert "evidence against is shown" in rules
    Case.forget_derived(folder)
    with Case.open(folder, "Ada") as case:
        case.corpus.sync()
        (row,) = case.publications.preview()
        assert row.held
        assert any("contradicts the claim" in line for line in row.lines)


@pytest.mark.parametrize(
    ("form", "lists"),
    [
        ("html", ("index.html", "feed.xml", "claimreview.json")),
        ("csv", ("verdicts.csv", "verdicts.jsonl")),
        ("claimreview", ("claimreview.json",)),
        ("wordpress", ("verdicts.wxr.xml",)),
        ("ghost", ("verdicts.ghost.json",)),
    ],
)
def test_a_correction_that_is_held_back_takes_nothing_from_the_lists(
    two: tuple[Case, Case, str], form: str, lists: tuple[str, ...]
) -> None:
    """Readers go on seeing what is out, until the correction is signed."""
    ada, bo, claim = two
    bo.reviewing.sign_off(claim)
    ada.decisions.refresh()
    before = published(ada, form)
    for change in ({"rating": "false"}, {"correction": "A list was found.", "rating": "true"}):
        ruled(ada, claim, "A list says otherwise.", **change)
        bo.decisions.refresh()
        bo.reviewing.sign_off(claim, "half true")
        ada.decisions.refresh()
        assert ada.publications.preview()[0].held
        after = published(ada, form)
        for name in lists:
            assert after[name] == before[name], name
    ruled(ada, claim, "A list says otherwise.", rating="unproven", correction="Settled.")
    after = published(ada, form)
    assert all("A list says otherwise." in after[name] for name in lists)


def test_what_was_never_out_is_on_no_list_while_it_is_held_back(
    two: tuple[Case, Case, str],
) -> None:
    ada, bo, claim = two
    bo.reviewing.sign_off(claim, "false")
    ada.decisions.refresh()
    assert "The Aville bridge" not in published(ada)["index.html"]
