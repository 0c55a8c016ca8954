"""Counts for a monitor, and a limit that forgets."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from cellwire.publish.web.traffic import Traffic


def test_a_client_may_ask_as_often_as_the_limit_says_and_again_later() -> None:
    traffic = Traffic(a_minute=60)
    now = 1000.0

    assert [traffic.wait_of("192.0.2.7", now) for _ in range(60)] == [0.0] * 60
    assert 0 < traffic.wait_of("192.0.2.7", now) <= 1
    assert traffic.wait_of("192.0.2.8", now) == 0
    assert traffic.wait_of("192.0.2.7", now + 1.01) == 0


def test_whoever_sits_at_this_machine_is_not_limited() -> None:
    traffic = Traffic(a_minute=1)

    assert {traffic.wait_of("127.0.0.1", 0.0) for _ in range(10)} == {0.0}


def test_several_processes_are_counted_together(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    traffics = [Traffic(0, tmp_path) for _ in range(3)]
    for number, traffic in enumerate(traffics):
        monkeypatch.setattr(os, "getpid", lambda number=number: number)
        for _ in range(number + 1):
            traffic._count(200, 0.02)
        traffic._count(404, 2.0)

    for traffic in traffics:
        told = traffic.of_all().text()
        assert 'cellwire_requests_total{status="200"} 6' in told
        assert 'cellwire_requests_total{status="404"} 3' in told
        assert 'cellwire_request_seconds_bucket{le="0.03"} 6' in told
        assert "cellwire_request_seconds_sum 6.12" in told


def test_a_monitor_can_count_what_was_answered(desk: TestClient) -> None:
    desk.get("/about")
    told = desk.get("/metrics").text

    assert 'cellwire_requests_total{status="200"}' in told
    assert 'cellwire_request_seconds_bucket{le="+Inf"}' in told
    assert desk.get("/health").text.startswith("fine")
