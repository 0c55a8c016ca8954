"""Which sources are followed, and every visit to them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import func, select

from cellwire.db.plain import from_json, to_json
from cellwire.db.schema import captures, developments, documents, followed, visits
from cellwire.db.store import Store, reading, writing
from cellwire.model import Document, LastCapture, Source, Told, Visit


def follow(store: Store, source: Source) -> None:
    """From now on; one that is followed already is followed as it is told now."""
    with writing(store) as connection:
        connection.execute(followed.delete().where(followed.c.id == source.id))
        connection.execute(followed.insert(), [{"id": source.id, "body": to_json(source)}])


def unfollow(store: Store, id: str) -> None:
    """What was captured and the visits stay."""
    with writing(store) as connection:
        connection.execute(followed.delete().where(followed.c.id == id))


def load_followed(store: Store) -> list[Source]:
    with reading(store) as connection:
        bodies = connection.execute(select(followed.c.body).order_by(followed.c.id)).scalars()
        return [from_json(body, Source) for body in bodies]


def add_visit(store: Store, visit: Visit) -> None:
    row = {"source": visit.source, "moment": visit.moment.isoformat(), "body": to_json(visit)}
    with writing(store) as connection:
        connection.execute(visits.insert(), [row])


def load_visits(store: Store, source: str) -> list[Visit]:
    """Of one source, oldest first."""
    with reading(store) as connection:
        asked = select(visits.c.body).where(visits.c.source == source).order_by(visits.c.number)
        return [from_json(body, Visit) for body in connection.execute(asked).scalars()]


def last_number(store: Store) -> int:
    """Of the captures that are kept; later ones have higher numbers."""
    with reading(store) as connection:
        return int(connection.execute(select(func.max(captures.c.number))).scalar() or 0)


def last_capture(store: Store, url: str, *, until: int) -> LastCapture | None:
    """What was captured last at an address, of whichever source, up to a capture's number."""
    with reading(store) as connection:
        at = select(*_ABOUT).where(captures.c.url == url, captures.c.number <= until)
        asked = at.order_by(captures.c.number.desc()).limit(1)
        row = connection.execute(asked).mappings().first()
    return _last(row) if row else None


def last_of_recent(store: Store, source: str, since: datetime) -> list[LastCapture]:
    """Of each article of a source that was first captured since a moment, and that tells a development, the last
    version; the latest first."""
    recent = (
        select(func.max(captures.c.number))
        .where(captures.c.source == source, captures.c.url.is_not(None))
        .group_by(captures.c.url)
        .having(func.min(captures.c.moment) >= since.isoformat())
    )
    tells = (
        select(developments.c.id)
        .join(documents, documents.c.id == developments.c.document)
        .where(documents.c.capture == captures.c.id)
    )
    asked = select(*_ABOUT).where(captures.c.number.in_(recent), tells.exists()).order_by(captures.c.number.desc())
    with reading(store) as connection:
        return [_last(row) for row in connection.execute(asked).mappings()]


_ABOUT = tuple(captures.c[name] for name in ("source", "url", "moment", "media_type", "sha256", "told", "headers"))


def _last(row: Any) -> LastCapture:
    return LastCapture(
        source=row["source"],
        url=row["url"],
        moment=datetime.fromisoformat(row["moment"]),
        media_type=row["media_type"],
        sha256=row["sha256"],
        told=from_json(row["told"], Told),
        headers=from_json(row["headers"], tuple[tuple[str, str], ...]),
    )


def last_document(store: Store, source: str, url: str) -> Document | None:
    """What was read last at an address of a source; None where nothing was."""
    asked = (
        select(documents.c.body)
        .join(captures, captures.c.id == documents.c.capture)
        .where(captures.c.url == url, captures.c.source == source)
        .order_by(captures.c.moment.desc())
        .limit(1)
    )
    with reading(store) as connection:
        body = connection.execute(asked).scalar()
    return from_json(body, Document) if body else None
