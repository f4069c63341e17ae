"""The schematic plan: to scale, nothing on top of anything else."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from creaspace.core.textwidth import width_of
from creaspace.programme.visits.plan import LABEL_WIDTH, LETTER, Place, broken, draw

VALENCIA = [
    Place(1, "Lanzadera", 39.462, -0.328, "district"),
    Place(2, "Alinghi base", 39.462, -0.326, "district"),
    Place(3, "Veles e Vents", 39.4619, -0.3231, "building"),
    Place(4, "Intramurs", 39.476, -0.378, "moves"),
    Place(5, "City of the Fallas Artist", 39.497, -0.394, "district"),
    Place(6, "Benimaclet Musical Instruction Centre", 39.486, -0.36, "district"),
    Place(7, "IVAM", 39.48, -0.3828, "building"),
    Place(8, "Berklee College of Music, Valencia Campus", 39.458, -0.356, "building"),
]
places = st.lists(
    st.tuples(
        st.floats(39.40, 39.50, allow_nan=False),
        st.floats(-0.45, -0.30, allow_nan=False),
        st.sampled_from(["building", "district", "city", "moves"]),
        st.text(alphabet="abc défÑ 文化中心", min_size=1, max_size=60),
    ),
    min_size=1,
    max_size=14,
)


def numbered(rows):
    return [
        Place(number, name, latitude, longitude, exactness)
        for number, (latitude, longitude, exactness, name) in enumerate(rows, start=1)
    ]


def overlaps(one, other):
    return (
        one.left < other.right
        and other.left < one.right
        and one.top < other.bottom
        and other.top < one.bottom
    )


def test_plan_of_nothing_is_none():
    assert draw([], width=620) is None


def test_plan_puts_north_up_and_east_right():
    plan = draw(VALENCIA, width=620)

    at = {mark.place.name: (mark.true_x, mark.true_y) for mark in plan.marks}
    assert at["City of the Fallas Artist"][1] < at["IVAM"][1] < at["Lanzadera"][1]
    assert at["City of the Fallas Artist"][0] < at["IVAM"][0] < at["Veles e Vents"][0]


def test_plan_is_to_scale():
    plan = draw(VALENCIA, width=620)

    at = {mark.place.number: mark for mark in plan.marks}
    apart = at[3].true_x - at[5].true_x  # 6.09 km of longitude at this latitude
    assert plan.scale.km == 1
    assert apart / plan.scale.length == pytest.approx(6.09, abs=0.02)


@pytest.mark.parametrize("width", [620, 360])
def test_valencia_shows_every_name(width):
    plan = draw(VALENCIA, width=width)

    assert [mark.place.name for mark in plan.marks if mark.label is None] == []


@pytest.mark.parametrize("width", [620, 360])
def test_close_stops_are_moved_apart_and_keep_their_true_point(width):
    plan = draw(VALENCIA, width=width)

    moved = [mark.place.name for mark in plan.marks if mark.is_moved]
    assert "Alinghi base" in moved
    assert "Lanzadera" not in moved


@given(places)
@settings(max_examples=60, deadline=None)
def test_marks_and_labels_never_touch(rows):
    plan = draw(numbered(rows), width=620)

    boxes = [mark.box for mark in plan.marks]
    boxes += [mark.label.box for mark in plan.marks if mark.label]
    for place, box in enumerate(boxes):
        assert not any(overlaps(box, other) for other in boxes[place + 1 :])


@given(places)
@settings(max_examples=60, deadline=None)
def test_labels_and_marks_stay_on_the_sheet(rows):
    plan = draw(numbered(rows), width=360)

    for mark in plan.marks:
        assert mark.box.is_inside(plan.width, plan.height)
        assert mark.label is None or mark.label.box.is_inside(plan.width, plan.height)


def test_building_shades_no_ground_and_district_does():
    exact = draw([Place(1, "IVAM", 39.48, -0.3828, "building")], width=620)
    vague = draw([Place(1, "Lanzadera", 39.462, -0.328, "district")], width=620)

    assert exact.shaded == ""
    assert vague.shaded.startswith("M")


def test_single_stop_stands_in_the_middle():
    plan = draw([Place(1, "IVAM", 39.48, -0.3828)], width=620)

    assert (plan.marks[0].x, plan.marks[0].y) == (plan.width / 2, plan.height / 2)


def test_long_name_is_broken_at_spaces():
    lines = broken("Berklee College of Music, Valencia Campus", LABEL_WIDTH)

    assert " ".join(lines) == "Berklee College of Music, Valencia Campus"
    assert len(lines) > 1
    assert max(width_of(line, LETTER) for line in lines) <= LABEL_WIDTH
