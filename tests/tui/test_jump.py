"""Jump mode: letters on the panes, by key and by mouse, on every screen."""

import pytest

from workbench.tui.screens.jump import LETTERS, JumpLetter

SIZES = pytest.mark.parametrize("size", [(80, 24), (120, 36)], ids=str)
SCREENS = {
    "claims": (), "conflicts": ("2",), "figures": ("3",), "articles": ("4",),
    "import": ("5",), "history": ("6",), "review": ("7",), "evidence": ("enter", "enter"),
    "verdict": ("v",), "revisions": ("4", "r"),
}  # fmt: skip


@SIZES
async def test_a_letter_moves_the_focus_to_its_pane(reviewing, case, size):
    async with reviewing(case, size) as reviewer:
        screen = reviewer.app.screen
        await reviewer.press("semicolon")
        targets = reviewer.app.screen.targets
        letter = next(key for key, target in targets.items() if target.id == "article")
        assert f" {letter.upper()} " in reviewer.text
        assert "Jump: the letter of a pane" in reviewer.text
        await reviewer.press(letter)
        assert reviewer.app.screen is screen
        assert screen.reader.has_focus


@pytest.mark.slow
@pytest.mark.parametrize("name", SCREENS)
async def test_every_screen_has_letters_for_all_that_takes_the_focus(reviewing, case, name):
    async with reviewing(case, (120, 36)) as reviewer:
        await reviewer.press(*SCREENS[name])
        screen = reviewer.app.screen
        assert name == screen.SCOPE
        await reviewer.press("ctrl+g")
        targets = reviewer.app.screen.targets
        assert list(targets.values()) == screen.focus_chain
        letter, target = list(targets.items())[-1]
        places = [widget.region.offset for widget in reviewer.app.screen.query(JumpLetter)]
        assert places == [target.region.offset for target in targets.values()]
        await reviewer.press(letter)
        assert target.has_focus


async def test_other_keys_leave_and_do_nothing_else(reviewing, case):
    async with reviewing(case) as reviewer:
        before = reviewer.app.screen.claim_list
        await reviewer.press("semicolon", "q")
        assert before.has_focus
        await reviewer.press("semicolon", "escape", "j")
        assert before.cursor == 1


async def test_a_click_on_a_letter_goes_there(reviewing, case):
    async with reviewing(case) as reviewer:
        screen = reviewer.app.screen
        await reviewer.press("semicolon")
        letters = {widget.letter: widget for widget in reviewer.app.screen.query(JumpLetter)}
        wanted = next(k for k, t in reviewer.app.screen.targets.items() if t.id == "article")
        await reviewer.click(letters[wanted], offset=(1, 0))
        assert screen.reader.has_focus


async def test_a_resize_takes_the_letters_away(reviewing, case):
    async with reviewing(case, (120, 36)) as reviewer:
        screen = reviewer.app.screen
        await reviewer.press("semicolon")
        await reviewer.pilot.resize_terminal(80, 24)
        await reviewer.settle()
        assert reviewer.app.screen is screen


def test_no_letter_comes_twice():
    assert len(set(LETTERS)) == len(LETTERS)
    assert "q" not in LETTERS
