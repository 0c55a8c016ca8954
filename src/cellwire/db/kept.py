"""What is kept for good: captures, judgements and the log of runs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select

from cellwire.db.plain import from_json, to_json
from cellwire.db.schema import captures, judgements, runs, state
from cellwire.db.store import Store, reading, writing
from cellwire.model import Capture, Judgement, Told

_AT_ONCE = 500  # ids in one question; SQLite takes 999 parameters at the least


@dataclass(frozen=True, slots=True)
class Run:
    """One run that changed something: which command, when, and its counts."""

    command: str
    moment: datetime
    counts: dict[str, int]


def add_captures(store: Store, new: Iterable[Capture]) -> int:
    """Keeps what is not there yet, and says how many that were."""
    with writing(store) as connection:
        return insert_captures(connection, new)


def insert_captures(connection: Connection, new: Iterable[Capture]) -> int:
    given = {capture.id: capture for capture in new}
    known = _known(connection, list(given))
    rows = [_row(id, capture) for id, capture in given.items() if id not in known]
    if rows:
        connection.execute(captures.insert(), rows)
    return len(rows)


def known_captures(store: Store, ids: Iterable[str]) -> set[str]:
    with reading(store) as connection:
        return _known(connection, list(ids))


def load_captures(store: Store, *, until: datetime | None = None) -> Iterator[Capture]:
    """Every capture in the order in which it was kept, one at a time."""
    with reading(store) as connection:
        asked = select(captures).order_by(captures.c.number)
        if until:
            asked = asked.where(captures.c.moment <= until.isoformat())
        for row in connection.execution_options(yield_per=100).execute(asked).mappings():
            yield _capture(row)


def add_judgements(
    store: Store, new: Iterable[Judgement], *, check: Callable[[list[Judgement]], object] | None = None
) -> int:
    """Keeps each once, all or none, and says how many are new. `check` sees them among the others before anybody can
    add another."""
    with writing(store) as connection:
        held = _judgements(connection)
        fresh = [one for one in dict.fromkeys(new) if one not in held]
        if check:
            check([*held, *fresh])
        rows = [{"subject": one.subject, "moment": one.moment.isoformat(), "body": to_json(one)} for one in fresh]
        if rows:
            connection.execute(judgements.insert(), rows)
            mark_behind(connection, behind=True)
    return len(rows)


def load_judgements(store: Store, *, until: datetime | None = None) -> list[Judgement]:
    with reading(store) as connection:
        told = _judgements(connection)
    return [judgement for judgement in told if until is None or judgement.moment <= until]


def _judgements(connection: Connection) -> list[Judgement]:
    bodies = connection.execute(select(judgements.c.body).order_by(judgements.c.number)).scalars()
    return [from_json(body, Judgement) for body in bodies]


def mark_behind(connection: Connection, *, behind: bool) -> None:
    """Whether the stories and the record lag behind what is kept."""
    connection.execute(state.delete().where(state.c.key == "behind"))
    connection.execute(state.insert(), [{"key": "behind", "value": "yes" if behind else "no"}])


def insert_run(connection: Connection, run: Run) -> None:
    row = {"moment": run.moment.isoformat(), "command": run.command, "body": to_json(run)}
    connection.execute(runs.insert(), [row])


def load_runs(store: Store) -> list[Run]:
    with reading(store) as connection:
        bodies = connection.execute(select(runs.c.body).order_by(runs.c.number)).scalars()
        return [from_json(body, Run) for body in bodies]


def _known(connection: Connection, ids: list[str]) -> set[str]:
    found: set[str] = set()
    for start in range(0, len(ids), _AT_ONCE):
        asked = select(captures.c.id).where(captures.c.id.in_(ids[start : start + _AT_ONCE]))
        found.update(connection.execute(asked).scalars())
    return found


def _row(id: str, capture: Capture) -> dict[str, Any]:
    return {
        "id": id,
        "source": capture.source,
        "url": capture.url,
        "path": capture.path,
        "moment": capture.moment.isoformat(),
        "media_type": capture.media_type,
        "sha256": capture.sha256,
        "content": capture.content,
        "told": to_json(capture.told),
        "headers": to_json(capture.headers),
    }


def _capture(row: Any) -> Capture:
    return Capture(
        source=row["source"],
        url=row["url"],
        path=row["path"],
        moment=datetime.fromisoformat(row["moment"]),
        media_type=row["media_type"],
        content=row["content"],
        told=from_json(row["told"], Told),
        headers=from_json(row["headers"], tuple[tuple[str, str], ...]),
    )
