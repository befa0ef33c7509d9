"""Contradictions made on purpose: how many changes `compare` calls a conflict, kind by kind.

    python benchmarks/changes.py ARTICLES [--show KIND]

ARTICLES is JSON Lines (may be .gz) of {"text"} or of {"docs": [{"text"}]}. Up to 300
sentences of each kind are set against themselves with another number, date, ordinal or
negation, and against themselves unchanged and reworded, which is never a conflict.
"""

import argparse
import gzip
import json
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT / "tests" / "quality")]

from changes import CHANGED, KEPT, flagged  # noqa: E402

from workbench.core.text.articles import Article  # noqa: E402
from workbench.core.text.passages import split  # noqa: E402


def sentences(path: Path) -> Iterator[str]:
    """Each passage of the articles once, of those that are no boilerplate."""
    opened = gzip.open if path.suffix == ".gz" else open
    seen: set[str] = set()
    with opened(path, "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            for doc in row.get("docs", [row]):
                for passage in split(Article("", doc["text"])).passages:
                    if not passage.noise and passage.quote not in seen:
                        seen.add(passage.quote)
                        yield passage.quote


def main() -> None:
    """Print for each change how many sentences had it and the share called a conflict."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--show", help="print the pairs of one kind that were judged wrong")
    given = parser.parse_args()
    found = flagged(sentences(given.articles))
    print("| changed | sentences | called a conflict |\n| --- | ---: | ---: |")
    for name in (*CHANGED, *KEPT):
        print(f"| {name} | {found.of[name]} | {found.share(name):.3f} |")
    for one, other in found.missed[given.show] if given.show else ():
        print(f"\n{one}\n{other}")


if __name__ == "__main__":
    main()
