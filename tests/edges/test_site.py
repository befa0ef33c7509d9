"""The site on disk: whole at every moment, and only what changed is touched."""

import json
import os
import signal
import subprocess
import sys
import textwrap
import time
import tracemalloc
from dataclasses import replace
from datetime import date

import pytest

from workbench.core.publication import Citation, Correction, House, PublishedVerdict
from workbench.core.publication.claimreview import page_path, share_path
from workbench.core.verdicts.ratings import DEFAULT_SCALE
from workbench.edges import site
from workbench.edges.site import DATA_FEED, write_site
from workbench.errors import CaseError, UsageError

HOUSE = House("The Desk", "https://desk.example")


def verdict(number, **changes):
    made = PublishedVerdict(
        claim_id=f"id{number:06}",
        claim=f"Bridge {number} was closed for 12 days.",
        claimant="the council",
        said_on=date(2024, 1, 3),
        citation=Citation("Bridge", "Post", "", date(2024, 1, 3), "bridge.txt", 1, 0, 34),
        rating=DEFAULT_SCALE.rating("true"),
        summary=f"The council's own log {number} shows it.",
        rationale="",
        evidence=(),
        reviewer="Ada",
        decided_at="2024-01-04T00:00:00Z",
        history=(),
    )
    return replace(made, **changes)


def files(folder):
    """Every file with its inode, size and time of change."""
    found = {}
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            stat = path.stat()
            found[path.relative_to(folder).as_posix()] = (
                stat.st_ino,
                stat.st_size,
                stat.st_mtime_ns,
            )
    return found


def test_a_site_has_a_page_a_verdict_and_the_lists(tmp_path):
    report = write_site(lambda: [verdict(1), verdict(2)], tmp_path / "site", HOUSE)
    assert set(report.written) == {
        *(path(verdict(n)) for n in (1, 2) for path in (page_path, share_path)),
        "index.html",
        "corrections.html",
        "about.html",
        "feed.xml",
        "corrections.xml",
        "sitemap.xml",
        DATA_FEED,
    }
    assert set(files(tmp_path / "site")) == {*report.written, site.MANIFEST}
    assert len(json.loads((tmp_path / "site" / DATA_FEED).read_text())["dataFeedElement"]) == 2
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_second_export_renders_and_touches_nothing(tmp_path, monkeypatch):
    write_site(lambda: [verdict(1)], tmp_path / "site", HOUSE)
    before, inode = files(tmp_path / "site"), (tmp_path / "site").stat().st_ino
    for name in ("to_html", "index_parts", "corrections_html", "atom_feed", "feed_lines"):
        monkeypatch.setattr(site, name, lambda *_, **__: pytest.fail("rendered again"))
    report = write_site(lambda: [verdict(1)], tmp_path / "site", HOUSE)
    assert report.written == report.removed == ()
    assert (files(tmp_path / "site"), (tmp_path / "site").stat().st_ino) == (before, inode)


def test_a_correction_touches_its_page_and_the_lists_only(tmp_path):
    folder = tmp_path / "site"
    write_site(lambda: [verdict(1), verdict(2)], folder, HOUSE)
    (folder / "CNAME").write_text("desk.example")
    (folder / "own" / "deep").mkdir(parents=True)
    (folder / "own" / "deep" / "logo.svg").write_text("<svg/>")
    before = files(folder)
    corrected = verdict(
        2, corrections=(Correction("2024-02-01T00:00:00Z", "Ada", "A date was wrong."),)
    )
    report = write_site(lambda: [verdict(1), corrected], folder, HOUSE)
    assert set(report.written) == {
        page_path(corrected),
        share_path(corrected),
        "index.html",
        "corrections.html",
        "feed.xml",
        "corrections.xml",
        "sitemap.xml",
        DATA_FEED,
    }
    after = files(folder)
    touched = {name for name in after if after[name] != before.get(name)}
    assert touched == {*report.written, site.MANIFEST}
    assert "A date was wrong." in (folder / "corrections.html").read_text()


def test_a_withdrawn_verdict_leaves_the_site(tmp_path):
    write_site(lambda: [verdict(1), verdict(2)], tmp_path / "site", HOUSE)
    report = write_site(lambda: [verdict(1)], tmp_path / "site", HOUSE)
    assert report.removed == (share_path(verdict(2)), page_path(verdict(2)))
    assert not (tmp_path / "site" / page_path(verdict(2))).exists()


def test_a_failing_template_or_disk_leaves_the_old_site(tmp_path, monkeypatch):
    folder = tmp_path / "site"
    write_site(lambda: [verdict(1)], folder, HOUSE)
    before = files(folder)
    own = (("corrections.html.j2", "{{ nothing_of_that_name }}"),)
    with pytest.raises(UsageError, match=r"corrections\.html\.j2"):
        write_site(lambda: [verdict(1), verdict(2)], folder, HOUSE, own)

    def full(*_args, **_kwargs):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(CaseError, match="No space left"):
        write_site(lambda: [verdict(1), verdict(2)], folder, HOUSE)
    assert files(folder) == before
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_without_an_atomic_exchange_the_swap_is_mended_by_the_next_export(tmp_path, monkeypatch):
    folder = tmp_path / "site"
    monkeypatch.setattr(site, "_exchange", lambda *_: False)
    write_site(lambda: [verdict(1)], folder, HOUSE)
    write_site(lambda: [verdict(1), verdict(2)], folder, HOUSE)
    assert (folder / page_path(verdict(2))).exists()
    before = files(folder)
    os.rename(folder, tmp_path / ".site.workbench-old")  # killed between the two renames
    report = write_site(lambda: [verdict(1), verdict(2)], folder, HOUSE)
    assert report.written == ()
    assert files(folder) == before


KILLED = """
import sys
from pathlib import Path
sys.path.insert(0, {tests!r})
from test_site import HOUSE, verdict
from workbench.edges.site import write_site
folder = Path({folder!r})
print("ready", flush=True)
write_site(lambda: [verdict(n, summary="New {{}}".format(n)) for n in range(400)], folder, HOUSE)
"""


@pytest.mark.slow
@pytest.mark.parametrize("wait", [0.02, 0.1, 0.25, 0.5, 0.9])
def test_a_killed_export_leaves_a_whole_site(tmp_path, wait):
    folder = tmp_path / "site"
    write_site(lambda: [verdict(n) for n in range(400)], folder, HOUSE)
    old = {name: (folder / name).read_bytes() for name in files(folder)}
    code = textwrap.dedent(KILLED).format(tests=os.path.dirname(__file__), folder=str(folder))
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE) as child:
        assert child.stdout.readline() == b"ready\n"
        time.sleep(wait)
        child.send_signal(signal.SIGKILL)
        child.wait()
    now = {name: (folder / name).read_bytes() for name in files(folder)}
    assert set(now) == set(old)
    news = {name for name in now if name.startswith("verdicts/") and now[name] != old[name]}
    assert len(news) in {0, 400}
    write_site(lambda: [verdict(n) for n in range(400)], folder, HOUSE)
    assert {name: (folder / name).read_bytes() for name in files(folder)} == old
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


@pytest.mark.slow
def test_memory_does_not_grow_with_the_pages(tmp_path):
    def peak(count):
        tracemalloc.start()
        write_site(
            lambda: (verdict(n, rationale="word " * 400) for n in range(count)),
            tmp_path / str(count),
            HOUSE,
        )
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return most

    few, many = peak(100), peak(1000)
    assert many - few < 900 * 8_000  # the lists take less than a page of text a verdict
