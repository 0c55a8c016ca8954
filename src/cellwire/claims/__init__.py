"""What a document claims: `read_developments(document, lexicon)`; `unsupported` checks it against its own words."""

from cellwire.claims.developments import read_developments
from cellwire.claims.evidence import unsupported

__all__ = ["read_developments", "unsupported"]
