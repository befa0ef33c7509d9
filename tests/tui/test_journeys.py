"""What a reviewer does all day, by keys and by mouse, read from the screen."""

import pytest
from textual import events
from textual.widgets import Input

from workbench.case import Case

SIZES = pytest.mark.parametrize(
    "size", [(80, 24), (120, 36), pytest.param((200, 60), marks=pytest.mark.slow)], ids=str
)
SMALL = (80, 24)
WIDE = (120, 36)


@SIZES
async def test_the_first_screen_has_claims_article_and_place(reviewing, case, size):
    async with reviewing(case, size) as reviewer:
        text = reviewer.text
        assert "The flood killed more than 120" in text
        assert "casualty" in text
        assert "○ open" in text
        assert "Minister Lena Voss denied that" in text, "the article around the claim"
        assert "▶ The flood killed more than" in text, "the claim is signed in its article"
        assert "│ Ada │" in text
        assert f"{len(case.corpus.claims())} claims, 0 ruled" in text


@pytest.mark.slow
async def test_from_120_columns_candidates_stand_beside_the_article(reviewing, case):
    async with reviewing(case, WIDE) as reviewer:
        assert "+ corroborates?" in reviewer.text
        assert "× conflicts?" in reviewer.text
        assert "why: " in reviewer.text


async def test_a_verdict_with_two_links_takes_fifteen_keys_at_most(reviewing, case):
    async with reviewing(case, SMALL) as reviewer:
        claim = case.corpus.claims()[0].id
        keys = ["enter", "c", "x", "v", "2", "ctrl+s", "escape"]
        await reviewer.press(*keys[:-2])
        await reviewer.type("About 120 were killed")
        await reviewer.press(*keys[-2:])
        assert len(keys) <= 15
        assert sorted(link.relation for link in case.decisions.links(claim)) == [
            "conflicts",
            "corroborates",
        ]
        verdict = case.decisions.verdict(claim)
        assert (verdict.rating, verdict.summary, verdict.by) == (
            "mostly true",
            "About 120 were killed",
            "Ada",
        )
        assert "1 ruled" in reviewer.text
        assert "● mostl" in reviewer.text


async def test_a_verdict_asked_for_before_its_claim_is_read_opens_all_the_same(reviewing, case):
    async with reviewing(case, SMALL) as reviewer:
        await reviewer.pilot.press("j", "j", "v")
        await reviewer.settle()
        await reviewer.settle()
        assert reviewer.app.screen.SCOPE == "verdict"
        assert reviewer.app.screen.reading.row.id == case.corpus.claims()[2].id


@pytest.mark.slow
async def test_everything_is_there_after_a_restart(reviewing, case):
    async with reviewing(case) as reviewer:
        await reviewer.press("enter", "c", "v", "1")
        await reviewer.type("It holds")
        await reviewer.press("ctrl+s", "escape", "q")
    folder = case.folder
    case.close()
    with Case.open(folder, reviewer="Bo") as again:
        async with reviewing(again) as reviewer:
            assert "1 ruled" in reviewer.text
            assert any(row.rating == "true" for row in reviewer.app.screen.claim_list.rows)


async def test_the_filter_narrows_as_one_types_and_escape_gives_all_back(reviewing, case):
    total = len(case.corpus.claims())
    async with reviewing(case) as reviewer:
        await reviewer.press("slash")
        await reviewer.type("'killed !ministry")
        assert f"1 of {total}" in reviewer.text
        assert "Only 45 people" not in reviewer.text
        await reviewer.press("escape")
        assert f"1 of {total}" not in reviewer.text
        assert "Only 45 people" in reviewer.text


@pytest.mark.slow
async def test_kind_status_order_and_article_narrow_with_single_keys(reviewing, case):
    async with reviewing(case) as reviewer:
        await reviewer.press("f")
        assert "kind casualty" in reviewer.text
        assert "4 of 8" in reviewer.text
        await reviewer.press("F", "s")
        assert "status open" in reviewer.text
        await reviewer.press("s")
        assert "No claim fits the filter. Press backspace" in reviewer.text
        await reviewer.press("backspace", "S")
        assert "by article" in reviewer.text
        await reviewer.press("g", "a")
        assert "this article" in reviewer.text
        assert "3 of 8" in reviewer.text


@pytest.mark.slow
async def test_the_cursor_stays_on_its_claim_when_the_filter_changes(reviewing, case):
    async with reviewing(case) as reviewer:
        await reviewer.press("j", "j")
        before = reviewer.app.screen.claim_list.current
        await reviewer.press("S")
        assert reviewer.app.screen.claim_list.current.id == before.id


async def test_undo_and_redo_say_what_they_did(reviewing, case):
    claim = case.corpus.claims()[0].id
    async with reviewing(case, WIDE) as reviewer:
        await reviewer.press("enter", "c")
        assert len(case.decisions.links(claim)) == 1
        assert "corroborates, linked" in reviewer.text
        await reviewer.press("z")
        assert "Take this back?" in reviewer.text
        assert "“The flood killed more than 120" in reviewer.text
        await reviewer.press("n")
        assert len(case.decisions.links(claim)) == 1
        await reviewer.press("z", "y")
        assert case.decisions.links(claim) == []
        assert "corroborates, linked" not in reviewer.text
        assert any(toast.startswith("Undone: corroborates") for toast in reviewer.toasts)
        await reviewer.press("Z", "y")
        assert len(case.decisions.links(claim)) == 1
        await reviewer.press("z", "y", "z")
        assert any("nothing to undo" in toast.lower() for toast in reviewer.toasts)


@pytest.mark.slow
async def test_unlink_removes_the_link_under_the_cursor(reviewing, case):
    claim = case.corpus.claims()[0].id
    async with reviewing(case, WIDE) as reviewer:
        await reviewer.press("enter", "x", "k", "u")
        assert case.decisions.links(claim) == []


@pytest.mark.slow
async def test_a_link_key_shows_hidden_candidates_before_it_links(reviewing, case):
    claim = case.corpus.claims()[0].id
    async with reviewing(case, SMALL) as reviewer:
        await reviewer.press("c")
        assert case.decisions.links(claim) == []
        assert "+ corroborates?" in reviewer.text
        await reviewer.press("c")
        assert len(case.decisions.links(claim)) == 1


@pytest.mark.slow
async def test_not_relevant_takes_a_candidate_out_of_sight(reviewing, case):
    async with reviewing(case, WIDE) as reviewer:
        before = len(reviewer.app.screen.candidate_list.rows)
        await reviewer.press("enter", "minus")
        assert len(reviewer.app.screen.candidate_list.rows) == before - 1
        await reviewer.press("escape", "j", "k")
        assert len(reviewer.app.screen.candidate_list.rows) == before - 1


@pytest.mark.slow
async def test_a_candidate_is_shown_in_its_own_article(reviewing, case):
    async with reviewing(case, WIDE) as reviewer:
        await reviewer.press("enter")
        assert "Passage in " in reviewer.text
        assert "◆ An estimated 120 people have" in reviewer.text
        await reviewer.press("escape")
        assert "▶ The flood killed more than" in reviewer.text


@pytest.mark.slow
async def test_search_in_words_of_ones_own_finds_passages_to_link(reviewing, case):
    claim = case.corpus.claims()[0].id
    async with reviewing(case, WIDE) as reviewer:
        await reviewer.press("w")
        await reviewer.type("people lost their homes")
        await reviewer.press("enter")
        assert "Search: people lost their homes" in reviewer.text
        await reviewer.press("t")
        link = case.decisions.links(claim)[0]
        assert (link.relation, link.anchor.quote) == (
            "context",
            "About 4,500 people lost their homes.",
        )


@pytest.mark.slow
async def test_next_open_skips_what_has_a_verdict(reviewing, case):
    rows = case.corpus.claims()
    case.decisions.rule(rows[1].id, "false", "It was 120")
    async with reviewing(case) as reviewer:
        await reviewer.press("n")
        assert reviewer.app.screen.claim_list.current.id == rows[2].id
        await reviewer.press("N")
        assert reviewer.app.screen.claim_list.current.id == rows[0].id


@pytest.mark.slow
async def test_the_first_open_claim_is_under_the_cursor_at_the_start(reviewing, case):
    rows = case.corpus.claims()
    case.decisions.rule(rows[0].id, "true", "So it is")
    async with reviewing(case) as reviewer:
        assert reviewer.app.screen.claim_list.current.id == rows[1].id


def complete(case, claim):
    """A verdict that lacks nothing the gate asks for."""
    case.configuring.change({("house", "corrections_contact"): "desk@gazette.example"})
    row = next(row for row in case.corpus.claims() if row.id == claim)
    case.decisions.correct(row.article, url="https://gazette.example/a")
    case.decisions.rule(
        claim, "unproven", "Nobody else says so", "All was read.", claimant="the ministry",
        unknown="Who counted.",
    )  # fmt: skip


async def test_nothing_leaves_before_it_was_shown_and_asked(reviewing, case):
    rows = case.corpus.claims()
    bare = next(row.id for row in rows if "neglected for years" in row.quote)
    whole = next(row.id for row in rows if "4,500" in row.quote)
    case.decisions.rule(bare, "true", "So it is")
    complete(case, whole)
    async with reviewing(case) as reviewer:
        await reviewer.press("E")
        assert "1 would leave, 1 held back" in reviewer.text
        assert "× held back" in reviewer.text
        assert "→ leaves" in reviewer.text
        await reviewer.press("n")
        assert case.decisions.status(whole) == "ready for review"
        await reviewer.press("E", "y")
        assert "Published: 1 written, 0 unchanged, 1 held back" in reviewer.text
        assert "= is out" in reviewer.text
    assert (case.decisions.status(whole), case.decisions.status(bare)) == (
        "published", "ready for review",
    )  # fmt: skip


@pytest.mark.slow
async def test_publishing_says_where_it_went(reviewing, case):
    claim = next(row.id for row in case.corpus.claims() if "warnings" in row.quote)
    complete(case, claim)
    async with reviewing(case) as reviewer:
        await reviewer.press("E", "y")
        assert any(toast.startswith("1 written") for toast in reviewer.toasts), reviewer.toasts
        assert "Published: 1 written" in reviewer.text
    assert list((case.folder / "claims" / "published").rglob("*.md"))


@pytest.mark.slow
async def test_everything_works_by_mouse(reviewing, case):
    claim = case.corpus.claims()[1].id
    async with reviewing(case, WIDE) as reviewer:
        await reviewer.click("#claims", offset=(10, 4))
        assert reviewer.app.screen.claim_list.current.id == claim
        await reviewer.click("#candidates", offset=(10, 1))
        await reviewer.click("#do-claims-conflicts")
        assert [link.relation for link in case.decisions.links(claim)] == ["conflicts"]
        await reviewer.click("#facet-kind")
        assert "kind casualty" in reviewer.text
        await reviewer.click_on("/ Filter")
        assert reviewer.app.focused.id == "words"
        await reviewer.click_on("4 Articles")
        assert "Articles · 3" in reviewer.text
        await reviewer.click_on("1 Claims")
        assert "kind casualty" in reviewer.text


@pytest.mark.slow
async def test_a_verdict_saved_meanwhile_by_another_is_shown_and_not_overwritten(reviewing, case):
    claim = case.corpus.claims()[0].id
    async with reviewing(case) as reviewer:
        await reviewer.press("v", "1")
        await reviewer.type("Mine")
        with Case.open(case.folder, reviewer="Bo") as other:
            other.decisions.rule(claim, "false", "Theirs")
        await reviewer.press("ctrl+s")
        assert case.decisions.verdict(claim).summary == "Theirs"
        assert any("Bo saved meanwhile: false – Theirs" in toast for toast in reviewer.toasts)
        await reviewer.press("ctrl+s")
        assert case.decisions.verdict(claim).summary == "Mine"


async def test_the_verdict_form_keeps_a_draft_and_says_what_is_missing(reviewing, case):
    async with reviewing(case) as reviewer:
        await reviewer.press("v", "ctrl+s")
        assert "Pick a rating first." in reviewer.toasts
        await reviewer.press("3", "ctrl+s")
        assert any("Write a summary first" in toast for toast in reviewer.toasts)
        await reviewer.type("Half of it")
        assert "Summary · 10 of 75" in reviewer.text
        await reviewer.press("escape")
        assert "● 1 draft" in reviewer.text
        await reviewer.press("v")
        assert "Half of it" in reviewer.text
        assert "3 ● half true" in reviewer.text


@pytest.mark.slow
async def test_the_rationale_is_previewed_as_markdown(reviewing, case):
    async with reviewing(case, WIDE) as reviewer:
        await reviewer.press("v", "1", "tab")
        await reviewer.type("the **number** holds")
        await reviewer.pilot.pause(0.4)
        await reviewer.settle()
        assert "the number holds" in reviewer.text
        assert "the **number** holds" in reviewer.text


@pytest.mark.slow
@pytest.mark.parametrize(
    ("url", "opens"),
    [("https://example.org/a", True), ("javascript:alert(1)", False), ("", False)],
    ids=str,
)
async def test_a_source_is_opened_only_over_http_and_after_asking(
    reviewing, case, monkeypatch, url, opens
):
    # A correction refuses such an address; a journal that others wrote may hold one.
    monkeypatch.setattr("workbench.case.decisions._check_address", lambda _: None)
    row = case.corpus.claims()[0]
    case.decisions.correct(row.article, url=url or "x")
    case.corpus.derive_again(row.article)
    opened = []
    async with reviewing(case) as reviewer:
        reviewer.app.open_url = lambda url, **_: opened.append(url)
        await reviewer.press("o")
        assert opened == []
        assert ("Open in the browser?" in reviewer.text) is opens
        await reviewer.press("y")
        assert opened == ([url] if opens else [])


async def test_a_word_typed_right_behind_the_slash_is_no_command(reviewing, case):
    async with reviewing(case) as reviewer:
        for key, character in (("slash", "/"), *((c, c) for c in "excuz")):
            reviewer.app.post_message(events.Key(key, character))  # all before any is handled
        await reviewer.settle()
        assert reviewer.app.screen.query_one("#words", Input).value == "excuz"
        assert case.decisions.history() == []
