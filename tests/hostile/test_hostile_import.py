"""One folder of everything that a sender could get wrong or mean badly, in one import.

What each input is to come to, and where it is looked at more closely:

- NUL bytes, a binary named .txt, an empty file, a file of a mark only, encodings
  that are not what they say: here; tests/edges/readers/test_decoding.py
- nested elements, control characters, hidden text, pages without text: here;
  tests/edges/readers/test_pages.py; the huge ones in test_big_inputs.py beside this
- deep JSON, absurd numbers, names that stand twice, NaN, half surrogates: here;
  tests/edges/readers/test_batches.py; a row of a gigabyte in test_big_inputs.py
- tables with an open quotation mark, a large field, a mark before the header: here;
  tests/edges/readers/test_batches.py
- feeds with entities and document types, links that run: here;
  tests/edges/readers/test_containers.py
- packed bombs: test_big_inputs.py; members that lead outside: here
- pipes, devices, links out, names that cannot be shown, files that change: here;
  tests/edges/readers/test_folder.py
- the same text twice, nearly the same text: here; tests/core/test_copies.py
- addresses of one's own network and servers that drip, flood or redirect:
  tests/edges/test_fetch.py, tests/edges/test_addresses.py
"""

import io
import json
import os
import zipfile
from pathlib import Path

import pytest

from workbench.case import Case

NEWS = (
    "Floods hit Aville\n\nAt least 12 people died in Aville when the river rose, officials said. "
    "The ministry denied that 40 houses were empty. Ben Obe told reporters that the dam had not "
    "been inspected since March 3, 2021, and that nobody had asked him about the report.\n"
)
PAGE = "<html><head><title>Floods</title></head><body>{}</body></html>"
PARAGRAPH = f"<p>{NEWS}</p>"
DEEP = 100_000


def row(**fields: object) -> str:
    return json.dumps({"text": NEWS, **fields}) + "\n"


def archive(name: str, text: str) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as made:
        made.writestr(name, text)
    return data.getvalue()


def feed(head: str, description: str, link: str = "https://post.example/a") -> str:
    return (
        f'<?xml version="1.0"?>{head}<rss version="2.0"><channel><title>N</title><item>'
        f"<title>T</title><link>{link}</link><description>{description}</description>"
        "</item></channel></rss>"
    )


ENTITIES = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
REFUSED, IN, PARTLY = {"refused"}, {"imported", "duplicate"}, {"imported", "duplicate", "partial"}

INPUTS: dict[str, tuple[str | bytes, set[str]]] = {
    "nul.txt": ("a\0b", REFUSED),
    "binary.txt": (bytes(range(256)) * 8, REFUSED),
    "empty.txt": ("", REFUSED),
    "mark.txt": (b"\xef\xbb\xbf", REFUSED),
    "western.html": (
        b'<meta charset="utf-8">' + PAGE.format(f"<p>Caf\xe9 {NEWS}</p>").encode("cp1252"), IN,
    ),
    "wide.txt": (NEWS.replace("12", "13").encode("utf-16-le"), IN),
    "mixed.txt": (b"Caf\xe9 \xc3\xa9 " + NEWS.encode(), IN),
    "nested.html": (PAGE.format("<div>" * 300 + PARAGRAPH + "</div>" * 300), PARTLY),
    "escape.html": (PAGE.format(PARAGRAPH.replace("river", "ri&#27;ver")), IN),
    "hidden.html": (PAGE.format(PARAGRAPH + '<p style="display:none">SECRET</p><!--SECRET-->'), IN),
    "nothing.html": (PAGE.format("<script>x</script>"), REFUSED),
    "deep.jsonl": ('{"text": ' + "[" * DEEP + "]" * DEEP + "}\n", REFUSED),
    "number.jsonl": ('{"text": "x", "n": ' + "9" * 5000 + "}\n", REFUSED),
    "twice.jsonl": ('{"text": "x", "text": "y"}\n', REFUSED),
    "nan.jsonl": ('{"text": "x", "n": NaN}\n', REFUSED),
    "half.jsonl": ('{"text": "x \\ud800"}\n', REFUSED),
    "open.csv": (f'id,text\n1,"never closed\n2,"{NEWS}"\n', REFUSED | IN),
    "large.csv": (f'id,text\n1,"{"word " * 40_000}"\n', IN),
    "marked.csv": ("\ufeffid,text\n" + f'1,"{NEWS}"\n', IN),
    "bomb.rss": (feed(f'<!DOCTYPE r [<!ENTITY e0 "x">{ENTITIES}]>', "&e11;"), REFUSED),
    "outside.rss": (feed('<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>', "&x;"), REFUSED),
    "running.rss": (feed("", NEWS, "javascript:alert(1)"), IN),
    "outside.zip": (archive("../../outside.txt", NEWS), REFUSED),
    "title.jsonl": (row(id="t1", title="../../x\u0000" + "y" * 300), IN | REFUSED),
    "spaces.txt": (NEWS + " " * 60_000 + "end.\n", IN),
    "words.txt": (NEWS + "same " * 10_000 + "\n", IN),
    "digits.txt": (NEWS + "1" * 30 + "\n", IN),
    "copy.txt": (NEWS, IN),
    "second copy.txt": (NEWS, IN),
}  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "in" / "news"
    made.mkdir(parents=True)
    for name, (content, _) in INPUTS.items():
        data = content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")
        (made / name).write_bytes(data)
    os.mkfifo(made / "pipe.txt")
    (tmp_path / "secret.txt").write_text("SECRET", encoding="utf-8")
    (made / "link.txt").symlink_to(tmp_path / "secret.txt")
    (made / "device.txt").symlink_to("/dev/zero")
    (made / "loop.txt").symlink_to("loop.txt")
    (made / os.fsdecode(b"odd\xff\x1b.txt")).write_text(NEWS, encoding="utf-8")
    return made


@pytest.mark.parametrize("jobs", [1, pytest.param(2, marks=pytest.mark.slow)])
def test_each_input_comes_to_what_it_has_to(tmp_path: Path, folder: Path, jobs: int) -> None:
    with Case.open(tmp_path / "case", "Ada", create=True) as case:
        report = case.corpus.import_paths([str(folder)], jobs=jobs)
        texts = [case.corpus.article(entry.id).text for entry in case.corpus.articles()]
        claims = list(case.corpus.claim_lines())
        assert {r.outcome for r in case.corpus.import_paths([str(folder)]).rows} <= {
            "unchanged", "refused",
        }  # fmt: skip
        assert list(case.corpus.claim_lines()) == claims
    for name, (_, outcomes) in INPUTS.items():
        found = {r.outcome for r in report.rows if f"/{name}" in r.source}
        assert found, f"{name} is silently missing"
        assert found <= outcomes, name
    for name in ("pipe.txt", "link.txt", "device.txt", "loop.txt", "odd\\xff\\x1b.txt"):
        (row,) = [r for r in report.rows if r.source.endswith(name)]
        assert row.outcome == "refused", name
    assert all(row.reason and row.reason.isprintable() for row in report.refused)
    assert not any("SECRET" in text or "root:" in text for text in texts)
    assert any("ri\ufffdver" in text for text in texts)
    assert not (tmp_path / "outside.txt").exists()
    assert claims


def test_of_two_articles_with_one_name_swapped_both_are_shown_as_one_source(
    empty_case: Case, tmp_path: Path
) -> None:
    pair = [row(id="a"), row(id="b", text=NEWS.replace("Ben Obe", "Ada Ito"))]
    (tmp_path / "pair.jsonl").write_text("".join(pair), encoding="utf-8")
    empty_case.corpus.import_paths([str(tmp_path / "pair.jsonl")])
    flags = {entry.id: entry.flags for entry in empty_case.corpus.articles()}
    assert flags == {"pair.jsonl#a": (), "pair.jsonl#b": ("near-duplicate of pair.jsonl#a",)}
    found = empty_case.matching.search("At least 12 people died in Aville when the river rose")
    tolls = [c for c in found if "12 people" in c.quote]
    assert {c.article for c in tolls} == set(flags)
    assert len({c.group for c in tolls}) == 1
