"""The store: captures, judgements and runs are kept; documents, developments, stories and the record can be rebuilt."""

from cellwire.db.derived import (
    Consolidate,
    Readings,
    add_readings,
    dump_derived,
    load_developments,
    load_documents,
    load_issues,
    load_record,
    load_stories,
    record_is_behind,
    replace_derived,
    replace_record,
)
from cellwire.db.followed import add_visit, follow, is_captured, load_followed, load_visits, unfollow
from cellwire.db.kept import (
    Run,
    add_captures,
    add_judgement,
    known_captures,
    load_captures,
    load_judgements,
    load_runs,
)
from cellwire.db.lookups import find_developments, find_documents, stamp_of
from cellwire.db.store import Store, open_store

__all__ = [
    "Consolidate",
    "Readings",
    "Run",
    "Store",
    "add_captures",
    "add_judgement",
    "add_readings",
    "add_visit",
    "dump_derived",
    "find_developments",
    "find_documents",
    "follow",
    "is_captured",
    "known_captures",
    "load_captures",
    "load_developments",
    "load_documents",
    "load_followed",
    "load_issues",
    "load_judgements",
    "load_record",
    "load_runs",
    "load_stories",
    "load_visits",
    "open_store",
    "record_is_behind",
    "replace_derived",
    "replace_record",
    "stamp_of",
    "unfollow",
]
