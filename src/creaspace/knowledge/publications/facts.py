"""What sources can say about an output."""

from django.utils.translation import gettext_lazy as _

from creaspace.foundation.statements.fields import Field, declare, declare_groups
from creaspace.knowledge.publications.models import Output

OUTPUT = "publications.output"
RANK = ("programme", "press", "register", "visit", "space", "map", "import")

declare_groups(OUTPUT, {"output": _("The output"), "other": _("Also said")})
declare(
    OUTPUT,
    Field("kind", _("Kind"), kind="concept", scheme="output-kinds", group="output", rank=RANK),
    Field("title", _("Title"), group="output", rank=RANK),
    Field(
        "status",
        _("Status"),
        kind="choice",
        choices=tuple(Output.Status.choices),
        group="output",
        rank=RANK,
    ),
    Field("description", _("Description"), group="output", rank=RANK),
    Field("spaces", _("Spaces it covers"), kind="records", records="spaces.space", group="output"),
    Field("address", _("Address"), kind="address", group="output", many=True),
    Field("note", _("Note"), group="other", many=True),
)
