"""Inputs made to take all memory or all time: heavy, generated at run time.

Each is read in a process of its own whose peak memory is measured: the process
prints one line per row, and its memory in MB at the end.
"""

import gzip
import json
import os
import resource
import subprocess
import sys
import zipfile

import pytest

pytestmark = pytest.mark.slow

READ = """
import sys
from pathlib import Path
from workbench.edges.readers import Reading, read_seed
for row in read_seed(Path(sys.argv[1]), "seed"):
    good = isinstance(row, Reading)
    said = f"{len(row.article.text)} {row.flags}" if good else row.reason
    print("+" if good else "-", said[:200])
status = Path("/proc/self/status").read_text()  # getrusage would count the test's own memory
print(int(status.partition("VmHWM:")[2].split()[0]) // 1024)
"""

COMMAND = """
import sys
from pathlib import Path
from workbench.cli import main
try:
    main()
finally:
    status = Path("/proc/self/status").read_text()
    print(int(status.partition("VmHWM:")[2].split()[0]) // 1024)
"""


def read(path, seconds=300):
    """(rows, peak MB, processor seconds) of reading a file in a fresh process.

    What else the machine does is no matter of the reader's; a hang still ends the test.
    """
    begun = processor_seconds()
    done = subprocess.run(
        [sys.executable, "-c", READ, str(path)],
        capture_output=True,
        text=True,
        timeout=seconds,
        check=True,
    )
    *rows, memory = done.stdout.splitlines()
    return rows, int(memory), processor_seconds() - begun


def processor_seconds():
    """Of all processes that were started from here and have ended, and of theirs."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def test_a_row_of_a_gigabyte_is_one_refusal_and_the_next_row_goes_in(tmp_path):
    path = tmp_path / "a.jsonl"
    with path.open("wb") as file:
        file.write(b'{"text": "')
        for _ in range(1024):
            file.write(b"x" * 1024 * 1024)
        file.write(b'"}\n{"text": "The good row."}\n')
    rows, memory, _ = read(path)
    assert [row[0] for row in rows] == ["-", "+"]
    assert memory < 200


def test_the_command_takes_a_row_of_a_gigabyte_in_little_memory(tmp_path):
    path = tmp_path / "a.jsonl"
    with path.open("wb") as file:
        file.write(b'{"text": "')
        for _ in range(1024):
            file.write(b"x" * 1024 * 1024)
        file.write(b'"}\n{"text": "In Aville 12 people died, the ministry said."}\n')
    case = tmp_path / "case"
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            COMMAND,
            "import",
            str(path),
            "--case",
            str(case),
            "--format",
            "jsonl",
        ],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "WORKBENCH_REVIEWER": "Ada"},
    )
    *rows, memory = done.stdout.splitlines()
    assert done.returncode == 1
    assert [json.loads(row)["outcome"] for row in rows] == ["refused", "imported"]
    assert "row longer than 8 MiB" in done.stderr
    assert int(memory) < 200


@pytest.mark.parametrize("unit", [b"[],", b"{},", b'"",', b"1,", b'"\\ud83d\\ude00",'])
def test_the_largest_row_that_is_read_takes_bounded_memory(tmp_path, unit):
    path = tmp_path / "a.jsonl"
    fill = unit * (8_000_000 // len(unit))
    path.write_bytes(b'{"text": "x", "n": [' + fill + b'1]}\n{"text": "The good row."}\n')
    rows, memory, _ = read(path)
    assert rows[-1].startswith("+")
    assert memory < 500


@pytest.mark.parametrize("name", ["a.txt.gz", "a.jsonl.gz", "a.csv.gz", "a.html.gz", "a.warc.gz"])
def test_a_gzip_bomb_is_refused(tmp_path, name):
    path = tmp_path / name
    with gzip.open(path, "wb") as file:
        file.write(b"id,text\n" if "csv" in name else b"")
        for _ in range(300):
            file.write(b"\0" * 1024 * 1024 if "txt" in name else b'{"text": "x"}  \n' * 65536)
    rows, memory, seconds = read(path)
    assert [row[0] for row in rows] == ["-"]
    assert memory < 200
    assert seconds < 30


def test_a_zip_bomb_is_refused_and_nothing_written(tmp_path):
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(4):
            archive.writestr(f"{number}.txt", b"0" * 50_000_000)
    rows, memory, _ = read(path)
    assert {row[0] for row in rows} == {"-"}
    assert memory < 200
    assert [p.name for p in tmp_path.iterdir()] == ["a.zip"]


def test_a_zip_that_lies_about_its_sizes_is_stopped(tmp_path):
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.jsonl", b'{"text": "x"}  \n' * 20_000_000)
    data = path.read_bytes()
    true, small = (320_000_000).to_bytes(4, "little"), (1000).to_bytes(4, "little")
    assert true in data
    path.write_bytes(data.replace(true, small))
    rows, memory, _ = read(path)
    assert rows[-1].startswith("-")
    assert len(rows) < 100
    assert memory < 200


STORY = "<p>The first paragraph of this story has quite a few words in it.</p>"
END = "<p>The last paragraph closes the story after everything was said.</p>"


@pytest.mark.parametrize(
    ("body", "least"),
    [
        ("<p>" + "word " * 2_200_000 + "</p>", 11_000_000),
        ("<p>Another short paragraph of a very long page.</p>" * 100_000, 1_000_000),
        ("<div>" * 50_000 + "deep text" + "</div>" * 50_000, 100),
    ],
    ids=["text node", "paragraphs", "nesting"],
)
def test_a_huge_page_comes_in_whole_or_as_partial(tmp_path, body, least):
    path = tmp_path / "a.html"
    path.write_text(f"<html><body>{STORY}{body}{END}</body></html>")
    rows, memory, seconds = read(path)
    (row,) = rows
    assert row.startswith("+")
    assert int(row.split()[1]) >= least or "partial" in row
    assert memory < 600
    assert seconds < 60


def test_ten_thousand_rows_take_no_more_memory_than_one_thousand(tmp_path):
    peaks = []
    for count in (1_000, 50_000):
        path = tmp_path / f"{count}.jsonl"
        with path.open("w") as file:
            for number in range(count):
                file.write(
                    f'{{"id": "r{number}", "text": "Row {number}. {"More words. " * 100}"}}\n'
                )
        rows, memory, _ = read(path)
        assert len(rows) == count
        peaks.append(memory)
    assert peaks[1] - peaks[0] < 25
