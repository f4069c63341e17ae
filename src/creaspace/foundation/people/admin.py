from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.utils.translation import gettext_lazy as _

from creaspace.foundation.people.forms import AdminNewPersonForm, AdminPersonForm
from creaspace.foundation.people.models import (
    Consent,
    Membership,
    OneTimeLink,
    Organisation,
    OrganisationAlias,
    Person,
)


class MembershipInline(admin.TabularInline[Membership, Person | Organisation]):
    model = Membership
    extra = 0
    autocomplete_fields = ["person", "organisation"]


class AliasInline(admin.TabularInline[OrganisationAlias, Organisation]):
    model = OrganisationAlias
    extra = 0


@admin.register(Person)
class PersonAdmin(UserAdmin[Person]):
    form = AdminPersonForm
    add_form = AdminNewPersonForm
    ordering = ["-joined_at"]
    list_display = ["sign_in_name", "name_native", "name_latin", "declared_role", "is_staff"]
    list_filter = ["declared_role", "is_staff", "is_active", "is_demonstration"]
    search_fields = ["sign_in_name", "name_native", "name_latin", "email"]
    inlines = [MembershipInline]
    add_fieldsets = [(None, {"fields": ("sign_in_name", "password1", "password2")})]
    fieldsets = [
        (None, {"fields": ("sign_in_name", "email", "password")}),
        (
            _("Name"),
            {"fields": ("name_native", "name_latin", "name_order", "name_script")},
        ),
        (_("About the person"), {"fields": ("declared_role", "languages", "time_zone")}),
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
        (_("Joined and last seen"), {"fields": ("joined_at", "last_login")}),
    ]


@admin.register(Organisation)
class OrganisationAdmin(admin.ModelAdmin[Organisation]):
    autocomplete_fields = ["city"]
    list_display = ["name", "city_name", "is_demonstration"]
    search_fields = ["name", "full_name", "local_name"]
    prepopulated_fields = {"slug": ["name"]}
    inlines = [AliasInline, MembershipInline]


@admin.register(Consent, OneTimeLink)
class ReadOnlyAdmin(admin.ModelAdmin):  # type: ignore[type-arg]  # one class for two models
    """Consents and links are read here; their owners make them."""

    def has_add_permission(self, request: object) -> bool:
        return False

    def has_change_permission(self, request: object, obj: object = None) -> bool:
        return False
