"""Fuzzing whole case folders: links, special files, odd bytes, entries with right checksums.

    python tests/fuzz/fuzz_cases.py [ROUNDS] [SEED]

Each round alters a few things in a copy of a case and runs commands on it, each in a process
of its own. What has to hold: no traceback, no command over 5 seconds, nothing outside of the
folder changed, no connection. A round that breaks this is printed with its number: the same
SEED makes the same rounds. `test_cases.py` runs a few with every run of the tests.
"""

import hashlib
import importlib
import json
import os
import pkgutil
import random
import shutil
import signal
import socket
import sqlite3
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from workbench.case import Case
from workbench.cli import main as run_program

SEEDS = {
    "ferry.txt": "Ferry sinks off Aville\n\nFri Mar 01 2024\n\nAt least 12 people died when a "
    "ferry sank off Aville on Friday, officials said.\n\nThe owner denied that it was full.\n",
    "day/rescue.md": "# Rescue ends\n\nSat Mar 02 2024\n\nSome 13,000 people waited at the quay."
    "\n\nOnly 7 people died when the ferry sank off Aville, the coast guard said on Saturday.\n",
    "wire.jsonl": '{"id":"w1","title":"Toll","text":"Police put the dead off Aville at 15.",'
    '"published":"2024-03-03","url":"https://wire.example/1"}\n'
    '{"id":"w2","text":"The mayor accused the owner of lying about the boat."}\n',
    "table.csv": "title,text,published\nInquiry,The court fined the owner 2.5 million.,2024-04-01",
}
"""Short, so that a command takes little: what is altered is not what the articles say."""
SECONDS = 5
"""How long a command may take, as processor time; machines are shared."""
HANG = 40
"""Seconds on the clock after which it hangs."""
COMMANDS: tuple[tuple[str, ...], ...] = (
    ("claims", "--format", "jsonl"), ("history",), ("verify",), ("note", "CLAIM", "a note"),
    ("export", "--force"), ("export", "--format", "html", "--force"), ("reindex",), ("where",),
    ("undo",), ("trust", "--show"), ("conflicts",), ("review",), ("match", "--text", "13,000"),
    ("export", "--format", "bundle", "--force"), ("figures",), ("signoff", "CLAIM"),
)  # fmt: skip
ODD: tuple[Any, ...] = (
    None, True, -1, 0, 10**18, 2**64, 1.5, "", "x", "\x00", "\u202e", "a" * 5000, [], [1], {},
    {"a": {}}, "2024-02-30", "../../x", [["x"]],
)  # fmt: skip
SETTINGS = (
    'reviewer = "x\\u0007; rm -rf ~"', 'store = "postgresql://127.0.0.1:1/x"', "[keys]\nx = 1",
    'index = "opensearch://127.0.0.1:1/x"', 'executor = "dask://127.0.0.1:1"', "[fetch]\nports=[1]",
    '[filters]\na = "b"', 'theme = "x"', "[publication]\nsecond_reviewer = true", "a = ", "[[[[",
    '[house]\nname = "<script>"', "x = " + "[" * 3000,
    "x = " + "9" * 5000,
)  # fmt: skip


@dataclass
class Found:
    """One thing that does not hold."""

    round: int
    what: str
    altered: list[str]


def made(folder: Path) -> Path:
    """A case with articles, links, verdicts, a second review, pages and a site."""
    case = folder / "case"
    for name, text in SEEDS.items():
        path = case / "seeds" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    with Case.open(case, "Ada", create=True) as opened:
        opened.corpus.sync()
        one, two, *_ = opened.corpus.claims()
        opened.decisions.link(one.id, two.article, two.start, two.end, "context", "near")
        for claim in (one, two):
            opened.decisions.rule(claim.id, "true", "It holds.", "Two lists agree.")
        opened.publications.export(force=True)
        opened.publications.export(format="html", force=True)
        opened._parts.store.compact()
        opened.decisions.rule(one.id, "false", "It does not.", correction="another list")
    with Case.open(case, "Bo") as opened:
        opened.reviewing.sign_off(one.id, "false")
    (case / "templates").mkdir()
    (case / "workbench.toml").write_text('theme = "textual-light"\n')
    return case


def outside_of(folder: Path) -> Path:
    """What the commands must not touch."""
    made = folder / "outside"
    (made / "folder").mkdir(parents=True)
    (made / "profile").write_text("export PATH=/bin")
    (made / "folder" / "letter.txt").write_text("dear Nora")
    return made


def state(folder: Path) -> dict[str, tuple[int, int, str]]:
    """Mode, links and bytes of all that is in a folder."""
    return {
        str(path): (
            path.stat().st_mode, path.stat().st_size,
            hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "",
        )
        for path in sorted(folder.rglob("*"))
    }  # fmt: skip


def _all(case: Path) -> list[Path]:
    return sorted(path for path in case.rglob("*"))


def replaced(chance: random.Random, case: Path, outside: Path) -> str:
    """Something is another kind of thing than it was."""
    path = chance.choice(_all(case))
    folder = path.is_dir() and not path.is_symlink()
    shutil.rmtree(path) if folder else path.unlink()
    kind = chance.choice(("link", "loop", "hard", "pipe", "socket", "folder", "device", "gone"))
    with suppress(OSError):
        if kind == "link":
            path.symlink_to(outside / chance.choice(("profile", "folder", "none")))
        elif kind == "loop":
            path.symlink_to(path.name)
        elif kind == "hard":
            os.link(outside / "profile", path)
        elif kind == "pipe":
            os.mkfifo(path)
        elif kind == "socket":
            with socket.socket(socket.AF_UNIX) as one:
                one.bind(str(path))
        elif kind == "folder":
            path.mkdir()
        elif kind == "device":
            path.symlink_to(chance.choice(("/dev/zero", "/dev/full", "/dev/tty")))
    return f"{path.relative_to(case)} is a {kind}"


def added(chance: random.Random, case: Path, outside: Path) -> str:
    """Something is there that was not."""
    folders = [case, *(path for path in _all(case) if path.is_dir() and not path.is_symlink())]
    name = chance.choice(("x.jsonl", "x.j2", ".x", "x~2.txt", "x.part", "x" * 200, "x\x1b.txt"))
    path = chance.choice(folders) / name
    with suppress(OSError):
        path.unlink(missing_ok=True)  # a second one of that name is not written through the first
        if chance.random() < 0.5:
            path.symlink_to(outside / "profile")
        else:
            path.write_bytes(chance.randbytes(chance.randrange(2000)))
    return f"{path.relative_to(case)!s:.60} was added"


def bytes_altered(chance: random.Random, case: Path, _: Path) -> str:
    """Some bytes of a file are others, or missing, or more."""
    own = [p for p in _all(case) if p.is_file() and not p.is_symlink() and p.stat().st_nlink == 1]
    path = chance.choice(own)
    data = bytearray(path.read_bytes())
    for _number in range(chance.choice((1, 1, 5, 50))):
        at = chance.randrange(len(data) + 1)
        act = chance.randrange(3)
        if act == 0 and data:
            data[min(at, len(data) - 1)] = chance.randrange(256)
        elif act == 1:
            data[at:at] = chance.randbytes(chance.randrange(20))
        else:
            del data[at : at + chance.randrange(100)]
    path.write_bytes(data if chance.random() < 0.9 else b"")
    return f"{path.relative_to(case)} has other bytes"


def _odd(chance: random.Random, value: Any) -> Any:
    """A JSON value in which one thing is another."""
    if isinstance(value, dict) and value and chance.random() < 0.8:
        name = chance.choice(sorted(value))
        if chance.random() < 0.15:
            return {key: one for key, one in value.items() if key != name}
        return value | {name: _odd(chance, value[name])}
    if isinstance(value, list) and value and chance.random() < 0.6:
        at = chance.randrange(len(value))
        return [*value[:at], _odd(chance, value[at]), *value[at + 1 :]]
    return chance.choice(ODD)


def entry_altered(chance: random.Random, case: Path, _: Path) -> str:
    """An entry of the history says something odd, and its checksum is right."""
    journals = [p for p in (case / "claims" / "journal").glob("*.jsonl") if p.is_file()]
    if not journals:
        return "no journal"
    path = chance.choice(journals)
    lines = path.read_bytes().splitlines()
    if not lines:
        return "an empty journal"
    at = chance.choice((len(lines) - 1, chance.randrange(len(lines))))
    with suppress(ValueError):
        body = json.dumps(_odd(chance, json.loads(lines[at][74:])), separators=(",", ":"))
        data = body.encode("utf-8", "surrogatepass")
        line = b"%08d %s %s" % (len(data), hashlib.sha256(data).hexdigest().encode(), data)
        lines[at : at + chance.randrange(2)] = [line]
        path.write_bytes(b"\n".join(lines) + b"\n")
    return f"{path.name} line {at + 1} says something odd"


def snapshot_altered(chance: random.Random, case: Path, _: Path) -> str:
    """The snapshot says something odd, and its checksum is right."""
    path = case / "claims" / "snapshot.json"
    if not path.is_file() or path.is_symlink():
        return "no snapshot"
    with suppress(ValueError):
        whole = json.loads(path.read_bytes())
        parts = {n: part for n, part in whole.items() if n not in {"format", "version", "sha256"}}
        body = json.dumps(_odd(chance, parts))[1:].encode() + b"\n"
        head = '{\n"format": "claim-workbench snapshot",\n"version": 1,\n"sha256": "%s",\n'
        path.write_bytes((head % hashlib.sha256(body).hexdigest()).encode() + body)
    return "the snapshot says something odd"


def things_added(chance: random.Random, case: Path, _: Path) -> str:
    """The catalogue holds a view or a trigger."""
    path = case / ".workbench" / chance.choice(("catalog.sqlite", "gathered.sqlite"))
    if not path.is_file() or path.is_symlink():
        return "no table"
    endless = "(WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x FROM n)"
    with suppress(sqlite3.Error), sqlite3.connect(path) as db:
        (table,) = chance.choice(
            db.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        )
        if chance.random() < 0.5:
            db.execute(f'ALTER TABLE "{table}" RENAME TO kept')
            db.execute(f'CREATE VIEW "{table}" AS SELECT kept.* FROM kept, {endless} WHERE x < 0')
        else:
            act = chance.choice(("INSERT", "DELETE"))
            db.execute(
                f'CREATE TRIGGER t AFTER {act} ON "{table}" BEGIN '
                f"SELECT 1 FROM {endless} WHERE x < 0; END"
            )
        return f"{table} has a view or trigger"
    return "no change"


def table_altered(chance: random.Random, case: Path, _: Path) -> str:
    """A cell of the catalogue says something odd."""
    path = case / ".workbench" / chance.choice(("catalog.sqlite", "gathered.sqlite"))
    if not path.is_file() or path.is_symlink():
        return "no table"
    with suppress(sqlite3.Error, OverflowError), sqlite3.connect(path) as db:
        (table,) = chance.choice(
            db.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        )
        _, column, *_ = chance.choice(db.execute(f'PRAGMA table_info("{table}")').fetchall())
        value = chance.choice(("", "x", "{}", "[1]", -1, 2**40, None, b"\xff\x00", 1.5))
        db.execute(f'UPDATE "{table}" SET "{column}" = ?', (value,))
        return f"{table}.{column} is {value!r}"
    return "no change"


def settings_altered(chance: random.Random, case: Path, _: Path) -> str:
    """The settings ask for something."""
    path, text = case / "workbench.toml", "\n".join(chance.sample(SETTINGS, 2))
    if path.is_symlink() or path.is_dir():
        return "no settings"
    with suppress(OSError):
        path.unlink(missing_ok=True)
        path.write_text(text)
    return f"settings: {text!r:.80}"


ALTERATIONS: tuple[Callable[[random.Random, Path, Path], str], ...] = (
    replaced, replaced, added, bytes_altered, bytes_altered, entry_altered, entry_altered,
    entry_altered, table_altered, settings_altered, snapshot_altered, things_added,
)  # fmt: skip


def run(words: tuple[str, ...], case: Path, log: Path) -> str:
    """Run one command in a child; what does not hold of it, or ""."""
    child = os.fork()
    if child == 0:
        _child(words, case, log)
    end = time.monotonic() + HANG
    while True:
        ended, status, usage = os.wait4(child, os.WNOHANG)
        if ended:
            break
        if time.monotonic() > end:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            return "hangs"
        time.sleep(0.005)
    code = os.waitstatus_to_exitcode(status)
    said = log.read_text("utf-8", "replace")
    if code not in {0, 1, 2, 3} or "Traceback" in said:
        return f"ended with {code}: {said[-1500:]}"
    if usage.ru_utime + usage.ru_stime > SECONDS:
        return f"took {usage.ru_utime + usage.ru_stime:.1f} s"
    return "a line of the letter was shown" if "dear Nora" in said else ""


def _child(words: tuple[str, ...], case: Path, log: Path) -> None:
    out = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    os.dup2(out, 1)
    os.dup2(out, 2)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    sys.stdout, sys.stderr = open(1, "w", closefd=False), open(2, "w", closefd=False)  # noqa: SIM115
    code = 70
    try:
        socket.socket.connect = _no_connection  # type: ignore[method-assign]
        os.environ["WORKBENCH_REVIEWER"] = "Cy"
        sys.argv = ["workbench", *words, "--case", str(case)]
        run_program()
    except SystemExit as end:
        code = int(end.code or 0)
    finally:  # whatever is on its way is a finding, and ends here: the parent goes on
        if sys.exc_info()[0]:
            traceback.print_exc()
        with suppress(OSError, ValueError):
            sys.stdout.flush()
            sys.stderr.flush()
        os._exit(code)


def _no_connection(self: socket.socket, address: object) -> None:
    if self.family != socket.AF_UNIX:
        os.write(2, f"Traceback: a connection to {address}".encode())
        os._exit(71)


def preload() -> None:
    """Load what commands load where they need it: a child of this process has it then."""
    for package in ("case", "cli", "core", "edges.catalog", "edges.index", "edges.store"):
        found = importlib.import_module(f"workbench.{package}")
        for module in pkgutil.walk_packages(found.__path__, f"{found.__name__}."):
            with suppress(ImportError):  # an engine's client library that is not there
                importlib.import_module(module.name)


def fuzz(
    rounds: int, seed: int, folder: Path, tell: Callable[[Found], None] | None = None
) -> list[Found]:
    """Run so many rounds; what did not hold, told as soon as it is found."""
    os.environ["XDG_CONFIG_HOME"] = str(folder / "configuration")
    preload()
    base, outside = made(folder), outside_of(folder)
    with Case.open(base) as opened:
        claim = opened.corpus.claims()[0].id
    before, found = state(outside), []
    for number in range(rounds):
        chance = random.Random(f"{seed} {number}")
        case = Path(shutil.copytree(base, folder / "altered"))
        altered = [
            chance.choice(ALTERATIONS)(chance, case, outside)
            for _ in range(chance.choice((1, 1, 2, 3)))
        ]
        known = len(found)
        for words in chance.sample(COMMANDS, 4):
            told = tuple(claim if word == "CLAIM" else word for word in words)
            if fault := run(told, case, folder / "log"):
                found.append(Found(number, f"{' '.join(words)} {fault}", altered))
        if state(outside) != before:
            found.append(Found(number, "something outside was changed", altered))
            shutil.rmtree(outside)
            outside = outside_of(folder)
        shutil.rmtree(case)
        for one in found[known:]:
            (tell or (lambda _: None))(one)
        if tell and number % 500 == 499:
            print(f"{number + 1} rounds, {len(found)} findings", flush=True)
    return found


def _print(one: Found) -> None:
    print(f"round {one.round}: {one.what}\n    altered: {'; '.join(one.altered)}\n", flush=True)


def main() -> int:
    """Fuzz, and print what did not hold."""
    words = dict(enumerate(sys.argv))
    rounds, seed = int(words.get(1, 1000)), int(words.get(2, 1))
    with tempfile.TemporaryDirectory() as folder:
        found = fuzz(rounds, seed, Path(folder), _print)
    print(f"{rounds} rounds, seed {seed}: {len(found)} findings")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
