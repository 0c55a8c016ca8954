"""Opening a store: nothing is made before there is something to keep, and nothing foreign is touched."""

import os
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, datetime
from threading import Barrier

import pytest
from sqlalchemy import event

from cellwire.db import add_captures, load_captures, load_record, open_store
from cellwire.db.schema import captures
from cellwire.db.store import reading
from cellwire.errors import BadOption, StoreError
from cellwire.model import Capture, Told


def capture(text, **more):
    return Capture("file", None, "a.txt", datetime(2022, 12, 18, tzinfo=UTC), "text/plain", text.encode(), **more)


def test_a_store_is_made_by_its_first_write(tmp_path):
    path = tmp_path / "deep" / "a.db"

    with open_store(path) as store:
        assert load_record(store).facilities == ()
        assert list(load_captures(store)) == []
        assert not path.exists()
        add_captures(store, [capture("news")])

    assert path.exists()


def test_a_capture_is_kept_once_and_as_it_came(tmp_path):
    given = capture("news\x00 …", told=Told(id="7", title="T"), headers=(("etag", "x"), ("etag", "y")))
    with open_store(tmp_path / "a.db") as store:
        assert add_captures(store, [given, given]) == 1
        assert add_captures(store, [given]) == 0
        assert list(load_captures(store)) == [given]


def test_two_writers_take_turns(tmp_path):
    def write(name):
        with open_store(tmp_path / "a.db") as store:
            return sum(add_captures(store, [capture(f"{name} {number}")]) for number in range(10))

    with ThreadPoolExecutor(2) as pool:
        assert list(pool.map(write, "ab")) == [10, 10]

    with open_store(tmp_path / "a.db") as store:
        assert len(list(load_captures(store))) == 20


def test_several_may_make_one_new_file(tmp_path):
    """SQLite refuses at once whoever asks for the journal while another run makes it, whatever the time limit."""
    together = Barrier(4)

    def write(path):
        together.wait()
        with open_store(path) as store:
            return add_captures(store, [capture("news")])

    with ThreadPoolExecutor(4) as pool:
        for number in range(60):
            assert sum(pool.map(write, [tmp_path / f"{number}.db"] * 4)) == 1


def newer(path):
    with open_store(path) as store:
        add_captures(store, [capture("news")])
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE state SET value = '99' WHERE key = 'version'")
    connection.close()


def foreign(path):
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE recipes (name TEXT)")
    connection.close()


def text_file(path):
    path.write_text("I am a diary, and long enough to be no empty database at all." * 40)


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (newer, "written by a newer cellwire"),
        (foreign, "not one of cellwire's"),
        (text_file, "not a database"),
    ],
)
def test_what_cannot_be_used_is_refused_and_left_alone(tmp_path, make, said):
    path = tmp_path / "a.db"
    make(path)
    before = path.read_bytes()

    with pytest.raises(StoreError, match=said) as refused:
        open_store(path)

    assert str(path) in str(refused.value)
    assert refused.value.way_out
    assert path.read_bytes() == before


def test_a_record_whose_file_was_cut_off_is_damaged_and_not_foreign(tmp_path):
    path = tmp_path / "a.db"
    with open_store(path) as store:
        add_captures(store, [capture("news")])
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])

    with pytest.raises(StoreError, match="is damaged") as refused, open_store(path) as store:
        load_record(store)

    assert "cellwire restore" in refused.value.way_out


def test_bytes_that_are_no_letters_are_refused_in_words(tmp_path):
    with open_store(tmp_path / "a.db") as store:
        add_captures(store, [capture("news")])
        with pytest.raises(BadOption, match="holds bytes that are no letters"), reading(store) as connection:
            connection.execute(captures.select().where(captures.c.id == "a\udcff"))


@pytest.fixture
def to_read(tmp_path, monkeypatch):
    """A record in a folder that may be read only; whoever runs the tests may write anywhere, so it is only said."""
    path = tmp_path / "of a colleague?.db"
    with open_store(path) as store:
        add_captures(store, [capture("news")])
    monkeypatch.setattr("cellwire.db.store._may_write", lambda _: False)
    return path


def test_a_record_that_may_only_be_read_is_read_and_nothing_is_put_beside_it(to_read):
    with open_store(to_read) as store:
        with reading(store) as connection:
            assert len(connection.execute(captures.select()).all()) == 1
            assert [each.name for each in to_read.parent.iterdir()] == [to_read.name]
        with pytest.raises(StoreError, match="cannot be opened or written"):
            add_captures(store, [capture("more")])


def test_a_record_that_is_written_while_it_is_read_so_is_not_believed(to_read):
    os.utime(to_read, ns=(0, 0))  # a clock may not tell two writes of one moment apart

    def read(store):
        with reading(store), closing(sqlite3.connect(to_read)) as other, other:
            other.execute("INSERT INTO state VALUES ('told', 'more')")

    with open_store(to_read) as store, pytest.raises(StoreError, match="written while it was read"):
        read(store)


def test_a_record_with_a_writer_is_left_to_sqlite(to_read):
    to_read.with_name(f"{to_read.name}-wal").touch()
    with open_store(to_read) as store:
        assert [each.content for each in load_captures(store)] == [b"news"]


def test_a_folder_is_no_store(tmp_path):
    with pytest.raises(StoreError, match=r"is a folder.*cellwire\.db"):
        open_store(tmp_path)


def test_a_full_disk_is_an_error_with_a_way_out_and_loses_nothing(tmp_path):
    with open_store(tmp_path / "a.db") as store:
        add_captures(store, [capture("news")])
        event.listen(store.engine, "connect", lambda connection, _: connection.execute("PRAGMA max_page_count=1"))

        with pytest.raises(StoreError, match=r"disk is full.*has room"):
            add_captures(store, [capture(f"more-{number}") for number in range(2_000)])

    with open_store(tmp_path / "a.db") as store:
        assert [kept.content for kept in load_captures(store)] == [b"news"]


def test_a_first_write_that_fails_leaves_a_file_that_holds_nothing_and_takes_the_next(tmp_path):
    with open_store(tmp_path / "a.db") as store:
        event.listen(store.engine, "connect", lambda connection, _: connection.execute("PRAGMA max_page_count=1"))

        with pytest.raises(StoreError, match="disk is full"):
            add_captures(store, [capture("news")])

    with open_store(tmp_path / "a.db") as store:
        assert store.exists
        assert list(load_captures(store)) == []
        add_captures(store, [capture("news")])
        assert [kept.content for kept in load_captures(store)] == [b"news"]


def test_a_store_that_cannot_be_made_says_why(tmp_path):
    (tmp_path / "file").write_text("a file, and no folder")

    with open_store(tmp_path / "file" / "a.db") as store, pytest.raises(StoreError, match="cannot be made"):
        add_captures(store, [capture("news")])


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("nosuch://x", "neither SQLite nor PostgreSQL"),
        ("://", "not the address of a database"),
        ("mysql://host/news", r"neither SQLite nor PostgreSQL; name a file, or a postgresql:// address"),
    ],
)
def test_an_address_without_meaning_is_refused(place, said):
    with pytest.raises(StoreError, match=said):
        open_store(place)


def test_a_server_that_cannot_be_reached_is_named_as_it_was_written_in_one_line_without_its_password():
    pytest.importorskip("psycopg")

    with pytest.raises(StoreError) as refused:
        open_store("postgres://ann:secret@127.0.0.1:1/news")

    assert str(refused.value).startswith("postgresql://ann:***@127.0.0.1:1/news: cannot be reached (")
    assert "\n" not in str(refused.value)
