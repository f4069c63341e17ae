from typing import Any, cast

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from creaspace.foundation.people import services
from creaspace.foundation.people.forms import AdminNewPersonForm, AdminPersonForm
from creaspace.foundation.people.models import (
    Consent,
    Membership,
    OneTimeLink,
    Organisation,
    OrganisationAlias,
    Person,
)
from creaspace.foundation.records.read_only import ReadOnly
from creaspace.foundation.records.services import note_act

ABOUT = ("name_native", "name_latin", "name_order", "name_script")
OWN = ("declared_role", "languages", "time_zone")
SEEN = ("joined_at", "last_login")


def _who(request: HttpRequest) -> Person:
    """Whoever keeps the host's tables; nobody comes here without signing in."""
    return cast("Person", request.user)


class MembershipInline(ReadOnly, admin.TabularInline[Membership, Person | Organisation]):
    model = Membership
    extra = 0


class AliasInline(ReadOnly, admin.TabularInline[OrganisationAlias, Organisation]):
    model = OrganisationAlias
    extra = 0


@admin.register(Person)
class PersonAdmin(UserAdmin[Person]):
    """Accounts and their rights are the host's; what people say of themselves is theirs."""

    form = AdminPersonForm
    add_form = AdminNewPersonForm
    ordering = ["-joined_at"]
    list_display = ["sign_in_name", "name_native", "name_latin", "declared_role", "is_staff"]
    list_filter = ["declared_role", "is_staff", "is_active", "is_demonstration"]
    search_fields = ["sign_in_name", "name_native", "name_latin", "email"]
    inlines = [MembershipInline]
    add_fieldsets = [(None, {"fields": ("sign_in_name", "password1", "password2")})]
    own = ("sign_in_name", "email", *ABOUT, *OWN, *SEEN, "is_demonstration")
    fieldsets = [
        (None, {"fields": ("sign_in_name", "email", "password")}),
        (_("Name"), {"fields": ABOUT}),
        (_("About the person"), {"fields": OWN}),
        (
            _("Rights"),
            {
                "fields": (
                    "is_active",
                    "is_staff",
                    "is_superuser",
                    "is_demonstration",
                    "groups",
                    "user_permissions",
                )
            },
        ),
        (_("Joined and last seen"), {"fields": SEEN}),
    ]

    def get_readonly_fields(
        self, _request: HttpRequest, obj: Person | None = None
    ) -> tuple[str, ...]:
        return self.own if obj else ()

    def has_delete_permission(self, request: HttpRequest, _obj: Person | None = None) -> bool:
        return bool(request.user.is_active and request.user.is_superuser)

    def save_model(self, request: HttpRequest, obj: Person, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        verb = "change_account" if change else "create_account"
        touched = {"fields": sorted(form.changed_data)}
        note_act(verb=verb, about=obj, by=_who(request), after=touched)

    def get_deleted_objects(self, objs: Any, _request: HttpRequest) -> Any:
        """Only the names: what belongs to a person goes or is blanked by `erase_person`."""
        return [str(person) for person in objs], {}, set(), []

    def delete_model(self, request: HttpRequest, obj: Person) -> None:
        services.erase_person(person=obj, by=_who(request))

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Person]) -> None:
        for person in queryset:
            self.delete_model(request, person)


@admin.register(Organisation)
class OrganisationAdmin(ReadOnly, admin.ModelAdmin[Organisation]):
    """A host without a programme founds its first organisation here, through the service."""

    autocomplete_fields = ["city"]
    list_display = ["name", "city_name", "is_demonstration"]
    search_fields = ["name", "full_name", "local_name"]
    prepopulated_fields = {"slug": ["name"]}
    inlines = [AliasInline, MembershipInline]
    fields = [
        *("name", "slug", "full_name", "local_name", "local_language", "kind"),
        *("country", "city", "city_name", "description", "source_language"),
    ]

    def has_add_permission(self, request: HttpRequest, _obj: object = None) -> bool:
        return admin.ModelAdmin.has_add_permission(self, request)

    def save_model(self, request: HttpRequest, obj: Organisation, form: Any, change: bool) -> None:
        obj.pk = services.keep_organisation(by=_who(request), **form.cleaned_data).pk


@admin.register(Consent, OneTimeLink)
class OwnAdmin(ReadOnly, admin.ModelAdmin[Any]):
    """Consents and links are read here; their owners make them."""
