"""The directory of people who agreed to be found, and a person's page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from creaspace.core.parameters import choice, page_of, word
from creaspace.core.viewer import viewer_of
from creaspace.foundation.people.models import Person
from creaspace.foundation.people.rules import can_let_in

PEOPLE_A_PAGE = 60


@require_safe
def directory(request: HttpRequest) -> HttpResponse:
    people = Person.objects.in_directory().with_organisations()
    everybody = people.exists()
    role = choice(request.GET, "role", Person.DeclaredRole.values, "")
    asked = word(request.GET, "q")
    if role:
        people = people.filter(declared_role=role)
    if asked:
        people = people.matching(asked)
    context = {
        "page": page_of(people, request.GET, size=PEOPLE_A_PAGE),
        "everybody": everybody,
        "roles": Person.DeclaredRole.choices,
        "role": role,
        "asked": asked,
    }
    return render(request, "people/directory.html", context)


@require_safe
def person(request: HttpRequest, slug: str) -> HttpResponse:
    visible = Person.objects.visible_to(viewer_of(request)).with_organisations()
    found = get_object_or_404(visible, slug=slug)
    may_let_in = (
        isinstance(request.user, Person)
        and request.user.pk != found.pk
        and can_let_in(request.user, found)
    )
    context = {"person": found, "may_let_in": may_let_in}
    return render(request, "people/person.html", context)
