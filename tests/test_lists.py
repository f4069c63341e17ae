"""Pages ask the database as often for three of everything as for one: the number stands here.

The lists of each room are counted among its own tests; these are the pages where rooms meet.
"""

from collections.abc import Iterator

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override

from creaspace.foundation.people.services import make_invitation
from tests.foundation.people.factories import NOW
from tests.programme.programmes.factories import make_member
from tests.site.growing import grow

pytestmark = pytest.mark.django_db
QUERIES = {
    "/en/": 27,
    "/en/programmes/": 3,
    "/en/programmes/exchange/": 23,
    "/en/programmes/exchange/sessions/session-0/": 17,
    "/en/questions/": 2,
    "/en/questions/question-0/": 7,
    "/en/calls/": 5,
    "/en/calls/call-0/": 15,
    "/en/visits/": 2,
    "/en/visits/visit-0/": 11,
    "/en/workshops/": 2,
    "/en/workshops/workshop-0/": 10,
    "/en/outputs/": 6,
    "/en/outputs/output-0/": 7,
    "/en/spaces/": 9,
    "/en/spaces/hub/": 22,
    "/en/people/organisations/": 2,
    "/en/people/organisations/body-0/": 11,
    "/en/sources/": 2,
    "/en/sources/report/": 4,
    "/sitemap.xml": 20,
}


@pytest.fixture(autouse=True)
def _in_english() -> Iterator[None]:
    """A page read in another language leaves it behind; no test may depend on the one before."""
    with override("en"):
        yield


@pytest.mark.parametrize("count", [1, 3])
def test_pages_ask_as_often_for_three_of_everything_as_for_one(client: Client, count: int):
    grow(count)
    for path in ("/en/", "/en/spaces/"):  # what is read once in a process is read now
        client.get(path)

    asked = {path: _queries_of(client, path) for path in QUERIES}

    assert asked == QUERIES


@pytest.mark.parametrize("count", [1, 3])
def test_one_time_links_take_the_same_queries_for_any_number(client: Client, count: int):
    person = make_member()
    person.is_staff = True
    person.save()
    for _each in range(count):
        make_invitation(by=person, now=NOW)
    client.force_login(person)

    assert _queries_of(client, "/en/people/links/") == 7


def _queries_of(client: Client, path: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        assert client.get(path).status_code == 200
    return len(queries)
