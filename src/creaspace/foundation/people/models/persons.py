"""A person who may sign in: the user model."""

import secrets
from datetime import datetime
from typing import Any, ClassVar, Self
from zoneinfo import ZoneInfo, available_timezones

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from creaspace.core.languages import reader_language
from creaspace.core.viewer import Viewer
from creaspace.foundation.people import names
from creaspace.foundation.people.models.organisations import Membership, Organisation
from creaspace.foundation.people.wordings import DIRECTORY

SLUG_BYTES = 6
NAME_TAKEN = _("Somebody signs in with this name already. Choose another.")


def new_slug() -> str:
    return secrets.token_hex(SLUG_BYTES)


def validate_sign_in_name(name: str) -> None:
    """Letters of any script; no `@`, since what holds one is an e-mail address."""
    if any(not letter.isprintable() for letter in name):
        raise ValidationError(
            _("“%(name)s” holds a sign that cannot be seen. Type the name again."),
            params={"name": names.tidy(name)},
        )
    if "@" in name or "/" in name:
        raise ValidationError(
            _("“%(name)s” holds @ or /. Use letters, figures, spaces, dots or hyphens."),
            params={"name": name},
        )
    if not any(letter.isalnum() for letter in name):
        raise ValidationError(
            _("“%(name)s” has no letter and no figure. Use at least one."), params={"name": name}
        )


def validate_time_zone(name: str) -> None:
    if name and name not in available_timezones():
        raise ValidationError(
            _("“%(name)s” is no time zone. Choose one such as Asia/Shanghai."),
            params={"name": name},
        )


class PersonQuerySet(models.QuerySet["Person"]):
    def visible_to(self, viewer: Viewer) -> Self:
        """Who agreed to stand in the directory, oneself, and members of what one organises."""
        seen = Q(pk__in=self._consenting(), is_active=True)
        if viewer.is_authenticated and viewer.pk is not None:
            seen |= Q(pk=viewer.pk) | Q(pk__in=self.led_by(viewer.pk).values("pk"))
        return self.filter(seen)

    def in_directory(self) -> Self:
        """Who agreed to be found by anybody; demonstration accounts are nobody's colleagues."""
        return self.filter(pk__in=self._consenting(), is_active=True, is_demonstration=False)

    def matching(self, words: str) -> Self:
        """People whose name, in either script, or organisation holds these words."""
        found = Q(name_native__icontains=words) | Q(name_latin__icontains=words)
        at_work = Person.objects.filter(
            memberships__organisation__name__icontains=words, memberships__ended_at=None
        )
        return self.filter(found | Q(pk__in=at_work.values("pk")))

    def with_organisations(self) -> Self:
        return self.prefetch_related("memberships__organisation")

    def _consenting(self) -> models.QuerySet[Any, Any]:
        """Who agreed to be found and has a name for it: sign-in names are not for others."""
        agreed = Person.objects.filter(consents__purpose=DIRECTORY, consents__withdrawn_at=None)
        keys: models.QuerySet[Any, Any] = agreed.exclude(name_native="", name_latin="").values("pk")
        return keys

    def led_by(self, organiser_id: int) -> Self:
        """The members of every organisation this person organises."""
        led = Organisation.objects.organised_by(organiser_id)
        current = Membership.objects.current().filter(organisation__in=led.values("pk"))
        return self.filter(pk__in=current.values("person"))


class PersonManager(BaseUserManager["Person"].from_queryset(PersonQuerySet)):  # type: ignore[misc]
    """Makes people for commands (`createsuperuser`); pages use services."""

    def create_user(
        self, sign_in_name: str, email: str = "", password: str | None = None, **fields: Any
    ) -> "Person":
        person = Person(sign_in_name=sign_in_name, email=email, **fields)
        person.set_password(password)
        person.full_clean(exclude=["password"])
        person.save(using=self._db)
        return person

    def create_superuser(
        self, sign_in_name: str, email: str = "", password: str | None = None, **fields: Any
    ) -> "Person":
        rights = {"is_staff": True, "is_superuser": True}
        return self.create_user(sign_in_name, email, password, **{**rights, **fields})

    def get_by_natural_key(self, username: str | None) -> "Person":
        person: Person = self.get(sign_in_key=names.key_of(username or ""))
        return person


class Person(AbstractBaseUser, PermissionsMixin):
    """Somebody with an account. An e-mail address is never needed; a sign-in name always is."""

    class NameOrder(models.TextChoices):
        GIVEN_FIRST = "given_first", _("given name first")
        FAMILY_FIRST = "family_first", _("family name first")

    class DeclaredRole(models.TextChoices):
        CULTURAL_ACTOR = "cultural_actor", _("Cultural actor")
        SCHOLAR = "scholar", _("Scholar")
        POLICYMAKER = "policymaker", _("Policymaker")
        ORGANISER = "organiser", _("Organiser")
        VISITOR = "visitor", _("Visitor")

    sign_in_name = models.CharField(
        _("sign-in name"),
        max_length=60,
        unique=True,
        validators=[validate_sign_in_name],
        error_messages={"unique": NAME_TAKEN},
    )
    sign_in_key = models.CharField(max_length=180, unique=True, editable=False)
    slug = models.SlugField(max_length=20, unique=True, default=new_slug, editable=False)
    email = models.EmailField(_("e-mail address"), blank=True)
    name_native = models.CharField(_("name, as you write it"), max_length=150, blank=True)
    name_latin = models.CharField(_("name in Latin letters"), max_length=150, blank=True)
    name_order = models.CharField(
        _("order of the name"),
        max_length=12,
        choices=NameOrder,
        default=NameOrder.GIVEN_FIRST,
    )
    name_script = models.CharField(_("script of the name"), max_length=4, blank=True)  # ISO 15924
    languages = models.JSONField(_("languages you read"), default=list, blank=True)  # BCP 47
    declared_role = models.CharField(
        _("role"), max_length=14, choices=DeclaredRole, default=DeclaredRole.VISITOR
    )
    time_zone = models.CharField(
        _("time zone"), max_length=64, blank=True, validators=[validate_time_zone]
    )
    source_language = models.CharField(max_length=35, default="en")
    is_active = models.BooleanField(_("may sign in"), default=True)
    is_staff = models.BooleanField(_("runs this host"), default=False)
    is_demonstration = models.BooleanField(_("demonstration account"), default=False)
    joined_at = models.DateTimeField(_("joined"), default=timezone.now)

    objects: ClassVar[PersonManager] = PersonManager()

    USERNAME_FIELD = "sign_in_name"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        ordering = ["name_latin", "name_native", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["email"],
                condition=~Q(email=""),
                name="person_email_once",
                violation_error_message=_("Another account uses this e-mail address."),
            )
        ]

    def __str__(self) -> str:
        return self.label

    def save(self, *args: Any, **kwargs: Any) -> None:
        self._settle()
        super().save(*args, **kwargs)

    def clean_fields(self, exclude: Any = None) -> None:
        self._settle()
        super().clean_fields(exclude)

    def clean(self) -> None:
        """The key says which names are the same; the field that people see carries the message."""
        rivals = Person.objects.filter(sign_in_key=self.sign_in_key).exclude(pk=self.pk)
        if rivals.exists():
            raise ValidationError({"sign_in_name": NAME_TAKEN})

    def _settle(self) -> None:
        self.sign_in_name = names.tidy(self.sign_in_name)
        self.sign_in_key = names.key_of(self.sign_in_name)
        self.email = (self.email or "").strip().lower()
        self.name_script = self.name_script or names.script_of(self.name_native)

    def get_absolute_url(self) -> str:
        return reverse("people:person", args=[self.slug])

    @property
    def label(self) -> str:
        """The name in the records: as the person writes it, or what they sign in with."""
        return self.name_native or self.name_latin or self.sign_in_name

    def name_for(self, language: str) -> str:
        """The form of the name that readers of this language can read."""
        first, _other = self._forms(language)
        return first or self.sign_in_name

    @property
    def shown_name(self) -> str:
        return self.name_for(reader_language())

    @property
    def other_name(self) -> str:
        """The form in the other script, or nothing."""
        return self._forms(reader_language())[1]

    def _forms(self, language: str) -> tuple[str, str]:
        return names.form_for(
            language, native=self.name_native, latin=self.name_latin, script=self.name_script
        )

    def get_short_name(self) -> str:
        return self.label

    def get_full_name(self) -> str:
        return self.label

    @property
    def zone(self) -> ZoneInfo | None:
        return ZoneInfo(self.time_zone) if self.time_zone else None

    @property
    def time_now(self) -> datetime | None:
        """The clock on this person's wall, without a zone, so that templates show it as it is."""
        return timezone.now().astimezone(self.zone).replace(tzinfo=None) if self.zone else None

    @cached_property
    def organises(self) -> bool:
        """Whether some organisation has this person among its organisers."""
        return self.memberships.filter(role=Membership.Role.ORGANISER, ended_at=None).exists()
