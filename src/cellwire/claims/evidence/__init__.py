"""Whether a reading stands: each value borne by its own words, and how sure the whole is."""

from cellwire.claims.evidence.checking import unsupported
from cellwire.claims.evidence.confidence import confidence, reasons, weights
from cellwire.claims.evidence.edges import without_cuts
from cellwire.claims.evidence.exactness import exactness
from cellwire.claims.evidence.signs import Signs, Whole, companies, signs_of, whole_of
from cellwire.claims.evidence.values import with_chances

__all__ = [
    "Signs",
    "Whole",
    "companies",
    "confidence",
    "exactness",
    "reasons",
    "signs_of",
    "unsupported",
    "weights",
    "whole_of",
    "with_chances",
    "without_cuts",
]
