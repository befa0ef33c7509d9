"""Batch files: JSON Lines, JSON and tables. A bad row costs itself."""

import io
import json
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.edges.readers import Reading, Refusal, read_seed, read_stream
from workbench.edges.readers.article_fields import NAMES, fields_of


def read(tmp_path, data, name="a.jsonl", **options):
    path = tmp_path / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return list(read_seed(path, name, **options))


def ids(rows):
    return [row.article.id if isinstance(row, Reading) else row.source for row in rows]


GOOD = '{"id": "good", "text": "The good row."}'


def test_a_rows_fields_under_any_of_their_names(tmp_path):
    row = {
        "doc_id": "a-1", "articleBody": "The bridge was closed.\r\nIt is old.",
        "headline": "Bridge  closed",
        "source": {"name": "Harbour Post"}, "link": "https://e.example/b",
        "datePublished": "2021-03-03T23:30:00-05:00",
    }  # fmt: skip
    (reading,) = read(tmp_path, json.dumps(row))
    article = reading.article
    assert article.id == "a.jsonl#a-1"
    assert article.text == "The bridge was closed.\nIt is old."
    assert (article.title, article.publisher) == ("Bridge closed", "Harbour Post")
    assert article.published == date(2021, 3, 3)
    assert reading.origins["published"] == "row"


def test_the_users_date_is_for_rows_that_state_none(tmp_path):
    lines = '{"id":"a","text":"x","published":"2021-03-03"}\n{"id":"b","text":"x"}\n'
    first, second = read(tmp_path, lines, published=date(2020, 1, 1))
    assert (first.article.published, second.article.published) == (
        date(2021, 3, 3),
        date(2020, 1, 1),
    )


@pytest.mark.parametrize(
    ("stated", "day"),
    [
        ("2021-03-03", date(2021, 3, 3)),
        ("20210303", date(2021, 3, 3)),
        ("Wed, 03 Mar 2021 23:59:00 -0500", date(2021, 3, 3)),
        (1614772800, date(2021, 3, 3)),
        (1614772800000, date(2021, 3, 3)),
        ("March 3, 2021", date(2021, 3, 3)),
        ("yesterday", None),
        ("2021-02-30", None),
        ("9" * 300, None),
    ],
)
def test_dates_as_programs_write_them(tmp_path, stated, day):
    (row,) = read(tmp_path, json.dumps({"text": "x", "date": stated}))
    assert row.article.published == day
    assert bool(row.flags) == (day is None)


def test_ids_are_unique_and_the_same_again(tmp_path):
    rows = [{"id": "a"}, {"id": "a"}, {"id": "L2"}, {"id": "x/../y"}, {"id": 7}, {}, {"id": "é"}]
    lines = "\n".join(json.dumps(row | {"text": "x"}) for row in rows)
    found = ids(read(tmp_path, lines))
    assert found == [f"a.jsonl#{x}" for x in ("a", "L2", "L3", "L4", "7", "L6", "L7")]
    assert ids(read(tmp_path, lines + "\n" + GOOD)) == [*found, "a.jsonl#good"]


BAD_ROWS = [
    "[" * 100_000,
    '{"text": ' + "[" * 5_000 + "]" * 5_000 + "}",
    '{"text": "x", "n": ' + "9" * 5_000 + "}",
    '{"text": "x", "n": 1e' + "9" * 5_000 + "}",
    '{"text": "x", "text": "y"}',
    '{"text": "x", "n": NaN}',
    '{"text": "x", "n": -Infinity}',
    '{"text": "\\ud800 half"}',
    '{"text": "x", "\\udfff": 1}',
    '{"text": "a\\u0000b"}',
    '{"text": ""}',
    '{"text": "  \\n "}',
    '{"title": "no text"}',
    '["text"]',
    '"text"',
    '{"text": "x"',
    "not json",
    '{"text": ["a", "b"], "text2": 1} trailing',
]


@pytest.mark.parametrize("bad", BAD_ROWS, ids=lambda row: row[:30])
def test_a_bad_row_is_one_refusal_and_the_next_row_goes_in(tmp_path, bad):
    refused, good = read(tmp_path, f"{bad}\n{GOOD}\n")
    assert isinstance(refused, Refusal)
    assert refused.source == "a.jsonl line 1"
    assert refused.reason.isprintable()
    assert len(refused.reason) < 200
    assert good.article.id == "a.jsonl#good"


@pytest.mark.parametrize("bad", BAD_ROWS, ids=lambda row: row[:30])
def test_the_same_rows_are_refused_in_a_json_file(tmp_path, bad):
    assert all(isinstance(row, Refusal) for row in read(tmp_path, bad, "a.json"))


def test_rows_in_other_encodings_are_flagged_each(tmp_path):
    lines = '{"text": "The café."}\n'.encode("cp1252") + '{"text": "The café."}\n'.encode()
    first, second = read(tmp_path, lines)
    assert first.article.text == second.article.text == "The café."
    assert (first.flags, second.flags) == (("decoded as cp1252",), ())


def test_a_utf16_batch_is_read_row_by_row(tmp_path):
    rows = read(tmp_path, ('{"text": "The café."}\n' * 2).encode("utf-16"))
    assert [row.article.text for row in rows] == ["The café."] * 2


def test_a_row_with_a_page_is_read_as_one(tmp_path):
    page = "<html><body><h1>T</h1><p>" + "The ferry left the port. " * 20 + "</p></body></html>"
    (row,) = read(
        tmp_path,
        json.dumps({"id": "p", "html": page, "url": "https://e.example/2021/03/03/ferry/"}),
    )
    assert row.article.text.startswith("The ferry left the port.")
    assert row.article.published == date(2021, 3, 3)


def test_standard_input_keeps_the_ids_that_were_given():
    lines = io.BytesIO(
        b'{"id": "any id/at all", "text": "One."}\n\n{"text": "Two."}\n{"id": 3, "text": '
        b'"Three."}\nno\n'
    )
    rows = list(read_stream(lines))
    assert ids(rows) == ["any id/at all", "3", "3", "standard input line 5"]
    lines.seek(0)
    assert ids(read_stream(lines, "p:"))[:2] == ["p:any id/at all", "p:3"]


def test_json_documents(tmp_path):
    assert ids(read(tmp_path, '{"text": "One.", "id": "x"}', "a.json")) == ["a.json"]
    rows = read(tmp_path, f'[{GOOD}, 3, {{"text": "Two."}}]', "a.json")
    assert ids(rows) == ["a.json#good", "a.json item 2", "a.json#L3"]
    assert ids(read(tmp_path, f'{{"version": "1.1", "items": [{GOOD}]}}', "a.json")) == [
        "a.json#good"
    ]


def test_tables(tmp_path):
    data = (
        b"\xef\xbb\xbfid,headline,body,date\r\n"
        b'1,First,"Some text, with a comma.",2021-02-03\r\n'
        b"2,Second,No quotes,\r\n"
        b'3,Third,"two\nlines and ""quotes""",5 May 2021\r\n'
    )
    first, second, third = read(tmp_path, data, "a.csv")
    assert (first.article.id, first.article.title) == ("a.csv#1", "First")
    assert first.article.published == date(2021, 2, 3)
    assert second.article.text == "No quotes"
    assert third.article.text == 'two\nlines and "quotes"'


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_tables_with_other_delimiters(tmp_path, delimiter):
    rows = read(
        tmp_path, delimiter.join(["id", "text", "title"]) + "\n" + delimiter.join("abc"), "a.csv"
    )
    assert (rows[0].article.id, rows[0].article.text, rows[0].article.title) == (
        "a.csv#a",
        "b",
        "c",
    )


@pytest.mark.parametrize(
    "bad",
    [
        '2,"never closed',
        '2,"closed" too early',
        "2",
        "2,a,b",
        '2,"a\0b"',
        "2,",
        '2,"' + "x\n" * 30_000,
    ],
    ids=lambda row: row[:20],
)
def test_a_bad_row_of_a_table_is_one_refusal(tmp_path, bad):
    rows = read(
        tmp_path,
        f'id,text\n1,One\n{bad}\n3,"Three, quoted"\n4,Four\n'.replace("x\n", "x" + "y" * 99),
        "a.csv",
    )
    refused = [row for row in rows if isinstance(row, Refusal)]
    assert [r.source for r in refused] == ["a.csv line 3"]
    assert [r.article.id for r in rows if isinstance(r, Reading)] == [
        "a.csv#1",
        "a.csv#3",
        "a.csv#4",
    ]


def test_a_field_of_200_kb_goes_in(tmp_path):
    (row,) = read(tmp_path, 'id,text\n1,"' + "word " * 40_000 + '"\n', "a.csv")
    assert len(row.article.text) == 200_000


def test_a_table_without_a_text_is_refused_with_its_columns(tmp_path):
    (row,) = read(tmp_path, "a,b,c\n1,2,3\n", "a.csv")
    assert "a, b, c" in row.reason


def test_a_utf16_table_as_spreadsheets_write_it(tmp_path):
    (row,) = read(tmp_path, "id\ttext\n1\tÜber\n".encode("utf-16"), "a.tsv")
    assert row.article.text == "Über"


@settings(max_examples=1000, deadline=None)
@given(
    name=st.sampled_from([alias for name, aliases in NAMES if name == "published"
                          for alias in aliases]),
    day=st.dates(date(1990, 1, 1), date(2030, 1, 1)),
    clock=st.sampled_from(["", "T10:30:00Z", " 10:30:00", "T23:59:59.123+09:00"]),
)  # fmt: skip
def test_the_day_is_read_under_every_usual_name(tmp_path_factory, name, day, clock):
    path = tmp_path_factory.mktemp("a") / "a.json"
    path.write_text(json.dumps({"articles": [{"text": "It rained.", name: f"{day}{clock}"}]}))
    (reading,) = read_seed(path, "a.json")
    assert reading.article.published == day


@pytest.mark.parametrize("written", ["publishedAt", "published_at", "Published-At", "published at"])
def test_names_are_the_same_however_their_words_are_joined(tmp_path, written):
    (reading,) = read(tmp_path, json.dumps({"text": "It rained.", written: "2021-03-03"}))
    assert reading.article.published == date(2021, 3, 3)


SERVICES = {
    "a list in a response": {"response": {"results": [{
        "webTitle": "Ferry leaves", "webUrl": "https://e.example/f",
        "webPublicationDate": "2021-03-03T10:00:00Z", "fields": {"bodyText": "The ferry left."}}]}},
    "hits of a search engine": {"hits": {"hits": [{"_id": "7", "_source": {
        "title": "Ferry leaves", "url": "https://e.example/f", "pubDate": "2021-03-03",
        "body": "The ferry left."}}]}},
    "a provider in a list": {"value": [{
        "name": "Ferry leaves", "url": "https://e.example/f",
        "datePublished": "2021-03-03T10:00:00.0000000Z",
        "provider": [{"name": "Harbour Post"}], "articleBody": "The ferry left."}]},
    "rendered markup": [{
        "title": {"rendered": "Ferry leaves"}, "link": "https://e.example/f",
        "date": "2021-03-03T10:00:00",
        "content": {"rendered": "<p>The ferry left.</p><p>It was late.</p>"}}],
    "an extractor's own words": {
        "title": "Ferry leaves", "maintext": "The ferry left.",
        "date_publish": "2021-03-03 10:00:00",
        "source_domain": "e.example", "url": "https://e.example/f"},
    "an address for a source": {
        "title": "Ferry leaves", "text": "The ferry left.", "source": "https://e.example/f",
        "hostname": "e.example",
        "date": "2021-03-03"},
}  # fmt: skip


@pytest.mark.parametrize("name", SERVICES)
def test_what_services_and_extractors_give(tmp_path, name):
    (reading,) = read(tmp_path, json.dumps(SERVICES[name]), "a.json")
    article = reading.article
    assert article.text.startswith("The ferry left.")
    assert "<" not in article.text
    assert (article.title, article.url) == ("Ferry leaves", "https://e.example/f")
    assert article.published == date(2021, 3, 3)
    assert not article.publisher.startswith("http")


def test_a_text_that_the_service_cut_off_is_partial(tmp_path):
    (reading,) = read(tmp_path, json.dumps({"content": "The ferry left the… [+1520 chars]"}))
    assert reading.article.text == "The ferry left the"
    assert any(flag.startswith("partial") for flag in reading.flags)


@settings(max_examples=1000, deadline=None)
@given(st.sampled_from(";,|~^:#\t"), st.booleans(), st.sampled_from(["\n", "\r\n"]), st.booleans())
def test_a_table_may_name_its_separator_first(tmp_path_factory, sign, mark, end, quoted):
    lines = ['"sep=' + sign + '"' if quoted else "sep=" + sign, sign.join(["title", "text"])]
    lines.append(sign.join(["Ferry", '"It left; late, they said."']))
    data = "\ufeff" * mark + "".join(line + end for line in lines)
    path = tmp_path_factory.mktemp("a") / "a.csv"
    path.write_bytes(data.encode())
    (reading,) = read_seed(path, "a.csv")
    assert (reading.article.title, reading.article.text) == ("Ferry", "It left; late, they said.")


WHAT = ("published", "publication_date", "pub", "posted", "post", "display", "story", "created")
ENDS = ("date", "_date", "Date", "_at", "At", "_time", "DateTime", "_utc", "Timestamp", "_date_utc")
FORMS = (
    lambda day, at: day.isoformat(), lambda day, at: f"{day.isoformat()}T10:00:00.000+0000",
    lambda day, at: at, lambda day, at: at * 1000, lambda day, at: at * 1_000_000,
    lambda day, at: float(at), lambda day, at: str(at), lambda day, at: {"$date": at * 1000},
    lambda day, at: {"$date": {"$numberLong": str(at * 1000)}},
    lambda day, at: {"_seconds": at, "_nanoseconds": 0},
    lambda day, at: {"year": day.year, "month": day.month, "day": day.day},
    lambda day, at: [day.year, day.month, day.day, 10, 0, 0, 0, 1, 0],
    lambda day, at: [day.isoformat()], lambda day, at: f"{day:%Y%m%d}T100000Z",
)  # fmt: skip


@given(
    st.sampled_from(WHAT), st.sampled_from(ENDS), st.dates(date(2002, 1, 1), date(2030, 1, 1)),
    st.sampled_from(range(len(FORMS))),
)  # fmt: skip
def test_a_day_is_told_by_what_its_name_says_however_it_is_written(what, ends, day, form):
    at = (day - date(1970, 1, 1)).days * 86_400 + 36_000
    found = fields_of({"text": "It rained.", what + ends: FORMS[form](day, at)}, "row")
    assert found.published == day


@pytest.mark.parametrize(
    "name",
    ["modified", "updated_at", "crawled_at", "retrieved_utc", "edited", "expires", "indexedAt",
     "date_download", "accessed", "publication", "publisher", "end_date", "birth_date"],
)  # fmt: skip
def test_other_days_are_not_the_day_of_publication(name):
    assert fields_of({"text": "It rained.", name: "2021-03-03"}, "row").published is None


def test_the_surest_name_with_a_day_counts():
    row = {"created_utc": 1614772800, "published": "soon", "posted_at": "2021-03-02"}
    assert fields_of(row, "row").published == date(2021, 3, 2)


ENVELOPED = {
    "a listing": {"kind": "Listing", "data": {"children": [
        {"kind": "t3", "data": {"selftext": "The ferry left.", "created_utc": 1614772800.0}}]}},
    "a record in a post": {"post": {"record": {
        "text": "The ferry left.", "createdAt": "2021-03-03T10:00:00Z"}}},
    "text in pieces": {"messages": [{"date": "2021-03-03T10:00:00", "text": [
        "The ferry ", {"type": "bold", "text": "left"}, "."]}]},
    "several bodies": {"versioncreated": "2021-03-03T10:00:00Z", "bodies": [
        {"role": "teaser", "value": "Soon more."}, {"role": "main", "value": "The ferry left."}]},
    "pieces of several types": {"first_publish_date": "2021-03-03T10:00:00Z", "content_elements": [
        {"type": "image", "url": "https://n.example/a.jpg", "caption": "The quay."},
        {"type": "list", "items": [{"type": "text", "content": "The <b>ferry</b> left."}]}]},
}  # fmt: skip


@pytest.mark.parametrize("name", ENVELOPED)
def test_what_is_wrapped_or_in_pieces(tmp_path, name):
    (reading,) = read(tmp_path, json.dumps(ENVELOPED[name]), "a.json")
    assert reading.article.text == "The ferry left."
    assert reading.article.published == date(2021, 3, 3)


def test_a_summary_is_better_than_nothing_and_says_so(tmp_path):
    (reading,) = read(
        tmp_path, json.dumps([{"title": "Ferry", "description": "It left."}]), "a.json"
    )
    assert reading.article.text == "It left."
    assert any(flag.startswith("partial: a summary") for flag in reading.flags)
    (reading,) = read(
        tmp_path, json.dumps([{"summary": "It left.", "body": "It left late."}]), "b.json"
    )
    assert (reading.article.text, reading.flags) == ("It left late.", ())


@pytest.mark.parametrize("head", ["sep = ;\n", "sep=;\n\n", "sep=;;;\n", "SEP=;\r\n", '"sep=;"\n'])
def test_a_separator_may_be_named_loosely(tmp_path, head):
    (reading,) = read(tmp_path, f"{head}title;text\nFerry;It left, late.\n", "a.csv")
    assert reading.article.text == "It left, late."


def test_a_table_with_line_ends_of_old_macs(tmp_path):
    rows = read(tmp_path, "title,text\rFerry,It left.\rBoat,It sank.\r", "a.csv")
    assert [row.article.text for row in rows] == ["It left.", "It sank."]
