"""Render SVG screenshots of the real program on the five articles into docs/images/.

    python docs/make_screenshots.py [FOLDER]

Works on a copy of the repository's case, so that nothing is written into it.
"""

import asyncio
import re
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from textual.pilot import Pilot

from workbench.case import Case
from workbench.tui.app import WorkbenchApp

WEB_FONTS = re.compile(r"@font-face \{[^}]*\}\s*")
"""The pictures load nothing from anywhere: the reader's own monospace font will do."""
ROOT = Path(__file__).resolve().parent.parent
SIZES = ((80, 24), (120, 36), (200, 60))
CASUALTIES = ["f", "slash", *"13,000", "enter"]
SHOTS: tuple[tuple[str, Sequence[str]], ...] = (
    ("claims", []),
    ("candidates", [*CASUALTIES, "enter"]),
    ("filter", ["slash", *"casualt !pentagon"]),
    ("verdict",
     [*CASUALTIES, "enter", "c", "v", "2", *"About 13,000 dead by early 2020.", "enter",
      *"The **UN** counted 13,000."]),
    ("gate", [*CASUALTIES, "enter", "c", "v", "2", *"About 13,000 dead by early 2020.", "ctrl+s"]),
    ("passage", [*CASUALTIES, "tab", "l", "l", "L"]),
    ("facets", ["slash", *"kind:denial after:2020"]),
    ("evidence", [*CASUALTIES, "enter", "enter"]),
    ("conflicts", ["2"]),
    ("figures", ["3", *"people killed", "enter", "j"]),
    ("plot", ["3", *"people killed", "enter", "j", "p"]),
    ("articles", ["4"]),
    ("import", ["5"]),
    ("history", [*CASUALTIES, "enter", "c", "c", "6"]),
    ("review", ["7"]),
    ("settings", ["8"]),
    ("keys", ["8", "slash", *"claims.verdict", "enter", "enter", "x"]),
    ("jump", ["semicolon"]),
    ("guide", ["f1"]),
    ("order", [*CASUALTIES, "enter", "c", "t", "v", "semicolon", "g", "J"]),
    ("light", ["ctrl+t"]),
    ("high-contrast", ["ctrl+t", "ctrl+t"]),
    ("help", ["question_mark"]),
    ("palette", ["ctrl+p"]),
)  # fmt: skip
"""(name, keys pressed before the picture)."""


async def settle(pilot: Pilot[None]) -> None:
    """Wait until neither the case nor the screen has anything to do."""
    app = pilot.app
    for _ in range(40):
        await pilot.pause(0.1)
        if isinstance(app, WorkbenchApp) and not app.desk.waiting:
            break
    await pilot.pause(0.3)


def prepare(case_folder: Path) -> None:
    """The repository's case, read once, with two verdicts that wait for a second review."""
    shutil.copytree(ROOT / "seeds", case_folder / "seeds")
    if (ROOT / "claims").is_dir():
        shutil.copytree(ROOT / "claims", case_folder / "claims")
    with Case.open(case_folder, reviewer="example reviewer 1") as case:
        case.corpus.sync()
        rows = case.corpus.claims()
        for row in [row for row in rows if not row.rating and "denial" in row.kinds][:2]:
            for found in case.matching.candidates(row.id, top=2):
                relation = found.relation or "context"
                case.decisions.link(row.id, found.article, found.start, found.end, relation)
            case.decisions.rule(row.id, "unproven", "What the sources say does not settle it.")


async def shoot(
    case_folder: Path, folder: Path, name: str, size: tuple[int, int], keys: Sequence[str]
) -> None:
    """One picture of one screen at one size, from a fresh copy of the case."""
    with tempfile.TemporaryDirectory() as scratch:
        copy = Path(scratch) / "ukraine-desk"
        shutil.copytree(case_folder, copy)
        with Case.open(copy, reviewer="Ada Reyes") as case:
            app = WorkbenchApp(case)
            async with app.run_test(size=size) as pilot:
                await settle(pilot)
                for key in ("space" if key == " " else key for key in keys):
                    await pilot.press(key)
                    await settle(pilot) if len(key) > 1 or key in "cxtvzn1234567" else None
                await settle(pilot)
                svg = WEB_FONTS.sub("", app.export_screenshot(title="workbench"))
    (folder / f"{name}-{size[0]}x{size[1]}.svg").write_text(svg, encoding="utf-8")


def main() -> None:
    """All screens at all sizes."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "images"
    wanted = sys.argv[2:]
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        case_folder = Path(scratch) / "case"
        prepare(case_folder)
        for name, keys in SHOTS:
            for size in SIZES:
                if not wanted or f"{name}-{size[0]}x{size[1]}" in wanted:
                    asyncio.run(shoot(case_folder, folder, name, size, keys))


if __name__ == "__main__":
    main()
