"""What a person sees: one way to print, one way to say what went wrong, and progress on a terminal only."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import (
    BarColumn,
    Progress,
    SpinnerColumn,
    TaskID,
    TaskProgressColumn,
    TextColumn,
    TimeElapsedColumn,
)

from cellwire.errors import CellwireError
from cellwire.model import Issue

WIDTH = 110  # of what goes to a file or another program: the same wherever it runs
ISSUES_SHOWN = 20

Advance = Callable[[str, int], None]  # what is under way, and how much of it was done since the last call


def quoted(text: str, *, words: int) -> str:
    """The first words of a quote, between quotation marks."""
    said = text.split()
    return "“" + " ".join(said[:words]) + ("…" if len(said) > words else "") + "”"


def field_words(field: str) -> str:
    """A field of the record as a person says it: "capacity, new" for capacity.new."""
    return field.replace("_", " ").replace(".", ", ")


def out() -> Console:
    """Where results go."""
    return _console(stderr=False)


def err() -> Console:
    """Where everything goes that is no result: errors, issues, progress."""
    return _console(stderr=True)


def _console(*, stderr: bool) -> Console:
    stream = sys.stderr if stderr else sys.stdout
    width = None if stream.isatty() or "COLUMNS" in os.environ else WIDTH
    return Console(file=stream, width=width, highlight=False, emoji=False, soft_wrap=False)


def say_error(error: CellwireError) -> None:
    say_plainly(f"cellwire: {error}")


def say_plainly(line: str) -> None:
    """A line as it is, on standard error: paths and addresses are neither wrapped nor coloured."""
    err().print(line, markup=False, soft_wrap=True)


def say_issues(issues: Iterable[Issue]) -> None:
    """Each skipped thing with its reason, the same one once; after some twenty, how many more there are."""
    sys.stdout.flush()  # results that were printed before stand before
    counted = Counter((issue.thing, issue.problem) for issue in issues)
    for (thing, problem), times in list(counted.items())[:ISSUES_SHOWN]:
        say_plainly(f"skipped {thing}: {problem}" + (f" (×{times})" if times > 1 else ""))
    if (more := len(counted) - ISSUES_SHOWN) > 0:
        say_plainly(f"… and {more} more")


@contextmanager
def progress(**totals: int) -> Iterator[Advance]:
    """Counts on standard error while something long runs, one line a stage; nothing where that is no terminal.

    What is known to end has a bar: `totals` says how much there is of it.
    """
    console = err()
    columns = (SpinnerColumn(), TextColumn("{task.completed:,} {task.description}"), TimeElapsedColumn())
    barred = (*columns[:2], BarColumn(), TaskProgressColumn(), *columns[2:]) if totals else columns
    with Progress(*barred, console=console, transient=True, disable=not console.is_terminal) as bar:
        tasks: dict[str, TaskID] = {what: bar.add_task(what, total=total) for what, total in totals.items()}

        def advance(what: str, steps: int) -> None:
            if what not in tasks:
                tasks[what] = bar.add_task(what, total=None)
            bar.advance(tasks[what], steps)

        yield advance


def counted(number: int, singular: str, plural: str | None = None) -> str:
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"
