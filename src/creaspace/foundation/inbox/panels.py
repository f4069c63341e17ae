"""What this room adds: the number of unread notices in the header, and notices on the desk."""

from typing import Any

from django.http import HttpRequest
from django.utils import timezone

from creaspace.core.panels import panel
from creaspace.foundation.inbox.models import Notice, OutboxMail
from creaspace.foundation.inbox.rules import can_see_outbox
from creaspace.foundation.people.models import Person

ON_DESK = 5


@panel("core.account", order=10, template="inbox/panels/count.html")
def unread_count(request: HttpRequest, _record: Any) -> dict[str, Any] | None:
    if not isinstance(request.user, Person):
        return None
    count = Notice.objects.visible_to(request.user).unread().count()
    return {"count": count} if count else None


@panel("portal.desk", order=20, template="inbox/panels/desk.html")
def notices(request: HttpRequest, person: Any) -> dict[str, Any] | None:
    """What asks for an answer first, then the newest unread; and e-mail that does not arrive."""
    if not isinstance(person, Person) or person != request.user:
        return None
    own = Notice.objects.visible_to(person)
    waiting = list(own.waiting().order_by("needs_answer_by")[:ON_DESK])
    unread = own.unread().exclude(pk__in=[one.pk for one in waiting])
    lost = OutboxMail.objects.stuck().filter(to__iexact=person.email) if person.email else None
    return {
        "waiting": waiting,
        "unread": unread[:ON_DESK],
        "now": timezone.now(),
        "lost": lost.count() if lost is not None else 0,
        "may_see_outbox": bool(can_see_outbox(person)),
    }
