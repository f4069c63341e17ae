"""Sources, a record as data, its versions, and how to cite it."""

from typing import Any

import pytest
from django.template import Context, Template
from django.test import Client
from django.utils.translation import override

from creaspace.foundation.languages.services import write_original
from creaspace.foundation.statements.evidence import evidence_of
from creaspace.foundation.statements.services import (
    Saying,
    keep_public_version,
    mention_sources,
    undo_batch,
)
from tests.foundation.statements.factories import (
    BY,
    make_batch,
    make_organisation,
    make_source,
    say,
)

pytestmark = pytest.mark.django_db
LANGUAGES = ("en", "es", "zh-hans")
VERSIONS = "/en/versions/people.organisation"


@pytest.fixture(autouse=True)
def _in_english() -> Any:
    with override("en"):
        yield


def page(client: Client, url: str) -> str:
    response = client.get(url)
    assert response.status_code == 200, url
    return response.content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_list_of_sources_takes_the_same_queries_however_long(
    client: Client, django_assert_num_queries: Any, count: int
) -> None:
    for _number in range(count):
        say(make_organisation(), Saying("city", "Valencia", make_source()), batch=f"b{_number}")

    with django_assert_num_queries(2):
        shown = page(client, "/en/sources/")

    assert shown.count('class="record record-plain"') == count


def test_sources_are_found_by_words_and_kind(client: Client) -> None:
    make_source("gazette", kind="register")
    make_source("daily", kind="press")

    assert "The daily" not in page(client, "/en/sources/?kind=register")
    assert "The gazette" not in page(client, "/en/sources/?q=example.org/daily")
    assert "No source fits." in page(client, "/en/sources/?q=nothing")


@pytest.mark.parametrize("query", ["page=-1", "page=x", "kind=%00", "q=%00", "q=" + "x" * 10_000])
def test_odd_question_gives_a_page(client: Client, query: str) -> None:
    assert client.get(f"/en/sources/?{query}").status_code == 200


@pytest.mark.parametrize("language", LANGUAGES)
def test_source_shows_what_stands_on_it_in_every_language(client: Client, language: str) -> None:
    source = make_source("report")
    say(make_organisation(name="Example Unit"), Saying("city", "Valencia", source))

    shown = page(client, f"/{language}/sources/report/")

    assert "Example Unit" in shown
    assert "Valencia" in shown
    assert 'href="https://example.org/report"' in shown


def test_source_hides_what_is_private_or_withdrawn(client: Client) -> None:
    source = make_source("report")
    organisation = make_organisation()
    say(organisation, Saying("city", "Valencia", source), batch="gone")
    undo_batch(batch=make_batch("gone"), by=BY)
    say(organisation, Saying("city", "Kunming", source, is_public=False))

    shown = page(client, "/en/sources/report/")

    assert "Valencia" not in shown
    assert "Kunming" not in shown


def test_source_that_was_only_consulted_says_so(client: Client) -> None:
    mention_sources(about=make_organisation(), sources=[make_source("report")], batch=make_batch())

    shown = page(client, "/en/sources/report/")

    assert "which values come from it was not kept" in shown


def test_evidence_table_shows_value_source_basis_and_time() -> None:
    organisation, source = make_organisation(), make_source()
    coded = {"basis": "coded", "basis_note": "Codebook 1 <b>", "valid_from": "2014"}
    say(organisation, Saying("city", "Valencia", source, **coded))

    shown = Template("{% evidence_table e %}{% sources_here e %}").render(
        Context({"e": evidence_of(organisation)})
    )

    assert "Valencia" in shown
    assert "Codebook 1 &lt;b&gt;" in shown
    assert 'href="#source-A"' in shown
    assert 'id="source-A"' in shown
    assert "from" in shown
    assert "2014" in shown


def test_data_holds_every_public_statement_and_which_is_shown(client: Client) -> None:
    organisation = make_organisation("unit")
    old, new = make_source("old", said_on="2014"), make_source("new", said_on="2016")
    say(organisation, Saying("city", "Valencia", old), Saying("city", "Kunming", new))

    response = client.get("/data/people.organisation/unit.json")

    shown = {row["value"]: row["shown"] for row in response.json()["statements"]}
    assert shown == {"Valencia": False, "Kunming": True}
    assert response["Access-Control-Allow-Origin"] == "*"
    assert {row["slug"] for row in response.json()["sources"]} == {"old", "new"}


def test_data_keeps_private_statements_back(client: Client) -> None:
    organisation = make_organisation("unit")
    say(organisation, Saying("city", "Valencia", make_source(), is_public=False))

    assert "Valencia" not in client.get("/data/people.organisation/unit.json").content.decode()


@pytest.mark.parametrize(
    "path",
    [
        "people.organisation/nobody.json",
        "people.person/1.json",
        "auth.user/1.json",
        "no.where/x.json",
        "x/x.json",
    ],
)
def test_there_is_no_data_of_what_cannot_be_cited(client: Client, path: str) -> None:
    assert client.get(f"/data/{path}").status_code == 404


def test_version_reads_the_same_for_ever(client: Client) -> None:
    organisation, source = make_organisation("unit"), make_source()
    write_original(about=organisation, language="en", fields={"description": "Then."}, by=BY)
    say(organisation, Saying("city", "Valencia", source))
    keep_public_version(about=organisation)
    write_original(about=organisation, language="en", fields={"description": "Now."}, by=BY)
    say(organisation, Saying("city", "Kunming", source))
    keep_public_version(about=organisation)

    first, second = page(client, f"{VERSIONS}/unit/1/"), page(client, f"{VERSIONS}/unit/2/")

    assert "Then." in first
    assert "Valencia" in first
    assert "Kunming" not in first
    assert "Now." in second
    assert f"{VERSIONS}/unit/1/" in second


def test_version_stays_when_its_source_changes(client: Client) -> None:
    organisation, source = make_organisation("unit"), make_source("report")
    say(organisation, Saying("city", "Valencia", source))
    keep_public_version(about=organisation)

    make_source("report", title="Renamed")

    shown = page(client, f"{VERSIONS}/unit/1/")
    assert "The report" in shown
    assert "Renamed" not in shown


@pytest.mark.parametrize("path", ["unit/2/", "nobody/1/", "unit/99999999999999999999/"])
def test_version_that_was_never_kept_is_not_found(client: Client, path: str) -> None:
    keep_public_version(about=make_organisation("unit"))

    assert client.get(f"{VERSIONS}/{path}").status_code == 404


@pytest.mark.parametrize("language", LANGUAGES)
def test_version_is_read_in_every_language(client: Client, language: str) -> None:
    organisation = make_organisation("unit")
    write_original(about=organisation, language="en", fields={"description": "Then."}, by=BY)
    keep_public_version(about=organisation)

    shown = page(client, f"/{language}/versions/people.organisation/unit/1/")

    assert ('<p lang="en">Then.</p>' in shown) == (language != "en")
    assert shown.count('id="texts"') == 1


def test_version_without_texts_has_no_heading_for_them(client: Client) -> None:
    keep_public_version(about=make_organisation("unit"))

    shown = page(client, f"{VERSIONS}/unit/1/")

    assert 'id="known"' in shown
    assert 'id="texts"' not in shown


def test_citation_names_the_version_and_its_permanent_address() -> None:
    organisation = make_organisation("unit", name="Example Unit")
    keep_public_version(about=organisation)

    with override("en"):
        shown = Template("{% cite record %}").render(Context({"record": organisation}))

    assert "Example Unit. " in shown
    assert f"{VERSIONS}/unit/1/" in shown
    assert 'href="/data/people.organisation/unit.json"' in shown
