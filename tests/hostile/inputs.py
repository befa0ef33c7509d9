"""What a sender could get wrong or mean badly: each file, and what has to come of it."""

import gzip
import io
import json
import os
import zipfile
from dataclasses import dataclass
from pathlib import Path

NEWS = (
    "Floods hit Aville\n\nAt least 12 people died in Aville when the river rose, officials said. "
    "The ministry denied that 40 houses were empty. Ben Obe told reporters that the dam had not "
    "been inspected since March 3, 2021, and that nobody had asked him about the report.\n"
)
SECRET = "SECRET"
"""Stands where no article may get it from: outside of the folder, and hidden in pages."""


@dataclass(frozen=True, slots=True)
class Input:
    """A file of the folder.

    `outcomes` are those of its rows, in their order; `says` stands in the reasons, and
    `holds` in the text of its article.
    """

    content: str | bytes
    outcomes: tuple[str, ...]
    says: str = ""
    holds: str = ""

    @property
    def data(self) -> bytes:
        """The bytes of the file."""
        return self.content if isinstance(self.content, bytes) else self.content.encode()


def refused(content: str | bytes, says: str) -> Input:
    """One error row."""
    return Input(content, ("refused",), says)


def taken(content: str | bytes, says: str = "", holds: str = "12 people died") -> Input:
    """One article, with a remark where it was not read as it should be."""
    return Input(content, ("imported",), says, holds)


def numbered(number: int) -> str:
    """The news with another toll and of another town, so that no two files are copies."""
    town = chr(ord("A") + number % 26) + "ville"
    return NEWS.replace("12", str(12 + number)).replace("Aville", town)


def page(body: str, head: str = "") -> str:
    return f"<html><head><title>Floods</title>{head}</head><body>{body}</body></html>"


def row(**fields: object) -> str:
    return json.dumps({"text": NEWS, **fields}) + "\n"


def archive(*members: tuple[str, str]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as made:
        for name, text in members:
            made.writestr(name, text)
    return data.getvalue()


def feed(head: str, description: str, link: str = "https://post.example/a") -> str:
    return (
        f'<?xml version="1.0"?>{head}<rss version="2.0"><channel><title>N</title><item>'
        f"<title>T</title><link>{link}</link><description>{description}</description>"
        "</item></channel></rss>"
    )


def word_document(head: str, text: str) -> bytes:
    names = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = f'{head}<w:p xmlns:w="{names}"><w:r><w:t>{text}</w:t></w:r></w:p>'
    return archive(("word/document.xml", body))


DEEP = 100_000
PARAGRAPH = f"<p>{NEWS}</p>"
ENTITIES = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
BOMB = f'<!DOCTYPE r [<!ENTITY e0 "x">{ENTITIES}]>'
OUTSIDE = '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>'

INPUTS: dict[str, Input] = {
    "markup.txt": taken("In Aville 12 people died [/red] [sic] [@click=app.quit].\n",
                        holds="[/red] [sic] [@click=app.quit]"),
    "osc.txt": taken(
        "In Bville 12 people died \x1b]0;x\x07 \x1b]8;;http://x\x07 \x1b]52;c;eA==\x07 \x1b[6n "
        "\x9b6n.\n",
        "7 control characters (C0), 1 control characters (DEL and C1)", "\x1b]52;c;eA==\x07",
    ),
    "bidi.txt": taken(
        "In Cville 12 people died \u202eno\u2069\U000e0041 it is said.\n",
        "characters that cannot be seen: 2 bidirectional controls, 1 tags",
        "\u202eno\u2069\U000e0041",
    ),
    "flood.txt": taken(
        "In Dville 12 peo" + "\u200b" * 5000 + "ple died, it is said.\n",
        "5000 zero-width spaces and joiners", "\u200b" * 5000,
    ),
    "marks.txt": taken("In Eville 12 people died." + "a" + "\u0301" * 200_000,
                       holds="\u0301" * 200_000),
    "long.txt": taken(numbered(1) + "x" * 1_000_000, holds="x" * 1_000_000),
    "lines.txt": taken(numbered(2) + "no\n" * 100_000, holds="no\n" * 100_000),
    "wide.txt": taken(numbered(3) + "漢字😀" * 66_667, holds="漢字😀" * 66_667),
    "nul.txt": refused("a\0b", "binary data, not text"),
    "binary.txt": refused(bytes(range(256)) * 8, "binary data, not text"),
    "western.html": taken(
        b'<meta charset="utf-8">' + page(f"<p>Caf\xe9 {numbered(4)}</p>").encode("cp1252"),
        "decoded as cp1252", "Café",
    ),
    "unmarked.txt": taken(numbered(5).encode("utf-16-le"), "decoded as UTF-16-LE, no mark",
                          "17 people died"),
    "mixed.txt": taken(
        b"Caf\xe9 \xc3\xa9 " + numbered(6).encode(), "mixed encodings: one byte read as cp1252",
        "Café é",
    ),
    "empty.txt": refused("", "no text in it"),
    "mark.txt": refused(b"\xef\xbb\xbf", "no text in it"),
    "nested.html": taken(page("<div>" * 300 + f"<p>{numbered(7)}</p>" + "</div>" * 300),
                         holds="19 people died"),
    "escape.html": taken(
        page(f"<p>{numbered(8).replace('river', 'ri&#27;ver')}</p>"),
        "control characters replaced", "ri\ufffdver",
    ),
    "hidden.html": taken(
        page(f'<p>{numbered(9)}</p><p style="display:none">{SECRET}</p><!--{SECRET}--><p '
             f'class="a">{SECRET}</p>', "<style>.a {display: none}</style>"),
        holds="21 people died",
    ),
    "nothing.html": refused(page("<script>x</script>"), "no text on the page"),
    "deep.jsonl": refused('{"text": ' + "[" * DEEP + "]" * DEEP + "}\n", "JSON nested too deep"),
    "number.jsonl": refused('{"text": "x", "n": ' + "9" * 5000 + "}\n", "a number of 5000 digits"),
    "twice.jsonl": refused('{"text": "x", "text": "y"}\n', "a name stands twice in one object"),
    "nan.jsonl": refused('{"text": "x", "n": NaN}\n', "NaN is not JSON"),
    "half.jsonl": refused('{"text": "x \\ud800"}\n', "half of a surrogate pair"),
    "open.csv": Input(f'id,text\n1,"never closed\n2,"{numbered(10)}"\n', ("refused", "imported"),
                      "quotation marks do not fit", "22 people died"),
    "large.csv": taken(f'id,text\n1,"{numbered(11)}{"word " * 40_000}"\n', holds="word " * 39_999),
    "marked.csv": taken("\ufeffid,text\n" + f'1,"{numbered(12)}"\n', holds="24 people died"),
    "bomb.rss": refused(feed(BOMB, "&e11;"), "a document type of its own"),
    "outside.rss": refused(feed(OUTSIDE, "&x;"), "a document type of its own"),
    "nested.rss": refused("<rss>" + "<a>" * 470_000, "nested too deep"),
    "bomb.docx": refused(word_document(BOMB, "&e11;"), "a damaged Word document"),
    "outside.docx": refused(word_document(OUTSIDE, "&x;"), "no text in it"),
    "running.rss": taken(feed("", numbered(13), "javascript:alert(1)"),
                         "link is not kept: javascript:alert(1)", "25 people died"),
    "bomb.txt.gz": refused(gzip.compress(b"0" * 100_000_000), "unpacks to far more than its size"),
    "bomb.zip": refused(archive(*((f"{n}.txt", "0" * 30_000_000) for n in range(4))),
                        "unpacks to far more than its size"),
    "outside.zip": refused(archive(("../../outside.txt", NEWS)), "leads outside of the archive"),
    "titles.jsonl": Input(
        "".join(
            row(text=numbered(14 + n), id=f"t{n}", title=title)
            for n, title in enumerate(("../../x", "y" * 300, "CON", "a\u0000b"))
        ),
        ("imported",) * 4, holds="26 people died",
    ),
    "spaces.txt": taken(numbered(18) + " " * 60_000 + "end.\n", holds=" " * 60_000),
    "words.txt": taken(numbered(19) + "same " * 10_000 + "\n", holds="same " * 10_000),
    "digits.txt": taken(numbered(20) + "1" * 30 + "\n", holds="1" * 30),
    "second copy.txt": taken(NEWS),
    "third copy.txt": Input(NEWS, ("duplicate",), "the same text as"),
}  # fmt: skip
"""Name of the file → its content and what has to come of it."""

ODD_NAME = os.fsdecode(b"odd\xff\x1b.txt")
ODD_FILES = {
    "pipe.txt": "a named pipe, not a file",
    "link.txt": "a link to outside the folder: name its target to import that",
    "device.txt": "a link to outside the folder: name its target to import that",
    "loop.txt": "too many levels of symbolic links",
    "locked.txt": "may not be read (its permissions)",
    r"odd\xff\x1b.txt": "its name has characters that cannot be shown: rename it",
}
"""Name as it is shown → why the file is refused."""


def write(folder: Path) -> Path:
    """Make the folder of all of them below another one, and what must not be read beside it."""
    made = folder / "in" / "news"
    made.mkdir(parents=True)
    for name, given in INPUTS.items():
        (made / name).write_bytes(given.data)
    os.mkfifo(made / "pipe.txt")
    (folder / "secret.txt").write_text(SECRET, encoding="utf-8")
    (made / "link.txt").symlink_to(folder / "secret.txt")
    (made / "device.txt").symlink_to("/dev/zero")
    (made / "loop.txt").symlink_to("loop.txt")
    (made / "locked.txt").write_text(SECRET, encoding="utf-8")
    (made / "locked.txt").chmod(0)
    (made / ODD_NAME).write_text(NEWS, encoding="utf-8")
    return made
