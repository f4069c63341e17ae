"""What this room hears from people: links used, people erased, what is kept about me."""

from typing import Any

from django.dispatch import receiver
from django.utils.translation import gettext_noop

from creaspace.foundation.inbox.models import Notice, OutboxMail
from creaspace.foundation.inbox.services import tell
from creaspace.foundation.people.models import OneTimeLink, Person
from creaspace.foundation.people.own_data import tells_own_data
from creaspace.foundation.people.signals import link_used, person_erased


@receiver(link_used)
def tell_the_maker(link: OneTimeLink, person: Person, **_more: Any) -> None:
    """Whoever made an invitation learns who came; whoever was let in learns who made the link."""
    if link.made_by is None or link.made_by_id == person.pk:
        return
    if link.purpose == OneTimeLink.Purpose.INVITE:
        tell(
            person=link.made_by,
            words=gettext_noop("%(name)s accepted your invitation."),
            parameters={"name": person.label},
            about=link,
            url=link.get_absolute_url(),
        )
    else:
        tell(
            person=person,
            kind=Notice.Kind.ACCOUNT,
            words=gettext_noop(
                "You signed in with a link that %(name)s made. If that was not you, set a new"
                " password and tell the people who run this host."
            ),
            parameters={"name": link.made_by.label},
            about=link,
        )


@receiver(person_erased)
def forget(person_id: int, email: str, **_more: Any) -> None:
    """What was written to somebody who left, or names them to others, goes with them."""
    links = OneTimeLink.objects.filter(used_by_id=person_id).values_list("pk", flat=True)
    label = OneTimeLink._meta.label_lower
    keys = [str(key) for key in links]
    Notice.objects.filter(subject_label=label, subject_key__in=keys).delete()
    if email:
        OutboxMail.objects.filter(to__iexact=email).delete()


@tells_own_data("notices")
def own_notices(person: Person) -> list[dict[str, Any]]:
    return [
        {"made_at": one.made_at, "read_at": one.read_at, "kind": one.kind, "words": one.text}
        for one in person.notices.all()
    ]


@tells_own_data("e-mails to me")
def own_mail(person: Person) -> list[dict[str, Any]]:
    if not person.email:
        return []
    sent = OutboxMail.objects.filter(to__iexact=person.email)
    return [dict(row) for row in sent.values("subject", "purpose", "status", "made_at", "sent_at")]
