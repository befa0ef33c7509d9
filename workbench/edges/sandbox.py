"""A child process for work on hostile bytes, with limits on time and memory.

A parser that crashes, hangs or asks for all memory takes its child along and
nothing else: the caller gets `SandboxFailed` and the next call starts a new
child. Calls and answers are pickles over the child's standard streams; the
parent trusts the child no further than the code it runs there (defence against
broken input, not against an attacker who already runs code in it).

The child is started afresh (never forked), so it is safe under a program with
threads, and it does not import the caller's main module.
"""

import atexit
import os
import pickle
import signal
import struct
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any, BinaryIO, ParamSpec, TypeVar, cast

from workbench.errors import WorkbenchError

P = ParamSpec("P")
T = TypeVar("T")

SECONDS = 60.0
"""A call's time; one that takes longer costs the child."""
MEGABYTES = 2048
"""The child's address space, where the system can limit it."""
MOST_CALLS = 2000
"""Calls after which a child is replaced, so that what libraries leak is given back."""

UNPICKLABLE = (pickle.PickleError, TypeError, AttributeError, ImportError, RecursionError)
"""What pickling raises for what cannot be handed over."""

_LENGTH = struct.Struct("<Q")
_DONE, _RAISED, _BEAT = b"D", b"R", b"B"
_inside = False
_answers: BinaryIO | None = None


class SandboxFailed(WorkbenchError):
    """The child ended or was ended in the middle of a call."""


class Sandbox:
    """One child, started at the first call. Calls from several threads take turns."""

    def __init__(self, seconds: float = SECONDS, megabytes: int = MEGABYTES) -> None:
        self._seconds = seconds
        self._megabytes = megabytes
        self._child: subprocess.Popen[bytes] | None = None
        self._calls = 0
        self._lock = threading.Lock()
        self._timed_out = False

    def call(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """`function(*args)` in the child; the function is named by its module.

        Raises SandboxFailed where the child did not survive, and for an error of
        the function, which is then its cause. In a child already, the function is
        simply called: that child's limits hold.
        """
        if _inside:
            kind, answer = _run(function, args, kwargs)
        else:
            try:
                request = pickle.dumps((function, args, kwargs))
            except UNPICKLABLE as error:
                raise SandboxFailed(f"cannot be handed over: {error}") from error
            with self._lock:
                kind, answer = self._ask(request)
        if kind == _RAISED:
            raise SandboxFailed(f"failed: {type(answer).__name__}: {answer}") from answer
        result: T = answer
        return result

    def close(self) -> None:
        """End the child. The next call would start another."""
        child, self._child = self._child, None
        if child is not None:
            child.kill()
            child.wait()
            for stream in (child.stdin, child.stdout):
                if stream is not None:
                    _close(stream)

    def _ask(self, call: bytes) -> tuple[bytes, Any]:
        self._calls += 1
        if self._calls > MOST_CALLS:
            self.close()
        child = self._child
        if child is None or child.poll() is not None:
            self.close()
            child = self._start()
        self._timed_out = False
        try:
            _send(cast(BinaryIO, child.stdin), b"C", call)
            while True:
                kind, answer = self._receive(child)
                if kind != _BEAT:
                    return kind, pickle.loads(answer)  # noqa: S301 (from our own child)
        except (OSError, EOFError):
            child.kill()
            raise SandboxFailed(self._why(child.wait())) from None

    def _receive(self, child: subprocess.Popen[bytes]) -> tuple[bytes, bytes]:
        watch = threading.Timer(self._seconds, self._expire, (child,))
        watch.daemon = True
        watch.start()
        try:
            return _receive(cast(BinaryIO, child.stdout))
        finally:
            watch.cancel()

    def _expire(self, child: subprocess.Popen[bytes]) -> None:
        self._timed_out = True
        child.kill()

    def _why(self, code: int) -> str:
        if self._timed_out:
            return f"took longer than {self._seconds:g} seconds"
        return f"crashed its process (signal {-code})" if code < 0 else "ended its process"

    def _start(self) -> subprocess.Popen[bytes]:
        self._calls = 1
        try:
            self._child = subprocess.Popen(
                [sys.executable, "-c", _BOOT, str(self._megabytes), str(self._seconds), *sys.path],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
        except OSError as error:
            raise SandboxFailed(f"could not be started: {error.strerror}") from error
        return self._child


def beat() -> None:
    """Tell the parent that a long call goes on: its time starts anew."""
    if _answers is not None:
        _send(_answers, _BEAT, b"")


_shared: list[Sandbox] = []


def shared() -> Sandbox:
    """This process's own sandbox, for readers; ended with the process."""
    if not _shared:
        _shared.append(Sandbox())
        atexit.register(_shared[0].close)
    return _shared[0]


_BOOT = "import sys; sys.path[:] = sys.argv[3:]; from workbench.edges.sandbox import serve; serve()"


def serve() -> None:
    """The child's side: answer calls until the parent hangs up."""
    global _inside, _answers  # noqa: PLW0603 (the process is a child from here on)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides when to stop
    _limit_memory(int(sys.argv[1]))
    _inside = True
    calls = sys.stdin.buffer
    _answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints must not get between the answers
    while True:
        try:
            _, call = _receive(calls)
        except (EOFError, OSError):
            os._exit(0)
        _set_alarm(float(sys.argv[2]))
        kind, answer = _answer(call)
        _set_alarm(0)
        _send(_answers, kind, answer)


def _answer(call: bytes) -> tuple[bytes, bytes]:
    kind, answer = _run(_apply, (call,), {})
    try:
        data = pickle.dumps(answer)
        pickle.loads(data)  # noqa: S301 (just made: errors of some classes do not read)
    except UNPICKLABLE:
        return _RAISED, pickle.dumps(RuntimeError(f"{type(answer).__name__}: {answer}"))
    return kind, data


def _apply(call: bytes) -> object:
    function, args, kwargs = pickle.loads(call)  # noqa: S301 (from our own parent)
    return function(*args, **kwargs)


class _HandedOver(AbstractContextManager["_HandedOver"]):
    """Keeps the error that ends its block, for whoever called to raise: an executor hands over
    every error there is."""

    error: Exception | None = None

    def __exit__(self, kind: object, error: object, trace: object) -> bool:
        self.error = error if isinstance(error, Exception) else None
        return self.error is not None


def _run(
    function: Callable[..., object], args: tuple[Any, ...], kwargs: dict[str, Any]
) -> tuple[bytes, Any]:
    """(how it went, result or error)."""
    with _HandedOver() as handed:
        return _DONE, function(*args, **kwargs)
    return _RAISED, handed.error


def _limit_memory(megabytes: int) -> None:
    try:
        import resource  # noqa: PLC0415 (not on every system)
    except ImportError:
        return
    size = megabytes * 1024 * 1024
    resource.setrlimit(resource.RLIMIT_AS, (size, size))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _set_alarm(seconds: float) -> None:
    """A second watch, for a child whose parent is gone; its default is to end."""
    if hasattr(signal, "alarm"):
        signal.alarm(int(10 * seconds) + 10 if seconds else 0)


def _send(stream: BinaryIO, kind: bytes, data: bytes) -> None:
    stream.write(kind + _LENGTH.pack(len(data)))
    stream.write(data)
    stream.flush()


def _receive(stream: BinaryIO) -> tuple[bytes, bytes]:
    head = _exactly(stream, 1 + _LENGTH.size)
    return head[:1], _exactly(stream, _LENGTH.unpack(head[1:])[0])


def _exactly(stream: BinaryIO, size: int) -> bytes:
    data = stream.read(size)
    if len(data) < size:
        raise EOFError
    return data


def _close(stream: Any) -> None:
    try:
        stream.close()
    except OSError:
        return
