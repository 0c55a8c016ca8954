"""The record: facilities, deals, rumours and companies as the sources tell them, every value with its support."""

from cellwire.record.building import build_record, link_stories

__all__ = ["build_record", "link_stories"]
