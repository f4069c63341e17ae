"""Searches people keep: private, told of new spaces in their rhythm, never twice of the same."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils.translation import override

from creaspace.atlas.spaces import watching
from creaspace.atlas.spaces.models import SavedSearch
from creaspace.atlas.spaces.rules import MOST_SEARCHES, can_save_search
from creaspace.atlas.spaces.search_services import change_search, look_again, save_search
from creaspace.atlas.spaces.services import hide_space, show_space_again
from creaspace.atlas.spaces.work import place_waiting
from creaspace.core.verdicts import Refused
from creaspace.foundation.inbox.models import Notice
from creaspace.foundation.people.models import Person
from creaspace.foundation.people.services import own_data
from creaspace.foundation.records.signals import ticked
from creaspace.foundation.search.services import rebuild
from tests.atlas.spaces.factories import BY, make_country, make_member, make_space, say

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def _in_english() -> Any:
    with override("en"):
        yield


def save(person: Person, filters: str = "", rhythm: str = "daily") -> SavedSearch:
    return save_search(name="Mine", filters=filters, rhythm=rhythm, by=person, now=NOW)


def a_space(slug: str, country: str = "ES", **values: Any) -> Any:
    make_country(country)
    space = say(make_space(slug, **values), batch=slug, country=country)
    place_waiting()
    return space


def told(person: Person) -> list[str]:
    return [notice.text for notice in Notice.objects.visible_to(person).order_by("pk")]


def test_owner_is_told_how_many_spaces_are_new_and_led_to_them(client: Client) -> None:
    ana = make_member()
    a_space("old")
    search = save(ana, "country=ES")
    for slug, country in (("one", "ES"), ("two", "ES"), ("elsewhere", "JP")):
        a_space(slug, country)

    look_again(now=NOW + DAY)
    client.force_login(ana)
    shown = client.get(Notice.objects.get().url).content.decode()

    assert told(ana) == ["2 new spaces in your search “Mine”."]
    assert Notice.objects.get().url == search.get_absolute_url()
    assert 'href="/en/spaces/one/"' in shown
    assert 'href="/en/spaces/two/"' in shown
    assert "elsewhere" not in shown
    assert "/en/spaces/old/" not in shown


def test_nobody_is_told_before_time_without_news_or_twice_of_the_same() -> None:
    ana = make_member()
    save(ana, "country=ES")
    space = a_space("one")

    early = look_again(now=NOW + DAY / 2)
    first = look_again(now=NOW + DAY)
    again = look_again(now=NOW + DAY)
    hide_space(space=space, because="Asked.", by=BY)
    place_waiting()
    gone = look_again(now=NOW + 2 * DAY)
    show_space_again(space=space, by=BY)
    place_waiting()
    back = look_again(now=NOW + 3 * DAY)

    assert [early, first, again, gone, back] == [0, 1, 0, 0, 0]
    assert told(ana) == ["1 new space in your search “Mine”."]


def test_space_that_comes_to_fit_later_is_new_too() -> None:
    ana = make_member()
    make_country("JP")
    space = a_space("one", "ES")
    save(ana, "country=JP")
    say(space, batch="one", country="JP")
    place_waiting()

    look_again(now=NOW + DAY)

    assert told(ana) == ["1 new space in your search “Mine”."]


def test_search_for_words_is_told_of_what_the_index_finds() -> None:
    ana = make_member()
    save(ana, "q=river")
    say(make_space("one"), batch="one", description="Barges by the river.")
    make_space("two")
    place_waiting()
    rebuild()

    look_again(now=NOW + DAY)

    assert told(ana) == ["1 new space in your search “Mine”."]


def test_of_a_large_search_new_is_what_was_published_since(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watching, "MOST_KNOWN", 1)
    ana = make_member()
    for slug in ("a", "b", "c"):
        a_space(slug, published_at=NOW - DAY)
    search = save(ana, "country=ES")
    a_space("new", published_at=NOW + DAY / 2)
    a_space("elsewhere", "JP", published_at=NOW + DAY / 2)

    look_again(now=NOW + DAY)
    look_again(now=NOW + 2 * DAY)

    assert search.known is None
    assert told(ana) == ["1 new space in your search “Mine”."]


@pytest.mark.parametrize(("rhythm", "days"), [("daily", [1, 2, 3]), ("weekly", [7]), ("never", [])])
def test_notices_keep_to_the_rhythm(rhythm: str, days: list[int]) -> None:
    ana = make_member()
    save(ana, rhythm=rhythm)

    found = []
    for day in range(1, 4 if rhythm == "daily" else 9):
        a_space(f"space-of-day-{day}")
        if look_again(now=NOW + day * DAY):
            found.append(day)

    assert found == days


def test_clock_of_the_house_tells_of_new_spaces() -> None:
    ana = make_member()
    save(ana)
    a_space("one")

    ticked.send(sender=None, now=NOW + DAY)

    assert told(ana) == ["1 new space in your search “Mine”."]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("es", "2 espacios nuevos en tu búsqueda «Mine»."),
        ("zh-hans", "你保存的搜索“Mine”里有 2 个新空间。"),
    ],
)
def test_notice_speaks_the_language_of_its_reader(language: str, said: str) -> None:
    ana = make_member()
    save(ana)
    a_space("one")
    a_space("two")
    look_again(now=NOW + DAY)

    with override(language):
        assert told(ana) == [said]


def test_other_rhythm_begins_when_it_is_chosen() -> None:
    ana = make_member()
    search = save(ana, rhythm="never")

    change_search(search=search, name="Ours", rhythm="weekly", by=ana, now=NOW + DAY)

    search.refresh_from_db()
    assert search.next_look_at == NOW + 8 * DAY
    assert search.name == "Ours"


def test_question_is_saved_once_in_whatever_order_it_was_asked(client: Client) -> None:
    make_country("ES")
    make_country("JP")
    client.force_login(make_member())
    asked = {"name": "Two", "rhythm": "never"}

    client.post("/en/spaces/searches/new/", {**asked, "filters": "country=JP&country=ES"})
    again = client.post(
        "/en/spaces/searches/new/", {**asked, "filters": "sort=name&country=ES&country=JP&page=2"}
    )

    assert "You have saved this search already." in again.content.decode()
    assert [each.filters for each in SavedSearch.objects.all()] == ["country=ES&country=JP"]


def test_member_saves_the_search_on_the_page_and_finds_it_there_and_on_the_desk(
    client: Client,
) -> None:
    a_space("one")
    client.force_login(make_member())

    form = client.get("/en/spaces/searches/new/?country=ES").content.decode()
    done = client.post(
        "/en/spaces/searches/new/",
        {"name": "Spain", "rhythm": "weekly", "filters": "country=ES"},
    )
    atlas = client.get(done["Location"]).content.decode()
    desk = client.get("/en/desk/").content.decode()

    assert 'value="Spain"' in form
    assert "1 space in Spain" in form
    assert done["Location"] == "/en/spaces/?country=ES"
    assert "Saved: Spain" in atlas
    assert '<a class="record-link" href="/en/spaces/?country=ES">Spain</a>' in desk
    assert "Saved:" not in client.get("/en/spaces/").content.decode()


def test_owner_renames_and_deletes_a_search(client: Client) -> None:
    ana = make_member()
    search = save(ana)
    client.force_login(ana)

    client.post(f"/en/spaces/searches/{search.pk}/", {"name": "All", "rhythm": "never"})
    renamed = SavedSearch.objects.get()
    client.post(f"/en/spaces/searches/{search.pk}/forget/")

    assert (renamed.name, renamed.rhythm, renamed.next_look_at) == ("All", "never", None)
    assert not SavedSearch.objects.exists()


@pytest.mark.parametrize("way", ["", "forget/"])
def test_search_is_nobody_elses(client: Client, way: str) -> None:
    search = save(make_member())
    client.force_login(make_member())

    answer = client.post(f"/en/spaces/searches/{search.pk}/{way}", {"name": "x", "rhythm": "daily"})

    assert answer.status_code == 404
    assert "Mine" not in client.get("/en/spaces/searches/").content.decode()
    assert "Saved:" not in client.get("/en/spaces/").content.decode()
    assert SavedSearch.objects.get().name == "Mine"


@pytest.mark.parametrize("path", ["", "new/", "1/"])
def test_stranger_is_asked_to_sign_in(client: Client, path: str) -> None:
    answer = client.get(f"/en/spaces/searches/{path}")

    assert answer.status_code == 302
    assert "/accounts/login/" in answer["Location"]


def test_nobody_saves_more_searches_than_anybody_needs() -> None:
    ana = make_member()
    for number in range(MOST_SEARCHES):
        save(ana, f"q={number}")

    with pytest.raises(Refused, match="You have saved 50 searches"):
        save(ana, "q=another")
    assert not can_save_search(ana)


def test_database_keeps_a_question_once_for_each_person() -> None:
    ana = make_member()
    save(ana, "country=ES")

    with pytest.raises(ValidationError, match="You have saved this search already"):
        save(ana, "country=ES")


def test_saved_searches_stand_in_the_file_about_oneself() -> None:
    ana = make_member()
    save(ana, "country=ES")

    (kept,) = own_data(ana)["saved searches"]

    assert (kept["name"], kept["filters"], kept["rhythm"]) == ("Mine", "country=ES", "daily")


@pytest.mark.parametrize("count", [1, 3])
def test_lists_of_searches_take_the_same_queries_however_long(
    client: Client, django_assert_num_queries: Any, count: int
) -> None:
    ana = make_member()
    for number in range(count):
        save(ana, f"q={number}")
    client.force_login(ana)

    with django_assert_num_queries(4):
        client.get("/en/spaces/searches/")
