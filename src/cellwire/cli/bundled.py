"""`cellwire demo`: the main job on the bundled weeks, offline, in a folder of its own."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

EXAMPLES = ("cellwire demo", "cellwire demo --out /tmp/weeks")


def demo(
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="The folder it writes to.")] = Path("cellwire-demo"),
) -> None:
    """Read four bundled weeks of news, build the record and write the last week's brief. Needs no network."""
    raise NotImplementedError(out)
