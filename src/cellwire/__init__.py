"""Battery-industry news as claims you can check: each one carries the exact words it came from."""

__version__ = "0.1.0"
