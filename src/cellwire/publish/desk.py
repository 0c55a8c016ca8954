"""The desk's front door: the web framework is loaded when a desk is made, not when something else is published."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cellwire.publish.view import DeskSettings, Library

if TYPE_CHECKING:
    from starlette.applications import Starlette


def create_app(library: Library, settings: DeskSettings) -> Starlette:
    """The web app and the API as an ASGI application: any server of that kind can run it."""
    from cellwire.publish.web import build_app

    return build_app(library, settings)
