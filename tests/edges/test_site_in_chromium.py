"""The site as a real browser has it: what it runs, asks for, shows and finds inaccessible."""

import contextlib
import json
import re
import threading
from dataclasses import replace
from datetime import date
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest

from tests.chromium import CHROMIUM, axe_findings, dom
from workbench.core.publication import (
    Citation,
    Correction,
    EvidenceItem,
    FigureRow,
    HistoryItem,
    House,
    PublishedVerdict,
)
from workbench.core.publication.claimreview import page_path, to_claimreview
from workbench.core.verdicts.ratings import DEFAULT_SCALE
from workbench.edges.site import write_site

HOUSE = House("The Desk", "https://desk.example", corrections_contact="write to us")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium"),
]

WHERE = Citation(
    "Harbour log", "Post", "https://post.example/log", date(2024, 5, 2), "log.txt", 1, 0, 20
)
PLAIN = PublishedVerdict(
    claim_id="harbour1",
    claim="The storm sank 12 ships in the harbour.",
    claimant="the harbour master",
    said_on=date(2024, 5, 2),
    citation=WHERE,
    rating=DEFAULT_SCALE.rating("half true"),
    summary="The log lists nine ships, and three more a day later.",
    rationale="## Why\n\nThe *log* is [public](https://log.example/).\n\n| a | b |\n| - | - |\n| "
    "1 | 2 |\n",
    evidence=(
        EvidenceItem(
            "corroborates", "Twelve ships were lost.", WHERE, "a day later", "Ada", True, "g1"
        ),
        EvidenceItem(
            "conflicts", "Nine ships were lost.", WHERE, "", "Ada", False, "g2", "changed"
        ),
    ),
    figures=(
        FigureRow("ships lost", 12, None, "Post", date(2024, 5, 3), "the harbour master"),
        FigureRow("ships lost", 9, 9, "Coast Wire", date(2024, 5, 2), ""),
    ),
    reviewer="Ada",
    decided_at="2024-05-04T10:00:00Z",
    history=(HistoryItem("2024-05-04T10:00:00Z", "Ada", "rated", "half true"),),
    corrections=(Correction("2024-05-06T10:00:00Z", "Ada", "A date was wrong."),),
)
ATTACK = (
    '</script><script>document.title="RUN"</script><img src="{server}/img" '
    "onerror=\"document.title='RUN'\">"
    '![x]({server}/md) <iframe src="{server}/frame"></iframe> <link rel=stylesheet '
    'href="{server}/css">'
    ' --><svg onload=alert(1)> \u202e\x1b[2J {{{{ 7*7 }}}} "onclick="x" \'; @import '
    "url({server}/import);"
)


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_args):
        """Requests are counted, not printed."""

    def do_GET(self):
        self.server.asked.append(self.path.partition("#")[0])
        super().do_GET()


@contextlib.contextmanager
def served(folder):
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    server.asked = []
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server, f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.fixture
def site(tmp_path):
    folder = tmp_path / "site"
    with served(folder) as (server, address):
        attack = ATTACK.format(server=address)
        hostile = replace(
            PLAIN,
            claim_id="hostile1",
            claim=attack,
            claimant=attack,
            summary=attack,
            rationale=attack,
            unknown=attack,
            citation=replace(WHERE, title=attack, publisher=attack, url=f"javascript:{attack}"),
            evidence=(replace(PLAIN.evidence[0], quote=attack, note=attack),),
            rating=DEFAULT_SCALE.rating("false"),
        )
        write_site(lambda: [PLAIN, hostile], folder, HOUSE)
        yield folder, server, address, hostile, tmp_path / "profile"


def test_a_hostile_verdict_runs_nothing_and_asks_for_nothing(site):
    _, server, address, hostile, profile = site
    page = dom(f"{address}/{page_path(hostile)}", profile)
    assert "<title>RUN" not in page
    assert server.asked == [f"/{page_path(hostile)}"]
    scripts = re.findall(r"<script[^>]*>(.*?)</script>", page, re.DOTALL)
    assert len(scripts) == 1
    assert json.loads(scripts[0]) == to_claimreview(
        hostile, base_url=HOUSE.url, organisation=HOUSE.name
    )


def test_the_index_filters_by_rating_and_words_without_a_server(site):
    folder, _, _, _, profile = site

    def shown(fragment):
        page = dom(f"{(folder / 'index.html').as_uri()}{fragment}", profile)
        count = re.search(r'id="count"[^>]*>([^<]*)<', page)[1]
        items = re.findall(r"<li data-rating=[^>]*>", page)
        return count, sum("hidden" not in item for item in items)

    assert shown("") == ("2 of 2", 2)
    assert shown("#rating=half+true") == ("1 of 2", 1)
    assert shown("#q=hárbour+nine") == ("1 of 2", 1)
    assert shown("#q=nothing-like-it") == ("0 of 2", 0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1100, 360])
def test_axe_finds_nothing(site, tmp_path, scheme, width):
    folder, *_ = site
    for name in ("index.html", "corrections.html", page_path(PLAIN)):
        assert axe_findings(folder / name, tmp_path, width, dark=scheme == "dark") == []
