"""Tables that a spreadsheet may open without running anything."""

import pytest

from creaspace.doors.interop.static_export.tables import harmless, table


@pytest.mark.parametrize("formula", ["=1+1", "+49 1", "-x", "@SUM(A1)", "\t=1", "\r=1"])
def test_formula_gets_an_apostrophe(formula):
    assert harmless(formula) == f"'{formula}"


@pytest.mark.parametrize(
    ("value", "cell"),
    [(None, ""), (-0.38, "-0.38"), (56, "56"), (True, "true"), ("ST Spot", "ST Spot")],
)
def test_plain_values_stay_as_they_are(value, cell):
    assert harmless(value) == cell


def test_structured_value_is_written_as_json():
    assert harmless({"share": "半"}) == '{"share": "半"}'


def test_table_begins_with_a_mark_and_names_its_columns():
    written = table(["a", "b"], [{"a": 1, "b": "x, y"}])

    assert written == b'\xef\xbb\xbfa,b\r\n1,"x, y"\r\n'
