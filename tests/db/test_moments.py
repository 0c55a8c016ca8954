"""Which blocks a stretch of days may change."""

from datetime import date

import pytest

from cellwire.db import moments, open_store, schema
from cellwire.db.many import insert_rows
from cellwire.db.store import writing


@pytest.mark.parametrize(("first", "last", "blocks"), [(5, 5, {1}), (4, 6, {1, 2}), (6, 6, {2}), (7, 9, set())])
def test_both_ends_of_a_stretch_are_in_it(place: str, first: int, last: int, blocks: set[int]) -> None:
    told = {"dev_a": "2022-12-05", "dev_b": "2022-12-06"}
    with open_store(place) as store, writing(store) as connection:
        insert_rows(connection, schema.developments, [(id, "doc", day, "{}") for id, day in told.items()])
        insert_rows(connection, schema.blocks, [("dev_a", 1), ("dev_b", 2)])

        assert moments.blocks_told_between(connection, date(2022, 12, first), date(2022, 12, last)) == blocks
