"""The picture that goes round with a verdict's address: claim, speaker, rating, house.

An SVG of 1200 × 630, the size that networks ask for, made of shapes and text alone: it loads
nothing and needs no font of its own. Networks that take no SVG need it drawn as PNG, which any
browser or `rsvg-convert` does.
"""

import unicodedata
from collections.abc import Iterator, Mapping

from workbench.core.publication import House, PublishedVerdict
from workbench.core.publication.escaping import html
from workbench.core.publication.words import capital, day_of, rating_class, steps
from workbench.core.text.display import one_line
from workbench.core.verdicts.ratings import Rating

WIDTH, HEIGHT = 1200, 630
"""Pixels, 1.91 to 1: what Facebook, LinkedIn and Mastodon show without cutting."""
MARGIN = 70
SIZES: tuple[tuple[int, int], ...] = ((58, 4), (46, 5), (38, 6))
"""(size of the claim's letters, lines that fit), the largest that takes it whole is used."""
WIDE, NARROW = 1.0, 0.58
"""Widths of a letter in parts of its size: East Asian ones, and others on average in bold DejaVu
Sans (measured 0.55), the widest of common systems; a line of capitals may reach into the margin."""
COLOURS: Mapping[str, str] = {
    "axis-1": "#9b2226", "axis-2": "#a5481c", "axis-3": "#7d6308", "axis-4": "#47691f",
    "axis-5": "#1d6b45", "off-axis": "#4a5568",
}  # fmt: skip
"""Class of a rating → its colour, as on the pages by day, each with 5 : 1 or more against white."""


def share_svg(v: PublishedVerdict, house: House) -> str:
    """The picture of a verdict, or of the notice that it was taken back."""
    claim = f"“{one_line(v.stated)}”"
    rating = capital(v.shown_rating.name)
    said = f"Claim by {one_line(v.speaker)}" if v.speaker else "Claim"
    pieces = [
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>',
        f'<rect width="{WIDTH}" height="14" fill="{_colour(v.shown_rating)}"/>',
        _text(MARGIN, 80, 30, _cut(said, 30), "#4a5160"),
        *_claim(claim),
        *_rating(v.shown_rating, rating),
        _text(MARGIN, HEIGHT - 34, 26, _cut(_footing(v, house), 26), "#4a5160"),
    ]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" '
        f'height="{HEIGHT}" font-family="system-ui, sans-serif" role="img">'
        f"<title>{html(f'{rating}: {claim}')}</title>{''.join(pieces)}</svg>\n"
    )


def _footing(v: PublishedVerdict, house: House) -> str:
    notice = " · an example" if house.notice else ""
    return f"{one_line(house.name)} · {day_of(v.changed_at)}{notice}"


def _claim(claim: str) -> Iterator[str]:
    for size, most in SIZES:
        lines = wrapped(claim, (WIDTH - 2 * MARGIN) / size)
        if len(lines) <= most:
            break
    else:
        lines = [*lines[: most - 1], _cut(f"{lines[most - 1]} …”", size)]
    for number, line in enumerate(lines):
        yield _text(MARGIN, 150 + int(size * (1.28 * number + 0.4)), size, line, "#12161f", 600)


def _rating(rating: Rating, name: str) -> Iterator[str]:
    """The rating on its colour, and its place on the scale."""
    size, top = 44, HEIGHT - 176
    shown = _cut(name, size, WIDTH - 2 * MARGIN - 60)
    across = int(_width(shown) * size * 1.25) + 60
    colour = _colour(rating)
    yield f'<rect x="{MARGIN}" y="{top}" width="{across}" height="76" rx="10" fill="{colour}"/>'
    yield _text(MARGIN + 30, top + 53, size, shown, "#fff", 700)
    for place, step in enumerate(steps(rating)):
        x = MARGIN + across + 46 + 40 * place
        fill = colour if step == rating.value else "#d3d7de"
        if x < WIDTH - MARGIN:
            yield f'<circle cx="{x}" cy="{top + 38}" r="12" fill="{fill}"/>'


def _colour(rating: Rating) -> str:
    return COLOURS[rating_class(rating)]


def _text(x: int, y: int, size: int, text: str, colour: str, weight: int = 400) -> str:
    return (
        f'<text x="{x}" y="{y}" font-size="{size}" font-weight="{weight}" fill="{colour}">'
        f"{html(text)}</text>"
    )


def wrapped(text: str, across: float) -> list[str]:
    """The lines of a text, none wider than `across` in sizes of a letter.

    It is broken at blanks, and inside a word that has no room on a line by itself.
    """
    lines, line = [], ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if _width(longer) <= across:
            line = longer
            continue
        lines += [line] if line else []
        *full, line = _pieces(word, across)
        lines += full
    return [*lines, line]


def _pieces(word: str, across: float) -> list[str]:
    pieces, held = [""], 0.0
    for char in word:
        held += _width(char)
        if held > across:
            pieces.append("")
            held = _width(char)
        pieces[-1] += char
    return pieces


def _cut(text: str, size: int, room: int = WIDTH - 2 * MARGIN) -> str:
    """The text, shortened to one line where it is wider than the room that it has."""
    if _width(text) * size <= room:
        return text
    (first, *_) = _pieces(text, room / size - 1)
    return f"{first.rstrip()}…"


def _width(text: str) -> float:
    """Of a text, in sizes of its letters."""
    return sum(map(_letter, text))


def _letter(char: str) -> float:
    if unicodedata.combining(char):
        return 0.0
    return WIDE if unicodedata.east_asian_width(char) in "WF" else NARROW
