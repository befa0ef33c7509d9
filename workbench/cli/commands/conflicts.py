"""`workbench conflicts`: the corpus's own contradictions, strongest first."""

import shutil
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path

import click

from workbench.case.contradictions.contradicting import Row
from workbench.cli.exits import Exit
from workbench.cli.narration import narrate, progress_bar
from workbench.cli.opening import case_option, opened
from workbench.cli.output import format_option, print_json_lines
from workbench.core.events.contradictions import Side
from workbench.core.events.dismissals import OPEN
from workbench.core.text.display import visible

Sources = Mapping[str, tuple[str, date | None]]
"""Article → (its publisher, its day of publication)."""


@click.command("conflicts")
@click.option("--top", type=click.IntRange(1), help="Print only so many. [default: all]")
@click.option(
    "--since",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DAY",
    help="Only with a passage of an article that came in on that day (UTC) or later.",
)
@click.option("--dismissed", is_flag=True, help="List what was put away, with the reasons.")
@click.option("--assigned", metavar="REVIEWER", help="Only what was given to REVIEWER.")
@format_option("table", "jsonl")
@case_option
def command(
    top: int | None,
    since: datetime | None,
    dismissed: bool,
    assigned: str | None,
    form: str,
    folder: Path | None,
) -> int:
    """List what contradicts what in the corpus, strongest first.

    Articles that came in since the last look are compared with the corpus first.
    """
    day = since.date() if since else None
    with opened(folder) as case:
        with progress_bar() as progress:
            rows = case.contradicting.rows(progress, since=day, dismissed=dismissed)
        found = [row for row in rows if assigned in {None, row.assignee}][:top]
        sources: Sources = {
            entry.id: (entry.publisher, entry.published) for entry in case.corpus.articles()
        }
        if form == "jsonl":
            print_json_lines(conflict_json(conflict, sources) for conflict in found)
        else:
            for number, conflict in enumerate(found, 1):
                _print_block(number, conflict, sources)
            narrate(f"{len(found)} conflicts")
    return Exit.DONE


def conflict_json(row: Row, sources: Sources) -> dict[str, object]:
    """A line of `workbench conflicts --format jsonl`."""
    conflict, away = row.found, row.dismissal
    dismissed = {"dismissed": {"by": away.by, "at": away.at, "why": away.why}} if away else {}
    return {
        "id": conflict.id,
        "event": conflict.event,
        "slot": conflict.slot,
        "values": [
            {"value": value.text, "sides": [_side_json(side, sources) for side in value.sides]}
            for value in conflict.values
        ],
        "sources": len({side.article for value in conflict.values for side in value.sides}),
        "status": row.status,
        "one": _side_json(conflict.one, sources),
        "other": _side_json(conflict.other, sources),
        "strength": conflict.strength,
        "reasons": list(conflict.reasons),
        "independent": conflict.independent,
        "copies": conflict.copies,
        "assigned": row.assignee or None,
        "notes": [{"by": n.by, "at": n.at, "text": n.text} for n in row.notes],
        **dismissed,
    }


def _side_json(side: Side, sources: Sources) -> dict[str, object]:
    publisher, published = sources.get(side.article, ("", None))
    return {
        "article": side.article,
        "start": side.start,
        "end": side.end,
        "quote": side.quote,
        "publisher": publisher,
        "published": published.isoformat() if published else None,
    }


def _print_block(number: int, row: Row, sources: Sources) -> None:
    width = shutil.get_terminal_size().columns
    conflict, away = row.found, row.dismissal
    said = "  ".join(filter(None, (
        "" if conflict.independent else "(one source)",
        row.status * (row.status != OPEN),
        f"for {row.assignee}" if row.assignee else "",
    )))  # fmt: skip
    head = f"{number:>3}.  {conflict.strength:3.0f}  {conflict.id}  {conflict.summary}  {said}"
    click.echo(visible(head.rstrip()))
    if away:
        why = f"{away.by}, {away.at}: {away.why}"
        click.echo(click.wrap_text(visible(why), width, "      ", "      "))
    for value in conflict.values:
        side = value.sides[0]
        click.echo(f"      {_source(side, sources)}{visible(side.article)}:{side.start}-{side.end}")
        click.echo(click.wrap_text(visible(side.quote), width, "      ", "      "))
    noted = (f"{note.by}, {note.at}: {note.text}" for note in row.notes)
    for line in (*(f"· {reason}" for reason in conflict.reasons), *noted):
        click.echo(click.wrap_text(visible(line), width, "      ", "        "))


def _source(side: Side, sources: Sources) -> str:
    """Who published a side and when, as far as that is known."""
    publisher, published = sources.get(side.article, ("", None))
    known = [publisher, published.isoformat() if published else ""]
    said = ", ".join(visible(word) for word in known if word)
    return f"{said} · " if said else ""
