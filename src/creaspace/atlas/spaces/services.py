"""Keeping spaces: their names, their columns, their stewards, and whether they show."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone

from creaspace.atlas.spaces.columns import columns_from
from creaspace.atlas.spaces.models import Space, SpaceAlias, Stewardship, Waiting
from creaspace.atlas.spaces.work import place_waiting
from creaspace.core.subjects import Subject, subject_of
from creaspace.core.viewer import Viewer
from creaspace.foundation.languages.services import write_original
from creaspace.foundation.people.models import Person
from creaspace.foundation.places.models import City
from creaspace.foundation.records.services import give_short_link, keep, note_act
from creaspace.foundation.search.services import index_all_soon, index_soon
from creaspace.foundation.statements.evidence import Evidence, evidence_of
from creaspace.foundation.statements.services import withdraw_all
from creaspace.foundation.vocabularies.indexes import index_of
from creaspace.foundation.vocabularies.models import Concept

TEXTS = ("description", "district", "city_name", "region")


@dataclass(frozen=True)
class Alias:
    name: str
    language: str = ""


@transaction.atomic
def keep_space(*, slug: str, name: str, by: Viewer, **values: Any) -> Space:
    """Bring a space to these names and marks; all else comes from statements."""
    if not Space.objects.filter(slug=slug).exists():
        values.setdefault("published_at", timezone.now())
    space = keep(Space, find={"slug": slug}, by=by, name=name, **values)
    give_short_link(about=space, wished=slug)
    _measure(space)
    return space


def _measure(space: Space) -> None:
    """Write down how much is known of the space and where it is, and let the atlas follow."""
    measured = space.measured()
    if any(getattr(space, name) != value for name, value in measured.items()):
        Space.objects.filter(pk=space.pk).update(**measured)
        space.score, space.code = measured["score"], measured["code"]
    place_soon(keys=[space.pk])


def place_soon(*, keys: Iterable[int]) -> None:
    """Bring these spaces up to date in atlas and index once what changed them is committed."""
    wanted = list(keys)
    Waiting.objects.bulk_create([Waiting(space_key=key) for key in wanted])
    transaction.on_commit(place_waiting, robust=True)
    index_all_soon(subjects=[Subject(Space._meta.label_lower, str(key)) for key in wanted])


@transaction.atomic
def set_aliases(*, space: Space, aliases: Sequence[Alias]) -> None:
    """Bring the other names to exactly these, in this order."""
    wanted = [(alias.name, alias.language, place) for place, alias in enumerate(aliases)]
    standing = list(space.aliases.values_list("name", "language", "position"))
    if standing == wanted:
        return
    space.aliases.all().delete()
    SpaceAlias.objects.bulk_create(
        SpaceAlias(space=space, name=name, language=language, position=place)
        for name, language, place in wanted
    )
    index_soon(subject=subject_of(space))


@transaction.atomic
def refresh_space(*, space: Space, by: Viewer) -> Space:
    """Write the chosen values of the statements into the space's columns."""
    evidence = evidence_of(space, include_private=True)
    columns = columns_from(evidence.value)
    columns |= _related(evidence, columns)
    changed = [name for name, value in columns.items() if getattr(space, name) != value]
    for name in changed:
        setattr(space, name, columns[name])
    if changed:
        space.changed_at = timezone.now()
        space.full_clean()
        space.save()
    space.activities.set(_concepts("unctad-creative-industries", evidence.value("activities")))
    texts = {name: text for name in TEXTS if (text := getattr(space, name))}
    if texts:
        write_original(about=space, language=space.source_language, fields=texts, by=by)
    _measure(space)
    return space


def _related(evidence: Evidence, columns: dict[str, Any]) -> dict[str, Any]:
    country = evidence.value("country")
    kind = evidence.value("kind")
    city = columns["city_name"]
    return {
        "country_id": country,
        "kind": index_of("place-types").find(kind) if kind else None,
        "city": City.objects.named(city, country=country) if city else None,
    }


def _concepts(scheme: str, notations: Sequence[str] | None) -> list[Concept]:
    index = index_of(scheme)
    found = (index.find(notation) for notation in notations or [])
    return [concept for concept in found if concept is not None]


@transaction.atomic
def hide_space(*, space: Space, because: str, by: Viewer) -> None:
    """Take a space off every public page; its stewards still see it, nothing is deleted."""
    space.hidden_at, space.hidden_because = timezone.now(), because
    space.save(update_fields=["hidden_at", "hidden_because"])
    note_act(verb="hide_space", about=space, by=by, after={"because": because})
    place_soon(keys=[space.pk])


@transaction.atomic
def remove_space(*, space: Space, because: str, by: Viewer) -> None:
    """Hide a space for good and withdraw all that was stated of it; the acts keep that it was."""
    hide_space(space=space, because=because, by=by)
    withdraw_all(about=space, by=by)


@transaction.atomic
def show_space_again(*, space: Space, by: Viewer) -> None:
    space.hidden_at, space.hidden_because = None, ""
    space.save(update_fields=["hidden_at", "hidden_because"])
    note_act(verb="show_space_again", about=space, by=by)
    place_soon(keys=[space.pk])


@transaction.atomic
def appoint_steward(*, space: Space, person: Person, by: Viewer, role: str = "") -> Stewardship:
    """Make a person steward of a space, once."""
    standing = Stewardship.objects.active().filter(space=space, person=person).first()
    if standing is not None:
        return standing
    stewardship = Stewardship(space=space, person=person, role=role, began_at=timezone.now())
    stewardship.full_clean()
    stewardship.save()
    note_act(verb="appoint_steward", about=space, by=by, after={"person": person.pk})
    return stewardship
