"""Four bundled weeks of news as they were captured: the facts are real, the outlets and all sentences are invented."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from cellwire.model import Capture, Told

LAST_DAY = date(2022, 12, 17)  # of the last of the four weeks

_HERE = files("cellwire.demo")


def demo_captures() -> Iterator[Capture]:
    """Each capture with the moment it was made, in the order of the manifest."""
    manifest = tomllib.loads(_HERE.joinpath("captures.toml").read_text("utf-8"))
    for entry in manifest["capture"]:
        yield _capture(entry, _HERE.joinpath(entry["file"]))


def _capture(entry: Mapping[str, Any], file: Traversable) -> Capture:
    return Capture(
        source=entry["source"],
        url=entry.get("url"),
        path=f"demo/{entry['file']}",
        moment=entry["captured_at"],
        media_type=entry["media_type"],
        content=file.read_bytes(),
        told=Told(id=entry["file"].rpartition(".")[0]),
        headers=tuple(entry.get("headers", {}).items()),
    )
