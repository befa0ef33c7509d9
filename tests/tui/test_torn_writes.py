"""The power fails while somebody works on the screens: what read "saved" is there."""

import random
import shutil
import sys
from pathlib import Path

import pytest

from tests.edges.store.losing import Disk, everything, nothing, some
from workbench.case import Case
from workbench.tui.app import WorkbenchApp

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the shim asks /proc")
DRAFT = '[publication]\nprofile = "draft"\n'
"""Settings in which bare verdicts leave."""


@pytest.fixture
def disk(template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Disk:
    """A case whose `claims/` forgets; whenever a screen says "saved", that is noted."""
    folder = tmp_path / "arda"
    shutil.copytree(template, folder)
    shutil.rmtree(folder / "claims", ignore_errors=True)
    (folder / "claims").mkdir()
    (folder / "workbench.toml").write_text(DRAFT)
    disk, tell = Disk(folder / "claims"), WorkbenchApp.tell_saved

    def telling(app: WorkbenchApp) -> None:
        tell(app)
        if "saved" in app.standing.saved:
            disk.told(app.case.decisions.head())

    monkeypatch.setattr(WorkbenchApp, "tell_saved", telling)
    return disk


async def a_morning(reviewing, disk: Disk) -> None:
    """Two verdicts, a note taken back, and both published as one group."""
    with disk.watching(), Case.open(disk.root.parent, reviewer="Ada") as case:
        async with reviewing(case) as reviewer:
            await reviewer.press("v", "1")
            await reviewer.type("It was counted")
            await reviewer.press("ctrl+s", "escape", "n", "v", "5")
            await reviewer.type("It was not")
            await reviewer.press("ctrl+s", "escape", "E", "y", "escape")
        assert len(case.decisions.verdicts()) == 2
        assert len(case._parts.store.query("publication")) == 2


def holds(disk: Disk, step: int) -> None:
    """What has to be true of the case after a cut at a step."""
    told = [what[1] for what in disk.steps[:step] if what[0] == "told" and what[1]]
    with Case.open(disk.root.parent, reviewer="Bo") as case:
        assert not case.read_only, case.take_notices()
        known = {change.hash for change in case.decisions.history()}
        assert not told or told[-1] in known, (step, case.take_notices())
        assert len(case._parts.store.query("publication")) in {0, 2}
        claim = case.corpus.claims()[2].id
        case.decisions.rule(claim, "true", "It was counted again.")
        assert case.decisions.verify() == []


async def test_what_a_screen_calls_saved_survives_any_moment(reviewing, disk: Disk) -> None:
    await a_morning(reviewing, disk)
    told = {what[1] for what in disk.steps if what[0] == "told"}
    assert len(told) >= 4  # nothing yet, a verdict, another one, both published
    for step in range(0, len(disk.steps) + 1, 7):
        chance = random.Random(step)
        for keep in (nothing, everything, some(chance)):
            disk.put_back(disk.after(step, keep, chance))
            holds(disk, step)


async def test_a_program_that_does_not_sync_is_found_out(
    reviewing, disk: Disk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Disk, "_fsync", lambda self, real, fd: real(fd))
    await a_morning(reviewing, disk)
    disk.put_back(disk.after(len(disk.steps), nothing, random.Random(1)))
    with pytest.raises(AssertionError):
        holds(disk, len(disk.steps))
