"""Captures become documents: decoded, stripped to the readable text, dated, and roundups split into their items."""

from cellwire.documents.glance import glance
from cellwire.documents.opening import Opened, open_capture, open_documents

__all__ = ["Opened", "glance", "open_capture", "open_documents"]
