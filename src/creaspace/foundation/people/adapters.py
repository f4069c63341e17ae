"""How allauth meets our people: names in any script, mail marked for the outbox, our limits."""

from typing import Any

import segno
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.models import EmailAddress
from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.core.mail import EmailMessage
from django.db import transaction
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from creaspace.core.languages import reader_language
from creaspace.foundation.people import mail_marks, names
from creaspace.foundation.people.models import Person
from creaspace.foundation.people.models.persons import NAME_TAKEN, validate_sign_in_name
from creaspace.foundation.people.second_factor import was_just_used
from creaspace.foundation.people.services import count_sign_up, take_address

# What an e-mail of this kind holds opens an account, so its words go once it is sent.
SECRET_MAILS = ("login_code", "password_reset", "email_confirmation")

WAYS = (
    ("reauthenticate", _("Type the password")),
    ("mfa_reauthenticate:webauthn", _("Use a passkey")),
    ("mfa_reauthenticate", _("Type a code")),
)


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth has no types
    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "username_taken": NAME_TAKEN,
        "email_taken": _(
            "Another account gave this address. If it is yours, go on without it, add it under"
            " “My account” and confirm it by mail: then it is yours alone."
        ),
        "too_many_login_attempts": _("Too many tries with a wrong password. Try again later."),
        "username_password_mismatch": _(
            "This name and this password do not belong together. Look at both again, or ask an"
            " organiser for a one-time link."
        ),
        "email_password_mismatch": _(
            "This address and this password do not belong together. Look at both again, or ask an"
            " organiser for a one-time link."
        ),
    }

    def clean_username(self, username: str, shallow: bool = False) -> str:
        name = names.tidy(username)
        validate_sign_in_name(name)
        if not shallow and Person.objects.filter(sign_in_key=names.key_of(name)).exists():
            raise self.validation_error("username_taken")
        return name

    def save_user(
        self, request: HttpRequest, user: Person, form: Any, commit: bool = True
    ) -> Person:
        count_sign_up(address=self.get_client_ip(request), now=timezone.now())
        user.languages = [reader_language()]
        user.source_language = reader_language()
        with transaction.atomic():
            saved: Person = super().save_user(request, user, form, commit)
        return saved

    def confirm_email(self, request: HttpRequest, email_address: EmailAddress) -> bool:
        take_address(person=email_address.user, email=email_address.email)
        return bool(super().confirm_email(request, email_address))

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("people:me")

    def is_reauthentication_required(self, *, app: str, **more: Any) -> bool:
        """Who has just set up their first key reads its recovery codes at once."""
        if was_just_used(self.request):
            return False
        return bool(super().is_reauthentication_required(app=app, **more))

    def get_reauthentication_methods(self, user: Person | AnonymousUser) -> list[dict[str, Any]]:
        """In our words, and a key of the device before a code that one has to type."""
        found = {way["id"]: way for way in super().get_reauthentication_methods(user)}
        return [{**found[key], "description": words} for key, words in WAYS if key in found]

    def format_email_subject(self, subject: str) -> str:
        return f"{settings.CREASPACE_SITE_NAME}: {subject}"

    def render_mail(
        self,
        template_prefix: str,
        email: str | list[str],
        context: dict[str, Any],
        headers: dict[str, str] | None = None,
    ) -> EmailMessage:
        name = template_prefix.rsplit("/", 1)[-1]
        marks = {mail_marks.PURPOSE: name}
        if name.startswith(SECRET_MAILS):
            marks[mail_marks.SECRET] = "yes"
        site = {
            "site_name": settings.CREASPACE_SITE_NAME,
            "public_url": settings.CREASPACE_PUBLIC_URL,
        }
        message: EmailMessage = super().render_mail(
            template_prefix, email, {**context, **site}, {**(headers or {}), **marks}
        )
        return message


class KeysAdapter(DefaultMFAAdapter):  # type: ignore[misc]  # allauth has no types
    def build_totp_svg(self, url: str) -> str:
        """The QR code for an authenticator app, without the XML declaration HTML cannot hold."""
        return str(segno.make(url).svg_inline(scale=6, border=4, dark="#000000", light="#ffffff"))

    def _get_site_name(self) -> str:
        return str(settings.CREASPACE_SITE_NAME)
