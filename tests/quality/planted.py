"""Contradictions that were planted in invented reports, and whether a row is one of them."""

from pathlib import Path
from typing import Any

from workbench.case import Case
from workbench.core.events.contradictions import Contradiction, Side

from .measures import GOLD


def case_of(folder: Path, articles: str) -> Case:
    """A new case with the articles of a file of `tests/gold`."""
    case = Case.open(folder, "Ada", create=True)
    case.corpus.import_paths([str(GOLD / articles)])
    return case


def name(side: Side) -> str:
    """The id that a side's article has in the file of articles."""
    return side.article.partition("#")[2]


def is_planted(row: Contradiction, pair: dict[str, Any]) -> bool:
    """Whether two values of a row are the two of a pair, said in its words."""
    said = [
        {key for side in value.sides for key in ("one", "other")
         if name(side) == pair[key] and pair[f"{key}_words"] in side.quote}
        for value in row.values
    ]  # fmt: skip
    return any(
        "one" in one and "other" in other for one in said for other in said if one is not other
    )


def share_right(rows: list[Contradiction], pairs: list[dict[str, Any]]) -> float:
    """Of the rows, the share that was planted."""
    return sum(any(is_planted(row, pair) for pair in pairs) for row in rows) / max(1, len(rows))


def share_found(rows: list[Contradiction], pairs: list[dict[str, Any]]) -> float:
    """Of the pairs that were planted, the share that is listed."""
    return sum(any(is_planted(row, pair) for row in rows) for pair in pairs) / len(pairs)
