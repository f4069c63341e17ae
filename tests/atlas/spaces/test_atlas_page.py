"""The page of the atlas: what it lists, counts, offers and says, for whatever was asked."""

from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils.translation import override

from creaspace.atlas.spaces.browsing import page as browsing
from creaspace.atlas.spaces.finding.answers import tallies
from creaspace.atlas.spaces.models import Space
from creaspace.atlas.spaces.services import Alias, hide_space, set_aliases
from creaspace.atlas.spaces.work import place_waiting
from creaspace.foundation.places.models import City, CityName
from creaspace.foundation.search.services import rebuild
from tests.atlas.spaces.factories import BY, make_concept, make_country, make_space, say
from tests.atlas.spaces.scattering import scatter

pytestmark = pytest.mark.django_db
LANGUAGES = ("en", "es", "zh-hans")


@pytest.fixture(autouse=True)
def _in_english() -> Any:
    with override("en"):
        yield


def page(client: Client, question: str = "", language: str = "en") -> str:
    response = client.get(f"/{language}/spaces/{question}")
    assert response.status_code == 200, question
    return response.content.decode()


def listed(client: Client, question: str = "") -> list[str]:
    parts = page(client, question).split('data-slug="')[1:]
    return [part.partition('"')[0] for part in parts]


def sentence(shown: str) -> str:
    return shown.partition('atlas-count" role="status">')[2].partition("<")[0]


def follow() -> None:
    """Bring the atlas and the index up to what was just said."""
    place_waiting()
    rebuild()


def four_spaces() -> None:
    for code in ("JP", "ES"):
        make_country(code)
    make_concept("place-types", "stage", en="Stage", es="Escenario", **{"zh-Hans": "舞台"})
    make_concept("unctad-creative-industries", "arts")
    make_concept("unctad-creative-industries", "arts/dance")
    there = {"latitude": 35.4, "longitude": 139.6, "precision": "building"}
    say(make_space("a"), batch="a", country="JP", kind="stage", city="Yokohama", position=there)
    say(make_space("b"), batch="b", country="ES", activities=["arts/dance"], founded="1900")
    say(make_space("c"), batch="c", presence="itinerant", description="Barges by the river.")
    set_aliases(space=make_space("d"), aliases=[Alias("创库")])
    follow()


def test_choices_and_words_find_what_they_name(client: Client) -> None:
    four_spaces()

    found = {
        question: sorted(listed(client, question))
        for question in (
            *("", "?country=JP", "?country=es", "?country=JP&country=ES", "?kind=stage"),
            *("?activity=arts", "?q=yokohama", "?q=river", "?q=创库", "?exactness=building"),
            *("?exactness=moves", "?country=JP&kind=stage", "?country=ES&kind=stage"),
            *("?box=139,35,140,36", "?near=35.4,139.6&within=5", "?q=nowhere"),
        )
    }

    assert found == {
        "": ["a", "b", "c", "d"],
        "?country=JP": ["a"],
        "?country=es": ["b"],
        "?country=JP&country=ES": ["a", "b"],
        "?kind=stage": ["a"],
        "?activity=arts": ["b"],
        "?q=yokohama": ["a"],
        "?q=river": ["c"],
        "?q=创库": ["d"],
        "?exactness=building": ["a"],
        "?exactness=moves": ["c"],
        "?country=JP&kind=stage": ["a"],
        "?country=ES&kind=stage": [],
        "?box=139,35,140,36": ["a"],
        "?near=35.4,139.6&within=5": ["a"],
        "?q=nowhere": [],
    }


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("", "4 spaces in 2 countries"),
        ("?country=JP", "1 space in Japan"),
        ("?exactness=moves", "1 space"),
        ("?q=nowhere", "0 spaces"),
    ],
)
def test_page_says_how_many_spaces_there_are_and_in_how_many_countries(
    client: Client, question: str, said: str
) -> None:
    four_spaces()

    assert sentence(page(client, question)) == said


def test_hidden_spaces_and_drafts_are_neither_listed_nor_counted(client: Client) -> None:
    make_country("JP")
    say(make_space("a"), batch="a", country="JP")
    hidden = say(make_space("b"), batch="b", country="JP")
    hide_space(space=hidden, because="Asked.", by=BY)
    make_space("c", published_at=None)
    follow()

    shown = page(client)

    assert listed(client) == ["a"]
    assert sentence(shown) == "1 space in Japan"


def test_choice_shows_what_the_others_of_its_facet_would_add(client: Client) -> None:
    four_spaces()

    shown = page(client, "?country=JP")

    assert 'value="JP" form="asked" id="country-jp" checked' in shown
    assert '<span>Spain</span><span class="filter-count">1</span>' in shown


def test_all_that_narrows_the_atlas_down_can_be_taken_away_one_by_one(client: Client) -> None:
    four_spaces()

    shown = page(client, "?q=yokohama&country=JP&kind=stage&box=139,35,140,36&sort=name")

    for left in (
        "?country=JP&amp;kind=stage&amp;box=139,35,140,36&amp;sort=name",
        "?q=yokohama&amp;kind=stage&amp;box=139,35,140,36&amp;sort=name",
        "?q=yokohama&amp;country=JP&amp;box=139,35,140,36&amp;sort=name",
        "?q=yokohama&amp;country=JP&amp;kind=stage&amp;sort=name",
    ):
        assert f'href="/en/spaces/{left}"' in shown


def test_same_result_can_be_had_as_a_table_and_for_maps(client: Client) -> None:
    four_spaces()

    shown = page(client, "?country=JP&sort=name&page=7")

    assert 'href="/data/spaces.csv?country=JP"' in shown
    assert 'href="/data/spaces.geojson?country=JP"' in shown
    assert b"".join(client.get("/data/spaces.csv?country=JP")).count(b"\r\n") == 2  # type: ignore[arg-type]  # streamed


def test_empty_list_leads_out_by_other_words_and_by_asking_for_less(client: Client) -> None:
    four_spaces()

    shown = page(client, "?q=yokohoma&country=ES")

    assert '<a href="/en/spaces/?q=Yokohama"><strong>Yokohama</strong></a>' in shown
    assert 'Take “yokohoma” away</a> <span class="muted">1 space' in shown
    assert 'Take Spain away</a> <span class="muted">0 spaces' in shown


def test_found_words_are_marked_in_the_line_about_a_space(client: Client) -> None:
    four_spaces()

    assert "Barges by the <mark>river</mark>." in page(client, "?q=RIVER")


def test_page_holds_twenty_spaces_and_leads_to_the_next(client: Client) -> None:
    scatter(45)

    pages = [listed(client, f"?page={number}&sort=name") for number in (1, 2, 3)]
    shown = page(client, "?page=2&sort=name")

    assert [len(slugs) for slugs in pages] == [20, 20, 5]
    assert len({slug for slugs in pages for slug in slugs}) == 45
    assert 'rel="prev" href="/en/spaces/?sort=name"' in shown
    assert 'rel="next" href="/en/spaces/?sort=name&amp;page=3"' in shown
    assert "21–40 of 45" in shown
    assert listed(client, "?page=99&sort=name") == pages[2]


def test_list_that_is_too_long_ends_and_says_so(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    scatter(45)
    monkeypatch.setattr(browsing, "LAST_PAGE", 2)

    shown = page(client, "?page=3")

    assert "21–40 of 45" in shown
    assert "The list ends here." in shown
    assert 'rel="next"' not in shown


def test_page_sorts_by_name_freshness_and_distance(client: Client) -> None:
    spaces = scatter(12)
    by_name = sorted(spaces, key=lambda space: (space.name.casefold(), space.pk))
    fresh = sorted(spaces, key=lambda space: (space.changed_at, -space.pk), reverse=True)

    shown = page(client, "?near=39.47,-0.38&sort=distance")

    assert listed(client, "?sort=name") == [space.slug for space in by_name]
    assert listed(client, "?sort=new") == [space.slug for space in fresh]
    away = [int(part.rpartition(">")[2].replace(",", "")) for part in shown.split(" km away")[:-1]]
    assert away == sorted(away)


def test_city_in_any_script_becomes_a_place_and_the_nearest_come_first(client: Client) -> None:
    city = make_city("Yokohama", "JP", 35.44, 139.64, also=["横浜"])
    four_spaces()

    response = client.get("/en/spaces/?place=横浜&kind=stage")
    shown = page(client, "?kind=stage&near=35.44,139.64&within=25&sort=distance")

    assert response["Location"] == (
        "/en/spaces/?kind=stage&near=35.44,139.64&within=25&sort=distance"
    )
    assert f"Within 25 km of {city.name}" in shown
    assert "6 km away" in shown


def test_of_several_cities_of_a_name_the_one_with_spaces_is_meant(client: Client) -> None:
    make_city("Valencia", "VE", 10.16, -68.0, people=1_600_000)
    home = make_city("Valencia", "ES", 39.47, -0.38, people=800_000)
    Space.objects.filter(pk=make_space("a").pk).update(city=home)

    response = client.get("/en/spaces/?place=valencia")

    assert "near=39.47,-0.38" in response["Location"]


def make_city(
    name: str, code: str, latitude: float, longitude: float, *, also: Any = (), people: int = 9_999
) -> City:
    city = City.objects.create(
        slug=f"{name}-{code}".lower(),
        name=name,
        country=make_country(code),
        latitude=latitude,
        longitude=longitude,
        population=people,
        time_zone="UTC",
        geonames_id=people + len(code + name) + int(longitude),
    )
    for key in (name.lower(), *also):
        CityName.objects.create(city=city, key=key, is_own=True)
    return city


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("?place=Nowhere-on-Sea", "“Nowhere-on-Sea” is no city we know."),
        ("?kind=castle", "“castle” is not known under “Kind of space”."),
        ("?box=1,2,3", "The box “1,2,3” is none."),
        ("?near=200,0", "“200,0” is no place."),
        ("?sort=founded", "Spaces cannot be sorted by “founded”"),
        ("?sort=distance", "Say near which place"),
    ],
)
def test_what_cannot_be_is_left_out_and_said(client: Client, question: str, said: str) -> None:
    four_spaces()

    shown = page(client, question)

    assert said in shown
    assert sentence(shown) == "4 spaces in 2 countries"


@pytest.mark.parametrize(
    "query",
    [
        *("page=-1", "page=x", "page=99999999", "country=%00", "kind=' OR 1=1 --", "at=%00"),
        *("sort=%F0%9F%98%80", "q=" + "x" * 10_000, "q=%00", "q=%25", "q=،؟!", "q=שלום abc"),
        *("box=179,-20,-179,-10", "box=nan,1,2,3", "within=1e400", "within=5", "place=%00"),
        *("near=90,180&within=20000", "country=" + "&country=".join(["ES"] * 100)),
    ],
)
def test_odd_question_gives_a_page(client: Client, query: str) -> None:
    assert client.get(f"/en/spaces/?{query}").status_code == 200


def test_htmx_gets_the_part_that_changes_and_the_clean_address(client: Client) -> None:
    four_spaces()

    response = client.get(
        "/en/spaces/?q=&country=JP&sort=relevance&within=", headers={"HX-Request": "true"}
    )
    shown = response.content.decode()

    assert response["HX-Push-Url"] == "/en/spaces/?country=JP"
    assert response["Vary"].count("HX-Request") == 1
    assert 'id="count"' in shown
    assert 'id="results"' in shown
    assert "<html" not in shown
    assert "<cs-map" not in shown


@pytest.mark.parametrize("language", LANGUAGES)
def test_page_speaks_the_language_of_its_reader(client: Client, language: str) -> None:
    four_spaces()

    shown = page(client, "?country=JP", language)

    assert {"en": "Stage", "es": "Escenario", "zh-hans": "舞台"}[language] in shown
    assert {"en": "Japan", "es": "Japón", "zh-hans": "日本"}[language] in shown
    assert (
        sentence(shown)
        == {
            "en": "1 space in Japan",
            "es": "1 espacio en Japón",
            "zh-hans": "日本的 1 个空间",
        }[language]
    )


@pytest.mark.parametrize(
    ("language", "first", "other"),
    [("en", "Loft", "创库"), ("es", "Loft", "创库"), ("zh-hans", "创库", "Loft")],
)
def test_reader_of_its_script_sees_the_own_name_of_a_row_first(
    client: Client, language: str, first: str, other: str
) -> None:
    make_space("loft", name="Loft", local_name="创库", local_language="zh-Hans")
    place_waiting()

    row = page(client, "", language).split('class="record-link"', 1)[1]

    assert row.index(first) < row.index("</a>") < row.index(other)


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize(("question", "queries"), [("", 10), ("?country=ES&kind=stage", 19)])
def test_page_takes_the_same_queries_however_long(
    client: Client, django_assert_num_queries: Any, count: int, question: str, queries: int
) -> None:
    cache.clear()
    for code in ("ES", "JP"):
        make_country(code)
    make_concept("place-types", "stage")
    for number in range(count):
        say(make_space(), batch=f"b{number}", country="ES", kind="stage", city="Valencia")
    place_waiting()
    page(client, question)  # names that a process remembers for ever are read now
    tallies.kept.clear()

    with django_assert_num_queries(queries):
        shown = listed(client, question)

    assert len(shown) == count
