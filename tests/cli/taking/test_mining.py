"""`cellwire mine`: what tells of batteries in a web archive, and going on after a run that was cut off."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from cellwire.db import load_captures, load_visits, open_store
from cellwire.pipeline import mine
from cellwire.sources import archive_id
from cli.conftest import NEWS, Cellwire
from sources.archives import PAGE, answer, packed, warc

BODY = "".join(f"<p>{line}</p>" for line in NEWS.splitlines() if line)
TELLS = f"<html><head><title>{NEWS.splitlines()[0]}</title></head><body><article>{BODY}</article></body></html>"
OTHER = "<html><head><title>Cup final</title></head><body><p>Two teams met in Prague; one won.</p></body></html>"


def archive(path: Path, news: int, others: int = 3) -> Path:
    records = []
    for number in range(news):
        telling = (
            TELLS.replace("Debrecen", ("Debrecen", "Miskolc", "Pécs", "Szeged")[number % 4]) + f"<!-- {number} -->"
        )
        records.append(warc(answer(telling.encode(), kind="text/html; charset=utf-8"), f"https://cc.example/{number}"))
        records += [warc(answer(OTHER.encode()), f"https://o.example/{number}/{each}") for each in range(others)]
    path.write_bytes(packed(*records))
    return path


def test_only_what_tells_something_is_kept(cellwire: Cellwire, tmp_path: Path) -> None:
    archive(tmp_path / "news.warc.gz", 3)
    mined = cellwire("mine", "news.warc.gz")

    assert mined.code == 0
    assert "1 archive read, 3 pages looked at closely" in mined.out
    with open_store("cellwire.db") as store:
        assert [capture.url for capture in load_captures(store)] == [f"https://cc.example/{n}" for n in range(3)]
        assert {capture.moment for capture in load_captures(store)} == {datetime(2022, 12, 13, 8, tzinfo=UTC)}


def test_an_archive_that_was_read_is_not_read_again_wherever_it_lies(cellwire: Cellwire, tmp_path: Path) -> None:
    archive(tmp_path / "news.warc.gz", 2)
    cellwire("mine", "news.warc.gz")
    (tmp_path / "moved").mkdir()
    (tmp_path / "news.warc.gz").rename(tmp_path / "moved" / "news.warc.gz")
    again = cellwire("mine", "moved")

    assert again.code == 0
    assert "0 pages looked at closely\nnothing new" in again.out


def test_a_run_that_is_cut_off_goes_on_where_it_was(
    cellwire: Cellwire, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cellwire.pipeline.mining.RECORDS_AT_ONCE", 4)
    path = archive(tmp_path / "news.warc.gz", 6)
    now, seen = datetime(2022, 12, 20, tzinfo=UTC), []

    def cut(what: str, steps: int) -> None:
        seen.append(what)
        if seen.count("records") == 4:
            raise KeyboardInterrupt

    with open_store("cut.db") as store:
        with pytest.raises(KeyboardInterrupt):
            mine(store, [path], now=now, progress=cut)
        reached = load_visits(store, archive_id(path))[-1].position
        report = mine(store, [path], now=now)

        assert 0 < reached < path.stat().st_size
        assert 0 < report.captures < 6
        assert [capture.url for capture in load_captures(store)] == [f"https://cc.example/{n}" for n in range(6)]
    cellwire("mine", "news.warc.gz", "--db", "whole.db")
    assert cellwire("facilities", "--db", "cut.db").out == cellwire("facilities", "--db", "whole.db").out


def test_one_bad_archive_never_stops_the_others(cellwire: Cellwire, tmp_path: Path) -> None:
    archive(tmp_path / "a.warc.gz", 1)
    (tmp_path / "b.warc").write_bytes(b"no archive")
    mined = cellwire("mine", "b.warc", "a.warc.gz")

    assert mined.code == 0
    assert "skipped b.warc: does not begin like a web archive" in mined.err
    assert "1 archive read" in mined.out
    assert cellwire("mine", "b.warc").code == 1


@pytest.mark.parametrize(("words", "problem"), [("gone.warc", "no such file"), (".", "holds no web archive")])
def test_what_cannot_be_mined_is_refused(cellwire: Cellwire, words: str, problem: str) -> None:
    mined = cellwire("mine", words)

    assert mined.code == 2
    assert problem in mined.err


def test_an_archive_may_be_imported_whole(cellwire: Cellwire, tmp_path: Path) -> None:
    records = (warc(answer(TELLS.encode())), warc(answer(PAGE % b"Volta"), "https://cc.example/b"))
    (tmp_path / "two.warc").write_bytes(packed(*records))
    imported = cellwire("import", "two.warc")

    assert imported.code == 0
    assert "2 captures (2 new), 1 document" in imported.out
    assert "skipped two.warc (https://cc.example/b): " in imported.err
