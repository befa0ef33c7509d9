"""Quotes are the property here: whatever stands in an article, a page shows it and nothing else."""

import re
from dataclasses import replace
from io import StringIO

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from ruamel.yaml import YAML

from workbench.core.publication import independence, sources_in_words
from workbench.core.publication.escaping import front_matter, markdown
from workbench.core.publication.markdown import header, to_markdown
from workbench.core.text.display import visible
from workbench.errors import UsageError

from .hostile import HOSTILE, many, quick, quotes, shape

PRESETS = ("commonmark", "js-default", "gfm-like")
READERS = {preset: MarkdownIt(preset) for preset in PRESETS}

PLACES = (
    ("> ", ["blockquote", "p"], "\n", "\n\n"),
    ("", ["p"], "", "\n"),
    ("1. > ", ["ol", "li", "blockquote", "p"], "\n\n\n", "\n\n\n\n"),
    ("# ", ["h1"], "", "\n"),
)
"""Before the quote, the elements this makes, and the line feeds the renderer puts round the
text."""


def check_quote(quote, preset):
    """A quote in a blockquote, a paragraph, a list and a heading renders as itself."""
    for before, elements, lead, trail in PLACES:
        tags, text = shape(READERS[preset].render(f"{before}{markdown(quote)}\n"))
        assert [tag for tag, *_ in tags] == elements
        assert text == lead + visible(quote) + trail
    tags, text = shape(READERS[preset].render(f"x **{markdown(quote)}** y\n"))
    assert {tag for tag, *_ in tags} <= {"p", "strong"}
    assert visible(quote) in text


def check_cell(quote, preset):
    if preset == "commonmark":
        return
    row = f"| h | h |\n| --- | --- |\n| {markdown(quote)} | \uabcd |\n"
    tags, text = shape(READERS[preset].render(row))
    assert [tag for tag, *_ in tags] == [
        "table",
        "thead",
        "tr",
        "th",
        "th",
        "tbody",
        "tr",
        "td",
        "td",
    ]
    assert text.split("\n\n\n\n\n", 1)[1].split("\n\uabcd\n")[0] == visible(quote)


@pytest.mark.parametrize("preset", PRESETS)
@pytest.mark.parametrize("quote", HOSTILE)
def test_each_hostile_piece_renders_as_itself(quote, preset):
    check_quote(quote, preset)
    check_cell(quote, preset)


@quick
@given(quotes, st.sampled_from(PRESETS))
def test_any_quote_renders_as_itself(quote, preset):
    check_quote(quote, preset)
    check_cell(quote, preset)


@pytest.mark.slow
@pytest.mark.parametrize("preset", PRESETS)
def test_four_thousand_quotes_a_preset_render_as_themselves(preset):
    @many(4000)
    @given(quotes)
    def check(quote):
        check_quote(quote, preset)
        check_cell(quote, preset)

    check()


def round_trip(value):
    text = front_matter({"claim": value, "after": 1})
    lines = text.splitlines() if value.isascii() else text.split("\n")
    assert lines[0] == "---"
    assert [line for line in lines[1:] if line.rstrip() in {"---", "..."}] == ["---"]
    block = text.split("---\n", 1)[1].rsplit("---\n", 1)[0]
    assert YAML(typ="safe").load(StringIO(block)) == {"claim": value, "after": 1}
    assert yaml.safe_load(block) == {"claim": value, "after": 1}


@quick
@given(quotes)
def test_front_matter_reads_back_exactly(quote):
    round_trip(quote)


@pytest.mark.slow
@many(3000)
@given(quotes)
def test_three_thousand_front_matters_read_back_exactly(quote):
    round_trip(quote)


@pytest.mark.parametrize(
    "word", ["yes", "no", "null", "1e3", "2024-05-02", "0o7", "---", "a: b", "# x", "", "\ud800"]
)
def test_front_matter_keeps_words_words(word):
    read = YAML(typ="safe").load(front_matter({"a": word}).split("---\n")[1])
    assert read == {"a": word}


def test_page_says_all_that_a_reader_needs(verdict):
    page = to_markdown(verdict)
    for wanted in (
        verdict.claim,
        "**Who said it:** the mayor of Torvik",
        "**Reported:** 2 May 2024",
        "**Rating: Half true.** " + verdict.summary,
        "3 on a scale from 1",
        "The first count was **31**.",
        "> Officials put the dead at 43 on Friday.",
        "> The police denied that more than 31 bodies were found.",
        "[Police on Torvik](<https://fjord.example/>), Daily Fjord, 2 May 2024",
        "2 independent sources of 3.",
        "| people killed | 40 or more | the mayor | Northern Post | 2 May 2024 |",
        "How many are still missing.",
        "**Reviewer:** Ada Berg",
        "**Second reviewer:** Bo Lind",
        "**Decided:** 4 May 2024, 10:11 UTC",
        "**6 May 2024, 08:00 UTC** (minor correction, Ada Berg): The date of the police statement "
        "was wrong.",
        "4 May 2024, 10:00 UTC, Ada Berg linked. Officials put the dead at 43",
    ):
        assert wanted in page


def test_evidence_stands_under_its_relation(verdict):
    page = to_markdown(verdict)
    places = [
        page.index(text)
        for text in (
            "## Evidence for",
            "Officials put",
            "## Evidence against",
            "The police denied",
            "## Context",
            "Torvik has",
        )
    ]
    assert places == sorted(places)


def test_rationale_headings_go_below_the_page_s_own(verdict):
    assert "\n### What changed\n" in to_markdown(verdict)


@pytest.mark.parametrize(
    "rationale",
    [
        "```\nopen",
        "<!-- open",
        "<div>",
        "![](http://x.example/a.png)",
        "[x](javascript:alert(1))",
        "> ```\n> a",
        "a <script>alert(1)</script>",
        "> # a",
        "- a\n  ---",
    ],
)
def test_rationale_cannot_hide_the_evidence_against(verdict, rationale):
    page = to_markdown(replace(verdict, rationale=rationale))
    for reader in READERS.values():
        tags, text = shape(reader.render(page.split("---\n", 2)[2]))
        assert "The police denied that more than 31 bodies were found." in text
        headings = [tag for tag, *_ in tags if tag == "h2"]
        assert len(headings) == 13
        assert not any(tag in {"script", "img", "div"} for tag, *_ in tags)


def test_no_evidence_is_said(verdict):
    page = to_markdown(replace(verdict, evidence=()))
    assert "No passage that contradicts the claim was linked." in page
    assert "0 independent sources of 0" in page


def test_sources_of_one_group_count_once(verdict):
    assert independence(verdict.evidence) == (2, 4)
    assert sources_in_words(verdict.evidence[:2]) == "1 independent source of 2"


def test_rating_off_the_axis_shows_no_number(verdict):
    from workbench.core.verdicts.ratings import DEFAULT_SCALE

    page = to_markdown(replace(verdict, rating=DEFAULT_SCALE.rating("unproven")))
    assert "on a scale" not in page
    assert "rating_axis" not in page


def test_a_newsroom_s_template_takes_the_place_and_is_escaped(verdict):
    own = (("verdict.md.j2", "# Ours\n\n> {{ v.claim }}\n"),)
    page = to_markdown(replace(verdict, claim="*loud*"), templates=own)
    assert page.endswith("# Ours\n\n> \\*loud\\*\n")


@pytest.mark.parametrize("template", ["{{ v.nothing }}", "{% if %}", "{{ ''.__class__.__mro__ }}"])
def test_a_template_that_fails_is_named(verdict, template):
    with pytest.raises(UsageError, match=r"verdict\.md\.j2"):
        to_markdown(verdict, templates=(("verdict.md.j2", template),))


def test_parts_are_set_apart_by_one_empty_line(verdict):
    bare = replace(
        verdict,
        evidence=(),
        figures=(),
        corrections=(),
        history=(),
        claimant="",
        said_on=None,
        rationale="",
    )
    changed = replace(
        verdict, evidence=tuple(replace(item, state="changed") for item in verdict.evidence)
    )
    for v in (verdict, bare, changed):
        page = to_markdown(v).split("---\n", 2)[2]
        assert "\n\n\n" not in page
        lines = page.split("\n")
        for number, line in enumerate(lines):
            if line.startswith("## "):
                assert lines[number - 1] == lines[number + 1] == ""


def test_front_matter_of_a_page_reads_back_as_its_header(verdict):
    where = replace(verdict.citation, title="", url="", published=None)
    bare = replace(
        verdict,
        claimant="",
        said_on=None,
        second_reviewer="",
        citation=where,
        evidence=(),
        corrections=(),
    )
    for v in (verdict, bare):
        read = YAML(typ="safe").load(to_markdown(v).split("---\n")[1])
        for name in ("date", "lastmod"):  # times, so that a generator can sort by them
            read[name] = read[name].strftime("%Y-%m-%dT%H:%M:%SZ")
        assert read == header(v)
        assert all(not isinstance(value, dict) for value in read.values())


@pytest.mark.parametrize("name", ["true", "false", "No", "2024", "1e5", "null", "~"])
def test_a_rating_is_a_word_in_the_front_matter_whatever_it_is_called(verdict, name):
    rated = replace(verdict, rating=replace(verdict.rating, name=name))
    read = YAML(typ="safe").load(to_markdown(rated).split("---\n")[1])
    assert read["rating"] == name
    assert isinstance(read["tags"], str)


def test_signs_of_a_template_language_leave_no_rationale_running(verdict):
    for sign in ("{% raw %}", "`{{ site.title }}`", "    {# hidden #}", "{{< ref >}}"):
        page = to_markdown(replace(verdict, rationale=f"As the list says: {sign}"))
        assert not re.search(r"\{[{%#]", page)
