"""The tables: what is kept for good, and what can be derived from it again."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, LargeBinary, MetaData, String, Table, Text

VERSION = 2  # 2: sources that are followed, and visits to them

metadata = MetaData()

# One row: the schema's version, and whether the stories and the record lag behind the documents.
state = Table("state", metadata, Column("key", String, primary_key=True), Column("value", String, nullable=False))

# Kept. Rows are added, never changed.
captures = Table(
    "captures",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("id", String, nullable=False, unique=True),
    Column("source", String, nullable=False, index=True),
    Column("url", String, index=True),
    Column("path", String),
    Column("moment", String, nullable=False, index=True),
    Column("media_type", String, nullable=False),
    Column("sha256", String, nullable=False, index=True),
    Column("content", LargeBinary, nullable=False),
    Column("told", Text, nullable=False),
    Column("headers", Text, nullable=False),
)
judgements = Table(
    "judgements",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("subject", String, nullable=False, index=True),
    Column("moment", String, nullable=False, index=True),
    Column("body", Text, nullable=False),
)
runs = Table(
    "runs",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("moment", String, nullable=False),
    Column("command", String, nullable=False),
    Column("body", Text, nullable=False),
)
visits = Table(
    "visits",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("source", String, nullable=False, index=True),
    Column("moment", String, nullable=False),
    Column("body", Text, nullable=False),
)

# Kept as well, and the only rows that somebody takes away: which sources are followed.
followed = Table("followed", metadata, Column("id", String, primary_key=True), Column("body", Text, nullable=False))


def _derived(name: str, *keys: str) -> Table:
    """A table of what can be rebuilt: the columns that are asked for, and the whole thing as JSON."""
    columns = [Column(key, String, index=True) for key in keys]
    return Table(name, metadata, Column("id", String, primary_key=True), *columns, Column("body", Text, nullable=False))


documents = _derived("documents", "capture", "url", "published", "captured")
developments = _derived("developments", "document", "kind", "stage")
stories = _derived("stories", "kind", "first_told", "last_told")
facilities = _derived("facilities", "name", "country", "product", "status", "last_told")
deals = _derived("deals", "name", "kind", "rung", "last_told")
rumours = _derived("rumours", "name", "outcome", "first_report")
companies = _derived("companies", "name", "country")
issues = Table(
    "issues",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("capture", String, nullable=False),
    Column("thing", String, nullable=False, index=True),
    Column("stage", String, nullable=False),
    Column("body", Text, nullable=False),
)
Index("issues_once", issues.c.capture, issues.c.body, unique=True)

KEPT = (captures, judgements, runs, visits, followed)
READ = (documents, developments, issues)  # derived from one capture each
CONSOLIDATED = (stories, facilities, deals, rumours, companies)  # derived from all of them together
