"""The ledger as it is printed: for people, for programs, for spreadsheets."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from workbench.cli.narration import narrate
from workbench.cli.output import print_csv, print_json_lines, print_table
from workbench.core.events.ledger import Count, Line, bounds


def line_json(line: Line) -> dict[str, object]:
    """A line of `workbench figures --ledger --format jsonl`."""
    return {
        "event": line.head.event,
        "title": line.head.title,
        "day": line.head.day.isoformat() if line.head.day else None,
        "place": line.head.place or None,
        "of": line.of,
        "low": _count_json(line.low),
        "best": _count_json(line.best),
        "high": _count_json(line.high),
        "grade": line.grade,
        "sources": line.sources,
        "over_time": [
            {
                "change": step.change,
                "sources": step.sources,
                "articles": step.articles,
                "first": _count_json(step.first),
            }
            for step in line.steps
        ],
        "copies": dict(sorted(line.copies.items())),
        "left_out": [{"why": count.aside, **_count_json(count)} for count in line.aside],
    }


def _count_json(count: Count) -> dict[str, object]:
    in_title = count.start < 0
    return {
        "low": count.low,
        "high": count.high,
        "text": count.text,
        "quote": count.quote,
        "article": count.article,
        "start": None if in_title else count.start,
        "end": None if in_title else count.end,
        "publisher": count.publisher or None,
        "claimant": count.claimant or None,
        "day": count.day.isoformat() if count.day else None,
    }


def _print_lines(lines: Iterable[Line]) -> None:
    print_json_lines(map(line_json, lines))


def _print_for_people(lines: Sequence[Line]) -> None:
    print_table(
        ("day", "place:16", "of", "low", "best", "high", "sources", "grade", "event"),
        (
            (
                line.head.day or "", line.head.place, line.of, *map(_said, _three(line)),
                line.sources, line.grade, line.head.title or line.head.event,
            )
            for line in lines
        ),
        grow="event",
    )  # fmt: skip
    narrate(f"{len(lines)} rows; --format jsonl or csv gives the sentence of each count")


_OF_A_COUNT = ("", " text", " source", " day", " sentence")


def _print_sheet(lines: Iterable[Line]) -> None:
    named = [name + more for name in ("low", "best", "high") for more in _OF_A_COUNT]
    print_csv(
        ("event", "title", "day", "place", "of", *named, "grade", "sources"),
        (
            (
                line.head.event, line.head.title, line.head.day or "", line.head.place, line.of,
                *(cell for count in _three(line) for cell in _cells(count)),
                line.grade, line.sources,
            )
            for line in lines
        ),
    )  # fmt: skip


def _cells(count: Count) -> tuple[object, ...]:
    source = count.publisher or count.article
    return _said(count), count.text, source, count.day or "", count.quote


def _three(line: Line) -> tuple[Count, Count, Count]:
    return line.low, line.best, line.high


def _said(count: Count) -> str:
    return bounds(count.low, count.high)


PRINTED: Mapping[str, Callable[[Sequence[Line]], None]] = {
    "table": _print_for_people,
    "jsonl": _print_lines,
    "csv": _print_sheet,
}
"""Format → what prints it."""
