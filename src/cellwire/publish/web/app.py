"""The desk as one application: pages for people, the API for programs, and what both go through."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.resources import files

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.base import BaseHTTPMiddleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from cellwire.errors import CellwireError, NotReady
from cellwire.publish.view import DeskSettings, Holdings, Shelving
from cellwire.publish.web.api import api_routes, description_route
from cellwire.publish.web.guard import Guard, guarding
from cellwire.publish.web.pages import page_routes
from cellwire.publish.web.problems import on_cellwire_error, on_http_error, on_not_ready, on_surprise
from cellwire.publish.web.traffic import Traffic


def build_app(holdings: Holdings, settings: DeskSettings) -> Starlette:
    """An ASGI application: any server of that kind can run it."""
    shelving = Shelving(holdings, patience=settings.patience)
    guard, traffic = Guard(settings.token), Traffic(settings.a_minute, settings.counts)

    @asynccontextmanager
    async def ready(_: Starlette) -> AsyncIterator[None]:
        await run_in_threadpool(shelving.prepare)
        yield
        await run_in_threadpool(shelving.finish)

    def metrics(_: Request) -> Response:
        return PlainTextResponse(traffic.of_all().text())

    static = StaticFiles(directory=str(files("cellwire.publish.web") / "static"))
    app = Starlette(
        routes=[
            *api_routes(),
            description_route(),
            *page_routes(),
            Route("/health", health),
            Route("/metrics", metrics),
            Mount("/static", static),
        ],
        middleware=[
            Middleware(BaseHTTPMiddleware, dispatch=traffic.pass_on),
            Middleware(BaseHTTPMiddleware, dispatch=guarding(guard)),
            Middleware(GZipMiddleware, minimum_size=2000, compresslevel=5),  # 9: thrice the time
        ],
        exception_handlers={
            NotReady: on_not_ready,
            CellwireError: on_cellwire_error,
            HTTPException: on_http_error,
            Exception: on_surprise,
        },
        lifespan=ready,
    )
    app.state.shelving, app.state.guard = shelving, guard
    return app


def health(request: Request) -> Response:
    """Whether the store answers; a monitor asks."""
    stamp = request.app.state.shelving.holdings.stamp()
    return PlainTextResponse(f"fine {stamp}\n", headers={"Cache-Control": "no-store"})
