"""The first run: led through a first claim, by whatever way the reviewer takes."""

import pytest

from workbench.case import Case
from workbench.tui.actions import ACTIONS, keyed
from workbench.tui.guide import PLACE, STEPS, Guide
from workbench.tui.widgets.guide_line import GuideLine

SIZES = pytest.mark.parametrize(
    "size", [(80, 24), pytest.param((120, 36), marks=pytest.mark.slow)], ids=str
)


@SIZES
async def test_a_new_reviewer_is_led_from_the_first_claim_to_a_verdict(reviewing, fresh_case, size):
    with Case.open(fresh_case(), reviewer="Ada") as case:
        async with reviewing(case, size) as reviewer:
            await reviewer.settle()
            assert "➤ 1/6 These are the claims" in reviewer.text
            await reviewer.press("j")
            assert "➤ 2/6 enter shows what else" in reviewer.text
            await reviewer.press("enter")
            assert "➤ 3/6 Link what bears on it: c corroborates" in reviewer.text
            await reviewer.press("c")
            assert "➤ 4/6 v opens the verdict" in reviewer.text
            await reviewer.press("v")
            assert "➤ 5/6 A digit picks the rating" in reviewer.text
            await reviewer.press("1")
            await reviewer.type("It holds")
            await reviewer.press("ctrl+s", "escape")
            assert "➤ 6/6 Done, and on the disk" in reviewer.text
            await reviewer.press("f1")
            assert "➤" not in reviewer.text


async def test_who_goes_ahead_is_not_held_back(reviewing, fresh_case):
    with Case.open(fresh_case(), reviewer="Ada") as case:
        async with reviewing(case) as reviewer:
            await reviewer.press("v")
            assert "➤ 5/6" in reviewer.text


async def test_a_click_ends_the_guide_and_the_palette_begins_it(reviewing, fresh_case):
    with Case.open(fresh_case(), reviewer="Ada") as case:
        async with reviewing(case, (120, 36)) as reviewer:
            await reviewer.click(GuideLine)
            assert "➤" not in reviewer.text
            await reviewer.press("ctrl+p")
            await reviewer.type("led through a first claim")
            await reviewer.press("enter")
            assert "➤ 1/6" in reviewer.text


async def test_who_has_decided_before_is_not_led(reviewing, case, fresh_case):
    async with reviewing(case) as reviewer:
        assert "➤" not in reviewer.text, "the case was open here before"
    with Case.open(fresh_case(), reviewer="Ada") as fresh:
        fresh.corpus.sync()
        fresh.reviewing.note(fresh.corpus.claims()[0].id, "Seen.")
        fresh.forget_derived(fresh.folder)
        fresh.close()
        with Case.open(fresh.folder, reviewer="Ada") as again:
            async with reviewing(again) as reviewer:
                assert "The flood killed" in reviewer.text
                assert "➤" not in reviewer.text


@SIZES
async def test_the_guide_starts_in_a_case_made_by_an_import_and_says_where_the_article_is(
    reviewing, fresh_case, size
):
    with Case.open(fresh_case(), reviewer="Ada") as case:
        case.corpus.sync()
        async with reviewing(case, size) as reviewer:
            assert "➤ 1/6 These are the claims" in reviewer.text
            assert ("the article beside them" in reviewer.text) is (size[0] >= 120)
            await reviewer.pilot.resize_terminal(*((80, 24) if size[0] >= 120 else (120, 36)))
            await reviewer.settle()
            assert ("the article below" in " ".join(reviewer.text.split())) is (size[0] >= 120)
        async with reviewing(case, size) as reviewer:
            assert "➤" not in reviewer.text, "once is enough"


@SIZES
async def test_whose_login_is_all_that_is_known_is_asked_for_a_name_once(
    reviewing, fresh_case, size, monkeypatch
):
    monkeypatch.delenv("WORKBENCH_REVIEWER", raising=False)
    folder = fresh_case()
    with Case.open(folder) as case:
        login = case.reviewer
        async with reviewing(case, size) as reviewer:
            assert "Who are you?" in reviewer.text
            assert login in reviewer.text
            await reviewer.press("ctrl+u")
            await reviewer.type("Mira Sand")
            await reviewer.press("enter")
            assert "│ Mira Sand │" in reviewer.text
            await reviewer.press("v", "1")
            await reviewer.type("It holds")
            await reviewer.press("ctrl+s")
        assert {change.by for change in case.decisions.history()} == {"Mira Sand"}
    with Case.open(folder) as again:
        assert again.reviewer == "Mira Sand"
        async with reviewing(again, size) as reviewer:
            assert "Who are you?" not in reviewer.text


async def test_who_does_not_say_a_name_is_not_asked_again(reviewing, fresh_case, monkeypatch):
    monkeypatch.delenv("WORKBENCH_REVIEWER", raising=False)
    folder = fresh_case()
    for asked in (True, False):
        with Case.open(folder) as case:
            async with reviewing(case) as reviewer:
                assert ("Who are you?" in reviewer.text) is asked
                if asked:
                    await reviewer.press("escape")


def test_steps_name_keys_of_the_registry_as_they_are_bound():
    ids = {action.id for action in ACTIONS}
    for step in STEPS:
        shown = keyed(step.words, {})
        assert "<" not in shown.replace(PLACE, "")
        assert shown != step.words
    assert keyed("<claims.verdict> or <no.action>", {"claims.verdict": "V,f5"}) == (
        "V or <no.action>"
    )
    assert "claims.verdict" in ids


def test_steps_go_forward_only():
    guide = Guide()
    assert not guide.did("moved")
    guide.begin()
    assert guide.did("linked")
    assert guide.at == 3
    assert not guide.did("moved")
    assert not guide.did("")
    assert guide.did("ruled")
    assert guide.step is STEPS[-1]
