"""The pages of outputs, as a stranger and as a member, in three languages."""

from datetime import date

import pytest
from django.test import RequestFactory
from django.urls import reverse
from django.utils import translation

from creaspace.core.viewer import STRANGER
from creaspace.foundation.statements.services import mention_sources, open_batch
from creaspace.knowledge.publications.panels import outputs_covering_space, outputs_of_programme
from creaspace.knowledge.publications.services import set_output_spaces
from tests.knowledge.publications.factories import make_output
from tests.programme.visits.factories import (
    BY,
    LANGUAGES,
    make_member,
    make_programme,
    make_source,
    make_space,
)

pytestmark = pytest.mark.django_db


def address(name, *args, language="en"):
    with translation.override(language):
        return reverse(name, args=args)


def text_of(client, url):
    answer = client.get(url)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.fixture
def report():
    output = make_output("visit-report", description="Report on the visits. With slides.")
    set_output_spaces(output=output, spaces=[make_space("st-spot", name="ST Spot")], by=BY)
    batch = open_batch(slug="b", label="b", by=BY)
    mention_sources(about=output, sources=[make_source("page")], batch=batch)
    return output


@pytest.fixture
def announced():
    text = "Best practices in space. No finished publication was found."
    output = make_output("best-practice", status="announced", description=text)
    sources = [
        make_source("news", read_on=date(2026, 11, 21)),
        make_source("call", read_on=date(2026, 11, 22)),
    ]
    batch = open_batch(slug="b", label="b", by=BY)
    mention_sources(about=output, sources=sources, batch=batch)
    return output


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("signed_in", [False, True], ids=["stranger", "member"])
def test_everybody_reads_outputs_in_every_language(client, report, announced, language, signed_in):
    if signed_in:
        client.force_login(make_member())

    for url in [
        address("publications:list", language=language),
        address("publications:output", "visit-report", language=language),
        address("publications:output", "best-practice", language=language),
    ]:
        assert client.get(url).status_code == 200


def test_unknown_output_is_not_found(client):
    assert client.get(address("publications:output", "atlantis")).status_code == 404


def test_published_output_leads_to_its_address_and_its_spaces(client, report):
    page = text_of(client, address("publications:output", "visit-report"))

    assert 'href="https://example.org/page"' in page
    assert "Report on the visits" in page
    assert "With slides." in page
    assert "ST Spot" in page


def test_announced_output_says_that_none_was_found_and_when_somebody_looked(client, announced):
    page = text_of(client, address("publications:output", "best-practice"))

    assert "Announced; no finished publication was found" in page
    assert "22 November 2026" in page
    assert "Where to read it" not in page


def test_compiled_file_is_not_said_to_have_announced_anything(client, announced):
    file = make_source("file", kind="import", title="A compiled file")
    batch = open_batch(slug="other", label="other", by=BY)
    mention_sources(about=announced, sources=[file], batch=batch)

    page = text_of(client, address("publications:output", "best-practice"))

    said = page.partition('<section class="output-announced"')[2].partition("</section>")[0]
    assert "The news" in said
    assert "A compiled file" not in said


def test_list_keeps_published_and_announced_apart(client, report, announced):
    page = text_of(client, address("publications:list"))

    published, _, only_announced = page.partition('id="announced"')
    assert "Report on the visits" in published
    assert "Best practices in space" in only_announced
    assert "Best practices in space" not in published


def test_list_says_so_when_it_is_empty(client):
    assert "No output is recorded yet." in text_of(client, address("publications:list"))


def test_kind_is_named_in_the_readers_language(client, report):
    page = text_of(client, address("publications:output", "visit-report", language="es"))

    assert "Informe" in page


@pytest.mark.parametrize("rows", [1, 3])
def test_list_needs_the_same_queries_for_any_number_of_rows(
    client, django_assert_num_queries, rows
):
    for number in range(rows):
        output = make_output()
        set_output_spaces(output=output, spaces=[make_space()], by=BY)
        batch = open_batch(slug="b", label="b", by=BY)
        mention_sources(about=output, sources=[make_source(f"s{number}")], batch=batch)

    with django_assert_num_queries(6):
        client.get(address("publications:list"))


def test_panels_speak_only_where_there_is_something_to_say(report):
    request = RequestFactory().get("/")
    request.user = STRANGER

    of_programme = outputs_of_programme(request, report.programme)
    of_space = outputs_covering_space(request, report.spaces.get())

    assert [shown.output for shown in of_programme["groups"].published] == [report]
    assert [str(shown.heading) for shown in of_space["rows"]] == ["Report on the visits"]
    assert outputs_of_programme(request, make_programme()) is None
    assert outputs_covering_space(request, make_space()) is None
