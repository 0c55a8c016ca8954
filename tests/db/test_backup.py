"""A backup holds what is kept, whole; either database is filled from it."""

import gzip
from datetime import UTC, datetime

import pytest

from cellwire.db import (
    add_captures,
    add_judgements,
    follow,
    load_captures,
    load_followed,
    load_judgements,
    open_store,
    restore_backup,
    write_backup,
)
from cellwire.errors import FileUnreadable, FileUnwritable, StoreError
from cellwire.model import Capture, Judgement, Source, SourceKind, Told, Verdict

NOW = datetime(2022, 12, 18, tzinfo=UTC)
CAPTURES = [
    Capture("file", None, f"{name}.bin", NOW, "text/plain", content, told=Told(title="T\u2028"), headers=(("a", "b"),))
    for name, content in (("a", bytes(range(256))), ("b", b""), ("c", "é\x00".encode()))
]


@pytest.fixture
def filled(tmp_path):
    with open_store(tmp_path / "filled.db") as store:
        add_captures(store, CAPTURES)
        add_judgements(store, [Judgement(Verdict.SAME, "fac_1", "fac_2", "ann", "seen", NOW)])
        follow(store, Source("s", "S", "https://s.example/feed", SourceKind.FEED))
        yield store


def test_what_was_kept_comes_back_in_either_database(filled, place, tmp_path):
    file = tmp_path / "b.cellwire"
    counts = write_backup(filled, file)

    with open_store(place) as other:
        assert restore_backup(other, file) == {name: count for name, count in counts.items() if count}
        assert list(load_captures(other)) == CAPTURES
        assert load_judgements(other) == load_judgements(filled)
        assert load_followed(other) == load_followed(filled)
        added = Capture("file", None, "d", NOW, "text/plain", b"later")
        assert add_captures(other, [added]) == 1
        assert list(load_captures(other))[-1] == added
        write_backup(other, tmp_path / "again.cellwire")

    assert write_backup(filled, tmp_path / "same.cellwire") == counts
    assert (tmp_path / "same.cellwire").read_bytes() == file.read_bytes()


def cut(data):
    return data[: len(data) // 2]


def without_its_end(data):
    return gzip.compress(b"".join(gzip.decompress(data).splitlines(keepends=True)[:-1]))


def changed(data):
    return gzip.compress(gzip.decompress(data).replace(b'"seen', b'"sean').replace(b"seen", b"sean"))


def newer(data):
    return gzip.compress(gzip.decompress(data).replace(b'"form": 1', b'"form": 9'))


@pytest.mark.parametrize("spoil", [cut, without_its_end, changed, newer, lambda _: b"a diary", lambda _: b""])
def test_what_is_no_whole_backup_fills_nothing(filled, tmp_path, spoil):
    file = tmp_path / "b.cellwire"
    write_backup(filled, file)
    file.write_bytes(spoil(file.read_bytes()))

    with open_store(tmp_path / "new.db") as other:
        with pytest.raises(FileUnreadable, match=r"b\.cellwire"):
            restore_backup(other, file)
        assert list(load_captures(other)) == []


def test_a_store_that_holds_something_is_not_filled(filled, tmp_path):
    write_backup(filled, tmp_path / "b.cellwire")

    with pytest.raises(StoreError, match="holds something"):
        restore_backup(filled, tmp_path / "b.cellwire")


def test_a_backup_that_cannot_be_written_leaves_nothing(filled, tmp_path):
    with pytest.raises(FileUnwritable):
        write_backup(filled, tmp_path / "nowhere" / "b.cellwire")
