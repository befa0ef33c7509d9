"""Relation: how often `compare` is right where it takes a side, on labelled pairs.

    python benchmarks/relation.py PAIRS

PAIRS is JSON Lines (may be .gz) of {"id","claim","evidence","label"} with the
labels SUPPORTS and REFUTES: the shape of Fever-Symmetric (Schuster et al. 2019).
The pairs are halved by a checksum of their id; weights were chosen on half 0.
"""

import argparse
import gzip
import json
import zlib
from collections import Counter
from pathlib import Path

from workbench.core.compare.bearings import bearing
from workbench.core.decide.relation import CONFLICTS, CORROBORATES, compare
from workbench.core.text.folding import as_written

MEANT = {"SUPPORTS": CORROBORATES, "REFUTES": CONFLICTS}


def main() -> None:
    """Print for each half the share committed and the share right of these."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pairs", type=Path)
    path = parser.parse_args().pairs
    opened = gzip.open if path.suffix == ".gz" else open
    halves: dict[int, Counter[str]] = {0: Counter(), 1: Counter()}
    with opened(path, "rt", encoding="utf-8") as lines:
        for pair in map(json.loads, lines):
            sides = (bearing(as_written(pair[side])) for side in ("claim", "evidence"))
            found = compare(*sides).relation
            meant = MEANT[pair["label"]]
            outcome = "right" if found == meant else "wrong" if found in MEANT.values() else "left"
            halves[zlib.crc32(pair["id"].encode()) % 2][outcome] += 1
    for half, name in ((0, "fitted on"), (1, "held out")):
        count = halves[half]
        taken = count["right"] + count["wrong"]
        print(
            f"{name:10} {count.total()} pairs: committed {taken / count.total():.3f}, "
            f"right of these {count['right'] / taken:.3f}"
        )


if __name__ == "__main__":
    main()
