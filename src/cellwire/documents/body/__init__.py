"""The main text of a page: found, and what the search for it loses or flattens put back."""

from cellwire.documents.body.mailed import is_mailed, mailed_drafts
from cellwire.documents.body.main_text import byline_of, cut_others, main_drafts

__all__ = [
    "byline_of",
    "cut_others",
    "is_mailed",
    "mailed_drafts",
    "main_drafts",
]
