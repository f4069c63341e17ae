"""Keeping organisations, their other names and who belongs to them."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from creaspace.core.verdicts import ensure
from creaspace.core.viewer import Viewer
from creaspace.foundation.languages.services import write_original
from creaspace.foundation.people.models import (
    Membership,
    Organisation,
    OrganisationAlias,
    Person,
)
from creaspace.foundation.people.rules import can_manage_members
from creaspace.foundation.people.second_factor import can_act_for_others
from creaspace.foundation.places.models import City, Country
from creaspace.foundation.records.services import give_short_link, keep, note_act
from creaspace.foundation.vocabularies.models import Concept


@transaction.atomic
def keep_organisation(
    *,
    slug: str,
    name: str,
    by: Viewer,
    full_name: str = "",
    local_name: str = "",
    local_language: str = "",
    kind: Concept | None = None,
    country: Country | None = None,
    city: City | None = None,
    city_name: str = "",
    description: str = "",
    source_language: str = "en",
) -> Organisation:
    """Bring the organisation of this slug to these values; nothing changes when it says so."""
    organisation = keep(
        Organisation,
        find={"slug": slug},
        by=by,
        name=name,
        full_name=full_name,
        local_name=local_name,
        local_language=local_language,
        kind=kind,
        country=country,
        city=city,
        city_name=city_name,
        description=description,
        source_language=source_language,
    )
    texts = {"name": name, "full_name": full_name, "description": description}
    write_original(about=organisation, language=source_language, fields=texts, by=by)
    give_short_link(about=organisation, wished=slug)
    return organisation


@transaction.atomic
def set_aliases(
    *, organisation: Organisation, names: Sequence[tuple[str, str]], by: Viewer
) -> None:
    """Make these pairs of name and language the other names, in this order."""
    standing = list(organisation.aliases.values_list("name", "language"))
    wanted = list(dict.fromkeys(names))
    if standing == wanted:
        return
    organisation.aliases.all().delete()
    for position, (name, language) in enumerate(wanted):
        alias = OrganisationAlias(
            organisation=organisation, name=name, language=language, position=position
        )
        alias.full_clean()
        alias.save()
    note_act(
        verb="set_aliases",
        about=organisation,
        by=by,
        before={"names": [name for name, _language in standing]},
        after={"names": [name for name, _language in wanted]},
    )


@transaction.atomic
def keep_membership(
    *, organisation: Organisation, person: Person, role: str, by: Viewer
) -> Membership:
    """Let a person belong to an organisation in this role; a standing membership changes role."""
    return keep(
        Membership,
        find={"organisation": organisation, "person": person, "ended_at": None},
        by=by,
        role=role,
    )


@transaction.atomic
def end_membership(*, membership: Membership, by: Person, now: datetime) -> None:
    """Let somebody go, or leave; what they did before stays in the records."""
    if membership.person_id != by.pk:
        ensure(can_manage_members(by, membership.organisation))
        ensure(can_act_for_others(by))
    Membership.objects.filter(pk=membership.pk, ended_at=None).update(ended_at=now)
    note_act(
        verb="end_membership",
        about=membership.organisation,
        by=by,
        before={"person": membership.person_id, "role": membership.role},
    )
