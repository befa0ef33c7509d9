"""An import that is killed anywhere goes on where it stopped, to the same case."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from workbench.case import Case

TEXT = (
    "Floods hit Aville for day {n}\n\nAt least {n} people died in Aville on March 3, 2021, "
    "the ministry said.\n\nThe governor denied that {n} houses were empty. On Monday, Ben Obe "
    "accused the council of hiding {n} reports.\n"
)
FORMATS = ("markdown", "html", "claimreview", "csv")
DAY = "2024-05-08"
MOST_TRIES = 4
"""Tries for each kill: an import may end before it."""

AT_STEP = """
import os, signal, sys
from pkgutil import resolve_name
where, name, number, when, *command = sys.argv[1:]
target = resolve_name(where)
real, calls = getattr(target, name), []
def step(*arguments, **named):
    calls.append(name)
    if len(calls) == int(number) and when == "before":
        os.kill(os.getpid(), signal.SIGKILL)
    result = real(*arguments, **named)
    if len(calls) == int(number):
        os.kill(os.getpid(), signal.SIGKILL)
    return result
setattr(target, name, step)
sys.argv = ["workbench", *command]
from workbench.cli import main
main()
"""
"""A program that ends itself at the nth call of a step, as a kill would."""

STEPS = [
    ("os", "utime", 3, "before"),
    ("os", "link", 2, "after"),
    ("workbench.edges.store.tiny:TinyStore", "put_many", 1, "after"),
    ("workbench.edges.index.embedded:EmbeddedIndex", "commit", 1, "after"),
    ("workbench.edges.catalog:Catalog", "commit", 1, "before"),
    ("workbench.edges.catalog:Catalog", "commit", 1, "after"),
]


def sources(folder: Path, files: int, rows: int) -> list[str]:
    """A folder of files and a batch file, with a duplicate and bad inputs among them."""
    news = folder / "news"
    news.mkdir()
    for n in range(files):
        (news / f"{n:03}.txt").write_text(TEXT.format(n=n + 20), encoding="utf-8")
    (news / "twin.txt").write_text(TEXT.format(n=21), encoding="utf-8")
    (news / "empty.txt").write_text("", encoding="utf-8")
    lines = [json.dumps({"id": f"r{n}", "text": TEXT.format(n=n)}) for n in range(500, 500 + rows)]
    (folder / "batch.jsonl").write_text("\n".join([*lines, "{broken", lines[0], ""]))
    return [str(news), str(folder / "batch.jsonl")]


def command(case: Path, paths: list[str], jobs: int = 1) -> list[str]:
    return ["import", *paths, "--case", str(case), "--published", DAY, "--jobs", str(jobs)]


def finish(case: Path, paths: list[str]) -> dict[str, bytes]:
    """Run the import to its end; the case as bytes: seeds, articles, claims, exports."""
    with Case.open(case, "Ada", create=True, now=lambda: "2024-06-01T10:00:00+00:00") as opened:
        from datetime import date

        opened.corpus.import_paths(paths, date.fromisoformat(DAY))
        opened.comparing.conflicts()  # as the command does when an import ends: it scores again
        files = {p for p in (case / "seeds").rglob("*") if p.is_file()}
        found = {f"seeds/{p.name}": p.read_bytes() for p in files}
        found["claims"] = json.dumps(list(opened.corpus.claim_lines())).encode()
        found["articles"] = repr(opened.corpus.articles()).encode()
        found["hits"] = repr(
            sorted((h.article, h.start) for h in opened.matching.search("28 people died", 500))
        ).encode()
        for row in opened.corpus.claims()[:1]:
            opened.decisions.rule(row.id, "true", "It was counted.")
        for form in FORMATS:
            report = opened.publications.export(to=case / form, format=form)
            found |= {
                str(p.relative_to(case)): p.read_bytes()
                for p in report.written
                if p.name
                != "about.html"  # names the head of a history whose entries have ids by chance
            }
    return found


def killed_after(seconds: float, arguments: list[str]) -> bool:
    """Start an import and kill it after that time; whether it was still running."""
    child = subprocess.Popen(
        [sys.executable, "-m", "workbench", *arguments],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "WORKBENCH_REVIEWER": "Ada"},
    )
    try:
        child.wait(seconds)
    except subprocess.TimeoutExpired:
        child.send_signal(signal.SIGKILL)
    return child.wait() == -signal.SIGKILL


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[str], dict[str, bytes]]:
    folder = tmp_path_factory.mktemp("few")
    paths = sources(folder, 6, 10)
    return paths, finish(folder / "undisturbed", paths)


@pytest.mark.parametrize("step", STEPS, ids=lambda step: f"{step[3]} {step[1]} {step[2]}")
def test_killed_at_a_step_it_ends_the_same(
    few: tuple[list[str], dict[str, bytes]], tmp_path: Path, step: tuple[str, str, int, str]
) -> None:
    paths, wanted = few
    done = subprocess.run(
        [sys.executable, "-c", AT_STEP, *map(str, step),
         *command(tmp_path / "case", paths)],
        capture_output=True,
        env={**os.environ, "WORKBENCH_REVIEWER": "Ada"},
        check=False,
    )  # fmt: skip
    assert done.returncode == -signal.SIGKILL, done.stderr.decode()
    assert finish(tmp_path / "case", paths) == wanted


def kills(folder: Path, sizes: tuple[int, int], jobs: int, times: int) -> int:
    """Kill so many imports at random moments of their work and finish them; how many were caught
    at work in MOST_TRIES tries for each."""
    moments = random.Random(jobs)
    paths = sources(folder, *sizes)
    wanted = finish(folder / "undisturbed", paths)
    begun = time.monotonic()
    killed_after(600, command(folder / "timed", paths, jobs))
    whole = time.monotonic() - begun
    killed = 0
    for number in range(MOST_TRIES * times):
        case = folder / f"case{number}"
        if not killed_after(moments.uniform(0.05, 1) * whole, command(case, paths, jobs)):
            whole *= 0.9  # the machine is less busy than when the time was taken
            continue
        assert finish(case, paths) == wanted
        killed += 1
        if killed == times:
            break
    return killed


def test_killed_at_two_moments_it_ends_the_same(tmp_path: Path) -> None:
    assert kills(tmp_path, (10, 40), 2, 2) == 2, "the kills came too late to say anything"


@pytest.mark.slow
@pytest.mark.parametrize("jobs", [1, 2])
def test_killed_at_any_moment_it_ends_the_same(tmp_path: Path, jobs: int) -> None:
    assert kills(tmp_path, (150, 250), jobs, 20) == 20, "the kills came too late to say anything"
