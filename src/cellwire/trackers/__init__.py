"""Trackers: somebody's list of plants as claims of that source, each row a document of its own."""

from cellwire.trackers.columns import Columns, read_columns
from cellwire.trackers.rows import MEDIA_TYPE, capture_tracker, read_tracker

__all__ = ["MEDIA_TYPE", "Columns", "capture_tracker", "read_columns", "read_tracker"]
