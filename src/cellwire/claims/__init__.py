"""What a document claims: `read_developments(document, lexicon)`."""

from cellwire.claims.developments import read_developments

__all__ = ["read_developments"]
