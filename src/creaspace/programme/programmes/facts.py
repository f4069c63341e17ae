"""What sources can say of a programme and of its sessions."""

from django.utils.translation import gettext_lazy as _

from creaspace.foundation.statements.fields import Field, declare, declare_groups

PROGRAMME = "programmes.programme"
SESSION = "programmes.session"
RANK = ("programme", "register", "press", "visit", "space", "map", "import")

declare_groups(
    PROGRAMME,
    {
        "frame": _("The frame"),
        "participants": _("Who took part"),
        "other": _("Also said"),
    },
)
declare(
    PROGRAMME,
    Field("name", _("Name"), group="frame", rank=RANK),
    Field("acronym", _("Short name"), group="frame", rank=RANK),
    Field("scheme", _("Funding scheme"), group="frame", rank=RANK),
    Field("starts_on", _("Begins"), kind="date", group="frame", rank=RANK),
    Field("ends_on", _("Ends"), kind="date", group="frame", rank=RANK),
    Field("proposals", _("Proposals to the scheme"), kind="number", group="frame", rank=RANK),
    Field("projects_selected", _("Projects chosen"), kind="number", group="frame", rank=RANK),
    Field("objectives", _("Objectives"), kind="texts", group="frame", rank=RANK),
    Field(
        "participants_asian",
        _("Participants from the Asian side"),
        kind="number",
        group="participants",
        rank=RANK,
    ),
    Field(
        "participants_european",
        _("Participants from the European side"),
        kind="number",
        group="participants",
        rank=RANK,
    ),
    Field(
        "asian_space_countries",
        _("Countries of the Asian spaces"),
        kind="country",
        group="participants",
        rank=RANK,
    ),
    Field(
        "european_space_countries",
        _("Countries of the European spaces"),
        kind="country",
        group="participants",
        rank=RANK,
    ),
    Field("note", _("Note"), many=True),
)

declare_groups(SESSION, {"when": _("When"), "where": _("Where and who"), "other": _("Also said")})
declare(
    SESSION,
    Field("planned", _("Planned for"), group="when", rank=RANK),
    Field("planned_starts_on", _("Planned first day"), kind="date", group="when", rank=RANK),
    Field("planned_ends_on", _("Planned last day"), kind="date", group="when", rank=RANK),
    Field("starts_on", _("First day"), kind="date", group="when", rank=RANK),
    Field("ends_on", _("Last day"), kind="date", group="when", rank=RANK),
    Field("city", _("City"), group="where", rank=RANK),
    Field("country", _("Country or territory"), kind="country", group="where", rank=RANK),
    Field(
        "host", _("Host"), kind="record", records="people.organisation", group="where", rank=RANK
    ),
    Field("delegation", _("Delegation"), group="where", rank=RANK),
    Field("note", _("Note"), many=True),
)
