"""In another language pages ask no oftener for three of everything than for one."""

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override

from creaspace.atlas.spaces.models import Space
from creaspace.core.viewer import System
from creaspace.foundation.languages.services import write_original, write_translation
from creaspace.foundation.people.models import Organisation
from creaspace.foundation.statements.models import Statement
from creaspace.foundation.statements.services import translate_statement
from creaspace.programme.calls.models import Call
from creaspace.programme.programmes.models import Session
from tests.site.growing import grow
from tests.test_lists import QUERIES

pytestmark = pytest.mark.django_db
BY = System("tests")
PATHS = [path.replace("/en/", "/es/") for path in QUERIES if path.startswith("/en/")]


def test_translated_pages_ask_no_oftener_for_three_of_everything_than_for_one(
    client: Client,
) -> None:
    one, three = (_asked(client, count) for count in (1, 3))

    assert {path: three[path] for path in PATHS if three[path] > one[path]} == {}


def _asked(client: Client, count: int) -> dict[str, int]:
    """The queries of every page in a network of so many, which is taken back afterwards."""
    with transaction.atomic():
        with override("en"):
            grow(count)
            _translate()
        for path in ("/es/", "/es/spaces/"):  # what is read once in a process is read now
            client.get(path)
        asked = {path: _queries_of(client, path) for path in PATHS}
        transaction.set_rollback(True)
    return asked


def _translate() -> None:
    """Everything that can be told in Spanish is, and some of it twice."""
    Space.objects.update(city=None, city_name="Old Town", district="Harbour")
    Statement.objects.filter(field="description").update(wording_language="en", note="Read there.")
    for statement in Statement.objects.filter(field="description"):
        words = {"value": "Una casa con escenarios."}
        translate_statement(statement=statement, language="es", fields=words, by=BY)
    bodies = list(Organisation.objects.order_by("slug"))
    for body in bodies:
        write_original(about=body, language="en", fields={"name": body.name}, by=BY)
        write_translation(about=body, language="es", fields={"name": f"Entidad {body.pk}"}, by=BY)
    for model, name in ((Session, "host"), (Call, "issuer_organisation")):
        for place, row in enumerate(model.objects.order_by("slug")):
            model.objects.filter(pk=row.pk).update(**{name: bodies[place % len(bodies)]})


def _queries_of(client: Client, path: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        assert client.get(path).status_code == 200
    return len(queries)
