"""Texts without an end: of however long an article, a window is laid out and painted.

Characters that are looked at are counted, not seconds: ten times the text has to be no more
work for the first paint, nor for going to its end and back.
"""

import pytest

from workbench.case import Case
from workbench.tui import flow, text
from workbench.tui.widgets import reader

TEXTS = {
    "a megabyte without a space": "x" * 1_000_000,
    "combining marks": "a" + "\u0301" * 200_000,
    "short lines": "no\n" * 100_000,
    "empty lines": "\n" * 100_000,
    "CJK and emoji": "漢字😀👩‍👩‍👧" * 25_000,
    "spaces": " " * 200_000,
    "zero-width characters": "\u200b" * 200_000,
    "controls": "\x1b[31m\u202e" * 40_000,
}


@pytest.fixture
def looked_at(monkeypatch):
    """How many characters were made visible or measured so far, in a list of one."""
    count = [0]

    def counting(function):
        def counted(text):
            count[0] += len(text)
            return function(text)

        return counted

    monkeypatch.setattr(text, "visible", counting(text.visible))
    monkeypatch.setattr(reader, "visible", counting(reader.visible))
    for module in (text, flow, reader):
        if hasattr(module, "cells_of"):
            monkeypatch.setattr(module, "cells_of", counting(module.cells_of))
    return count


@pytest.mark.parametrize("name", TEXTS)
async def test_only_a_window_of_a_long_text_is_laid_out(reviewing, case, looked_at, name):
    async with reviewing(case, (120, 36)) as reviewer:
        shown = reviewer.app.screen.reader
        work = []
        for whole in (TEXTS[name][: len(TEXTS[name]) // 10], TEXTS[name]):
            article = f"12 people died.\n{whole}"
            looked_at[0] = 0
            shown.show_text("", article, [(0, 15, "claim")], 0)
            lines = [shown.render_line(y) for y in range(36)]
            assert any("12 people died." in line.text for line in lines)
            assert any(line.text.startswith("▶") for line in lines)
            await reviewer.press("tab", "G", "ctrl+u", "g", "ctrl+d", "shift+tab")
            work.append(looked_at[0] + shown.virtual_size.height)
        assert work[1] < 2 * work[0]


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(TEXTS.keys() - {"CJK and emoji"}))  # no English, no claim
async def test_a_case_with_a_long_text_opens_on_every_screen(reviewing, fresh_case, name):
    folder = fresh_case({"long.txt": f"12 people died in Arda, he said.\n{TEXTS[name]}"})
    with Case.open(folder, reviewer="Ada") as case:
        case.corpus.sync()
        async with reviewing(case, (120, 36)) as reviewer:
            assert "12 people died" in reviewer.text
            await reviewer.press("enter", "v", "escape", "escape", "4")
            assert "12 people died" in reviewer.text
            await reviewer.press("tab", "G", "g", "3", "2", "1", "d", "escape")
            assert "12 people died" in reviewer.text
