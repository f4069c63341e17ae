"""What sources can say about a visit; fields that its session has too bear the same names."""

from django.utils.translation import gettext_lazy as _

from creaspace.foundation.statements.fields import Field, declare, declare_groups

VISIT = "visits.visit"
# The people who were there, then whoever paid or organised, then the press.
RANK = ("visit", "programme", "space", "register", "press", "map", "import")

declare_groups(
    VISIT,
    {
        "dates": _("When"),
        "people": _("Where and who"),
        "stops": _("Days and stops"),
        "other": _("Also said"),
    },
)
declare(
    VISIT,
    Field("planned", _("Planned for"), group="dates", rank=RANK),
    Field("planned_starts_on", _("Planned first day"), kind="date", group="dates", rank=RANK),
    Field("planned_ends_on", _("Planned last day"), kind="date", group="dates", rank=RANK),
    Field("starts_on", _("First day"), kind="date", group="dates", rank=RANK),
    Field("ends_on", _("Last day"), kind="date", group="dates", rank=RANK),
    Field("city", _("City"), group="people", rank=RANK),
    Field("country", _("Country or territory"), kind="country", group="people", rank=RANK),
    Field(
        "host", _("Host"), kind="record", records="people.organisation", group="people", rank=RANK
    ),
    Field("delegation", _("Delegation"), group="people", rank=RANK),
    Field("study_visit_on", _("Day of study visits"), kind="date", group="stops", many=True),
    Field("workshop_on", _("Day of the workshop"), kind="date", group="stops", many=True),
    Field("stops", _("Stops"), kind="records", records="spaces.space", group="stops", rank=RANK),
    Field("focus", _("Focus of a stop"), group="stops", many=True),
    Field("stops_known", _("Stops are known"), kind="yes_no", group="stops", rank=RANK),
    Field("stop_days_known", _("Day of each stop is known"), kind="yes_no", group="stops"),
    Field("note", _("Note"), group="other", many=True),
)
