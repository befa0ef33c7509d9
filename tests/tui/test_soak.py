"""Random keys, clicks and resizes: nothing breaks, and the store verifies afterwards."""

import random

import pytest
from textual.pilot import OutOfBounds

from workbench.case import Case
from workbench.tui.actions import ACTIONS

LEAVES = {"q"}
KEYS = sorted(
    {key for action in ACTIONS for key in action.keys.split(",")} - LEAVES
    | {*"23456789abx0 é[]", "enter", "tab", "shift+tab", "backspace", "left", "right", "ctrl+a"}
)
SIZES = ((80, 24), (120, 36), (60, 15), (40, 10), (200, 60), (79, 23), (119, 20))


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(3))
async def test_random_keys_and_sizes_never_break_it(reviewing, case, seed):
    await soak(reviewing, case, seed, 400)
    case.close()
    with Case.open(case.folder, reviewer="Ada") as again:
        assert again.decisions.verify() == []


async def soak(reviewing, case, seed, steps):
    """Steps of a seeded run; a failing one is repeated by its seed."""
    chance = random.Random(seed)
    async with reviewing(case, (80, 24)) as reviewer:
        for _ in range(steps):
            kind = chance.random()
            if kind < 0.03:
                await reviewer.pilot.resize_terminal(*chance.choice(SIZES))
            elif kind < 0.10:
                size = reviewer.app.size
                place = (chance.randrange(size.width), chance.randrange(size.height))
                try:
                    await reviewer.pilot.click(offset=place)
                except OutOfBounds:
                    continue
            else:
                await reviewer.pilot.press(*chance.choices(KEYS, k=3))
        await reviewer.pilot.resize_terminal(80, 24)
        await reviewer.settle()
        assert reviewer.text.strip()
