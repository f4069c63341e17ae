"""Numbers on the home page: counted while few, told as estimates when many."""

import pytest
from django.utils.translation import override

from creaspace.doors.portal.reckoning import COUNTED, Reckoned, reckon, reckon_by, total
from creaspace.foundation.statements.models import Source

pytestmark = pytest.mark.django_db


def make_sources(count: int) -> None:
    """As many sources, every fourth of them a map, under the first keys there are."""
    Source.objects.bulk_create(
        Source(pk=key, slug=f"s{key}", title=str(key), kind="register" if key % 4 else "map")
        for key in range(1, count + 1)
    )


def test_few_are_counted(django_assert_num_queries) -> None:
    make_sources(8)

    with django_assert_num_queries(4):
        assert reckon(Source.objects.all()) == Reckoned(8)
        assert reckon_by(Source.objects.all(), "kind") == {
            "map": Reckoned(2),
            "register": Reckoned(6),
        }


def test_many_are_reckoned_and_what_is_gone_is_gone_at_once() -> None:
    make_sources(COUNTED + 4_000)

    kinds = reckon_by(Source.objects.all(), "kind")
    Source.objects.filter(kind="map").delete()
    left = reckon(Source.objects.all())

    assert not kinds["map"].is_exact
    assert kinds["map"].number == pytest.approx(6_000, rel=0.15)
    assert kinds["register"].number == pytest.approx(18_000, rel=0.1)
    assert not left.is_exact
    assert left.number == pytest.approx(18_000, rel=0.1)


def test_the_same_table_gives_the_same_number_twice() -> None:
    make_sources(COUNTED + 4_000)

    maps = Source.objects.filter(kind="map")

    assert reckon(maps) == reckon(maps)


@pytest.mark.parametrize(
    ("language", "words"), [("en", "about 170"), ("es", "cerca de 170"), ("zh-hans", "约 170")]
)
def test_a_sum_with_an_estimate_in_it_says_so(language: str, words: str) -> None:
    whole = total([Reckoned(19), Reckoned(150, is_exact=False)])

    with override(language):
        assert str(whole) == words


def test_a_sum_of_what_was_counted_is_exact() -> None:
    assert str(total([Reckoned(19), Reckoned(150)])) == "169"
