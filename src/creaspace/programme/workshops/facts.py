"""What sources can say about a workshop."""

from django.utils.translation import gettext_lazy as _

from creaspace.foundation.statements.fields import Field, declare, declare_groups

WORKSHOP = "workshops.workshop"
RANK = ("visit", "programme", "space", "register", "press", "map", "import")

declare_groups(
    WORKSHOP,
    {
        "where": _("When and where"),
        "people": _("Who took part"),
        "talks": _("What was said"),
        "other": _("Also said"),
    },
)
declare(
    WORKSHOP,
    Field("title", _("Title"), group="where", rank=RANK),
    Field("held_on", _("Day"), kind="date", group="where", rank=RANK),
    Field("city", _("City"), group="where", rank=RANK),
    Field("venue", _("Venue"), kind="record", records="spaces.space", group="where", rank=RANK),
    Field("participants", _("Participants"), group="people", rank=RANK),
    Field("participant_kinds", _("Kinds of participants"), kind="texts", group="people", rank=RANK),
    Field("talk", _("Talk"), group="talks", many=True),
    Field(
        "presenting_space",
        _("Space that presented its case"),
        kind="record",
        records="spaces.space",
        group="talks",
        many=True,
    ),
    Field("conclusion", _("Conclusion"), group="talks", many=True),
    Field("note", _("Note"), group="other", many=True),
)
