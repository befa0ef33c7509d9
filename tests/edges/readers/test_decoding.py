"""Bytes become text without silent mojibake."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.edges.readers.decoding import declared_in, decode
from workbench.errors import InputRefused

TEXT = "The café in Łódź said “no” – twice."
WESTERN = "The café said “no” – twice, über all."


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32", "utf-8"])
def test_marks_and_utf8_need_no_flag(encoding):
    assert decode(TEXT.encode(encoding), "a") == decode(TEXT.encode(), "a")
    assert decode(TEXT.encode(encoding), "a").text == TEXT
    assert decode(TEXT.encode(encoding), "a").flags == ()


def test_a_declared_encoding_is_used_and_flagged():
    decoded = decode("Привет, мир".encode("koi8-r"), "a", "KOI8-R")
    assert decoded.text == "Привет, мир"
    assert decoded.flags == ("decoded as koi8-r, as declared",)


@pytest.mark.parametrize("declared", ["latin-1", "ISO-8859-1", "ascii", "windows-1252"])
def test_latin1_means_cp1252(declared):
    assert decode(WESTERN.encode("cp1252"), "a", declared).text == WESTERN


def test_a_wrong_declaration_does_not_win_over_valid_utf8():
    decoded = decode(TEXT.encode(), "a", "iso-8859-1")
    assert decoded.text == TEXT
    assert decoded.flags == ("declared as cp1252, is UTF-8",)


def test_cp1252_that_says_it_is_utf8_is_decoded_and_flagged():
    assert decode(WESTERN.encode("cp1252"), "a", "utf-8").text == WESTERN
    assert decode(WESTERN.encode("cp1252"), "a").flags == ("decoded as cp1252",)


def test_mixed_encodings_are_read_byte_by_byte_and_flagged():
    data = (TEXT + "\n").encode() + WESTERN.encode("cp1252")
    decoded = decode(data, "a")
    assert decoded.text == f"{TEXT}\n{WESTERN}"
    assert decoded.flags == ("mixed encodings: 5 bytes read as cp1252",)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_its_mark_is_decoded_and_flagged(encoding):
    decoded = decode(WESTERN.encode(encoding), "a")
    assert decoded.text == WESTERN
    assert decoded.flags[0].startswith("decoded as UTF-16")


@pytest.mark.parametrize(
    "data",
    [b"", b"\xef\xbb\xbf", b" \n\t", b"\xff\xfe", b"text with \0 inside it", bytes(range(256)) * 9,
     b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "плохо".encode("utf-16-le")],
)  # fmt: skip
def test_what_is_no_text_is_refused(data):
    with pytest.raises(InputRefused):
        decode(data, "a")


def test_other_legacy_encodings_are_flagged_or_refused_never_silent():
    data = ("Министр заявил, что корабль вышел из порта. " * 5).encode("cp1251")
    try:
        decoded = decode(data, "a")
    except InputRefused:
        return
    assert decoded.flags


@pytest.mark.parametrize(
    "declared", ["hex", "rot13", "unicode_escape", "undefined", "x" * 999, "\0", "utf-7"]
)
def test_declarations_that_are_no_encoding_are_not_believed(declared):
    assert decode(b"plain \\u0041 text", "a", declared).text == "plain \\u0041 text"


def test_line_ends_become_newlines_and_nothing_else_changes():
    assert decode(b"a\r\nb\rc\nd \t\xc2\xa0e\x1b[31m", "a").text == "a\nb\nc\nd \t\u00a0e\x1b[31m"


WRITTEN = st.text(
    st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\r\n\t\x1b\x07")
)


@given(WRITTEN.map(lambda text: f"a{text}"))
def test_any_utf8_text_comes_through_unchanged_but_for_line_ends(text):
    expected = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    assert decode(text.encode(), "a").text == expected


@given(st.binary(max_size=300))
def test_any_bytes_give_text_or_a_refusal(data):
    try:
        text = decode(data, "a").text
    except InputRefused:
        return
    text.encode("utf-8")
    assert "\0" not in text
    assert "\r" not in text


@pytest.mark.parametrize(
    ("page", "encoding"),
    [
        (b'<html><meta charset="koi8-r">', "koi8-r"),
        (
            b'<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">',
            "windows-1251",
        ),
        (b'<?xml version="1.0" encoding="iso-8859-2"?><rss>', "iso-8859-2"),
        (b"<html>" + b" " * 9000 + b'<meta charset="koi8-r">', ""),
        (b"<meta " * 100_000, ""),
    ],
)
def test_a_page_names_its_encoding(page, encoding):
    assert declared_in(page) == encoding
