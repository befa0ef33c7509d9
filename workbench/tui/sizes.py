"""How large a terminal has to be, and from where on a screen is laid out otherwise."""

LEAST = (60, 15)
"""Columns and rows under which nothing useful fits."""
WIDE = 120
"""Columns from which three panes stand side by side."""
BREAKPOINTS_ACROSS = [(0, "-cramped"), (LEAST[0], "-narrow"), (WIDE, "-wide")]
BREAKPOINTS_DOWN = [(0, "-short"), (LEAST[1], "-tall")]
"""(columns or rows, class of the screen from there on); the style sheets lay out by them."""
