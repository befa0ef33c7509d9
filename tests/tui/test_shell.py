"""Starting, small terminals, other processes, and the screens beside the claims."""

import asyncio
import contextlib
import threading
import time

import pytest
from textual.events import Key

from workbench.case import Case
from workbench.case.trusting import allow

SMALL = (80, 24)
WIDE = (120, 36)


async def test_a_first_start_reads_the_seeds_by_itself(reviewing, fresh_case):
    with Case.open(fresh_case(), reviewer="Ada") as case:
        async with reviewing(case) as reviewer:
            assert "The flood killed more than 120" in reviewer.text


@pytest.mark.slow
async def test_an_empty_case_names_the_next_key(reviewing, fresh_case):
    with Case.open(fresh_case({}), reviewer="Ada") as case:
        async with reviewing(case) as reviewer:
            assert "No claims yet. Press 5 to import articles." in reviewer.text
            await reviewer.press("c", "v", "n", "y", "w", "e", "z", "enter", "space")


@pytest.mark.parametrize(
    "size",
    [
        (40, 10),
        *(pytest.param(size, marks=pytest.mark.slow) for size in [(59, 24), (80, 14), (20, 5)]),
    ],
    ids=str,
)
async def test_a_small_terminal_says_what_is_needed_and_recovers(reviewing, case, size):
    async with reviewing(case, size) as reviewer:
        assert f"Needs 60×15, has {size[0]}×{size[1]}" in " ".join(reviewer.text.split())
        assert "Claims" not in reviewer.text
        await reviewer.press("c", "v", "z", "f", "j")
        await reviewer.pilot.resize_terminal(80, 24)
        await reviewer.settle()
        assert "The flood killed more than 120" in reviewer.text
        await reviewer.press("j")
        assert reviewer.app.screen.claim_list.cursor == 1


async def test_what_another_process_decides_appears_without_losing_the_place(reviewing, case):
    rows = case.corpus.claims()
    async with reviewing(case) as reviewer:
        await reviewer.press("j", "j")
        with Case.open(case.folder, reviewer="Bo") as other:
            other.decisions.rule(rows[0].id, "false", "Bo was here")
        await reviewer.pilot.pause(0.8)
        await reviewer.settle()
        assert "1 ruled" in reviewer.text
        assert reviewer.app.screen.claim_list.current.id == rows[2].id


@pytest.mark.slow
async def test_an_article_is_corrected_and_the_correction_undone(reviewing, case):
    async with reviewing(case) as reviewer:
        await reviewer.press("4", "m", "tab")
        await reviewer.type("Arda Courier")
        await reviewer.press("ctrl+s")
        assert "Arda Courier" in reviewer.text
        await reviewer.press("z", "y")
        assert any(toast.startswith("Undone: publisher Arda Courier") for toast in reviewer.toasts)


@pytest.mark.slow
async def test_an_import_shows_its_report(reviewing, case, tmp_path):
    new = tmp_path / "late edition.txt"
    new.write_text("Late edition\n\nThe minister resigned on 7 March 2024.\n", encoding="utf-8")
    async with reviewing(case) as reviewer:
        await reviewer.press("5")
        await reviewer.type(f"'{new}' '{tmp_path / 'none.txt'}'")
        await reviewer.press("enter")
        assert "+ imported" in reviewer.text
        assert "× refused" in reviewer.text
        await reviewer.press("1", "slash")
        await reviewer.type("resigned")
        assert "The minister resigned" in reviewer.text


@pytest.mark.slow
async def test_history_lists_what_was_decided(reviewing, case):
    async with reviewing(case) as reviewer:
        await reviewer.press("enter", "c", "6")
        assert "Ada" in reviewer.text
        assert "corroborates" in reviewer.text
        assert "An estimated 120 people have been killed" in reviewer.text


@pytest.mark.slow
async def test_help_is_about_the_focused_pane(reviewing, case):
    async with reviewing(case) as reviewer:
        await reviewer.press("question_mark")
        assert (
            "Link the candidate as corroborating" in reviewer.text
            or "Filter as you type" in reviewer.text
        )
        await reviewer.press("escape")
        assert "The flood killed" in reviewer.text


@pytest.mark.slow
async def test_the_palette_runs_an_action_of_another_screen(reviewing, case):
    async with reviewing(case) as reviewer:
        await reviewer.press("4", "ctrl+p")
        await reviewer.type("next open")
        await reviewer.press("enter")
        assert reviewer.app.screen.claim_list.cursor == 1


async def test_a_click_on_the_status_line_lists_every_action(reviewing, case):
    async with reviewing(case, WIDE) as reviewer:
        await reviewer.click("StatusLine")
        await reviewer.type("saved filters")
        assert "Claims: Saved filters (p)" in reviewer.text


@pytest.mark.slow
async def test_the_settings_file_gives_an_action_another_key(reviewing, case, template, tmp_path):
    case.close()
    (case.folder / "workbench.toml").write_text(
        '[keys]\n"claims.corroborates" = "o"\n', encoding="utf-8"
    )
    allow(case.folder)
    with Case.open(case.folder, reviewer="Ada") as again:
        async with reviewing(again, WIDE) as reviewer:
            await reviewer.press("enter", "c")
            assert again.decisions.links(again.corpus.claims()[0].id) == []
            await reviewer.press("o")
            assert len(again.decisions.links(again.corpus.claims()[0].id)) == 1


async def test_a_decision_that_waits_when_the_program_is_left_is_made(reviewing, case):
    """The thread of the case is busy; the link is asked for, and at once the program's end."""
    free = threading.Event()
    async with reviewing(case, WIDE) as reviewer:
        await reviewer.settle()
        claim = reviewer.app.claim.id
        busy = asyncio.ensure_future(reviewer.app.desk.do(free.wait, 30))
        await reviewer.pilot.press("c", "q")
        threading.Timer(0.3, free.set).start()
        with contextlib.suppress(asyncio.CancelledError):
            await busy
    with Case.open(case.folder, reviewer="Ada") as again:
        assert [link.relation for link in again.decisions.links(claim)] == ["corroborates"]


async def test_the_claims_on_top_are_listed_before_the_rest_is_read(reviewing, case, monkeypatch):
    monkeypatch.setattr("workbench.case.corpus.FEW", 3)
    top, whole = case.corpus.first_claims()
    assert (top, whole) == (case.corpus.claims()[:3], False)
    for row in top:
        case.decisions.rule(row.id, "true", "It was counted.")
    async with reviewing(case) as reviewer:
        screen = reviewer.app.screen
        assert [row.id for row in screen.claim_list.rows] == [c.id for c in case.corpus.claims()]
        assert screen.claim_list.current == case.corpus.claims()[3], "the first open one"
        assert "8 claims, 3 ruled" in reviewer.text
    monkeypatch.setattr("workbench.case.corpus.FEW", 100)
    assert case.corpus.first_claims() == (case.corpus.claims(), True)


TYPED_AHEAD = [
    ("v2Zwolf dead", "mostly true", "Zwolf dead"),
    ("v3Costs 30 e", "half true", "Costs 30 e"),
    ("jv1Zz 3 qE", "true", "Zz 3 qE"),
]


@pytest.mark.parametrize(("keys", "rating", "summary"), TYPED_AHEAD)
async def test_what_is_typed_behind_a_key_that_opens_a_form_belongs_to_the_form(
    reviewing, case, keys, rating, summary
):
    rows = case.corpus.claims()
    claim = rows[1 if keys.startswith("j") else 0].id
    async with reviewing(case) as reviewer:
        for key in keys:
            reviewer.app.post_message(Key("space" if key == " " else key, key))
        await reviewer.settle()
        draft = reviewer.app.drafts[claim]
        assert (draft.rating, draft.summary) == (rating, summary)
        assert reviewer.toasts == []
    assert not case.decisions.history()


async def test_a_letter_beside_the_fields_of_a_form_decides_nothing(reviewing, case):
    claim = case.corpus.claims()[0].id
    case.decisions.rule(claim, "true", "It holds", "")
    async with reviewing(case) as reviewer:
        await reviewer.press("v", "z", "Z", "e", "E")
        assert reviewer.toasts == []
        assert "Rating" in reviewer.text
    assert case.decisions.verdict(claim).rating == "true"


async def test_keys_typed_while_the_machine_is_slow_stay_in_order(reviewing, case, monkeypatch):
    article = case.corpus.article
    monkeypatch.setattr(case.corpus, "article", lambda id: (time.sleep(0.3), article(id))[1])
    claim = case.corpus.claims()[2].id
    async with reviewing(case) as reviewer:
        for key in "jjv4Still 2 open":
            reviewer.app.post_message(Key("space" if key == " " else key, key))
        await reviewer.settle()
        assert reviewer.app.drafts[claim].summary == "Still 2 open"
