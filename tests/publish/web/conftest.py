"""The desk over the demo's record, and over one that holds nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from cellwire.cli.serving import holdings_of
from cellwire.db import open_store
from cellwire.publish import DeskSettings, create_app

TOKEN = "a long and secret token"


def desk_of(db: Path, token: str | None = None) -> Iterator[TestClient]:
    with open_store(db) as store:
        app = create_app(holdings_of(store, str(db)), DeskSettings(token, patience=60))
        with TestClient(app, raise_server_exceptions=False, follow_redirects=False) as client:
            yield client


@pytest.fixture(scope="module")
def desk(demo: Path) -> Iterator[TestClient]:
    yield from desk_of(demo / "cellwire.db")


@pytest.fixture
def empty_desk(tmp_path: Path) -> Iterator[TestClient]:
    yield from desk_of(tmp_path / "nothing.db")
