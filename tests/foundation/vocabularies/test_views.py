"""The pages of vocabularies, for strangers."""

import json

import pytest
from django.test import Client

from tests.foundation.vocabularies.factories import load, scheme_file

pytestmark = pytest.mark.django_db


def test_stranger_reads_the_list(client: Client):
    load(scheme_file(), scheme_file("trees"))

    page = client.get("/en/vocabularies/").content.decode()

    assert '<a href="/en/vocabularies/fruits/">fruits</a>' in page
    assert '<a href="/en/vocabularies/trees/">trees</a>' in page


@pytest.mark.parametrize("schemes", [1, 3])
def test_list_needs_the_same_queries_for_one_scheme_and_three(
    client: Client, django_assert_num_queries, schemes: int
):
    load(*(scheme_file(f"scheme-{number}") for number in range(schemes)))

    with django_assert_num_queries(1):
        client.get("/en/vocabularies/")


@pytest.mark.parametrize("concepts", [1, 3])
def test_tree_needs_the_same_queries_for_one_concept_and_three(
    client: Client, django_assert_num_queries, concepts: int
):
    rows = [
        {
            "notation": f"fruit-{number}",
            "labels": {"en": "Fruit"},
            "matches": [{"relation": "close", "scheme": "trees", "notation": "apple"}],
        }
        for number in range(concepts)
    ]
    load(scheme_file(concepts=rows), scheme_file("trees"))

    with django_assert_num_queries(8):  # two of them: what sources say of the scheme
        client.get("/en/vocabularies/fruits/")


def test_tree_shows_labels_with_their_true_language(client: Client):
    load(scheme_file())

    page = client.get("/zh-hans/vocabularies/fruits/").content.decode()

    assert "柑橘" in page
    assert '<span lang="en">Orange</span>' in page
    assert 'id="citrus/orange"' in page


def test_match_is_shown_from_both_sides(client: Client):
    match = {"relation": "broad", "scheme": "trees", "notation": "apple"}
    apple = {"notation": "apple", "labels": {"en": "Apple"}, "matches": [match]}
    load(scheme_file(concepts=[apple]), scheme_file("trees"))

    assert "part of <a" in client.get("/en/vocabularies/fruits/").content.decode()
    assert "includes <a" in client.get("/en/vocabularies/trees/").content.decode()


def test_older_version_can_still_be_read_and_says_so(client: Client):
    load(scheme_file())
    load(scheme_file(version="2"))

    old = client.get("/en/vocabularies/fruits/?version=1").content.decode()
    new = client.get("/en/vocabularies/fruits/").content.decode()

    assert "This is an older version. Version 2 follows it." in old
    assert "Version 2" in new
    assert "older version" not in new


def test_scheme_can_be_taken_along_as_data(client: Client):
    match = {"relation": "exact", "uri": "http://www.wikidata.org/entity/Q89"}
    load(scheme_file(concepts=[{"notation": "a", "labels": {"en": "A"}, "matches": [match]}]))

    data = json.loads(client.get("/en/vocabularies/fruits.json").content)

    assert data["type"] == "skos:ConceptScheme"
    assert data["concepts"] == [
        {
            "id": "http://localhost:8000/vocabularies/fruits/#a",
            "type": "skos:Concept",
            "notation": "a",
            "prefLabel": {"en": "A"},
            "exactMatch": ["http://www.wikidata.org/entity/Q89"],
        }
    ]


@pytest.mark.parametrize(
    "path",
    [
        "nothing/",
        "nothing.json",
        "%00/",
        "a%27%20OR%201=1--/",
        "../../etc/passwd",
        "x" * 10_000 + "/",
        "%F0%9F%8E%AD/",
    ],
)
def test_address_of_nothing_is_not_found(client: Client, path: str):
    assert client.get(f"/en/vocabularies/{path}").status_code == 404


@pytest.mark.parametrize("version", ["%00", "x" * 10_000, "%27;DROP", "-1"])
def test_version_that_is_none_gives_the_current_one(client: Client, version: str):
    load(scheme_file())

    assert client.get(f"/en/vocabularies/fruits/?version={version}").status_code == 200
