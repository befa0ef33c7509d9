"""Addresses in lists and feeds."""

from datetime import UTC, datetime

import pytest

from workbench.edges.web.fetch import Fetched
from workbench.edges.web.links import addresses_in, entries_of
from workbench.errors import InputRefused

FEED = b"<rss><channel><item><link>https://e.example/1</link></item><item><link>javascript:x</link></item></channel></rss>"


def fetched(body, *headers):
    return Fetched(
        "https://e.example/", "https://e.example/", headers, body, datetime(2024, 1, 1, tzinfo=UTC)
    )


@pytest.mark.parametrize(
    ("text", "links"),
    [
        (
            "https://a.example/\n\n# more\n http://b.example/x \nhttps://a.example/\n",
            ["https://a.example/", "http://b.example/x"],
        ),
        ("https://a.example/ is a site\n", []),
        ("https://a.example/\nThe ferry left.\n", []),
        ("https://a.example/\nfile:///etc/passwd\n", []),
        ("", []),
    ],
)
def test_a_list_of_links_is_only_links(text, links):
    assert addresses_in(text) == links


@pytest.mark.parametrize("kind", ["application/rss+xml; charset=utf-8", "text/xml", ""])
def test_a_feeds_entries(kind):
    assert entries_of(fetched(FEED, ("Content-Type", kind)), 9999) == ["https://e.example/1"]


def test_a_page_has_no_entries():
    assert (
        entries_of(fetched(b"<html><body>x</body></html>", ("content-type", "text/html")), 9999)
        == []
    )


def test_a_bad_feed_is_refused():
    with pytest.raises(InputRefused):
        entries_of(
            fetched(b"<!DOCTYPE rss><rss></rss>", ("content-type", "application/rss+xml")), 9999
        )
