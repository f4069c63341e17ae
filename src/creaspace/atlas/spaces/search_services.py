"""Keeping searches, and telling their owners what is new."""

from datetime import datetime

from django.db import transaction

from creaspace.atlas.spaces.models import SavedSearch
from creaspace.atlas.spaces.rules import can_save_search
from creaspace.atlas.spaces.watching import News, known_keys, news_of
from creaspace.core.languages import ngettext_noop
from creaspace.core.verdicts import ensure
from creaspace.foundation.inbox.services import tell
from creaspace.foundation.people.models import Person
from creaspace.foundation.records.services import note_act

LOOKS_AT_ONCE = 50  # of one tick
MOST_TOLD = 200


@transaction.atomic
def save_search(*, name: str, filters: str, rhythm: str, by: Person, now: datetime) -> SavedSearch:
    """Keep a question under a name; what it finds now is known to its owner."""
    ensure(can_save_search(by))
    search = SavedSearch(person=by, name=name, filters=filters, rhythm=rhythm)
    search.made_at = search.looked_at = now
    search.next_look_at = search.look_after(now)
    search.known = known_keys(filters)
    search.full_clean()
    search.save()
    note_act(verb="save_search", about=search, by=by)
    return search


@transaction.atomic
def change_search(
    *, search: SavedSearch, name: str, rhythm: str, by: Person, now: datetime
) -> SavedSearch:
    """Give it another name, or another rhythm that begins now."""
    if rhythm != search.rhythm:
        search.rhythm = rhythm
        search.next_look_at = search.look_after(now)
    search.name = name
    search.full_clean()
    search.save(update_fields=["name", "rhythm", "next_look_at"])
    note_act(verb="change_search", about=search, by=by)
    return search


@transaction.atomic
def forget_search(*, search: SavedSearch, by: Person) -> None:
    note_act(verb="forget_search", about=search, by=by)
    search.delete()


def look_again(*, now: datetime) -> int:
    """Look at the searches that are due; says how many owners were told something."""
    due = list(SavedSearch.objects.due_at(now).values_list("pk", flat=True)[:LOOKS_AT_ONCE])
    return sum(_look(key, now) for key in due)


@transaction.atomic
def _look(key: int, now: datetime) -> bool:
    """Two clocks that tick at once look only once: the second finds the search not due."""
    due = SavedSearch.objects.due_at(now).select_for_update().select_related("person")
    search = due.filter(pk=key).first()
    if search is None:
        return False
    news = news_of(search.filters, known=search.known, since=search.looked_at)
    search.known, search.looked_at = news.known, now
    search.next_look_at = search.look_after(now)
    if news.new:
        search.told, search.told_at = news.new[:MOST_TOLD], now
        _tell(search, news, now)
    search.save(update_fields=["known", "looked_at", "next_look_at", "told", "told_at"])
    return bool(news.new)


def _tell(search: SavedSearch, news: News, now: datetime) -> None:
    words, words_plural = ngettext_noop(
        "%(count)s new space in your search “%(name)s”.",
        "%(count)s new spaces in your search “%(name)s”.",
    )
    tell(
        person=search.person,
        words=words,
        words_plural=words_plural,
        parameters={"count": len(news.new), "name": search.name},
        about=search,
        url=search.get_absolute_url(),
        now=now,
    )
