"""Escaping: text of unknown origin, made inert for each place it is published in.

One function for each target, and no other module escapes. Each guarantees that
what a reader (or a parser) gets back is the text, and nothing but text. Texts for
people (`markdown`, `html`) pass the display boundary first, so that control and
bidirectional characters are seen; records for machines (`front_matter`,
`json_ld`, `csv_cell`) keep every code point.
"""

import hashlib
import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any
from urllib.parse import quote, urlsplit

from markupsafe import Markup, escape

from workbench.core.text.display import UNSEEN, visible

LONGEST_SLUG = 60
"""Characters of the claim in a file name; with the id well under every file system's limit."""

_MARKDOWN_RULES: tuple[tuple[str, str], ...] = (
    ("markup: emphasis, code, links, tables, HTML, templates, mentions", r"[\\`*_{}\[\]<>&|~#$^@]"),
    (
        "quotation marks, dots and strokes that a generator would curl or join",
        r"[\"'/]|\.(?=\.)|(?<=\.)\.",
    ),
    ("white space at the ends or after other white space", r"\A | \Z|(?<=\s) "),
    ("white space other than a space", r"[^\S ]"),
    ("marker of a list, rule or heading at the start", r"\A[-+=:]"),
    ("scheme", r":(?=[^\s\d])|(?<!\d):(?=\d)"),
    ("address without a scheme", r"\.(?=[^\s\d])|(?<!\d)\.(?=\d)"),
    ("rule or comment inside a run", r"(?<=-)-|-(?=-)"),
    ("marked and inserted text of some generators", r"=(?==)|(?<==)=|\+(?=\+)|(?<=\+)\+"),
)
"""What Markdown could read as structure: each rule names what it prevents.

CommonMark 0.31 chapters 4 to 6, GFM's tables, strikethrough and autolinks,
linkify-it's addresses, and the `{{`/`{%` of site generators. All look at
one character to either side, so the work is linear.
"""
_MARKDOWN = re.compile("|".join(pattern for _, pattern in _MARKDOWN_RULES))
_NUMBERED = re.compile(r"(\d{1,9})([.)])")
_AS_ENTITY = frozenset("\\|{}[]@`\"':/^.~$=+")
"""What some reader takes for its own even after a backslash: kramdown and python-markdown with
their typography, MkDocs with emoji of `:name:`, Hugo with `^sup^`, `++new++` and `\\[math\\]`."""
_FORMULA = re.compile(r"[\s\x00-\x1f\ufeff]*[=+\-@'|%＝＋－＠]|[\t\r\n]")
_VALUE = re.compile(r"\s*(?:true|false|[\d.,]+(?:e[+-]?\d+)?)\s*\Z", re.IGNORECASE)
_JSON_UNSAFE = re.compile(f"[<>&{''.join(ranges for _, ranges in UNSEEN)}]")
_ONE_LINE = 2**31 - 1
"""Columns from which a YAML emitter breaks a text: more than any text has."""
_PLAIN_ID = re.compile(r"[a-z0-9]{4,16}\Z")


@lru_cache(maxsize=2048)
def markdown(text: str) -> Markup:
    """The text for any inline place of a CommonMark or GFM document, on one line.

    Rendering it gives `visible(text)`, character for character, line feeds
    included, and no element. Returns Markup: a template does not escape it again.
    Kept for a while: names, days and places come again and again.
    """
    inert = _MARKDOWN.sub(_markdown_char, visible(text))
    if numbered := _NUMBERED.match(inert):
        inert = f"{numbered[1]}\\{inert[numbered.end(1) :]}"
    return Markup(inert)  # noqa: S704 - made inert above


def _markdown_char(match: re.Match[str]) -> str:
    char = match[0]
    if char in "&<>":
        return str(escape(char))
    if char in _AS_ENTITY or char.isspace():
        return f"&#{ord(char)};"
    return f"\\{char}"


@lru_cache(maxsize=2048)
def html(text: str) -> Markup:
    """The text for an HTML element's content or a quoted attribute."""
    return escape(visible(text))


class Plain(str):
    """A string that stands in front matter without quotes: a time, a slug, a word."""


_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9:+.-]*\Z")
"""What has one meaning without quotes, for each of the readers of front matter."""


def front_matter(fields: Mapping[str, Any]) -> str:
    """A YAML block between two lines of `---`; strings stand on one line, in quotes.

    So no string can end the block, start a key or be read as a number, a date or
    a boolean. Values are strings, whole numbers, booleans, None, and lists and mappings
    of them; keys are plain words. The events go straight to the library's emitter, in C where
    it is there: building its node tree first takes several times as long.
    """
    # Slow to load, and only Markdown needs it.
    import yaml  # noqa: PLC0415

    def written(dumper: Any) -> str:
        text = yaml.emit(_block(fields), Dumper=dumper, width=_ONE_LINE, allow_unicode=True)
        return f"{text}---\n"

    try:
        return written(getattr(yaml, "CSafeDumper", yaml.SafeDumper))
    except UnicodeEncodeError:  # half of a surrogate pair: only the slow emitter escapes it
        return written(yaml.SafeDumper)


def _block(fields: Mapping[str, Any]) -> Iterator[Any]:
    """The YAML events of a document that is one mapping."""
    from yaml import events  # noqa: PLC0415

    def put(value: object) -> Iterator[Any]:
        if isinstance(value, Mapping):
            yield events.MappingStartEvent(None, None, True, flow_style=False)
            for key, one in value.items():
                yield events.ScalarEvent(None, None, (True, True), key)
                yield from put(one)
            yield events.MappingEndEvent()
        elif isinstance(value, list):
            yield events.SequenceStartEvent(None, None, True, flow_style=True)
            for one in value:
                yield from put(one)
            yield events.SequenceEndEvent()
        elif isinstance(value, Plain) and _PLAIN.match(value):
            yield events.ScalarEvent(None, None, (True, False), str(value))
        elif isinstance(value, str):
            yield events.ScalarEvent(None, None, (False, True), value, style='"')
        else:
            word = "null" if value is None else str(value).lower()
            yield events.ScalarEvent(None, None, (True, False), word)

    yield events.StreamStartEvent()
    yield events.DocumentStartEvent(explicit=True)
    yield from put(fields)
    yield events.DocumentEndEvent()
    yield events.StreamEndEvent()


def json_ld(data: Mapping[str, Any]) -> Markup:
    """JSON that may stand inside a `<script>` element: no `<`, no `&`, nothing unseen.

    Those characters are written as `\\uXXXX`, which reads back as themselves.
    """
    text = json.dumps(data, ensure_ascii=False, indent=1, allow_nan=False)
    return Markup(_JSON_UNSAFE.sub(_json_char, text))  # noqa: S704 - no < or & is left


def _json_char(match: re.Match[str]) -> str:
    return json.dumps(match[0])[1:-1] if ord(match[0]) > 0x7E else f"\\u{ord(match[0]):04x}"


def csv_cell(text: str) -> str:
    """A cell that no spreadsheet takes for more than text: an apostrophe goes before it.

    That is a formula, a truth value (a rating called "false") or a number (an id of
    digits, of which a spreadsheet keeps fifteen).

    After OWASP's "CSV Injection". A cell that itself begins with an apostrophe
    gets one too, so `csv_text` gives back every cell exactly.
    """
    return f"'{text}" if _FORMULA.match(text) or _VALUE.match(text) else text


def csv_text(cell: str) -> str:
    """The text of a cell written by `csv_cell`."""
    return cell[1:] if cell.startswith("'") else cell


def link(url: str) -> str:
    """The URL if a reader may follow it (http or https with a host), else nothing.

    One with a user name is not followed: it may hold a password, or disguise the
    host. Characters that do not belong in a URL come back percent-encoded.
    """
    if url != url.strip() or not url.isprintable():
        return ""
    try:
        parts = urlsplit(url)
        usable = parts.scheme in {"http", "https"} and parts.hostname and "@" not in parts.netloc
    except ValueError:
        return ""
    return quote(url, safe=":/?#[]@!$&'()*+,;=%-._~") if usable else ""


def markdown_target(url: str) -> Markup:
    """The URL as a Markdown link's target between `<` and `>`, or nothing (see `link`)."""
    return Markup(link(url).replace("&", "&amp;"))  # noqa: S704 - < and > are encoded


def file_name(text: str, claim_id: str) -> str:
    """A file's stem for a claim: words of the claim, then its id; ASCII, lower case.

    Safe on every file system (no separators, no reserved names, no trailing
    dots) and unique as far as the ids are, also where capitals do not count.
    """
    plain = unicodedata.normalize("NFKD", text[:300]).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", plain.lower())
    slug = "-".join(words)
    if len(slug) > LONGEST_SLUG:
        slug = slug[: LONGEST_SLUG + 1].rpartition("-")[0] or slug[:LONGEST_SLUG]
    return f"{slug or 'claim'}-{short_id(claim_id)}"


def short_id(claim_id: str) -> str:
    """The id itself where it is short and plain, else 16 hexadecimal digits of its SHA-256."""
    if _PLAIN_ID.match(claim_id):
        return claim_id
    return hashlib.sha256(claim_id.encode("utf-8", "surrogatepass")).hexdigest()[:16]
