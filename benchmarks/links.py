"""The labelled pairs of the five articles: found where, with which relation.

    python benchmarks/links.py [CASE]

Prints a Markdown table and the three figures that the quality gate pins.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests" / "quality"))

from measures import LinkResult, links_found  # noqa: E402

from workbench.case import Case  # noqa: E402


def line(r: LinkResult) -> str:
    """One row of the table; quotes are cut to what a reader needs to find them."""
    cut = lambda text: text.replace("|", "/")[:70] + "…"  # noqa: E731
    return (
        f"| {cut(r.claim)} | {cut(r.passage)} | {r.labelled} | {r.rank or '–'} | "
        f"{r.relation or '–'} |"
    )


def main() -> None:
    """Print the table."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT
    with Case.open(folder) as case:
        case.corpus.sync()
        results = list(links_found(case))
    print("| claim | passage | labelled | rank | suggested |\n| --- | --- | --- | ---: | --- |")
    for result in results:
        print(line(result))
    found = [r for r in results if r.rank]
    right = sum(r.relation == r.labelled for r in found)
    worst = sum((r.labelled, r.relation) == ("conflicts", "corroborates") for r in found)
    print(f"\nfound in the top 10: {len(found)} of {len(results)}; relation right: {right};")
    print(f"conflicts taken for corroboration: {worst}")


if __name__ == "__main__":
    main()
