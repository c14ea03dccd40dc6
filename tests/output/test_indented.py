"""JSON with an indent is to the letter what the standard library writes."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cnes_partners.dataset.tables import TABLES
from cnes_partners.decode.plain import to_plain
from cnes_partners.output.indented import indented_json

PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(PLAIN)
def test_any_value_is_written_as_the_library_writes_it(value):
    """Nesting, empty groups, escapes, numbers of any size."""
    assert indented_json(value) == json.dumps(value, ensure_ascii=False, indent=2)


@pytest.mark.parametrize("table", TABLES)
def test_records_are_written_as_their_plain_values(bundled, table):
    """Every record of the bundled dataset, with its words, dates and tuples."""
    records = bundled.table(table)
    assert indented_json(records) == json.dumps(to_plain(records), ensure_ascii=False, indent=2)


def test_what_is_no_json_is_refused():
    """A value that no record may hold is an error of ours, not a guess."""
    with pytest.raises(TypeError):
        indented_json({"a": {1}})
