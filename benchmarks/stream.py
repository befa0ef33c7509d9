"""Memory of `annotate` on a long stream of articles: flat, whatever the length.

    python benchmarks/stream.py [--megabytes 1024] [--jobs 1 2]

A generator pipes that many megabytes of JSONL articles into `workbench annotate -`,
with a broken line now and then. Printed for each number of jobs: articles and
passages read, lines refused, whether the order held, and the peak resident memory
of all its processes together, in MB, as Linux counts it for each of them.
"""

import argparse
import json
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

EVERY = 100
"""Lines from one broken line to the next."""
_SENTENCES = (
    "At least {n} people were killed and 12 were hurt in Porto on Monday, the mayor said.",
    "Ana Silva, who leads the harbour office, denied that the bridge had been closed for {n} days.",
    "The works cost $4.5 million and will be finished by March 2021, according to the ministry.",
    "Residents of the old town have asked for a new survey of the {n} houses next to the river.",
)
_PARAGRAPHS = 6


@dataclass(slots=True)
class Measured:
    """What came out of a stream; `peak` is the resident memory of all processes, in MB."""

    articles: int = 0
    passages: int = 0
    refused: int = 0
    ordered: bool = True
    first_after: float = 0.0
    peak: int = 0


def lines(size: int) -> Iterator[bytes]:
    """JSONL articles of about two kB, `size` bytes in all, every hundredth line broken."""
    number = written = 0
    while written < size:
        number += 1
        text = "\n".join(s.format(n=number + i) for i in range(_PARAGRAPHS) for s in _SENTENCES)
        line = json.dumps({"id": f"a{number}", "text": text}).encode() + b"\n"
        line = b'{"id": "broken", "text": \n' if number % EVERY == 0 else line
        written += len(line)
        yield line


def resident(pid: int) -> int:
    """Resident kB of a process and its descendants; 0 where they have ended."""
    try:
        status = Path(f"/proc/{pid}/status").read_text(encoding="ascii", errors="replace")
        tasks = [*Path(f"/proc/{pid}/task").glob("*/children")]
        children = [child for task in tasks for child in task.read_text("ascii").split()]
    except OSError:
        return 0
    own = int(status.partition("VmRSS:")[2].split()[0]) if "VmRSS:" in status else 0
    return own + sum(resident(int(child)) for child in children)


def measure(size: int, jobs: int) -> Measured:
    """Pipe `size` bytes of articles through `annotate -`."""
    found = Measured()
    command = [
        sys.executable,
        "-m",
        "workbench",
        "annotate",
        "-",
        "--format",
        "jsonl",
        "--jobs",
        str(jobs),
    ]
    process = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdin
    assert process.stdout
    assert process.stderr
    stdin, stderr = process.stdin, process.stderr

    def feed() -> None:
        for line in lines(size):
            stdin.write(line)
        stdin.close()

    def watch() -> None:
        while process.poll() is None:
            found.peak = max(found.peak, resident(process.pid) // 1024)
            time.sleep(0.2)

    def refusals() -> None:
        found.refused = sum(line.startswith(b"refused: ") for line in stderr)

    began = time.monotonic()
    threads = [threading.Thread(target=work) for work in (feed, watch, refusals)]
    for thread in threads:
        thread.start()
    last = 0
    for line in process.stdout:
        found.first_after = found.first_after or time.monotonic() - began
        number = int(json.loads(line)["article"].removeprefix("a"))
        found.passages += 1
        found.articles += number != last
        found.ordered &= number >= last
        last = number
    for thread in threads:
        thread.join()
    return found


def main() -> None:
    """Measure and print a Markdown table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--megabytes", type=int, default=1024)
    parser.add_argument("--jobs", type=int, nargs="+", default=[1, 2])
    options = parser.parse_args()
    print(
        "| jobs | articles | passages | refused | in order | first line after | minutes | peak MB |"
    )
    print("| ---: | ---: | ---: | ---: | --- | ---: | ---: | ---: |")
    for jobs in options.jobs:
        began = time.monotonic()
        m = measure(options.megabytes << 20, jobs)
        minutes = (time.monotonic() - began) / 60
        order = "yes" if m.ordered else "no"
        print(
            f"| {jobs} | {m.articles} | {m.passages} | {m.refused} | {order}"
            f" | {m.first_after:.1f} s | {minutes:.1f} | {m.peak} |",
            flush=True,
        )


if __name__ == "__main__":
    main()
