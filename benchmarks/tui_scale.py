"""The terminal UI on 100,000 claims against 100, and against an empty Textual app.

    python benchmarks/tui_scale.py [CLAIMS]

Prints one line a measure: start to the first list, a key's handling, typing in
the filter, memory. The case is a small real one whose list of claims is replaced
by made-up rows, so that the screen is measured and not the catalogue.
"""

import asyncio
import resource
import statistics
import sys
import tempfile
import time
from pathlib import Path

from textual import events
from textual.app import App
from textual.pilot import Pilot

from workbench.case import Case, ClaimRow
from workbench.tui.app import WorkbenchApp

WORDS = ("flood", "dam", "valley", "ministry", "warned", "killed", "people", "rescuers", "report")
SIZE = (120, 36)


def made_up(count: int, real: ClaimRow) -> list[ClaimRow]:
    """Rows that differ in text and id; all lead to one real article."""
    rows = []
    for n in range(count):
        words = " ".join(WORDS[(n * k) % len(WORDS)] for k in (1, 3, 5, 7, 11))
        quote = f"Claim {n}: {words} {n * 37 % 1000} in the valley, an official said."
        fields = {name: getattr(real, name) for name in ClaimRow.__slots__}
        rows.append(
            ClaimRow(
                **{**fields, "id": f"{n:016x}", "quote": quote, "score": 100 - 100 * n / count}
            )
        )
    return rows


async def empty_start() -> float:
    """Seconds until an empty Textual app has painted."""
    started = time.perf_counter()
    async with App().run_test(size=SIZE) as pilot:
        await pilot.pause()
        return time.perf_counter() - started


async def measure(case: Case, rows: list[ClaimRow], id: str) -> dict[str, float]:
    """Start, keys and typing on these rows."""
    case.corpus.claims = lambda where=None: rows  # type: ignore[method-assign]
    real = case.corpus.claim
    case.corpus.claim = lambda _: real(id)  # type: ignore[method-assign]
    case.decisions.links = lambda claim: []  # type: ignore[method-assign]
    case.decisions.verdict = lambda claim: None  # type: ignore[method-assign]
    case.matching.candidates = lambda claim, top=20: []  # type: ignore[method-assign]
    app = WorkbenchApp(case)
    started = time.perf_counter()
    async with app.run_test(size=SIZE) as pilot:
        while not app.screen.query("#claims") or not app.screen.claim_list.rows:  # type: ignore
            await asyncio.sleep(0.005)
        await pilot.pause()
        begun = time.perf_counter() - started
        await pilot.pause(1.0)
        keys = [await timed(pilot, key) for key in ["j"] * 30 + ["ctrl+d"] * 10 + ["G", "g"] * 5]
        await pilot.press("slash")
        lags = await lags_while_typing(app, "valley killed 37")
    return {
        "start": begun,
        "key": statistics.median(keys),
        "lag p95": sorted(lags)[int(len(lags) * 0.95)],
        "lag": max(lags),
    }


async def lags_while_typing(app: WorkbenchApp, words: str) -> list[float]:
    """How long the screen kept a 2 ms clock waiting while words were typed at 7 keys a second."""
    lags: list[float] = []

    async def clock() -> None:
        while True:
            started = time.perf_counter()
            await asyncio.sleep(0.002)
            lags.append(time.perf_counter() - started - 0.002)

    ticking = asyncio.create_task(clock())
    for char in words:
        app.post_message(events.Key("space" if char == " " else char, char))
        await asyncio.sleep(0.15)
    await asyncio.sleep(1)
    ticking.cancel()
    return lags


async def timed(pilot: Pilot[None], key: str) -> float:
    started = time.perf_counter()
    await pilot.press("space" if key == " " else key)
    return time.perf_counter() - started


def main() -> None:
    """All measures, as ratios where the goal is one."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as scratch:
        seeds = Path(scratch) / "seeds"
        seeds.mkdir()
        (seeds / "a.txt").write_text(
            "Flood\n\nMon Mar 04 2024\n\nThe flood killed 120 people, the ministry said.\n"
        )
        with Case.open(Path(scratch), reviewer="bench") as case:
            case.corpus.sync()
            real = case.corpus.claims()[0]
            asyncio.run(empty_start())
            empty = min(asyncio.run(empty_start()) for _ in range(3))
            few = asyncio.run(measure(case, made_up(100, real), real.id))
            many = asyncio.run(measure(case, made_up(count, real), real.id))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"start to first list, {count:,} claims: {many['start']:.2f} s = "
        f"{many['start'] / empty:.1f} × an empty app ({empty:.2f} s)"
    )
    print(f"  with 100 claims: {few['start']:.2f} s = {few['start'] / empty:.1f} ×")
    print(
        f"key press to repaint, median: {many['key'] * 1000:.0f} ms, with 100 claims "
        f"{few['key'] * 1000:.0f} ms = {many['key'] / few['key']:.1f} ×"
    )
    for rows, found in ((count, many), (100, few)):
        slow, p95 = found["lag"] * 1000, found["lag p95"] * 1000
        print(
            f"typing in the filter, {rows:,} claims: busy p95 {p95:.0f} ms, longest {slow:.0f} ms"
        )
    print(f"memory at the highest: {memory:.0f} MB")


if __name__ == "__main__":
    main()
