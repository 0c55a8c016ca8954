"""The tools as an assistant calls them: the protocol's own client, over either transport."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import anyio
import httpx2
from mcp import Client, StdioServerParameters
from mcp.client.streamable_http import streamable_http_client

from publish.servers import free_port

Talk = Callable[[Client], Awaitable[Any]]


def told(answer: Any) -> Any:
    """What a tool said: lists come as a text each."""
    texts = [json.loads(each.text) for each in answer.content]
    return texts[0] if len(texts) == 1 else texts


def talk_over(server: Any, talk: Talk) -> Any:
    async def whole() -> Any:
        async with Client(server) as client:
            return await talk(client)

    return anyio.run(whole)


def over_stdio(db: Path, environment: Mapping[str, str], log: Path) -> StdioServerParameters:
    """What the program writes to standard error is kept in `log`."""
    words = [sys.executable, "-m", "cellwire", "mcp", "--db", str(db)]
    script = 'exec "$@" 2>"$0"'
    return StdioServerParameters(command="sh", args=["-c", script, str(log), *words], env=dict(environment))


@contextmanager
def http_server(db: Path, environment: Mapping[str, str], log: Path) -> Iterator[str]:
    """The address of a server of its own."""
    port = free_port()
    words = ["-m", "cellwire", "mcp", "--http", "--port", str(port), "--db", str(db)]
    with (
        log.open("wb") as kept,
        subprocess.Popen([sys.executable, *words], env=dict(environment), stdout=kept, stderr=kept) as server,
    ):
        try:
            _wait_for(port)
            yield f"http://127.0.0.1:{port}/mcp"
        finally:
            server.terminate()


def talk_with(address: str, headers: Mapping[str, str], talk: Talk) -> Any:
    """Over HTTP, with headers of its own."""

    async def whole() -> Any:
        async with (
            httpx2.AsyncClient(headers=dict(headers), timeout=60) as http,
            Client(streamable_http_client(address, http_client=http)) as client,
        ):
            return await talk(client)

    return anyio.run(whole)


def _wait_for(port: int) -> None:
    for _ in range(200):
        with socket.socket() as knock:
            if knock.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise AssertionError("the server did not start")
