"""What sources say about organisations."""

from django.utils.translation import gettext_lazy as _

from creaspace.foundation.statements.fields import Field, declare, declare_groups

LABEL = "people.organisation"

declare_groups(
    LABEL,
    {"names": _("Names"), "nature": _("What it is"), "place": _("Where it is")},
)
declare(
    LABEL,
    Field("name", _("Name"), group="names"),
    Field("full_name", _("Full name"), group="names"),
    Field("local_name", _("Name in the local language"), group="names"),
    Field("aliases", _("Also called"), kind="texts", group="names", many=True),
    Field("kind", _("Kind"), kind="concept", scheme="organisation-kinds", group="nature"),
    Field("roles", _("Roles in the programme"), kind="texts", group="nature", many=True),
    Field("description", _("Description"), group="nature"),
    Field("website", _("Website"), kind="address", group="nature"),
    Field("country", _("Country"), kind="country", group="place"),
    Field("city", _("City"), group="place"),
)
