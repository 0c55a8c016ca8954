"""The order of the stages, and nothing else: captures to documents to developments to stories to the record."""

from cellwire.pipeline.also import Also, also_told
from cellwire.pipeline.deriving import rebuild
from cellwire.pipeline.following import health_of_sources, update
from cellwire.pipeline.intake import import_captures
from cellwire.pipeline.judging import Effect, effect_of, judge, questions
from cellwire.pipeline.mining import mine
from cellwire.pipeline.moments import changes_since, entries_as_of, record_as_of, search, state_as_of
from cellwire.pipeline.reading import read_capture
from cellwire.pipeline.report import Progress, Report
from cellwire.pipeline.weeks import changes_told, load_week
from cellwire.record import Said, changes_between
from cellwire.trackers import capture_tracker

__all__ = [
    "Also",
    "Effect",
    "Progress",
    "Report",
    "Said",
    "also_told",
    "capture_tracker",
    "changes_between",
    "changes_since",
    "changes_told",
    "effect_of",
    "entries_as_of",
    "health_of_sources",
    "import_captures",
    "judge",
    "load_week",
    "mine",
    "questions",
    "read_capture",
    "rebuild",
    "record_as_of",
    "search",
    "state_as_of",
    "update",
]
