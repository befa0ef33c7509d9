"""Each target gets back exactly the text, and nothing that acts."""

import csv
import io
import json
import time
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.core.publication.escaping import (
    LONGEST_SLUG,
    csv_cell,
    csv_text,
    file_name,
    html,
    json_ld,
    link,
    markdown,
    markdown_target,
    short_id,
)
from workbench.core.text.display import visible

from .hostile import many, quick, quotes, shape

WINDOWS_NAMES = {
    "con",
    "prn",
    "aux",
    "nul",
    *(f"{port}{n}" for port in ("com", "lpt") for n in range(10)),
}


def check_csv(quote):
    line = io.StringIO()
    csv.writer(line).writerow([csv_cell(quote), "end"])
    ((cell, end),) = csv.reader(io.StringIO(line.getvalue(), newline=""))
    assert end == "end"
    assert csv_text(cell) == quote
    assert cell.lstrip()[:1] not in set("=+-@|%＝＋－＠")
    assert cell[:1] not in {"\t", "\r", "\n"}


class Scripts(HTMLParser):
    def __init__(self, page):
        super().__init__()
        self.found, self.tags = [], []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)

    def handle_data(self, data):
        if self.tags == ["script"]:
            self.found.append(data)

    def handle_comment(self, data):
        self.tags.append("comment")


def check_json_ld(quote):
    text = json_ld({"claimReviewed": quote, quote: [quote]})
    read = Scripts(f'<script type="application/ld+json">{text}</script>')
    assert read.tags == ["script"]
    assert json.loads("".join(read.found)) == {"claimReviewed": quote, quote: [quote]}
    assert all(visible(char) == char and char not in "<>&" for char in text)
    text.encode()


def check_html(quote):
    tags, text = shape(f'<p title="{html(quote)}">{html(quote)}</p>')
    assert tags == [("p", ("title", visible(quote)))]
    assert text == visible(quote)


def check_file_name(text, claim_id):
    name = file_name(text, claim_id)
    assert name.isascii()
    assert set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert len(name) <= LONGEST_SLUG + 17
    assert name.split(".")[0] not in WINDOWS_NAMES
    assert name.endswith(f"-{short_id(claim_id)}")


@quick
@given(quotes)
def test_csv_cells_read_back_and_are_no_formula(quote):
    check_csv(quote)


@quick
@given(st.one_of(quotes, st.text()))
def test_json_ld_reads_back_from_a_page_with_one_script(quote):
    check_json_ld(quote)


@quick
@given(quotes)
def test_html_shows_the_text_only(quote):
    check_html(quote)


@quick
@given(quotes, quotes)
def test_file_names_are_safe(quote, claim_id):
    check_file_name(quote, claim_id)


@pytest.mark.slow
@pytest.mark.parametrize("check", [check_csv, check_json_ld, check_html])
def test_three_thousand_of_each(check):
    many(3000)(given(quotes)(lambda quote: check(quote)))()  # noqa: PLW0108


@pytest.mark.slow
@many(3000)
@given(quotes, quotes)
def test_three_thousand_file_names(quote, claim_id):
    check_file_name(quote, claim_id)


@pytest.mark.parametrize(
    "cell",
    [
        '=HYPERLINK("http://x")',
        " =1+1",
        "\t=1",
        "+1",
        "-1",
        "@SUM(A1)",
        "'=1",
        "'",
        "\r\n=1",
        "\u00a0=1",
        "＝1",
    ],
)
def test_formulas_are_guarded(cell):
    assert csv_cell(cell).startswith("'")
    assert csv_text(csv_cell(cell)) == cell


@pytest.mark.parametrize("cell", ["13,000 people", "“Quoted”", "", "a=1", "2024-05-02"])
def test_ordinary_cells_are_unchanged(cell):
    assert csv_cell(cell) == cell


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("../../x", "x-ab12cd"),
        ("CON", "con-ab12cd"),
        ("a\x00b\\c:d", "a-b-c-d-ab12cd"),
        ("", "claim-ab12cd"),
        ("中国", "claim-ab12cd"),
        ("Żółć & Straße", "zoc-strae-ab12cd"),
        ("More than 13,000 people", "more-than-13-000-people-ab12cd"),
        ("w" * 300, "w" * LONGEST_SLUG + "-ab12cd"),
    ],
)
def test_file_names_say_what_is_inside(text, name):
    assert file_name(text, "ab12cd") == name


def test_two_claims_never_share_a_file_even_where_capitals_do_not_count():
    ids = ["abcd", "ABCD", "ab/cd", "ab\\cd", "../abcd", "abcd ", "a" * 17, "a" * 18]
    assert len({file_name("same words", one).lower() for one in ids}) == len(ids)


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JAVASCRIPT:alert(1)",
        "data:text/html,x",
        "//a.example",
        "http://",
        "https://user:secret@a.example/",
        " https://a.example",
        "https://a.example\n",
        "file:///etc/passwd",
        "https:\\\\a.example",
        "http://[::1",
        "",
        "mailto:a@b.example",
        "java\tscript:x",
    ],
)
def test_what_is_no_web_page_is_no_link(url):
    assert link(url) == ""
    assert markdown_target(url) == ""


@pytest.mark.parametrize(
    ("url", "followed"),
    [
        ("https://a.example/b?c=d&e=f#g", "https://a.example/b?c=d&e=f#g"),
        ("http://a.example/a b<c>", "http://a.example/a%20b%3Cc%3E"),
        ("https://a.example/é", "https://a.example/%C3%A9"),
        ('https://a.example/"onclick=', "https://a.example/%22onclick="),
    ],
)
def test_web_pages_are_followed(url, followed):
    assert link(url) == followed


@pytest.mark.parametrize(
    ("text", "live"),
    [
        ("{{ site.secret }}", "{{"),
        ("{% include x %}", "{%"),
        ("{{< raw >}}", "{{"),
        ("{#id .class}", "{#"),
        ("$x$", "$x$"),
        ("see[^1] or a^b^", "^b^"),
        ("@somebody", "@"),
        ("see #12", " #1"),
        ("<!-- x -->", "--"),
        ("https://a.example", "://"),
        ("www.a.example", "www."),
    ],
)
def test_markers_of_site_generators_and_other_dialects_are_broken_up(text, live):
    assert live in text
    assert live not in markdown(text)


@pytest.mark.parametrize(
    "function",
    [
        markdown,
        html,
        csv_cell,
        link,
        lambda text: file_name(text, "abcd"),
        lambda text: json_ld({"a": text}),
    ],
)
@pytest.mark.parametrize("piece", ["a", '"', " ", "word ", "1", "=", "-", "[", ".", "\n", "://"])
def test_the_work_grows_with_the_length_of_a_hostile_text(function, piece):
    def spent(times):
        """The least processor time of three, each with a text of its own: some are kept."""
        taken = []
        for number in range(3):
            text = piece * times + str(number)
            start = time.process_time()
            function(text)
            taken.append(time.process_time() - start)
        return min(taken)

    assert spent(40_000) < 10 * spent(10_000) + 0.1  # in step: 4 times; by the square: 16 times
