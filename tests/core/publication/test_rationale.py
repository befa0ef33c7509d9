"""A reviewer's Markdown: kept where it is plain, published as text where it reaches further."""

import pytest
from hypothesis import given
from markdown_it import MarkdownIt

from workbench.core.publication.rationale import as_html, as_markdown, objections

from .hostile import quick, quotes


@pytest.mark.parametrize(
    "text",
    [
        "Plain.",
        "*a* **b** `c`",
        "- a\n- b",
        "> quoted",
        "[a](https://a.example)",
        "<https://a.example>",
        "| a |\n| - |\n| b |",
        "```\nclosed\n```",
        "    code",
        "",
    ],
)
def test_ordinary_markdown_is_kept(text):
    assert objections(text) == ()
    assert as_markdown(text) == text.strip()


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("<b>x</b>", "HTML"),
        ("<!-- x", "HTML"),
        ("![a](https://a.example/p.png)", "an image"),
        ("[a](javascript:alert(1))", ""),
        ("[a](ftp://a.example)", "a link that is not http or https"),
        ("~~~\nopen", "a code fence or comment that is not closed"),
        ("- # a", "a heading inside a list or quotation"),
    ],
)
def test_what_reaches_further_is_named_and_published_as_text(text, says):
    assert says in (*objections(text), "")
    tags = MarkdownIt("commonmark").render(as_markdown(text))
    assert "<b>" not in tags.replace("&lt;b&gt;", "")
    assert "<img" not in tags
    assert "href" not in tags


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("# A\n\n###### B\n\nC\n===\n", "### A\n\n#### B\n\n### C"),
        ("## Why\n\n### More\n\n## Then", "### Why\n\n#### More\n\n### Then"),
        ("### Deep ###", "### Deep ###"),
        ("a - b -\nc\n---", "### a - b - c"),
        ("#hash #\n===", "### #hash \\#"),
    ],
)
def test_headings_go_below_the_page_s_own_without_a_gap(text, shown):
    assert as_markdown(text).rstrip() == shown
    assert "<h3>" in as_html(text)


def test_links_in_pages_pass_nothing_on():
    assert 'rel="noopener noreferrer nofollow"' in as_html("[a](https://a.example)")


@quick
@given(quotes)
def test_no_rationale_brings_more_than_text_into_a_page(text):
    html = as_html(text)
    for tag in ("<script", "<img", "<h1", "<h2", "<!--", 'javascript:alert(1)"'):
        assert tag not in html
