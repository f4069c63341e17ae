"""Finding spaces by words, in whatever language the reader types them."""

import pytest
from django.utils import timezone
from django.utils.translation import override

from creaspace.atlas.spaces.models import Space
from creaspace.foundation.languages.models import Texts
from tests.atlas.spaces.factories import make_space
from tests.foundation.places.factories import make_city

pytestmark = pytest.mark.django_db


def found(words: str, language: str = "en") -> list[str]:
    with override(language):
        return [space.slug for space in Space.objects.matching(words).order_by("slug")]


@pytest.mark.parametrize("words", ["昆明", "Kunming", "KUNMING", "kun ming", "昆"])
def test_reader_finds_a_space_by_its_city_in_any_spelling(words: str) -> None:
    city = make_city("Kunming", "CN", names={"zh-Hans": "昆明"}, spellings=("Kun Ming",))
    Space.objects.filter(pk=make_space("loft").pk).update(city=city, city_name="Kunming")
    make_space("elsewhere")

    assert found(words, "zh-hans") == ["loft"]


@pytest.mark.parametrize(
    ("words", "language"),
    [("西班牙", "zh-hans"), ("España", "es"), ("espana", "es"), ("Spain", "es")],
)
def test_reader_finds_a_space_by_the_name_of_its_country(words: str, language: str) -> None:
    city = make_city("Valencia", "ES")
    Space.objects.filter(pk=make_space("mill").pk).update(country=city.country)
    make_space("elsewhere")

    assert found(words, language) == ["mill"]


def test_reader_finds_a_space_by_its_description_in_translation() -> None:
    space = make_space("stage")
    make_space("elsewhere")
    Texts.objects.create(
        subject_label="spaces.space",
        subject_key=str(space.pk),
        language="zh-Hans",
        state=Texts.State.REVIEWED,
        fields={"description": "地下室里的黑匣子剧场"},
        changed_at=timezone.now(),
    )

    assert found("黑匣子") == ["stage"]


@pytest.mark.parametrize("words", ["%", "_", "。", "x" * 5000])
def test_words_that_name_nothing_find_nothing(words: str) -> None:
    city = make_city("Kunming", "CN")
    Space.objects.filter(pk=make_space("loft").pk).update(city=city, country=city.country)

    assert found(words) == []
