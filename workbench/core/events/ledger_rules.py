"""How a newsroom chooses the best count of a toll: in the settings, and read without the rest."""

from collections.abc import Mapping

CONSERVATIVE, RANGE, GRADED = "conservative", "range", "graded"
RULES: Mapping[str, str] = {
    RANGE: "the count that most independent sources give (UCDP: low, best, high)",
    CONSERVATIVE: "the lowest count that an independent source still gives (ACLED)",
    GRADED: "the same as range, among counts of two independent sources or more (Airwars)",
}
"""How a newsroom chooses the best count → what it means. The first is the default."""
