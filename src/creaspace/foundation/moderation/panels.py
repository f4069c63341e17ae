"""What this room adds to pages above it: how to ask on a space's page, what waits on a desk."""

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext_lazy as _

from creaspace.core.panels import panel
from creaspace.core.subjects import subject_of
from creaspace.foundation.moderation.forms import AskForm
from creaspace.foundation.moderation.reading import name_of, told_of, waiting_for
from creaspace.foundation.statements.fields import common_fields

SHOWN_ON_DESK = 5


@panel(
    "spaces.space",
    order=90,
    template="moderation/panels/ask.html",
    anchor="ask",
    title=_("Something wrong or missing?"),
)
def something_wrong(_request: HttpRequest, record: Any) -> dict[str, Any] | None:
    label = subject_of(record).label
    told = told_of(record)
    return {
        "form": SimpleLazyObject(lambda: AskForm(label=label, told=told)),
        "label": label,
        "slug": name_of(record),
        "uncommon": frozenset(told).difference(common_fields(label)),
    }


@panel("portal.desk", order=20, template="moderation/panels/desk.html")
def requests_that_wait(request: HttpRequest, _record: Any) -> dict[str, Any] | None:
    rows = waiting_for(request.user)
    if not rows:
        return None
    return {"rows": rows[:SHOWN_ON_DESK], "all": len(rows)}
