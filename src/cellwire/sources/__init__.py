"""Where news comes from: files, folders and mailboxes on this machine."""

from cellwire.sources.folder import LIMIT, read_path
from cellwire.sources.meta import read_meta

__all__ = ["LIMIT", "read_meta", "read_path"]
