"""`workbench serve`: the terminal UI in a browser."""

import os
import sys
from pathlib import Path

import click

from workbench.cli.exits import Exit
from workbench.cli.narration import narrate
from workbench.cli.opening import case_folder, case_option

PASSWORD = "WORKBENCH_SERVE_PASSWORD"  # noqa: S105  # a name, not a secret
WARNING = (
    "warning: other machines can reach this port, and what is sent is not encrypted. Whoever "
    "has the link and the password decides in your name and can import files of this machine."
)


def asked_password(private: bool) -> str:
    """The password: from the environment, else typed; an argument would show it to everybody."""
    password = os.environ.get(PASSWORD, "")
    if password or private:
        return password
    if not sys.stdin.isatty():
        raise click.UsageError(f"--host needs a password: set {PASSWORD}")
    typed: str = click.prompt("Password", hide_input=True, confirmation_prompt=True, err=True)
    return typed


@click.command("serve")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8000, show_default=True,
    help="The port; 0 takes a free one.",
)  # fmt: skip
@case_option
def command(host: str, port: int, folder: Path | None) -> int:
    """Open the terminal UI in a browser, for this machine only.

    Prints a link that works once. With --host others can come in, and only with a password:
    from WORKBENCH_SERVE_PASSWORD, else it is asked for.
    """
    from workbench.case import serving  # noqa: PLC0415

    private = serving.is_private(host)
    password = asked_password(private)
    if not private:
        narrate(WARNING)

    def ready(link: str) -> None:
        click.echo(link)
        narrate("open this link; it works once. ctrl+c stops")

    reviewer = (click.get_current_context().find_root().obj or {}).get("reviewer") or ""
    serving.serve(case_folder(folder), reviewer, host, port, password, ready, narrate)
    return Exit.DONE
