"""Bytes to text without silent mojibake.

Order: byte order mark, the declared encoding, strict UTF-8, cp1252. Every step
but the first and third leaves a flag, so that a reviewer who finds odd letters
in a quote knows where they come from. Labels of encodings are read as browsers
read them (WHATWG Encoding Standard): "latin-1" and "ascii" mean cp1252.
"""

import codecs
import re
from dataclasses import dataclass

from workbench.errors import InputRefused

BYTE_ORDER_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""(mark, encoding); UTF-32 stands before UTF-16, whose mark begins it."""

DECLARABLE = frozenset((
    "utf-8", "cp866", "koi8-r", "koi8-u", "mac-roman", "mac-cyrillic", "cp874", "gbk",
    "gb18030", "big5", "euc_jp", "iso2022_jp", "shift_jis", "euc_kr", "utf-16-le",
    "utf-16-be", "cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1255", "cp1256",
    "cp1257", "cp1258",
    *(f"iso8859-{part}" for part in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)),
))  # fmt: skip
"""Python's names of the encodings of the WHATWG standard; others are not believed."""
MEANT = {
    "iso8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gbk", "utf-16": "utf-16-le",
    "iso8859-9": "cp1254", "iso8859-11": "cp874", "tis-620": "cp874",
}  # fmt: skip
"""Python's name of a declared encoding → the one that browsers take it for."""

MOST_FOREIGN = 0.3
"""Share of letters beyond ASCII above which text in cp1252 is not believed."""
NAMED_WITHIN = 8192
"""Bytes in which a page names its encoding (the standard asks for 1024)."""
MOST_CONTROLS = 0.1
"""Share of control characters, of those that no terminal uses, in what is text."""
BINARY = "binary data, not text: save its text, or give it its own suffix"
SAMPLE = 4096
"""Bytes looked at to tell UTF-16 from binary data."""

_META_NAMES = re.compile(
    rb"<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w.:-]{2,40})", re.IGNORECASE
)
_XML_NAMES = re.compile(
    rb"\s{0,20}<\?xml[^>]{0,100}encoding\s{0,9}=\s{0,9}[\"']([\w.:-]{2,40})", re.IGNORECASE
)
_CONTROLS = re.compile(rb"[\x00-\x06\x0e-\x1a\x1c-\x1f]")
_LINE_END = re.compile(r"\r{1,2}\n|\r")
_INK = re.compile("[^\\s\x00-\x1f\x7f-\x9f\u200b-\u200f\ufeff]")
_STRANGER = re.compile("[\udc80-\udcff]")
_UNDEFINED = b"\x81\x8d\x8f\x90\x9d"
_AS_CP1252 = {
    0xDC00 + byte: ord(bytes([byte]).decode("cp1252"))
    for byte in range(0x80, 0x100)
    if byte not in _UNDEFINED
}
"""How "surrogateescape" writes a byte that is no UTF-8 → its character in cp1252."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text with line ends as `\\n`, and remarks on how it was decoded."""

    text: str
    flags: tuple[str, ...] = ()


def decode(data: bytes, name: str, declared: str = "") -> Decoded:
    """Decode one document. Raises InputRefused for binary data and for no text."""
    decoded = _decode(data, name, declared)
    text = _LINE_END.sub("\n", decoded.text)
    problem = text_problem(text)
    if problem:
        raise InputRefused(name, problem)
    return Decoded(text, decoded.flags)


def declared_in(data: bytes) -> str:
    """The encoding that a page or an XML document names itself, or ""."""
    named = _XML_NAMES.match(data) or _META_NAMES.search(data, 0, NAMED_WITHIN)
    return named[1].decode("ascii") if named else ""


def text_problem(text: str) -> str:
    """Why a text cannot be an article's, or ""."""
    if not _INK.search(text):
        return "no text in it"
    if "\x00" in text:
        return "NUL characters in the text: this is not a text file"
    try:
        text.encode("utf-8")  # faster than looking at each character
    except UnicodeEncodeError:
        return "half of a surrogate pair in the text"
    return ""


def _decode(data: bytes, name: str, declared: str) -> Decoded:
    marked = _by_mark(data, name)
    if marked:
        return marked
    if b"\x00" in data:
        return _wide(data, name)
    if len(_CONTROLS.findall(data, 0, SAMPLE)) > MOST_CONTROLS * len(data[:SAMPLE]):
        raise InputRefused(name, BINARY)
    try:
        utf8 = data.decode("utf-8")
    except UnicodeDecodeError:
        utf8 = None
    encoding = _known(declared)
    if encoding and encoding != "utf-8":
        return _as_declared(data, encoding, utf8) or _single_bytes(data, name)
    return Decoded(utf8) if utf8 is not None else _single_bytes(data, name)


def _by_mark(data: bytes, name: str) -> Decoded | None:
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            try:
                return Decoded(data[len(mark) :].decode(encoding))
            except UnicodeDecodeError:
                if encoding == "utf-8":
                    return _single_bytes(data[len(mark) :], name)
                raise InputRefused(name, f"marked as {encoding.upper()}, but is not") from None
    return None


def _wide(data: bytes, name: str) -> Decoded:
    """UTF-16 without its mark: a zero in every other byte of ASCII text."""
    sample = data[:SAMPLE]
    for encoding, zeros in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[::2])):
        others = len(sample) - len(zeros)
        rest = sample.count(0) - zeros.count(0)
        if zeros.count(0) > 0.4 * len(zeros) and rest < 0.05 * max(1, others):
            try:
                return Decoded(data.decode(encoding), (f"decoded as {encoding.upper()}, no mark",))
            except UnicodeDecodeError:
                break
    raise InputRefused(name, BINARY)


def _known(declared: str) -> str:
    try:
        encoding = codecs.lookup(declared.strip().strip("\"'")).name
    except (LookupError, ValueError):
        return ""
    encoding = MEANT.get(encoding, encoding)
    return encoding if encoding in DECLARABLE else ""


def _as_declared(data: bytes, encoding: str, utf8: str | None) -> Decoded | None:
    """The declared encoding, unless the bytes are UTF-8 beyond doubt or do not fit."""
    if utf8 is not None and not (encoding == "iso2022_jp" and b"\x1b" in data):
        flag = "" if utf8.isascii() else f"declared as {encoding}, is UTF-8"
        return Decoded(utf8, (flag,) if flag else ())
    try:
        text = data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None
    return Decoded(text, (f"decoded as {encoding}, as declared",))


def _single_bytes(data: bytes, name: str) -> Decoded:
    """Bytes that are no UTF-8: cp1252, by itself or between UTF-8 characters."""
    escaped = data.decode("utf-8", "surrogateescape")
    strangers = len(_STRANGER.findall(escaped))
    text = escaped.translate(_AS_CP1252)
    if _STRANGER.search(text):
        return _guessed(data, name)
    if sum(not c.isascii() for c in text) > strangers:
        count = f"{strangers} bytes" if strangers > 1 else "one byte"
        return Decoded(text, (f"mixed encodings: {count} read as cp1252",))
    letters = [c for c in text if c.isalpha()]
    if sum(not c.isascii() for c in letters) > MOST_FOREIGN * len(letters):
        return _guessed(data, name)
    return Decoded(text, ("decoded as cp1252",))


def _guessed(data: bytes, name: str) -> Decoded:
    """The last resort for legacy encodings other than cp1252, always flagged."""
    from charset_normalizer import from_bytes  # noqa: PLC0415 (heavy, and rarely needed)

    best = from_bytes(data[: 16 * SAMPLE]).best()
    if best is not None:
        try:
            return Decoded(data.decode(best.encoding), (f"encoding guessed: {best.encoding}",))
        except UnicodeDecodeError:
            pass
    raise InputRefused(name, "not UTF-8, and no other encoding fits")
