import pytest

from creaspace.core.mosaic import (
    COLUMNS,
    HEIGHT,
    LAND,
    PITCH,
    ROWS,
    WIDTH,
    Label,
    Mosaic,
    Pin,
    land_path,
    place_labels,
    place_of,
    project,
)
from creaspace.core.textwidth import width_of

VALENCIA = Pin("Valencia", 39.47, -0.38, hub=True)
KUNMING = Pin("Kunming", 25.04, 102.71, hub=True)
MARSEILLE = Pin("Marseille", 43.3, 5.37)
MILANO = Pin("Milano", 45.46, 9.19)


def on_land(latitude: float, longitude: float) -> bool:
    x, y = project(latitude, longitude)
    return LAND.read_text().split()[int(y // PITCH)][int(x // PITCH)] == "#"


@pytest.mark.parametrize(
    ("place", "latitude", "longitude"),
    [
        ("Kunming", 25.04, 102.71),
        ("Madrid", 40.4, -3.7),
        ("Delhi", 28.6, 77.2),
        ("Yakutsk", 62, 129.7),
    ],
)
def test_inland_city_stands_on_land(place: str, latitude: float, longitude: float):
    assert on_land(latitude, longitude), place


@pytest.mark.parametrize(
    ("place", "latitude", "longitude"),
    [
        ("Indian Ocean", 0, 75),
        ("Mediterranean", 34.5, 18.5),
        ("Norwegian Sea", 67, 3),
        ("Pacific", 20, 145),
    ],
)
def test_open_sea_is_not_land(place: str, latitude: float, longitude: float):
    assert not on_land(latitude, longitude), place


def test_land_fills_its_field_and_no_more():
    lines = LAND.read_text().split()

    assert len(lines) == ROWS
    assert {len(line) for line in lines} == {COLUMNS}
    assert len(land_path()) < 5000


def test_projection_can_be_undone():
    latitude, longitude = place_of(*project(39.47, -0.38))

    assert latitude == pytest.approx(39.47, abs=0.02)
    assert longitude == pytest.approx(-0.38, abs=0.02)


def test_pair_told_from_both_ends_is_one_arc():
    picture = Mosaic(
        pins=[VALENCIA, KUNMING],
        arcs=[("Valencia", "Kunming"), ("Kunming", "Valencia"), ("Valencia", "Atlantis")],
    )

    assert len(picture.arc_paths) == 1


def test_labels_of_crowded_pins_do_not_overlap():
    crowd = [Pin(f"Small space {at}", 39.47 + at * 0.2, -0.38 + at * 0.3) for at in range(12)]
    pins = [VALENCIA, MARSEILLE, MILANO, *crowd]

    boxes = [
        box_of(label, 25 if label.hub else 19) for label in place_labels(pins, size=19, hub_size=25)
    ]

    for at, one in enumerate(boxes):
        for other in boxes[at + 1 :]:
            assert (
                one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
            )


def test_hub_is_named_even_in_a_crowd():
    crowd = [Pin(f"Space {at}", 39.5, -0.3 + at * 0.1) for at in range(30)]

    labels = place_labels([*crowd, VALENCIA], size=19, hub_size=25)

    assert labels[0].text == "Valencia"


def test_label_at_the_edge_stays_inside():
    labels = place_labels([Pin("A long name at the very edge", 0, 151)], size=19, hub_size=25)

    assert labels[0].anchor == "end"
    left, top, right, bottom = box_of(labels[0], 19)
    assert left >= 0
    assert top >= 0
    assert right <= WIDTH
    assert bottom <= HEIGHT


def box_of(label: Label, size: float) -> tuple[float, float, float, float]:
    width = width_of(label.text, size)
    left = label.x - width * {"start": 0, "middle": 0.5, "end": 1}[label.anchor]
    return left, label.y - size * 0.8, left + width, label.y + size * 0.2


def test_han_characters_are_as_wide_as_high():
    assert width_of("昆明", 10) == 20
