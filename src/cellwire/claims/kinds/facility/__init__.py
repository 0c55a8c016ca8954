"""Plants, mines, lines and stations: which step a clause tells of, and what it tells of two."""

from cellwire.claims.kinds.facility.papers import PERMIT_LOST, permit_lost
from cellwire.claims.kinds.facility.reading import read

__all__ = ["PERMIT_LOST", "permit_lost", "read"]
