"""The pages: readable without a script, each with its state in its address."""

from cellwire.publish.web.pages.routes import page_routes

__all__ = ["page_routes"]
