"""The desk: a web app and an API onto the record, served by one program."""

from cellwire.publish.web.app import build_app

__all__ = ["build_app"]
