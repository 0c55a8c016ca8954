"""Battery-industry news as claims you can check: each one carries the exact words it came from."""

from cellwire.client import connect

__version__ = "0.1.0"
__all__ = ["connect"]
