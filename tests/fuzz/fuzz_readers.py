"""Coverage-guided fuzzing of the readers (needs `pip install atheris`; not part of the tests).

    python tests/fuzz/fuzz_readers.py READER [SECONDS]

READER is one of TARGETS. Inputs that are worth keeping are gathered in
`tests/fuzz/corpus/READER`; an input that crashes a reader, or takes longer than
5 seconds, is written there as `crash-…` or `timeout-…`, and becomes a test. A
refusal is what a reader is meant to give; any other error is a crash.
"""

import gzip
import io
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["workbench"]):
    from workbench.core.metadata import language_of, publisher_of, title_of
    from workbench.edges.readers import (
        archives,
        csv,
        decoding,
        email,
        fields,
        json,
        jsonl,
        plain,
        warc,
    )
    from workbench.edges.readers.feed_parts import feed_of
    from workbench.edges.readers.html_body import page_of
    from workbench.edges.readers.html_visible import flat_text, hidden_selectors
    from workbench.edges.readers.office_parts import docx_of
    from workbench.edges.readers.readings import Reading, Source
    from workbench.errors import InputRefused

HERE = Path(__file__).parent


def _rows(reader: Callable[[Source], object], data: bytes) -> None:
    stream = io.BufferedReader(io.BytesIO(data))
    try:
        for row in reader(Source("seed", stream, size=len(data))):
            if isinstance(row, Reading):
                row.article.text.encode("utf-8")
                assert "\r" not in row.article.text
                assert "\0" not in row.article.text
                assert row.article.text.strip()
    except InputRefused:
        return


def _page(data: bytes) -> None:
    text = data.decode("utf-8", "replace")
    page = page_of(text, "")
    page.text.encode("utf-8")
    flat_text(text)
    hidden_selectors(text)


def _text(data: bytes) -> None:
    try:
        text = decoding.decode(data[1:], "seed", "" if data[:1] < b"\x80" else "koi8-r").text
    except InputRefused:
        return
    for found in (title_of(text), publisher_of(text)):
        assert found is None or found.value in text.split("\n")[found.line - 1]
    language_of(text)
    plain.split_front_matter(text)
    fields.day_of(text)


def _zip(name: str, text: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(name, text)
    return out.getvalue()


TARGETS: dict[str, Callable[[bytes], object]] = {
    "text": _text,
    "plain": lambda data: _rows(plain.read, data),
    "markdown": lambda data: _rows(plain.read_markdown, b"---\n" + data),
    "jsonl": lambda data: _rows(jsonl.read, data),
    "json": lambda data: _rows(json.read, data),
    "csv": lambda data: _rows(csv.read, b"id,text\n" + data),
    "html": _page,
    "feed": lambda data: feed_of(data.decode("utf-8", "replace")),
    "email": email.parse,
    "zip": lambda data: _rows(archives.read_zip, data),
    "gzip": lambda data: _rows(archives.read_gzip, data),
    "warc": lambda data: _rows(warc.read, data),
    "docx": docx_of,
}

PAGE = b"<html><head><title>T - P</title><script type='application/ld+json'>{\"@type\":\"Article\"}</script></head><body><p style='display:none'>A</p><p>The ferry left.</p></body></html>"
BEGINNINGS: dict[str, tuple[bytes, ...]] = {
    "jsonl": (b'{"id": "a", "text": "The ferry left.", "published": "2021-03-03"}\n',),
    "json": (b'[{"id": "a", "text": "The ferry left."}]', b'{"items": [{"html": "<p>x</p>"}]}'),
    "csv": (b'1,"The ferry, it left"\n2,x\n',),
    "html": (PAGE,),
    "feed": (
        b"<rss><channel><title>P</title><item><link>http://e/</link><description>x</description></item></channel></rss>",
        b'<feed xmlns="http://www.w3.org/2005/Atom"><entry><content type="xhtml"><p>x</p></content></entry></feed>',
    ),
    "email": (
        b"Subject: s\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/html\n\n"
        + PAGE,
    ),
    "warc": (
        b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 61\r\nContent-Type: application/http\r\n\r\n"
        b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\nThe ferry left.\r\n\r\n",
    ),
    "gzip": (gzip.compress(b"The ferry left."),),
    "zip": (_zip("a.txt", "The ferry left."),),
    "docx": (
        _zip(
            "word/document.xml",
            '<w:p xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>',
        ),
    ),
}
"""What fuzzing starts from."""


def main() -> None:
    """Fuzz one reader."""
    name = sys.argv[1]
    seconds = sys.argv[2] if len(sys.argv) > 2 else "600"
    corpus = HERE / "corpus" / name
    corpus.mkdir(parents=True, exist_ok=True)
    for number, data in enumerate(BEGINNINGS.get(name, ())):
        (corpus / f"beginning-{number}").write_bytes(data)
    options = [
        f"-max_total_time={seconds}",
        "-timeout=5",
        "-max_len=4096",
        f"-artifact_prefix={corpus}/",
    ]
    atheris.Setup([sys.argv[0], *options, str(corpus)], TARGETS[name])
    atheris.Fuzz()


if __name__ == "__main__":
    main()
