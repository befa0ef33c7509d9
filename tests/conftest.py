"""Cases to test on: an empty one, and one with the five articles of the corpus."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from workbench.case import Case
from workbench.cli import main

# Machines are shared and noisy: how long one example takes says nothing.
# The same examples each time, so that a failure is the change's; HYPOTHESIS_PROFILE=searching
# tries new ones.
settings.register_profile("steady", deadline=None, derandomize=True, database=None)
settings.register_profile("searching", deadline=None, max_examples=1000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))

pytest_plugins = ["tests.servers.fixtures"]

SEEDS = Path(__file__).parent.parent / "seeds"

CONTACT = '[house]\ncorrections_contact = "desk@post.example"\n'
"""Settings that the gate asks for before anything leaves."""

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture(scope="session", autouse=True)
def _own_configuration(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What the tests allow their cases never reaches the developer's own configuration."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CONFIG_HOME", str(tmp_path_factory.mktemp("configuration")))
        yield


@pytest.fixture(scope="session")
def indexed_seeds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case folder with the five articles, indexed; copy it, do not change it."""
    folder = tmp_path_factory.mktemp("indexed") / "case"
    shutil.copytree(SEEDS, folder / "seeds")
    with Case.open(folder) as case:
        case.corpus.sync()
    return folder


@pytest.fixture
def seeds_folder(indexed_seeds: Path, tmp_path: Path) -> Path:
    """A folder with the case of the five articles, to change at will."""
    return Path(shutil.copytree(indexed_seeds, tmp_path / "five"))


@pytest.fixture
def seeds_case(seeds_folder: Path) -> Iterator[Case]:
    """The case of the five articles, open, with Ada as its reviewer."""
    with Case.open(seeds_folder, "Ada") as case:
        yield case


@pytest.fixture
def empty_case(tmp_path: Path) -> Iterator[Case]:
    """A new case, open, with Ada as its reviewer."""
    with Case.open(tmp_path / "empty", "Ada", create=True) as case:
        yield case


@pytest.fixture
def run(
    capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Run:
    """Run the command line in this process: (exit code, stdout, stderr)."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("WORKBENCH_REVIEWER", "Ada")

    def call(*arguments: str) -> tuple[int, str, str]:
        monkeypatch.setattr("sys.argv", ["workbench", *arguments])
        with pytest.raises(SystemExit) as ended:
            main()
        printed = capsysbinary.readouterr()
        return int(ended.value.code or 0), printed.out.decode(), printed.err.decode()

    return call
