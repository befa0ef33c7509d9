"""Mail: every message is an article, and nothing of it is lost in silence."""

import base64
import mailbox
import textwrap
import time
from email.message import EmailMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.edges.readers import Reading, Refusal, read_seed
from workbench.edges.readers.email_parts import unflowed

STORY = "At least 31 people were taken off the ferry at Quell, the harbour office said."


def read(tmp_path, data, name="a.eml"):
    path = tmp_path / name
    path.write_bytes(data if isinstance(data, bytes) else data.as_bytes())
    return list(read_seed(path, name))


def message(subject="Ferry", text=STORY):
    mail = EmailMessage()
    mail["Subject"] = subject
    mail["From"] = "The Post <desk@post.example>"
    mail["Date"] = "Fri, 04 Feb 2022 10:00:00 +0000"
    mail.set_content(text)
    return mail


@settings(max_examples=200, deadline=None)
@given(st.integers(0, 5), st.integers(0, 2))
def test_every_message_is_an_article_however_deep_it_is_attached(tmp_path_factory, count, depth):
    outer = message("0", "The desk writes.")
    for number in range(1, count + 1):
        inner = message(str(number), f"Note {number}. {STORY}")
        for level in range(depth):
            wrapping = message(f"{number}-{level}", "See what is attached.")
            wrapping.add_attachment(inner)
            inner = wrapping
        outer.add_attachment(inner)
    rows = read(tmp_path_factory.mktemp("m"), outer)
    assert all(isinstance(row, Reading) for row in rows)
    assert len(rows) == 1 + count * (depth + 1)
    assert len({row.article.id for row in rows}) == len(rows)
    for number in range(1, count + 1):
        assert any(row.article.text.startswith(f"Note {number}.") for row in rows)


def test_a_plain_part_that_is_a_stub_gives_way_to_the_page(tmp_path):
    mail = message(text="Your program cannot show this.")
    mail.add_alternative(f"<p>{STORY}</p><blockquote>It rained.</blockquote>", subtype="html")
    (row,) = read(tmp_path, mail)
    assert STORY in row.article.text
    assert any("HTML part" in flag for flag in row.flags)


def test_a_plain_part_that_only_leads_elsewhere_is_a_stub_however_long(tmp_path):
    mail = message(text="Your program shows no pages. " * 20 + "https://n.example/v/1")
    mail.add_alternative(f"<p>{STORY}</p>", subtype="html")
    (row,) = read(tmp_path, mail)
    assert row.article.text.strip() == STORY.strip()


def test_the_plain_part_is_read_where_it_says_the_same(tmp_path):
    mail = message()
    mail.add_alternative(f"<p>{STORY}</p>", subtype="html")
    (row,) = read(tmp_path, mail)
    assert row.article.text.strip() == STORY


def test_text_behind_a_picture_is_read_too(tmp_path):
    mail = message(text="Above the picture.")
    mail.make_mixed()
    mail.attach(message(text=STORY).__class__())
    below = EmailMessage()
    below.set_content(STORY)
    mail.get_payload()[-1] = below
    (row,) = read(tmp_path, mail)
    assert row.article.text.split("\n\n") == ["Above the picture.", STORY]


def test_files_are_read_or_named(tmp_path):
    mail = message()
    mail.add_attachment(
        b"The dam at Brin held.", maintype="text", subtype="plain", filename="dam.txt"
    )
    mail.add_attachment(b"\x00\x01", maintype="application", subtype="x-odd", filename="odd.bin")
    first, second = read(tmp_path, mail)
    assert any(flag.startswith("partial") and "odd.bin" in flag for flag in first.flags)
    assert second.article.id == "a.eml#dam.txt"


@settings(max_examples=200, deadline=None)
@given(st.permutations(["From", "Subject", "Date", "Message-ID", "MIME-Version", "X-Odd"]))
def test_a_mail_is_known_by_any_header_that_comes_first(tmp_path_factory, order):
    values = {
        "From": "The Post <desk@post.example>", "Subject": "Ferry",
        "Message-ID": "<a@post.example>",
        "Date": "Fri, 04 Feb 2022 10:00:00 +0000", "MIME-Version": "1.0", "X-Odd": "x",
    }  # fmt: skip
    data = "".join(f"{name}: {values[name]}\n" for name in order) + f"\n{STORY}\n"
    (row,) = read(tmp_path_factory.mktemp("m"), data.encode(), "without-a-suffix")
    assert (row.article.title, row.article.text) == ("Ferry", STORY + "\n")


@pytest.mark.parametrize("name", ["a.mbox", "inbox"])
def test_the_messages_of_a_mailbox(tmp_path, name):
    box = mailbox.mbox(tmp_path / name)
    for number in range(3):
        box.add(message(str(number), f"Note {number}.\n\nFrom Quell it is far.\n\n{STORY}"))
    box.close()
    rows = list(read_seed(tmp_path / name, name))
    assert [row.article.title for row in rows] == ["0", "1", "2"]
    assert all("\nFrom Quell it is far." in row.article.text for row in rows)


@settings(max_examples=1000, deadline=None)
@given(st.integers(20, 90), st.booleans(), st.integers(0, 2))
def test_flowed_text_is_a_line_for_a_paragraph(width, deletes, depth):
    marks = ">" * depth + " " if depth else ""
    lines = textwrap.wrap(STORY, width)
    joint = "  " if deletes else " "
    text = "\n".join(marks + line + joint for line in lines[:-1]) + "\n" + marks + lines[-1]
    assert unflowed(text if len(lines) > 1 else marks + STORY, deletes) == marks + STORY


def test_thousands_of_parameters_take_no_time(tmp_path):
    head = "From: a@b.example\nSubject: x\nContent-Type: text/plain" + "".join(
        f';\n a*{n}="b"' for n in range(50_000)
    )
    started = time.process_time()
    (row,) = read(tmp_path, f"{head}\n\n{STORY}\n".encode())
    assert not isinstance(row, Refusal)
    assert row.article.text.strip() == STORY
    assert time.process_time() - started < 10


def test_parts_without_end_are_refused_or_partial(tmp_path):
    mail = message()
    for _ in range(60):
        outer = message(text="See what is attached.")
        outer.add_attachment(mail)
        mail = outer
    assert read(tmp_path, mail)


SENDERS = (
    "From desk@post.example Fri Feb  4 10:00:0{} 2022", "From - Fri Feb 04 10:00:0{} 2022",
    "From desk@post.example Fri Feb  4 10:00:0{} +0000 2022",
    "From MAILER-DAEMON Fri Feb  4 10:00:0{} 2022",
    "From 1723456789@xxx Fri Feb 04 10:00:0{} +0000 2022",
)  # fmt: skip


@given(
    st.sampled_from(SENDERS),
    st.integers(1, 4),
    st.sampled_from(["\n", "\r\n"]),
    st.sampled_from(["", "\n", "\n\n"]),
    st.sampled_from(["box", "a.mbox", "a.txt", "a.eml", "Inbox.Sent"]),
)
def test_every_message_of_a_mailbox_whatever_wrote_it(
    tmp_path_factory, sender, count, end, between, name
):
    lines = [
        f"{sender.format(n)}\n{message(str(n), f'Note {n}. {STORY}').as_string()}"
        for n in range(count)
    ]
    data = (between[1:] + between.join(lines)).replace("\n", end)
    rows = read(tmp_path_factory.mktemp("m"), data.encode(), name)
    assert [row.article.title for row in rows] == [str(n) for n in range(count)]
    assert all(f"Note {n}." in row.article.text for n, row in enumerate(rows))


@pytest.mark.parametrize("name", ["mail", "mail.txt", "mail.eml"])
def test_a_message_is_one_whatever_its_file_is_called(tmp_path, name):
    (row,) = read(tmp_path, message().as_bytes(), name)
    assert (row.article.title, row.article.text.strip()) == ("Ferry", STORY)


def test_a_text_with_a_head_of_its_own_is_no_mail(tmp_path):
    text = "From: our man in Quell\nSubject: the ferry\n\nIt left late.\n"
    (row,) = read(tmp_path, text.encode(), "a.txt")
    assert row.article.text == text


@pytest.mark.parametrize("kind", ["message/rfc822", "message/global"])
def test_a_message_that_was_packed_on_its_way_is_read(tmp_path, kind):
    packed = base64.encodebytes(message("Inner").as_bytes()).decode()
    data = (
        "From: a@b.example\nDate: Fri, 04 Feb 2022 10:00:00 +0000\nMIME-Version: 1.0\n"
        "Content-Type: multipart/mixed; boundary=XX\n\n--XX\nContent-Type: text/plain\n\n"
        f"See below.\n--XX\nContent-Type: {kind}\nContent-Transfer-Encoding: base64\n\n"
        f"{packed}\n--XX--\n"
    )
    rows = read(tmp_path, data.encode())
    assert rows[-1].article.text.strip() == STORY
