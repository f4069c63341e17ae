"""A programme file is refused with every fault: where it is, what stands there, what would do."""

import json
from typing import Any

import pytest

from creaspace.doors.interop.programme_file.checks import BadProgrammeFile, parse, values_at
from tests.doors.interop.factories import PAGE, make_file, make_space


def refusal(text: str) -> str:
    with pytest.raises(BadProgrammeFile) as caught:
        parse(text, name="small.json")
    return str(caught.value)


def refusal_of(data: Any) -> str:
    return refusal(json.dumps(data))


def test_file_that_fits_is_read() -> None:
    data = make_file()

    assert parse(json.dumps(data), name="small.json") == data


def test_text_that_is_no_json_is_told_with_line_and_column() -> None:
    assert refusal('{"meta": \n  oops}') == (
        "small.json is no JSON: Expecting value at line 2, column 3. "
        "Check the comma or bracket there."
    )


@pytest.mark.parametrize("word", ["NaN", "Infinity", "-Infinity"])
def test_words_that_are_no_numbers_are_refused(word: str) -> None:
    assert f"{word} is no number in JSON." in refusal(f'{{"meta": {word}}}')


def test_brackets_without_end_are_refused_in_words() -> None:
    assert "nested too deeply" in refusal("[" * 100_000)


@pytest.mark.parametrize("data", [[], "programme", 7, None, True])
def test_anything_but_an_object_is_refused(data: Any) -> None:
    assert refusal_of(data) == f"$ is {data!r}. Give an object, in curly brackets."


def test_missing_key_is_named_with_its_path() -> None:
    data = make_file()
    del data["spaces"][0]["name"]

    assert "$.spaces[0] is" in refusal_of(data)
    assert "The key “name” is missing. Add it." in refusal_of(data)


def test_unknown_key_is_told_with_those_that_are_known() -> None:
    data = make_file()
    data["programme"]["colour"] = "blue"

    assert refusal_of(data) == (
        "$.programme.colour is 'blue'. No such key is known here; "
        "known are acronym, frame, id, name, objectives, participants, sources."
    )


def test_null_is_refused_since_unknown_keys_are_left_out() -> None:
    data = make_file()
    data["spaces"][0]["city"] = None

    told = "$.spaces[0].city is None. Leave the key out when the value is not known."
    assert refusal_of(data) == told


def test_repeated_id_names_the_first_place() -> None:
    data = make_file(context_spaces=[make_space("stage")])

    assert refusal_of(data) == (
        "$.context_spaces[0].id is 'stage'. This id is taken by $.spaces[0]. Give each its own."
    )


def test_reference_to_nothing_is_told_with_what_there_is() -> None:
    call = {"id": "call", "name": "Call", "issuer": "Us", "selected": ["stage", "nowhere"]}

    assert refusal_of(make_file(calls=[call])) == (
        "$.calls[0].selected[1] is 'nowhere'. No such id is in the file. Known are: stage."
    )


def test_reference_under_a_free_key_is_followed() -> None:
    theme = {"id": "tenure", "label": "Tenure", "counter_examples": {"in_asia": ["nowhere"]}}

    told = refusal_of(make_file(themes=[theme]))

    assert told.startswith("$.themes[0].counter_examples.in_asia[0] is 'nowhere'.")


def test_source_that_is_not_listed_is_told() -> None:
    data = make_file()
    data["spaces"][0]["sources"] = [PAGE, "https://example.org/other"]

    assert refusal_of(data) == (
        "$.spaces[0].sources[1] is 'https://example.org/other'. "
        "This address is not in the list “sources”. Add it there with a title."
    )


@pytest.mark.parametrize(
    ("key", "value", "advice"),
    [
        ("latitude", 91.2, "Give a number from -90 to 90."),
        ("latitude", "35.4", "Give a number from -90 to 90."),
        ("latitude", True, "Give a number from -90 to 90."),
        ("longitude", -180.01, "Give a number from -180 to 180."),
    ],
)
def test_impossible_coordinate_is_told_with_path_and_value(
    key: str, value: Any, advice: str
) -> None:
    spaces = [make_space(slug, latitude=1, longitude=1) for slug in ("a", "b", "c", "d")]
    spaces[3][key] = value

    assert refusal_of(make_file(spaces=spaces)) == f"$.spaces[3].{key} is {value!r}. {advice}"


def test_half_a_position_is_refused() -> None:
    spaces = [make_space("a", latitude=35.4)]

    assert refusal_of(make_file(spaces=spaces)) == (
        "$.spaces[0].longitude is None. Give latitude and longitude, or neither."
    )


@pytest.mark.parametrize(
    ("day", "advice"),
    [
        ("2016-02-30", "There is no such day."),
        ("2016-13", "Write a year, a month or a day: 1987, 2014-06 or 2014-06-01."),
        ("20161", "Write a year, a month or a day: 1987, 2014-06 or 2014-06-01."),
        ("June 2016", "Write a year, a month or a day: 1987, 2014-06 or 2014-06-01."),
        ("", "Write a year, a month or a day: 1987, 2014-06 or 2014-06-01."),
    ],
)
def test_impossible_day_is_refused(day: str, advice: str) -> None:
    spaces = [make_space("a", founded=day)]

    assert refusal_of(make_file(spaces=spaces)) == f"$.spaces[0].founded is {day!r}. {advice}"


def test_visit_that_ends_before_it_begins_is_refused() -> None:
    visit = {"id": "v", "city": "Valencia", "stops_known": False, "start": "2016-10", "end": "2015"}

    told = "$.visits[0].end is '2015'. It ends before it begins on 2016-10."
    assert refusal_of(make_file(visits=[visit])) == told


def test_visit_of_one_month_told_by_month_and_day_is_fine() -> None:
    visit = {"id": "v", "city": "X", "stops_known": False, "start": "2016-10-24", "end": "2016-10"}

    assert parse(json.dumps(make_file(visits=[visit])), name="small.json")


def test_shares_above_a_hundred_are_refused() -> None:
    mix = [{"source": "tickets", "share_pct": 60}, {"source": "grants", "share_pct": 50}]

    told = refusal_of(make_file(spaces=[make_space("a", funding_mix=mix)]))

    assert told == "$.spaces[0].funding_mix is 110. The shares add up to more than 100 %."


@pytest.mark.parametrize("slug", ["Stage", "st_spot", "st--spot", "-a", "a/b", "’; DROP TABLE", 7])
def test_id_that_is_no_slug_is_refused(slug: Any) -> None:
    spaces = [make_space("a", id=slug)]

    advice = "Use small letters, digits and single hyphens, as in st-spot."
    assert f"$.spaces[0].id is {slug!r}. {advice}" in refusal_of(make_file(spaces=spaces))


@pytest.mark.parametrize("text", ["a\0b", "half \ud800 a sign", "   "])
def test_text_no_database_keeps_is_refused(text: str) -> None:
    told = refusal_of(make_file(spaces=[make_space("a", description=text)]))

    assert told.startswith("$.spaces[0].description is ")
    assert told.endswith("Write some text.")


def test_fact_beyond_all_numbers_is_refused() -> None:
    fact = {"field": "visitors", "value": 0, "source": PAGE}
    text = json.dumps(make_file(spaces=[make_space("a", facts=[fact])]))

    told = refusal(text.replace('"value": 0', '"value": 1e999'))

    assert told == "$.spaces[0].facts[0].value is inf. Give a text or a number."


def test_long_value_is_cut_in_the_message() -> None:
    told = refusal_of(make_file(spaces=[make_space("a", founded="x" * 10_000)]))

    assert len(told) < 300


def test_all_faults_are_told_at_once_up_to_twenty() -> None:
    spaces = [make_space(f"a{place}", founded="x") for place in range(25)]

    lines = refusal_of(make_file(spaces=spaces)).splitlines()

    assert len(lines) == 21
    assert lines[0].startswith("$.spaces[0].founded is 'x'.")
    assert lines[20] == "… and 5 more."


def test_values_are_found_with_their_true_paths() -> None:
    data = {"visits": [{"stops": [{"space": "a"}, {"focus": "x"}]}], "poles": {"one": ["b"]}}

    assert list(values_at(data, "visits[].stops[].space")) == [("$.visits[0].stops[0].space", "a")]
    assert list(values_at(data, "poles.*[]")) == [("$.poles.one[0]", "b")]
