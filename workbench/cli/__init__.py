"""The command line: a shell over a case. Stdout is data, stderr is narration."""

import gc
import importlib
import keyword
import os
import sys
from io import TextIOWrapper
from pathlib import Path

import click

from workbench import __version__
from workbench.cli.examples import epilog
from workbench.cli.exits import Exit
from workbench.errors import CaseError, InputRefused, WorkbenchError

COMMANDS: dict[str, str] = {
    "import": "take articles into the case: files, folders, batch files, pages, feeds",
    "import-reviews": "take in what others have checked already",
    "annotate": "find the claims of texts without a case",
    "claims": "list the checkable claims",
    "match": "find the passages that bear on a claim or a text",
    "compare": "say how two texts relate, pair by pair",
    "conflicts": "list the corpus's own contradictions",
    "dismiss": "put a contradiction away, with the reason",
    "figures": "compare figures across sources",
    "link": "link a passage to a claim as evidence",
    "verdict": "rule on a claim",
    "signoff": "give the second review of a verdict",
    "review": "list what somebody has to look at",
    "settle": "decide between two versions of a record",
    "relink": "take a link to where its quote stands now",
    "assign": "give a claim to a reviewer",
    "note": "leave a note on a claim",
    "status": "say where a claim stands",
    "undo": "take back your last decision",
    "redo": "make again what was taken back",
    "history": "show who decided what, and when",
    "verify": "check that nothing in the case is damaged",
    "article": "show or correct what is known of an article",
    "export": "publish verdicts: write them in a format, through the gate",
    "retract": "take a published verdict back, with the reason",
    "reindex": "make the derived data again from seeds/",
    "move": "keep decisions and index on other machines, or here again",
    "trust": "allow what a case asks of this machine",
    "rules": "list the rules by which passages are read, with examples",
    "learn": "refit what suggestions are weighed by to this desk's decisions",
    "where": "show where the case keeps what",
    "serve": "open the terminal UI in a browser",
}
"""Command → its line in the help; the module of that name in `cli/commands/` holds it."""


class Commands(click.Group):
    """Loads a command's module when it is called, so that each starts fast."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        module_name = f"{name}_" if keyword.iskeyword(name) else name.replace("-", "_")
        module = importlib.import_module(f"workbench.cli.commands.{module_name}")
        command: click.Command = module.command
        command.epilog = epilog(name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(
    cls=Commands, invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)  # fmt: skip
@click.version_option(__version__, prog_name="workbench")
@click.option("--case", "folder", type=click.Path(path_type=Path), help="The case's folder.")
@click.option("--reviewer", help="Who decides; else WORKBENCH_REVIEWER, the settings, the login.")
@click.pass_context
def program(ctx: click.Context, folder: Path | None, reviewer: str | None) -> None:
    """Find checkable claims in news articles, match them, rule on them, publish.

    Without a command it opens the terminal UI.
    """
    ctx.obj = {"folder": folder, "reviewer": reviewer}
    if ctx.invoked_subcommand is None:
        gc.disable()  # until the first screen: nearly all that is made before it stays
        from workbench.cli.opening import open_tui  # noqa: PLC0415

        open_tui(ctx)


def main() -> None:
    """Run the program; every expected failure is one line and an exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a terminal of Latin-1 shows ’ as its escape
            stream.reconfigure(errors="backslashreplace")
    try:
        code = program(standalone_mode=False)
    except click.exceptions.Exit as exit_:
        code = exit_.exit_code
    except click.ClickException as error:
        error.show()
        code = Exit.USAGE
    except (click.Abort, KeyboardInterrupt):
        click.echo("stopped", err=True)
        code = 130
    except WorkbenchError as error:
        code = fail(error)
    except BrokenPipeError:  # `workbench claims | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = Exit.DONE
    sys.exit(code if isinstance(code, int) else Exit.DONE)


def fail(error: WorkbenchError) -> Exit:
    """Say on stderr what is wrong, in one line; the exit code that goes with it."""
    from workbench.core.text.display import visible  # noqa: PLC0415

    click.echo(f"workbench: {visible(' '.join(str(error).split()))}", err=True)
    if isinstance(error, CaseError):
        return Exit.CASE
    return Exit.REFUSED if isinstance(error, InputRefused) else Exit.USAGE
