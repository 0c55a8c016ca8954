"""The record: facilities, deals, rumours and companies as the sources tell them, every value with its support."""

from cellwire.record.building import build_record, link_stories
from cellwire.record.changes import changes_between

__all__ = ["build_record", "changes_between", "link_stories"]
