"""Counts for a monitor, and a limit that forgets."""

from __future__ import annotations

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


def test_a_monitor_can_count_what_was_answered(desk: TestClient) -> None:
    desk.get("/about")
    told = desk.get("/metrics").text

    assert 'cellwire_requests_total{status="200"}' in told
    assert 'cellwire_request_seconds_bucket{le="+Inf"}' in told
    assert desk.get("/health").text.startswith("fine")
