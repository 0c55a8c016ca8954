"""The catalogue: sources that cellwire knows by name and follows when asked to."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from cellwire.model import Source, SourceKind


@cache
def load_catalogue() -> dict[str, Source]:
    """By id, in the order of the file `catalogue.toml`."""
    told = tomllib.loads(files("cellwire.sources").joinpath("catalogue.toml").read_text("utf-8"))
    listed = [Source(**{**row, "kind": SourceKind(row["kind"])}) for row in told["source"]]
    return {source.id: source for source in listed}
