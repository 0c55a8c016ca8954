"""The log of a desk is read by programs: each line says when, how grave, what happened and in which request."""

from __future__ import annotations

import io
import json
import logging
import re
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx2
import pytest
import uvicorn
from starlette.testclient import TestClient

from cellwire.cli.serving import holdings_of
from cellwire.db import open_store
from cellwire.publish import DeskSettings, create_app
from cellwire.publish.logbook import JsonLine
from publish.servers import free_port
from publish.web.conftest import TOKEN

SECRET = "what-nobody-else-may-know"


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """What is written while a test runs."""
    root, written = logging.getLogger(), io.StringIO()
    handler, level = logging.StreamHandler(written), root.level
    handler.setFormatter(JsonLine())
    handler.addFilter(lambda record: not record.name.startswith("httpx"))  # the one who asks here
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    servers = [logging.getLogger(name) for name in ("uvicorn", "uvicorn.error")]
    passes_on = [each.propagate for each in servers]
    for each in servers:  # a server that an earlier test began with its own log keeps its lines to itself
        each.propagate = True
    yield written
    for each, before in zip(servers, passes_on, strict=True):
        each.propagate = before
    root.removeHandler(handler)
    root.setLevel(level)


def lines_of(log: io.StringIO) -> list[dict[str, Any]]:
    return [line for each in log.getvalue().splitlines() if (line := json.loads(each))["event"] == "request"]


def test_a_line_says_when_what_and_how_long(desk: TestClient, log: io.StringIO) -> None:
    before = datetime.now(UTC) - timedelta(seconds=1)
    answer = desk.get("/facilities/fac_none")
    (line,) = lines_of(log)

    assert line["time"].endswith("Z")
    assert before < datetime.fromisoformat(line["time"]) < before + timedelta(seconds=60)
    assert (line["level"], line["method"], line["status"]) == ("info", "GET", 404)
    assert (line["route"], line["path"]) == ("/facilities/{id}", "/facilities/fac_none")
    assert 0 < line["ms"] < 60_000
    assert line["request"] == answer.headers["x-request-id"]


@pytest.mark.parametrize(
    ("given", "kept"),
    [("abc-1.2_3", True), ("x" * 64, True), ("x" * 65, False), ('a"b', False), ("a b", False), ("", False)],
)
def test_a_request_keeps_the_name_that_a_server_before_gave_it(
    desk: TestClient, log: io.StringIO, given: str, kept: bool
) -> None:
    answer = desk.get("/about", headers={"X-Request-ID": given})

    assert (answer.headers["x-request-id"] == given) is kept
    assert re.fullmatch(r"[\w.-]{1,64}", answer.headers["x-request-id"])
    assert lines_of(log)[0]["request"] == answer.headers["x-request-id"]


def test_requests_do_not_share_a_name(desk: TestClient) -> None:
    assert len({desk.get("/about").headers["x-request-id"] for _ in range(5)}) == 5


def test_no_line_holds_what_was_searched_for_or_who_asked(desk: TestClient, log: io.StringIO) -> None:
    desk.get(
        f"/search?q={SECRET}", headers={"Authorization": f"Bearer {SECRET}", "Cookie": f"cellwire_session={SECRET}"}
    )
    desk.get(f"/api/v1/search?q={SECRET}")
    desk.post("/signin", data={"token": SECRET})
    desk.get("/no/such%0Apage")

    assert len(lines_of(log)) == 4
    assert SECRET not in log.getvalue()
    assert all(line.get("route", "") is None or line["route"].startswith("/") for line in lines_of(log))


def test_what_nobody_foresaw_is_logged_with_its_trace_and_counted(demo: Path, log: io.StringIO) -> None:
    """The page names the request, the log has the trace under that name."""
    with open_store(demo / "cellwire.db") as store:
        holdings = replace(holdings_of(store, "demo"), sources=lambda: 1 / 0)  # type: ignore[arg-type, return-value]
        app = create_app(holdings, DeskSettings(TOKEN, patience=60))
        server = uvicorn.Server(uvicorn.Config(app, port=free_port(), log_config=None, access_log=False))
        thread = threading.Thread(target=server.run)
        thread.start()
        try:
            wait_until(lambda: server.started)
            here = f"http://127.0.0.1:{server.config.port}"
            answers = [httpx2.get(here + address) for address in ("/sources", "/api/v1/sources")]
            counted = httpx2.get(f"{here}/metrics").text
        finally:
            server.should_exit = True
            thread.join()

    traces = [line for each in log.getvalue().splitlines() if "trace" in (line := json.loads(each))]
    for answer, line, trace in zip(answers, lines_of(log), traces, strict=False):
        id = answer.headers["x-request-id"]
        assert answer.status_code == line["status"] == 500
        assert "ZeroDivision" not in answer.text
        assert id in answer.text
        assert line["request"] == trace["request"] == id
        assert trace["level"] == "error"
        assert "ZeroDivisionError" in trace["trace"]
    assert len(traces) == 2
    assert 'cellwire_requests_total{status="500"} 2' in counted


def wait_until(true: Callable[[], bool]) -> None:
    for _ in range(600):
        if true():
            return
        time.sleep(0.05)
    raise AssertionError("it did not start")
