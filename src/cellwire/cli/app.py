"""The commands by name, what holds for all of them, and how a run ends."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Annotated, Any

import typer

from cellwire import __version__
from cellwire.cli import bundled, judging, serving
from cellwire.cli.printing import Command, examples_at_the_end, say_error, say_plainly
from cellwire.cli.taking import following, keeping, looking, mining, reading, storing
from cellwire.cli.telling import changing, exporting, lists, outlook, posting, searching, showing, watching, weekly
from cellwire.errors import CellwireError

app = typer.Typer(
    name="cellwire",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Start with: cellwire demo",
)

INTERRUPTED = 130  # what a shell calls a program that Ctrl-C ended

# A module of commands says with EXAMPLES what each of them is typed like; the help prints them last.
COMMANDS: tuple[tuple[str, Callable[..., Any], tuple[str, ...]], ...] = (
    ("demo", bundled.demo, bundled.EXAMPLES),
    ("read", reading.read, reading.EXAMPLES),
    ("add", following.add, following.ADD_EXAMPLES),
    ("sources", looking.sources, looking.SOURCE_EXAMPLES),
    ("update", looking.update, looking.UPDATE_EXAMPLES),
    ("drop", following.drop, following.DROP_EXAMPLES),
    ("import", storing.import_, storing.IMPORT_EXAMPLES),
    ("mine", mining.mine, mining.EXAMPLES),
    ("week", weekly.week, weekly.EXAMPLES),
    ("send", posting.send, posting.EXAMPLES),
    ("alerts", watching.alerts, watching.ALERT_EXAMPLES),
    ("feed", watching.feed, watching.FEED_EXAMPLES),
    ("facilities", lists.facilities, lists.FACILITY_EXAMPLES),
    ("deals", lists.deals, lists.DEAL_EXAMPLES),
    ("rumours", lists.rumours, lists.RUMOUR_EXAMPLES),
    ("companies", lists.companies, lists.COMPANY_EXAMPLES),
    ("changes", changing.changes, changing.EXAMPLES),
    ("stories", lists.stories, lists.STORY_EXAMPLES),
    ("search", searching.search, searching.EXAMPLES),
    ("show", showing.show, showing.EXAMPLES),
    ("judge", judging.judge, judging.JUDGE_EXAMPLES),
    ("review", judging.review, judging.REVIEW_EXAMPLES),
    ("outlook", outlook.outlook, outlook.EXAMPLES),
    ("export", exporting.export, exporting.EXAMPLES),
    ("serve", serving.serve, serving.SERVE_EXAMPLES),
    ("mcp", serving.mcp, serving.MCP_EXAMPLES),
    ("rebuild", storing.rebuild, storing.REBUILD_EXAMPLES),
    ("backup", keeping.backup, keeping.BACKUP_EXAMPLES),
    ("restore", keeping.restore, keeping.RESTORE_EXAMPLES),
)
for name, command, examples in COMMANDS:
    told = " ".join((command.__doc__ or "").partition("\n\n")[0].split())
    app.command(name, cls=Command, short_help=told, epilog=examples_at_the_end(examples))(command)


@app.callback(invoke_without_command=True)
def cellwire(
    version: Annotated[bool, typer.Option("--version", help="Print the version and end.")] = False,
    no_color: Annotated[
        bool, typer.Option("--no-color", help="Print without colours; the variable NO_COLOR does the same.")
    ] = False,
) -> None:
    """Battery-industry news as claims you can check: each one carries the exact words it came from."""
    if version:
        print(f"cellwire {__version__}")
        raise typer.Exit
    if no_color:
        os.environ["NO_COLOR"] = "1"


def run(arguments: Sequence[str]) -> int:
    """One command from its words to its exit code: 0 done, 1 not possible, 2 not understood."""
    try:
        code = _ended(arguments)
        sys.stdout.flush()
    except CellwireError as error:
        say_error(error)
        return error.exit_code
    except BrokenPipeError:
        _let_go_of_output()
        return 1  # who read it has read enough
    except OSError as error:
        say_plainly(f"cellwire: {error.filename or 'standard output'}: {(error.strerror or str(error)).lower()}")
        if not error.filename:
            _let_go_of_output()
        return 1
    return code


def _ended(arguments: Sequence[str]) -> int:
    try:
        app(args=list(arguments), prog_name="cellwire")
    except SystemExit as end:
        if end.code == INTERRUPTED:
            say_plainly("cellwire: stopped; what was stored before is there")
        return end.code if isinstance(end.code, int) else 0
    return 0


def _let_go_of_output() -> None:
    """What could not be written is not tried once more when the program ends."""
    with suppress(OSError, ValueError):  # where it is no file there is nothing to let go of
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
