"""What the atlas suggests while somebody types: cities with spaces, spaces, organisations."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from creaspace.atlas.spaces.asking import AtlasQuery
from creaspace.atlas.spaces.browsing.addresses import question_text
from creaspace.atlas.spaces.browsing.cities import cities_like
from creaspace.atlas.spaces.browsing.rows import spaces_in_order
from creaspace.atlas.spaces.finding import Atlas, Count
from creaspace.atlas.spaces.finding.remembering import Remembered, edition
from creaspace.atlas.spaces.models import Space
from creaspace.core.cldr import territory_name
from creaspace.core.languages import reader_language
from creaspace.core.suggestions import Suggestion, Suggestions
from creaspace.foundation.people.models import Organisation
from creaspace.foundation.places.models import City
from creaspace.foundation.search.begun import begun
from creaspace.foundation.search.marking import pieces_marked, wanted_by
from creaspace.foundation.search.naming import Named, names_like

SPACES, ORGANISATIONS = Space._meta.label_lower, Organisation._meta.label_lower
MOST = 5  # of one room
MOST_CITIES, MOST_AROUND = 2, 4
NEAR_KM = 25.0
neighbourhoods = Remembered()


@dataclass(frozen=True)
class Around:
    """A city, the spaces around it, and the keys of those nearest to its middle."""

    city: City
    count: Count
    keys: Sequence[int]


def suggestions(words: str) -> list[Suggestions]:
    """Cities first; spaces around one when no space is called so."""
    named = names_like(words, labels=[SPACES, ORGANISATIONS], most=MOST)
    arounds = [around(city) for city in cities_meant(words)]
    spaces = [Suggestions(_("Spaces"), "space", list(_spaces(named[SPACES])))]
    if arounds and not named[SPACES]:
        spaces = [_spaces_around(arounds[0])]
    bodies = [each.suggestion() for each in named[ORGANISATIONS]]
    return [
        Suggestions(_("Cities"), "map-pin", [_city(each, words) for each in arounds]),
        *spaces,
        Suggestions(_("Organisations"), "home", bodies),
    ]


def cities_meant(words: str) -> list[City]:
    """Nothing for a single Latin letter, with which every tenth city begins."""
    is_enough = begun(words).expression is not None
    return list(cities_like(words)[:MOST_CITIES]) if is_enough else []


def around(city: City) -> Around:
    """Remembered until the atlas changes: the next letter asks for the same city."""
    atlas = Atlas(_near(city))
    kept: Around = neighbourhoods.get_or_make(
        edition()[0],
        city.pk,
        lambda: Around(city, atlas.count(), atlas.keys(limit=MOST_AROUND)),
    )
    return kept


def _near(city: City) -> AtlasQuery:
    return AtlasQuery(near=(city.latitude, city.longitude), within_km=NEAR_KM, sort="distance")


def _city(told: Around, words: str) -> Suggestion:
    name = told.city.name_words()
    wanted = wanted_by(begun(words, reader_language()))
    number = number_format(told.count.number, force_grouping=True)
    note = ngettext(
        "%(number)s space within %(km)s km",
        "%(number)s spaces within %(km)s km",
        told.count.number,
    )
    return Suggestion(
        address=f"{reverse('spaces:list')}?{question_text(_near(told.city))}",
        name=pieces_marked(name.text, wanted, name.language),
        language=name.language,
        note=note % {"number": number, "km": number_format(round(NEAR_KM))},
    )


def _spaces_around(told: Around) -> Suggestions:
    """Typed was a city only: what it has, the nearest to its middle first."""
    title = _("Spaces in and around %(city)s") % {"city": told.city.name_in()}
    found = [
        Suggestion(
            address=space.get_absolute_url(),
            name=[(space.called.first, False)],
            language=space.called.first_language,
            also=[(space.called.other, False)] if space.called.other else [],
            also_language=space.called.other_language,
            note=_note(space),
            seed=space.slug,
        )
        for space in spaces_in_order(told.keys)
    ]
    return Suggestions(title, "space", found)


def _spaces(named: Sequence[Named]) -> Iterator[Suggestion]:
    """With kind and place, which tell apart spaces of nearly the same name."""
    keys = [int(each.subject.key) for each in named]
    known = {str(space.pk): space for space in spaces_in_order(keys)}
    for each in named:
        if space := known.get(each.subject.key):
            yield each.suggestion(note=_note(space), seed=space.slug)


def _note(space: Space) -> str:
    country = territory_name(space.country_id) if space.country_id else ""
    place = [part for part in (space.city_in_words, country) if part]
    told = [str(space.kind or ""), pgettext("place", ", ").join(place)]
    return " · ".join(part for part in told if part)
