"""`workbench article`: show or correct what is known of an article."""

from datetime import datetime
from pathlib import Path

import click

from workbench.cli.exits import Exit
from workbench.cli.narration import narrate
from workbench.cli.opening import case_option, opened
from workbench.cli.output import print_json_lines


@click.command("article")
@click.argument("article")
@click.option("--title", help="Its headline.")
@click.option("--publisher", help="Who published it.")
@click.option("--url", help="Where it stands.")
@click.option("--published", type=click.DateTime(["%Y-%m-%d"]), help="The day of publication.")
@case_option
def command(
    article: str, title: str | None, publisher: str | None, url: str | None,
    published: datetime | None, folder: Path | None,
) -> int:  # fmt: skip
    """Show ARTICLE; with options, correct it. Relative dates are resolved again."""
    given = {"title": title, "publisher": publisher, "url": url}
    fields = {name: value for name, value in given.items() if value is not None}
    if published:
        fields["published"] = published.date().isoformat()
    with opened(folder) as case:
        if fields:
            case.decisions.correct(article, **fields)
            narrate(f"corrected: {', '.join(sorted(fields))}")
        found = case.corpus.article(article)
        flags, origins = case.corpus.how_read(article)
        print_json_lines(
            [
                {
                    "id": found.id, "revision": found.revision, "title": found.title,
                    "publisher": found.publisher, "url": found.url,
                    "published": found.published.isoformat() if found.published else None,
                    "language": found.language,
                    "flags": flags, "origins": origins,
                    "web_copy": case.corpus.web_copy(article),
                }
            ]
        )  # fmt: skip
    return Exit.DONE
