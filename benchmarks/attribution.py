"""Measure statements and claimants on PolNeAR articles and print a table.

    python benchmarks/attribution.py DEVDATA/attribution.jsonl.gz [--misses N]

A passage that holds content of a marked attribution with an explicit source is positive; a passage
is found where the signals make it a statement, denial or accusation, as the claim finder does. One
that only holds content without a source counts neither way in the lenient precision. Results are
given for the articles at even and odd places apart: rules are tuned on the even ones alone."""

import argparse
import gzip
import json
import re
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nupunkt

from workbench.core.reading.speech.accusations import find_accusations
from workbench.core.reading.speech.denials import find_denials
from workbench.core.reading.speech.speakers import find_attributions
from workbench.core.text.articles import Article
from workbench.core.text.passages import Document, Passage, split

_PRONOUNS = frozenset(
    [
        "he",
        "she",
        "they",
        "it",
        "i",
        "we",
        "you",
        "who",
        "his",
        "her",
        "their",
        "its",
        "him",
        "them",
        "that",
        "which",
        "this",
    ]
)
_PAIRS = {"sentences": "a plain sentence split", "passages": "workbench passages"}


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path)
    parser.add_argument(
        "--misses", type=int, default=0, help="show this many errors of each sort, even half"
    )
    parser.add_argument("--headings", action="store_true", help="leave headings out of the count")
    args = parser.parse_args()
    with gzip.open(args.data, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    errors: dict[str, list[str]] = {"wrong": [], "missed": [], "claimant": []}
    print("| units | articles | units | precision | lenient | recall | claimant | pronouns only |")
    print("| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |")
    started, size = time.perf_counter(), 0
    for units in ("passages", "sentences"):
        for half in (0, 1):
            counts: Counter[str] = Counter()
            for row in rows[half::2]:
                size += len(row["text"])
                keep = errors if half == 0 and units == "passages" else {}
                _score(row, units, counts, keep)
            _print(units, ("even", "odd")[half], counts)
    print(
        f"{1000 * (time.perf_counter() - started) / (size / 2000):.2f} ms per 2 kB, splitting "
        f"included"
    )
    for sort, examples in errors.items():
        step = max(1, len(examples) // max(1, args.misses))
        for example in examples[::step][: args.misses]:
            print(sort, "|", example)


def _print(units: str, half: str, n: Counter[str]) -> None:
    hits = n["right"]
    cells = (
        hits / (hits + n["wrong"] + n["unsourced"]),
        hits / (hits + n["wrong"]),
        n["found"] / n["positive"],
        n["claimant"] / max(1, n["named"]),
    )
    print(
        f"| {_PAIRS[units]} | {half} | {n['units']} | "
        + " | ".join(f"{c:.3f}" for c in cells)
        + f" | {n['pronoun']} |"
    )


def _score(row: dict[str, Any], units: str, n: Counter[str], errors: dict[str, list[str]]) -> None:
    document = split(Article(id=row["doc_id"], text=row["text"]))
    said = find_attributions(document)
    denied, accused = find_denials(document, said), find_accusations(document, said)
    predicted = {
        p.start: [a.claimant for a in s] + [d.who for d in d_] + [a.who for a in a_]
        for p, s, d_, a_ in zip(document.passages, said, denied, accused, strict=True)
        if d_ or a_ or any(a.polarity in ("neutral", "assertive") for a in s)
    }
    source_at = {p.start: s for p, s in zip(document.passages, said, strict=True)}
    for start, end in _units(document, units):
        n["units"] += 1
        gold = [
            a
            for a in row["attributions"]
            if any(a0 < end and b0 > start for a0, b0 in a["content"])
        ]
        sourced = [a for a in gold if a["source"]]
        under = [p for p in document.passages if p.start < end and p.end > start]
        claimants = [c for p in under for c in predicted.get(p.start, ())]
        hit = any(p.start in predicted for p in under)
        quote = row["text"][start:end]
        n["positive"] += bool(sourced)
        n["found"] += bool(sourced) and hit
        if hit:
            n["right" if sourced else "unsourced" if gold else "wrong"] += 1
        if hit and not gold:
            errors.get("wrong", []).append(
                f"{[(a.source, a.cue, a.rule) for p in under for a in source_at[p.start]]} {quote}"
            )
        if sourced and not hit:
            marks = [
                " ".join(row["text"][a0:b0] for k in ("source", "cue") for a0, b0 in a[k])
                for a in sourced
            ]
            errors.get("missed", []).append(f"{marks} {quote}")
        if sourced and hit:
            _claimant(
                row["text"],
                sourced,
                claimants,
                [a.source for p in under for a in source_at[p.start]],
                quote,
                n,
                errors,
            )


def _claimant(
    text: str,
    gold: list[dict[str, Any]],
    claimants: list[str],
    sources: list[str],
    quote: str,
    n: Counter[str],
    errors: dict[str, list[str]],
) -> None:
    """Count a hit where a claimant shares a word with a marked source.

    Where only pronouns are marked nothing can be checked; those are counted apart.
    A pronoun next to other marked sources counts where the source as written is it.
    """
    marked = [" ".join(text[a:b] for a, b in g["source"]) for g in gold]
    wanted = {w for m in marked for w in _tokens(m)}
    if wanted <= _PRONOUNS:
        n["pronoun"] += 1
        return
    n["named"] += 1
    said = {w for source in sources[:1] for w in _tokens(source)}
    if wanted & (_tokens(claimants[0]) if claimants else set()) or wanted & _PRONOUNS & said:
        n["claimant"] += 1
    else:
        errors.get("claimant", []).append(f"{marked} {claimants} {quote}")


def _tokens(text: str) -> set[str]:
    return {
        w
        for w in re.findall(r"\w+", text.lower())
        if w not in {"the", "a", "an", "of", "s", "mr", "mrs", "ms"}
    }


def _units(document: Document, units: str) -> Iterator[tuple[int, int]]:
    if units == "passages":
        yield from ((p.start, p.end) for p in document.passages if _counts(p))
    else:
        start = 0
        for line in document.article.text.split("\n"):
            yield from (
                (start + a, start + b) for a, b in nupunkt.sent_spans(line) if line[a:b].strip()
            )
            start += len(line) + 1


def _counts(passage: Passage) -> bool:
    return bool(passage.quote)


if __name__ == "__main__":
    main()
