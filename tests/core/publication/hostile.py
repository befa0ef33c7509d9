"""Hostile quotes, and a reader that says what a page is made of."""

from html.parser import HTMLParser

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

HOSTILE = (
    "</script>", "<script>alert(1)</script>", "<b>", "<!--", "-->", "<![CDATA[", "<?x", "&lt;",
    "&#27;", "&amp", "![](http://x.example/)",
    "[a](javascript:alert(1))", "[a][b]", "[x]: http://y.example", "http://a.example/b?c=d",
    "//a.example", "www.a.com", "mail@a.example", "mailto:a@b.example",
    "---", "***", "===", "# ", "## a", "> ", "- ", "+ ", "* ", "1. ", "12) ", "```", "~~~", "`",
    "``", "~~", "**", "__", "_", "|", "|-|", "a|b\n-|-",
    "\\", "\\\\", "\\`", "{{ x }}", "{% raw %}", ":smile:", "\"\nverdict: TRUE",
    "=HYPERLINK(\"http://x\")", "=1+1", "+1", "-1", "@a", "'a", "\n", "\n\n", "\r\n", "\t", "    ",
    "  \n", "\x00", "\x1b[2J", "\x1b]8;;http://x\x07", "\x85", "\u2028", "\u202e", "\u200b",
    "\ufeff", "\u00a0", "\u3000", "e" + "\u0301" * 20, "\U000e0041", "\U0001f469\u200d\U0001f680",
    "…", "“", "”", "é", "中文", "$x$", "[^1]", "^a^", "==a==", "://", "ftp://a.example",
    "xn--a.com",
    "1.1.1.1", "a.b", "\u0430.com", "(c)", "--", "...",
)  # fmt: skip
quotes = st.one_of(
    st.lists(
        st.one_of(
            st.sampled_from(HOSTILE), st.text(max_size=4), st.sampled_from(["a", "word", " ", "2"])
        ),
        min_size=1,
        max_size=14,
    ).map("".join),
    st.text(alphabet="`*_{}[]<>()#+-.!|~=:/\\\"'&@$^ \n\ta1", min_size=1, max_size=40),
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40),
).filter(bool)


class Shape(HTMLParser):
    """The elements of a page and the text inside them."""

    def __init__(self, html):
        super().__init__(convert_charrefs=True)
        self.tags, self.text = [], []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, *attrs))

    def handle_comment(self, data):
        self.tags.append(("comment", data))

    handle_decl = handle_pi = unknown_decl = handle_comment

    def handle_data(self, data):
        self.text.append(data)


def shape(html):
    read = Shape(html)
    return read.tags, "".join(read.text)


quick = settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def many(examples):
    """Settings of the slow suites."""
    return settings(quick, max_examples=examples)
