"""What sources can say of a call."""

from django.utils.translation import gettext_lazy as _

from creaspace.foundation.statements.fields import Field, declare, declare_groups

CALL = "calls.call"
RANK = ("programme", "register", "press", "visit", "space", "map", "import")

declare_groups(
    CALL,
    {
        "frame": _("The call"),
        "rules": _("Rules and criteria"),
        "result": _("The result"),
        "other": _("Also said"),
    },
)
declare(
    CALL,
    Field("name", _("Name"), group="frame", rank=RANK),
    Field("issuer", _("Issued by"), group="frame", rank=RANK),
    Field(
        "opens_session",
        _("Opens the way to"),
        kind="record",
        records="programmes.session",
        group="frame",
        rank=RANK,
    ),
    Field("deadline_on", _("Deadline"), kind="date", group="frame", rank=RANK),
    Field("period_starts_on", _("Period begins"), kind="date", group="frame", rank=RANK),
    Field("period_ends_on", _("Period ends"), kind="date", group="frame", rank=RANK),
    Field("places", _("Places offered"), kind="number", group="frame", rank=RANK),
    Field("funding", _("Funding"), group="frame", rank=RANK),
    Field("applicants", _("Who may apply"), group="rules", rank=RANK),
    Field("eligibility", _("Conditions"), kind="texts", group="rules", rank=RANK),
    Field("criteria", _("Criteria"), kind="texts", group="rules", rank=RANK),
    Field("commitments", _("What the chosen undertake"), kind="texts", group="rules", rank=RANK),
    Field(
        "applications_received",
        _("Applications received"),
        kind="number",
        group="result",
        rank=RANK,
    ),
    Field("selected_count", _("Chosen"), kind="number", group="result", rank=RANK),
    Field(
        "selected",
        _("Spaces chosen"),
        kind="records",
        records="spaces.space",
        group="result",
        rank=RANK,
    ),
    Field(
        "selected_countries",
        _("Countries of the chosen"),
        kind="country",
        group="result",
        rank=RANK,
    ),
    Field("result", _("Result"), group="result", rank=RANK),
    Field("note", _("Note"), many=True),
)
