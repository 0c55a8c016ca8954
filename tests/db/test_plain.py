"""What is written is what is read."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cellwire.db.plain import from_json, to_json
from cellwire.errors import StoreError
from cellwire.model import (
    Answer,
    Company,
    Development,
    Document,
    Entry,
    Judgement,
    PartialDate,
    Record,
    Story,
    Value,
)

st.register_type_strategy(float, st.floats(allow_nan=False, allow_infinity=False))
st.register_type_strategy(
    PartialDate,
    st.sampled_from(["2025", "2025-H1", "2025-Q3", "2025-06", "2025-06-30"]).map(PartialDate),
)
st.register_type_strategy(datetime, st.datetimes(timezones=st.just(UTC)))
st.register_type_strategy(date, st.dates())


@pytest.mark.parametrize("kind", [Document, Development, Story, Company, Judgement, Value, Entry, Answer])
@given(data=st.data())
@settings(max_examples=15, deadline=None)
def test_a_value_survives_the_store(kind, data):
    value = data.draw(st.from_type(kind))

    written = to_json(value)

    assert from_json(written, kind) == value
    assert to_json(from_json(written, kind)) == written


def test_only_plain_text_of_one_form_is_written():
    assert to_json(Record(None)) == '{"as_of":null,"companies":[],"deals":[],"facilities":[],"rumours":[]}'
    assert to_json(PartialDate("2025-Q3")) == '{"iso":"2025-Q3"}'


@pytest.mark.parametrize("written", ['{"value": 7}', "no JSON at all", ""])
def test_a_row_of_another_form_is_refused_with_a_way_out(written):
    with pytest.raises(StoreError, match=r"stored judgement.*cellwire rebuild"):
        from_json(written, Judgement)
