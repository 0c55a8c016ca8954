"""A desk from a notebook, asked over a real connection."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn

import cellwire
from cellwire.cli.serving import holdings_of
from cellwire.client import Desk
from cellwire.db import open_store
from cellwire.errors import DeskError
from cellwire.publish import DeskSettings, create_app


@pytest.fixture(scope="module")
def desk(demo: Path) -> Iterator[Desk]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with open_store(demo / "cellwire.db") as store:
        app = create_app(holdings_of(store, "demo"), DeskSettings())
        server = uvicorn.Server(uvicorn.Config(app, port=port, log_level="error"))
        thread = threading.Thread(target=server.run)
        thread.start()
        while not server.started:
            time.sleep(0.05)
        yield cellwire.connect(f"http://127.0.0.1:{port}/")
        server.should_exit = True
        thread.join()


def test_a_list_is_rows_of_all_its_pages(desk: Desk) -> None:
    paged = desk.facilities(limit="5")

    assert paged == desk.facilities()
    assert len(paged) > 20
    assert {row["country"] for row in desk.facilities(country="GB")} == {"GB"}
    assert all(desk.__getattribute__(name)() for name in ("deals", "rumours", "companies", "stories"))


def test_an_entry_and_its_changes_carry_their_words(desk: Desk) -> None:
    id = desk.facilities(q="Sunderland")[0]["id"]

    assert desk.entry("facilities", id)["parties"][0]["citations"][0]["quote"]
    assert all(row["citation"]["quote"] for row in desk.changes("2022-12-10"))


def test_what_the_desk_refuses_is_said_in_its_words(desk: Desk) -> None:
    with pytest.raises(DeskError, match="known: rumoured"):
        desk.facilities(status="built")
    with pytest.raises(DeskError, match="colour"):
        desk.facilities(colour="red")


def test_a_desk_that_is_not_there_is_said_to_be_so() -> None:
    with pytest.raises(DeskError, match="is the desk running"):
        cellwire.connect("http://127.0.0.1:9").facilities()
    with pytest.raises(DeskError, match="no address of a desk"):
        cellwire.connect("file:///etc/passwd")
