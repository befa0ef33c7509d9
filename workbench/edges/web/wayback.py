"""Asking a web archive to keep a page, so that evidence survives the page.

Off unless the case's settings ask for it: it tells the archive what a newsroom
looks at. The Internet Archive's Save Page Now answers with the address of the
copy, in `Content-Location` or by redirecting there.
"""

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urljoin

from workbench.edges.readers.article_fields import is_web_address
from workbench.edges.web.fetch import Fetcher
from workbench.errors import InputRefused

SERVICE = "https://web.archive.org/save/"
"""Where the page's address is appended."""


@dataclass(frozen=True, slots=True)
class Saved:
    """The copy that an archive made of a page: its address, and when it was asked."""

    url: str
    copy: str
    at: datetime


def save_page(fetcher: Fetcher, url: str, at: datetime, service: str = SERVICE) -> Saved:
    """Ask for a copy of a page. `at` is the time that is recorded.

    The fetcher's limits hold; it should not obey robots.txt, which is written for
    crawlers of the archive and not for people who add to it. Raises InputRefused.
    """
    if not is_web_address(url):
        raise InputRefused(url, "not an address of the web (http or https)")
    fetched = fetcher.fetch(service + url, at)
    stated = {name.lower(): value for name, value in fetched.headers}.get("content-location", "")
    copy = urljoin(fetched.final_url, stated) if stated else fetched.final_url
    if copy == service + url or not is_web_address(copy):
        raise InputRefused(url, "the archive did not say where its copy is")
    return Saved(url, copy, at)
