"""What lies on a person's desk: what waits, what other rooms add, and what is theirs."""

from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string

from creaspace.core.panels import panels_at
from creaspace.foundation.inbox.models import Notice
from creaspace.foundation.languages.reading import attach_texts
from creaspace.foundation.moderation.reading import waiting_for
from creaspace.foundation.people.models import Organisation, Person

SIDE = 80  # panels from this order on stand beside the others: settings, not tasks


def desk_of(request: HttpRequest, person: Person) -> dict[str, Any]:
    main, side = panels_of(request, person)
    return {
        "waiting": Notice.objects.visible_to(person).waiting().count() + len(waiting_for(person)),
        "main": main,
        "side": side,
        "organisations": organisations_of(person),
    }


def panels_of(request: HttpRequest, person: Person) -> tuple[list[str], list[str]]:
    """The panels of all rooms that have something to say, for the middle and for the side."""
    main: list[str] = []
    side: list[str] = []
    for each in panels_at("portal.desk"):
        filled = each.fill(request, person)
        if filled is not None:
            html = render_to_string(each.template, {"record": person, **filled}, request)
            (side if each.order >= SIDE else main).append(html)
    return main, side


def organisations_of(person: Person) -> list[Organisation]:
    ours = Organisation.objects.visible_to(person)
    return attach_texts(ours.filter(memberships__person=person, memberships__ended_at=None))
