"""The pages that anybody can read, one address for each record of the real programme."""

from collections.abc import Iterator
from itertools import chain
from typing import Any

from django.urls import reverse
from django.utils.translation import override

from creaspace.atlas.spaces.models import Space
from creaspace.core.viewer import STRANGER
from creaspace.foundation.people.models import Organisation
from creaspace.foundation.places.models import CountrySet
from creaspace.foundation.statements.models import Source
from creaspace.foundation.vocabularies.models import Scheme
from creaspace.knowledge.publications.models import Output
from creaspace.programme.calls.models import Call
from creaspace.programme.consultation.models import Question
from creaspace.programme.programmes.models import Programme, Session
from creaspace.programme.visits.models import Visit
from creaspace.programme.workshops.models import Workshop

LISTS = (
    *("portal:home", "portal:about", "spaces:list", "programmes:list", "consultation:list"),
    *("calls:list", "visits:list", "workshops:list", "publications:list", "people:organisations"),
    *("people:directory", "statements:sources", "vocabularies:list", "places:list"),
    *("files:credits", "moderation:log", "moderation:find", "portal:search"),
)
PUBLIC: tuple[Any, ...] = (
    *(Programme, Session, Visit, Workshop, Call, Question, Output, Organisation, Scheme),
    *(CountrySet, Space, Source),
)
OF_MEMBERS = (
    *("portal:desk", "inbox:inbox", "people:me", "people:consents", "people:links"),
    *("people:erase", "moderation:waiting", "account_email", "account_change_password"),
    *("mfa_index", "mfa_activate_totp", "mfa_list_webauthn", "mfa_add_webauthn"),
    *("spaces:searches", "spaces:search_new"),
)
OF_STRANGERS = (
    *("account_login", "account_signup", "account_reset_password", "account_request_login_code"),
    *("account_reset_password_done", "account_inactive", "account_email_verification_sent"),
)


def addresses_of(names: tuple[str, ...], language: str) -> list[str]:
    with override(language):
        return [reverse(name) for name in names]


def public_pages(language: str, *, most: int | None = None) -> list[str]:
    """Lists first, then the records of each kind, or only so many of each."""
    with override(language):
        return [*addresses_of(LISTS, language), *chain.from_iterable(_of_records(most))]


def _of_records(most: int | None) -> Iterator[list[str]]:
    for model in PUBLIC:
        records = model.objects.visible_to(STRANGER)[:most]
        yield list(dict.fromkeys(record.get_absolute_url() for record in records))
    space = Space.objects.visible_to(STRANGER).first()
    yield [
        reverse("moderation:ask", args=["spaces.space", space.slug]),
        reverse("versions:version", args=["programmes.programme", "ecn-2016", 1]),
    ]
