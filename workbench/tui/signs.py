"""Signs and words for what the program shows, so that colour never stands alone."""

from collections.abc import Mapping

from workbench.case.filters.facets import SHORT_STATUS
from workbench.tui.text import plain

RELATION_SIGNS: Mapping[str, tuple[str, str, str]] = {
    "corroborates": ("+", "corroborates", "good"),
    "conflicts": ("×", "conflicts", "bad"),
    "context": ("~", "context", "warn"),
}
"""Relation → (sign, word, role of its style)."""

STATUS_SIGNS: Mapping[str, tuple[str, str, str]] = {
    "open": ("○", "open", "dim"),
    "in progress": ("◐", SHORT_STATUS["in progress"], "warn"),
    "ready for review": ("●", SHORT_STATUS["ready for review"], "good"),
    "signed off": ("◉", SHORT_STATUS["signed off"], "good"),
    "published": ("■", "published", "good"),
    "corrected": ("▣", "corrected", "good"),
    "retracted": ("□", "retracted", "bad"),
    "reopened": ("◌", "reopened", "bad"),
}
"""Status → (sign, short word, role of its style)."""


def relation_sign(relation: str) -> tuple[str, str, str]:
    """Sign, word and role of a relation; none was suggested for an empty one."""
    return RELATION_SIGNS.get(relation, ("·", plain(relation) or "unclear", "dim"))


def status_sign(status: str) -> tuple[str, str, str]:
    """Sign, short word and role of a status."""
    return STATUS_SIGNS.get(status, ("·", plain(status), "dim"))
