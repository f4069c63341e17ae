"""Which details a request can name: those any space has, and those told of this one."""

from html.parser import HTMLParser

import pytest
from django.test import Client

from creaspace.foundation.moderation.models import Request
from creaspace.foundation.people.models import Organisation
from creaspace.foundation.statements.fields import declare_common
from tests.atlas.spaces.factories import make_space, say

pytestmark = pytest.mark.django_db
ASK = "/en/moderation/ask/spaces.space/{}/"


class Details(HTMLParser):
    """The choices of the list of details, by heading."""

    def __init__(self) -> None:
        super().__init__()
        self.offered: dict[str, list[str]] = {}
        self.heading = ""
        self.is_open = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        if tag == "select":
            self.is_open = told.get("name") == "field"
        elif self.is_open and tag == "optgroup":
            self.heading = str(told["label"])
        elif self.is_open and tag == "option":
            self.offered.setdefault(self.heading, []).append(str(told["value"]))

    def handle_endtag(self, tag: str) -> None:
        if tag == "optgroup":
            self.heading = ""


def offered(client: Client, address: str) -> dict[str, list[str]]:
    details = Details()
    details.feed(client.get(address).content.decode())
    return details.offered


def test_space_is_not_asked_for_what_only_another_has(client: Client):
    say(make_space("village"), batch="a", andore_households=40)
    make_space("loft")

    at_village = offered(client, ASK.format("village"))
    at_loft = offered(client, ASK.format("loft"))

    assert "andore_households" in at_village["Place and building"]
    assert "andore_households" not in at_loft["Place and building"]
    assert "opening_hours" in at_loft["What it does"]
    assert sum(map(len, at_loft.values())) <= 33


def test_page_of_a_space_offers_the_same_details_as_its_form(client: Client):
    say(make_space("village"), batch="a", andore_households=40)

    on_page = offered(client, "/en/spaces/village/")

    assert on_page == offered(client, ASK.format("village"))


def test_detail_told_of_a_space_can_be_asked_about(client: Client):
    say(make_space("village"), batch="a", andore_households=40)
    said = {"kind": "correct", "words": "There are fewer now.", "field": "andore_households"}

    client.post(ASK.format("village"), said)

    assert Request.objects.get().field == "andore_households"


def test_record_with_few_fields_offers_all_of_them(client: Client, organisation: Organisation):
    found = offered(client, "/en/moderation/ask/people.organisation/econcult/")

    assert found[""] == [""]
    assert set(found["Names"]) == {"name", "full_name", "local_name", "aliases"}


def test_common_field_must_be_declared_first():
    with pytest.raises(ValueError, match="no_such_field"):
        declare_common("spaces.space", "no_such_field")
