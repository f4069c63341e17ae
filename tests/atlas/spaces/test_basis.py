"""On what the atlas stands: how many sources each row has, when they were read, who checked."""

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.utils.translation import override

from creaspace.atlas.spaces.work import place_waiting
from creaspace.foundation.statements.evidence import evidence_of
from creaspace.foundation.statements.models import Mention, Statement
from creaspace.foundation.statements.support import support_of_all
from tests.atlas.spaces.factories import make_country, make_source, make_space, say

pytestmark = pytest.mark.django_db
READ, LATER = date(2026, 11, 20), date(2026, 11, 22)


@pytest.fixture(autouse=True)
def _in_english() -> Any:
    with override("en"):
        yield


def shown(client: Client, question: str = "", language: str = "en") -> str:
    return client.get(f"/{language}/spaces/{question}").content.decode()


def basis(page: str) -> str:
    return page.partition('atlas-basis small muted">')[2].partition("</p>")[0]


def test_row_counts_the_sources_that_its_page_lists(client: Client):
    space = make_space("one")
    report, news = make_source("report"), make_source("news")
    say(space, batch="a", source=report, founded="1990", description="A mill.")
    say(space, batch="b", source=news, founded="1991")
    consulted = make_source("consulted")
    batch = Statement.objects.first().batch
    Mention.objects.create(
        subject_label="spaces.space", subject_key=str(space.pk), source=consulted, batch=batch
    )
    say(make_space("two"), batch="c", source=report, founded="1990")
    make_space("three")
    place_waiting()

    page = shown(client)

    assert len(evidence_of(space).sources) == 3
    assert page.count('class="atlas-sources">3 sources<') == 1
    assert page.count('class="atlas-sources">1 source<') == 1
    assert page.count("atlas-sources") == 2


def test_what_is_withdrawn_or_private_supports_nothing():
    space = make_space("one")
    say(space, batch="a", source=make_source("gone"), founded="1990")
    say(space, batch="b", source=make_source("kept"), founded="1991")
    Statement.objects.filter(source__slug="gone").update(withdrawn_at="2026-01-01T00:00Z")
    say(space, batch="c", source=make_source("private"), capacity=20)
    Statement.objects.filter(source__slug="private").update(is_public=False)

    assert support_of_all("spaces.space", [space.pk])[str(space.pk)].sources == 1


def test_page_says_when_its_sources_were_read_and_that_no_space_checked(client: Client):
    say(make_space("a"), batch="a", source=make_source("x", read_on=READ), founded="1990")
    say(make_space("b"), batch="b", source=make_source("y", read_on=READ), founded="1990")
    place_waiting()
    one_day = basis(shown(client))
    say(make_space("c"), batch="c", source=make_source("z", read_on=LATER), founded="1990")
    place_waiting()

    assert one_day == (
        "Shown here: read from public pages on 20 November 2026."
        " No space has checked its own record yet."
    )
    assert "from 20 November 2026 to 22 November 2026." in basis(shown(client))
    assert "2026年11月20日至2026年11月22日" in basis(shown(client, language="zh-hans"))


def test_page_counts_what_spaces_told_themselves(client: Client):
    make_country("ES")
    own = make_source("own", kind="space", address="")
    say(make_space("a"), batch="a", source=own, country="ES")
    Statement.objects.update(basis=Statement.Basis.STATED)
    say(make_space("b"), batch="b", country="ES")
    say(make_space("c"), batch="c")
    place_waiting()

    assert basis(shown(client)).endswith("1 is checked by the space itself.")


def test_empty_list_stands_on_nothing(client: Client):
    make_space("a")
    place_waiting()

    assert "atlas-basis" not in shown(client, "?exactness=building")


def test_circle_that_holds_all_that_was_counted_has_exact_counts(client: Client):
    there = {"latitude": 25.04, "longitude": 102.71, "precision": "building"}
    corner = {"latitude": 25.26, "longitude": 102.95, "precision": "building"}
    say(make_space("middle"), batch="a", position=there)
    place_waiting()
    alone = shown(client, "?near=25.04,102.71&within=25")
    say(make_space("corner"), batch="b", position=corner)
    place_waiting()
    both = shown(client, "?near=25.04,102.71&within=25")

    assert "atlas-estimate" not in alone
    assert "Counts beside the filters hold a little more than the circle." in both


def test_narrow_page_keeps_list_or_map_in_every_address(client: Client):
    make_country("ES")
    say(make_space("a"), batch="a", country="ES")
    place_waiting()

    as_map = shown(client, "?country=ES&view=map")
    as_list = shown(client, "?country=ES&view=cube")

    assert 'class="atlas-panes atlas-by-map"' in as_map
    assert 'href="/en/spaces/?country=ES" aria' not in as_map
    assert 'href="/en/spaces/?country=ES&amp;view=map" aria-current="true"' in as_map
    assert 'class="tag atlas-chip" href="/en/spaces/?view=map"' in as_map
    assert '<input type="hidden" name="view" value="map" form="asked">' in as_map
    assert "csv?country=ES&amp;view" not in as_map
    assert 'class="atlas-panes"' in as_list
    assert 'href="/en/spaces/?country=ES" aria-current="true"' in as_list
