"""An assistant's door onto the record: small answers, each value with the words it came from."""

from cellwire.publish.assistant.server import build_server

__all__ = ["build_server"]
