"""What each tool that builds sites reads: the day, the title, nothing that acts."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from markupsafe import Markup
from ruamel.yaml import YAML

from workbench.core.publication.flavours import FLAVOURS, UNDATED, flavour
from workbench.core.publication.markdown import header, to_markdown
from workbench.errors import UsageError

from .hostile import quick, quotes, shape

YAML_FLAVOURS = sorted(set(FLAVOURS) - {"pelican"})


def front(page: str) -> dict:
    return YAML(typ="safe").load(page.split("---\n")[1])


@pytest.mark.parametrize("name", YAML_FLAVOURS)
def test_front_matter_holds_the_same_whatever_the_tool(verdict, name):
    said = front(to_markdown(verdict, flavour=FLAVOURS[name]))
    for field in ("claim", "description", "slug", "rating", "source_url"):
        assert said[field] == header(verdict)[field]
    assert said["date"].isoformat() == "2024-05-04T10:11:12+00:00"


@pytest.mark.parametrize(
    ("name", "field", "value"),
    [
        ("hugo", "tags", ["rated-half-true"]),
        ("hugo", "draft", False),
        ("jekyll", "layout", "post"),
        ("jekyll", "render_with_liquid", False),
        ("eleventy", "templateEngineOverride", "md"),
    ],
)
def test_a_tool_finds_what_it_looks_for(verdict, name, field, value):
    assert front(to_markdown(verdict, flavour=FLAVOURS[name]))[field] == value


def test_pelican_s_lines_have_no_quotes_that_it_would_show(verdict):
    said = replace(verdict, summary='The "list" of\nthe mayor')
    lines = to_markdown(said, flavour=FLAVOURS["pelican"]).split("\n\n", 1)[0].splitlines()
    assert lines[0] == "title: The “list” of the mayor"
    assert "date: 2024-05-04T10:11:12Z" in lines
    assert "modified: 2024-05-06T08:00:00Z" in lines
    assert "author: Ada Berg" in lines
    assert all(re.match(r"[a-z_]+: \S", line) for line in lines)


@quick
@given(quotes)
def test_no_title_acts_where_a_theme_prints_it_raw_or_undoes_its_escapes(quote):
    for name in ("pelican", "mkdocs"):
        fields = dict.fromkeys(("title", "description", "reviewer"), quote)
        title = str(FLAVOURS[name].shaped({**fields, "lastmod": ""})["title"])
        for printed in (title, Markup(title).striptags()):
            tags, _ = shape(f'<p title="{printed}">{printed}</p>')
            assert [tag for tag, *_ in tags] == ["p"]
            assert len(tags[0]) == 2


@pytest.mark.parametrize(
    ("name", "day", "file"),
    [
        ("jekyll", "2024-05-04T10:11:12Z", "2024-05-04-the-dam-broke-c1.md"),
        ("jekyll", "some day", f"{UNDATED}-the-dam-broke-c1.md"),
        ("hugo", "2024-05-04T10:11:12Z", "the-dam-broke-c1.md"),
    ],
)
def test_a_page_is_called_as_the_tool_wants_it(name, day, file):
    got = FLAVOURS[name].file_of("The dam broke.", "c1", day)
    assert re.sub(r"-[0-9a-f]{16}\.md", "-c1.md", got) == file


def test_mkdocs_shows_the_title_that_its_themes_leave_out(verdict):
    page = to_markdown(verdict, flavour=FLAVOURS["mkdocs"]).split("---\n", 2)[2]
    assert page.startswith(f"\n# {verdict.summary.rstrip('.')}")
    assert "\n# " not in to_markdown(verdict)


def test_a_tool_that_nobody_knows_is_named():
    with pytest.raises(UsageError, match="no flavour 'zola'; there are plain, hugo"):
        flavour("zola")
