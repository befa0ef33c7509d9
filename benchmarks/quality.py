"""Every quality figure in one Markdown table: the labelled sets and the development data.

    python benchmarks/quality.py FOLDER

FOLDER holds `tolls`, `attribution`, `dates`, `relation`, `retrieval-claims`,
`retrieval-queries` and `html`, each as `.jsonl.gz`; one that is not there is left
out of the table. Where the rules were chosen on one half of a set, the other
half stands in a column of its own: that is the one to go by. The retrieval
weights were fitted on one split, and the other counts as held out.
"""

import argparse
import gzip
import json
import sys
import tempfile
import zlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT / "benchmarks"), str(ROOT / "tests" / "quality")]

import attribution  # noqa: E402
import dates  # noqa: E402
import extraction  # noqa: E402
import relation  # noqa: E402
import retrieval  # noqa: E402
import tolls  # noqa: E402
from measures import SETS, links_found, score_set  # noqa: E402

from workbench.case import Case  # noqa: E402
from workbench.core.compare.bearings import bearing  # noqa: E402
from workbench.core.decide.relation import compare  # noqa: E402
from workbench.core.events.tolls import find_tolls  # noqa: E402
from workbench.core.reading.figures import find_figures  # noqa: E402
from workbench.core.text.folding import as_written  # noqa: E402
from workbench.edges.readers.html_body import page_of  # noqa: E402

Numbers = dict[str, float]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: shares 0–1, or a count (an int); `held_out` is None
    where nothing was held out."""

    data: str
    measure: str
    value: float | int
    held_out: float | None = None
    goal: str = ""

    def __str__(self) -> str:
        value = str(self.value) if isinstance(self.value, int) else f"{self.value:.3f}"
        other = "" if self.held_out is None else f"{self.held_out:.3f}"
        return f"| {self.data} | {self.measure} | {value} | {other} | {self.goal} |"


def share(right: float, of: float) -> float:
    return right / of if of else 0.0


def halves(data: str, whole: Numbers, held_out: Numbers, goals: dict[str, str]) -> Iterator[Row]:
    """A row for each number of a set that is measured whole and on its second half."""
    for measure, value in whole.items():
        yield Row(data, measure, value, held_out[measure], goals.get(measure, ""))


def labelled(_: Path) -> Iterator[Row]:
    """The two sets of sentences labelled by hand."""
    names = {"seeds": "five articles", "own": "invented articles"}
    goals = {"seeds": ("0.90", "0.85", "0.95", "0.95"), "own": ("0.85", "", "", "")}
    for name in SETS:
        scores = score_set(name)
        totals = (
            scores.macro_f1,
            *(s.value for s in (scores.claimant, scores.figures, scores.dates)),
        )
        measures = ("macro F1", "claimant", "figures", "dates")
        for measure, value, goal in zip(measures, totals, goals[name], strict=True):
            yield Row(names[name], measure, value, goal=goal)
        for kind, score in scores.kinds.items():
            yield Row(names[name], f"F1, {kind}", score.f1)
        yield Row(names[name], "boilerplate reported", scores.noise.value)
        yield Row(names[name], "quotes not in their article", scores.unanchored, goal="0")


def links(_: Path) -> Iterator[Row]:
    """The labelled pairs of the five articles."""
    with tempfile.TemporaryDirectory() as folder:
        case_folder = Path(folder) / "case"
        (case_folder / "seeds").mkdir(parents=True)
        for seed in SETS["seeds"][0].iterdir():
            (case_folder / "seeds" / seed.name).write_bytes(seed.read_bytes())
        with Case.open(case_folder) as case:
            case.corpus.sync()
            results = list(links_found(case))
    found = [r for r in results if r.rank]
    worst = sum((r.labelled, r.relation) == ("conflicts", "corroborates") for r in found)
    right = sum(r.relation == r.labelled for r in found)
    yield Row("labelled pairs", f"in the top 10, of {len(results)}", len(found), goal="26")
    yield Row("labelled pairs", "relation right among those", share(right, len(found)), goal="0.60")
    yield Row("labelled pairs", "conflicts taken for corroboration", worst, goal="0")


def incidents(folder: Path) -> Iterator[Row]:
    """Tolls of killed and injured in reports of shootings."""
    outcomes: list[tuple[int, str, bool, bool]] = []
    for half, incident, report in tolls.reports(folder / "tolls.jsonl.gz"):
        document = tolls.document_of(report)
        answers = {toll.of: toll for toll in find_tolls(document, find_figures(document))}
        for of, key in tolls.GOLD.items():
            if incident[key] >= 1:
                toll = answers.get(of)
                outcomes.append(
                    (half, of, toll is not None, bool(toll and toll.low == incident[key]))
                )
    goals = {"killed": ("0.85", "0.80"), "wounded": ("", "0.75")}
    for of in tolls.GOLD:
        both = [o for o in outcomes if o[1] == of]
        odd = [o for o in both if o[0] == 1]
        answered, right = (
            [share(sum(o[at] for o in some), of_all(some)) for some in (both, odd)]
            for at, of_all in ((2, len), (3, lambda some: sum(o[2] for o in some)))
        )
        yield Row("tolls", f"{of}: answered", *answered, goal=goals[of][0])
        yield Row("tolls", f"{of}: right of those", *right, goal=goals[of][1])


def attributed(folder: Path) -> Iterator[Row]:
    """Statements and claimants in political news."""
    with gzip.open(folder / "attribution.jsonl.gz", "rt", encoding="utf-8") as lines:
        articles = [json.loads(line) for line in lines]

    def numbers(some: Sequence[dict[str, Any]]) -> Numbers:
        n: Counter[str] = Counter()
        for article in some:
            attribution._score(article, "sentences", n, {})
        return {
            "precision": share(n["right"], n["right"] + n["wrong"] + n["unsourced"]),
            "precision, sourceless content left out": share(n["right"], n["right"] + n["wrong"]),
            "recall": share(n["found"], n["positive"]),
            "claimant": share(n["claimant"], n["named"]),
        }

    goals = {"precision": "0.85", "recall": "0.75", "claimant": "0.80"}
    yield from halves("attribution", numbers(articles), numbers(articles[1::2]), goals)


def dated(folder: Path) -> Iterator[Row]:
    """Time expressions and their values in news texts."""

    def numbers(some: list[dict[str, Any]]) -> Numbers:
        counts = dates.measure(some, misses=False)
        found = counts["right"] + counts["wrong"]
        return {
            "found": share(found, found + counts["missed"]),
            "value right among found": share(counts["right"], found),
        }

    texts = dates.rows_of(folder / "dates.jsonl.gz")
    goals = {"found": "0.90", "value right among found": "0.85"}
    yield from halves("dates", numbers(texts), numbers(texts[1::2]), goals)


def related(folder: Path) -> Iterator[Row]:
    """Claim and evidence: supported or refuted."""
    outcomes: list[tuple[int, bool, bool]] = []
    for pair in retrieval.rows(folder / "relation.jsonl.gz"):
        sides = (bearing(as_written(pair[side])) for side in ("claim", "evidence"))
        found = compare(*sides).relation
        held_out = zlib.crc32(pair["id"].encode()) % 2
        committed = found in relation.MEANT.values()
        outcomes.append((held_out, committed, found == relation.MEANT[pair["label"]]))

    def numbers(some: list[tuple[int, bool, bool]]) -> Numbers:
        committed = sum(o[1] for o in some)
        return {
            "committed to a side": share(committed, len(some)),
            "right where committed": share(sum(o[2] for o in some), committed),
        }

    goals = {"committed to a side": "0.50", "right where committed": "0.70"}
    yield from halves("relation", numbers(outcomes), numbers([o for o in outcomes if o[0]]), goals)


def retrieved(folder: Path) -> Iterator[Row]:
    """Fact-checked claims found for posts, beside the engine alone."""
    claims = list(retrieval.rows(folder / "retrieval-claims.jsonl.gz"))
    queries = list(retrieval.rows(folder / "retrieval-queries.jsonl.gz"))

    def numbers(find: Callable[[str], list[str]], some: list[dict[str, Any]]) -> float:
        scores = (retrieval.average_precision(find(q["text"]), set(q["relevant"])) for q in some)
        return share(sum(scores), len(some))

    held_out = [q for q in queries if q["split"] == "dev"]
    with tempfile.TemporaryDirectory() as index:
        engines = {
            "MAP@5": (retrieval.ours(claims, Path(index)), "0.80"),
            "MAP@5, bare tantivy": (retrieval.bare(claims), ""),
        }
        for name, (find, goal) in engines.items():
            yield Row("retrieval", name, numbers(find, queries), numbers(find, held_out), goal)


def extracted(folder: Path) -> Iterator[Row]:
    """The body of real news pages."""
    with gzip.open(folder / "html.jsonl.gz", "rt", encoding="utf-8") as lines:
        pages = [json.loads(line) for line in lines]
    texts, _ = extraction.texts_of(lambda html: page_of(html).text, pages)
    yield Row("html", "body, F1", extraction.score([page["body"] for page in pages], texts)[2])


MEASURES: dict[str, Callable[[Path], Iterator[Row]]] = {
    "labels": labelled,
    "links": links,
    "tolls": incidents,
    "attribution": attributed,
    "dates": dated,
    "relation": related,
    "retrieval-claims": retrieved,
    "html": extracted,
}
"""By the file that each needs; the first two need none."""


def main() -> None:
    """Print the table, row by row as it is measured."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", choices=sorted(MEASURES), action="append")
    options = parser.parse_args()
    print("| data | measure | all | held out | to reach |\n| --- | --- | ---: | ---: | ---: |")
    for name, measure in MEASURES.items():
        needs = options.folder / f"{name}.jsonl.gz"
        if (options.only and name not in options.only) or (
            name not in {"labels", "links"} and not needs.exists()
        ):
            continue
        for row in measure(options.folder):
            print(row, flush=True)


if __name__ == "__main__":
    main()
