"""Feeds, mail, archives and WARC files."""

import base64
import gzip
import io
import json
import time
import zipfile
from datetime import UTC, date, datetime
from email.message import EmailMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.edges.readers import Reading, Refusal, read_seed
from workbench.edges.readers.unpacking import unpacked
from workbench.edges.readers.warc import record_of
from workbench.errors import InputRefused

STORY = "The ferry left the port on Monday with all of its crew on board. " * 5
PAGE = (
    f"<html><head><title>Ferry "
    f"leaves</title></head><body><article><p>{STORY}</p></article></body></html>"
)


def read(tmp_path, data, name):
    path = tmp_path / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return list(read_seed(path, name))


def rss(items, head=""):
    return (
        f'<?xml version="1.0"?>{head}<rss version="2.0"><channel><title>The '
        f"Post</title>{items}</channel></rss>"
    )


ITEM = (
    "<item><title>Ferry leaves</title><link>https://e.example/f</link><guid>f1</guid>"
    "<pubDate>Mon, 06 Sep 2021 00:01:00 +0000</pubDate>"
    "<description>&lt;p&gt;It "
    "&lt;b&gt;left&lt;/b&gt;.&lt;/p&gt;&lt;script&gt;x&lt;/script&gt;</description></item>"
)


def test_an_rss_feed(tmp_path):
    (row,) = read(tmp_path, rss(ITEM), "a.rss")
    article = row.article
    assert (article.title, article.publisher, article.url) == (
        "Ferry leaves",
        "The Post",
        "https://e.example/f",
    )
    assert article.text == "It left."
    assert article.published == date(2021, 9, 6)
    assert "the feed has a summary only" in row.flags


def test_an_atom_feed(tmp_path):
    data = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>The '
        "Post</title><entry><id>urn:1</id><title>T</title>"
        '<link rel="self" href="https://e.example/s"/><link href="https://e.example/1"/>'
        '<content type="xhtml"><div '
        'xmlns="http://www.w3.org/1999/xhtml"><p>One.</p><p>Two.</p></div></content>'
        "<updated>2020-01-02T00:00:00Z</updated></entry></feed>"
    )
    (row,) = read(tmp_path, data, "a.xml")
    assert (row.article.text, row.article.url) == ("One.\nTwo.", "https://e.example/1")


def test_a_feed_that_grows_at_the_top_keeps_its_ids(tmp_path):
    newer = ITEM.replace("f1", "f2")
    (old,) = read(tmp_path, rss(ITEM), "a.rss")
    assert [r.article.id for r in read(tmp_path, rss(newer + ITEM), "a.rss")][1] == old.article.id


def test_a_link_that_runs_is_inert(tmp_path):
    (row,) = read(
        tmp_path, rss(ITEM.replace("https://e.example/f", "javascript:alert(1)")), "a.rss"
    )
    assert row.article.url == ""
    assert any("link is not kept" in flag for flag in row.flags)


BOMB = "".join(
    f"<!ENTITY l{n} "
    f'"{"&l" + str(n - 1) + ";" if n else "lol"}{("&l" + str(n - 1) + ";") * 9 if n else ""}">'
    for n in range(10)
)


@pytest.mark.parametrize(
    "head",
    [
        f"<!DOCTYPE rss [{BOMB}]>",
        '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE rss SYSTEM "http://127.0.0.1:9/x.dtd">',
        '<!DOCTYPE rss [<!ENTITY % p SYSTEM "file:///etc/passwd"> %p;]>',
    ],
)
def test_document_type_definitions_are_quarantined(tmp_path, head):
    item = ITEM.replace("Ferry leaves", "&l9;&x;")
    (row,) = read(tmp_path, rss(item, head), "a.rss")
    assert isinstance(row, Refusal)
    (row,) = read(
        tmp_path,
        rss(item, head).replace('"1.0"', '"1.0" encoding="utf-16"').encode("utf-16"),
        "b.rss",
    )
    assert isinstance(row, Refusal)


@pytest.mark.parametrize(
    "data", ["<rss>" + "<a>" * 350_000, "<rss><item>" * 100_000, "<html></html>", "<rss", "x" * 99]
)
def test_deep_or_broken_feeds_are_refused_soon(tmp_path, data):
    begun = time.monotonic()
    rows = read(tmp_path, data, "a.rss")
    assert time.monotonic() - begun < 5
    assert all(isinstance(row, Refusal) for row in rows)


def test_mail(tmp_path):
    mail = EmailMessage()
    mail["From"], mail["Subject"] = '"The Post" <news@e.example>', "Fährt die Fähre?"
    mail["Date"] = "Mon, 06 Sep 2021 00:01:00 +0000"
    mail.set_content("Die Fähre fährt.")
    mail.add_alternative("<p>Die Fähre <b>fährt</b>.</p>", subtype="html")
    (row,) = read(tmp_path, mail.as_bytes(), "a.eml")
    article = row.article
    assert (article.title, article.publisher) == ("Fährt die Fähre?", "The Post")
    assert article.text == "Die Fähre fährt.\n"
    assert article.published == date(2021, 9, 6)


def test_a_page_saved_as_one_file(tmp_path):
    head = (
        "From: <Saved by a browser>\r\nSnapshot-Content-Location: https://e.example/f\r\nSubject: "
        "Ferry leaves\r\n"
        'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\n'
        "Content-Type: text/html\r\n\r\n"
    )
    (row,) = read(tmp_path, f"{head}{PAGE}\r\n--b--\r\n", "a.mhtml")
    assert row.article.url == "https://e.example/f"
    assert row.article.text.startswith("The ferry left the port")


@pytest.mark.parametrize(
    "data",
    [
        "",
        "Subject: none\r\n\r\n",
        "Content-Type: multipart/mixed; boundary=b\r\n\r\n"
        + "--b\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n" * 400,
    ],
    ids=["empty", "no text", "nested"],
)
def test_mail_without_text_is_refused(tmp_path, data):
    (row,) = read(tmp_path, data, "a.eml")
    assert isinstance(row, Refusal)


def zipped(members):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return out.getvalue()


def test_a_gzipped_file_is_read_by_the_name_within(tmp_path):
    (row,) = read(tmp_path, gzip.compress(b"A title\n\nThe text of it."), "a.txt.gz")
    assert (row.article.id, row.article.title) == ("a.txt.gz", "A title")
    rows = read(tmp_path, gzip.compress(b'{"id": "x", "text": "One."}\n'), "a.jsonl.gz")
    assert rows[0].article.id == "a.jsonl.gz#x"


def test_a_zip_archive_is_read_member_by_member(tmp_path):
    rows = read(
        tmp_path,
        zipped(
            [
                ("b/a.txt", "A title\nThe text."),
                ("c.jsonl", '{"id":"x","text":"One."}'),
                ("p.html", PAGE),
            ]
        ),
        "a.zip",
    )
    assert [r.article.id for r in rows] == ["a.zip#b/a.txt", "a.zip#c.jsonl#x", "a.zip#p.html"]


@pytest.mark.parametrize(
    "name", ["../../evil.txt", "/etc/evil.txt", "a/../../b.txt", "C:\\evil.txt", "..\\x.txt"]
)
def test_members_that_lead_outside_are_named_and_nothing_is_written(tmp_path, name):
    before = sorted(tmp_path.parent.rglob("*"))
    refused, good = read(tmp_path, zipped([(name, "evil"), ("good.txt", "Good.")]), "a.zip")
    assert isinstance(refused, Refusal)
    assert good.article.text == "Good."
    assert sorted(tmp_path.parent.rglob("*")) == sorted([*before, tmp_path / "a.zip"])


def test_links_in_an_archive_are_not_followed(tmp_path):
    link = zipfile.ZipInfo("link.txt")
    link.external_attr = 0o120777 << 16
    (row,) = read(tmp_path, zipped([(link, "/etc/passwd")]), "a.zip")
    assert row.reason == "a link, not a file"


def test_archives_in_archives_end(tmp_path):
    data = zipped([("a.txt", "Text.")])
    for _ in range(4):
        data = zipped([("in.zip", data)])
    (row,) = read(tmp_path, data, "a.zip")
    assert "deep" in row.reason


@pytest.mark.parametrize(
    "data",
    [b"PK\x03\x04 broken", zipped([("a.txt", "x" * 500)])[:60], b""],
    ids=["broken", "cut", "empty"],
)
def test_broken_archives_are_refused(tmp_path, data):
    assert all(isinstance(r, Refusal) for r in read(tmp_path, data, "a.zip"))
    packed = gzip.compress(b"text " * 5000)
    assert all(isinstance(r, Refusal) for r in read(tmp_path, packed[:-20], "a.txt.gz"))
    assert all(
        isinstance(r, Refusal)
        for r in read(tmp_path, packed[:30] + b"\xff\xff" + packed[32:], "b.txt.gz")
    )


def test_an_archive_whose_directory_lies_is_refused(tmp_path):
    data = zipped([("a.txt", "Text.")])
    for cut in range(4, 20):
        rows = read(tmp_path, b"PK\x03\x04" + data[cut + 4 :], "a.zip")
        assert all(isinstance(r, Refusal) for r in rows)


def test_a_member_without_a_name_is_refused(tmp_path):
    found_by_fuzzing = base64.b64decode(
        "UEsDBBQAAAAAAFZzdl3xRGktDwAAAA8AAAAFAAAAYS50eHRUaGUgZmVycnkg"
        "bGVmLnRQSwECFAMUAAAAAABWc3Zd8URpLQ8AAAAP"
        "AAAAAAAAAIABAAAAAGEudAEAAAAAYS50eHRQSwUGAAAAAAEAAQAzAAAAMgAAAAAA"
    )
    rows = read(tmp_path, found_by_fuzzing, "a.zip")
    assert all(isinstance(row, Refusal) for row in rows)


def record(
    body,
    status="200 OK",
    headers=(("Content-Type", "text/html; charset=utf-8"),),
    url="https://e.example/f",
):
    return record_of(url, datetime(2022, 1, 2, tzinfo=UTC), status, headers, body)


def test_a_web_archive(tmp_path):
    packed = [("Content-Type", "text/html"), ("Content-Encoding", "gzip")]
    chunked = [("Content-Type", "text/html"), ("Transfer-Encoding", "chunked")]
    body = PAGE.encode()
    data = b"".join([
        b"WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 4\r\n\r\nnone\r\n\r\n",
        record(body),
        record(gzip.compress(body), headers=packed),
        record(b"%x\r\n%s\r\n0\r\n\r\n" % (len(body), body), headers=chunked),
        record(b"Gone", status="404 Not Found"),
        record(b"\x89PNG", headers=[("Content-Type", "image/png")]),
    ])  # fmt: skip
    rows = read(tmp_path, data, "a.warc")
    assert [r.article.title for r in rows] == ["Ferry leaves"] * 3
    assert [r.article.id for r in rows] == ["a.warc#1", "a.warc#2", "a.warc#3"]
    assert {r.article.url for r in rows} == {"https://e.example/f"}
    assert (
        len(read(tmp_path, gzip.compress(data[:200]) + gzip.compress(data[200:]), "b.warc.gz")) == 3
    )


@pytest.mark.parametrize(
    "data",
    [b"WARC/1.0\r\n\r\n", b"WARC/1.0\r\nContent-Length: -4\r\n\r\n",
     b"WARC/1.0\r\nContent-Length: " + b"9" * 30 + b"\r\n\r\n",
     b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99\r\n\r\nshort", b"junk", record(b"x")
     + b"junk"],
)  # fmt: skip
def test_broken_web_archives_are_refused(tmp_path, data):
    assert any(isinstance(r, Refusal) for r in read(tmp_path, data, "a.warc"))


def test_bodies_unpack_within_their_limit():
    assert unpacked(gzip.compress(b"text"), "gzip", 100, "a") == b"text"
    with pytest.raises(InputRefused):
        unpacked(gzip.compress(b"x" * 101), "gzip", 100, "a")
    with pytest.raises(InputRefused):
        unpacked(b"text", "br", 100, "a")
    assert json.loads(unpacked(b"[1]", "", 100, "a")) == [1]


def test_every_row_of_a_batch_in_an_archive_is_a_reading(tmp_path):
    lines = "".join(json.dumps({"id": f"r{n}", "text": f"Row {n}."}) + "\n" for n in range(2000))
    rows = read(tmp_path, gzip.compress(lines.encode()), "a.jsonl.gz")
    assert len(rows) == 2000
    assert all(isinstance(r, Reading) for r in rows)


@pytest.mark.parametrize(
    "name",
    ["__MACOSX/d/._b.txt", "d/.DS_Store", "._a.txt", "Thumbs.db", "d/desktop.ini", ".git/x.txt",
     "d/Icon\r"]
)  # fmt: skip
def test_what_a_system_adds_to_an_archive_is_left_out_without_a_row(tmp_path, name):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("d/b.txt", "The ferry left.")
        archive.writestr(name, b"\x00\x05\x16\x07\x00\x02")
    rows = read(tmp_path, data.getvalue(), "a.zip")
    assert [row.article.text for row in rows] == ["The ferry left."]


def test_an_archive_with_nothing_else_says_so(tmp_path):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("__MACOSX/._b.txt", b"\x00")
    (row,) = read(tmp_path, data.getvalue(), "a.zip")
    assert row.reason == "no article in it"


@settings(max_examples=1000, deadline=None)
@given(st.integers(0, 2), st.floats(0.02, 0.98), st.booleans())
def test_a_record_that_is_cut_off_costs_itself(tmp_path_factory, which, share, packed):
    plain = [("Content-Type", "text/plain")]
    records = [record(f"Ferry {n} left.\n".encode() * 9, headers=plain) for n in range(3)]
    whole = records[which].removesuffix(b"\r\n\r\n")
    records[which] = whole[: max(12, int(share * len(whole)))]
    data = b"".join(map(gzip.compress, records) if packed else records)
    path = tmp_path_factory.mktemp("a") / ("a.warc.gz" if packed else "a.warc")
    path.write_bytes(data)
    rows = list(read_seed(path, path.name))
    kept = [r.article.text[:7] for r in rows if isinstance(r, Reading)]
    assert kept == [f"Ferry {n}" for n in range(3) if n != which]
    (refused,) = [r for r in rows if isinstance(r, Refusal)]
    assert "cut off" in refused.reason
    assert f"record {which + 1}" in refused.source


def test_an_archive_that_ends_early_gives_what_it_holds(tmp_path):
    packed = gzip.compress(record(PAGE.encode())) + gzip.compress(record(PAGE.encode()))[:-60]
    first, second = read(tmp_path, packed, "a.warc.gz")
    assert first.article.title == "Ferry leaves"
    assert "damaged" in second.reason or "cut off" in second.reason


@pytest.mark.parametrize(
    "block",
    [
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: "
        b"chunked\r\n\r\nffffffffffffffff\r\n<p>x</p>",
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: "
        b"chunked\r\n\r\n-5\r\n<p>x</p>",
        b"HTTP/1.1 " + b"2" * 5000 + b" OK\r\nContent-Type: text/html\r\n\r\n<p>x</p>",
        b"HTTP/1.1\r\n\r\n", b"", b"\xff" * 100,
    ],
)  # fmt: skip
def test_absurd_answers_in_a_web_archive_cost_nothing_else(tmp_path, block):
    head = (
        b"WARC/1.1\r\nWARC-Type: response\r\nContent-Type: application/http\r\nContent-Length: "
        b"%d\r\n\r\n"
    )
    data = head % len(block) + block + b"\r\n\r\n" + record(PAGE.encode())
    rows = read(tmp_path, data, "a.warc")
    assert rows[-1].article.title == "Ferry leaves"


def test_whatever_a_reader_fails_on_is_one_row(tmp_path, monkeypatch):
    def broken(source):
        yield from ()
        raise ZeroDivisionError("nobody thought of it")

    monkeypatch.setattr("workbench.edges.readers.plain.read", broken)
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("a.txt", "x")
        archive.writestr("b.md", "The ferry left.")
    bad, good = read(tmp_path, data.getvalue(), "a.zip")
    assert "ZeroDivisionError" in bad.reason
    assert good.article.text == "The ferry left."
