"""What sources can say of a key question."""

from django.utils.translation import gettext_lazy as _

from creaspace.foundation.statements.fields import Field, declare, declare_groups

QUESTION = "consultation.question"

declare_groups(QUESTION, {"question": _("The question"), "other": _("Also said")})
declare(
    QUESTION,
    Field("label", _("Question"), group="question"),
    Field("origin", _("Where it comes from"), group="question"),
    Field("poles", _("Poles"), kind="texts", group="question"),
    Field(
        "illustrated_by",
        _("Spaces that illustrate it"),
        kind="records",
        records="spaces.space",
        group="question",
    ),
    Field(
        "organisers_examples",
        _("Examples of the organisers"),
        kind="records",
        records="spaces.space",
        group="question",
        many=True,
    ),
    Field(
        "counter_examples",
        _("Counter-examples"),
        kind="records",
        records="spaces.space",
        group="question",
        many=True,
    ),
    Field("note", _("Note"), many=True),
)
