"""Everything that is kept about one person, as plain values for a file."""

from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.db.models import QuerySet

from creaspace.core.subjects import subject_of
from creaspace.foundation.languages.models import Texts
from creaspace.foundation.people.models import OneTimeLink, Person
from creaspace.foundation.people.own_data import told_by_rooms
from creaspace.foundation.records.models import Act
from creaspace.foundation.statements.models import Statement

OF_A_PERSON = (
    "sign_in_name",
    "slug",
    "email",
    "name_native",
    "name_latin",
    "name_order",
    "name_script",
    "languages",
    "declared_role",
    "time_zone",
    "is_active",
    "is_staff",
    "is_demonstration",
    "joined_at",
    "last_login",
)


def own_data(person: Person) -> dict[str, Any]:
    """All that is kept about a person: their account, their acts, and what each room adds."""
    return {
        "person": {name: getattr(person, name) for name in OF_A_PERSON},
        **_ways_in(person),
        **_belonging(person),
        **_doings(person),
        **told_by_rooms(person),
    }


def _ways_in(person: Person) -> dict[str, Any]:
    return {
        "has a password": person.has_usable_password(),
        "e-mail addresses": _rows(
            EmailAddress.objects.filter(user=person), "email", "verified", "primary"
        ),
        "keys to sign in": _rows(
            Authenticator.objects.filter(user=person), "type", "created_at", "last_used_at"
        ),
        "accounts elsewhere": _rows(
            SocialAccount.objects.filter(user=person), "provider", "uid", "date_joined"
        ),
        "links made": _links(person.links_made.all()),
        "links used": _links(person.links_used.all()),
        "links for me": _links(person.sign_in_links.all()),
    }


def _belonging(person: Person) -> dict[str, Any]:
    agreed = "purpose", "wording_version", "wording", "language", "given_at", "withdrawn_at"
    return {
        "memberships": _rows(
            person.memberships.all(), "organisation__name", "role", "began_at", "ended_at"
        ),
        "consents": _rows(person.consents.all(), *agreed),
    }


def _doings(person: Person) -> dict[str, Any]:
    subject = subject_of(person)
    about = Act.objects.filter(subject_label=subject.label, subject_key=subject.key)
    stated = Statement.objects.filter(by_id=person.pk)
    written = Texts.objects.filter(by_id=person.pk)
    named = "subject_label", "subject_key"
    return {
        "what I did": _acts(Act.objects.filter(by_id=person.pk)),
        "what was done about me": _acts(about.exclude(by_id=person.pk)),
        "statements by me": _rows(stated, *named, "field", "value", "recorded_at", "withdrawn_at"),
        "texts by me": _rows(written, *named, "language", "fields", "changed_at"),
    }


def _rows(rows: QuerySet[Any], *names: str) -> list[dict[str, Any]]:
    return list(rows.values(*names))


def _links(links: QuerySet[OneTimeLink]) -> list[dict[str, Any]]:
    return _rows(links, "purpose", "note", "made_at", "expires_at", "used_at", "withdrawn_at")


def _acts(acts: QuerySet[Act]) -> list[dict[str, Any]]:
    return _rows(acts, "verb", "subject_title", "at", "before", "after")
