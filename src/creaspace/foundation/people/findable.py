"""What is found of this room: organisations, and people who agreed to stand in the directory."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from creaspace.core.subjects import subject_of
from creaspace.foundation.people.models import Membership, Organisation, Person
from creaspace.foundation.places.wordlist import place_names
from creaspace.foundation.search.handing import (
    Rows,
    address_of,
    documents_of,
    in_batches,
    in_each_language,
    keys_from,
    keys_of,
    labels_of,
    told,
)
from creaspace.foundation.search.registry import Document, Findable, Keys, Name, register


def organisations(keys: Keys | None) -> Iterator[Document]:
    rows = Organisation.objects.select_related("kind", "city").prefetch_related("aliases")
    return documents_of(rows, keys, _of_organisations)


def _of_organisations(batch: Sequence[Organisation], rows: Rows) -> Mapping[int, Mapping[str, Any]]:
    return {each.pk: _of_organisation(each, rows) for each in batch}


def _of_organisation(each: Organisation, rows: Rows) -> Mapping[str, Any]:
    translated = [name for name in told(each, rows, "name") if name.text != each.name]
    own = [Name(each.local_name, each.local_language)] if each.local_name else []
    aliases = [Name(alias.name, alias.language) for alias in each.aliases.all()]
    return {
        "names": [Name(each.name), *own, *translated, *told(each, rows, "full_name"), *aliases],
        "texts": [
            *told(each, rows, "description"),
            *labels_of([each.kind] if each.kind else []),
            *_place(each),
        ],
    }


def _place(each: Organisation) -> list[Name]:
    return place_names(
        country=each.country_id,
        city=each.city,
        city_name=each.city_name,
        language=each.source_language,
    )


def people(keys: Keys | None) -> Iterator[Document]:
    """Nobody but who agreed to be found by anybody; whoever withdraws is gone from the index."""
    rows = Person.objects.in_directory().prefetch_related("memberships__organisation")
    for batch in in_batches(rows, keys):
        for person in batch:
            yield _of_person(person)


def _of_person(person: Person) -> Document:
    current = [each for each in person.memberships.all() if each.ended_at is None]
    bodies = [each.organisation for each in current if not each.organisation.is_demonstration]
    forms = dict.fromkeys(name for name in (person.name_native, person.name_latin) if name)
    return Document(
        subject=subject_of(person),
        slug=person.slug,
        names=[Name(name) for name in forms],
        texts=[
            *in_each_language(person.get_declared_role_display),
            *(Name(name) for each in bodies for name in (each.name, each.local_name) if name),
        ],
        address=address_of(person),
    )


register(
    Findable(
        label=Organisation._meta.label_lower,
        title=_("Organisations"),
        order=30,
        icon="home",
        documents=organisations,
    )
)
register(
    Findable(
        label=Person._meta.label_lower,
        title=_("People"),
        order=40,
        icon="people",
        documents=people,
        heeds={Membership._meta.label_lower: keys_from(Membership.objects.all(), "person_id")},
        follows={
            Organisation._meta.label_lower: keys_of(
                Person.objects.all(), "memberships__organisation_id"
            )
        },
    )
)
