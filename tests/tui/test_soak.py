"""Random keys, clicks and resizes: nothing breaks, and the store verifies afterwards.

SOAK_SEEDS and SOAK_STEPS make it longer: `SOAK_SEEDS=0-19 SOAK_STEPS=10000 pytest -m slow
tests/tui/test_soak.py`. A failing seed is repeated by its number.
"""

import os
import random

import pytest
from textual.pilot import OutOfBounds, WaitForScreenTimeout

from workbench.case import Case
from workbench.tui.actions import ACTIONS

LEAVES = {"q"}
KEYS = sorted(
    {key for action in ACTIONS for key in action.keys.split(",")} - LEAVES
    | {*"23456789abx0 é[]", "enter", "tab", "shift+tab", "backspace", "left", "right", "ctrl+a"}
)
SIZES = ((80, 24), (120, 36), (60, 15), (40, 10), (200, 60), (79, 23), (119, 20))


def seeds() -> range:
    """The seeds asked for: `7`, or `0-19`."""
    first, _, last = os.environ.get("SOAK_SEEDS", "0-2").partition("-")
    return range(int(first), int(last or first) + 1)


STEPS = int(os.environ.get("SOAK_STEPS", "1200"))
"""Keys, clicks and resizes of one seed."""


@pytest.mark.slow
@pytest.mark.parametrize("seed", seeds())
async def test_random_keys_and_sizes_never_break_it(reviewing, seeds_folder, seed):
    with Case.open(seeds_folder, reviewer="Ada") as case:
        await soak(reviewing, case, seed, STEPS)
    with Case.open(seeds_folder, reviewer="Ada") as again:
        assert again.decisions.verify() == []


async def step(reviewer, chance):
    """A few keys, now and then a click or another size."""
    kind = chance.random()
    if kind < 0.02:
        await reviewer.pilot.resize_terminal(*chance.choice(SIZES))
    elif kind < 0.08:
        size = reviewer.app.size
        place = (chance.randrange(size.width), chance.randrange(size.height))
        await reviewer.pilot.click(offset=place)
    else:
        await reviewer.pilot.press(*chance.choices(KEYS, k=chance.randrange(1, 5)))


async def soak(reviewing, case, seed, steps):
    """That many steps, most of them keys, as the seed has it."""
    chance = random.Random(seed)
    async with reviewing(case, (80, 24)) as reviewer:
        for _ in range(steps):
            if reviewer.app.return_code is not None:
                return  # the settings gave another key to leaving, and it was pressed
            try:
                await step(reviewer, chance)
            except OutOfBounds:
                continue
            except WaitForScreenTimeout:  # half a minute: a machine that slept, or a hang
                await reviewer.pilot.pause()
        await reviewer.pilot.resize_terminal(80, 24)
        await reviewer.settle()
        assert reviewer.text.strip()
