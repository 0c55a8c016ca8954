"""The desk's front door: web framework and protocol are loaded when a desk is made, not when something else is."""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from cellwire.errors import BadOption
from cellwire.publish.view import DeskSettings, Holdings

if TYPE_CHECKING:
    from mcp.server import MCPServer
    from starlette.applications import Starlette


def create_app(holdings: Holdings, settings: DeskSettings) -> Starlette:
    """The web app and the API as an ASGI application: any server of that kind can run it."""
    from cellwire.publish.web import build_app

    return build_app(holdings, settings)


def create_assistant(holdings: Holdings, token: str | None = None) -> MCPServer[Any]:
    """The tools of an assistant, as a server of the Model Context Protocol; its library is an extra.

    Without a token they are read-only.
    """
    if find_spec("mcp") is None:
        raise BadOption("cellwire mcp", "needs the protocol's library", "install it: pip install '.[assistant]'")
    from cellwire.publish.assistant import build_server

    return build_server(holdings, token)
