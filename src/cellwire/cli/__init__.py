"""Words to pipeline calls; the only room that prints."""

from cellwire.cli.app import app, run

__all__ = ["app", "run"]
