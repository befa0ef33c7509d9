"""Two reviewers: the second one rates blind, and both learn what came of it."""

from contextlib import contextmanager

import pytest

from workbench.case import Case

SIZES = pytest.mark.parametrize(
    "size", [(80, 24), pytest.param((120, 36), marks=pytest.mark.slow)], ids=str
)


@pytest.fixture
def second(case):
    """The case as the second reviewer opens it, after the first ruled on a claim."""

    @contextmanager
    def second(rating="true"):
        first = case.corpus.claims()[0]
        other = next(row for row in case.corpus.claims() if row.article != first.article)
        case.decisions.link(first.id, other.article, other.start, other.end, "conflicts")
        case.decisions.rule(first.id, rating, "What Ada found in secret")
        case.close()
        with Case.open(case.folder, reviewer="Bo") as again:
            yield again, first, other

    return second


@SIZES
async def test_the_second_reviewer_sees_claim_and_evidence_but_no_rating(reviewing, second, size):
    with second() as (case, first, other):
        async with reviewing(case, size) as reviewer:
            await reviewer.press("7")
            text = reviewer.text
            assert "○ to review" in text
            assert first.quote[:40] in text
            assert "× conflicts" in text
            assert other.quote[:24] in text
            assert "1 to review · 0 to settle · no second reviews yet" in text
            assert "in secret" not in text
            assert "● true" not in text


@SIZES
async def test_agreement_signs_the_claim_off(reviewing, second, size):
    with second("mostly true") as (case, first, _):
        async with reviewing(case, size) as reviewer:
            await reviewer.press("7", "r", "2")
            assert case.decisions.status(first.id) == "signed off"
            assert any(toast.startswith("You agree: mostly true") for toast in reviewer.toasts)
            assert "0 to review" in reviewer.text
            assert "1 of 1 agreed" in reviewer.text
            await reviewer.press("z", "y")
            assert case.decisions.status(first.id) == "ready for review"
            assert "1 to review" in reviewer.text


async def test_a_mismatch_is_told_with_both_ratings_and_leads_to_the_claim(reviewing, second):
    with second("true") as (case, first, _):
        async with reviewing(case) as reviewer:
            await reviewer.press("7", "enter", "3")
            assert case.decisions.status(first.id) == "reopened"
            rated = case.reviewing.mismatches()[0].rating
            assert any(f"first true, you {rated}" in toast for toast in reviewer.toasts)
            assert "≠ differ" in reviewer.text
            assert f"Ada: true · Bo: {rated}" in reviewer.text
            await reviewer.press("enter")
            assert reviewer.app.current_mode == "claims"
            assert reviewer.app.screen.claim_list.current.id == first.id


async def test_a_claim_that_was_published_before_waits_and_says_nothing_of_its_rating(
    reviewing, second
):
    with second("true") as (case, first, _):
        case.publications.export([first.id], force=True)
        async with reviewing(case) as reviewer:
            await reviewer.press("7")
            assert "1 to review" in reviewer.text
            await reviewer.press("r", "5")
            assert any("The claim goes back" in toast for toast in reviewer.toasts)
            assert "≠ differ" in reviewer.text
            assert case.decisions.status(first.id) == "reopened"


async def test_a_published_verdict_is_retracted_with_its_reason(reviewing, second):
    with second("true") as (case, first, _):
        case.publications.export([first.id], force=True)
        async with reviewing(case) as reviewer:
            await reviewer.press("g")
            while reviewer.app.screen.claim_list.current.id != first.id:
                await reviewer.press("j")
            await reviewer.press("R")
            await reviewer.type("We misread it")
            await reviewer.press("enter")
            assert case.decisions.status(first.id) == "retracted"
            assert any("retracted" in toast for toast in reviewer.toasts)


async def test_a_published_verdict_that_was_undone_gets_its_reason_and_its_notice(reviewing, case):
    claim = case.corpus.claims()[0].id
    case.decisions.rule(claim, "true", "It holds")
    case.publications.export([claim], force=True)
    case.decisions.undo()
    async with reviewing(case) as reviewer:
        await reviewer.press("g")
        while reviewer.app.screen.claim_list.current.id != claim:
            await reviewer.press("j")
        await reviewer.press("R")
        await reviewer.type("We misread it")
        await reviewer.press("enter", "e")
        assert "Publish? 1 would leave, 0 held back" in reviewer.text
        await reviewer.press("y")
    (page,) = (case.folder / "claims" / "published").glob("*.md")
    assert "We misread it" in page.read_text(encoding="utf-8")


async def test_pointing_at_evidence_shows_it_in_its_article(reviewing, second):
    with second() as (case, _, other):
        async with reviewing(case, (120, 36)) as reviewer:
            await reviewer.press("7", "tab", "tab")
            assert "◆ " + other.quote[:30] in reviewer.text
            await reviewer.press("escape")
            assert reviewer.app.focused.id == "waiting"


async def test_the_first_reviewer_has_nothing_to_review(reviewing, case):
    case.decisions.rule(case.corpus.claims()[0].id, "true", "It holds")
    async with reviewing(case) as reviewer:
        await reviewer.press("7", "r", "v", "tab", "tab", "enter")
        assert "Nothing waits for you" in reviewer.text
        assert case.reviewing.reviews() == []


async def test_a_changed_quote_is_listed_with_what_became_of_it(reviewing, case):
    first = case.corpus.claims()[0]
    case.decisions.rule(first.id, "true", "It holds")
    source = case.folder / "seeds" / first.article
    text = source.read_text(encoding="utf-8")
    source.write_text(text.replace("An estimated 120", "An estimated 95"), encoding="utf-8")
    source.write_text(
        source.read_text(encoding="utf-8").replace("more than 120", "more than 95"),
        encoding="utf-8",
    )
    case.corpus.sync()
    async with reviewing(case) as reviewer:
        await reviewer.press("7")
        assert "! changed" in reviewer.text
        assert "facts differ" in reviewer.text


@SIZES
async def test_what_wants_somebody_stands_in_one_list(reviewing, case, size):
    other, third = case.corpus.claims()[1:3]
    case.reviewing.assign(other.id, "ada")
    case.reviewing.assign(third.id, "Bo")
    async with reviewing(case, size) as reviewer:
        await reviewer.press("7")
        assert reviewer.text.count("→ yours") == 1
        assert other.quote[:40] in reviewer.text
        assert "given to ada" in reviewer.text
        await reviewer.press("enter")
        assert reviewer.app.current_mode == "claims"
        assert reviewer.app.screen.claim_list.current.id == other.id
        case.decisions.rule(other.id, "true", "It holds")
        await reviewer.press("7")
        assert "→ yours" not in reviewer.text


async def test_a_contradiction_that_came_in_after_the_verdict_is_listed(reviewing, case):
    first = next(row for row in case.corpus.claims() if "estimated 120" in row.quote)
    case.decisions.rule(first.id, "true", "It holds")
    late = "Arda: toll lower still\n\nWed Mar 06 2024\n\nOnly 31 people died in the flood in "
    late += "the Arda valley, the police said on Wednesday.\n"
    (case.folder / "seeds" / "late.txt").write_text(late, encoding="utf-8")
    case.corpus.sync()
    case.comparing.conflicts()
    looks = [look.what for look in case.looking.again()]
    assert "new conflict" in looks
    async with reviewing(case) as reviewer:
        await reviewer.press("7")
        assert reviewer.text.count("× conflict") == looks.count("new conflict")
