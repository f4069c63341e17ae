"""What spaces add to pages below and above: a person's spaces and searches on their desk."""

from typing import Any

from django.http import HttpRequest

from creaspace.atlas.spaces.models import SavedSearch, Space
from creaspace.core.panels import panel
from creaspace.foundation.people.models import Person


@panel("portal.desk", order=40, template="spaces/panels/desk.html")
def own_spaces(_request: HttpRequest, person: Person) -> dict[str, Any] | None:
    """The spaces this person keeps, drafts and hidden ones included."""
    kept = Space.objects.kept_by(person).with_place()
    return {"spaces": kept} if kept else None


@panel("portal.desk", order=60, template="spaces/panels/searches.html")
def saved_searches(_request: HttpRequest, person: Person) -> dict[str, Any] | None:
    """The searches this person keeps."""
    saved = SavedSearch.objects.visible_to(person)
    return {"searches": saved} if saved else None
