"""Plain text and Markdown: one file, one article.

The text of a plain file is its decoded content with line ends as `\\n`, nothing
else changed: what a reviewer quotes stands in the file. The front matter of a
Markdown file is read for what it says and is no part of its text.
"""

import re
from collections.abc import Iterator, Mapping

from workbench.core.reading.datelines import publication_date
from workbench.core.reading.metadata import language_of, publisher_of, title_of, without_publisher
from workbench.core.text.articles import Article, Part
from workbench.core.text.as_read import as_read
from workbench.core.text.correction_notices import NAME as CORRECTION
from workbench.core.text.correction_notices import corrections_in
from workbench.core.text.display import unseen_kinds
from workbench.core.text.lines import paragraphs
from workbench.edges.readers.article_fields import Fields, fields_of
from workbench.edges.readers.decoding import decode, text_problem
from workbench.edges.readers.readings import Reading, Row, Source
from workbench.errors import InputRefused

LONGEST_CORRECTION = 300
"""Characters of a correction that are shown with the article."""
_STRUCK = re.compile(r"~~(?=\S)[^~]{1,400}~~")
MOST_FRONT_LINES = 100
"""Lines within which the front matter of a Markdown file has to end."""


def read(source: Source) -> Iterator[Row]:
    """A plain text file as one article."""
    decoded = decode(source.whole(), source.id, source.declared)
    yield compose(source, decoded.text, Fields(), decoded.flags)


def read_markdown(source: Source) -> Iterator[Row]:
    """A Markdown file, whose front matter (`---` to `---`) gives its fields."""
    decoded = decode(source.whole(), source.id, source.declared)
    front, text = split_front_matter(decoded.text)
    if problem := text_problem(text):
        raise InputRefused(source.id, problem)
    fields = fields_of(front, "front matter") if front else Fields()
    struck = ("struck text is left out",) if _STRUCK.search(text) else ()
    yield compose(source, text, fields, (*decoded.flags, *struck))


def split_front_matter(text: str) -> tuple[Mapping[str, str], str]:
    """(its `key: value` lines, the text under it); ({}, text) where there is none.

    YAML is not parsed: nested values are passed over, quotes around a value go, and what is
    escaped between them comes out as it was meant.
    """
    if not text.startswith("---\n"):
        return {}, text
    lines = text[4:].split("\n", MOST_FRONT_LINES)
    end = next((i for i, line in enumerate(lines[:-1]) if line.rstrip() in {"---", "..."}), -1)
    if end < 0:
        return {}, text
    front: dict[str, str] = {}
    for line in lines[:end]:
        key, colon, value = line.partition(":")
        if colon and key and not key[0].isspace() and value.strip():
            front.setdefault(key.strip(), _scalar(value.strip()))
    return front, "\n".join(lines[end + 1 :])


_ESCAPED = re.compile(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.))")
_ESCAPES = {
    "0": "\0", "a": "\a", "b": "\b", "t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r",
    "e": "\x1b", "N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029",
}  # fmt: skip
"""What YAML 1.2 (5.7) writes with a letter; any other character stands for itself."""


def _scalar(value: str) -> str:
    """The text of a value of front matter, out of its quotes."""
    if len(value) < 2 or value[0] != value[-1] or value[0] not in "\"'":
        return value
    inner = value[1:-1]
    return inner.replace("''", "'") if value[0] == "'" else _ESCAPED.sub(_unescaped, inner)


def _unescaped(found: re.Match[str]) -> str:
    digits = found[1] or found[2] or found[3]
    if not digits:
        return _ESCAPES.get(found[4], found[4])
    code = int(digits, 16)
    return chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"


def compose(
    source: Source,
    text: str,
    fields: Fields,
    flags: tuple[str, ...] = (),
    date_lines: bool = True,
    parts: tuple[Part, ...] = (),
) -> Reading:
    """An article from its text and the fields that were given with it.

    What was not given is looked for in the text. The user's date comes before
    one found in the text, and after one in the fields of a batch file's row. Without
    `date_lines` no date is looked for there: a page is asked by its layout, where a
    caption's day can be told from the page's own.
    """
    values = dict(fields.values)
    origins = dict(fields.origins)
    published = fields.published
    if published is None and source.published is not None:
        published, origins["published"] = source.published, "given"
    if published is None and date_lines and (dated := publication_date(text)):
        published = dated[0]
        origins["published"] = f"text line {text.count(chr(10), 0, dated[1]) + 1}"
    for name, find in (("title", title_of), ("publisher", publisher_of)):
        if not values.get(name) and (stated := find(text)):
            values[name], origins[name] = stated.value, f"text line {stated.line}"
    language = language_of(text)
    if language:
        origins["language"] = "text"
    language = language or values.get("language", "")
    article = Article(
        source.id,
        text,
        title=without_publisher(values.get("title", ""), values.get("publisher", "")),
        publisher=values.get("publisher", ""),
        url=values.get("url", "") or source.url,
        published=published,
        language=language,
        parts=parts,
    )
    foreign = ("not English",) if language not in {"", "en"} else ()
    unseen = unseen_kinds(text)
    hidden = (f"characters that cannot be seen: {unseen}",) if unseen else ()
    corrected = _corrections(text, parts)
    return Reading(article, (*flags, *fields.flags, *corrected, *foreign, *hidden), origins)


def _corrections(text: str, parts: tuple[Part, ...]) -> tuple[str, ...]:
    """Flags that show with an article what it says of its own earlier versions."""
    marked = [text[part.start : part.end] for part in parts if part.kind == CORRECTION]
    said = corrections_in(as_read(text[a:b]).text for a, b in paragraphs(text))
    every = dict.fromkeys(" ".join(line.split()) for line in (*said, *marked))
    return tuple(f"{CORRECTION}: {line[:LONGEST_CORRECTION]}" for line in every)
