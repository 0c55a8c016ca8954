"""The web of the tests."""

from collections.abc import Iterator

import pytest

from sources.web import Web, served


@pytest.fixture
def web() -> Iterator[Web]:
    with served() as web:
        yield web
