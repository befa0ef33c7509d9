"""The checks as sessions: `nox -s check`, or `nox` for what a change needs before it goes in.

Each session has an environment of its own, made once and used again (`-r` is the rule here).
What the sessions run stands in `.ci/steps`, which `.ci/run` takes from, too.
"""

import nox

nox.needs_version = ">=2025.2.9"
nox.options.default_venv_backend = "uv|virtualenv"
nox.options.reuse_existing_virtualenvs = True
nox.options.sessions = ["check", "test"]

EVERYTHING = ".[test,servers,pdf,semantic]"
"""What mypy reads the types of."""


def _step(session: nox.Session, name: str, extras: str) -> None:
    session.install("-e", extras)
    session.run(".ci/steps", name, external=True)


@nox.session
def check(session: nox.Session) -> None:
    """Style, types, and code that nothing uses."""
    session.install("-e", EVERYTHING)
    session.run(".ci/steps", "style", "types", external=True)


@nox.session
def test(session: nox.Session) -> None:
    """All tests that need no server; with words after `--`, pytest on these alone."""
    session.install("-e", ".[test]")
    if session.posargs:
        session.run("pytest", *session.posargs)
    else:
        session.run(".ci/steps", "tests", external=True)


@nox.session
def slow(session: nox.Session) -> None:
    """A real browser (Chromium), real terminals, the screens in more sizes."""
    _step(session, "slow", ".[test]")


@nox.session
def servers(session: nox.Session) -> None:
    """The engines on real servers; OpenSearch needs Maven and a JDK."""
    _step(session, "servers", ".[test,servers]")


@nox.session
def bench(session: nox.Session) -> None:
    """Measure: with words after `--`, a script of `benchmarks/` and what it takes."""
    session.install("-e", ".[test]")
    script, *words = session.posargs or ["store"]
    session.run("python", f"benchmarks/{script}.py", *words)


@nox.session
def docs(session: nox.Session) -> None:
    """Make the pages that are made: the keys, and the pictures of the screens."""
    session.install("-e", ".[test]")
    session.run("python", "docs/make_keys.py")
    if "pictures" in session.posargs:
        session.run("python", "docs/make_screenshots.py")


@nox.session
def package(session: nox.Session) -> None:
    """Build the wheel and the source distribution, and list what is in them."""
    session.install("build")
    session.run("python", "-m", "build", "--outdir", session.create_tmp())
    session.run("python", "-c", LISTING, session.create_tmp())


LISTING = """
import pathlib, sys, tarfile, zipfile
for path in sorted(pathlib.Path(sys.argv[1]).iterdir()):
    tar = path.suffix == ".gz"
    held = tarfile.open(path).getnames() if tar else zipfile.ZipFile(path).namelist()
    print(path.name, path.stat().st_size, *sorted(held), sep="\\n  ")
"""
