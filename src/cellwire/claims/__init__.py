"""What a document claims: `read_developments(document, lexicon)`; `unsupported` checks it against its own words."""

from cellwire.claims.checking import unsupported
from cellwire.claims.developments import read_developments

__all__ = ["read_developments", "unsupported"]
