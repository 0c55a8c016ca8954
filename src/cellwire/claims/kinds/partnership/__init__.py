"""Companies that get together: ventures, memoranda, licences, and their end."""

from cellwire.claims.kinds.partnership.reading import EACH_BOND, PLANNED_VENTURE, read

__all__ = ["EACH_BOND", "PLANNED_VENTURE", "read"]
