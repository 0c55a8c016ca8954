"""What is the same thing: clauses of a document put together, one bundle a real-world development."""

from cellwire.claims.bundling.merge import bundle

__all__ = ["bundle"]
