"""What is fuzzed: every reader from bytes to articles, and what readers are made of.

A refusal is what a reader is meant to give; any other error is a crash. The parts
that run in a child process run in this one, so that the fuzzer sees their branches
and their crashes.
"""

import gzip
import io
import zipfile
from collections.abc import Callable
from importlib import import_module

from workbench.core.reading.metadata import language_of, publisher_of, title_of
from workbench.edges.readers import article_fields, decoding, email, finished, html, office, plain
from workbench.edges.readers import feeds as feed_reader
from workbench.edges.readers.html_body import page_of
from workbench.edges.readers.html_visible import flat_text, hidden_selectors
from workbench.edges.readers.readings import Reading, Refusal, Row, Source
from workbench.edges.readers.registry import SUFFIXES
from workbench.errors import InputRefused


class Direct:
    """Stands for the child process: calls, and lets every error out."""

    def call(self, function: Callable[..., object], *arguments: object) -> object:
        return function(*arguments)


WITH_A_CHILD = (html, email, office, feed_reader)
"""The modules whose `shared` gives the child process."""


def in_this_process() -> None:
    """Have the readers parse here from now on."""
    for module in WITH_A_CHILD:
        module.shared = Direct  # type: ignore[assignment]


def read(where: str, data: bytes) -> list[Reading | Refusal]:
    """All that a reader, named as in the registry, makes of the bytes."""
    module, function = where.split(".")
    reader = getattr(import_module(f"workbench.edges.readers.{module}"), function)
    stream = io.BufferedReader(io.BytesIO(data))
    try:
        rows: list[Row] = list(reader(Source("seed", stream, size=len(data))))
    except InputRefused as refused:
        return [Refusal(refused.source, refused.reason)]
    return [checked(finished(row)) for row in rows]


def checked(row: Reading | Refusal) -> Reading | Refusal:
    """A row that keeps what readers promise of one."""
    if isinstance(row, Refusal):
        assert row.source.isprintable()
        assert row.reason.isprintable()
        assert row.reason
        return row
    text = row.article.text
    text.encode("utf-8")
    assert text.strip()
    assert "\r" not in text
    assert "\0" not in text
    assert not row.article.url or article_fields.is_web_address(row.article.url)
    return row


def page(data: bytes) -> None:
    """A page's parts, those too that `html.read` reaches only for odd pages."""
    text = data.decode("utf-8", "replace")
    page_of(text, "https://post.example/2021/03/03/a").text.encode("utf-8")
    flat_text(text)
    hidden_selectors(text)


def text(data: bytes) -> None:
    """Decoding, and what is looked for in any text."""
    try:
        found = decoding.decode(data[1:], "seed", "" if data[:1] < b"\x80" else "koi8-r").text
    except InputRefused:
        return
    for stated in (title_of(found), publisher_of(found)):
        assert stated is None or stated.value in found.split("\n")[stated.line - 1]
    language_of(found)
    plain.split_front_matter(found)
    article_fields.day_of(found)


def _zip(name: str, content: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(name, content)
    return out.getvalue()


def _pdf(words: str) -> bytes:
    drawn = f"BT /F 9 Tf 9 9 Td ({words}) Tj ET"
    objects = (
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Resources<</Font<</F 4 0 R>>>>/Contents 5 "
        "0 R>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        f"<</Length {len(drawn)}>>stream\n{drawn}\nendstream",
    )
    out, places = "%PDF-1.4\n", ""
    for number, content in enumerate(objects, 1):
        places += f"{len(out):010} 00000 n \n"
        out += f"{number} 0 obj{content}endobj\n"
    start, size = len(out), len(objects) + 1
    table = f"xref\n0 {size}\n0000000000 65535 f \n{places}"
    return f"{out}{table}trailer<</Root 1 0 R/Size {size}>>\nstartxref\n{start}\n%%EOF\n".encode()


def _reader(where: str) -> Callable[[bytes], object]:
    return lambda data: read(where, data)


TARGETS: dict[str, Callable[[bytes], object]] = {
    "page": page,
    "text": text,
    **{where: _reader(where) for where in sorted(set(SUFFIXES.values()))},
}
"""Name → what is called with the fuzzer's bytes; every reader is there under its own name."""

PAGE = (
    b"<html><head><title>T - P</title><meta property='og:site_name' content='P'>"
    b"<script "
    b'type=\'application/ld+json\'>{"@type":"Article","datePublished":"2021-03-03"}</script>'
    b"<style>.a{display:none}</style></head><body><p style='display:none'>A</p>"
    b"<p>The ferry left.</p><p>The ferry left.</p></body></html>"
)
BEGINNINGS: dict[str, tuple[bytes, ...]] = {
    "wire.read": (
        b"<?xml "
        b'version="1.0"?><nitf><body><body.head><hedline><hl1>Ferry</hl1></hedline></body.head>'
        b"<body.content><p>The ferry left the pier at noon, the port "
        b"said.</p></body.content></body>"
        b"</nitf>",
    ),
    "plain.read_markdown": (b"---\ntitle: T\ndate: 2021-03-03\n---\nThe ferry left.\n",),
    "jsonl.read": (b'{"id": "a", "text": "The ferry left.", "published": "2021-03-03"}\n',),
    "json.read": (
        b'[{"id": "a", "text": "The ferry left."}]',
        b'{"items": [{"html": "<p>x</p>"}]}',
    ),
    "csv.read": (b'id,text\n1,"The ferry, it left"\n2,x\n',),
    "html.read": (PAGE,),
    "page": (PAGE,),
    "feeds.read": (
        b"<rss><channel><title>P</title><item><link>http://e/</link>"
        b"<description>x</description></item></channel></rss>",
        b'<feed xmlns="http://www.w3.org/2005/Atom"><entry><content '
        b'type="xhtml"><p>x</p></content></entry></feed>',
    ),
    "email.read": (
        b"Subject: s\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/html\n\n"
        + PAGE,
        b"From: =?utf-8?q?a?= <a@b.example>\nContent-Transfer-Encoding: "
        b"base64\n\nVGhlIGZlcnJ5IGxlZnQu\n",
    ),
    "warc.read": (
        b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 61\r\nContent-Type: "
        b"application/http\r\n\r\n"
        b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\nThe ferry left.\r\n\r\n",
    ),
    "archives.read_gzip": (gzip.compress(b"The ferry left."),),
    "archives.read_zip": (_zip("a.txt", "The ferry left."), _zip("a.jsonl", '{"text": "x"}')),
    "office.read_docx": (
        _zip(
            "word/document.xml",
            '<w:p xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
            "<w:r><w:t>The ferry left.</w:t></w:r></w:p>",
        ),
    ),
    "office.read_pdf": (_pdf("The ferry left."),),
}
"""What fuzzing starts from."""
