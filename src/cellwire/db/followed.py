"""Which sources are followed, and every visit to them."""

from __future__ import annotations

from sqlalchemy import select

from cellwire.db.plain import from_json, to_json
from cellwire.db.schema import captures, documents, followed, visits
from cellwire.db.store import Store, reading, writing
from cellwire.model import Document, Source, Visit


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


def is_captured(store: Store, url: str) -> bool:
    with reading(store) as connection:
        return connection.execute(select(captures.c.id).where(captures.c.url == url).limit(1)).first() is not None


def last_text(store: Store, source: str, url: str) -> str | None:
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
    return from_json(body, Document).text if body else None
