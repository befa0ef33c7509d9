"""The display boundary: text of unknown origin made harmless to look at.

Article text may hold control characters that drive a terminal, bidirectional
controls that reorder what is read (CVE-2021-42574, "Trojan Source"), and
characters without width that hide words. Everything that is shown, in a
terminal, a table or a publication, passes `visible` on its way; what is stored,
searched and compared never does.
"""

import re
import unicodedata

MOST_MARKS = 8
"""Combining marks shown on one base character; real orthographies need up to five."""

UNSEEN: tuple[tuple[str, str], ...] = (
    ("control characters (C0)", "\x00-\x08\x0b-\x1f"),
    ("control characters (DEL and C1)", "\x7f-\x9f"),
    ("soft hyphen", "\xad"),
    ("bidirectional controls", "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"),
    ("zero-width spaces and joiners", "\u180b-\u180f\u200b-\u200d\u2060-\u2065\ufeff"),
    ("deprecated format characters", "\u206a-\u206f"),
    ("blank letters", "\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0"),
    ("line and paragraph separators", "\u2028\u2029"),
    ("surrogates", "\ud800-\udfff"),
    ("non-characters and annotation controls", "\ufdd0-\ufdef\ufff0-\ufffb\ufffe\uffff"),
    ("musical format controls", "\U0001d173-\U0001d17a"),
    ("tags and variation selectors beyond 16", "\U000e0000-\U000e0fff"),
    ("shorthand format controls", "\U0001bca0-\U0001bca3"),
    (
        "last code points of the planes",
        "".join(f"{chr(p + 0xFFFE)}{chr(p + 0xFFFF)}" for p in range(0x10000, 0x110000, 0x10000)),
    ),
)
"""Named ranges (inside a character class) that have no glyph of their own.

From the Unicode Character Database: general category Cc, Cf (without the Arabic
and Kaithi signs, which are drawn), Cs, Zl, Zp and Default_Ignorable_Code_Point.
"""

_UNSEEN = re.compile(f"[{''.join(ranges for _, ranges in UNSEEN)}]")
_KINDS = tuple(
    (name, re.compile(f"[{ranges}]")) for name, ranges in UNSEEN if name != "soft hyphen"
)
_MARKS_POSSIBLE = re.compile(rf"[^\w\s!-~]{{{MOST_MARKS + 1},}}")


def visible(text: str) -> str:
    """The text with every unseen character as a glyph that can be read.

    C0 controls become control pictures (ESC is `␛`), the others their code point
    (`⟨U+202E⟩`); marks beyond MOST_MARKS on one base are counted instead of
    stacked (`⟨+192 marks⟩`). Tab and line feed stay. Applying it twice is the
    same as once; ordinary text comes back unchanged.
    """
    if text.isascii() and text.isprintable():
        return text
    return _MARKS_POSSIBLE.sub(_fewer_marks, _UNSEEN.sub(_glyph, text))


def one_line(text: str) -> str:
    """`visible` text on one line: white space of any kind becomes single spaces.

    For table cells, titles and messages, where a line end would break the row.
    """
    return " ".join(visible(text).split())


def has_unseen(text: str) -> bool:
    """Whether `visible` would change the text; a reviewer is told of such a quote."""
    return visible(text) != text


def unseen_kinds(text: str) -> str:
    """How many characters of which kinds `visible` would replace, in words, or "".

    Soft hyphens, which typesetting leaves behind in many pages, are passed over.
    """
    if text.isascii() and text.isprintable():
        return ""
    found = "".join(_UNSEEN.findall(text))
    counts = ((name, len(pattern.findall(found))) for name, pattern in _KINDS) if found else ()
    return ", ".join(f"{count} {name}" for name, count in counts if count)


def _glyph(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:
        return chr(0x2400 + code)
    return "␡" if code == 0x7F else f"⟨U+{code:04X}⟩"


def _fewer_marks(match: re.Match[str]) -> str:
    """The run with at most MOST_MARKS combining marks in a row."""
    shown: list[str] = []
    marks = 0
    for char in match[0]:
        is_mark = unicodedata.category(char) in {"Mn", "Me"}
        if not is_mark:
            shown.append(_left_out(marks))
        marks = marks + 1 if is_mark else 0
        if marks <= MOST_MARKS:
            shown.append(char)
    return "".join(shown) + _left_out(marks)


def _left_out(marks: int) -> str:
    return f"⟨+{marks - MOST_MARKS} marks⟩" if marks > MOST_MARKS else ""
