"""A web archive is asked for a copy, and its answer is read."""

from datetime import UTC, datetime

import pytest

from workbench.edges.web.fetch import Fetched
from workbench.edges.web.wayback import SERVICE, Saved, save_page
from workbench.errors import InputRefused

AT = datetime(2024, 5, 6, tzinfo=UTC)
URL = "https://post.example/ferry"
COPY = "https://web.archive.org/web/20240506000000/https://post.example/ferry"


class Archive:
    """Stands for the fetcher: answers as the archive does."""

    def __init__(self, final_url, *headers):
        self.answer = (final_url, headers)
        self.asked = []

    def fetch(self, url, at):
        self.asked.append(url)
        return Fetched(url, self.answer[0], self.answer[1], b"", at)


@pytest.mark.parametrize(
    "archive",
    [
        Archive(COPY),
        Archive(SERVICE + URL, ("Content-Location", COPY)),
        Archive(SERVICE + URL, ("content-location", f"/web/20240506000000/{URL}")),
    ],
    ids=["redirect", "header", "relative header"],
)
def test_the_address_of_the_copy_is_kept(archive):
    assert save_page(archive, URL, AT) == Saved(URL, COPY, AT)
    assert archive.asked == [SERVICE + URL]


@pytest.mark.parametrize(
    "archive",
    [Archive(SERVICE + URL), Archive(SERVICE + URL, ("Content-Location", "javascript:x"))],
)
def test_an_answer_without_a_copy_is_refused(archive):
    with pytest.raises(InputRefused):
        save_page(archive, URL, AT)


def test_what_is_no_page_is_never_sent():
    archive = Archive(COPY)
    with pytest.raises(InputRefused):
        save_page(archive, "file:///etc/passwd", AT)
    assert archive.asked == []
