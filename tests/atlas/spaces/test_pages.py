"""The page of a space."""

from typing import Any

import pytest
from django.test import Client
from django.utils.translation import override

from creaspace.atlas.spaces.services import hide_space
from tests.atlas.spaces.factories import (
    BY,
    make_concept,
    make_country,
    make_source,
    make_space,
    make_steward,
    say,
)

pytestmark = pytest.mark.django_db
LANGUAGES = ("en", "es", "zh-hans")


@pytest.fixture(autouse=True)
def _in_english() -> Any:
    with override("en"):
        yield


def page(client: Client, url: str) -> str:
    response = client.get(url)
    assert response.status_code == 200, url
    return response.content.decode()


@pytest.mark.parametrize("language", LANGUAGES)
def test_page_tells_names_facts_and_sources_in_every_language(
    client: Client, language: str
) -> None:
    make_country("JP")
    make_concept("place-types", "stage", en="Stage", es="Escenario", **{"zh-Hans": "舞台"})
    space = make_space("a", name="Stage A", local_name="舞台", local_language="ja")
    say(space, country="JP", kind="stage", city="Yokohama", description="By the river.")

    shown = page(client, f"/{language}/spaces/a/")

    own_first = '<span lang="ja">舞台</span> <span class="also-called">Stage A</span>'
    latin_first = 'Stage A <span class="also-called" lang="ja">舞台</span>'
    assert (own_first if language == "zh-hans" else latin_first) in shown
    assert {"en": "Stage", "es": "Escenario", "zh-hans": "舞台"}[language] in shown
    assert {"en": "Japan", "es": "Japón", "zh-hans": "日本"}[language] in shown
    assert 'href="https://example.org/report"' in shown
    assert ('<p lang="en">By the river.</p>' in shown) == (language != "en")


def test_concept_that_lacks_the_readers_language_says_which_it_is_in(client: Client) -> None:
    make_concept("place-types", "stage", en="Stage")
    say(make_space("a"), kind="stage")

    assert '<span lang="en">Stage</span>' in page(client, "/es/spaces/a/")


@pytest.mark.parametrize("count", [1, 3])
def test_concepts_of_a_page_are_read_once_for_each_scheme(
    client: Client, django_assert_num_queries: Any, count: int
) -> None:
    space, notations = make_space("a"), ["a", "b", "c"]
    for notation in notations:
        make_concept("facilities", notation)
    say(space, facilities=notations[:count])
    for number in range(count):
        say(space, batch=f"b{number}", source=make_source(f"s{number}"), facilities=notations)

    with django_assert_num_queries(10):
        page(client, "/en/spaces/a/")


def test_sources_that_disagree_stand_side_by_side(client: Client) -> None:
    space = make_space("a")
    say(space, batch="one", source=make_source("daily", said_on="2014"), founded="1987")
    say(space, batch="two", source=make_source("weekly", said_on="2016"), founded="1988")

    shown = page(client, "/en/spaces/a/")

    assert "Sources disagree" in shown
    assert "Sources of the same rank: the newer is shown." in shown


def test_history_tells_letters_not_markup(client: Client) -> None:
    space = make_space("a")
    say(space, founded="2009", host_village="Sar & Andore <b>")

    assert "&lt;time" not in page(client, "/en/spaces/a/")


def test_space_that_was_loaded_unasked_says_so_and_how_to_object(client: Client) -> None:
    make_space("a", was_loaded_unasked=True)

    shown = page(client, "/en/spaces/a/")

    assert "without asking the space" in shown
    assert 'href="#ask"' in shown
    assert 'id="ask"' in shown


def test_unknown_is_said_not_guessed(client: Client) -> None:
    make_space("a")

    shown = page(client, "/en/spaces/a/")

    assert "Nobody has told us yet:" in shown
    assert "website · contact · opening hours · whether others can use it." in shown
    assert "None" not in shown


def test_steward_reads_why_a_space_is_hidden(client: Client) -> None:
    space = make_space("a")
    client.force_login(make_steward(space))
    hide_space(space=space, because="The space asked <b>for it</b>.", by=BY)

    shown = page(client, "/en/spaces/a/")

    assert "The space asked &lt;b&gt;for it&lt;/b&gt;." in shown


@pytest.mark.parametrize("path", ["/en/spaces/nobody/", "/en/spaces/a%00/", "/en/spaces/../a/"])
def test_space_that_is_not_there_is_not_found(client: Client, path: str) -> None:
    assert client.get(path).status_code == 404


def test_what_was_told_of_reaching_a_space_is_not_asked_for(client: Client) -> None:
    say(make_space("a"), website="https://example.org/", opening_hours="Mo-Fr 10:00-18:00")

    shown = page(client, "/en/spaces/a/")

    assert "contact · whether others can use it." in shown
    assert ">example.org</a>" in shown
    assert "website ·" not in shown


@pytest.mark.parametrize(
    ("language", "first", "other"),
    [("en", "Loft", "创库"), ("es", "Loft", "创库"), ("zh-hans", "创库", "Loft")],
)
def test_reader_of_its_script_sees_the_own_name_first(
    client: Client, language: str, first: str, other: str
) -> None:
    make_space("loft", name="Loft", local_name="创库", local_language="zh-Hans")

    shown = page(client, f"/{language}/spaces/loft/")
    heading = shown.split("<h1", 1)[1].split("</h1>", 1)[0]

    assert f"<title>{first} · Creaspace</title>" in shown
    assert heading.index(first) < heading.index(other)
