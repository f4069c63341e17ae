"""What belongs to a person: the spaces they keep, the organisations they act for."""

from typing import Any

from creaspace.atlas.spaces.models import Space, Stewardship
from creaspace.foundation.languages.reading import attach_texts
from creaspace.foundation.people.models import Organisation, Person


def belongings(person: Person) -> dict[str, Any]:
    kept = Stewardship.objects.active().filter(person=person).values("space")
    spaces = Space.objects.visible_to(person).filter(pk__in=kept).with_place()
    ours = Organisation.objects.visible_to(person).filter(
        memberships__person=person, memberships__ended_at=None
    )
    return {"spaces": attach_texts(spaces), "organisations": attach_texts(ours)}
