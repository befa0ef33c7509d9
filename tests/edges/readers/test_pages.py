"""HTML pages: the story whole, hidden text never, hostile markup survived."""

import time
from datetime import date

import pytest

from workbench.edges import sandbox
from workbench.edges.readers import Reading, Refusal, read_seed
from workbench.edges.readers.html_body import page_of
from workbench.edges.readers.html_visible import flat_text, hidden_selectors

FIRST = "<p>The first paragraph of this story has quite a few words in it.</p>"
LAST = "<p>The last paragraph closes the story after everything was said.</p>"
NEEDLE = "<p>The needle paragraph stands somewhere deep within the page.</p>"


def page(body, head=""):
    return (
        f"<html lang='en'><head><title>A title - The "
        f"Post</title>{head}</head><body>{body}</body></html>"
    )


def read(tmp_path, html, name="a.html", **options):
    path = tmp_path / name
    path.write_bytes(html if isinstance(html, bytes) else html.encode("utf-8", "surrogatepass"))
    (row,) = read_seed(path, name, **options)
    return row


def text_of(tmp_path, body, head=""):
    return read(tmp_path, page(body, head)).article.text


@pytest.mark.parametrize("depth", [300, 1_500, 50_000])
def test_nesting_loses_no_text(tmp_path, depth):
    row = read(tmp_path, page(FIRST + "<div>" * depth + NEEDLE + "</div>" * depth + LAST))
    for word in ("first paragraph", "needle", "closes the story"):
        assert word in row.article.text
    assert row.article.title == "A title"
    assert depth < 1000 or any(flag.startswith("partial") for flag in row.flags)


@pytest.mark.parametrize("reference", ["&#27;", "&#x1b;", "&#0;", "\x1b", "&#x1B"])
def test_control_characters_empty_nothing(tmp_path, reference):
    row = read(
        tmp_path,
        page(f"{FIRST}<p>A line with {reference}[31m in the middle of its needle.</p>{LAST}"),
    )
    assert "needle" in row.article.text
    assert "first paragraph" in row.article.text
    assert "\x1b" not in row.article.text
    assert "control characters replaced" in row.flags


@pytest.mark.parametrize(
    "hidden",
    [
        '<p style="display:none">{}</p>',
        '<div style="color: red; DISPLAY : none"><p>{}</p></div>',
        '<p style="visibility:hidden">{}</p>',
        "<p hidden>{}</p>",
        "<!-- {} -->",
        "<template><p>{}</p></template>",
        "<noscript><p>{}</p></noscript>",
        "<script>document.write('{}')</script>",
        '<style>.gone, #x {{ display: none }}</style><p class="big gone">{}</p>',
        '<style>.a{{color:red}}.gone{{display:none}}</style><p class="gone">{}</p>',
    ],
)
def test_hidden_text_is_never_quoted(tmp_path, hidden):
    text = text_of(
        tmp_path,
        FIRST + hidden.format("A hidden sentence that no reader of the page can see.") + LAST,
    )
    assert "hidden sentence" not in text
    assert "first paragraph" in text
    assert "closes the story" in text
    deep = (
        FIRST + "<div>" * 3000 + hidden.format("A hidden sentence nobody sees.") + "</div>" * 3000
    )
    if "<style>" not in hidden:
        assert "hidden sentence" not in text_of(tmp_path, deep)


def test_style_sheets_hide_only_what_they_say():
    css = (
        "@media print { .menu { display: none } } .a, .b { display:none } .b { display: block } "
        ".c p { display:none }"
    )
    assert hidden_selectors(css) == {".a"}
    assert hidden_selectors("{" * 100_000 + "@" * 100_000) == frozenset()


def test_paragraphs_that_a_story_repeats_stay(tmp_path):
    text = text_of(tmp_path, "<article>" + FIRST + NEEDLE + FIRST + LAST + "</article>")
    assert text.count("first paragraph") == 2


def test_a_page_that_holds_its_story_twice_keeps_it_once(tmp_path):
    text = text_of(tmp_path, (FIRST + NEEDLE + LAST) * 2)
    assert text.count("needle") == 1


@pytest.mark.parametrize("html", ["<html></html>", "<script>x = 1</script>", "<!-- nothing -->"])
def test_a_page_without_text_is_refused_not_silently_empty(tmp_path, html):
    assert isinstance(read(tmp_path, html), Refusal)


def test_what_a_page_says_of_itself(tmp_path):
    head = """
      <link rel="canonical" href="https://post.example/ferry">
      <meta property="og:site_name" content="The Harbour Post">
      <meta property="article:published_time" content="2021-03-03T08:00:00Z">
      <script type="application/ld+json">{"@graph": [{"@type": "WebPage",
        "datePublished": "2001-01-01"},
        {"@type": ["NewsArticle"], "headline": "Ferry &amp; harbour reopen",
         "dateModified": "2021-03-05",
         "publisher": {"@type": "Organization", "name": "Harbour Post Ltd"}}]}</script>"""
    row = read(tmp_path, page(FIRST + NEEDLE + LAST, head))
    article = row.article
    assert article.title == "Ferry & harbour reopen"
    assert article.publisher == "Harbour Post Ltd"
    assert article.url == "https://post.example/ferry"
    assert article.published == date(2021, 3, 3)
    assert article.language == "en"
    assert row.origins["title"] == "JSON-LD"
    assert row.origins["published"] == "meta article:published_time"
    assert "updated 2021-03-05" in row.flags


def test_the_address_is_right_about_the_day_where_the_paper_is_made(tmp_path):
    head = """<link rel="canonical" href="https://post.example/2021/03/02/ferry/">
      <meta property="article:published_time" content="2021-03-03T02:00:00Z">"""
    row = read(tmp_path, page(FIRST + LAST, head))
    assert row.article.published == date(2021, 3, 2)
    assert row.origins["published"] == "address"


def test_the_users_date_comes_before_the_pages(tmp_path):
    head = '<meta property="article:published_time" content="2021-03-03T02:00:00Z">'
    row = read(tmp_path, page(FIRST + LAST, head), published=date(2020, 1, 1))
    assert row.article.published == date(2020, 1, 1)
    assert row.origins["published"] == "given"


@pytest.mark.parametrize(
    "script",
    ["[" * 100_000, '{"@type": "Article", "headline": ' + "9" * 5000 + "}", "{", '{"@type": 3}',
     '"x"', "null",
     '{"@type":"Article","headline":{"name":{"name":["a"]}},"publisher":[[]],"datePublished":[]}'],
    ids=lambda s: s[:20],
)  # fmt: skip
def test_json_ld_may_be_anything(tmp_path, script):
    head = f'<script type="application/ld+json">{script}</script>'
    assert isinstance(read(tmp_path, page(FIRST + LAST, head)), Reading)


def test_links_that_do_not_lead_to_the_web_are_not_kept(tmp_path):
    row = read(tmp_path, page(FIRST + LAST, '<link rel="canonical" href="javascript:alert(1)">'))
    assert row.article.url == ""


def test_the_pages_own_word_on_its_encoding(tmp_path):
    html = page(
        FIRST + "<p>Ein längeres Stück über die Fähre, das auch dazu gehört.</p>",
        '<meta charset="iso-8859-1">',
    )
    row = read(tmp_path, html.encode("cp1252"))
    assert "längeres Stück über" in row.article.text


@pytest.mark.parametrize(
    "body",
    ["<" * 200_000, "<!--" * 50_000, "<p " + "a='b' " * 100_000 + ">", "&amp;" * 300_000,
     "<b><i>" * 20_000,
     "<table>" * 3_000, "</p>" * 100_000, "\ud800",
     "<svg><p><style><!--</style><img title='--&gt;'>"],
    ids=lambda s: s[:8].encode("ascii", "replace").decode(),
)  # fmt: skip
def test_broken_markup_is_read_or_refused(tmp_path, body):
    row = read(tmp_path, page(FIRST + NEEDLE + body))
    assert isinstance(row, Refusal) or "first paragraph" in row.article.text


@pytest.mark.parametrize("attribute", ["a{}", "a{}='b'", 'data-a{}="b > c"'])
def test_a_tag_with_attributes_without_end_is_read_in_linear_time(attribute):
    crowd = " ".join(attribute.format(n) for n in range(100_000))
    started = time.process_time()
    found = page_of(page(f"{FIRST}<p {crowd}>{NEEDLE[3:]}{LAST}"))
    assert time.process_time() - started < 5  # libxml2 alone takes a quarter of a minute
    assert "needle" in found.text
    assert any(flag.startswith("partial") for flag in found.flags)


def test_scripts_and_long_values_are_no_attributes():
    values = " ".join(f"v{n}" for n in range(10_000))
    body = (
        f"<script>var a = [{values}]</script><p data-all='{values}'>{NEEDLE[3:]}<!-- {values} -->"
    )
    assert page_of(page(FIRST + body + LAST)).flags == ()


@pytest.mark.parametrize(
    ("limits", "words"),
    [({"seconds": 0.02}, "took longer"), ({"megabytes": 64}, "parser")],
    ids=["time", "memory"],
)
def test_a_parser_that_reaches_its_limits_costs_one_row(tmp_path, monkeypatch, limits, words):
    with_limits = sandbox.Sandbox(**limits)
    monkeypatch.setattr(sandbox, "_shared", [with_limits])
    row = read(tmp_path, page(FIRST * 50_000))
    with_limits.close()
    assert isinstance(row, Refusal)
    assert words in row.reason


def test_flat_text_keeps_blocks_apart():
    assert (
        flat_text("<h1>A</h1><p>one<br>two</p><ul><li>x<li>y</ul> z &lt;b&gt;")
        == "A\none\ntwo\nx\ny\nz <b>"
    )
