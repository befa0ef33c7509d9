"""Markdown in the tools that editors build sites with: every quote is word for word, and dated.

Those of Python are tried where they are installed; the rules that Hugo, Jekyll and
Eleventy need (flat front matter, times without quotes, entities) are tested in
`tests/core/publication`.
"""

import subprocess
import sys
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.core.publication.example import VERDICT
from workbench.core.publication.markdown import to_markdown

pytestmark = pytest.mark.slow

QUOTES = (
    'She said "no" -- it\'s 12:30... and/or http://x.example/a?b=1 :smile: ^up^ ~down~ "so"',
    "- a * b _c_ <i> & &amp; \\ | $x$ ==m== ++k++ [l](m) #h (c) (tm) \"q\" 's'",
    "1. First: 'tis the 80's -> 1/2 => <-- ...and \"more\"",
    "{{ site.title }} {% raw %} {# no #} {{< ref >}} H~2~O 5^2 @user www.x.example e@x.example",
)
PAGE = to_markdown(
    replace(
        VERDICT,
        claim=QUOTES[0],
        evidence=tuple(replace(VERDICT.evidence[0], quote=quote) for quote in QUOTES),
    )
)


class Quotes(HTMLParser):
    """The texts of the block quotations of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self._inside = 0
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag == "blockquote":
            self._inside += 1
            self.found.append("")

    def handle_endtag(self, tag: str) -> None:
        self._inside -= tag == "blockquote"

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.found[-1] += data


def quoted(page: str) -> list[str]:
    return [text.strip() for text in Quotes(page).found]


def build(*command: str, cwd: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", *command], cwd=cwd, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    "extensions", [[], ["smarty"], ["extra", "smarty", "sane_lists", "toc", "meta"]], ids=str
)
def test_python_markdown_gives_every_quote_back(extensions: list[str]) -> None:
    markdown = pytest.importorskip("markdown")
    text = PAGE if "meta" in extensions else PAGE.split("---\n", 2)[2]
    assert quoted(markdown.markdown(text, extensions=extensions)) == [QUOTES[0], *QUOTES]


def test_mkdocs_builds_the_page(tmp_path: Path) -> None:
    pytest.importorskip("mkdocs")
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "index.md").write_text(PAGE, encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: Desk\nmarkdown_extensions: [smarty, extra, admonition]\n"
    )
    build("mkdocs", "build", "-q", cwd=tmp_path)
    page = (tmp_path / "site" / "index.html").read_text(encoding="utf-8")
    assert quoted(page) == [QUOTES[0], *QUOTES]


def test_pelican_builds_the_page_under_its_title_and_day(tmp_path: Path) -> None:
    pytest.importorskip("pelican")
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "a.md").write_text(PAGE, encoding="utf-8")
    (tmp_path / "conf.py").write_text(
        "SITENAME='Desk'\nTIMEZONE='UTC'\nTYPOGRIFY=False\nSITEURL=''\n"
        "MARKDOWN={'extension_configs': {'markdown.extensions.extra': {},"
        " 'markdown.extensions.smarty': {}, 'markdown.extensions.meta': {}}}\n"
    )
    build("pelican", "content", "-o", "out", "-s", "conf.py", "-q", cwd=tmp_path)
    pages = [p for p in (tmp_path / "out").glob("*.html") if "c1a2b3c4d5" in p.name]
    (page,) = (path.read_text(encoding="utf-8") for path in pages)
    assert quoted(page) == [QUOTES[0], *QUOTES]
    assert "2024-05-04" in page
    assert "The count was reached only a day later" in page
