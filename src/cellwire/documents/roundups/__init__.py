"""A roundup is split into its items; an article with subheadings never is."""

from cellwire.documents.roundups.splitting import Item, split

__all__ = [
    "Item",
    "split",
]
