"""Markdown in the tools that editors build sites with: every quote is word for word, and dated.

Each tool builds a page of its own flavour, with the extensions switched on that curl, mark or
calculate; whichever is not installed is left out. Those of Python come with the extra
`generators`, Jekyll with a system's packages (or `WORKBENCH_JEKYLL` names it), Eleventy with npm
(or `WORKBENCH_ELEVENTY`).
"""

import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.core.publication.example import VERDICT
from workbench.core.publication.markdown import to_markdown
from workbench.edges.pages import write_markdown

pytestmark = pytest.mark.slow

QUOTES = (
    'She said "no" -- it\'s 12:30... and/or http://x.example/a?b=1 :smile: ^up^ ~down~ "so"',
    "- a * b _c_ <i> & &amp; \\ | $x$ ==m== ++k++ [l](m) #h (c) (tm) \"q\" 's'",
    "1. First: 'tis the 80's -> 1/2 => <-- ...and \"more\"",
    "{{ site.title }} {% raw %} {# no #} {{< ref >}} H~2~O 5^2 @user www.x.example e@x.example",
    "\\(a\\) \\[b\\] $$c$$ [[wiki]] {: .x} {.y} !!! note ??? [^1] *[HTML]: no [TOC] [x] ,,low,,",
)
SUMMARY = "The mayor's \"plan\" <b>x</b>: 5 < 6 & {% raw %} {{ x }} *two* #3 -- done: 'so'"
SHOWN = "The mayor’s “plan” ‹b›x‹/b›: 5 ‹ 6 & {% raw %} {{ x }} *two* #3 -- done: ’so’"
"""The summary as a title where a theme undoes escapes."""
TRICKY = replace(
    VERDICT,
    claim=QUOTES[0],
    summary=SUMMARY,
    evidence=tuple(replace(VERDICT.evidence[0], quote=quote) for quote in QUOTES),
)
WANTED = [QUOTES[0], *QUOTES]
PAGE = to_markdown(TRICKY)


class Read(HTMLParser):
    """A page's block quotations, its headings of the first level, and its title."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: dict[str, list[str]] = {"blockquote": [], "h1": [], "title": []}
        self.metas: dict[str, str] = {}
        self._inside: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: Iterable[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "meta" and given.get("name"):
            self.metas[str(given["name"])] = given.get("content") or ""
        if tag in self.found:
            self._inside.append(tag)
            self.found[tag].append("")

    def handle_endtag(self, tag: str) -> None:
        if self._inside and self._inside[-1] == tag:
            self._inside.pop()

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.found[self._inside[-1]][-1] += data


def quoted(page: str) -> list[str]:
    return [text.strip() for text in Read(page).found["blockquote"]]


def headed(page: str) -> list[str]:
    return [" ".join(text.split()) for text in Read(page).found["h1"]]


def build(command: Sequence[str], cwd: Path) -> None:
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def lay(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


def page_of(folder: Path) -> str:
    """The one page that was built of the verdict."""
    pages = [path for path in folder.rglob("*.html") if "c1a2b3c4d5" in str(path)]
    (page,) = (path.read_text(encoding="utf-8") for path in pages)
    return page


def tool(name: str) -> list[str]:
    """How a tool is started: as a module of Python, by its own name, or as the tests are told."""
    if told := os.environ.get(f"WORKBENCH_{name.upper()}"):
        return [told]
    if importlib.util.find_spec(name):
        return [sys.executable, "-m", name]
    if path := shutil.which(name):
        return [path]
    pytest.skip(f"needs {name}")


@pytest.mark.parametrize(
    "extensions", [[], ["smarty"], ["extra", "smarty", "sane_lists", "toc", "meta"]], ids=str
)
def test_python_markdown_gives_every_quote_back(extensions: list[str]) -> None:
    markdown = pytest.importorskip("markdown")
    text = PAGE if "meta" in extensions else PAGE.split("---\n", 2)[2]
    assert quoted(markdown.markdown(text, extensions=extensions)) == WANTED


def test_mkdocs_builds_the_page_under_its_title(tmp_path: Path) -> None:
    mkdocs = tool("mkdocs")
    write_markdown([TRICKY], tmp_path / "docs" / "checks", flavour="mkdocs")
    lay(tmp_path, {
        "docs/index.md": "# Desk\n",
        "mkdocs.yml": "site_name: Desk\nmarkdown_extensions: [smarty, extra, admonition, toc]\n",
    })  # fmt: skip
    build([*mkdocs, "build", "-q"], tmp_path)
    page = page_of(tmp_path / "site")
    assert quoted(page) == WANTED
    assert SUMMARY in headed(page)
    assert Read(page).found["title"] == [f"{SHOWN} - Desk"]
    assert "<b>x</b>" not in page


def test_pelican_builds_the_page_under_its_title_and_day(tmp_path: Path) -> None:
    pelican = tool("pelican")
    write_markdown([TRICKY], tmp_path / "content", flavour="pelican")
    lay(tmp_path, {
        "conf.py": "SITENAME='Desk'\nTIMEZONE='UTC'\nTYPOGRIFY=False\nSITEURL=''\n"
        "MARKDOWN={'extension_configs': {'markdown.extensions.extra': {},"
        " 'markdown.extensions.smarty': {}, 'markdown.extensions.meta': {}}}\n"
    })  # fmt: skip
    build([*pelican, "content", "-o", "out", "-s", "conf.py", "-q"], tmp_path)
    page = page_of(tmp_path / "out")
    assert quoted(page) == WANTED
    assert "2024-05-04" in page
    assert SHOWN in headed(page)
    assert Read(page).metas["description"] == f"Half true. {SHOWN}"
    assert "<b>x</b>" not in page
    listed = (tmp_path / "out" / "index.html").read_text(encoding="utf-8")
    assert "<b>x</b>" not in listed


HUGO = """
baseURL = "https://desk.example/"
title = "Desk"
[markup.goldmark.extensions]
typographer = {disable = false}
[markup.goldmark.extensions.extras]
delete = {enable = true}
insert = {enable = true}
mark = {enable = true}
subscript = {enable = true}
superscript = {enable = true}
[markup.goldmark.extensions.passthrough]
enable = true
[markup.goldmark.extensions.passthrough.delimiters]
block = [['\\[', '\\]'], ['$$', '$$']]
inline = [['\\(', '\\)'], ['$', '$']]
"""


def test_hugo_builds_the_page_under_its_title_and_day(tmp_path: Path) -> None:
    hugo = tool("hugo")
    write_markdown([TRICKY], tmp_path / "content" / "checks", flavour="hugo")
    head = '<title>{{ .Title }}</title><meta name="description" content="{{ .Description }}">'
    body = "<h1>{{ .Title }}</h1>{{ .Date.Format `2006-01-02` }} {{ .Lastmod.Format `2006-01-02` }}"
    lay(tmp_path, {
        "hugo.toml": HUGO,
        "layouts/_default/single.html": f"{head}{body}{{{{ .Content }}}}",
        "layouts/_default/list.html": "{{ range .Pages }}<li>{{ .LinkTitle }}</li>{{ end }}",
    })  # fmt: skip
    build([*hugo, "--noBuildLock"], tmp_path)
    page = page_of(tmp_path / "public")
    assert quoted(page) == WANTED
    assert headed(page) == [SUMMARY]
    assert "2024-05-04 2024-05-06" in page
    assert Read(page).metas["description"] == f"Half true. {SUMMARY}"
    assert (tmp_path / "public" / "tags" / "rated-half-true" / "index.html").exists()


def test_jekyll_posts_the_page_under_its_title_and_day(tmp_path: Path) -> None:
    jekyll = tool("jekyll")
    write_markdown([TRICKY], tmp_path / "_posts", flavour="jekyll")
    body = "<h1>{{ page.title | escape }}</h1><i>{{ page.excerpt }}</i>{{ content }}"
    lay(tmp_path, {"_config.yml": "title: Desk\n", "_layouts/post.html": body})
    build([*jekyll, "build", "-q"], tmp_path)
    page = page_of(tmp_path / "_site" / "2024" / "05" / "04")
    assert quoted(page) == WANTED
    assert headed(page) == [SUMMARY]
    assert "<b>x</b>" not in page


def test_eleventy_builds_the_page_under_its_title_and_day(tmp_path: Path) -> None:
    eleventy = tool("eleventy")
    write_markdown([TRICKY], tmp_path / "checks", flavour="eleventy")
    lay(tmp_path, {
        "checks/checks.json": '{"layout": "page.njk"}',
        "_includes/page.njk": "<h1>{{ title }}</h1>{{ page.date.toISOString() }}"
        "{{ content | safe }}",
        "tagged.njk": "{% for one in collections['rated-half-true'] %}{{ one.url }}{% endfor %}",
    })  # fmt: skip
    build([*eleventy, "--quiet"], tmp_path)
    page = page_of(tmp_path / "_site")
    assert quoted(page) == WANTED
    assert headed(page) == [SUMMARY]
    assert "2024-05-04" in page
    assert "c1a2b3c4d5" in (tmp_path / "_site" / "tagged" / "index.html").read_text()
