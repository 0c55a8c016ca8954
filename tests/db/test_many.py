"""Rows put into a table at once, by its key."""

from sqlalchemy import select

from cellwire.db import open_store, schema
from cellwire.db.many import count_rows, each_in_order, in_order, insert_rows
from cellwire.db.store import writing

ROWS = [(7, 1, 5, 9), (-3, 2, 1, 4), (7, 0, 2, 2), (0, 1, 3, 3)]


def test_rows_are_in_the_table_when_all_are_kept(place: str) -> None:
    table = schema.meetings
    with open_store(place) as store, writing(store) as connection:
        for some, held in ((ROWS[:2], 0), (ROWS[2:], 2)):  # twice: what was kept aside before does not come again
            with in_order(connection, table) as keep:
                keep(some[:1])
                keep(some[1:])
                assert len(connection.execute(select(table)).all()) == held
        assert sorted(map(tuple, connection.execute(select(table)).all())) == sorted(ROWS)


def test_rows_go_in_by_the_key(tmp_path) -> None:
    with open_store(tmp_path / "a.db") as store, writing(store) as connection:
        with in_order(connection, schema.told_in) as keep:
            keep([("dev_c", "x"), ("dev_a", "y")])
            keep([("dev_b", "z")])
        rows = connection.exec_driver_sql("SELECT development FROM told_in ORDER BY rowid").scalars().all()
    assert rows == ["dev_a", "dev_b", "dev_c"]


def test_each_number_of_a_list_is_a_row(place: str) -> None:
    table = schema.sketch_keys
    with open_store(place) as store, writing(store) as connection:
        with each_in_order(connection, table) as keep:
            keep([((2**62, 3), "doc_b", True), ((), "doc_c", True)])
            keep([({3}, "doc_a", False)])
        rows = connection.execute(select(table).order_by(table.c.key, table.c.document)).all()
    assert [*map(tuple, rows)] == [(3, "doc_a", False), (3, "doc_b", True), (2**62, "doc_b", True)]


def test_rows_are_counted_no_further_than_asked(place: str) -> None:
    with open_store(place) as store, writing(store) as connection:
        insert_rows(
            connection, schema.points, [(point, block, True) for point in (7, 2**60) for block in range(point % 9)]
        )
        counted = count_rows(connection, schema.points.c.point, [7, 2**60, 8], most=5)

    assert dict(counted) == {7: 5, 2**60: 1, 8: 0}
