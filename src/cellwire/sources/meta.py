"""What the user says of many files at once: the lines of `--meta FILE.jsonl`."""

from __future__ import annotations

import json
from dataclasses import fields
from datetime import date
from pathlib import Path

from cellwire.errors import BadOption, FileUnreadable, reason_of
from cellwire.model import Told

_LINE = 'each line names its file: {"id": "file stem", "published": "2022-12-17"}'
_KEYS = frozenset(field.name for field in fields(Told))


def read_meta(path: Path | str) -> dict[str, Told]:
    """Told by file stem, from lines like {"id": "stem", "published": "2022-12-17", "outlet": "Cell Courier"}.

    Other keys are left to whoever wrote them; an id told twice is refused, for nobody knows which one is meant.
    """
    path = Path(path)
    try:
        lines = path.read_text("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as problem:
        raise FileUnreadable(str(path), reason_of(problem), "give a text file with one JSON object a line") from problem
    told: dict[str, Told] = {}
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        said = _told(f"{path}, line {number}", line)
        assert said.id
        if said.id in told:
            raise BadOption(
                f"{path}, line {number}", f"the id {said.id!r} stands there twice", "leave one of the two out"
            )
        told[said.id] = said
    return told


def _told(where: str, line: str) -> Told:
    try:
        said = json.loads(line)
    except ValueError as problem:
        raise BadOption(where, f"no JSON ({problem})", _LINE) from problem
    if not isinstance(said, dict) or not isinstance(said.get("id"), str) or not said["id"]:
        raise BadOption(where, 'no "id"', _LINE)
    values = {key: value for key, value in said.items() if key in _KEYS and value is not None}
    for key, value in values.items():
        if not isinstance(value, str):
            raise BadOption(where, f'"{key}" is {value!r}, not a text')
    published = values.pop("published", None)
    return Told(**values, published=_day(where, published) if published else None)


def _day(where: str, written: str) -> date:
    try:
        return date.fromisoformat(written[:10])
    except ValueError as problem:
        raise BadOption(where, f'"published" is {written!r}', "write the day as 2022-12-17") from problem
