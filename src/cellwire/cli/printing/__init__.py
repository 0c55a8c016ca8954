"""What a person sees: the one way to print, to say what went wrong, and to lay out help."""

from cellwire.cli.printing.console import (
    counted,
    field_words,
    out,
    progress,
    quoted,
    say_error,
    say_issues,
    say_plainly,
)
from cellwire.cli.printing.helping import Command, examples_at_the_end

__all__ = [
    "Command",
    "counted",
    "examples_at_the_end",
    "field_words",
    "out",
    "progress",
    "quoted",
    "say_error",
    "say_issues",
    "say_plainly",
]
