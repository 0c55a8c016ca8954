"""`cellwire serve` as a process: what it refuses before it loads anything, and that it ends when it is told to."""

from __future__ import annotations

import json
import shutil
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.request import urlopen

import pytest

from cellwire.cli import run
from cellwire.db import knows_its_past, open_store
from cellwire.db.store import set_state, writing


def test_a_port_that_is_taken_is_named_with_the_way_out(demo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        code = run(["serve", "--db", str(demo / "cellwire.db"), "--port", port])

    assert code == 2
    assert f"--port {port}: cannot be listened at on 127.0.0.1" in capsys.readouterr().err


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.7", "example.com"])
def test_listening_beyond_this_machine_takes_a_token(
    demo: Path, host: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CELLWIRE_TOKEN", raising=False)
    assert run(["serve", "--db", str(demo / "cellwire.db"), "--host", host]) == 2
    assert "set CELLWIRE_TOKEN" in capsys.readouterr().err


@pytest.mark.parametrize("workers", ["1", "2"])
def test_it_answers_and_ends_in_peace(demo: Path, workers: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    words = ["serve", "--db", str(demo / "cellwire.db"), "--port", str(port), "--workers", workers, "--quiet"]
    with subprocess.Popen([sys.executable, "-m", "cellwire", *words], stderr=subprocess.PIPE) as server:
        try:
            assert answered(f"http://127.0.0.1:{port}/health").startswith("fine")
            server.send_signal(signal.SIGTERM)
            assert server.wait(20) in (0, -signal.SIGTERM)
            assert server.stderr
            assert "Traceback" not in server.stderr.read().decode()
        finally:
            server.kill()


@pytest.mark.parametrize("host", ["127.0.0.1", "::1"])
def test_of_a_port_that_it_takes_itself_it_says_which(demo: Path, host: str) -> None:
    words = ["serve", "--db", str(demo / "cellwire.db"), "--host", host, "--port", "0", "--quiet"]
    with subprocess.Popen([sys.executable, "-m", "cellwire", *words], stderr=subprocess.PIPE, text=True) as server:
        try:
            assert server.stderr
            address = server.stderr.readline().split()[4]
            assert answered(f"{address}health").startswith("fine")
        finally:
            server.kill()


def answered(address: str) -> str:
    for _ in range(300):
        try:
            with urlopen(address) as answer:
                return str(answer.read().decode())
        except OSError:
            time.sleep(0.1)
    raise AssertionError("the desk did not start")


def test_its_log_is_lines_of_json_also_where_the_server_itself_speaks(demo: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    words = ["serve", "--db", str(demo / "cellwire.db"), "--port", str(port)]
    with subprocess.Popen([sys.executable, "-m", "cellwire", *words], stderr=subprocess.PIPE) as server:
        try:
            answered(f"http://127.0.0.1:{port}/health")
            with socket.create_connection(("127.0.0.1", port)) as client:
                client.sendall(b"no request at all\r\n\r\n")
                client.recv(1000)
            answered(f"http://127.0.0.1:{port}/search?q=a-secret-word")
            server.send_signal(signal.SIGTERM)
            server.wait(20)
            assert server.stderr
            greeting, *lines = server.stderr.read().decode().splitlines()
        finally:
            server.kill()

    told = [json.loads(line) for line in lines]
    assert greeting.startswith("the desk of ")
    assert [line["route"] for line in told if line["event"] == "request"] == ["/health", "/search"]
    assert [line["level"] for line in told if line["event"].startswith("Invalid HTTP request")] == ["warning"]
    assert "a-secret-word" not in "".join(lines)


def test_a_record_that_an_older_version_made_is_told_of_with_the_way_out(demo: Path, tmp_path: Path) -> None:
    place = tmp_path / "own.db"
    shutil.copy(demo / "cellwire.db", place)
    with open_store(place) as store:
        assert knows_its_past(store)
        with writing(store) as connection:
            set_state(connection, "folded", "as versions before did")
        assert not knows_its_past(store)
    assert run(["rebuild", "--db", str(place)]) == 0
    with open_store(place) as store:
        assert knows_its_past(store)
    with open_store(tmp_path / "none.db") as store:
        assert knows_its_past(store)
