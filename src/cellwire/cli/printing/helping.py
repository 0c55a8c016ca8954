"""How the help of a command is laid out: it fits any width, and says of each word only what a person has to know."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from typer import BadParameter
from typer.core import TyperCommand

_AS_WRITTEN = "\b\n"  # what follows is neither joined nor wrapped


class Command(TyperCommand):
    """A command whose help names an argument once: its meaning says what type would say less well."""

    def parse_args(self, ctx: Any, args: list[str]) -> Any:
        try:
            return super().parse_args(ctx, args)
        except BadParameter as problem:
            problem.message = _plainly(problem.message)
            raise

    def format_options(self, ctx: Any, formatter: Any) -> None:
        parameters: list[Any] = self.get_params(ctx)
        told = [(parameter, parameter.get_help_record(ctx)) for parameter in parameters]
        arguments = [(parameter.metavar, parameter.help) for parameter, _ in told if _is_argument(parameter)]
        options = [record for parameter, record in told if record and not _is_argument(parameter)]
        for heading, rows in (("Arguments", arguments), ("Options", options)):
            if rows:
                with formatter.section(heading):
                    formatter.write_dl(rows)


def _plainly(problem: str) -> str:
    """What a check says, for a person: the kind of a check is nobody's concern."""
    for said, plain in _CHECKS:
        if matched := said.match(problem):
            return matched.expand(plain)
    return problem


_CHECKS = (
    (re.compile(r"Value error, (.*)", re.DOTALL), r"\1"),
    (re.compile(r"Input should be greater than or equal to (\S+?)\.?$"), r"it has to be \1 or more"),
    (re.compile(r"Input should be less than or equal to (\S+?)\.?$"), r"it has to be \1 or less"),
    (re.compile(r"Input should be a valid integer\b.*"), "it has to be a whole number"),
    (re.compile(r"Input should be a valid number\b.*"), "it has to be a number"),
)


def examples_at_the_end(examples: Sequence[str]) -> str:
    """Each on a line of its own, so that it can be copied."""
    return "\n\n".join(("Examples:", _AS_WRITTEN + "\n".join(examples)))


def _is_argument(parameter: Any) -> bool:
    return bool(parameter.param_type_name == "argument")
