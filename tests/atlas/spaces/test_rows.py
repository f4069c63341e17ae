"""A row of the list: what people wrote stays words, whatever stands in it."""

from datetime import date

import pytest
from django.utils.translation import override

from creaspace.atlas.spaces.browsing.rows import Row
from creaspace.atlas.spaces.models import Space
from creaspace.atlas.spaces.templatetags.rows import space_row
from creaspace.foundation.statements.support import Support


def row_of(space: Space, **values: object) -> Row:
    plain = {
        "address": f"/en/spaces/{space.slug}/",
        "pieces": [],
        "language": "",
        "former_uses": [],
        "marks": frozenset[str](),
        "km": None,
        "support": Support(),
    }
    return Row(space=space, **{**plain, **values})  # type: ignore[arg-type]


def drawn(space: Space, **values: object) -> str:
    with override("en"):
        return space_row(row_of(space, **values))


def test_what_is_told_is_never_markup():
    told = Space(slug="a", name="<i>A", district="<i>B", city_name="<i>C", founded_on="<i>D")

    shown = drawn(told, pieces=[("<i>E", False), ("<i>F", True)], former_uses=["<i>G"])

    assert "<i>" not in shown
    for letter in "ABCDEFG":
        assert f"&lt;i&gt;{letter}" in shown


def test_row_tells_all_that_is_known_of_a_space():
    space = Space(slug="a", name="A", city_name="Yokohama", founded_on="1900", floor_area_m2=120.0)

    shown = drawn(
        space,
        former_uses=["School", "Bank"],
        marks=frozenset({"usable", "disagree"}),
        km=3.2,
        support=Support(2, {date(2026, 1, 2)}),
    )

    assert "<span>Yokohama, </span>" in shown
    assert '<span class="num">3 km away</span><span class="atlas-sources">2 sources</span>' in shown
    assert 'since <time datetime="1900">1900</time> · <span class="num nowrap">120' in shown
    assert 'Was: School, Bank <span class="tag tag-hot">sources disagree</span>' in shown
    assert '</span> <span class="tag tag-ok">can be used by others</span></p>' in shown


@pytest.mark.parametrize("missing", ["atlas-told", "atlas-sources", "muted", "data-at", "since"])
def test_row_of_a_space_of_which_little_is_known_leaves_out_the_rest(missing: str):
    shown = drawn(Space(slug="a", name="A"))

    assert missing not in shown
