"""The themes: dark, light, high contrast, and one that colour-blind readers can tell apart.

The colour-blind safe colours are blue, orange and yellow of the Okabe–Ito
palette (Okabe and Ito, "Color Universal Design", 2008).
"""

from textual.theme import Theme

HIGH_CONTRAST = Theme(
    name="high-contrast",
    primary="#ffff00", secondary="#00ffff", accent="#ffff00",
    foreground="#ffffff", background="#000000", surface="#000000", panel="#000000",
    success="#00ff00", warning="#ffff00", error="#ff8080", dark=True,
)  # fmt: skip
COLOUR_SAFE = Theme(
    name="colour-safe",
    primary="#56b4e9", secondary="#cc79a7", accent="#f0e442",
    foreground="#f2f2f2", background="#14181c", surface="#14181c", panel="#232a31",
    success="#56b4e9", warning="#f0e442", error="#e69f00", dark=True,
)  # fmt: skip

THEMES = ("textual-dark", "textual-light", "high-contrast", "colour-safe")
"""In the order in which ctrl+t goes through them."""
