"""What stands in figures: amounts, sums of money and dates, each with the words that carry it."""

from cellwire.claims.figures.asked import When
from cellwire.claims.figures.currencies import hints
from cellwire.claims.figures.date_forms import MONTHS, WEEKDAYS
from cellwire.claims.figures.dates import find_dates
from cellwire.claims.figures.money import Sum, find_money
from cellwire.claims.figures.quantities import Measure, find_amounts, find_jobs
from cellwire.claims.figures.values import Reading, read_stretch

__all__ = [
    "MONTHS",
    "WEEKDAYS",
    "Measure",
    "Reading",
    "Sum",
    "When",
    "find_amounts",
    "find_dates",
    "find_jobs",
    "find_money",
    "hints",
    "read_stretch",
]
