"""A space's history and place, ready for the timeline and the mosaic."""

from dataclasses import dataclass
from html import unescape

from django.utils.html import strip_tags
from django.utils.translation import gettext as _

from creaspace.atlas.spaces.history import DATED_FIELDS, Happening, happenings
from creaspace.atlas.spaces.models import Space
from creaspace.core.mosaic import Mosaic, Pin
from creaspace.core.partial_dates import NotAPartialDate, PartialDate
from creaspace.core.timeline import Event
from creaspace.foundation.statements.evidence import Evidence
from creaspace.foundation.statements.templatetags.evidence import field_label, ref, shown

LONGEST_LABEL = 34


@dataclass(frozen=True)
class Reached:
    """How a space is reached and used, as far as anybody told; what is missing, in words."""

    is_told: bool
    untold: list[str]


def reached(space: Space) -> Reached:
    known = {
        _("website"): space.website,
        _("contact"): space.email or space.phone,
        _("opening hours"): space.opening_hours,
        _("whether others can use it"): space.use_by_others,
    }
    untold = [words for words, value in known.items() if not value]
    return Reached(len(untold) < len(known), untold)


def events_of(evidence: Evidence) -> list[Event]:
    """What happened, oldest first, each with the letter of its source."""
    told = (_event(each, evidence) for each in happenings(evidence.known.values()))
    return [event for event in told if event is not None]


def _event(happening: Happening, evidence: Evidence) -> Event | None:
    statement = happening.statement
    try:
        start = PartialDate.parse(happening.when)
    except NotAPartialDate:
        return None
    label, language = _label(happening)
    return Event(
        label,
        start,
        note=_("Sources disagree.") if happening.is_disputed else statement.wording,
        lang=language,
        note_lang="" if happening.is_disputed else statement.wording_language,
        refs=ref(statement, evidence),
        short=label if len(label) <= LONGEST_LABEL else f"{label[: LONGEST_LABEL - 1]}…",
    )


def _label(happening: Happening) -> tuple[str, str]:
    """Words for one event, with their language where it is not the reader's."""
    statement = happening.statement
    if happening.field in DATED_FIELDS:
        return field_label(statement), ""
    if happening.field == "status":
        return str(statement.value), statement.wording_language
    value = unescape(strip_tags(shown(statement)))  # a drawing takes letters, not markup
    return _("%(field)s: %(value)s") % {"field": field_label(statement), "value": value}, ""


def picture_of(space: Space) -> Mosaic | None:
    """The space on the mosaic of land, if its position is known."""
    if space.latitude is None or space.longitude is None:
        return None
    label = space.city_in_words or space.region or str(space.called)
    pin = Pin("", space.latitude, space.longitude, hub=True, kind=space.position_mark)
    described = _("Map of Europe and Asia with %(place)s marked.") % {"place": label}
    return Mosaic(pins=[pin], arcs=[], description=described)
