"""The tables: what is kept for good, and what can be derived from it again."""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, Index, Integer, LargeBinary, MetaData, String, Table, Text

# 2: sources that are followed, and visits to them; 3: search, pages and blocks, and all that is derived written anew;
# 4: documents by their article; 5: documents that say where each thing was found;
# 6: sketches of a text's beginning; 7: by what tellings entries were told
VERSION = 7

metadata = MetaData()

# Compared byte by byte in either database: an order that depends on a server's language is no order.
Key = String().with_variant(String(collation="C"), "postgresql")

# One row each: the schema's version, whether stories and record lag behind the documents, whether all that is derived
# was written by an older version.
state = Table("state", metadata, Column("key", String, primary_key=True), Column("value", String, nullable=False))

# Kept. Rows are added, never changed.
captures = Table(
    "captures",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("id", Key, nullable=False, unique=True),
    Column("source", Key, nullable=False, index=True),
    Column("url", Key, index=True),
    Column("path", Key),
    Column("moment", Key, nullable=False, index=True),
    Column("media_type", Key, nullable=False),
    Column("sha256", Key, nullable=False, index=True),
    Column("content", LargeBinary, nullable=False),
    Column("told", Text, nullable=False),
    Column("headers", Text, nullable=False),
)
judgements = Table(
    "judgements",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("subject", Key, nullable=False, index=True),
    Column("moment", Key, nullable=False, index=True),
    Column("body", Text, nullable=False),
)
runs = Table(
    "runs",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("moment", Key, nullable=False),
    Column("command", Key, nullable=False),
    Column("body", Text, nullable=False),
)
visits = Table(
    "visits",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("source", Key, nullable=False, index=True),
    Column("moment", Key, nullable=False),
    Column("body", Text, nullable=False),
)

# Kept as well, and the only rows that somebody takes away: which sources are followed.
followed = Table("followed", metadata, Column("id", Key, primary_key=True), Column("body", Text, nullable=False))


def _derived(name: str, *keys: str, order: str = "", asked: tuple[str, ...] = ()) -> Table:
    """A table of what can be rebuilt: the columns that are asked for, and the whole thing as JSON.

    What is read in the `order` of one column has an index for that, and one more for each column it is `asked` by.
    """
    columns = [Column(key, Key) for key in keys]
    table = Table(name, metadata, Column("id", Key, primary_key=True), *columns, Column("body", Text, nullable=False))
    for key in (*asked, None) if order else ():
        within = [table.c[key]] if key else []
        Index(f"{name}_{key or 'all'}_in_order", *within, table.c[order], table.c.id)
    return table


documents = _derived(
    "documents",
    *("capture", "url", "article", "published", "captured"),
    order="captured",
    asked=("capture", "url", "article"),
)
developments = _derived("developments", "document", "told", order="told", asked=("document",))
stories = _derived("stories", "first_told", "last_told", order="last_told")
facilities = _derived("facilities", "first_told", "folded")
deals = _derived("deals", "first_told", "folded")
rumours = _derived("rumours", "first_report", "outcome", "folded")
companies = _derived("companies", "folded")
issues = Table(
    "issues",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("capture", Key, nullable=False),
    Column("thing", Key, nullable=False, index=True),
    Column("stage", Key, nullable=False),
    Column("body", Text, nullable=False),
)
Index("issues_once", issues.c.capture, issues.c.body, unique=True)

# The companies of an entry: `company:ID`.
tags = Table(
    "tags",
    metadata,
    Column("listed", Key, primary_key=True),
    Column("tag", Key, primary_key=True),
    Column("entry", Key, primary_key=True),
    sqlite_with_rowid=False,
)
Index("tags_of_entry", tags.c.listed, tags.c.entry)

# Which story tells a development; background can be in none.
told_in = Table("told_in", metadata, Column("development", Key, primary_key=True), Column("story", Key, nullable=False))

KEPT = (captures, judgements, runs, visits, followed)
READ = (documents, developments, issues)  # derived from one capture each
CONSOLIDATED = (stories, facilities, deals, rumours, companies)  # derived from all of them together

# Beside them, what a fold finds neighbours by; derived, but numbered in the order of history.
unfolded = Table("unfolded", metadata, Column("document", Key, primary_key=True))
origins = Table(
    "origins",
    metadata,
    Column("document", Key, primary_key=True),
    Column("origin", Key, nullable=False, index=True),
    Column("place", Integer, nullable=False),
)
sketches = Table("sketches", metadata, Column("id", Key, primary_key=True), Column("body", Text, nullable=False))
sketch_keys = Table(
    "sketch_keys",
    metadata,
    Column("key", BigInteger, primary_key=True),
    Column("document", Key, primary_key=True),
    Column("few", Boolean, nullable=False),
    sqlite_with_rowid=False,
)
blocks = Table(
    "blocks",
    metadata,
    Column("development", Key, primary_key=True),
    Column("block", Integer, nullable=False, index=True),
    sqlite_with_rowid=False,
)
meetings = Table(
    "meetings",
    metadata,
    Column("key", BigInteger, primary_key=True),
    Column("block", Integer, primary_key=True, index=True),
    Column("first", Integer, nullable=False),
    Column("last", Integer, nullable=False),
    sqlite_with_rowid=False,
)
points = Table(
    "points",
    metadata,
    Column("point", BigInteger, primary_key=True),
    Column("block", Integer, primary_key=True, index=True),
    Column("waits", Boolean, nullable=False),
    sqlite_with_rowid=False,
)
entries = Table(
    "entries",
    metadata,
    Column("block", Integer, primary_key=True),
    Column("listed", Key, primary_key=True),
    Column("entry", Key, primary_key=True, index=True),
    sqlite_with_rowid=False,
)
names = Table(
    "names",
    metadata,
    Column("block", Integer, primary_key=True),
    Column("company", Key, primary_key=True, index=True),
    Column("name", Key, primary_key=True),
    Column("times", Integer, nullable=False),
    sqlite_with_rowid=False,
)
# By which tellings a plant or deal was told that nobody judged, as one number.
told_by = Table(
    "told_by",
    metadata,
    Column("entry", Key, primary_key=True),
    Column("tellings", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)
FOLDED = (unfolded, origins, sketches, sketch_keys, blocks, meetings, points, entries, names, told_by)
