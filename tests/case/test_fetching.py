"""Importing pages: kept with their headers, not twice, and refused by name."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar

import pytest

from workbench.case import Case
from workbench.case.trusting import allow

STORY = (
    "<html><head><title>Floods hit Aville</title></head><body><article><h1>Floods hit Aville</h1>"
    + "".join(
        f"<p>At least {n} people died in Aville on Monday when the river rose, officials of the "
        f"ministry for the interior said in a statement that they gave to reporters.</p>"
        for n in (12, 14, 16)
    )
    + "</article></body></html>"
)
FEED = (
    '<?xml version="1.0"?><rss version="2.0"><channel><title>News</title>'
    "<item><title>One</title><link>{root}/story</link></item>"
    "<item><title>Two</title><link>{root}/gone</link></item></channel></rss>"
)


class Pages(BaseHTTPRequestHandler):
    story = STORY
    copies = True
    asked: ClassVar[list[str]] = []

    def do_GET(self) -> None:
        root = f"http://127.0.0.1:{self.server.server_address[1]}"
        pages = {
            "/story": (self.story, "text/html"),
            "/feed": (FEED.format(root=root), "application/rss+xml"),
        }
        if self.path.startswith("/save/") and self.copies:
            self.asked.append(self.path.removeprefix("/save/"))
            self.send_response(200)
            self.send_header("Content-Location", f"/web/2024/{self.asked[-1]}")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        if self.path not in pages:
            self.send_error(404)
            return
        text, kind = pages[self.path]
        body = text.encode()
        self.send_response(200)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def root() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Pages)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()


@pytest.fixture
def case(tmp_path: Path, root: str) -> Iterator[Case]:
    folder = tmp_path / "case"
    (folder / "seeds").mkdir(parents=True)
    port = root.rpartition(":")[2]
    settings = f"[fetch]\nprivate = true\npause = 0.0\nports = [{port}]\n"
    (folder / "workbench.toml").write_text(settings, encoding="utf-8")
    allow(folder)
    with Case.open(folder, "Ada") as case:
        yield case


def test_a_page_comes_in_and_is_not_kept_twice(case: Case, root: str) -> None:
    first = case.corpus.import_paths([f"{root}/story"])
    again = case.corpus.import_paths([f"{root}/story"])
    assert [row.outcome for row in first.rows] == ["imported"]
    assert {row.outcome for row in again.rows} == {"unchanged"}
    (entry,) = case.corpus.articles()
    assert entry.title == "Floods hit Aville"
    assert entry.url == f"{root}/story"
    assert len([p for p in (case.folder / "seeds").rglob("*") if p.is_file()]) == 1


def test_a_page_that_changed_is_a_new_revision(
    case: Case, root: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    case.corpus.import_paths([f"{root}/story"])
    monkeypatch.setattr(Pages, "story", STORY.replace("12 people", "21 people"))
    report = case.corpus.import_paths([f"{root}/story"])
    assert [row.outcome for row in report.rows] == ["revised"]
    (entry,) = case.corpus.articles()
    assert "12 people" in case.corpus.article(entry.id, 1).text
    assert "21 people" in case.corpus.article(entry.id).text


def test_the_entries_of_a_feed_come_in_and_a_missing_one_is_named(case: Case, root: str) -> None:
    report = case.corpus.import_paths([f"{root}/feed"])
    assert sorted(row.outcome for row in report.rows) == ["imported", "refused"]
    assert "404" in report.refused[0].reason


def test_a_list_of_addresses_is_fetched(case: Case, root: str, tmp_path: Path) -> None:
    links = tmp_path / "links.txt"
    links.write_text(f"# today\n{root}/story\n\n{root}/gone\n", encoding="utf-8")
    report = case.corpus.import_paths([str(links)])
    assert sorted(row.outcome for row in report.rows) == ["imported", "refused"]


def test_an_address_of_ones_own_network_is_refused_unless_allowed(
    empty_case: Case, root: str
) -> None:
    report = empty_case.corpus.import_paths([f"{root}/story"])
    assert [row.outcome for row in report.rows] == ["refused"]
    assert empty_case.corpus.articles() == []


@pytest.fixture
def archiving(tmp_path: Path, root: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Case]:
    """A case that asks the local server for copies."""
    monkeypatch.setattr(Pages, "asked", [])
    folder = tmp_path / "archiving"
    (folder / "seeds").mkdir(parents=True)
    settings = (
        f"[fetch]\nprivate = true\npause = 0.0\nports = [{root.rpartition(':')[2]}]\n"
        f'wayback = true\narchive = "{root}/save/"\n'
    )
    (folder / "workbench.toml").write_text(settings, encoding="utf-8")
    allow(folder)
    with Case.open(folder, "Ada") as case:
        yield case


def test_a_web_archive_is_asked_once_and_its_answer_survives(archiving: Case, root: str) -> None:
    for _ in range(2):
        archiving.corpus.import_paths([f"{root}/story"])
    assert Pages.asked == [f"{root}/story"]
    (entry,) = archiving.corpus.articles()
    archiving.close()
    Case.forget_derived(archiving.folder)
    with Case.open(archiving.folder) as case:
        case.corpus.sync()
        assert case.corpus.web_copy(entry.id) == f"{root}/web/2024/{root}/story"


def test_a_page_comes_in_though_the_archive_makes_no_copy(
    archiving: Case, root: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Pages, "copies", False)
    report = archiving.corpus.import_paths([f"{root}/story"])
    assert sorted(row.outcome for row in report.rows) == ["imported", "partial"]
    assert "archive" in report.refused[0].reason
    assert archiving.corpus.web_copy(archiving.corpus.articles()[0].id) == ""


def test_no_archive_is_asked_unless_the_settings_say_so(
    case: Case, root: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Pages, "asked", [])
    monkeypatch.setattr("workbench.case.importing.fetching.SERVICE", f"{root}/save/")
    case.corpus.import_paths([f"{root}/story"])
    assert Pages.asked == []
